//! The code of texts that the program has compiled, and which of it nobody refers to any more: that is given up, together
//! with the variables of modules that were made for a dict. Knows no compiler.
//!
//! Nobody counts who refers to a unit: functions, generators, code objects, exceptions and frames do. So, once there are
//! twice as many texts as there were left the last time, all that can be reached from outside is walked through. Threads
//! that rest have told what their frames refer to.

use super::globals::{Globals, NumberSet};
use super::heap::Heap;
use super::interp::{Interp, Unit};
use super::modules::Module;
use super::thread::ThreadState;
use super::value::{Function, Object, Value};
use crate::bytecode::{Code, Finder, Instr, TextRequest};
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// With so many texts or modules nothing is looked for yet.
const FEW: usize = 500;

/// Of so many objects one text more is allowed, since a walk takes the longer the more objects there are.
const OBJECTS: usize = 64;

/// Growth of the heap that is worth a walk, in bytes beyond twice what was left the last time.
const GROWTH: usize = 64 << 20;

/// What is loaded of texts.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    loaded: Vec<Text>,
    /// All of their units.
    units: NumberSet,
    /// Units that were given up.
    vacant: Vec<u32>,
    /// The units of the text that is being loaded.
    loading: Option<Vec<u32>>,
    /// What threads refer to that rest, by the number that they have for it.
    resting: HashMap<u64, Uses>,
    last_number: u64,
    /// With how many texts, and how many bytes, the next walk is due.
    due: Option<(usize, usize)>,
}

/// A text that the program has compiled.
#[derive(Clone, Debug)]
pub struct CompiledText {
    /// In which it runs.
    pub module: Module,
    pub code: Arc<Code>,
    pub request: TextRequest,
}

#[derive(Clone, Debug)]
struct Text {
    compiled: Box<CompiledText>,
    units: Vec<u32>,
}

/// A text without its code: another process compiles it again.
#[derive(Serialize, Deserialize)]
pub struct PackedText {
    module: Module,
    request: TextRequest,
    units: Vec<u32>,
}

/// Units and modules.
#[derive(Clone, Debug, Default)]
struct Uses {
    units: Vec<u32>,
    modules: Vec<u32>,
}

impl Texts {
    #[inline]
    pub fn are_there(&self) -> bool {
        !self.loaded.is_empty()
    }

    pub fn note_unit(&mut self, unit: u32) {
        if let Some(units) = &mut self.loading {
            units.push(unit);
            self.units.insert(unit);
        }
    }

    /// A unit's number that is free.
    pub fn take_place(&mut self) -> Option<u32> {
        self.vacant.pop()
    }

    /// All texts that are loaded, in an order of their own.
    pub fn packed(&self) -> Vec<PackedText> {
        let packed = |text: &Text| {
            let CompiledText { module, request, .. } = &*text.compiled;
            PackedText { module: *module, request: request.clone(), units: text.units.clone() }
        };
        self.loaded.iter().map(packed).collect()
    }

    /// The same texts, compiled again. None where one is wrong.
    pub fn unpacked(packed: Vec<PackedText>, finder: Option<Finder>) -> Option<Texts> {
        let compiled = |PackedText { module, request, units }: PackedText| {
            let code = (finder?.text)(&request).ok()?;
            Some(Text { compiled: Box::new(CompiledText { module, code, request }), units })
        };
        let loaded: Vec<Text> = packed.into_iter().map(compiled).collect::<Option<_>>()?;
        let units = loaded.iter().flat_map(|text| text.units.iter().copied()).collect();
        Some(Texts { loaded, units, ..Texts::default() })
    }

    /// What they were compiled to.
    pub fn codes(&self) -> impl Iterator<Item = &Arc<Code>> {
        self.loaded.iter().map(|text| &text.compiled.code)
    }

    fn is_due(&self, modules: usize, heap: &Heap) -> bool {
        let (texts, bytes) = self.due.unwrap_or((FEW, GROWTH));
        let most = texts.max(heap.live() / OBJECTS);
        self.loaded.len().max(modules) >= most || heap.bytes() >= bytes && !self.loaded.is_empty()
    }
}

impl ThreadState {
    /// Says what the frames refer to of texts.
    #[cold]
    pub(super) fn tell_texts(&mut self, interp: &mut Interp) {
        let uses = self.uses(&interp.texts, &interp.modules.unnamed);
        let texts = &mut interp.texts;
        if uses.units.is_empty() && uses.modules.is_empty() {
            if self.told_texts != 0 {
                texts.resting.remove(&self.told_texts);
            }
            return;
        }
        if self.told_texts == 0 {
            texts.last_number += 1;
            self.told_texts = texts.last_number;
        }
        texts.resting.insert(self.told_texts, uses);
    }

    fn uses(&self, texts: &Texts, unnamed: &NumberSet) -> Uses {
        let units = self.frames.iter().map(|frame| frame.unit).filter(|unit| texts.units.contains(unit)).collect();
        if unnamed.is_empty() {
            return Uses { units, modules: Vec::new() };
        }
        let end = self.frames.last().map_or(0, |frame| frame.base as usize + usize::from(frame.sp));
        let modules = self.stack.iter().take(end).filter_map(|value| match value {
            Value::Module(module) if unnamed.contains(&module.number()) => Some(module.number()),
            _ => None,
        });
        Uses { units, modules: modules.collect() }
    }
}

impl Interp {
    /// A function that executes a text's code. Owned.
    pub(super) fn function_of(&mut self, thread: &ThreadState, compiled: Box<CompiledText>) -> Value {
        let module = compiled.module;
        if self.texts.is_due(self.modules.unnamed.len(), &self.heap) {
            self.give_up_texts(thread, Some(module));
        }
        self.texts.loading = Some(Vec::new());
        let unit = self.load_into(module, &compiled.code);
        if let Some(units) = self.texts.loading.take().filter(|units| !units.is_empty()) {
            self.texts.loaded.push(Text { compiled, units });
        }
        self.heap.take_object(Object::Function(Function { unit, extra: None }))
    }

    /// Gives up what of texts neither this thread, whose frames are on its stack, nor anything else refers to.
    pub(super) fn give_up_texts(&mut self, thread: &ThreadState, wanted: Option<Module>) {
        // The counts of a watched heap are not its own.
        if self.heap.is_watched() || !self.texts.are_there() {
            return;
        }
        let own = thread.uses(&self.texts, &self.modules.unnamed);
        let mut walk = Walk::new(&self.texts, &self.modules.unnamed, &self.globals);
        let mut roots = Vec::new();
        for uses in self.texts.resting.values().chain([&own]) {
            uses.units.iter().for_each(|unit| walk.unit(*unit, &mut roots));
            uses.modules.iter().for_each(|module| walk.module(*module, &mut roots));
        }
        let elsewhere = std::mem::take(&mut walk.elsewhere);
        elsewhere.into_iter().chain(wanted).for_each(|module| walk.module(module.number(), &mut roots));
        let inside: Vec<Value> = walk.values.values().flatten().copied().chain(roots.iter().copied()).collect();
        self.heap.reach(&inside, roots, |object, more| walk.object(object, more));
        let (used, gone) = (walk.used, walk.values.into_keys().collect());
        self.unload(&used, &gone);
        self.texts.due = Some((
            FEW.max(2 * self.texts.loaded.len().max(self.modules.unnamed.len())),
            2 * self.heap.bytes() + GROWTH,
        ));
    }

    fn unload(&mut self, used: &HashSet<usize>, gone: &HashSet<u32>) {
        let mut at = 0;
        let is_used = |_: &mut Text| {
            at += 1;
            !used.contains(&(at - 1))
        };
        let dead: Vec<Text> = self.texts.loaded.extract_if(.., is_used).collect();
        let dead: Vec<u32> = dead.into_iter().flat_map(|text| text.units).collect();
        let rests = |unit: &u32| self.units[*unit as usize].code.instrs.contains(&Instr::RETURN_GENERATOR);
        // Compiled loops know generators by their units, which will be others'.
        if dead.iter().any(rests) {
            self.units.iter().for_each(|unit| unit.loops.forget());
        }
        dead.into_iter().for_each(|unit| self.vacate(unit));
        for module in gone {
            self.modules.forget(Module::of(*module));
        }
        let values = self.globals.forget(|module| gone.contains(&module));
        self.heap.drop_all(values);
    }

    fn vacate(&mut self, number: u32) {
        let Some(first) = self.units.first().map(|unit| Arc::clone(&unit.code)) else { return };
        let mut facts = self.heap.function_facts[0].clone();
        facts.code = Arc::clone(&first);
        self.heap.function_facts[number as usize] = facts;
        let gone = std::mem::replace(&mut self.units[number as usize], Unit::outline(first, Module::NONE));
        self.loaded.remove(&(Arc::as_ptr(&gone.code) as usize, gone.module));
        self.heap.coroutine_units.remove(&number);
        self.texts.units.remove(&number);
        self.heap.drop_all(gone.consts);
        self.texts.vacant.push(number);
    }
}

/// What has been found to be in use.
struct Walk<'a> {
    /// By unit, the number of its text.
    text_of: HashMap<u32, usize>,
    texts: &'a [Text],
    used: HashSet<usize>,
    /// The values of modules that were not met yet.
    values: HashMap<u32, Vec<Value>>,
    /// Modules that are values of variables elsewhere.
    elsewhere: Vec<Module>,
}

impl<'a> Walk<'a> {
    fn new(texts: &'a Texts, unnamed: &NumberSet, globals: &Globals) -> Walk<'a> {
        let units =
            texts.loaded.iter().enumerate().flat_map(|(at, text)| text.units.iter().map(move |unit| (*unit, at)));
        let mut values: HashMap<u32, Vec<Value>> = unnamed.iter().map(|module| (*module, Vec::new())).collect();
        let mut elsewhere = Vec::new();
        globals.for_each(|module, value| match (values.get_mut(&module), value) {
            (Some(own), value) => own.push(value),
            (None, Value::Module(module)) => elsewhere.push(module),
            _ => {}
        });
        Walk { text_of: units.collect(), texts: &texts.loaded, used: HashSet::new(), values, elsewhere }
    }

    fn unit(&mut self, unit: u32, more: &mut Vec<Value>) {
        if let Some(text) = self.text_of.get(&unit).copied()
            && self.used.insert(text)
        {
            self.module(self.texts[text].compiled.module.number(), more);
        }
    }

    fn module(&mut self, module: u32, more: &mut Vec<Value>) {
        let values = self.values.remove(&module).unwrap_or_default();
        for value in &values {
            if let Value::Module(other) = value {
                self.module(other.number(), more);
            }
        }
        more.extend(values);
    }

    fn object(&mut self, object: &Object, more: &mut Vec<Value>) {
        match object {
            Object::Function(function) => self.unit(function.unit, more),
            Object::Generator(generator) => self.unit(generator.unit, more),
            Object::Code(unit) => self.unit(*unit, more),
            Object::Exception(exception) => exception.trace.iter().for_each(|(unit, _)| self.unit(*unit, more)),
            _ => {}
        }
        object.for_each_child(|child| {
            if let Value::Module(module) = child {
                self.module(module.number(), more);
            }
        });
    }
}
