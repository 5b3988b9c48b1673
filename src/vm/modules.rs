//! Modules: which are loaded, and where the others come from. Knows no file.

use super::arguments::Arguments;
use super::error::{self, Raise, Result};
use super::exception::{self, ExceptionKind};
use super::globals::NumberSet;
use super::heap::Heap;
use super::natives;
use super::system::process::MAIN_AGAIN;
use super::texts::CompiledText;
use super::value::Value;
use crate::bytecode::{Code, Finder};
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// A module of an interpreter, by number. Its variables are in `Globals`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Module(u64);

impl Module {
    /// The program itself.
    pub const MAIN: Module = Module(0);
    /// The language's library.
    pub const LIBRARY: Module = Module(1);
    /// Of a place without code.
    pub const NONE: Module = Module(u64::MAX);

    pub fn of(number: u32) -> Module {
        Module(number.into())
    }

    pub fn number(self) -> u32 {
        self.0 as u32
    }
}

/// The modules of an interpreter. Those are unloaded that were made for a dict, see `texts`.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Modules {
    loaded: HashMap<Arc<str>, Module>,
    #[serde(skip)]
    pub finder: Option<Finder>,
    /// The native modules whose rest, which is Python, has been run or is being run.
    whole: HashSet<u32>,
    /// Those that were made for a dict; no import finds them.
    pub unnamed: NumberSet,
    vacant: Vec<Module>,
    /// The program's code, in a spawned process that has not imported it yet.
    #[serde(skip)]
    pub main_again: Option<Arc<Code>>,
    /// What is to be loaded before the thread runs on.
    #[serde(skip)]
    pub pending: Option<Pending>,
}

/// Code that a thread is about to run.
#[derive(Clone, Debug)]
pub enum Pending {
    Module(Module, Arc<Code>),
    /// The body of the function in the frame on top.
    Body,
    Text(Box<CompiledText>),
}

/// What an import finds.
pub enum Found {
    Loaded(Module),
    /// Its members are these.
    Native(&'static [(&'static str, natives::Member)]),
    /// Its body is to be run.
    Code(Arc<Code>),
    Missing,
}

impl Modules {
    /// Looks for a module by its whole name.
    pub fn find(&self, name: &str) -> Found {
        if let Some(module) = self.loaded.get(name) {
            return Found::Loaded(*module);
        }
        if let Some(module) = self.main_by_name(name) {
            return Found::Loaded(module);
        }
        if let Some(members) = natives::members(name) {
            return Found::Native(members);
        }
        self.finder.and_then(|find| (find.module)(name)).map_or(Found::Missing, Found::Code)
    }

    /// The module of this whole name, if it has been imported.
    pub fn loaded(&self, name: &str) -> Option<Module> {
        self.loaded.get(name).copied()
    }

    /// All that programs know of, as they were loaded.
    pub fn in_order(&self) -> Vec<(Arc<str>, Module)> {
        let all =
            self.loaded.iter().filter(|(name, _)| is_public(name)).map(|(name, module)| (Arc::clone(name), *module));
        let main = ["__main__", MAIN_AGAIN].map(|name| (name.into(), Module::MAIN));
        let names = if self.loaded.contains_key("multiprocessing") { 2 } else { 1 };
        let mut all: Vec<_> = all.chain(main.into_iter().take(names)).collect();
        all.sort_by_key(|(_, module)| module.number());
        all
    }

    /// The standard modules that are loaded and written in Python.
    pub fn loaded_code(&self) -> Vec<(Arc<str>, Arc<Code>)> {
        let finder = self.finder.map(|finder| finder.module);
        let code = |name: &Arc<str>| Some((Arc::clone(name), finder?(name)?));
        let rest = |(name, module): (&Arc<str>, &Module)| {
            let is_more = self.whole.contains(&module.number()) && natives::members(name).is_none();
            is_more.then(|| Arc::<str>::from(format!("{name}._more")))
        };
        let rest: Vec<Arc<str>> = self.loaded.iter().filter_map(rest).collect();
        self.loaded.keys().chain(&rest).filter_map(code).collect()
    }

    /// What a native module has beside its native members, or another one beside what is wanted often: code to be run in
    /// it when one of those is first wanted. Each is told once.
    pub fn take_rest(&mut self, heap: &Heap, module: Module) -> Option<Arc<Code>> {
        let name = heap.module_names.get(module.number() as usize)?;
        if self.whole.contains(&module.number()) {
            return None;
        }
        let find = self.finder?.module;
        let code = match natives::members(name) {
            Some(_) => find(name),
            None => find(&format!("{name}._more")),
        }?;
        self.whole.insert(module.number()).then_some(code)
    }

    /// A new module that no import finds.
    pub fn add_unnamed(&mut self, heap: &mut Heap, name: &str) -> Module {
        let module = self.vacant.pop().unwrap_or(Module(heap.module_names.len() as u64));
        match heap.module_names.get_mut(module.number() as usize) {
            Some(place) => *place = name.into(),
            None => heap.module_names.push(name.into()),
        }
        self.unnamed.insert(module.number());
        heap.made_modules.insert(module.number());
        module
    }

    /// Nobody knows this module any more, which had no name: its number may be another's.
    pub fn forget(&mut self, module: Module) {
        self.whole.remove(&module.number());
        self.unnamed.remove(&module.number());
        self.vacant.push(module);
    }

    /// A new module without members.
    pub fn add(&mut self, heap: &mut Heap, name: &str) -> Module {
        let name: Arc<str> = name.into();
        let module = Module(heap.module_names.len() as u64);
        heap.module_names.push(Arc::clone(&name));
        self.loaded.insert(name, module);
        module
    }
}

/// `load(name)`: the module of this name, which only the eval loop can import.
pub fn load(_: &mut Heap, arguments: Arguments) -> Result<Value> {
    arguments.only(1, 1)?;
    Err(error::needs_python())
}

/// `loaded()`: the modules by name, which only the eval loop knows.
pub fn loaded(_: &mut Heap, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    Err(error::needs_python())
}

/// Whether programs know a module of this name: those that gilsim has for itself begin with an underscore.
pub fn is_public(name: &str) -> bool {
    name.split('.').all(|part| !part.starts_with('_')) || matches!(name, "__future__" | "__main__")
}

/// What a fresh interpreter has.
pub fn first_names() -> Vec<Arc<str>> {
    vec!["__main__".into(), "<library>".into()]
}

/// The value that a native member has in this interpreter. Owned.
pub fn member_value(heap: &mut Heap, member: natives::Member) -> Value {
    match member {
        natives::Member::Builtin(builtin) => Value::Builtin(builtin),
        natives::Member::Function(native) => Value::Native(native),
        natives::Member::Float(number) => Value::float(number),
        natives::Member::Int(number) => Value::Int(number),
        natives::Member::Text(text) => heap.new_str(text),
    }
}

/// `module 'm' has no attribute 'x'`, with the word that Python may have it.
#[cold]
pub fn no_member(heap: &mut Heap, module: Module, symbol: u32) -> Box<Raise> {
    let (name, member) = (Arc::clone(&heap.module_names[module.number() as usize]), heap.symbols.name(symbol));
    let message = format!("module '{name}' has no attribute '{member}'");
    if heap.made_modules.contains(&module.number()) {
        return error::attribute_error(message);
    }
    noted(heap, ExceptionKind::AttributeError, message, &name)
}

#[cold]
pub fn cannot_import(heap: &mut Heap, module: Module, member: &str) -> Box<Raise> {
    let name = Arc::clone(&heap.module_names[module.number() as usize]);
    let message = format!("cannot import name '{member}' from '{name}' (unknown location)");
    noted(heap, ExceptionKind::ImportError, message, &name)
}

#[cold]
pub fn no_module(heap: &mut Heap, name: &str) -> Box<Raise> {
    noted(heap, ExceptionKind::ModuleNotFoundError, format!("No module named '{name}'"), name)
}

/// Dots begin the name of a module, and there is no such package.
#[cold]
pub fn not_relative(heap: &mut Heap, message: &str) -> Box<Raise> {
    let message = heap.new_str(message);
    exception::raise_with(heap, ExceptionKind::ImportError, message)
}

/// The program has put None into `sys.modules`.
#[cold]
pub fn halted(heap: &mut Heap, name: &str) -> Box<Raise> {
    let message = heap.new_str(format!("import of {name} halted; None in sys.modules"));
    exception::raise_with(heap, ExceptionKind::ModuleNotFoundError, message)
}

/// The program has made the module in which another one is looked for.
#[cold]
pub fn no_package(heap: &mut Heap, name: &str) -> Box<Raise> {
    let package = name.rsplit_once('.').map_or("", |(package, _)| package);
    let message = heap.new_str(format!("No module named '{name}'; '{package}' is not a package"));
    exception::raise_with(heap, ExceptionKind::ModuleNotFoundError, message)
}

/// An exception with Python's own text and a note, as `add_note` makes it, that it is gilsim that lacks something.
fn noted(heap: &mut Heap, kind: ExceptionKind, message: String, module: &str) -> Box<Raise> {
    let message = heap.new_str(message);
    let raise = exception::raise_with(heap, kind, message);
    if matches!(module, "__main__" | MAIN_AGAIN) {
        return raise;
    }
    let note = match kind {
        ExceptionKind::ModuleNotFoundError => format!("gilsim does not have the module '{module}'"),
        _ => format!("gilsim has only a part of the module '{module}'"),
    };
    let note = heap.new_str(note);
    let notes = heap.take_list(vec![note]);
    let symbol = heap.symbols.of("__notes__");
    if let Some(exception) = raise.thrown.and_then(|thrown| heap.as_exception_mut(thrown)) {
        exception.attributes.push((symbol, notes));
    }
    raise
}
