//! Names in the body of a class: they are kept in a namespace, which a metaclass may have prepared. Names of a function
//! that has more variables than its frame has slots.

use super::{Machine, Next, fallback::discarded};
use crate::bytecode::{Local, Name, SURPLUS};
use crate::vm::error::{self, Raise, Result};
use crate::vm::value::{Object, Value};
use crate::vm::{class, dict, symbols};

impl Machine<'_> {
    /// Whether the namespace says in Python what is done with names.
    fn is_done_by_python(&self, namespace: Value, symbols: &[u32]) -> bool {
        self.heap.as_dict(namespace).is_none()
            || symbols.iter().any(|symbol| class::special(self.heap, namespace, *symbol).is_some())
    }

    fn name_text(&mut self, Name(name): Name) -> Value {
        self.heap.new_str(&*self.unit.code.names[usize::from(name)])
    }

    fn undefined(&self, local: u8, Name(name): Name) -> Box<Raise> {
        let name = &self.unit.code.names[usize::from(name)];
        match self.is_surplus(local) {
            true => error::unbound_local(name),
            false => error::name_error(format!("name '{name}' is not defined")),
        }
    }

    /// Whether the names are those of a function, and none of them means a global.
    fn is_surplus(&self, local: u8) -> bool {
        *self.unit.code.varnames[usize::from(local)] == *SURPLUS
    }

    pub(super) fn load_from_namespace(&mut self, Local(local): Local, name: Name) -> Result<Next> {
        let namespace = self.window[usize::from(local)];
        let global = &self.globals.slots[self.unit.globals[usize::from(name.0)] as usize];
        let outer = [global.value, global.builtin].into_iter().find(|value| !matches!(value, Value::Unbound));
        let outer = outer.filter(|_| !self.is_surplus(local));
        let key = self.name_text(name);
        if self.is_done_by_python(namespace, &[symbols::GETITEM, symbols::MISSING]) {
            let outer = outer.map(|value| self.heap.keep(value));
            self.heap.keep(namespace);
            self.push(namespace);
            self.push(key);
            self.push(Value::bool(outer.is_some()));
            self.push(outer.unwrap_or(Value::None));
            return self.library("class_variable", 4);
        }
        let found = dict::find(self.heap, namespace, key);
        self.heap.drop_value(key);
        let own = found?.and_then(|at| Some(self.heap.as_dict(namespace)?.entry(at).value));
        let Some(value) = own.or(outer) else { return Err(self.undefined(local, name)) };
        self.heap.keep(value);
        self.go(value)
    }

    pub(super) fn store_in_namespace(&mut self, Local(local): Local, name: Name) -> Result<Next> {
        let namespace = self.window[usize::from(local)];
        let key = self.name_text(name);
        if self.is_done_by_python(namespace, &[symbols::SETITEM]) {
            self.heap.keep(namespace);
            self.push(namespace);
            self.push(key);
            return Ok(discarded(self.library("set_item", 3)?));
        }
        let value = self.pop();
        dict::take_insert(self.heap, namespace, key, value)?;
        Ok(Next::Go)
    }

    pub(super) fn delete_from_namespace(&mut self, Local(local): Local, name: Name) -> Result<Next> {
        let namespace = self.window[usize::from(local)];
        let key = self.name_text(name);
        if self.is_done_by_python(namespace, &[symbols::DELITEM]) {
            self.heap.keep(namespace);
            self.push(namespace);
            self.push(key);
            return Ok(discarded(self.library("delete_item", 2)?));
        }
        let found = dict::find(self.heap, namespace, key);
        self.heap.drop_value(key);
        let Some(at) = found? else { return Err(self.undefined(local, name)) };
        if let Some(entry) = self.heap.as_table_mut(namespace).map(|table| table.remove(at)) {
            self.heap.drop_all([entry.key, entry.value]);
        }
        Ok(Next::Go)
    }

    /// The namespace with the cell that `super()` reads: where the class will be once it is made.
    pub(super) fn class_namespace(&mut self) -> Result<Next> {
        let namespace = self.window[0];
        let has_cell = self.unit.code.varnames.get(1).is_some_and(|name| &**name == "__class__")
            && self.unit.locals - self.unit.free > 1;
        let cell = self.window[1];
        if let (true, Value::Obj(at)) = (has_cell, cell)
            && let Object::Cell(_) = self.heap.get(at)
        {
            if self.heap.as_dict(namespace).is_none() {
                return Err(error::type_error("gilsim supports only dicts as namespaces of classes with super()"));
            }
            let key = self.heap.new_str("__classcell__");
            self.heap.keep(cell);
            dict::take_insert(self.heap, namespace, key, cell)?;
        }
        self.heap.keep(namespace);
        self.go(namespace)
    }
}
