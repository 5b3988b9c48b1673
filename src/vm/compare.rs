//! Comparison, identity and membership.

use super::dict::Dict;
use super::error::{self, Result};
use super::heap::Heap;
use super::iter;
use super::kind::type_name;
use super::noted::Note;
use super::numeric::Number;
use super::rewind::Places;
use super::value::{Object, Value};
use super::{class, symbols};
use crate::bytecode::CompareOp;
use std::cmp::Ordering;

/// How deep lists in lists are compared; beyond it RecursionError.
const MAX_DEPTH: usize = 900;

/// The common cases, inline in the eval loop.
#[inline(always)]
pub fn fast_compare(op: CompareOp, left: Value, right: Value) -> Option<bool> {
    match (left, right) {
        (Value::Int(left), Value::Int(right)) => Some(match op {
            CompareOp::Lt => left < right,
            CompareOp::Le => left <= right,
            CompareOp::Eq => left == right,
            CompareOp::Ne => left != right,
            CompareOp::Gt => left > right,
            CompareOp::Ge => left >= right,
        }),
        (Value::Float(left), Value::Float(right)) => Some(op.holds(left.get().partial_cmp(&right.get()))),
        _ => None,
    }
}

/// `left op right` in full.
#[inline(never)]
pub fn compare(heap: &Heap, op: CompareOp, left: Value, right: Value) -> Result<bool> {
    compare_at(heap, op, left, right, 0)
}

/// The same as an instruction: lists and tuples that are equal have been compared to their ends.
pub fn compare_operands(heap: &mut Heap, op: CompareOp, left: Value, right: Value) -> Result<bool> {
    let holds = compare(heap, op, left, right)?;
    note_compared_sets(heap, op, left, right, holds);
    if is_equality(op)
        && holds == (op == CompareOp::Eq)
        && let (Some(one), Some(other)) = (heap.as_items(left), heap.as_items(right))
    {
        let identical = one.iter().zip(other).filter(|(one, other)| is_identical(**one, **other)).count();
        let others = one.len() - identical.min(one.len());
        heap.note_many(Note::Copy, identical);
        heap.note_many(Note::Item, others);
    }
    Ok(holds)
}

/// Of two sets, where it holds, all items of the smaller one have been looked for in the other.
pub fn note_compared_sets(heap: &mut Heap, op: CompareOp, left: Value, right: Value, holds: bool) {
    let size = |set| heap.as_table(set).filter(|_| heap.is_set(set)).map(super::dict::Dict::len);
    if let (Some(one), Some(other), true) = (size(left), size(right), holds != (op == CompareOp::Ne)) {
        heap.note_many(Note::Item, one.min(other));
    }
}

/// `left == right`.
pub fn equal(heap: &Heap, left: Value, right: Value) -> Result<bool> {
    compare_at(heap, CompareOp::Eq, left, right, 0)
}

/// Equal, or the same object: what lists and `in` ask.
pub fn same_or_equal(heap: &Heap, left: Value, right: Value) -> Result<bool> {
    if let (Value::Obj(one), Value::Obj(other)) = (left, right)
        && let (Object::Str(one), Object::Str(other)) = (heap.get(one), heap.get(other))
    {
        return Ok(one.text == other.text);
    }
    Ok(is_identical(left, right) || equal(heap, left, right)?)
}

fn is_equality(op: CompareOp) -> bool {
    matches!(op, CompareOp::Eq | CompareOp::Ne)
}

fn compare_at(heap: &Heap, op: CompareOp, left: Value, right: Value, depth: usize) -> Result<bool> {
    if depth > MAX_DEPTH {
        return Err(error::recursion_error("maximum recursion depth exceeded in comparison"));
    }
    if let Some(holds) = fast_compare(op, left, right) {
        return Ok(holds);
    }
    if super::arith::is_own(heap, left) || super::arith::is_own(heap, right) {
        let (one, other) = (heap.base(left), heap.base(right));
        let is_derived = !is_identical(one, left) || !is_identical(other, right);
        let asks = |value, plain| compares_itself(heap, op, value, !is_identical(plain, value));
        if is_derived && !asks(left, one) && !asks(right, other) {
            // What does not go is told of the objects, which have classes of their own.
            return compare_at(heap, op, one, other, depth + 1).map_err(|raise| {
                let is_theirs = raise.kind == "TypeError" && raise.message == unordered(heap, op, one, other).message;
                if is_theirs { unordered(heap, op, left, right) } else { raise }
            });
        }
        if is_derived {
            return Err(error::needs_python());
        }
    }
    if let (Some(left), Some(right)) = (Number::of(heap, left), Number::of(heap, right)) {
        return Ok(op.holds(left.order(right)));
    }
    if is_equality(op)
        && let Some(same) = super::complex::equal(heap, left, right)
    {
        return Ok(same == (op == CompareOp::Eq));
    }
    if let (Some(left), Some(right)) = (heap.as_str(left), heap.as_str(right)) {
        return Ok(op.holds(Some(left.text.cmp(&right.text))));
    }
    if let (Some(left), Some(right)) = (heap.as_bytes(left), heap.as_bytes(right)) {
        return Ok(op.holds(Some(left.cmp(right))));
    }
    if let (Value::Obj(a), Value::Obj(b)) = (left, right) {
        match (heap.get(a), heap.get(b)) {
            (Object::List(a), Object::List(b)) => return compare_items(heap, op, a, b, depth),
            (Object::Deque(_), Object::Deque(_)) => {
                let (a, b) = (super::deque::items(heap, left), super::deque::items(heap, right));
                return compare_items(heap, op, &a, &b, depth);
            }
            (Object::Slice(a), Object::Slice(b)) => return compare_items(heap, op, &**a, &**b, depth),
            (Object::Tuple(a), Object::Tuple(b)) => return compare_items(heap, op, a, b, depth),
            (Object::Range(a), Object::Range(b)) if is_equality(op) => {
                let (a_len, b_len) = (a.len(), b.len());
                let same = a_len == b_len && (a_len == 0 || a.start == b.start) && (a_len < 2 || a.step == b.step);
                return Ok(same == (op == CompareOp::Eq));
            }
            (Object::LongRange(a), _) if is_equality(op) => {
                let same = super::long_range::of(heap, right).is_some_and(|b| a.equals(&b));
                return Ok(same == (op == CompareOp::Eq));
            }
            (Object::Range(_), Object::LongRange(_)) if is_equality(op) => {
                return compare_at(heap, op, right, left, depth);
            }
            (Object::Dict(a), Object::Dict(b)) if is_equality(op) => {
                return Ok(same_entries(heap, a, b, depth)? == (op == CompareOp::Eq));
            }
            (a, b)
                if is_equality(op)
                    && let Some(same) = super::generic::equal(heap, a, b) =>
            {
                return Ok(same? == (op == CompareOp::Eq));
            }
            (Object::Set(a, _), Object::Set(b, _)) => return super::set_methods::compare(heap, op, a, b),
            (Object::BoundFunction(a, of), Object::BoundFunction(b, other)) if is_equality(op) => {
                return Ok((is_identical(*a, *b) && is_identical(*of, *other)) == (op == CompareOp::Eq));
            }
            // Weak references are equal that refer to the same object.
            (Object::Weak(a, _), Object::Weak(b, _)) if is_equality(op) => return Ok((a == b) == (op == CompareOp::Eq)),
            (Object::BoundMethod(a, of), Object::BoundMethod(b, other)) if is_equality(op) => {
                return Ok((a == b && is_identical(*of, *other)) == (op == CompareOp::Eq));
            }
            _ => {}
        }
    }
    if let Some(holds) = super::view_operations::compared(heap, op, left, right)? {
        return Ok(holds);
    }
    if may_be_own(heap, op, left) || may_be_own(heap, op, right) {
        return Err(error::needs_python());
    }
    match op {
        CompareOp::Eq => Ok(is_identical(left, right)),
        CompareOp::Ne => Ok(!is_identical(left, right)),
        _ => Err(unordered(heap, op, left, right)),
    }
}

/// Whether the class of a program's object says how it compares. One that derives from a built-in type has that type's
/// `__ne__`, which does not ask `__eq__`.
fn compares_itself(heap: &Heap, op: CompareOp, value: Value, is_derived: bool) -> bool {
    let names: &[u32] = match op {
        CompareOp::Eq => &[symbols::EQ],
        CompareOp::Ne if is_derived => &[symbols::NE],
        CompareOp::Ne => &[symbols::NE, symbols::EQ],
        CompareOp::Lt | CompareOp::Gt => &[symbols::LT, symbols::GT],
        CompareOp::Le | CompareOp::Ge => &[symbols::LE, symbols::GE],
    };
    names.iter().any(|symbol| class::special(heap, value, *symbol).is_some())
}

/// Whether a class of the program's may say how its objects compare.
fn may_be_own(heap: &Heap, op: CompareOp, value: Value) -> bool {
    let Value::Obj(at) = value else { return false };
    (matches!(heap.get(at), Object::Instance(_) | Object::Exception(_)) || super::arith::is_own(heap, value))
        && (!matches!(op, CompareOp::Eq | CompareOp::Ne)
            || class::special(heap, value, symbols::EQ).is_some()
            || class::special(heap, value, symbols::NE).is_some())
}

fn same_entries(heap: &Heap, left: &Dict, right: &Dict, depth: usize) -> Result<bool> {
    if left.len() != right.len() {
        return Ok(false);
    }
    for entry in left.entries() {
        let Some(at) = right.find(heap, entry.hash(), entry.key)? else { return Ok(false) };
        let other = right.entry(at).value;
        if !is_identical(entry.value, other) && !compare_at(heap, CompareOp::Eq, entry.value, other, depth + 1)? {
            return Ok(false);
        }
    }
    Ok(true)
}

#[cold]
pub fn unordered(heap: &Heap, op: CompareOp, left: Value, right: Value) -> Box<error::Raise> {
    let (left, right) = (type_name(heap, left), type_name(heap, right));
    error::type_error(format!("'{}' not supported between instances of '{left}' and '{right}'", op.symbol()))
}

/// Item by item; the first difference decides, then the lengths.
fn compare_items(heap: &Heap, op: CompareOp, left: &[Value], right: &[Value], depth: usize) -> Result<bool> {
    let by_equality = matches!(op, CompareOp::Eq | CompareOp::Ne);
    if by_equality && left.len() != right.len() {
        return Ok(op == CompareOp::Ne);
    }
    for (a, b) in left.iter().zip(right) {
        if is_identical(*a, *b) || compare_at(heap, CompareOp::Eq, *a, *b, depth + 1)? {
            continue;
        }
        return match op {
            CompareOp::Eq => Ok(false),
            CompareOp::Ne => Ok(true),
            _ => compare_at(heap, op, *a, *b, depth + 1),
        };
    }
    Ok(op.holds(Some(left.len().cmp(&right.len()))))
}

/// `left is right`. Numbers that stand in the value itself have no address: equal ones of one type are the same.
pub fn is_identical(left: Value, right: Value) -> bool {
    match (left, right) {
        (Value::None, Value::None) => true,
        (Value::Bool(a), Value::Bool(b)) => a == b,
        (Value::Int(a), Value::Int(b)) => a == b,
        (Value::Float(a), Value::Float(b)) => a == b,
        (Value::Builtin(a), Value::Builtin(b)) => a == b,
        (Value::Method(a), Value::Method(b)) => a == b,
        (Value::Module(a), Value::Module(b)) => a == b,
        (Value::Native(a), Value::Native(b)) => a == b,
        (Value::Exception(a), Value::Exception(b)) => a == b,
        (Value::NotImplemented, Value::NotImplemented) | (Value::Ellipsis, Value::Ellipsis) => true,
        (Value::Obj(a), Value::Obj(b)) => a == b,
        _ => false,
    }
}

/// As how many characters a search counts that has gone past so many: one byte is looked for in many at once.
pub fn searched(past: usize, part: usize) -> usize {
    const AT_ONCE: usize = 64;
    if part > 1 { past } else { past.div_ceil(AT_ONCE) }
}

/// `item in container`. Borrows both.
pub fn contains(heap: &mut Heap, item: Value, container: Value) -> Result<bool> {
    if class::special(heap, container, symbols::CONTAINS).is_some() {
        return Err(error::needs_python());
    }
    let is_iterated = class::special(heap, container, symbols::ITER).is_some();
    let container = if is_iterated { container } else { heap.base(container) };
    if let Some(text) = heap.as_str(container) {
        let Some(part) = heap.as_str(item) else {
            let kind = type_name(heap, item);
            return Err(error::type_error(format!("'in <string>' requires string as left operand, not {kind}")));
        };
        let found = text.text.find(&*part.text);
        let searched = searched(found.unwrap_or(text.text.len()), part.text.len());
        heap.note_many(Note::Character, searched);
        return Ok(found.is_some());
    }
    if let Some(bytes) = heap.as_bytes(container) {
        let (length, part) = (bytes.len(), heap.as_bytes(item).map_or(1, <[u8]>::len));
        let found = super::bytes::place(heap, bytes, item)?;
        heap.note_many(Note::Character, searched(found.unwrap_or(length), part));
        return Ok(found.is_some());
    }
    if heap.as_table(container).is_some() {
        return Ok(super::dict::find(heap, container, item)?.is_some());
    }
    if let Some(items) = heap.as_items(container) {
        let mut visited = 0;
        let found = items.iter().find_map(|candidate| {
            visited += 1;
            same_or_equal(heap, *candidate, item).map(|same| same.then_some(true)).transpose()
        });
        heap.note_many(Note::Item, visited);
        return found.unwrap_or(Ok(false));
    }
    if let Some(found) = super::view_operations::contains(heap, item, container) {
        return found;
    }
    if let Some(range) = super::range_methods::of(heap, container) {
        return Ok(super::range_methods::place(heap, &range, item)?.is_some());
    }
    if let Some(range) = super::long_range::long(heap, container) {
        return Ok(super::long_range::place(heap, range, item)?.is_some());
    }
    let iterator = iter::iterator(heap, container).map_err(|raise| match raise.needs_python() {
        true => raise,
        false => error::type_error(format!("argument of type '{}' is not iterable", type_name(heap, container))),
    })?;
    let places = Places::of(heap, &[iterator]);
    let found = iter::find(heap, iterator, item);
    if found.as_ref().is_err_and(|raise| raise.needs_python()) {
        places.restore(heap);
    }
    heap.drop_value(iterator);
    found
}

/// The order of two values for sorting, `min` and `max`: only `<` is asked.
pub fn is_less(heap: &Heap, left: Value, right: Value) -> Result<bool> {
    match (left, right) {
        (Value::Int(a), Value::Int(b)) => Ok(a.cmp(&b) == Ordering::Less),
        _ => compare(heap, CompareOp::Lt, left, right),
    }
}
