//! How a table of built-in methods becomes an enum: a row is a variant, the type that has the method, its name, and the
//! function that carries it out. Knows no method.

macro_rules! methods {
    ($($variant:ident $class:literal $name:literal $call:path;)+) => {
        /// A method of a built-in type.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[repr(u64)]
        pub enum Method { $($variant),+ }

        impl Method {
            pub const ALL: &[Method] = &[$(Method::$variant),+];

            /// The type that has it.
            pub fn of(self) -> &'static str {
                match self { $(Method::$variant => $class),+ }
            }

            pub fn name(self) -> &'static str {
                match self { $(Method::$variant => $name),+ }
            }
        }

        /// Calls the method on a receiver of its type. Borrows receiver and arguments.
        pub fn call(heap: &mut Heap, method: Method, receiver: Value, arguments: Arguments) -> Result<Outcome> {
            match method { $(Method::$variant => $call(heap, receiver, arguments).map(Outcome::from)),+ }
        }
    };
}

pub(super) use methods;
