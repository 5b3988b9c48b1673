//! The modules that programs can import, and what is in them.

use super::builtins::Builtin;
use super::value::Value;

/// A module that stands ready without a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u64)]
pub enum Module {
    Gilsim,
    Time,
}

impl Module {
    pub fn named(name: &str) -> Option<Module> {
        match name {
            "gilsim" => Some(Module::Gilsim),
            "time" => Some(Module::Time),
            _ => None,
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Module::Gilsim => "gilsim",
            Module::Time => "time",
        }
    }

    pub fn member(self, name: &str) -> Option<Value> {
        let builtin = match (self, name) {
            (Module::Gilsim, "cpu") => Builtin::GilsimCpu,
            (Module::Gilsim, "held") => Builtin::GilsimHeld,
            (Module::Gilsim, "io") => Builtin::GilsimIo,
            (Module::Gilsim, "native") => Builtin::GilsimNative,
            (Module::Time, "sleep") => Builtin::TimeSleep,
            (Module::Time, "perf_counter") => Builtin::TimePerfCounter,
            (Module::Time, "monotonic") => Builtin::TimeMonotonic,
            (Module::Time, "time") => Builtin::TimeTime,
            _ => return None,
        };
        Some(Value::Builtin(builtin))
    }
}
