//! The instruction set, code objects and the disassembler: what `lang` makes and `vm` runs.
//!
//! Code is plain data and shared between interpreters. It knows no syntax tree and no value on a heap.

mod body;
pub mod cpython;
mod dis;
mod hasher;
mod instr;
mod modules;
mod names;
mod operand;

pub use body::Body;
pub use dis::dis;
pub use hasher::{NameHasher, NameMap, NameSet};
pub use instr::{Checkpoint, Instr};
pub use modules::MODULES;
pub use names::BUILTINS;
pub use operand::{BinaryOp, CompareOp, ConstId, Conversion, Local, Name, Target};

use crate::source::{Source, Span};
use num_bigint::BigInt;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::Arc;

/// How many values a frame may need: its local variables and its part of the value stack.
pub const FRAME_SLOTS: usize = 256;

/// The local variable that holds, as a dict, those of a function for which its frame has no slots.
pub const SURPLUS: &str = ".surplus";

/// The parameter of a class's body, and of a text that gets a mapping: where its names are kept.
pub const NAMESPACE: &str = ".namespace";

/// The code of a function, a module, or a task's call.
#[derive(Debug)]
pub struct Code {
    /// The function's name; `<module>` for a module.
    pub name: String,
    /// The name with those of the functions and classes around it.
    pub qualname: String,
    /// The text that the body begins with.
    pub doc: Option<Arc<str>>,
    pub source: Arc<Source>,
    pub instrs: Box<[Instr]>,
    /// One for each instruction.
    pub places: Box<[CodePlace]>,
    /// Jumps that lead further at once than CPython's do where the lines differ, and the jumps that those lead to.
    pub threaded: Box<[(u16, Target)]>,
    /// Statements without instructions.
    pub silent: Box<[Silent]>,
    pub consts: Box<[Const]>,
    /// Globals, builtins and attributes.
    pub names: Box<[Arc<str>]>,
    /// Local variables, the parameters first.
    pub varnames: Box<[Arc<str>]>,
    /// What imports bind in the module around: CPython calls attributes of these as it does any value.
    pub imported: Arc<[Arc<str>]>,
    pub parameters: Parameters,
    pub flavor: Flavor,
    /// Where the flow goes on when an instruction raises. The first entry that covers the instruction counts.
    pub exceptions: Box<[Handler]>,
    /// The language's own library, which stands behind the module.
    pub library: Option<Arc<Code>>,
    /// Where a program's imports come from.
    pub finder: Option<Finder>,
    /// Part of the library or of a standard module: stands in no traceback, and sees what programs do not.
    pub is_library: bool,
    /// Whether somebody who wants the lock gets it here: not in what is native code in CPython.
    pub has_checkpoints: bool,
    /// How many of [`FRAME_SLOTS`] the stack needs beside the local variables.
    pub stack_size: u8,
    /// Where this is only what callers see of a function, the way to all of it; its instructions are not to be run.
    pub body: Option<Body>,
}

impl Code {
    /// Whether it fills the namespace of a class.
    pub fn is_class_body(&self) -> bool {
        self.instrs.contains(&Instr::CLASS_NAMESPACE)
    }

    /// Whether its first parameter is not the program's, but holds its variables.
    pub fn is_in_namespace(&self) -> bool {
        self.varnames.first().is_some_and(|name| &**name == NAMESPACE)
    }

    /// The source line that it begins in.
    pub fn first_line(&self) -> u32 {
        let resume = self.instrs.iter().position(|instr| *instr == Instr::RESUME).unwrap_or(0);
        self.places.get(resume).map_or(1, |place| self.line_of(place.span) as u32)
    }

    /// The source line that an instruction or a statement begins in.
    pub fn line_of(&self, span: Span) -> usize {
        self.source.file().line(self.source.in_file(span).start)
    }
}

/// What a call of the code gives.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Flavor {
    /// What it returns.
    #[default]
    Function,
    Generator,
    /// `async def`.
    Coroutine,
    /// `async def` with a `yield`.
    AsyncGenerator,
}

/// Where an interpreter gets code from while it runs.
#[derive(Clone, Copy, Debug)]
pub struct Finder {
    /// The code of a standard module that is written in Python; None where there is no such module.
    pub module: fn(&str) -> Option<Arc<Code>>,
    /// The code of a text that the program makes: for `eval`, `exec` and `compile`.
    pub text: fn(&TextRequest) -> Result<Arc<Code>, TextMistake>,
}

/// A text to be compiled while the program runs.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TextRequest {
    pub text: String,
    /// What tracebacks call it.
    pub file: String,
    /// Whether it is an expression, whose value the code returns.
    pub is_expression: bool,
    /// Whether the code gets a mapping, in which its own names are looked for first and bound.
    pub in_namespace: bool,
    /// Whether the values of its expressions are shown: one statement, as if it were typed in.
    pub shows_values: bool,
    /// Whether annotations are kept as texts, because the program that compiles it keeps its own so.
    pub annotations_are_text: bool,
}

/// What is wrong with such a text: lines and columns from 1.
#[derive(Clone, Debug)]
pub struct TextMistake {
    /// The exception's name.
    pub kind: &'static str,
    pub message: String,
    pub line: usize,
    pub column: usize,
    pub end_line: usize,
    /// Behind the last character.
    pub end_column: usize,
    pub line_text: String,
}

/// The parameters of a function: the first of its local variables, in this order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Parameters {
    /// By position, or by position and keyword.
    pub positional: u8,
    /// How many of these take no keyword.
    pub positional_only: u8,
    pub keyword_only: u8,
    /// Whether there is `*args`.
    pub rest: bool,
    /// Whether there is `**kwargs`.
    pub keywords: bool,
}

impl Parameters {
    /// How many local variables these are.
    pub fn count(self) -> usize {
        usize::from(self.positional)
            + usize::from(self.keyword_only)
            + usize::from(self.rest)
            + usize::from(self.keywords)
    }
}

/// An entry of the exception table: for the instructions from `start` up to `end`, excluding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handler {
    pub start: u16,
    pub end: u16,
    pub target: Target,
    /// How many values stay on the stack below the exception.
    pub depth: u8,
}

/// What an instruction came from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CodePlace {
    pub span: Span,
    /// The part of the span that a traceback points at, where that is not the whole: the operator, the subscript.
    pub anchor: Option<Span>,
}

/// A statement that leaves no instruction, where CPython has one that does nothing, for its line.
#[derive(Clone, Debug)]
pub struct Silent {
    /// The instruction that it stands before.
    pub before: u16,
    /// Whether jumps to that instruction pass it by.
    pub is_passed: bool,
    /// Whether it is a `try`, which what it guards comes behind.
    pub is_try: bool,
    pub span: Span,
    /// The constant that it consists of, which CPython has among its constants.
    pub constant: Option<Const>,
}

/// A constant of the program.
#[derive(Clone, Debug)]
pub enum Const {
    None,
    Bool(bool),
    Int(i64),
    /// An integer beyond 64 bits.
    BigInt(BigInt),
    Float(f64),
    /// So many times the root of -1.
    Imaginary(f64),
    Str(Arc<str>),
    Bytes(Arc<[u8]>),
    Ellipsis,
    Tuple(Box<[Const]>),
    Code(Arc<Code>),
}

impl Const {
    /// Told apart also by type and by the sign of zero, which equality would not do; code is always another.
    pub fn is_same(&self, other: &Const) -> bool {
        match (self, other) {
            (Const::None, Const::None) | (Const::Ellipsis, Const::Ellipsis) => true,
            (Const::Bool(one), Const::Bool(other)) => one == other,
            (Const::Int(one), Const::Int(other)) => one == other,
            (Const::BigInt(one), Const::BigInt(other)) => one == other,
            (Const::Float(one), Const::Float(other)) | (Const::Imaginary(one), Const::Imaginary(other)) => {
                one.to_bits() == other.to_bits()
            }
            (Const::Str(one), Const::Str(other)) => one == other,
            (Const::Bytes(one), Const::Bytes(other)) => one == other,
            (Const::Tuple(one), Const::Tuple(other)) => {
                one.len() == other.len() && one.iter().zip(other).all(|(one, other)| one.is_same(other))
            }
            _ => false,
        }
    }
}

/// Near to what Python would show; for the disassembler only.
impl fmt::Display for Const {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Const::None => f.write_str("None"),
            Const::Bool(true) => f.write_str("True"),
            Const::Bool(false) => f.write_str("False"),
            Const::Int(value) => write!(f, "{value}"),
            Const::BigInt(value) => match value.bits() {
                0..=4096 => write!(f, "{value}"),
                bits => write!(f, "an integer of {bits} bits"),
            },
            Const::Float(value) => write!(f, "{value:?}"),
            Const::Imaginary(value) => write!(f, "{value}j"),
            Const::Str(text) => write!(f, "{text:?}"),
            Const::Bytes(bytes) => write!(f, "b\"{}\"", bytes.escape_ascii()),
            Const::Ellipsis => f.write_str("..."),
            Const::Tuple(items) => {
                let shown: Vec<String> = items.iter().map(Const::to_string).collect();
                write!(f, "({}{})", shown.join(", "), if items.len() == 1 { "," } else { "" })
            }
            Const::Code(code) => write!(f, "code of {}", code.name),
        }
    }
}
