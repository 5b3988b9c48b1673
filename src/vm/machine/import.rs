//! Imports, and the variables of modules that are asked for by name.

use super::{Machine, Next};
use crate::bytecode::{Code, Name};
use crate::vm::builtins::Builtin;
use crate::vm::dict;
use crate::vm::error::{self, Raise, Result};
use crate::vm::modules::{self, Found, Module};
use crate::vm::natives::Native;
use crate::vm::symbols;
use crate::vm::value::Value;
use std::sync::Arc;

/// Where an import finds a module.
enum Place {
    /// Borrowed.
    There(Value),
    Code(Module, Arc<Code>),
    /// Another thread imports this module on the way to it.
    Begun(Module),
    /// The library looks for it among the program's files.
    File,
}

impl Machine<'_> {
    /// Pushes the module of this whole name. A package is imported before what is in it.
    pub(super) fn import_name(&mut self, name: Name) -> Result<Next> {
        let whole = Arc::clone(&self.unit.code.names[usize::from(name.0)]);
        let whole = self.absolute(&whole)?;
        match self.find_module(&whole)? {
            Place::There(module) => {
                self.heap.keep(module);
                self.go(module)
            }
            Place::Code(module, code) => Ok(Next::Import(module, code)),
            Place::Begun(module) => Ok(Next::Await(module)),
            Place::File => {
                let name = self.heap.new_str(&*whole);
                self.push(name);
                self.library("import_file", 1)
            }
        }
    }

    /// `_imp.load(name)`, an import by a name that only the run of the program tells, and `_imp.loaded()`.
    pub(super) fn call_import(&mut self, start: u8, callee: Value, given: &[Value]) -> Result<Option<Next>> {
        if let (Value::Native(Native::ImpLoaded), []) = (callee, given) {
            let table = self.heap.new_dict();
            for (name, module) in self.modules.in_order() {
                self.enter_module_in(table, &name, module)?;
            }
            return self.replace(self.sp.wrapping_sub(start), table).map(Some);
        }
        let (Value::Native(Native::ImpLoad), [name]) = (callee, given) else { return Ok(None) };
        let Some(name) = self.heap.as_str(*name).map(|name| name.text.clone()) else { return Ok(None) };
        match self.find_module(&name)? {
            Place::There(module) => {
                self.heap.keep(module);
                self.replace(self.sp.wrapping_sub(start), module).map(Some)
            }
            Place::Code(module, code) => {
                // As below.
                self.insert(start, Value::Unbound);
                Ok(Some(Next::Import(module, code)))
            }
            Place::Begun(module) => {
                self.insert(start, Value::Unbound);
                Ok(Some(Next::Await(module)))
            }
            Place::File => {
                let name = self.heap.new_str(&*name);
                self.drop_top(self.sp.wrapping_sub(start));
                self.push(name);
                self.library("import_file", 1).map(Some)
            }
        }
    }

    /// The whole name of a module that may be named from the package that the running module is in.
    fn absolute(&mut self, name: &Arc<str>) -> Result<Arc<str>> {
        let own = name.trim_start_matches('.');
        let Some(above) = (name.len() - own.len()).checked_sub(1) else { return Ok(Arc::clone(name)) };
        let symbol = self.heap.symbols.of("__package__");
        let package = self.globals.member(self.unit.module, symbol).and_then(|package| self.heap.as_str(package));
        let package = package.map(|package| package.text.to_string()).unwrap_or_default();
        if package.is_empty() {
            return Err(modules::not_relative(self.heap, "attempted relative import with no known parent package"));
        }
        let mut parts: Vec<&str> = package.split('.').collect();
        if above >= parts.len() {
            return Err(modules::not_relative(self.heap, "attempted relative import beyond top-level package"));
        }
        parts.truncate(parts.len() - above);
        parts.extend(Some(own).filter(|own| !own.is_empty()));
        Ok(parts.join(".").into())
    }

    /// Whether a module that gilsim does not have may be a file: in a package of the program, in its folder, or in one that
    /// it has put into `sys.path`.
    fn may_be_file(&mut self, package: Value, name: &str) -> bool {
        if name.contains('.') {
            return self.is_made(package);
        }
        let sys = self.modules.loaded("sys");
        let symbol = self.heap.symbols.of("path");
        let path = sys.and_then(|sys| self.globals.member(sys, symbol)).and_then(|path| self.heap.as_items(path));
        let folder = self.heap.settings.script_folder();
        let is_own = |items: &[Value]| match items {
            [first] => self.heap.as_str(*first).is_some_and(|first| *first.text == *folder),
            _ => false,
        };
        path.is_some_and(|items| !is_own(items)) || self.heap.settings.neighbours.iter().any(|own| own == name)
    }

    /// Where the module of this whole name is; of those on the way to it the first whose code is to be run.
    fn find_module(&mut self, whole: &str) -> Result<Place> {
        let ends = whole.match_indices('.').map(|(at, _)| at).chain([whole.len()]);
        let mut found = Value::Module(Module::MAIN);
        for end in ends {
            let name = &whole[..end];
            if let Some(code) = self.modules.take_main_again(name) {
                return Ok(Place::Code(Module::MAIN, code));
            }
            if let Some(known) = self.in_table_of_modules(name) {
                if matches!(known, Value::None) {
                    return Err(modules::halted(self.heap, name));
                }
                match known {
                    Value::Module(module) if self.heap.must_wait_for(module) => return Ok(Place::Begun(module)),
                    _ if self.is_begun_by_another(known) => return Ok(Place::File),
                    _ => found = known,
                }
                continue;
            }
            found = Value::Module(match self.modules.find(name) {
                Found::Loaded(module) if self.heap.must_wait_for(module) => return Ok(Place::Begun(module)),
                Found::Loaded(module) => module,
                Found::Native(members) => {
                    let module = self.add_module(name);
                    for (member, value) in members {
                        let symbol = self.heap.symbols.of(member);
                        let value = modules::member_value(self.heap, *value);
                        self.set_member(module, symbol, value);
                    }
                    module
                }
                Found::Code(code) => return Ok(Place::Code(self.add_module(name), code)),
                Found::Missing => match self.module_in(found, name) {
                    Some(module) => module,
                    None if self.may_be_file(found, name) => return Ok(Place::File),
                    None if self.is_made(found) => return Err(modules::no_package(self.heap, name)),
                    None => return Err(modules::no_module(self.heap, name)),
                },
            });
        }
        Ok(Place::There(found))
    }

    /// Whether another thread is executing the module's body, which is then waited for.
    fn is_begun_by_another(&mut self, module: Value) -> bool {
        let Value::Module(module) = module else { return false };
        if !self.heap.made_modules.contains(&module.number()) {
            return false;
        }
        let symbol = self.heap.symbols.of("__initializing__");
        let by = self.globals.member(module, symbol);
        matches!(by, Some(Value::Int(ident)) if ident != self.heap.idents.of(self.heap.running))
    }

    /// What the program can have put into `sys.modules` under this name. Borrowed.
    fn in_table_of_modules(&mut self, name: &str) -> Option<Value> {
        let table = self.table_of_modules()?;
        let table = self.heap.as_dict(table)?;
        Some(table.entry(table.find_name(self.heap, name)?).value)
    }

    /// Whether it is a module that the program has made.
    fn is_made(&self, module: Value) -> bool {
        match module {
            Value::Module(module) => self.heap.made_modules.contains(&module.number()),
            _ => true,
        }
    }

    /// The module that a package knows by another name, as `os.path`.
    fn module_in(&mut self, package: Value, name: &str) -> Option<Module> {
        let Value::Module(package) = package else { return None };
        let symbol = self.heap.symbols.of(name.rsplit_once('.')?.1);
        match self.globals.member(package, symbol)? {
            Value::Module(module) => Some(module),
            _ => None,
        }
    }

    /// Registers a module, and makes it a member of its package.
    fn add_module(&mut self, name: &str) -> Module {
        let module = self.modules.add(self.heap, name);
        let (symbol, text) = (self.heap.symbols.of("__name__"), self.heap.new_str(name));
        self.set_member(module, symbol, text);
        if let Some((package, own)) = name.rsplit_once('.')
            && let Found::Loaded(package) = self.modules.find(package)
        {
            let symbol = self.heap.symbols.of(own);
            self.set_member(package, symbol, Value::Module(module));
        }
        if let (true, Some(table)) = (modules::is_public(name), self.table_of_modules()) {
            // A text has a hash, and what the table has is compared natively, so this cannot fail.
            let _ = self.enter_module_in(table, name, module);
        }
        module
    }

    /// `sys.modules`, where the program can know it. Borrowed.
    fn table_of_modules(&mut self) -> Option<Value> {
        let sys = self.modules.loaded("sys")?;
        let symbol = self.heap.symbols.of("modules");
        self.globals.member(sys, symbol).filter(|table| self.heap.as_dict(*table).is_some())
    }

    fn enter_module_in(&mut self, table: Value, name: &str, module: Module) -> Result<()> {
        let name = self.heap.new_str(name);
        dict::take_insert(self.heap, table, name, Value::Module(module))
    }

    /// A module lacks this; one that is partly native may get its rest, and is asked again.
    #[cold]
    pub(super) fn missing_member(&mut self, module: Module, symbol: u32) -> Result<Next> {
        if self.heap.must_wait_for(module) {
            return Ok(Next::Await(module));
        }
        match self.modules.take_rest(self.heap, module) {
            Some(rest) => Ok(Next::Import(module, rest)),
            None if self.computes_member(module, symbol) => {
                let name = self.heap.name_text(symbol);
                self.push(name);
                self.library("module_attribute", 2)
            }
            None => Err(self.no_member(module, symbol)),
        }
    }

    /// A module of the program that is still being executed may get it yet.
    #[cold]
    fn no_member(&mut self, module: Module, symbol: u32) -> Box<Raise> {
        let initializing = self.heap.symbols.of("__initializing__");
        if self.globals.member(module, initializing).is_none() {
            return modules::no_member(self.heap, module, symbol);
        }
        let (name, member) = (&self.heap.module_names[module.number() as usize], self.heap.symbols.name(symbol));
        error::attribute_error(format!(
            "partially initialized module '{name}' has no attribute '{member}' (most likely due to a circular import)"
        ))
    }

    /// Whether what the module lacks among its variables comes of something else: `__dict__`, or its own `__getattr__`.
    pub(super) fn computes_member(&self, module: Module, symbol: u32) -> bool {
        symbol == symbols::DICT || self.globals.member(module, symbols::GETATTR).is_some()
    }

    /// Pushes a member of the module on top: a variable, or a module in the package.
    pub(super) fn import_from(&mut self, name: Name) -> Result<Next> {
        let (symbol, Value::Module(module)) = (self.symbol(name), self.at(1)) else {
            return self.import_by_attribute(name);
        };
        if let Some(member) = self.globals.member(module, symbol) {
            self.heap.keep(member);
            return self.go(member);
        }
        if self.heap.must_wait_for(module) {
            return Ok(Next::Await(module));
        }
        if let Some(rest) = self.modules.take_rest(self.heap, module) {
            return Ok(Next::Import(module, rest));
        }
        let member = Arc::clone(&self.unit.code.names[usize::from(name.0)]);
        let whole = format!("{}.{member}", self.heap.module_names[module.number() as usize]);
        match self.modules.find(&whole) {
            Found::Code(code) => Ok(Next::Import(self.add_module(&whole), code)),
            _ if self.is_made(Value::Module(module)) => self.import_by_attribute(name),
            _ => Err(modules::cannot_import(self.heap, module, &member)),
        }
    }

    /// Pushes an attribute of what the program has put into `sys.modules` in place of a module.
    fn import_by_attribute(&mut self, name: Name) -> Result<Next> {
        let (module, symbol) = (self.at(1), self.symbol(name));
        self.heap.keep(module);
        let name = self.heap.name_text(symbol);
        self.push(module);
        self.push(name);
        self.library("import_from", 2)
    }

    /// Takes the value.
    pub(super) fn set_member(&mut self, module: Module, symbol: u32, value: Value) {
        let old = self.globals.set(&self.heap.symbols, module, symbol, value);
        self.heap.drop_value(old);
    }

    /// The same on behalf of the program.
    pub(super) fn store_member(&mut self, module: Module, symbol: u32, value: Value) -> Result<()> {
        let is_sys = &*self.heap.module_names[module.number() as usize] == "sys";
        let name = &**self.heap.symbols.name(symbol);
        if is_sys && name == "stdout" {
            let symbol = self.heap.symbols.of("__stdout__");
            let own = self.globals.member(module, symbol);
            self.heap.redirected = own.is_none_or(|own| !crate::vm::compare::is_identical(own, value));
        }
        if is_sys && &**self.heap.symbols.name(symbol) == "excepthook" {
            let symbol = self.heap.symbols.of("__excepthook__");
            let own = self.globals.member(module, symbol);
            self.heap.hooked = own.is_some_and(|own| !crate::vm::compare::is_identical(own, value));
        }
        let name = &**self.heap.symbols.name(symbol);
        if is_sys && matches!(name, "stdin" | "displayhook") {
            let message = format!("gilsim does not support replacing sys.{name} yet");
            self.heap.drop_value(value);
            return Err(error::type_error(message));
        }
        self.replace_builtin(module, symbol, value);
        self.set_member(module, symbol, value);
        Ok(())
    }

    /// Where the module is that of the builtins.
    fn replace_builtin(&mut self, module: Module, symbol: u32, value: Value) {
        if &*self.heap.module_names[module.number() as usize] == "builtins" && self.is_known_as(module, "builtins") {
            self.globals.replace_builtin(self.heap.symbols.name(symbol), value);
        }
    }

    fn is_known_as(&self, module: Module, name: &str) -> bool {
        matches!(self.modules.find(name), Found::Loaded(found) if found == module)
    }

    pub(super) fn delete_member(&mut self, module: Module, symbol: u32) -> Result<()> {
        if self.globals.member(module, symbol).is_none() {
            return Err(modules::no_member(self.heap, module, symbol));
        }
        self.replace_builtin(module, symbol, Value::Unbound);
        self.set_member(module, symbol, Value::Unbound);
        Ok(())
    }

    /// `getattr`, `hasattr`, `setattr` and `delattr` on a module.
    pub(super) fn call_on_module(&mut self, start: u8, callee: Value, given: &[Value]) -> Result<Option<Next>> {
        let Value::Builtin(builtin) = callee else { return Ok(None) };
        let [Value::Module(module), name, rest @ ..] = given else { return Ok(None) };
        let Some(name) = self.heap.as_str(*name).map(|name| name.text.clone()) else { return Ok(None) };
        let symbol = self.heap.symbols.of(&name);
        let found = self.globals.member(*module, symbol);
        let asks = matches!(builtin, Builtin::Hasattr | Builtin::Getattr);
        if found.is_none() && asks && self.heap.must_wait_for(*module) {
            self.insert(start, Value::Unbound);
            return Ok(Some(Next::Await(*module)));
        }
        if found.is_none()
            && asks
            && let Some(rest) = self.modules.take_rest(self.heap, *module)
        {
            // The call is executed again, and finds its operands as they were.
            self.insert(start, Value::Unbound);
            return Ok(Some(Next::Import(*module, rest)));
        }
        if found.is_none()
            && let Builtin::Hasattr | Builtin::Getattr = builtin
            && self.computes_member(*module, symbol)
        {
            let given = self.heap.keep_all(given);
            self.drop_top(self.sp.wrapping_sub(start));
            let (count, is_asked) = (given.len() as u8, builtin == Builtin::Hasattr);
            given.into_iter().for_each(|value| self.push(value));
            let function = if is_asked { "module_has_attribute" } else { "module_attribute_or" };
            return self.library(function, count).map(Some);
        }
        let result = match (builtin, rest) {
            (Builtin::Hasattr, []) => Value::bool(found.is_some()),
            (Builtin::Getattr, [] | [_]) => match found.or(rest.first().copied()) {
                Some(value) => self.heap.keep(value),
                None => return Err(self.no_member(*module, symbol)),
            },
            (Builtin::Setattr, [value]) => {
                self.heap.keep(*value);
                self.store_member(*module, symbol, *value)?;
                Value::None
            }
            (Builtin::Delattr, []) => {
                self.delete_member(*module, symbol)?;
                Value::None
            }
            _ => return Ok(None),
        };
        self.replace(self.sp.wrapping_sub(start), result).map(Some)
    }
}
