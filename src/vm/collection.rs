//! What dicts and sets have in common with `**` and `*`: taking in the items of another collection.

use super::dict::{self, take_insert};
use super::error::{self, Result};
use super::heap::Heap;
use super::kind::type_name;
use super::noted::Note;
use super::value::Value;
use super::{class, iter};

/// Adds all items to the set. Borrows both.
pub fn update_set(heap: &mut Heap, set: Value, items: Value) -> Result<()> {
    if super::compare::is_identical(heap.base(set), heap.base(items)) {
        return Ok(());
    }
    if heap.is_set(items) && heap.as_table(set).is_some_and(dict::Dict::is_untouched) {
        super::set_methods::fill_by_copying(heap, set, items);
        return Ok(());
    }
    let size = heap.as_table(items).filter(|_| !super::arith::is_own(heap, items)).map(dict::Dict::len);
    let is_hashed = heap.is_set(items);
    let items = iter::collect(heap, items)?;
    if let (Some(size), Some(table)) = (size, heap.as_table_mut(set)) {
        table.expect_in_set(size);
    }
    // What a set has was hashed before.
    heap.note_many(if is_hashed { Note::Item } else { Note::Entry }, items.len());
    for (at, item) in items.iter().enumerate() {
        if let Err(raise) = take_insert(heap, set, *item, Value::None) {
            heap.drop_all(items[at + 1..].iter().copied());
            return Err(raise);
        }
    }
    Ok(())
}

/// Takes the items of a mapping into the dict; with a name as keywords of a call of that. Borrows both.
pub fn merge(heap: &mut Heap, table: Value, more: Value, called: Option<&str>) -> Result<()> {
    let is_computed = |symbol| super::class::special(heap, more, symbol).is_some();
    let keys = heap.symbols.known("keys");
    if is_computed(super::symbols::GETITEM) && keys.is_some_and(is_computed) {
        return Err(error::needs_python());
    }
    let Some(more) = heap.as_dict(more) else {
        let kind = type_name(heap, more);
        return Err(error::type_error(match called {
            Some(called) => format!("{called} argument after ** must be a mapping, not {kind}"),
            None => format!("'{kind}' object is not a mapping"),
        }));
    };
    let entries: Vec<_> = more.entries().collect();
    // An empty dict becomes a copy.
    let is_copied = called.is_none() && heap.as_table(table).is_some_and(|table| table.len() == 0);
    heap.note_many(if is_copied { Note::Copy } else { Note::Entry }, entries.len());
    for entry in entries {
        if called.is_some() && heap.as_str(entry.key).is_none() {
            return Err(error::type_error("keywords must be strings"));
        }
        if let Some(called) = called
            && dict::find(heap, table, entry.key)?.is_some()
        {
            let name = super::repr::str_of(heap, entry.key)?;
            return Err(error::type_error(format!("{called} got multiple values for keyword argument '{name}'")));
        }
        heap.keep(entry.key);
        heap.keep(entry.value);
        take_insert(heap, table, entry.key, entry.value)?;
    }
    Ok(())
}

/// The items of a mapping, or of an iterable of pairs, into the dict. Borrows both.
pub fn update_dict(heap: &mut Heap, table: Value, more: Value) -> Result<()> {
    if heap.as_dict(more).is_some() {
        return merge(heap, table, more, None);
    }
    if heap.symbols.known("keys").is_some_and(|keys| class::special(heap, more, keys).is_some()) {
        return Err(error::needs_python());
    }
    let mut at = 0;
    iter::for_each(heap, more, |heap, item| {
        let pair = iter::collect(heap, item).map_err(|raise| match iter::is_not_iterable(heap, item) {
            true => error::type_error(format!("cannot convert dictionary update sequence element #{at} to a sequence")),
            false => raise,
        })?;
        if pair.len() != 2 {
            let length = pair.len();
            heap.drop_all(pair);
            return Err(error::value_error(format!(
                "dictionary update sequence element #{at} has length {length}; 2 is required"
            )));
        }
        at += 1;
        heap.note(Note::Entry);
        take_insert(heap, table, pair[0], pair[1])?;
        Ok(true)
    })
}
