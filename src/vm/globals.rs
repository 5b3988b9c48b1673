//! Global variables: those of the program and of each module, in one table of slots. Knows no code.

use super::builtins::Builtin;
use super::exception::ExceptionKind;
use super::modules::Module;
use super::symbols::Symbols;
use super::value::Value;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::Arc;

/// A global variable, and the builtin that it hides, borrowed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Global {
    pub name: Arc<str>,
    pub value: Value,
    pub builtin: Value,
    is_library: bool,
}

impl Global {
    /// What the name means; nothing where it is unbound. Borrowed.
    pub fn meaning(&self) -> Value {
        if let Value::Unbound = self.value { self.builtin } else { self.value }
    }
}

/// The variables of all modules. A name of a module keeps its index for the interpreter's life.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Globals {
    index: HashMap<(u32, u32), u32, BuildHasherDefault<Mixer>>,
    pub slots: Vec<Global>,
    /// Slots of modules that are gone.
    free: Vec<u32>,
    /// What the program has put in the place of builtins. Borrowed from the variables of `builtins`.
    replaced: Vec<(Arc<str>, Value)>,
}

impl Globals {
    /// The slot of a module's variable. The library and standard modules see more builtins than programs.
    pub fn index_of(&mut self, symbols: &Symbols, module: Module, symbol: u32, is_library: bool) -> u32 {
        if let Some(at) = self.index.get(&(module.number(), symbol)) {
            return *at;
        }
        let name = Arc::clone(symbols.name(symbol));
        let exception = || ExceptionKind::named(&name).map(Value::Exception);
        let constant = || match &*name {
            "NotImplemented" => Some(Value::NotImplemented),
            "Ellipsis" => Some(Value::Ellipsis),
            _ => None,
        };
        let hidden = || if is_library { Builtin::hidden(&name) } else { None };
        let builtin = Builtin::named(&name).or_else(hidden).map(Value::Builtin);
        let builtin = builtin.or_else(exception).or_else(constant).unwrap_or(Value::Unbound);
        let replaced = self.replaced.iter().find(|(known, _)| !is_library && *known == name);
        let builtin = replaced.map_or(builtin, |(_, value)| *value);
        let global = Global { name, value: Value::Unbound, builtin, is_library };
        let at = self.free.pop().unwrap_or(self.slots.len() as u32);
        match self.slots.get_mut(at as usize) {
            Some(slot) => *slot = global,
            None => self.slots.push(global),
        }
        self.index.insert((module.number(), symbol), at);
        at
    }

    /// From now on the program's code finds this where it names the builtin. The value is borrowed.
    pub fn replace_builtin(&mut self, name: &Arc<str>, value: Value) {
        self.replaced.retain(|(known, _)| known != name);
        self.replaced.push((Arc::clone(name), value));
        let slots = self.slots.iter_mut().filter(|slot| !slot.is_library && slot.name == *name);
        slots.for_each(|slot| slot.builtin = value);
    }

    /// Calls `visit` with each module's number and the value of one of its variables.
    pub fn for_each(&self, mut visit: impl FnMut(u32, Value)) {
        self.index.iter().for_each(|((module, _), at)| visit(*module, self.slots[*at as usize].value));
    }

    /// Takes away the variables of modules, and gives their values, owned. Nobody may know a slot of theirs any more.
    #[must_use = "the values are owned"]
    pub fn forget(&mut self, is_gone: impl Fn(u32) -> bool) -> Vec<Value> {
        let gone = self.index.extract_if(|(module, _), _| is_gone(*module));
        let (mut gone, mut values): (Vec<u32>, Vec<Value>) = (gone.map(|(_, at)| at).collect(), Vec::new());
        // The order of a hash table is the same in every run, but nobody should depend on it.
        gone.sort_unstable();
        for at in gone.into_iter().rev() {
            values.push(std::mem::replace(&mut self.slots[at as usize].value, Value::Unbound));
            self.free.push(at);
        }
        values
    }

    /// The value of a module's variable, if it has one. Borrowed.
    pub fn member(&self, module: Module, symbol: u32) -> Option<Value> {
        let at = *self.index.get(&(module.number(), symbol))?;
        Some(self.slots[at as usize].value).filter(|value| !matches!(value, Value::Unbound))
    }

    /// The names of a module's variables that have a value, in the order in which its code first names them.
    pub fn names_of(&self, symbols: &Symbols, module: Module) -> Vec<String> {
        let own = self.index.iter().filter(|((number, _), _)| *number == module.number());
        let bound = own.filter(|(_, at)| !matches!(self.slots[**at as usize].value, Value::Unbound));
        let mut bound: Vec<(u32, u32)> = bound.map(|((_, symbol), at)| (*at, *symbol)).collect();
        bound.sort_unstable();
        bound.into_iter().map(|(_, symbol)| symbols.name(symbol).to_string()).collect()
    }

    /// Sets a module's variable. Takes the new value; what the variable was is returned, owned.
    #[must_use = "the old value is owned"]
    pub fn set(&mut self, symbols: &Symbols, module: Module, symbol: u32, value: Value) -> Value {
        let at = self.index_of(symbols, module, symbol, false);
        std::mem::replace(&mut self.slots[at as usize].value, value)
    }
}

/// A set of small numbers.
pub type NumberSet = std::collections::HashSet<u32, BuildHasherDefault<Mixer>>;

/// A hash for small numbers and pairs of them.
#[derive(Clone, Copy, Debug, Default)]
pub struct Mixer(u64);

impl Hasher for Mixer {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_u32((*byte).into()));
    }

    fn write_u32(&mut self, number: u32) {
        // An odd constant near 2^64 divided by the golden ratio, as in Fibonacci hashing.
        self.0 = (self.0.rotate_left(26) ^ u64::from(number)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
}
