//! The module `math`.

use crate::vm::arguments::Arguments;
use crate::vm::error::{self, Result};
use crate::vm::heap::Heap;
use crate::vm::kind::type_name;
use crate::vm::numeric::Number;
use crate::vm::value::Value;

/// The argument as a float.
fn real(heap: &Heap, value: Value) -> Result<f64> {
    match Number::of(heap, value) {
        Some(number) => number.to_float(),
        None => Err(error::type_error(format!("must be real number, not {}", type_name(heap, value)))),
    }
}

pub fn sqrt(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let number = real(heap, arguments.only(1, 1)?[0])?;
    if number < 0.0 {
        return Err(error::value_error("math domain error"));
    }
    Ok(Value::float(number.sqrt()))
}
