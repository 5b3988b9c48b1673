//! Names as numbers: of attributes, so that looking one up compares integers. Knows no object.

use super::methods::Method;
use crate::bytecode::{BinaryOp, CompareOp, NameMap};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

macro_rules! special {
    ($($constant:ident $name:literal)+) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Order { $($constant),+ }
        $(pub const $constant: u32 = Order::$constant as u32;)+
        const SPECIAL: &[&str] = &[$($name),+];
    };
}

special! {
    INIT "__init__"
    REPR "__repr__"
    STR "__str__"
    EQ "__eq__"
    HASH "__hash__"
    LEN "__len__"
    BOOL "__bool__"
    ITER "__iter__"
    NEXT "__next__"
    GETITEM "__getitem__"
    CONTAINS "__contains__"
    CALL "__call__"
    ENTER "__enter__"
    EXIT "__exit__"
    GETATTR "__getattr__"
    CLASSCELL "__classcell__"
    NE "__ne__"
    LT "__lt__"
    LE "__le__"
    GT "__gt__"
    GE "__ge__"
    NEW "__new__"
    DEL "__del__"
    GET "__get__"
    SET "__set__"
    DELETE "__delete__"
    SETATTR "__setattr__"
    DELATTR "__delattr__"
    GETATTRIBUTE "__getattribute__"
    AITER "__aiter__"
    AENTER "__aenter__"
    AEXIT "__aexit__"
    QUALNAME "__qualname__"
    SETITEM "__setitem__"
    DELITEM "__delitem__"
    MISSING "__missing__"
    MODULE "__module__"
    DOC "__doc__"
    DICT "__dict__"
    CLASS "__class__"
    INSTANCECHECK "__instancecheck__"
    SUBCLASSCHECK "__subclasscheck__"
    TRACEBACK "__traceback__"
}

/// The methods of operators, in their order; those of augmented assignments are others.
const OPERATORS: [&str; 26] = [
    "__add__",
    "__and__",
    "__floordiv__",
    "__lshift__",
    "__matmul__",
    "__mul__",
    "__mod__",
    "__or__",
    "__pow__",
    "__rshift__",
    "__sub__",
    "__truediv__",
    "__xor__",
    "__iadd__",
    "__iand__",
    "__ifloordiv__",
    "__ilshift__",
    "__imatmul__",
    "__imul__",
    "__imod__",
    "__ior__",
    "__ipow__",
    "__irshift__",
    "__isub__",
    "__itruediv__",
    "__ixor__",
];

/// What the right operand is asked, in the order of the operators.
const REFLECTED: [&str; 13] = [
    "__radd__",
    "__rand__",
    "__rfloordiv__",
    "__rlshift__",
    "__rmatmul__",
    "__rmul__",
    "__rmod__",
    "__ror__",
    "__rpow__",
    "__rrshift__",
    "__rsub__",
    "__rtruediv__",
    "__rxor__",
];

pub fn of_operator(op: BinaryOp) -> u32 {
    SPECIAL.len() as u32 + op as u32
}

pub fn of_reflected(op: BinaryOp) -> u32 {
    (SPECIAL.len() + OPERATORS.len()) as u32 + op.plain() as u32
}

pub fn of_comparison(op: CompareOp) -> u32 {
    match op {
        CompareOp::Lt => LT,
        CompareOp::Le => LE,
        CompareOp::Eq => EQ,
        CompareOp::Ne => NE,
        CompareOp::Gt => GT,
        CompareOp::Ge => GE,
    }
}

/// All names that attributes have.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Symbols {
    index: NameMap<u32>,
    names: Vec<Arc<str>>,
    /// By symbol: the built-in methods of that name.
    methods: Vec<Vec<Method>>,
}

impl Default for Symbols {
    fn default() -> Symbols {
        let mut symbols = Symbols { index: NameMap::default(), names: Vec::new(), methods: Vec::new() };
        for name in SPECIAL.iter().chain(&OPERATORS).chain(&REFLECTED) {
            symbols.of(name);
        }
        for method in Method::ALL {
            let symbol = symbols.of(method.name());
            symbols.methods[symbol as usize].push(*method);
        }
        symbols
    }
}

impl Symbols {
    /// The name's number.
    pub fn of(&mut self, name: &str) -> u32 {
        if let Some(symbol) = self.index.get(name) {
            return *symbol;
        }
        let name: Arc<str> = name.into();
        let symbol = self.names.len() as u32;
        self.index.insert(Arc::clone(&name), symbol);
        self.names.push(name);
        self.methods.push(Vec::new());
        symbol
    }

    /// The name's number, if any attribute has been called so.
    pub fn known(&self, name: &str) -> Option<u32> {
        self.index.get(name).copied()
    }

    pub fn name(&self, symbol: u32) -> &Arc<str> {
        &self.names[symbol as usize]
    }

    /// The method of this name that is called on a built-in type itself.
    pub fn class_method(&self, class: &str, symbol: u32) -> Option<Method> {
        let is_of = |method: &Method| method.of().strip_prefix("type ") == Some(class);
        self.methods[symbol as usize].iter().copied().find(is_of)
    }

    /// The method of this name that a built-in type has.
    pub fn method(&self, class: &str, symbol: u32) -> Option<Method> {
        let class = if class == "bool" { "int" } else { class };
        self.methods[symbol as usize].iter().copied().find(|method| method.of() == class)
    }
}
