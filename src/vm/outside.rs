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
use crate::work::{Amount, Kind, Work};
use std::cmp::Ordering;

pub fn print(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let known = ["sep", "end", "flush", "file"];
    if !matches!(arguments.keyword("file", &known)?, None | Some(Value::None)) {
        return Err(error::needs_python());
    }
    if heap.redirected {
        return Err(error::needs_python());
    }
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
        _ => "time.monotonic",
    };
    arguments.function(function).only(0, 0)?;
    Ok(Outcome::Clock)
}

pub fn cpu(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    work(heap, arguments, Kind::Cpu)
}

pub fn held(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    work(heap, arguments, Kind::Held)
}

pub fn io(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    work(heap, arguments, Kind::Io)
}

pub fn native(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    work(heap, arguments, Kind::Native)
}

/// An integer that no float holds is as good as infinite.
fn seconds(number: Number) -> f64 {
    let is_negative = number.order(Number::Small(0)) == Some(Ordering::Less);
    number.to_float().unwrap_or(if is_negative { f64::NEG_INFINITY } else { f64::INFINITY })
}

fn work(heap: &Heap, arguments: Arguments, kind: Kind) -> Result<Outcome> {
    let function = kind.function();
    let value = arguments.function(function).only(1, 1)?[0];
    let amount = match (heap.as_str(value), Number::of(heap, value)) {
        (Some(text), _) => Amount::parse(&text.text),
        (None, Some(number)) => Amount::from_seconds(seconds(number)),
        (None, None) => {
            let found = type_name(heap, value);
            let message = format!("{function}() takes a text such as \"20ms\" or a number of seconds, not '{found}'");
            return Err(error::type_error(message));
        }
    };
    let amount = amount.map_err(|wrong| error::value_error(format!("{function}(): {wrong}")))?;
    Ok(Outcome::Work(Work { kind, amount }))
}
