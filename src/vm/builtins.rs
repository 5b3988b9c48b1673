//! The built-in functions and types, by name.

use super::arguments::Arguments;
use super::call::Outcome;
use super::error::Result;
use super::heap::Heap;
use super::{convert, functions, outside};

macro_rules! builtins {
    ($($variant:ident $name:literal $kind:ident $call:path;)+) => {
        /// A built-in function or type.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u64)]
        pub enum Builtin { $($variant),+ }

        impl Builtin {
            /// The builtin that every program sees under this name.
            pub fn named(name: &str) -> Option<Builtin> {
                match name {
                    $($name if builtins!(@visible $kind) => Some(Builtin::$variant),)+
                    _ => None,
                }
            }

            pub fn name(self) -> &'static str {
                match self { $(Builtin::$variant => $name),+ }
            }

            pub fn is_type(self) -> bool {
                match self { $(Builtin::$variant => builtins!(@type $kind)),+ }
            }

            /// The names that every program sees, for the compiler to be checked against.
            #[cfg(test)]
            pub fn names() -> impl Iterator<Item = &'static str> {
                [$(($name, builtins!(@visible $kind))),+].into_iter().filter(|(_, seen)| *seen).map(|(name, _)| name)
            }
        }

        /// Calls the builtin. Borrows the arguments.
        pub fn call(heap: &mut Heap, builtin: Builtin, arguments: Arguments) -> Result<Outcome> {
            match builtin {
                $(Builtin::$variant => builtins!(@outcome $kind $call(heap, arguments))),+
            }
        }
    };
    (@visible member) => { false };
    (@visible $other:ident) => { true };
    (@type class) => { true };
    (@type $other:ident) => { false };
    (@outcome member $call:expr) => { $call };
    (@outcome outside $call:expr) => { $call };
    (@outcome $other:ident $call:expr) => { $call.map(Outcome::Value) };
}

// `class`: a type. `outside`: asks the outside world. `member`: the same, and found in a module only.
builtins! {
    Abs "abs" function functions::abs;
    All "all" function functions::all;
    Any "any" function functions::any;
    Bool "bool" class convert::bool;
    Chr "chr" function convert::chr;
    Divmod "divmod" function functions::divmod;
    Enumerate "enumerate" class functions::enumerate;
    Float "float" class convert::float;
    Int "int" class convert::int;
    Isinstance "isinstance" function functions::isinstance;
    Len "len" function functions::len;
    List "list" class convert::list;
    Max "max" function functions::max;
    Min "min" function functions::min;
    Ord "ord" function convert::ord;
    Pow "pow" function functions::pow;
    Print "print" outside outside::print;
    Range "range" class functions::range;
    Repr "repr" function convert::repr;
    Reversed "reversed" class functions::reversed;
    Round "round" function functions::round;
    Sorted "sorted" function functions::sorted;
    Str "str" class convert::str;
    Sum "sum" function functions::sum;
    Tuple "tuple" class convert::tuple;
    Zip "zip" class functions::zip;
    TimeSleep "sleep" member outside::sleep;
    TimePerfCounter "perf_counter" member outside::clock;
    TimeMonotonic "monotonic" member outside::clock;
    TimeTime "time" member outside::clock;
    GilsimCpu "cpu" member outside::cpu;
    GilsimHeld "held" member outside::held;
    GilsimIo "io" member outside::io;
    GilsimNative "native" member outside::native;
}

#[cfg(test)]
mod tests {
    use super::Builtin;
    use crate::bytecode::{BUILTINS, MODULES};
    use crate::vm::modules::Module;

    #[test]
    fn the_compiler_and_the_machine_know_the_same_names() {
        assert_eq!(Builtin::names().collect::<Vec<_>>(), BUILTINS);
        for (module, members) in MODULES {
            let module = Module::named(module).expect("the compiler lets it be imported");
            assert!(members.iter().all(|member| module.member(member).is_some()), "{members:?}");
        }
    }
}
