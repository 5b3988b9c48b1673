//! An interpreter: heap, globals, and the code that it has loaded. Knows no thread, clock or lock.
//!
//! It is `Send` and `Clone`; a clone is what a forked process starts with.

use super::builtins::Builtin;
use super::dict::take_insert;
use super::globals::Globals;
use super::heap::{FunctionFacts, Heap};
use super::modules::{Module, Modules, first_names};
use super::noted::Note;
use super::quick::loops::Loops;
use super::quick::{Loaded, Quick, Site, quicken};
use super::raised::Raised;
use super::rate::Rate;
use super::repr::repr;
use super::resting_frames::Resting;
use super::sync::{Complaint, Spawn};
use super::system::Settings;
use super::texts::Texts;
use super::value::{Extra, Function, Object, Value};
use crate::bytecode::{Code, Const, Flavor, Instr, NameMap, Parameters};
use crate::time::Nanos;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::fmt;
use std::path::Path;
use std::sync::Arc;

/// Code as this interpreter runs it: constants on the heap, names resolved to globals.
#[derive(Clone, Debug)]
pub struct Unit {
    pub code: Arc<Code>,
    pub module: Module,
    /// Owned; `Unbound` for a code constant.
    pub consts: Box<[Value]>,
    /// For each of the code's names, its index in `Globals`.
    pub globals: Box<[u32]>,
    /// For each of the code's names, its number as an attribute.
    pub symbols: Box<[u32]>,
    /// For each constant that is code, its unit.
    pub children: Box<[u32]>,
    /// `Code::varnames` without the way there.
    pub locals: u8,
    /// How many of them belong to a function around.
    pub free: u8,
    /// For each instruction, what is done at once from there on.
    pub quick: Box<[Quick]>,
    /// What places of `quick` remember.
    pub sites: Box<[Site]>,
    pub loops: Loops,
    /// At which its instructions are charged for.
    pub rate: Rate,
    /// How many arguments a plain call has, that needs no look at the parameters; 255 where there is none.
    pub parameters: u8,
    /// The same for a function that needs nothing of its function object: it has no free variables and is no generator.
    pub simple_arguments: u8,
}

/// The functions of the language's library, by name.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Library {
    functions: NameMap<Value>,
}

impl Library {
    /// Borrowed.
    pub fn get(&self, name: &str) -> Option<Value> {
        self.functions.get(name).copied()
    }

    /// Owned.
    pub fn take_all(&mut self) -> Vec<Value> {
        self.functions.drain().map(|(_, function)| function).collect()
    }
}

/// One interpreter.
#[derive(Clone, Debug)]
pub struct Interp {
    pub(super) heap: Heap,
    pub(super) globals: Globals,
    pub(super) units: Vec<Unit>,
    pub(super) library: Library,
    pub(super) modules: Modules,
    pub(super) texts: Texts,
    /// By address and module; the unit keeps its code alive, so an address stays its own.
    pub(super) loaded: HashMap<(usize, Module), u32>,
    prices: Prices,
    /// Where threads rest, in programs that ask for the frames of others.
    pub(super) resting: Resting,
}

/// What costs something.
#[derive(Clone, Copy, Debug)]
pub enum Priced<'a> {
    Instr(&'a Instr),
    Note(Note),
}

/// What each instruction costs, and what happens within one, in units that the pulse knows.
#[derive(Clone, Default)]
pub struct Prices(Option<Arc<Price>>);

/// Of one of them, at the rate of its code.
type Price = dyn Fn(Priced, Rate) -> u32 + Send + Sync;

impl Prices {
    pub fn new(of: impl Fn(Priced, Rate) -> u32 + Send + Sync + 'static) -> Prices {
        Prices(Some(Arc::new(of)))
    }

    fn of(&self, what: Priced, rate: Rate) -> u32 {
        self.0.as_ref().map_or(0, |price| price(what, rate))
    }
}

impl fmt::Debug for Prices {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(if self.0.is_some() { "Prices" } else { "no prices" })
    }
}

impl Default for Interp {
    fn default() -> Interp {
        Interp::new()
    }
}

impl Interp {
    pub fn new() -> Interp {
        Interp::with_prices(Prices::default())
    }

    /// An interpreter for a pulse that is told what instructions cost.
    pub fn with_prices(prices: Prices) -> Interp {
        let mut heap = Heap::default();
        heap.module_names = first_names();
        let mut interp = Interp {
            heap,
            globals: Globals::default(),
            units: Vec::new(),
            library: Library::default(),
            modules: Modules::default(),
            texts: Texts::default(),
            loaded: HashMap::new(),
            resting: Resting::default(),
            prices,
        };
        let (symbol, name) = (interp.heap.symbols.of("__name__"), interp.heap.new_str("__main__"));
        let nothing = interp.globals.set(&interp.heap.symbols, Module::MAIN, symbol, name);
        interp.heap.drop_value(nothing);
        interp
    }

    /// Tells the interpreter of its run, before it runs anything.
    #[must_use]
    pub fn told(mut self, settings: Settings) -> Interp {
        self.heap.set_memory_limit(settings.memory_limit);
        self.heap.settings = settings;
        self
    }

    /// What random numbers begin with from now on where a program does not say.
    pub fn set_seed(&mut self, seed: u64) {
        self.heap.settings.seed = seed;
    }

    /// The value's `repr`. Consumes the reference.
    pub fn take_repr(&mut self, value: Value) -> String {
        let text = repr(&self.heap, value).unwrap_or_else(|raise| format!("<{}: {}>", raise.kind, raise.message));
        self.heap.drop_value(value);
        text
    }

    /// What is to be told of an exception that ended a thread. Consumes it.
    pub fn take_complaint(&mut self, complaint: Complaint) -> String {
        let told = Raised::of(self, complaint.exception).render();
        self.heap.drop_value(complaint.exception);
        let end_of_heading = if complaint.heading.is_empty() { "" } else { "\n" };
        format!("{}{end_of_heading}{told}\n", complaint.heading)
    }

    /// Releases what a thread would have been called with that could not be started.
    pub fn refuse(&mut self, spawn: &Spawn) {
        self.heap.drop_value(spawn.call.argument);
    }

    /// Releases a value that `run` returned.
    pub fn take(&mut self, value: Value) {
        self.heap.drop_value(value);
    }

    /// How many bytes the objects take.
    pub fn bytes(&self) -> usize {
        self.heap.bytes()
    }

    /// Where objects take more bytes than this, MemoryError is raised; 1 GiB unless it is set.
    pub fn set_memory_limit(&mut self, bytes: usize) {
        self.heap.set_memory_limit(bytes);
    }

    /// What `sys.setswitchinterval` has set last.
    pub fn switch_interval(&self) -> Nanos {
        self.heap.settings.switch_interval
    }

    /// How many objects are alive.
    pub fn live(&self) -> usize {
        self.heap.live()
    }

    /// How many objects there are that the garbage collector counts.
    pub fn containers(&self) -> u32 {
        self.heap.containers()
    }

    /// Whether the garbage collector runs by itself.
    pub fn collects(&self) -> bool {
        self.heap.collector().0
    }

    /// Releases globals and constants, and says how many objects are still alive: with all threads ended, those that
    /// refer to each other in a circle.
    pub fn shutdown(mut self) -> usize {
        self.heap.finalize_nothing();
        self.release_all();
        self.heap.collect();
        self.heap.live()
    }

    /// Makes code of the program ready to run, with all functions in it. Code that is loaded already keeps its unit.
    pub(super) fn load(&mut self, code: &Arc<Code>) -> u32 {
        self.modules.finder = self.modules.finder.or(code.finder);
        self.introduce(code);
        self.load_into(Module::MAIN, code)
    }

    /// What a program knows of itself beside its name.
    pub(super) fn introduce(&mut self, code: &Code) {
        let file = self.heap.symbols.of("__file__");
        // A script's body is loaded behind an empty one.
        let is_known = code.doc.is_none() && self.globals.member(Module::MAIN, file).is_some();
        if code.name != "<module>" || is_known {
            return;
        }
        self.heap.settings.neighbours.clone_from(&code.source.file().neighbours);
        let file_of_code = code.source.file();
        let folder = if file_of_code.is_in_a_file() { &*self.heap.settings.folder } else { "" };
        let path = Path::new(folder).join(&file_of_code.name);
        let path = self.heap.new_str(path.to_string_lossy());
        let doc = code.doc.as_ref().map_or(Value::None, |doc| self.heap.new_str(&**doc));
        let nothing = ["__cached__", "__loader__", "__package__", "__spec__"].map(|name| (name, Value::None));
        for (name, value) in nothing.into_iter().chain([("__doc__", doc), ("__file__", path)]) {
            let symbol = self.heap.symbols.of(name);
            let old = self.globals.set(&self.heap.symbols, Module::MAIN, symbol, value);
            self.heap.drop_value(old);
        }
    }

    /// The same for code of any module.
    pub(super) fn load_into(&mut self, module: Module, code: &Arc<Code>) -> u32 {
        let address = (Arc::as_ptr(code) as usize, module);
        if let Some(unit) = self.loaded.get(&address) {
            return *unit;
        }
        if let Some(library) = &code.library {
            self.load_library(library);
        }
        let whole = if self.heap.is_watched() { code.whole() } else { None };
        let code = whole.as_ref().unwrap_or(code);
        let made = match &code.body {
            Some(_) => Unit::outline(Arc::clone(code), module),
            None => self.unit_of(module, code),
        };
        let unit = self.place_of(made);
        if code.flavor == Flavor::Coroutine {
            self.heap.coroutine_units.insert(unit);
        }
        self.loaded.insert(address, unit);
        unit
    }

    /// The number of a unit, perhaps one that a text had before.
    fn place_of(&mut self, made: Unit) -> u32 {
        let name = Arc::clone(&self.heap.module_names[made.module.number() as usize]);
        let facts = FunctionFacts::of(&made.code, name, made.module);
        let unit = self.texts.take_place().unwrap_or(self.units.len() as u32);
        match self.units.get_mut(unit as usize) {
            Some(place) => {
                *place = made;
                self.heap.function_facts[unit as usize] = facts;
            }
            None => {
                self.heap.function_facts.push(facts);
                self.units.push(made);
            }
        }
        self.texts.note_unit(unit);
        unit
    }

    /// Compiles and loads the body of a function of which only the outline is there. None where its text is wrong.
    pub(super) fn load_body(&mut self, unit: u32) -> Option<()> {
        let Unit { code, module, .. } = &self.units[unit as usize];
        let (code, module) = (code.whole()?, *module);
        self.heap.function_facts[unit as usize].code = Arc::clone(&code);
        self.units[unit as usize] = self.unit_of(module, &code);
        Some(())
    }

    fn unit_of(&mut self, module: Module, code: &Arc<Code>) -> Unit {
        self.resting.notice(code);
        let consts = code.consts.iter().map(|constant| constant_value(&mut self.heap, constant)).collect();
        let symbols: Box<[u32]> = code.names.iter().map(|name| self.heap.symbols.of(name)).collect();
        let slot = |symbol: &u32| self.globals.index_of(&self.heap.symbols, module, *symbol, code.is_library);
        let globals: Box<[u32]> = symbols.iter().map(slot).collect();
        // Behind the code's own names, so that a module's variables stand in the order in which it names them.
        let children = code.consts.iter().map(|constant| match constant {
            Const::Code(inner) => self.load_into(module, inner),
            _ => u32::MAX,
        });
        let children = children.collect();
        let rate = Rate::of(code);
        let price = |what: Priced| self.prices.of(what, rate);
        Unit::of(Arc::clone(code), module, consts, globals, symbols, children, &price)
    }

    /// Whether the thread that has run is in the middle of a standard module's body.
    pub fn is_importing(&self) -> bool {
        self.heap.is_importing()
    }

    /// An interpreter of what another one was made of.
    pub(super) fn of_parts(
        heap: Heap,
        globals: Globals,
        library: Library,
        modules: Modules,
        texts: Texts,
        units: Vec<Unit>,
    ) -> Interp {
        let address = |unit: &Unit| (Arc::as_ptr(&unit.code) as usize, unit.module);
        let loaded = units.iter().enumerate().map(|(at, unit)| (address(unit), at as u32)).collect();
        let prices = Prices::default();
        Interp { heap, globals, units, library, modules, texts, loaded, prices, resting: Resting::default() }
    }
}

impl Unit {
    /// A function whose body is loaded when its frame first runs. No call of it is a plain one until then.
    pub(super) fn outline(code: Arc<Code>, module: Module) -> Unit {
        Unit {
            rate: Rate::of(&code),
            module,
            consts: Box::default(),
            globals: Box::default(),
            symbols: Box::default(),
            children: Box::default(),
            locals: code.varnames.len() as u8,
            free: 0,
            quick: Box::default(),
            sites: Box::default(),
            loops: Loops::default(),
            parameters: u8::MAX,
            simple_arguments: u8::MAX,
            code,
        }
    }

    /// Code with all that it names in an interpreter.
    pub(super) fn of(
        code: Arc<Code>,
        module: Module,
        consts: Box<[Value]>,
        globals: Box<[u32]>,
        symbols: Box<[u32]>,
        children: Box<[u32]>,
        price: &dyn Fn(Priced) -> u32,
    ) -> Unit {
        let parameters = plain_arguments(&code);
        let free = code.instrs.iter().find_map(|instr| match instr {
            Instr::COPY_FREE_VARS(free) => Some(*free),
            _ => None,
        });
        let (locals, free) = (code.varnames.len() as u8, free.unwrap_or(0));
        let needs_function = free > 0 || code.instrs.contains(&Instr::RETURN_GENERATOR);
        let simple_arguments = if needs_function { u8::MAX } else { parameters };
        let rate = Rate::of(&code);
        let (quick, sites) = quicken(&Loaded { code: &code, globals: &globals, symbols: &symbols, price });
        let loops = Loops::of(&code, price);
        Unit {
            code,
            module,
            consts,
            globals,
            symbols,
            children,
            locals,
            free,
            quick,
            sites,
            loops,
            rate,
            parameters,
            simple_arguments,
        }
    }
}

impl Interp {
    /// The same for the library that stands behind this code.
    pub(super) fn load_library_of(&mut self, code: &Code) {
        code.library.iter().for_each(|library| self.load_library(library));
    }

    /// Makes the library's functions, each of which stands by itself, with no default but None.
    fn load_library(&mut self, code: &Arc<Code>) {
        if !self.library.functions.is_empty() {
            return;
        }
        self.load_into(Module::LIBRARY, code);
        for constant in &code.consts {
            let Const::Code(inner) = constant else { continue };
            let unit = self.load_into(Module::LIBRARY, inner);
            let extra = self.library_defaults(inner).map(Box::new);
            let function = self.heap.take_object(Object::Function(Function { unit, extra }));
            // Where there is a native function it is asked first, here too.
            let symbol = self.heap.symbols.of(&inner.name);
            if Builtin::named(&inner.name).or(Builtin::hidden(&inner.name)).is_none() {
                self.heap.keep(function);
                let old = self.globals.set(&self.heap.symbols, Module::LIBRARY, symbol, function);
                self.heap.drop_value(old);
            }
            let name = Arc::clone(self.heap.symbols.name(symbol));
            self.library.functions.insert(name, function);
        }
    }

    /// In the library every parameter by keyword has the default None.
    fn library_defaults(&mut self, code: &Code) -> Option<Extra> {
        let Parameters { positional, keyword_only, .. } = code.parameters;
        if keyword_only == 0 {
            return None;
        }
        let names = &code.varnames[usize::from(positional)..][..usize::from(keyword_only)];
        let defaults = self.heap.new_dict();
        for name in names {
            let name = self.heap.new_str(&**name);
            // A text has a hash and is compared natively, so this cannot fail.
            let _ = take_insert(&mut self.heap, defaults, name, Value::None);
        }
        Some(Extra { keyword_defaults: Some(defaults), ..Extra::default() })
    }
}

/// How many arguments fill the parameters one by one; 255 where it is not as simple.
fn plain_arguments(code: &Code) -> u8 {
    let parameters = code.parameters;
    let plain = parameters.keyword_only == 0 && !parameters.rest && !parameters.keywords;
    if plain { parameters.positional } else { u8::MAX }
}

pub(super) fn constant_value(heap: &mut Heap, constant: &Const) -> Value {
    match constant {
        Const::None => Value::None,
        Const::Bool(value) => Value::bool(*value),
        Const::Int(value) => Value::Int(*value),
        Const::BigInt(value) => heap.new_int(value.clone()),
        Const::Float(value) => Value::float(*value),
        Const::Imaginary(value) => heap.new_complex(super::complex::Complex(0.0, *value)),
        // CPython interns the constants that could be names.
        Const::Str(text) if text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') => {
            heap.interned(text)
        }
        Const::Str(text) => heap.new_str(&**text),
        Const::Bytes(bytes) => heap.new_bytes(&**bytes),
        Const::Ellipsis => Value::Ellipsis,
        Const::Tuple(items) => {
            let items: Vec<Value> = items.iter().map(|item| constant_value(heap, item)).collect();
            heap.take_tuple(items)
        }
        Const::Code(_) => Value::Unbound,
    }
}
