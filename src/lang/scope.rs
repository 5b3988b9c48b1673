//! Which names of a function are its own, which belong to a function around it, and which are global: Python's rule,
//! "local if bound anywhere in the function".

use super::mistakes::Mistakes;
use super::names::Names;
use super::tree::{Class, Function, FunctionKind, Stmt};
use crate::bytecode::{NAMESPACE, NameMap, NameSet, SURPLUS};
use std::sync::Arc;

/// A function with more variables than this keeps the surplus in a dict: a frame's slots are for its values, too.
const MOST_IN_SLOTS: usize = 180;

/// The names of one function or class body.
#[derive(Debug, Default)]
pub struct Scope {
    /// In the order of their slots: parameters, other locals, then those that belong to a function around.
    pub locals: Vec<Arc<str>>,
    index: NameMap<usize>,
    globals: NameSet,
    /// The own locals that functions inside use as well.
    pub cells: Vec<usize>,
    /// How many of the last locals belong to a function around.
    pub free: usize,
    pub is_class: bool,
    /// A text that a program compiles, whose own names are all kept in a mapping.
    pub is_text: bool,
    /// What a class's body binds, but for `__class__`; its first local is the namespace in which it does.
    namespace: NameSet,
    /// The variables of a function that have no slot.
    surplus: NameSet,
}

impl Scope {
    /// Whether a name was declared `global` here.
    pub fn is_global(&self, name: &str) -> bool {
        self.globals.contains(name)
    }

    pub fn of_function(function: &Function, around: &[&Scope], mistakes: &mut Mistakes) -> Scope {
        Scope::of_names(&Names::of_function(function, mistakes), around, false, mistakes)
    }

    pub fn of_class(class: &Class, around: &[&Scope], mistakes: &mut Mistakes) -> Scope {
        let names = Names::of_class(class, mistakes);
        if !names.inner.contains("__class__") {
            return Scope::of_names(&names, around, true, mistakes);
        }
        let mut names = Names::clone(&names);
        names.bind(&"__class__".into());
        Scope::of_names(&names, around, true, mistakes)
    }

    /// The names of a text that gets a mapping for them.
    pub fn of_text(body: &[Stmt], mistakes: &mut Mistakes) -> Scope {
        let names = Names::of_body(body, mistakes);
        Scope { is_text: true, ..Scope::of_names(&names, &[], true, mistakes) }
    }

    /// That of a class whose body is not known, and no function in it uses a variable of it.
    pub fn of_unknown_class() -> Scope {
        Scope { is_class: true, ..Scope::default() }
    }

    fn of_names(names: &Names, around: &[&Scope], is_class: bool, mistakes: &mut Mistakes) -> Scope {
        let mut scope = Scope { is_class, ..Scope::default() };
        let mut free: Vec<Arc<str>> =
            names.needs(is_class).into_iter().filter(|name| is_around(name, around)).collect();
        free.sort();
        for (name, span) in &names.nonlocals {
            if !free.contains(name) {
                mistakes.syntax(format!("no binding for nonlocal '{name}' found"), *span);
            }
        }
        if is_class {
            scope.add(&NAMESPACE.into());
        }
        let needs_slot = |at: usize, name: &Arc<str>| at < names.parameters() || names.inner.contains(name);
        for (at, name) in names.bound.iter().enumerate() {
            if is_class && **name != *"__class__" {
                scope.namespace.insert(Arc::clone(name));
            } else if scope.locals.len() < MOST_IN_SLOTS || needs_slot(at, name) {
                scope.add(name);
            } else {
                scope.surplus.insert(Arc::clone(name));
            }
        }
        if !scope.surplus.is_empty() {
            scope.add(&SURPLUS.into());
        }
        let shared = |slot: &usize| {
            let name = &scope.locals[*slot];
            names.inner.contains(name) && (!is_class || **name == *"__class__")
        };
        scope.cells = (0..scope.locals.len()).filter(shared).collect();
        scope.free = free.len();
        free.iter().for_each(|name| scope.add(name));
        scope.globals = names.globals.clone();
        scope
    }

    fn add(&mut self, name: &Arc<str>) {
        self.index.insert(Arc::clone(name), self.locals.len());
        self.locals.push(Arc::clone(name));
    }

    /// The slot of a local variable, or of one that belongs to a function around.
    pub fn slot(&self, name: &str) -> Option<usize> {
        self.index.get(name).copied()
    }

    /// Whether the name is kept in the namespace of the class's body.
    pub fn is_in_namespace(&self, name: &str) -> bool {
        self.namespace.contains(name) || self.is_text && !self.globals.contains(name) && self.slot(name).is_none()
    }

    /// The slot of the dict that holds the variable, where it has none of its own.
    pub fn surplus_slot(&self, name: &str) -> Option<usize> {
        if self.surplus.contains(name) { self.slot(SURPLUS) } else { None }
    }

    /// Whether the slot holds a cell.
    pub fn is_shared(&self, slot: usize) -> bool {
        slot + self.free >= self.locals.len() || self.cells.contains(&slot)
    }

    /// The names of those that belong to a function around, in the order of their slots.
    pub fn free_names(&self) -> &[Arc<str>] {
        &self.locals[self.locals.len() - self.free..]
    }

    /// Whether functions inside see the name here.
    fn offers(&self, name: &str) -> bool {
        match self.slot(name) {
            Some(slot) => !self.is_class || self.is_shared(slot),
            None => false,
        }
    }
}

fn is_around(name: &str, around: &[&Scope]) -> bool {
    for scope in around.iter().rev() {
        if scope.offers(name) {
            return true;
        }
        if scope.globals.contains(name) {
            return false;
        }
    }
    false
}

impl Function {
    pub fn is_comprehension(&self) -> bool {
        matches!(self.kind, FunctionKind::Comprehension(_))
    }
}
