//! Native functions that were given a program's object that is an index or a number by what its class says: the library
//! asks it, and calls again.

use super::{Entering, Machine, Next};
use crate::bytecode::Instr;
use crate::vm::builtins::Builtin;
use crate::vm::class;
use crate::vm::error::{Raise, Result};
use crate::vm::thread::Kind;
use crate::vm::value::{Object, Value};

/// Native functions that ask an object for more than `__index__`, and what for.
const NUMERIC: &[(&str, &[&str])] = &[
    ("int", &["__int__", "__index__", "__trunc__"]),
    ("float", &["__float__", "__index__"]),
    ("round", &["__round__"]),
    ("divmod", &["__divmod__", "__rdivmod__"]),
    ("pow", &["__pow__", "__rpow__"]),
    ("bytes", &["__bytes__"]),
    ("floor", &["__floor__", "__float__"]),
    ("ceil", &["__ceil__", "__float__"]),
    ("trunc", &["__trunc__"]),
];

/// Native functions that want no number: what they say of an object is said of it as it is.
const OF_NO_NUMBERS: &[&str] = &[
    "all",
    "any",
    "dict",
    "enumerate",
    "filter",
    "frozenset",
    "iter",
    "len",
    "list",
    "map",
    "next",
    "reversed",
    "set",
    "sorted",
    "sum",
    "tuple",
    "zip",
];

impl Machine<'_> {
    /// Whether a call has failed that may succeed once an argument was asked which number it is.
    pub fn may_be_numeric(&self, instr: Instr, raise: &Raise) -> bool {
        let count = match instr {
            Instr::CALL(count) | Instr::CALL_KW(count, _) => count,
            _ => return false,
        };
        let has_index = |value: &Value| {
            let instance = self.heap.as_instance(*value);
            instance.is_some_and(|instance| matches!(instance.base, Value::Unbound))
        };
        raise.kind == "TypeError" && (1..=count.saturating_add(1)).any(|depth| has_index(&self.at(depth)))
    }

    /// Calls what the library has in the place of the native function that has refused the arguments.
    pub(super) fn call_on_numbers(
        &mut self,
        start: u8,
        callee: Value,
        names: Value,
        raise: Box<Raise>,
    ) -> Result<Next> {
        let Some(next) = self.numeric_call(start, callee, names) else { return Err(raise) };
        self.heap.drop_all(raise.thrown);
        Ok(next)
    }

    /// The same where the library has it.
    pub(super) fn numeric_call(&mut self, start: u8, callee: Value, names: Value) -> Option<Next> {
        let arguments = self.window[usize::from(start) + 1..usize::from(self.sp)].to_vec();
        let (function, takes_callee) = self.numeric_function(callee, &arguments)?;
        self.heap.keep(function);
        match takes_callee {
            true => self.insert(start, function),
            false => self.window[usize::from(start)] = function,
        }
        let (first, keep, kind) = (start + 1, start, Kind::Call);
        Some(Next::Enter(Entering { first, keep, kind, keywords: names, again: false }))
    }

    /// What the library does where a native function was given a program's object that can be a number; whether it is to
    /// be given the native function too.
    fn numeric_function(&self, callee: Value, arguments: &[Value]) -> Option<(Value, bool)> {
        let name = match callee {
            // The library asks for itself.
            Value::Builtin(builtin) if Builtin::hidden(builtin.name()).is_some() => return None,
            Value::Builtin(builtin) => builtin.name(),
            Value::Method(method) => method.name(),
            Value::Native(native) => native.name(),
            Value::Obj(at) => match self.heap.get(at) {
                Object::BoundMethod(method, _) => method.name(),
                _ => return None,
            },
            _ => return None,
        };
        if OF_NO_NUMBERS.contains(&name) {
            return None;
        }
        let has = |name: &str| {
            let symbol = self.heap.symbols.known(name);
            symbol.is_some_and(|symbol| arguments.iter().any(|one| class::special(self.heap, *one, symbol).is_some()))
        };
        if takes_bytes(callee, arguments.len()) && has("tobytes") {
            return Some((self.library.get("call_with_bytes")?, true));
        }
        let special = NUMERIC.iter().find(|(function, hooks)| *function == name && hooks.iter().any(|hook| has(hook)));
        if special.is_some() {
            return Some((self.library.get(&format!("numeric_{name}"))?, false));
        }
        if matches!(callee, Value::Native(_)) && has("__float__") {
            return Some((self.library.get("call_with_floats")?, true));
        }
        has("__index__").then(|| self.library.get("call_with_indexes").map(|function| (function, true))).flatten()
    }
}

/// Whether it is a function of bytes, to which a view is as good.
fn takes_bytes(callee: Value, given: usize) -> bool {
    match callee {
        Value::Method(method) => {
            matches!(method.of(), "bytes" | "bytearray" | "_hashlib.HASH") || method.name() == "from_bytes"
        }
        Value::Native(native) => matches!(native.module(), "_base64" | "_hashlib" | "_sre" | "_zlib"),
        Value::Builtin(Builtin::Str) => given > 1,
        _ => false,
    }
}
