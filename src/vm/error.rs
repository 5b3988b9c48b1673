//! Exceptions as they are raised, before anybody knows where. Knows no frame.

/// An exception: its class and its message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raise {
    pub kind: &'static str,
    pub message: String,
}

/// Boxed, since it is rare and the good case is to stay small.
pub type Result<T> = std::result::Result<T, Box<Raise>>;

macro_rules! kinds {
    ($($function:ident $kind:literal)+) => {
        $(#[cold]
        pub fn $function(message: impl Into<String>) -> Box<Raise> {
            Box::new(Raise { kind: $kind, message: message.into() })
        })+
    };
}

kinds! {
    assertion_error "AssertionError"
    attribute_error "AttributeError"
    import_error "ImportError"
    index_error "IndexError"
    memory_error "MemoryError"
    name_error "NameError"
    overflow_error "OverflowError"
    recursion_error "RecursionError"
    system_error "SystemError"
    type_error "TypeError"
    unbound_local_error "UnboundLocalError"
    value_error "ValueError"
    zero_division_error "ZeroDivisionError"
}
