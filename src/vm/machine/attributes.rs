//! Attributes: loaded, set and deleted, where a function of the program's may have to be called for it.

use super::{Entering, Machine, Next};
use crate::bytecode::Name;
use crate::vm::attribute::{self, Loaded};
use crate::vm::builtins::Builtin;
use crate::vm::class;
use crate::vm::descriptor::{self, Stored};
use crate::vm::error::{self, Result};
use crate::vm::methods::Method;
use crate::vm::noted::Note;
use crate::vm::symbols;
use crate::vm::thread::Kind;
use crate::vm::value::{Object, Value};

impl Machine<'_> {
    pub(super) fn load_attribute(&mut self, name: Name) -> Result<Next> {
        let object = self.at(1);
        if self.heap.hooks_attributes
            && class::special(self.heap, object, symbols::GETATTRIBUTE).is_some()
            && class::special(self.heap, object, symbols::GETATTR).is_some()
        {
            let name = self.heap.new_str(&*self.unit.code.names[usize::from(name.0)]);
            self.push(name);
            return self.library("hooked_attribute", 2);
        }
        let symbol = self.symbol(name);
        match attribute::look_up(self.heap, object, symbol)? {
            Loaded::Getter(getter) if self.has_fallback(object) => {
                self.or_fallback(getter, symbol, "property_or_fallback")
            }
            Loaded::Descriptor(get) if self.has_fallback(object) => {
                self.or_fallback(get, symbol, "descriptor_or_fallback")
            }
            loaded => self.loaded(loaded, symbol),
        }
    }

    fn or_fallback(&mut self, getter: Value, symbol: u32, how: &'static str) -> Result<Next> {
        self.push(getter);
        let name = self.heap.name_text(symbol);
        self.push(name);
        self.library(how, 3)
    }

    /// Whether a property that raises AttributeError does not have the last word.
    fn has_fallback(&self, object: Value) -> bool {
        let is_instance = matches!(object, Value::Obj(at) if matches!(self.heap.get(at), Object::Instance(_)));
        is_instance && class::special(self.heap, object, symbols::GETATTR).is_some()
    }

    /// The attribute takes the place of the object on top.
    fn loaded(&mut self, loaded: Loaded, symbol: u32) -> Result<Next> {
        let object = self.at(1);
        match loaded {
            Loaded::Plain(value) => self.replace(1, value),
            Loaded::Method(method) => {
                self.heap.keep(object);
                let bound = self.heap.take_object(Object::BoundMethod(method, object));
                self.replace(1, bound)
            }
            Loaded::Function(function) => {
                self.heap.keep(object);
                let bound = self.heap.take_object(Object::BoundFunction(function, object));
                self.replace(1, bound)
            }
            Loaded::Member(module, symbol) => match self.globals.member(module, symbol) {
                Some(member) => {
                    self.heap.keep(member);
                    self.replace(1, member)
                }
                None if matches!(object, Value::Module(_)) => self.missing_member(module, symbol),
                // The variables of the module that a function was defined in.
                None => {
                    let name = self.heap.name_text(symbol);
                    self.drop_top(1);
                    self.push(Value::Module(module));
                    self.push(name);
                    self.library("module_attribute", 2)
                }
            },
            Loaded::Getter(getter) => {
                let is_native = self.heap.is_stand_in(getter);
                self.heap.note(if is_native { Note::Item } else { Note::Packed });
                self.replace_super();
                if self.heap.as_function(getter).is_none() {
                    self.insert(self.sp.wrapping_sub(1), getter);
                    return self.call(self.sp.wrapping_sub(2), Value::None);
                }
                let next = self.enter(getter, 1, Kind::Call);
                self.heap.drop_value(getter);
                Ok(next)
            }
            Loaded::Descriptor(get) => {
                self.replace_super();
                self.note_special(get);
                let object = self.at(1);
                let is_class = self.heap.as_class(object).is_some();
                let class = if is_class { object } else { class::class_of(self.heap, object) };
                self.heap.keep(class);
                if is_class {
                    self.drop_top(1);
                    self.push(Value::None);
                }
                self.push(class);
                self.insert(self.sp.wrapping_sub(2), get);
                self.call(self.sp.wrapping_sub(3), Value::None)
            }
            Loaded::Fallback(fallback) => {
                let name = self.heap.symbols.name(symbol).to_string();
                let name = self.heap.new_str(name);
                self.push(name);
                if self.heap.as_function(fallback).is_none() {
                    self.insert(self.sp.wrapping_sub(2), fallback);
                    return self.call(self.sp.wrapping_sub(3), Value::None);
                }
                // An AttributeError is made first, and caught.
                if !self.heap.is_stand_in(fallback) {
                    self.heap.note(Note::Explained);
                    self.heap.note(Note::Raise);
                    self.heap.note(Note::Special);
                }
                let next = self.enter(fallback, 2, Kind::Call);
                self.heap.drop_value(fallback);
                Ok(next)
            }
        }
    }

    /// What `super()` has found computed is computed for the object itself.
    fn replace_super(&mut self) {
        if let Value::Obj(at) = self.at(1)
            && let Object::Super(_, object) = self.heap.get(at)
        {
            let object = *object;
            self.heap.keep(object);
            self.drop_top(1);
            self.push(object);
        }
    }

    /// A method that is computed when it is called: the attribute is loaded first, and called plainly.
    pub fn load_method_slowly(&mut self, name: Name) -> Result<Next> {
        if let Value::Module(module) = self.at(1)
            && self.globals.member(module, self.symbol(name)).is_none()
            && !self.computes_member(module, self.symbol(name))
        {
            return self.missing_member(module, self.symbol(name));
        }
        let object = self.pop();
        self.push(Value::Unbound);
        self.push(object);
        self.load_attribute(name)
    }

    pub(super) fn store_attribute(&mut self, name: Name) -> Result<Next> {
        let (object, value, symbol) = (self.at(1), self.at(2), self.symbol(name));
        self.heap.keep(value);
        if let Value::Module(module) = object {
            self.store_member(module, symbol, value)?;
            self.drop_top(2);
            return Ok(Next::Go);
        }
        let stored = descriptor::store(self.heap, object, symbol, Some(value), true)?;
        self.drop_top(2);
        self.finish_store(stored, Kind::Discard)
    }

    pub(super) fn delete_attribute(&mut self, name: Name) -> Result<Next> {
        let (object, symbol) = (self.at(1), self.symbol(name));
        if let Value::Module(module) = object {
            self.delete_member(module, symbol)?;
            self.drop_top(1);
            return Ok(Next::Go);
        }
        let stored = descriptor::store(self.heap, object, symbol, None, true)?;
        self.drop_top(1);
        self.finish_store(stored, Kind::Discard)
    }

    /// Calls what is to be called. The frame of anything but a plain function is not of the kind that drops its result.
    fn finish_store(&mut self, stored: Stored, kind: Kind) -> Result<Next> {
        let Stored::Call(function, arguments) = stored else { return Ok(Next::Go) };
        let start = self.sp;
        self.push(function);
        arguments.into_iter().for_each(|argument| self.push(argument));
        match self.call(start, Value::None)? {
            Next::Enter(entering) if entering.kind == Kind::Call => Ok(Next::Enter(Entering { kind, ..entering })),
            Next::Go if kind == Kind::Discard => {
                self.drop_top(1);
                Ok(Next::Go)
            }
            other => Ok(other),
        }
    }

    /// `setattr`, `delattr`, `object.__setattr__` and `object.__delattr__`, which answer None.
    pub(super) fn call_on_attribute(&mut self, start: u8, callee: Value, given: &[Value]) -> Result<Option<Next>> {
        if let (Value::Method(Method::ObjectGetattribute), [object, name]) = (callee, given) {
            let Some(name) = self.heap.as_str(*name).map(|name| name.text.clone()) else {
                return Err(error::type_error("attribute name must be string"));
            };
            let symbol = self.heap.symbols.of(&name);
            let loaded = attribute::look_up_without_fallback(self.heap, *object, symbol)?;
            self.heap.keep(*object);
            self.drop_top(self.sp.wrapping_sub(start));
            self.push(*object);
            return self.loaded(loaded, symbol).map(Some);
        }
        let (asks, sets) = match callee {
            Value::Builtin(Builtin::Setattr) => (true, true),
            Value::Builtin(Builtin::Delattr) => (true, false),
            Value::Method(Method::ObjectSetattr) => (false, true),
            Value::Method(Method::ObjectDelattr) => (false, false),
            _ => return Ok(None),
        };
        let wanted = if sets { 3 } else { 2 };
        if given.len() != wanted {
            let name = if sets { "setattr" } else { "delattr" };
            return Err(error::type_error(format!("{name} expected {wanted} arguments, got {}", given.len())));
        }
        let Some(name) = self.heap.as_str(given[1]).map(|name| name.text.clone()) else {
            return Err(error::type_error(
                "attribute name must be string, not '".to_owned()
                    + crate::vm::kind::type_name(self.heap, given[1])
                    + "'",
            ));
        };
        let symbol = self.heap.symbols.of(&name);
        let new = sets.then(|| self.heap.keep(given[2]));
        let stored = descriptor::store(self.heap, given[0], symbol, new, asks)?;
        self.drop_top(self.sp.wrapping_sub(start));
        self.push(Value::None);
        self.finish_store(stored, Kind::Discard).map(Some)
    }
}
