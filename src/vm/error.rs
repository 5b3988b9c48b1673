//! Exceptions as they are raised, before anybody knows where. Knows no frame.

use super::value::Value;

/// An exception: its class and its message.
#[derive(Clone, Debug)]
pub struct Raise {
    pub kind: &'static str,
    pub message: String,
    /// The exception itself, owned, where it is more than class and message.
    pub thrown: Option<Value>,
    /// Raised on, rather than anew: it adds nothing to the traceback.
    pub again: bool,
    /// Thrown into a generator: what the generator's caller handles is not its context.
    pub thrown_in: bool,
}

/// Not an exception: native code has met a value whose class is the program's, and the library must do the work.
const NEEDS_PYTHON: &str = "(needs Python)";

#[cold]
pub fn needs_python() -> Box<Raise> {
    Box::new(Raise { kind: NEEDS_PYTHON, message: String::new(), thrown: None, again: false, thrown_in: false })
}

impl Raise {
    pub fn needs_python(&self) -> bool {
        self.kind == NEEDS_PYTHON
    }

    /// An exception that goes into a generator. Takes it.
    pub fn into_generator(thrown: Value) -> Box<Raise> {
        let mut raise = Raise::of(thrown, false);
        raise.thrown_in = true;
        raise
    }

    /// An exception object. Takes it.
    #[cold]
    pub fn of(thrown: Value, again: bool) -> Box<Raise> {
        Box::new(Raise { kind: "", message: String::new(), thrown: Some(thrown), again, thrown_in: false })
    }
}

/// Boxed, since it is rare and the good case is to stay small.
pub type Result<T> = std::result::Result<T, Box<Raise>>;

macro_rules! kinds {
    ($($function:ident $kind:literal)+) => {
        $(#[cold]
        pub fn $function(message: impl Into<String>) -> Box<Raise> {
            Box::new(Raise { kind: $kind, message: message.into(), thrown: None, again: false, thrown_in: false })
        })+
    };
}

kinds! {
    attribute_error "AttributeError"
    buffer_error "BufferError"
    index_error "IndexError"
    key_error "KeyError"
    lookup_error "LookupError"
    memory_error "MemoryError"
    name_error "NameError"
    overflow_error "OverflowError"
    recursion_error "RecursionError"
    runtime_error "RuntimeError"
    system_error "SystemError"
    type_error "TypeError"
    unbound_local_error "UnboundLocalError"
    value_error "ValueError"
    zero_division_error "ZeroDivisionError"
}

/// A local variable is read, or unbound, that has no value.
pub fn unbound_local(name: &str) -> Box<Raise> {
    unbound_local_error(format!("cannot access local variable '{name}' where it is not associated with a value"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_needs_python_is_known_wherever_its_name_is_stored() {
        let elsewhere: &'static str = NEEDS_PYTHON.to_string().leak();
        assert!(Raise { kind: elsewhere, ..*needs_python() }.needs_python());
        assert!(!type_error("").needs_python());
    }
}
