//! Calls of anything but a plain Python function: methods with their objects, classes, generators, native functions.

use crate::bytecode::FRAME_SLOTS;
use crate::vm::builtins::Builtin;
use crate::vm::call::Outcome;
use crate::vm::class;
use crate::vm::error::{self, Raise, Result};
use crate::vm::generator::GeneratorFlavor;
use crate::vm::kind::type_name;
use crate::vm::natives::Native;
use crate::vm::noted::Note;
use crate::vm::symbols;
use crate::vm::thread::Kind;
use crate::vm::value::{Object, Value};
use crate::vm::{construct, iter};

use super::{Entering, Machine, Next};

impl Machine<'_> {
    pub(super) fn before_with(&mut self) -> Result<Next> {
        let manager = self.at(1);
        if let Value::Obj(at) = manager
            && let Object::Lock(_) = self.heap.get(at)
        {
            return self.enter_lock(manager);
        }
        self.enter_context([symbols::ENTER, symbols::EXIT], "context manager", "__exit__")
    }

    /// Calls the method that the manager below the top is entered with, and leaves the one that it is left with under what
    /// that returns.
    pub(super) fn enter_context(&mut self, [enter, exit]: [u32; 2], protocol: &str, left_with: &str) -> Result<Next> {
        let manager = self.at(1);
        let (enter, exit) = (class::special(self.heap, manager, enter), class::special(self.heap, manager, exit));
        let (Some(enter), Some(exit)) = (enter, exit) else {
            let kind = type_name(self.heap, manager);
            let what = if enter.is_some() { format!(" (missed {left_with} method)") } else { String::new() };
            return Err(error::type_error(format!("'{kind}' object does not support the {protocol} protocol{what}")));
        };
        self.heap.keep(exit);
        self.heap.keep(manager);
        let bound = self.heap.take_object(Object::BoundFunction(exit, manager));
        let manager = self.pop();
        self.push(bound);
        self.push(manager);
        Ok(self.enter(enter, 1, Kind::Call))
    }

    /// The beginning of `with lock:`.
    fn enter_lock(&mut self, lock: Value) -> Result<Next> {
        let symbol = symbols::EXIT;
        let kind = type_name(self.heap, lock);
        let Some(exit) = self.heap.symbols.method(kind, symbol) else {
            return Err(error::system_error("a lock has an end of its with statement"));
        };
        let outcome = crate::vm::sync::take_for_good(self.heap, lock)?;
        // The lock itself goes over into the bound method.
        let lock = self.pop();
        let exit = self.heap.take_object(Object::BoundMethod(exit, lock));
        self.push(exit);
        match outcome {
            Outcome::Value(value) => self.go(value),
            outside => Ok(Next::Outside(outside)),
        }
    }

    pub(super) fn send(&mut self, end: u16) -> Result<Next> {
        let (iterator, value) = (self.at(2), self.at(1));
        if let Value::Obj(at) = iterator
            && let Object::Generator(_) = self.heap.get(at)
        {
            let sent = self.pop();
            return Ok(Next::Resume {
                slot: self.sp.wrapping_sub(1),
                keep: self.sp,
                kind: Kind::GeneratorSend,
                sent: Ok(sent),
            });
        }
        if let Some(next) = class::special(self.heap, iterator, symbols::NEXT) {
            self.drop_top(1);
            self.heap.keep(iterator);
            self.push(iterator);
            return Ok(self.enter(next, 1, Kind::NextSend));
        }
        if !matches!(value, Value::None) {
            return Err(error::attribute_error(format!(
                "'{}' object has no attribute 'send'",
                type_name(self.heap, iterator)
            )));
        }
        match iter::next(self.heap, iterator)? {
            Some(item) => self.replace(1, item),
            None => {
                self.drop_top(2);
                self.push(Value::None);
                Ok(Next::Jump(end))
            }
        }
    }

    pub(super) fn call_spread(&mut self, keywords: bool) -> Result<Next> {
        let named = if keywords { self.pop() } else { Value::None };
        let arguments = self.take_tuple();
        let entries: Vec<_> = self.heap.as_dict(named).map(|dict| dict.entries().collect()).unwrap_or_default();
        let start = self.sp.wrapping_sub(2);
        let fits = |count: usize| usize::from(self.sp) + count + 8 <= FRAME_SLOTS;
        let all_fit = fits(arguments.len() + entries.len());
        let packed = !all_fit && fits(1) && self.takes_packed(start);
        if !all_fit && !packed {
            self.heap.drop_value(named);
            if entries.is_empty() && self.is_native(start) {
                return self.call_native_at_once(start, arguments);
            }
            self.heap.drop_all(arguments);
            return Err(error::recursion_error("gilsim does not support calls with so many arguments"));
        }
        let (mut names, mut all) = (Vec::new(), arguments);
        for entry in entries {
            names.push(self.heap.keep(entry.key));
            all.push(self.heap.keep(entry.value));
        }
        if packed {
            let all = self.heap.take_tuple(all);
            let cell = self.heap.take_object(Object::Cell(all));
            self.push(cell);
        } else {
            all.into_iter().for_each(|argument| self.push(argument));
        }
        // Names, if only none, let the arguments be bound one by one.
        let names = if names.is_empty() && !packed { Value::None } else { self.heap.take_tuple(names) };
        self.heap.drop_value(named);
        let result = self.call(start, names);
        if !matches!(&result, Ok(Next::Enter(_))) {
            self.heap.drop_value(names);
        }
        result
    }

    /// Whether more arguments than a frame holds can be given as a cell with a tuple: `bind` unpacks it.
    fn takes_packed(&self, start: u8) -> bool {
        let at = |slot: u8| self.window[usize::from(slot)];
        let callee = if let Value::Unbound = at(start) { at(start + 1) } else { at(start) };
        let function = match callee {
            Value::Obj(at) if let Object::BoundFunction(function, _) = self.heap.get(at) => *function,
            callee => callee,
        };
        self.heap.as_function(function).is_some() || self.is_made_of_packed(function)
    }

    /// Whether it is a class whose instances a Python function makes, or completes, of the arguments.
    fn is_made_of_packed(&self, class: Value) -> bool {
        let Some(facts) = self.heap.as_class(class) else { return false };
        let is_plain = matches!(facts.meta, Value::Builtin(_)) && !class::is_exception_class(self.heap, class);
        is_plain && (facts.is_made_by_python || class::lookup(self.heap, class, symbols::INIT).is_some())
    }

    /// Calls what lies at `start`: NULL, callee and arguments, or callee and arguments. The names of the last arguments
    /// are a tuple, or None. The stack ends with the result, or with a call to be entered.
    pub fn call(&mut self, start: u8, names: Value) -> Result<Next> {
        let mut turns = 0;
        loop {
            turns += 1;
            if turns > 100 {
                return Err(error::recursion_error("maximum recursion depth exceeded"));
            }
            if let Value::Unbound = self.window[usize::from(start)] {
                self.window[usize::from(start)..usize::from(self.sp)].rotate_left(1);
                self.sp = self.sp.wrapping_sub(1);
            }
            let callee = self.window[usize::from(start)];
            if self.heap.as_function(callee).is_some() {
                let entering =
                    Entering { first: start + 1, keep: start, kind: Kind::Call, keywords: names, again: false };
                return Ok(Next::Enter(entering));
            }
            let replaced = match callee {
                Value::Obj(at) => match self.heap.get(at) {
                    Object::BoundFunction(function, to) => Some((*function, Some(*to))),
                    Object::BoundMethod(method, to) => Some((Value::Method(*method), Some(*to))),
                    Object::StaticMethod(function) | Object::GenericAlias(function, _) => Some((*function, None)),
                    Object::Instance(_) => {
                        self.heap.note(Note::Special);
                        class::special(self.heap, callee, symbols::CALL).map(|call| (call, Some(callee)))
                    }
                    Object::Class(_) => match class::special(self.heap, callee, symbols::CALL) {
                        Some(call) => {
                            self.heap.note(Note::Special);
                            Some((call, Some(callee)))
                        }
                        None => return self.instantiate(start, callee, names),
                    },
                    _ => None,
                },
                _ => None,
            };
            let Some((function, receiver)) = replaced else { return self.call_native(start, callee, names) };
            self.heap.keep(function);
            if let Some(receiver) = receiver {
                self.heap.keep(receiver);
                self.insert(start + 1, receiver);
            }
            self.window[usize::from(start)] = function;
            self.heap.drop_value(callee);
        }
    }

    fn is_native(&self, start: u8) -> bool {
        match self.window[usize::from(start) + 1] {
            Value::Builtin(_) | Value::Native(_) | Value::Method(_) => true,
            Value::Obj(at) => matches!(self.heap.get(at), Object::BoundMethod(..)),
            _ => false,
        }
    }

    /// With more arguments than lie on the stack at once. Takes them.
    fn call_native_at_once(&mut self, start: u8, arguments: Vec<Value>) -> Result<Next> {
        let outcome = crate::vm::call::call_native(self.heap, self.window[usize::from(start) + 1], &arguments);
        self.heap.drop_all(arguments);
        match outcome {
            Ok(Outcome::Value(value)) => self.replace(self.sp.wrapping_sub(start), value),
            Ok(outside) => {
                self.drop_top(self.sp.wrapping_sub(start));
                Ok(Next::Outside(outside))
            }
            Err(raise) if raise.needs_python() => {
                Err(error::recursion_error("gilsim does not support calls with so many arguments"))
            }
            Err(raise) => Err(raise),
        }
    }

    /// Puts a value into the stack; those above make room.
    pub(super) fn insert(&mut self, at: u8, value: Value) {
        self.push(value);
        self.window[usize::from(at)..usize::from(self.sp)].rotate_right(1);
    }

    pub(super) fn call_native(&mut self, start: u8, callee: Value, names: Value) -> Result<Next> {
        let arguments = self.window[usize::from(start) + 1..usize::from(self.sp)].to_vec();
        if let Some(next) = self.call_generator(start, callee, &arguments)? {
            return Ok(next);
        }
        if let (Value::None, Some(next)) = (names, self.call_on_scope(start, callee, &arguments)?) {
            return Ok(next);
        }
        if let Some(next) = self.call_on_module(start, callee, &arguments)? {
            return Ok(next);
        }
        if let (Value::None, Some(next)) = (names, self.call_on_text(start, callee, &arguments)?) {
            return Ok(next);
        }
        if let (Value::None, Some(next)) = (names, self.call_import(start, callee, &arguments)?) {
            return Ok(next);
        }
        if let (Value::None, Some(next)) = (names, self.call_on_attribute(start, callee, &arguments)?) {
            return Ok(next);
        }
        let outcome = match names {
            Value::None => crate::vm::call::call_native(self.heap, callee, &arguments),
            names => crate::vm::call::call_native_with_keywords(self.heap, callee, &arguments, &names),
        };
        match outcome {
            Ok(crate::vm::call::Outcome::Value(value)) => self.replace(self.sp.wrapping_sub(start), value),
            Ok(outside) => {
                self.drop_top(self.sp.wrapping_sub(start));
                Ok(Next::Outside(outside))
            }
            Err(raise) if raise.needs_python() => self.call_library(start, callee, names),
            Err(raise) if raise.kind == "TypeError" => self.call_on_numbers(start, callee, names, raise),
            Err(raise) => Err(raise),
        }
    }

    /// The library has what native code cannot do.
    pub(super) fn call_library(&mut self, start: u8, callee: Value, names: Value) -> Result<Next> {
        if let Value::Native(native) = callee {
            let own = format!("{}_{}", native.module().trim_start_matches('_'), native.name());
            if let Some(function) = self.library.get(&own) {
                return Ok(self.in_place_of(start, function, names));
            }
            if let Some(next) = self.numeric_call(start, callee, names) {
                return Ok(next);
            }
            return self.call_with_lists(start, native, names);
        }
        let name = match callee {
            Value::Builtin(builtin) => unqualified(builtin.name()).to_owned(),
            Value::Method(method) => {
                format!("{}_{}", unqualified(method.of().trim_start_matches("type ")), method.name())
            }
            _ => String::new(),
        };
        let general = || match callee {
            Value::Method(method) => self.library.get(&format!("any_{}", method.name())),
            _ => None,
        };
        let Some(function) = self.library.get(&name).or_else(general) else {
            if let Some(next) = self.numeric_call(start, callee, names) {
                return Ok(next);
            }
            return Err(error::type_error(format!(
                "gilsim does not support {name}() with objects of the program's own classes yet"
            )));
        };
        Ok(self.in_place_of(start, function, names))
    }

    /// Calls a function of the library in the place of a native one.
    fn in_place_of(&mut self, start: u8, function: Value, names: Value) -> Next {
        self.window[usize::from(start)] = self.heap.keep(function);
        Next::Enter(Entering { first: start + 1, keep: start, kind: Kind::Call, keywords: names, again: false })
    }

    /// A native function of a module has met an iterator that Python drives: it is called again with a list in its place.
    fn call_with_lists(&mut self, start: u8, native: Native, names: Value) -> Result<Next> {
        let given = &self.window[usize::from(start) + 1..usize::from(self.sp)];
        let (module, name) = (native.module().trim_start_matches('_'), native.name());
        if !given.iter().any(|value| iter::wants_python(self.heap, *value)) {
            return Err(error::type_error(format!(
                "gilsim does not support {module}.{name}() with objects of the program's own classes yet"
            )));
        }
        let Some(function) = self.library.get("call_with_lists") else {
            return Err(error::system_error("gilsim has lost its library"));
        };
        self.insert(start, function);
        self.heap.keep(function);
        Ok(Next::Enter(Entering { first: start + 1, keep: start, kind: Kind::Call, keywords: names, again: false }))
    }

    /// `next(generator)`, `generator.send(value)`, `generator.throw(exception)`.
    pub(super) fn call_generator(&mut self, start: u8, callee: Value, arguments: &[Value]) -> Result<Option<Next>> {
        let Some(Value::Obj(at)) = arguments.first().copied() else { return Ok(None) };
        let Object::Generator(generator) = self.heap.get(at) else { return Ok(None) };
        let is_iterator = generator.flavor == GeneratorFlavor::Generator || generator.flavor.is_of_library();
        let type_name = generator.flavor.type_name();
        let request = match callee {
            Value::Builtin(Builtin::Next) if is_iterator => "__next__",
            Value::Builtin(Builtin::FrameSend) => "send",
            Value::Builtin(Builtin::FrameThrow) => "throw",
            Value::Method(method) if method.of() == type_name => method.name(),
            _ => return Ok(None),
        };
        let sent = match (request, arguments) {
            ("__next__", [_]) => Ok(Value::None),
            ("send", [_, value]) => Ok(self.heap.keep(*value)),
            ("throw", [_, value]) if self.heap.as_exception(*value).is_some() => {
                self.heap.keep(*value);
                Err(Raise::into_generator(*value))
            }
            _ => return Ok(None),
        };
        // The generator takes the place below its frame, and is released with it.
        self.heap.keep(Value::Obj(at));
        self.drop_top(self.sp.wrapping_sub(start));
        self.push(Value::Obj(at));
        Ok(Some(Next::Resume { slot: start, keep: start, kind: Kind::GeneratorCall, sent }))
    }

    /// Makes an instance and calls `__init__` on it.
    pub(super) fn instantiate(&mut self, start: u8, class: Value, names: Value) -> Result<Next> {
        let arguments = self.window[usize::from(start) + 1..usize::from(self.sp)].to_vec();
        if self.heap.as_class(class).is_some_and(|class| class.is_made_by_python)
            && let Some(function) = self.only_new(class).or_else(|| self.library.get("construct"))
        {
            self.heap.keep(function);
            self.insert(start, function);
            let kind = Kind::Call;
            return Ok(Next::Enter(Entering { first: start + 1, keep: start, kind, keywords: names, again: false }));
        }
        let init = class::lookup(self.heap, class, symbols::INIT);
        let instance = construct::instance(self.heap, class, &arguments, init.is_some(), names)?;
        let Some(init) = init else {
            return self.replace(self.sp.wrapping_sub(start), instance);
        };
        self.heap.note(Note::Init);
        self.window[usize::from(start)] = instance;
        self.heap.drop_value(class);
        self.heap.keep(instance);
        self.heap.keep(init);
        self.insert(start + 1, instance);
        self.insert(start + 1, init);
        Ok(Next::Enter(Entering { first: start + 2, keep: start + 1, kind: Kind::Init, keywords: names, again: false }))
    }
}

impl Machine<'_> {
    /// The `__new__` of a class that has no `__init__` beside it, if it is a Python function: all that makes an instance.
    fn only_new(&mut self, class: Value) -> Option<Value> {
        // A mutable built-in base takes the arguments once more, to fill what `__new__` has made.
        let base = self.heap.as_class(class).and_then(|class| class.base);
        let is_filled =
            matches!(base, Some(Builtin::List | Builtin::Dict | Builtin::Set | Builtin::Bytearray | Builtin::Deque));
        let has_more = is_filled
            || class::lookup(self.heap, class, symbols::INIT).is_some()
            || class::is_exception_class(self.heap, class);
        let Value::Obj(found) = class::lookup(self.heap, class, symbols::NEW).filter(|_| !has_more)? else {
            return None;
        };
        let Object::StaticMethod(new) = *self.heap.get(found) else { return None };
        self.heap.as_function(new)?;
        // Its arguments are packed, and it is searched for.
        self.heap.note(Note::Packed);
        self.heap.note(Note::Special);
        Some(new)
    }
}

/// A type's name without its module.
fn unqualified(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or(name)
}
