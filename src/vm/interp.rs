//! An interpreter: heap, globals, and the code that it has loaded. Knows no thread, clock or lock.
//!
//! It is `Send` and `Clone`; a clone is what a forked process starts with.

use super::builtins::Builtin;
use super::heap::Heap;
use super::repr::repr;
use super::value::Value;
use crate::bytecode::{Code, Const};
use std::collections::HashMap;
use std::sync::Arc;

/// Code as this interpreter runs it: constants on the heap, names resolved to globals.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    pub code: Arc<Code>,
    /// Owned; `Unbound` for a code constant.
    pub consts: Box<[Value]>,
    /// For each of the code's names, its index in `Globals`.
    pub globals: Box<[u32]>,
    /// For each constant that is code, its unit.
    pub children: Box<[u32]>,
    /// `Code::varnames` without the way there.
    pub locals: u8,
    pub parameters: u8,
}

/// A global variable, and the builtin that it hides.
#[derive(Clone, Debug)]
pub(super) struct Global {
    pub name: Arc<str>,
    pub value: Value,
    pub builtin: Value,
}

/// The module's variables. A name keeps its index for the interpreter's life.
#[derive(Clone, Debug, Default)]
pub(super) struct Globals {
    index: HashMap<Arc<str>, u32>,
    pub slots: Vec<Global>,
}

/// One interpreter.
#[derive(Clone, Debug)]
pub struct Interp {
    pub(super) heap: Heap,
    pub(super) globals: Globals,
    pub(super) units: Vec<Unit>,
    /// By address; the unit keeps its code alive, so an address stays its own.
    loaded: HashMap<usize, u32>,
}

impl Default for Interp {
    fn default() -> Interp {
        Interp::new()
    }
}

impl Interp {
    pub fn new() -> Interp {
        let mut interp =
            Interp { heap: Heap::default(), globals: Globals::default(), units: Vec::new(), loaded: HashMap::new() };
        let name = interp.heap.new_str("__main__");
        let at = interp.globals.index_of("__name__");
        interp.globals.slots[at as usize].value = name;
        interp
    }

    /// The value's `repr`. Consumes the reference.
    pub fn take_repr(&mut self, value: Value) -> String {
        let text = repr(&self.heap, value).unwrap_or_else(|raise| format!("<{}: {}>", raise.kind, raise.message));
        self.heap.drop_value(value);
        text
    }

    /// Releases a value that `run` returned.
    pub fn take(&mut self, value: Value) {
        self.heap.drop_value(value);
    }

    /// How many objects are alive.
    pub fn live(&self) -> usize {
        self.heap.live()
    }

    /// Releases globals and constants, and says how many objects are still alive: with all threads ended, those that
    /// refer to each other in a circle.
    pub fn shutdown(mut self) -> usize {
        self.release_all();
        self.heap.live()
    }

    /// Makes code ready to run, with all functions in it. Code that is loaded already keeps its unit.
    pub(super) fn load(&mut self, code: &Arc<Code>) -> u32 {
        let address = Arc::as_ptr(code) as usize;
        if let Some(unit) = self.loaded.get(&address) {
            return *unit;
        }
        let children = code.consts.iter().map(|constant| match constant {
            Const::Code(inner) => self.load(inner),
            _ => u32::MAX,
        });
        let children = children.collect();
        let consts = code.consts.iter().map(|constant| constant_value(&mut self.heap, constant)).collect();
        let globals = code.names.iter().map(|name| self.globals.index_of(name)).collect();
        let (locals, parameters) = (code.varnames.len() as u8, code.parameters);
        let unit = self.units.len() as u32;
        self.units.push(Unit { code: Arc::clone(code), consts, globals, children, locals, parameters });
        self.loaded.insert(address, unit);
        unit
    }
}

impl Globals {
    fn index_of(&mut self, name: &str) -> u32 {
        if let Some(at) = self.index.get(name) {
            return *at;
        }
        let name: Arc<str> = name.into();
        let at = self.slots.len() as u32;
        let builtin = Builtin::named(&name).map_or(Value::Unbound, Value::Builtin);
        self.slots.push(Global { name: Arc::clone(&name), value: Value::Unbound, builtin });
        self.index.insert(name, at);
        at
    }
}

fn constant_value(heap: &mut Heap, constant: &Const) -> Value {
    match constant {
        Const::None => Value::None,
        Const::Bool(value) => Value::bool(*value),
        Const::Int(value) => Value::Int(*value),
        Const::BigInt(value) => heap.new_int(value.clone()),
        Const::Float(value) => Value::float(*value),
        Const::Str(text) => heap.new_str(&**text),
        Const::Tuple(items) => {
            let items: Vec<Value> = items.iter().map(|item| constant_value(heap, item)).collect();
            heap.take_tuple(items)
        }
        Const::Code(_) => Value::Unbound,
    }
}
