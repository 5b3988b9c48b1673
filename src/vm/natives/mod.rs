//! The native functions of the standard modules, by module and name.

mod math;

use super::arguments::Arguments;
use super::builtins::Builtin;
use super::call::Outcome;
use super::error::Result;
use super::heap::Heap;
use super::sync;

/// What a native module has.
#[derive(Clone, Copy, Debug)]
pub enum Member {
    Function(Native),
    Builtin(Builtin),
    Float(f64),
    Int(i64),
    Text(&'static str),
}

macro_rules! natives {
    ($($module:literal { $($variant:ident $name:literal $call:path;)* $(= $constant:literal $value:expr;)* })+) => {
        /// A native function of a module.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u64)]
        pub enum Native { $($($variant,)*)+ }

        impl Native {
            pub fn name(self) -> &'static str {
                match self { $($(Native::$variant => $name,)*)+ }
            }

            pub fn module(self) -> &'static str {
                match self { $($(Native::$variant => $module,)*)+ }
            }
        }

        /// The members of a native module; None where there is no such module.
        pub fn members(module: &str) -> Option<&'static [(&'static str, Member)]> {
            match module {
                $($module => Some(&[$(($name, Member::Function(Native::$variant)),)* $(($constant, $value),)*]),)+
                _ => None,
            }
        }

        /// Calls the function. Borrows the arguments.
        pub fn call(heap: &mut Heap, native: Native, arguments: Arguments) -> Result<Outcome> {
            match native { $($(Native::$variant => $call(heap, arguments).map(Outcome::from),)*)+ }
        }

        #[cfg(test)]
        const NAMES: &[&str] = &[$($module),+];
    };
}

natives! {
    "_thread" {
        ThreadAllocateLock "allocate_lock" sync::threads::allocate_lock;
        ThreadRlock "RLock" sync::threads::allocate_rlock;
        ThreadStart "start_thread" sync::threads::start;
        ThreadGetIdent "get_ident" sync::threads::get_ident;
        ThreadGetNativeId "get_native_id" sync::threads::get_native_id;
        ThreadComplain "complain" sync::threads::complain;
        = "TIMEOUT_MAX" Member::Float(sync::TIMEOUT_MAX);
    }
    "gilsim" {
        = "cpu" Member::Builtin(Builtin::GilsimCpu);
        = "held" Member::Builtin(Builtin::GilsimHeld);
        = "io" Member::Builtin(Builtin::GilsimIo);
        = "native" Member::Builtin(Builtin::GilsimNative);
    }
    "math" {
        MathSqrt "sqrt" math::sqrt;
        = "pi" Member::Float(std::f64::consts::PI);
        = "e" Member::Float(std::f64::consts::E);
        = "tau" Member::Float(std::f64::consts::TAU);
        = "inf" Member::Float(f64::INFINITY);
        = "nan" Member::Float(f64::NAN);
    }
    "sys" {
        = "maxsize" Member::Int(i64::MAX);
        = "byteorder" Member::Text("little");
        = "platform" Member::Text("linux");
    }
    "time" {
        = "sleep" Member::Builtin(Builtin::TimeSleep);
        = "perf_counter" Member::Builtin(Builtin::TimePerfCounter);
        = "monotonic" Member::Builtin(Builtin::TimeMonotonic);
        = "time" Member::Builtin(Builtin::TimeTime);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bytecode::MODULES;

    #[test]
    fn the_compiler_and_the_machine_know_the_same_modules_and_members() {
        let sorted = |mut names: Vec<&'static str>| {
            names.sort_unstable();
            names
        };
        assert_eq!(sorted(MODULES.iter().map(|(name, _)| *name).collect()), sorted(NAMES.to_vec()));
        for (module, known) in MODULES {
            let members = members(module).unwrap_or_default().iter().map(|(name, _)| *name);
            assert_eq!(sorted(members.collect()), sorted(known.to_vec()), "{module}");
        }
    }
}
