//! The heap: an arena of objects with plain reference counts. Knows nothing of what the objects mean.
//!
//! Counts are not atomic: whoever runs the interpreter holds the lock that makes this sound. An object dies when its
//! count reaches zero; its slot is used again under a new generation, so a reference that outlived its object is noticed.

mod cycles;
pub mod exports;
mod finalizing;
mod generations;
mod importing;
mod loaded;
mod loops;
pub mod memory;
mod names;
mod noting;
mod reach;
mod referring;
mod shared;
mod watch;
mod weak;

pub(super) use generations::is_container;
pub use loaded::FunctionFacts;
pub use shared::Touches;
pub use watch::{Change, Stored};

use super::generator::State;
use super::noted::{Note, Noted};
use super::symbols::Symbols;
use super::sync::threads::Idents;
use super::system::Settings;
use super::text_places::TextPlaces;
use super::value::{Function, Object, Range, Ref, Text, Value};
use crate::ids::ThreadId;
use generations::Generations;
use importing::Imports;
use memory::Memory;
use num_bigint::BigInt;
use num_traits::ToPrimitive;
use serde::{Deserialize, Serialize};
use std::cell::{Cell, RefCell};
use std::sync::Arc;
use watch::Watch;

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Slot {
    count: u32,
    /// Below 2^31; in a watched heap with a mark above, so that no reference fits at first sight (see `watch`).
    generation: u32,
    object: Object,
}

/// All objects of one interpreter.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Heap {
    slots: Vec<Slot>,
    free: Vec<u32>,
    /// Objects that died and whose children are still to be released; empty between calls.
    #[serde(skip)]
    dying: Vec<Value>,
    /// How often a reference was used that had outlived its object: a defect of the VM.
    faults: Cell<u32>,
    /// The names of attributes.
    pub(super) symbols: Symbols,
    /// Of each unit's code, for functions that are asked for it.
    #[serde(skip)]
    pub(super) function_facts: Vec<FunctionFacts>,
    pub(super) names: names::Names,
    /// Of which units' code a call gives a coroutine.
    pub(super) coroutine_units: std::collections::HashSet<u32>,
    pub(super) loop_hooks: loops::LoopHooks,
    /// The thread that runs, and what the operating system calls it.
    pub(super) running: ThreadId,
    /// The collections that Python code shows now, each with the thread that does: those that hold themselves.
    #[serde(skip)]
    pub(super) shown: Vec<(ThreadId, Value)>,
    pub(super) native_id: u64,
    #[serde(skip)]
    imports: Imports,
    pub(super) idents: Idents,
    pub(super) settings: Settings,
    /// How often random numbers have begun with the settings' seed.
    pub(super) seeds_taken: u64,
    /// Counts the changes of classes; what was remembered of a class is valid while it is the same.
    pub(super) class_epoch: u32,
    /// Whether any class has a `__getattribute__`.
    pub(super) hooks_attributes: bool,
    /// How many lines of standard input.
    pub(super) lines_read: usize,
    /// How many classes there have been.
    pub(super) classes_made: u64,
    /// By the module's number.
    pub(super) module_names: Vec<Arc<str>>,
    /// Those of them that a program has made itself.
    pub(super) made_modules: std::collections::HashSet<u32>,
    /// Whether any object may want to do something before it dies.
    pub(super) may_finalize: bool,
    /// Whether any object may be a coroutine: one that dies without having been awaited is told of.
    pub(super) makes_coroutines: bool,
    /// Objects that nobody owned any more, and that want to do something before they die; owned by this list. A number
    /// stands for a collection of the generation that is due, around which somebody is to be called.
    finalizing: Vec<Value>,
    /// Objects that will want to do something before they die, the oldest first; some may be dead.
    pub(super) finalizable: Vec<Ref>,
    /// How many there may be until the dead are taken off the list.
    prune_at: usize,
    /// Whether the eval loop has to do something between two instructions: finalize, or raise MemoryError.
    wants_attention: bool,
    #[serde(skip)]
    memory: Memory,
    /// How many objects there may be until cycles are looked for again.
    collect_at: usize,
    generations: Generations,
    #[serde(skip)]
    watch: Option<Box<Watch>>,
    mourners: weak::Mourners,
    plain_references: weak::Plain,
    exports: exports::Exports,
    /// The tracebacks that live, perhaps, by what they are of; not owned.
    #[serde(skip)]
    pub(super) traces: super::traces::Known,
    /// What takes longer than its instruction says, and nobody has been told of.
    #[serde(skip)]
    noted: Noted,
    #[serde(skip)]
    has_noted: bool,
    /// What is known of texts that were indexed.
    #[serde(skip)]
    pub(super) text_places: RefCell<TextPlaces>,
    /// Whether the program has put something else in the place of `sys.stdout`.
    pub(super) redirected: bool,
    /// The program has put something into the place of `sys.excepthook`.
    pub(super) hooked: bool,
}

/// What a stale reference leads to.
static FREE: Object = Object::Free;

impl Heap {
    /// How many objects are alive.
    pub fn live(&self) -> usize {
        self.slots.len() - self.free.len() - self.watch.as_ref().map_or(0, |watch| watch.free())
    }

    /// Looks at every object, and may change it.
    pub(super) fn for_each_object(&mut self, look: impl FnMut(&mut Object)) {
        self.slots.iter_mut().map(|slot| &mut slot.object).for_each(look);
    }

    /// The same without a change.
    pub(super) fn look_at_objects(&self, look: impl FnMut(&Object)) {
        self.slots.iter().map(|slot| &slot.object).for_each(look);
    }

    /// How often the VM has used a reference that had outlived its object; anything but zero is a defect.
    pub fn faults(&self) -> u32 {
        self.faults.get()
    }

    #[inline]
    pub fn get(&self, at: Ref) -> &Object {
        match self.slots.get(at.slot()) {
            Some(slot) if slot.generation == at.generation() => &slot.object,
            _ => self.get_watched(at),
        }
    }

    /// The object, to be changed; `None` for a stale reference.
    #[inline]
    pub fn get_mut(&mut self, at: Ref) -> Option<&mut Object> {
        if self.slots.get(at.slot()).is_none_or(|slot| slot.generation != at.generation()) {
            return self.get_watched_mut(at);
        }
        Some(&mut self.slots[at.slot()].object)
    }

    /// Counts one owner more, and returns the value.
    #[inline]
    pub fn keep(&mut self, value: Value) -> Value {
        if let Value::Obj(at) = value {
            self.keep_object(at);
        }
        value
    }

    #[inline]
    pub fn keep_object(&mut self, at: Ref) {
        match self.slots.get_mut(at.slot()) {
            Some(slot) if slot.generation == at.generation() => slot.count += 1,
            _ => self.note_change(at, 1),
        }
    }

    /// Counts one owner less.
    #[inline]
    pub fn drop_value(&mut self, value: Value) {
        if let Value::Obj(at) = value {
            self.drop_object(at);
        }
    }

    #[inline]
    pub fn drop_object(&mut self, at: Ref) {
        match self.slots.get_mut(at.slot()) {
            Some(slot) if slot.generation == at.generation() => {
                slot.count -= 1;
                if slot.count == 0 {
                    self.free_object(at);
                }
            }
            _ => self.note_change(at, -1),
        }
    }

    /// How many owners the object has; `None` in a watched heap, whose counts are not its own.
    pub(in crate::vm) fn owners_if_not_watched(&self, at: Ref) -> Option<u32> {
        self.slots.get(at.slot()).filter(|slot| slot.generation == at.generation()).map(|slot| slot.count)
    }

    pub fn drop_all(&mut self, values: impl IntoIterator<Item = Value>) {
        values.into_iter().for_each(|value| self.drop_value(value));
    }

    /// Frees an object and, without recursion, all that nobody else owns.
    #[inline(never)]
    fn free_object(&mut self, at: Ref) {
        self.release_slot(at);
        while let Some(value) = self.dying.pop() {
            let Value::Obj(child) = value else { continue };
            match self.slots.get_mut(child.slot()) {
                Some(slot) if slot.generation == child.generation() => {
                    slot.count -= 1;
                    if slot.count == 0 {
                        self.release_slot(child);
                    }
                }
                _ => self.note_change(child, -1),
            }
        }
    }

    fn release_slot(&mut self, at: Ref) {
        if (self.may_finalize | self.makes_coroutines) && super::finalize::wants(self, &self.slots[at.slot()].object) {
            self.slots[at.slot()].count = 1;
            self.finalizing.push(Value::Obj(at));
            self.wants_attention = true;
            return;
        }
        if self.has_mourners() {
            self.tell_mourners(at);
        }
        let slot = &mut self.slots[at.slot()];
        slot.generation = watch::next_generation(slot.generation);
        let object = std::mem::replace(&mut slot.object, Object::Free);
        if is_container(&object) {
            self.generations.remove();
        }
        if let Object::Generator(generator) = &object
            && matches!(generator.state, State::New | State::Resting)
        {
            self.noted.add(Note::Abandoned, 1);
            self.has_noted = true;
        }
        match &mut self.watch {
            Some(watch) if !watch.spares_new_objects() => watch.release(at),
            _ => {
                slot.generation = watch::plain_generation(slot.generation);
                self.free.push(at.slot() as u32);
            }
        }
        let first = self.dying.len();
        object.for_each_child(|child| self.dying.extend(matches!(child, Value::Obj(_)).then_some(child)));
        // The last of them dies first, which is CPython's order for lists, tuples and closures.
        if self.dying.len() - first > 1 && !matches!(object, Object::List(_) | Object::Tuple(_) | Object::Function(_)) {
            self.dying[first..].reverse();
        }
    }

    /// Whether an object waits to be finalized, somebody is to be woken, or there is too little memory.
    #[inline(always)]
    pub fn wants_attention(&self) -> bool {
        self.wants_attention
    }

    /// The objects that wait, in the order in which they died. Owned.
    pub fn take_finalizing(&mut self) -> Vec<Value> {
        self.wants_attention = false;
        std::mem::take(&mut self.finalizing)
    }

    /// Nothing will be finalized any more: the program is over.
    pub fn finalize_nothing(&mut self) {
        (self.may_finalize, self.makes_coroutines) = (false, false);
        self.mourners = weak::Mourners::default();
        let waiting = std::mem::take(&mut self.finalizing);
        self.drop_all(waiting);
    }

    /// Counts one owner less, and says whether something waits to be finalized.
    #[inline]
    #[must_use = "what waits is to be finalized before anything else is done"]
    pub fn drop_noticing(&mut self, value: Value) -> bool {
        if let Value::Obj(at) = value {
            match self.slots.get_mut(at.slot()) {
                Some(slot) if slot.generation == at.generation() => {
                    slot.count -= 1;
                    if slot.count == 0 {
                        self.free_object(at);
                        return self.wants_attention;
                    }
                }
                _ => self.note_change(at, -1),
            }
        }
        false
    }

    fn free_all(&mut self, is_garbage: impl Fn(usize) -> bool) {
        let mut children = Vec::new();
        for at in (0..self.slots.len()).filter(|at| is_garbage(*at)) {
            let slot = &mut self.slots[at];
            if slot.count == 0 {
                continue;
            }
            // What was inside is released below; until then the empty object keeps its owners' references valid.
            let empty = match is_container(&slot.object) {
                true => Object::Cell(Value::Unbound),
                false => Object::Bytes(Box::default()),
            };
            let object = std::mem::replace(&mut slot.object, empty);
            object.for_each_child(|child| children.push(child));
        }
        self.drop_all(children);
    }

    /// Puts an object on the heap; the values in it become the object's own.
    #[inline]
    pub fn take_object(&mut self, object: Object) -> Value {
        let is_container = is_container(&object);
        let made = match self.free.pop() {
            Some(slot) => {
                let place = &mut self.slots[slot as usize];
                place.count = 1;
                place.object = object;
                Ref::new(slot, place.generation)
            }
            None => self.take_into_new_slot(object),
        };
        if is_container && self.generations.add(made.slot() as u32) {
            self.collect_due();
        }
        Value::Obj(made)
    }

    #[cold]
    fn take_into_new_slot(&mut self, object: Object) -> Ref {
        if self.watch.as_ref().is_some_and(|watch| !watch.spares_new_objects()) {
            return self.take_watched(object);
        }
        let slot = u32::try_from(self.slots.len()).expect("4 billion objects do not fit into memory");
        self.slots.push(Slot { count: 1, generation: 0, object });
        self.note_slot();
        Ref::new(slot, 0)
    }

    pub fn new_str(&mut self, text: impl Into<Box<str>>) -> Value {
        let text = text.into();
        let chars = if text.is_ascii() { text.len() } else { text.chars().count() };
        self.note_growth(text.len());
        self.take_object(Object::Str(Text { text, chars }))
    }

    pub fn take_list(&mut self, items: Vec<Value>) -> Value {
        self.note_growth(items.len() * size_of::<Value>());
        self.take_object(Object::List(items))
    }

    pub fn take_tuple(&mut self, items: impl Into<Box<[Value]>>) -> Value {
        let items = items.into();
        self.note_growth(items.len() * size_of::<Value>());
        self.take_object(Object::Tuple(items))
    }

    pub fn new_int(&mut self, value: BigInt) -> Value {
        match value.to_i64() {
            Some(small) => Value::Int(small),
            None => {
                self.note_growth(value.bits() as usize / 8);
                self.take_object(Object::BigInt(Box::new(value)))
            }
        }
    }

    pub fn new_range(&mut self, range: Range) -> Value {
        self.take_object(Object::Range(range))
    }

    pub fn as_str(&self, value: Value) -> Option<&Text> {
        match value {
            Value::Obj(at) => match self.get(at) {
                Object::Str(text) => Some(text),
                Object::Instance(instance) => self.as_str(instance.base),
                _ => None,
            },
            _ => None,
        }
    }

    /// A text that is of no class derived from `str`, which might compare in its own way.
    #[inline]
    pub fn as_plain_str(&self, value: Value) -> Option<&Text> {
        match value {
            Value::Obj(at) => match self.get(at) {
                Object::Str(text) => Some(text),
                _ => None,
            },
            _ => None,
        }
    }

    pub fn as_list(&self, value: Value) -> Option<&Vec<Value>> {
        match value {
            Value::Obj(at) => match self.get(at) {
                Object::List(items) => Some(items),
                Object::Instance(instance) => self.as_list(instance.base),
                _ => None,
            },
            _ => None,
        }
    }

    pub fn as_list_mut(&mut self, value: Value) -> Option<&mut Vec<Value>> {
        match self.base(value) {
            Value::Obj(at) => match self.get_mut(at) {
                Some(Object::List(items)) => Some(items),
                _ => None,
            },
            _ => None,
        }
    }

    pub fn as_tuple(&self, value: Value) -> Option<&[Value]> {
        match value {
            Value::Obj(at) => match self.get(at) {
                Object::Tuple(items) => Some(items),
                Object::Instance(instance) => self.as_tuple(instance.base),
                _ => None,
            },
            _ => None,
        }
    }

    /// The items of a list or tuple.
    pub fn as_items(&self, value: Value) -> Option<&[Value]> {
        match value {
            Value::Obj(at) => match self.get(at) {
                Object::List(items) => Some(items),
                Object::Tuple(items) => Some(items),
                Object::Instance(instance) => self.as_items(instance.base),
                _ => None,
            },
            _ => None,
        }
    }

    #[inline]
    pub fn as_function(&self, value: Value) -> Option<&Function> {
        match value {
            Value::Obj(at) => match self.get(at) {
                Object::Function(function) => Some(function),
                _ => None,
            },
            _ => None,
        }
    }

    /// Copies of the items, each with an owner more.
    pub fn keep_all(&mut self, items: &[Value]) -> Vec<Value> {
        items.iter().map(|item| self.keep(*item)).collect()
    }
}

#[cfg(test)]
mod tests;
