//! What instructions carry: typed operands and the operators that they name. Knows no instruction.

use super::Code;

/// An operand that the disassembler can show: the number, and in brackets what it stands for.
pub(super) trait Operand {
    fn show(&self, code: &Code) -> String;

    /// The instruction that this operand jumps to.
    fn target(&self) -> Option<u16> {
        None
    }
}

/// A local variable of the function, an index into `Code::varnames`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Local(pub u8);

/// A global, builtin or attribute, an index into `Code::names`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name(pub u16);

/// An index into `Code::consts`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConstId(pub u16);

/// The instruction that a jump leads to, an index into `Code::instrs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target(pub u16);

impl Operand for Local {
    fn show(&self, code: &Code) -> String {
        named(self.0.into(), code.varnames.get(usize::from(self.0)))
    }
}

impl Operand for Name {
    fn show(&self, code: &Code) -> String {
        named(self.0, code.names.get(usize::from(self.0)))
    }
}

impl Operand for ConstId {
    fn show(&self, code: &Code) -> String {
        named(self.0, code.consts.get(usize::from(self.0)))
    }
}

impl Operand for Target {
    fn show(&self, _: &Code) -> String {
        format!("to {}", self.0)
    }

    fn target(&self) -> Option<u16> {
        Some(self.0)
    }
}

impl Operand for u8 {
    fn show(&self, _: &Code) -> String {
        self.to_string()
    }
}

impl Operand for bool {
    fn show(&self, _: &Code) -> String {
        u8::from(*self).to_string()
    }
}

fn named(number: u16, what: Option<&impl std::fmt::Display>) -> String {
    match what {
        Some(what) => format!("{number} ({what})"),
        None => format!("{number} (?)"),
    }
}

macro_rules! operators {
    ($(#[$doc:meta])* $type:ident { $($name:ident $symbol:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[repr(u8)]
        pub enum $type { $($name),+ }

        impl $type {
            pub const ALL: &[$type] = &[$($type::$name),+];

            pub fn symbol(self) -> &'static str {
                match self { $($type::$name => $symbol),+ }
            }
        }

        impl Operand for $type {
            fn show(&self, _: &Code) -> String {
                format!("{} ({})", *self as u8, self.symbol())
            }
        }
    };
}

operators! {
    /// The operators of `BINARY_OP`, numbered as CPython 3.11 does; the second half are the augmented assignments.
    BinaryOp {
        Add "+", And "&", FloorDivide "//", Lshift "<<", MatrixMultiply "@", Multiply "*", Remainder "%", Or "|",
        Power "**", Rshift ">>", Subtract "-", TrueDivide "/", Xor "^",
        InplaceAdd "+=", InplaceAnd "&=", InplaceFloorDivide "//=", InplaceLshift "<<=", InplaceMatrixMultiply "@=",
        InplaceMultiply "*=", InplaceRemainder "%=", InplaceOr "|=", InplacePower "**=", InplaceRshift ">>=",
        InplaceSubtract "-=", InplaceTrueDivide "/=", InplaceXor "^=",
    }
}

operators! {
    /// The operators of `COMPARE_OP`, numbered as CPython 3.11 does.
    CompareOp { Lt "<", Le "<=", Eq "==", Ne "!=", Gt ">", Ge ">=" }
}

operators! {
    /// How `FORMAT_VALUE` makes text of a value: `{x}`, `{x!s}`, `{x!r}`, `{x!a}`.
    Conversion { Plain "", Str "str", Repr "repr", Ascii "ascii" }
}

impl BinaryOp {
    const HALF: usize = BinaryOp::InplaceAdd as usize;

    /// `+=` for `+`; an operator that is in place already stays as it is.
    pub fn in_place(self) -> BinaryOp {
        BinaryOp::ALL.get(self as usize + BinaryOp::HALF).copied().unwrap_or(self)
    }

    /// `+` for `+=`.
    pub fn plain(self) -> BinaryOp {
        match (self as usize).checked_sub(BinaryOp::HALF) {
            Some(at) => BinaryOp::ALL[at],
            None => self,
        }
    }

    pub fn is_in_place(self) -> bool {
        self as usize >= BinaryOp::HALF
    }
}

impl CompareOp {
    /// What holds of two things in the other order where this holds.
    pub fn reflected(self) -> CompareOp {
        match self {
            CompareOp::Lt => CompareOp::Gt,
            CompareOp::Le => CompareOp::Ge,
            CompareOp::Gt => CompareOp::Lt,
            CompareOp::Ge => CompareOp::Le,
            same => same,
        }
    }

    /// Whether the comparison holds between two things in this order; `None` is "unordered", as with NaN.
    #[inline(always)]
    pub fn holds(self, order: Option<std::cmp::Ordering>) -> bool {
        use std::cmp::Ordering::{Equal, Greater, Less};
        match self {
            CompareOp::Lt => order == Some(Less),
            CompareOp::Le => matches!(order, Some(Less | Equal)),
            CompareOp::Eq => order == Some(Equal),
            CompareOp::Ne => order != Some(Equal),
            CompareOp::Gt => order == Some(Greater),
            CompareOp::Ge => matches!(order, Some(Greater | Equal)),
        }
    }
}
