//! The order of a dict's entries.

use crate::vm::arguments::Arguments;
use crate::vm::dict;
use crate::vm::error::Result;
use crate::vm::heap::Heap;
use crate::vm::kind::truth;
use crate::vm::value::Value;

/// The key's entry becomes the first or the last, with the key that is there already; says whether there is one. None where
/// the program's own methods are to say which keys are equal.
pub fn move_to_end(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let [table, key, last] = *arguments.only(3, 3)? else { return Ok(Value::None) };
    let (table, is_last) = (heap.base(table), truth(heap, last)?);
    let at = match dict::find(heap, table, key) {
        Ok(Some(at)) => at,
        Ok(None) => return Ok(Value::bool(false)),
        Err(raise) if raise.needs_python() => return Ok(Value::None),
        Err(raise) => return Err(raise),
    };
    if let Some(table) = heap.as_table_mut(table) {
        let entry = table.remove(at);
        if is_last {
            table.push(entry.hash(), entry.key, entry.value);
        } else {
            table.push_front(entry.hash(), entry.key, entry.value);
        }
    }
    Ok(Value::bool(true))
}
