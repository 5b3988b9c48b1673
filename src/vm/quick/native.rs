//! Fast ways for texts, and for the native functions that programs call most.

use crate::vm::build;
use crate::vm::builtins::Builtin;
use crate::vm::call::has_no_checkpoint;
use crate::vm::heap::Heap;
use crate::vm::methods::Method;
use crate::vm::value::{Object, Ref, Value};

/// `variable += more`, with the variable's text on the stack too, where these are its only owners: it grows in its place.
/// Says whether that was so; the values on the stack are released then.
#[inline(never)]
pub fn add_text(heap: &mut Heap, text: Value, more: Value, variable: Value) -> bool {
    let (Value::Obj(text), Value::Obj(more), Value::Obj(variable)) = (text, more, variable) else { return false };
    if text != variable || text == more || !heap.append_text(text, more) {
        return false;
    }
    heap.drop_object(more);
    heap.drop_object(text);
    true
}

impl Heap {
    /// Appends one text to another that has two owners; says whether it has.
    fn append_text(&mut self, to: Ref, more: Ref) -> bool {
        let (Object::Str(_), Object::Str(_)) = (self.get(to), self.get(more)) else { return false };
        if self.owners_if_not_watched(to) != Some(2) {
            return false;
        }
        let Some(Object::Str(text)) = self.get_mut(to) else { return false };
        let (mut longer, mut chars) = (std::mem::take(&mut text.text).into_string(), text.chars);
        let before = longer.len();
        if let Object::Str(more) = self.get(more) {
            longer.reserve_exact(more.text.len());
            longer.push_str(&more.text);
            chars += more.chars;
        }
        // Rounded up, so that many short pieces are counted too.
        self.note_growth(longer.len() - before + 512);
        if let Some(Object::Str(text)) = self.get_mut(to) {
            (text.text, text.chars) = (longer.into_boxed_str(), chars);
        }
        true
    }
}

/// What a native function answers, owned, where that is quickly known. Borrows the arguments.
#[inline(always)]
pub fn call(heap: &mut Heap, callee: Value, arguments: &[Value]) -> Option<Value> {
    match (callee, arguments) {
        (Value::Method(Method::ListAppend), [Value::Obj(list), item]) => {
            let Some(Object::List(items)) = heap.get_mut(*list) else { return None };
            let grown = build::push(items, *item);
            heap.note_growth(grown);
            heap.keep(*item);
            Some(Value::None)
        }
        (Value::Builtin(Builtin::Len), [Value::Obj(of)]) => {
            let length = match heap.get(*of) {
                Object::List(items) => items.len(),
                Object::Tuple(items) => items.len(),
                Object::Str(text) => text.chars,
                Object::Dict(table) => table.len(),
                _ => return None,
            };
            Some(Value::Int(length as i64))
        }
        _ => None,
    }
}

/// Whether the thread may be asked to leave after the call.
#[inline(always)]
pub fn has_checkpoint(callee: Value) -> bool {
    !has_no_checkpoint(callee)
}
