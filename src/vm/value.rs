//! Values: what a variable, a stack slot or a list item holds. Knows what kinds of object there are, not how they behave.
//!
//! **Ownership.** A [`Value`] is `Copy`, and a reference in it is counted by hand. Every place that keeps a value (a
//! stack slot below the stack pointer, a global, an item of a list) *owns* one count of it. Functions that take a `Value`
//! or a `&[Value]` *borrow* it and leave its count alone, unless their name begins with `take_`; a function that returns
//! a `Value` returns an *owned* one. Who keeps a borrowed value calls `heap.keep`; who is done with an owned one calls
//! `heap.drop_value`.

use super::builtins::Builtin;
use super::class::{Class, Instance};
use super::deque::Deque;
use super::dict::Dict;
use super::exception::{Exception, ExceptionKind};
use super::generator::Generator;
use super::long_range::{LongRange, LongRangeIter};
use super::methods::Method;
use super::modules::Module;
use super::natives::regex::{Program, Search, Source};
use super::natives::{Native, Twister};
use super::packed;
use super::pickle::{Pickler, Unpickler};
use super::sync::{Lock, SimpleQueue};
use super::system::{Hasher, Stream};
use super::traces::Trace;
use num_bigint::BigInt;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::Arc;

/// A counted reference to an object of the heap: its slot and, in the upper half, its generation, which tells the object
/// from the one that had its slot before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Ref(u64);

impl Ref {
    /// A number that no other object of the interpreter has, had or will have.
    pub fn id(self) -> u64 {
        self.0
    }

    #[inline(always)]
    pub(super) fn new(slot: u32, generation: u32) -> Ref {
        Ref(u64::from(generation) << 32 | u64::from(slot))
    }

    /// Where the object lies; one that comes after its death may lie there too.
    #[inline(always)]
    pub fn slot(self) -> usize {
        (self.0 & u64::from(u32::MAX)) as usize
    }

    #[inline(always)]
    pub(super) fn generation(self) -> u32 {
        (self.0 >> 32) as u32
    }
}

/// A float's bits; equal where they are the same to the bit.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Float(u64);

impl Float {
    #[inline(always)]
    pub fn get(self) -> f64 {
        f64::from_bits(self.0)
    }
}

impl fmt::Debug for Float {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        fmt::Debug::fmt(&self.get(), f)
    }
}

/// A boolean of 64 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[repr(u64)]
pub enum Truth {
    False,
    True,
}

impl Truth {
    #[inline(always)]
    pub fn get(self) -> bool {
        self == Truth::True
    }
}

/// A Python value, 16 bytes. Small things stand in it, the rest on the heap.
///
/// What stands in it is always one 64-bit integer: then the compiler moves a value as two registers. As 16 bytes moved at
/// once, a value that was just written in two halves would have to wait for the processor's store buffer; that made the
/// eval loop twice as slow.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub enum Value {
    None,
    Bool(Truth),
    Int(i64),
    Float(Float),
    Builtin(Builtin),
    /// A native function of a module.
    Native(Native),
    /// A method of a built-in type, without the value that it belongs to.
    Method(Method),
    Module(Module),
    /// A built-in class of exceptions.
    Exception(ExceptionKind),
    /// What a special method answers to operands that it does not know.
    NotImplemented,
    Ellipsis,
    Obj(Ref),
    /// Not a value: the mark of a variable without one, and the `NULL` below a callee.
    Unbound,
}

impl Value {
    #[inline(always)]
    pub fn bool(holds: bool) -> Value {
        Value::Bool(if holds { Truth::True } else { Truth::False })
    }

    #[inline(always)]
    pub fn float(number: f64) -> Value {
        Value::Float(Float(number.to_bits()))
    }
}

const _: () = assert!(size_of::<Value>() == 16, "a value is 16 bytes");

/// What the heap holds.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Object {
    /// A slot without an object.
    Free,
    Str(Text),
    Bytes(Box<[u8]>),
    Bytearray(Vec<u8>),
    /// Never one that fits into `Value::Int`.
    #[serde(with = "packed::big")]
    BigInt(Box<BigInt>),
    List(Vec<Value>),
    Tuple(Box<[Value]>),
    Range(Range),
    Function(Function),
    /// A method with the value that it belongs to.
    BoundMethod(Method, Value),
    /// Start, stop, step.
    Slice(Box<[Value; 3]>),
    RangeIter(RangeIter),
    /// An iterator over a list, tuple or str, and the index of its next item (for a str: byte offset).
    SeqIter(Value, usize),
    /// `reversed`: the sequence and how many items are left.
    ReversedIter(Value, usize),
    /// The iterator and the number of its next item.
    Enumerate(Value, i64),
    Zip(Box<[Value]>),
    Dict(Box<Dict>),
    /// A set, or a frozenset where true.
    Set(Box<Dict>, bool),
    Deque(Box<Deque>),
    /// A weak reference: the object, which it does not own, and what is called when that dies.
    Weak(Ref, Value),
    /// A compiled regular expression.
    Pattern(Arc<Program>),
    /// The state of a generator of random numbers.
    Twister(Box<Twister>),
    /// The keys, values or items of a dict.
    DictView(View, Value),
    /// An iterator over a dict or set, and the number of its next entry.
    DictIter(Box<DictIter>),
    Exception(Box<Exception>),
    /// A variable that functions share.
    Cell(Value),
    Generator(Box<Generator>),
    Class(Box<Class>),
    Instance(Box<Instance>),
    /// A Python function with the value that it was taken from.
    BoundFunction(Value, Value),
    /// Getter, setter, deleter, and its own docstring or None.
    Property(Box<[Value; 4]>),
    /// `list[int]`: the class and the tuple of what stands in brackets.
    GenericAlias(Value, Value),
    /// `int | None`: the tuple of its classes.
    Union(Value),
    StaticMethod(Value),
    ClassMethod(Value),
    /// `super()`: the class after which the search begins, and the instance or class.
    Super(Value, Value),
    /// What a function's code tells of itself: the number of its unit.
    Code(u32),
    /// A lock of the program.
    Lock(Box<Lock>),
    /// A traceback, or a frame of one.
    Trace(Trace),
    /// Real and imaginary part.
    Complex(f64, f64),
    SimpleQueue(Box<SimpleQueue>),
    /// A range beyond 64 bits, and an iterator over one.
    LongRange(Box<LongRange>),
    LongRangeIter(Box<LongRangeIter>),
    // What has no form as bytes stands last, so that the others keep their numbers.
    /// How far a hash of `hashlib` has come.
    #[serde(skip)]
    Hasher(Box<Hasher>),
    /// How far a compression of `zlib` has come, or what undoes one.
    #[serde(skip)]
    Stream(Box<Stream>),
    /// A search with a regular expression; None while it is on.
    #[serde(skip)]
    Search(Option<Box<Search>>),
    /// A pickle in the making, and one that is being read.
    #[serde(skip)]
    Pickler(Box<Pickler>),
    #[serde(skip)]
    Unpickler(Box<Unpickler>),
}

/// What a view or iterator of a dict shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum View {
    Keys,
    Values,
    Items,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DictIter {
    pub over: Value,
    pub view: View,
    pub next: usize,
    /// How many entries there were at the beginning.
    pub length: usize,
}

/// Text with the number of its characters, so that ASCII text is indexed at once.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Text {
    pub text: Box<str>,
    pub chars: usize,
}

impl Text {
    pub fn is_ascii(&self) -> bool {
        self.chars == self.text.len()
    }
}

/// `range(start, stop, step)`; the step is not zero.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Range {
    pub start: i64,
    pub stop: i64,
    pub step: i64,
}

impl Range {
    pub fn len(&self) -> u64 {
        let distance = i128::from(self.stop) - i128::from(self.start);
        let step = i128::from(self.step);
        // At most 2^64 - 1: both ends are 64-bit.
        if (distance > 0) == (step > 0) && distance != 0 { ((distance.abs() - 1) / step.abs() + 1) as u64 } else { 0 }
    }

    /// The item at an index below `len`.
    pub fn item(&self, at: u64) -> i64 {
        self.start.wrapping_add((at as i64).wrapping_mul(self.step))
    }

    /// The index of an item.
    pub fn place_of(&self, item: i64) -> Option<u64> {
        let past = i128::from(item) - i128::from(self.start);
        let step = i128::from(self.step);
        let at = u64::try_from(past / step).ok().filter(|at| *at < self.len());
        at.filter(|_| past % step == 0)
    }
}

/// The integers `next`, `next + step`, … , `left` of them.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct RangeIter {
    pub next: i64,
    pub left: u64,
    pub step: i64,
}

/// A Python function: an entry of `Interp`'s table of loaded code, and the values of its last parameters.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Function {
    pub unit: u32,
    /// None for a function without any.
    pub extra: Option<Box<Extra>>,
}

/// What only some functions have.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Extra {
    pub defaults: Box<[Value]>,
    /// A dict, or None.
    pub keyword_defaults: Option<Value>,
    /// A dict, or None.
    pub annotations: Option<Value>,
    pub cells: Box<[Value]>,
    pub attributes: Vec<(u32, Value)>,
}

impl Object {
    /// Calls `visit` with every value that this object owns.
    pub(super) fn for_each_child(&self, mut visit: impl FnMut(Value)) {
        match self {
            Object::Bytes(_) | Object::Bytearray(_) => {}
            Object::Free | Object::Str(_) | Object::BigInt(_) | Object::Range(_) | Object::RangeIter(_) => {}
            Object::LongRange(_) | Object::LongRangeIter(_) => {}
            Object::Lock(_) | Object::Code(_) | Object::Pattern(_) | Object::Complex(..) => {}
            Object::Search(search) => {
                if let Some(Source::Kept(text)) = search.as_ref().map(|search| &search.source) {
                    visit(*text);
                }
            }
            Object::List(items) => items.iter().copied().for_each(visit),
            Object::Twister(_) | Object::Hasher(_) | Object::Stream(_) => {}
            Object::Pickler(pickler) => pickler.for_each_value(visit),
            Object::Unpickler(unpickler) => unpickler.for_each_value(visit),
            Object::Deque(deque) => deque.items.iter().copied().for_each(visit),
            Object::SimpleQueue(queue) => queue.items.iter().copied().for_each(visit),
            Object::Tuple(items) | Object::Zip(items) => items.iter().copied().for_each(visit),
            Object::Function(function) => {
                if let Some(extra) = &function.extra {
                    extra.defaults.iter().chain(&extra.cells).copied().for_each(&mut visit);
                    extra.keyword_defaults.iter().chain(&extra.annotations).copied().for_each(&mut visit);
                    extra.attributes.iter().for_each(|(_, value)| visit(*value));
                }
            }
            Object::Dict(entries) | Object::Set(entries, _) => entries.for_each_value(visit),
            Object::Exception(exception) => exception.for_each_value(visit),
            Object::Generator(generator) => generator.for_each_value(visit),
            Object::Class(class) => class.for_each_value(visit),
            Object::Instance(instance) => instance.for_each_value(visit),
            Object::Property(parts) => parts.iter().copied().for_each(visit),
            Object::BoundFunction(one, other) | Object::Super(one, other) | Object::GenericAlias(one, other) => {
                visit(*one);
                visit(*other);
            }
            Object::DictIter(iterator) => visit(iterator.over),
            Object::Trace(trace) => visit(trace.exception),
            Object::Cell(value)
            | Object::Weak(_, value)
            | Object::Union(value)
            | Object::StaticMethod(value)
            | Object::ClassMethod(value)
            | Object::DictView(_, value) => visit(*value),
            Object::Slice(parts) => parts.iter().copied().for_each(visit),
            Object::BoundMethod(_, value)
            | Object::SeqIter(value, _)
            | Object::ReversedIter(value, _)
            | Object::Enumerate(value, _) => visit(*value),
        }
    }
}
