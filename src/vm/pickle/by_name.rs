//! What is built in, by its name in `builtins`.

use crate::vm::arguments::Arguments;
use crate::vm::builtins::Builtin;
use crate::vm::error::{self, Result};
use crate::vm::exception::ExceptionKind;
use crate::vm::heap::Heap;
use crate::vm::value::Value;

/// `builtin(name)`.
pub fn builtin(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let name = arguments.only(1, 1)?[0];
    let name = heap.as_str(name).map(|text| text.text.to_string()).unwrap_or_default();
    let constant = match name.as_str() {
        "Ellipsis" => Some(Value::Ellipsis),
        "NotImplemented" => Some(Value::NotImplemented),
        _ => None,
    };
    let found = Builtin::named(&name).map(Value::Builtin);
    let found = found.or_else(|| ExceptionKind::named(&name).map(Value::Exception)).or(constant);
    found.ok_or_else(|| error::attribute_error(format!("module 'builtins' has no attribute '{name}'")))
}
