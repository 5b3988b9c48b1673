//! The builtins that need the outside world: they only say what they need.

use super::arguments::Arguments;
use super::call::Outcome;
use super::error::{self, Result};
use super::heap::Heap;
use super::kind::type_name;
use super::numeric::Number;
use super::repr::str_of;
use super::value::Value;
use crate::time::Nanos;

pub fn print(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let known = ["sep", "end", "flush"];
    let separator = text_option(heap, "sep", arguments.keyword("sep", &known)?, " ")?;
    let end = text_option(heap, "end", arguments.keyword("end", &known)?, "\n")?;
    let parts: Result<Vec<String>> = arguments.positional.iter().map(|part| str_of(heap, *part)).collect();
    Ok(Outcome::Print(parts?.join(separator) + end))
}

fn text_option<'a>(heap: &'a Heap, name: &str, value: Option<Value>, default: &'a str) -> Result<&'a str> {
    match value {
        None | Some(Value::None) => Ok(default),
        Some(value) => match heap.as_str(value) {
            Some(text) => Ok(&text.text),
            None => {
                let kind = type_name(heap, value);
                Err(error::type_error(format!("{name} must be None or a string, not {kind}")))
            }
        },
    }
}

pub fn sleep(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let value = arguments.function("time.sleep").only(1, 1)?[0];
    let Some(number) = Number::of(heap, value) else {
        return Err(super::arguments::not_an_integer(heap, value));
    };
    let too_large = || error::overflow_error("timestamp too large to convert to C _PyTime_t");
    let seconds = number.to_float().map_err(|_| too_large())?;
    if seconds.is_nan() {
        return Err(error::value_error("Invalid value NaN (not a number)"));
    }
    if seconds < 0.0 {
        return Err(error::value_error("sleep length must be non-negative"));
    }
    // CPython counts in signed 64-bit nanoseconds.
    if seconds >= i64::MAX as f64 {
        return Err(error::overflow_error("timestamp out of range for platform time_t"));
    }
    if seconds >= i64::MAX as f64 / 1e9 {
        return Err(too_large());
    }
    Ok(Outcome::Sleep(Nanos::from_secs_f64(seconds)))
}

pub fn clock(_: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let function = match arguments.function {
        "perf_counter" => "time.perf_counter",
        "monotonic" => "time.monotonic",
        _ => "time.time",
    };
    arguments.function(function).only(0, 0)?;
    Ok(Outcome::Clock)
}
