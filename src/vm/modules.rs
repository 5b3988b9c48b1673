//! The modules that programs can import, and what is in them.

use super::builtins::Builtin;
use super::value::Value;

/// A module that stands ready without a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u64)]
pub enum Module {
    Time,
}

impl Module {
    pub fn named(name: &str) -> Option<Module> {
        match name {
            "time" => Some(Module::Time),
            _ => None,
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Module::Time => "time",
        }
    }

    pub fn member(self, name: &str) -> Option<Value> {
        let Module::Time = self;
        match name {
            "sleep" => Some(Value::Builtin(Builtin::TimeSleep)),
            "perf_counter" => Some(Value::Builtin(Builtin::TimePerfCounter)),
            "monotonic" => Some(Value::Builtin(Builtin::TimeMonotonic)),
            "time" => Some(Value::Builtin(Builtin::TimeTime)),
            _ => None,
        }
    }
}
