//! An object's own attributes: a list of names and values, or a dict once the program has asked for `__dict__`.
//!
//! Such a dict is the only entry of the list that is not a slot, and the first: under the name `__dict__`, which nothing
//! else is kept under. So whoever looks for a name in the list does not find it and comes here.

use super::attribute::{attributes_mut, own_attributes};
use super::class::{self, find, put};
use super::dict;
use super::heap::Heap;
use super::layout::is_slot;
use super::symbols;
use super::value::Value;

/// The dict that holds the object's attributes, where there is one. Borrowed.
pub fn dict(heap: &Heap, value: Value) -> Option<Value> {
    match own_attributes(heap, value).first() {
        Some((symbols::DICT, dict)) => Some(*dict),
        _ => None,
    }
}

/// The object's own attribute. Borrowed.
pub fn get(heap: &Heap, value: Value, symbol: u32) -> Option<Value> {
    get_among(heap, own_attributes(heap, value), symbol)
}

/// The same among the attributes of a value.
pub fn get_among(heap: &Heap, own: &[(u32, Value)], symbol: u32) -> Option<Value> {
    if let Some(found) = find(own, symbol) {
        return Some(found);
    }
    let Some((symbols::DICT, dict)) = own.first() else { return None };
    let table = heap.as_dict(*dict)?;
    Some(table.entry(table.find_name(heap, heap.symbols.name(symbol))?).value)
}

/// The same by its name.
pub fn get_named(heap: &Heap, own: &[(u32, Value)], name: &str) -> Option<Value> {
    get_among(heap, own, heap.symbols.known(name)?)
}

/// Sets an attribute of an object that can have it. Takes the new value; says whether the object can.
pub fn set(heap: &mut Heap, value: Value, symbol: u32, new: Value) -> bool {
    let is_listed = heap.as_instance(value).is_some_and(|instance| is_slot(heap, instance.class, symbol));
    if let Some(dict) = dict(heap, value).filter(|_| !is_listed) {
        let name = heap.name_text(symbol);
        // A text has a hash and is compared natively, so this cannot fail.
        return dict::take_insert(heap, dict, name, new).is_ok();
    }
    let Some(attributes) = attributes_mut(heap, value) else {
        heap.drop_value(new);
        return false;
    };
    let old = put(attributes, symbol, new);
    heap.drop_all(old);
    true
}

/// Takes an attribute away; says whether it was there.
pub fn remove(heap: &mut Heap, value: Value, symbol: u32) -> bool {
    let listed = own_attributes(heap, value).iter().position(|(name, _)| *name == symbol);
    if let Some(at) = listed {
        let old = attributes_mut(heap, value).map(|attributes| attributes.remove(at).1);
        heap.drop_all(old);
        return true;
    }
    let Some(dict) = dict(heap, value) else { return false };
    let name = std::sync::Arc::clone(heap.symbols.name(symbol));
    let at = heap.as_dict(dict).and_then(|table| table.find_name(heap, &name));
    let removed = at.and_then(|at| heap.as_table_mut(dict).map(|table| table.remove(at)));
    let Some(entry) = removed else { return false };
    heap.drop_all([entry.key, entry.value]);
    true
}

/// `object.__dict__`: from now on its attributes are kept there. Owned.
pub fn as_dict(heap: &mut Heap, value: Value) -> Value {
    if let Some(dict) = dict(heap, value) {
        return heap.keep(dict);
    }
    let class = class::class_of(heap, value);
    let has_slots = heap.as_instance(value).is_some();
    let (slots, others): (Vec<_>, Vec<_>) =
        own_attributes(heap, value).iter().copied().partition(|(symbol, _)| has_slots && is_slot(heap, class, *symbol));
    let dict = heap.new_dict();
    for (symbol, value) in others {
        let name = heap.name_text(symbol);
        // As above. The values go over from one to the other.
        let _ = dict::take_insert(heap, dict, name, value);
    }
    adopt(heap, value, dict, slots);
    dict
}

/// `object.__dict__ = dict`. Takes it; says whether the object keeps one.
pub fn set_dict(heap: &mut Heap, value: Value, dict: Value) -> bool {
    let old = as_dict(heap, value);
    let Some(attributes) = attributes_mut(heap, value) else {
        heap.drop_all([old, dict]);
        return false;
    };
    attributes[0].1 = dict;
    // What the list owned, and what was just returned.
    heap.drop_all([old, old]);
    true
}

/// The dict becomes what the object's list begins with, owned there once more.
fn adopt(heap: &mut Heap, value: Value, dict: Value, slots: Vec<(u32, Value)>) {
    if let Some(attributes) = attributes_mut(heap, value) {
        *attributes = std::iter::once((symbols::DICT, dict)).chain(slots).collect();
        heap.keep(dict);
    }
}
