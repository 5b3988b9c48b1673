//! Exceptions as objects: the hierarchy of built-in classes, and what an exception carries.

use super::error::{Raise, Result};
use super::heap::Heap;
use super::noted::Note;
use super::value::{Object, Value};
use serde::{Deserialize, Serialize};

macro_rules! hierarchy {
    ($($name:ident < $base:ident),+ $(,)?) => {
        /// A built-in class of exceptions.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[repr(u64)]
        pub enum ExceptionKind { BaseException, $($name),+ }

        impl ExceptionKind {
            pub fn named(name: &str) -> Option<ExceptionKind> {
                match name {
                    "BaseException" => Some(ExceptionKind::BaseException),
                    "IOError" | "EnvironmentError" => Some(ExceptionKind::OSError),
                    $(stringify!($name) => Some(ExceptionKind::$name),)+
                    _ => None,
                }
            }

            pub fn name(self) -> &'static str {
                match self {
                    ExceptionKind::BaseException => "BaseException",
                    $(ExceptionKind::$name => stringify!($name)),+
                }
            }

            /// The class above; None for the first.
            pub fn base(self) -> Option<ExceptionKind> {
                match self {
                    ExceptionKind::BaseException => None,
                    $(ExceptionKind::$name => Some(ExceptionKind::$base)),+
                }
            }

            /// The names that programs see.
            #[cfg(test)]
            pub const NAMES: &[&str] = &["BaseException", $(stringify!($name)),+];
        }
    };
}

hierarchy! {
    Exception < BaseException, GeneratorExit < BaseException, KeyboardInterrupt < BaseException,
    SystemExit < BaseException,
    ArithmeticError < Exception, FloatingPointError < ArithmeticError, OverflowError < ArithmeticError,
    ZeroDivisionError < ArithmeticError,
    AssertionError < Exception, AttributeError < Exception, BufferError < Exception, EOFError < Exception,
    ImportError < Exception, ModuleNotFoundError < ImportError,
    LookupError < Exception, IndexError < LookupError, KeyError < LookupError,
    MemoryError < Exception, NameError < Exception, UnboundLocalError < NameError,
    OSError < Exception, BlockingIOError < OSError, ConnectionError < OSError, BrokenPipeError < ConnectionError,
    ConnectionAbortedError < ConnectionError, ConnectionRefusedError < ConnectionError,
    ConnectionResetError < ConnectionError, ChildProcessError < OSError, FileExistsError < OSError,
    FileNotFoundError < OSError, InterruptedError < OSError, IsADirectoryError < OSError,
    NotADirectoryError < OSError, PermissionError < OSError, ProcessLookupError < OSError, TimeoutError < OSError,
    ReferenceError < Exception, RuntimeError < Exception, NotImplementedError < RuntimeError,
    RecursionError < RuntimeError,
    StopAsyncIteration < Exception, StopIteration < Exception,
    SyntaxError < Exception, IndentationError < SyntaxError, TabError < IndentationError,
    SystemError < Exception, TypeError < Exception,
    ValueError < Exception, UnicodeError < ValueError, UnicodeDecodeError < UnicodeError,
    UnicodeEncodeError < UnicodeError,
    Warning < Exception, BytesWarning < Warning, DeprecationWarning < Warning, EncodingWarning < Warning,
    FutureWarning < Warning, ImportWarning < Warning, PendingDeprecationWarning < Warning, ResourceWarning < Warning,
    RuntimeWarning < Warning, SyntaxWarning < Warning, UnicodeWarning < Warning, UserWarning < Warning,
}

impl ExceptionKind {
    pub fn is_a(self, class: ExceptionKind) -> bool {
        std::iter::successors(Some(self), |kind| kind.base()).any(|kind| kind == class)
    }
}

/// What a variable of a frame held that an exception left.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Held {
    /// How long the exception's way was then.
    pub length: u32,
    /// Whoever resumes a generator is not what its frame was called by for good.
    pub of_generator: bool,
    pub value: Value,
}

/// An exception.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Exception {
    /// A built-in or user-defined class.
    pub class: Value,
    /// A tuple.
    pub args: Value,
    /// `raise … from cause`; None where there is none.
    pub cause: Value,
    /// What was being handled when it was raised.
    pub context: Value,
    pub suppress_context: bool,
    /// Unit and instruction of each frame that it left, innermost first.
    pub trace: Vec<(u32, u32)>,
    /// What the variables of those frames held, where it matters when that dies.
    pub held: Vec<Held>,
    pub attributes: Vec<(u32, Value)>,
}

impl Exception {
    /// The exceptions of a group; none where it is no group.
    pub fn members(&self, heap: &Heap) -> Vec<Value> {
        if !super::class::is_group(heap, self.class) {
            return Vec::new();
        }
        let found = super::own::get_named(heap, &self.attributes, "exceptions");
        found.and_then(|members| heap.as_tuple(members)).map(<[Value]>::to_vec).unwrap_or_default()
    }

    pub fn for_each_value(&self, mut visit: impl FnMut(Value)) {
        [self.class, self.args, self.cause, self.context].into_iter().for_each(&mut visit);
        self.held.iter().for_each(|held| visit(held.value));
        self.attributes.iter().for_each(|(_, value)| visit(*value));
    }
}

/// A new exception of the class. Borrows the class, takes the arguments.
pub fn new(heap: &mut Heap, class: Value, mut args: Vec<Value>) -> Value {
    let (class, file) = super::os_error::refine(heap, class, &mut args);
    let attributes = file.map(|file| (heap.symbols.of("filename"), file)).into_iter().collect();
    let args = heap.take_tuple(args);
    heap.keep(class);
    heap.take_object(Object::Exception(Box::new(Exception {
        class,
        args,
        cause: Value::None,
        context: Value::None,
        suppress_context: false,
        trace: Vec::new(),
        held: Vec::new(),
        attributes,
    })))
}

/// What an exception of the class is told by keywords: `ImportError('...', name='json')`. Borrows the values.
pub fn facts(heap: &mut Heap, class: Value, keywords: &[(String, Value)]) -> Result<Vec<(u32, Value)>> {
    use ExceptionKind::{AttributeError, ImportError, NameError};
    if keywords.is_empty() {
        return Ok(Vec::new());
    }
    let known: &[(ExceptionKind, &[&str])] =
        &[(ImportError, &["name", "path"]), (AttributeError, &["name", "obj"]), (NameError, &["name"])];
    let of_class = known.iter().find(|(kind, _)| super::class::is_subclass(heap, class, Value::Exception(*kind)));
    let Some((kind, names)) = of_class else {
        let name = super::class::name_of(heap, class);
        return Err(super::error::type_error(format!("{name}() takes no keyword arguments")));
    };
    if let Some((wrong, _)) = keywords.iter().find(|(name, _)| !names.contains(&name.as_str())) {
        let message = format!("'{wrong}' is an invalid keyword argument for {}()", kind.name());
        return Err(super::error::type_error(message));
    }
    Ok(keywords.iter().map(|(name, value)| (heap.symbols.of(name), *value)).collect())
}

/// Tells them to the new exception.
pub fn tell(heap: &mut Heap, exception: Value, facts: Vec<(u32, Value)>) {
    for (symbol, value) in facts {
        heap.keep(value);
        if let Some(exception) = heap.as_exception_mut(exception) {
            exception.attributes.push((symbol, value));
        }
    }
}

/// The exception object of what native code has raised.
pub fn object_of(heap: &mut Heap, raise: Raise) -> Value {
    if let Some(thrown) = raise.thrown {
        return thrown;
    }
    let kind = ExceptionKind::named(raise.kind).unwrap_or(ExceptionKind::SystemError);
    heap.note(if kind == ExceptionKind::AttributeError { Note::Explained } else { Note::Failed });
    // A KeyError's message is its key's repr; native code only raises it so for texts.
    let message = match kind {
        ExceptionKind::KeyError => raise.message.trim_matches('\'').to_owned(),
        _ => raise.message,
    };
    let args = if message.is_empty() { Vec::new() } else { vec![heap.new_str(message)] };
    new(heap, Value::Exception(kind), args)
}

/// A raise of a built-in exception with one argument that is not a text. Takes the argument.
#[cold]
pub fn raise_with(heap: &mut Heap, kind: ExceptionKind, arg: Value) -> Box<Raise> {
    heap.note(Note::Failed);
    let thrown = new(heap, Value::Exception(kind), vec![arg]);
    Box::new(Raise { kind: kind.name(), message: String::new(), thrown: Some(thrown), again: false, thrown_in: false })
}

/// `str(exception)` where its class does not say otherwise.
pub fn text(heap: &Heap, exception: &Exception) -> Result<String> {
    if let Some(text) = super::os_error::text(heap, exception) {
        return text;
    }
    match heap.as_tuple(exception.args).unwrap_or_default() {
        [] if is_syntax_error(heap, exception.class) => Ok("None".to_owned()),
        [] => Ok(String::new()),
        [key] if super::class::is_subclass(heap, exception.class, Value::Exception(ExceptionKind::KeyError)) => {
            super::repr::repr(heap, *key)
        }
        [message, place] if is_syntax_error(heap, exception.class) && heap.as_tuple(*place).is_some() => {
            let message = super::repr::str_of(heap, *message)?;
            match heap.as_tuple(*place).unwrap_or_default() {
                [file, Value::Int(line), ..] => {
                    let file = super::repr::str_of(heap, *file)?;
                    let name = file.rsplit('/').next().unwrap_or_default();
                    Ok(format!("{message} ({name}, line {line})"))
                }
                _ => Ok(message),
            }
        }
        args @ [_, _, _, _, _] if is_unicode(heap, exception.class) => {
            let is_encoding =
                super::class::is_subclass(heap, exception.class, Value::Exception(ExceptionKind::UnicodeEncodeError));
            match super::codec::failure_text(heap, args, is_encoding) {
                Some(text) => Ok(text),
                None => super::repr::repr(heap, exception.args),
            }
        }
        [message, _] if super::class::is_group(heap, exception.class) => {
            let count = exception.members(heap).len();
            let plural = if count == 1 { "" } else { "s" };
            Ok(format!("{} ({count} sub-exception{plural})", super::repr::str_of(heap, *message)?))
        }
        [one] => super::repr::str_of(heap, *one),
        _ => super::repr::repr(heap, exception.args),
    }
}

pub fn is_syntax_error(heap: &Heap, class: Value) -> bool {
    super::class::is_subclass(heap, class, Value::Exception(ExceptionKind::SyntaxError))
}

fn is_unicode(heap: &Heap, class: Value) -> bool {
    super::class::is_subclass(heap, class, Value::Exception(ExceptionKind::UnicodeError))
}

impl Heap {
    pub fn as_exception(&self, value: Value) -> Option<&Exception> {
        match value {
            Value::Obj(at) => match self.get(at) {
                Object::Exception(exception) => Some(exception),
                _ => None,
            },
            _ => None,
        }
    }

    pub fn as_exception_mut(&mut self, value: Value) -> Option<&mut Exception> {
        match value {
            Value::Obj(at) => match self.get_mut(at) {
                Some(Object::Exception(exception)) => Some(exception),
                _ => None,
            },
            _ => None,
        }
    }
}
