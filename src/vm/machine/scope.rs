//! `locals`, `globals`, `vars` and `dir`: the names that the running frame sees, or that an object has.

use super::{Machine, Next};
use crate::bytecode::{Instr, SURPLUS};
use crate::vm::builtins::Builtin;
use crate::vm::error::Result;
use crate::vm::modules::Module;
use crate::vm::value::{Object, Value};
use crate::vm::{dict, names};

impl Machine<'_> {
    /// The functions that ask for the frame's names, or for a module's.
    pub(super) fn call_on_scope(&mut self, start: u8, callee: Value, given: &[Value]) -> Result<Option<Next>> {
        let Value::Builtin(builtin) = callee else { return Ok(None) };
        match (builtin, given) {
            (Builtin::Globals, []) => self.namespace_of(start, self.unit.module).map(Some),
            (Builtin::Locals | Builtin::Vars, []) if self.is_module_body() => {
                self.namespace_of(start, self.unit.module).map(Some)
            }
            (Builtin::Locals | Builtin::Vars, []) => {
                let locals = self.locals()?;
                self.replace(self.sp.wrapping_sub(start), locals).map(Some)
            }
            (Builtin::Vars, [Value::Module(module)]) => self.namespace_of(start, *module).map(Some),
            (Builtin::Dir, []) if self.is_module_body() => self.sorted_names(start, self.unit.module).map(Some),
            (Builtin::Dir, []) => {
                let locals = self.locals()?;
                let mut names = names::keys(self.heap, locals);
                self.heap.drop_value(locals);
                names.sort();
                self.replace_by_names(start, names).map(Some)
            }
            (Builtin::Dir, [Value::Module(module)]) => self.sorted_names(start, *module).map(Some),
            (Builtin::MemberNames, [Value::Module(module)]) => self.module_names(start, *module).map(Some),
            _ => Ok(None),
        }
    }

    pub(super) fn is_module_body(&self) -> bool {
        self.unit.code.name == "<module>" && self.unit.locals == 0 || self.unit.code.name == "<task>"
    }

    /// A mapping that is the variables of a module.
    fn namespace_of(&mut self, start: u8, module: Module) -> Result<Next> {
        self.drop_top(self.sp.wrapping_sub(start));
        self.push(Value::Module(module));
        self.library("module_namespace", 1)
    }

    fn sorted_names(&mut self, start: u8, module: Module) -> Result<Next> {
        let mut names = self.globals.names_of(&self.heap.symbols, module);
        names.sort();
        self.replace_by_names(start, names)
    }

    fn module_names(&mut self, start: u8, module: Module) -> Result<Next> {
        let names = self.globals.names_of(&self.heap.symbols, module);
        self.replace_by_names(start, names)
    }

    fn replace_by_names(&mut self, start: u8, names: Vec<String>) -> Result<Next> {
        let names = names.into_iter().map(|name| self.heap.new_str(name)).collect();
        let list = self.heap.take_list(names);
        self.replace(self.sp.wrapping_sub(start), list)
    }

    /// The local variables that have a value, as a new dict; in a class's body its namespace itself. Owned.
    pub(super) fn locals(&mut self) -> Result<Value> {
        if self.unit.code.varnames.first().is_some_and(|name| &**name == ".namespace") {
            return Ok(self.heap.keep(self.window[0]));
        }
        let made = self.heap.new_dict();
        for at in 0..usize::from(self.unit.locals) {
            let name = std::sync::Arc::clone(&self.unit.code.varnames[at]);
            let value = match (self.window[at], self.is_shared(at)) {
                (Value::Obj(cell), true) => match self.heap.get(cell) {
                    Object::Cell(inside) => *inside,
                    _ => Value::Obj(cell),
                },
                (other, _) => other,
            };
            if *name == *SURPLUS {
                names::add_surplus(self.heap, made, value)?;
            }
            if matches!(value, Value::Unbound) || name.starts_with('.') {
                continue;
            }
            let name = self.heap.new_str(&*name);
            self.heap.keep(value);
            dict::take_insert(self.heap, made, name, value)?;
        }
        Ok(made)
    }

    /// Whether the variable is kept in a cell.
    fn is_shared(&self, at: usize) -> bool {
        let is_free = at >= usize::from(self.unit.locals - self.unit.free);
        is_free || self.unit.code.instrs.contains(&Instr::MAKE_CELL(crate::bytecode::Local(at as u8)))
    }
}
