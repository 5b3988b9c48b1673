//! `OSError` and what is below it: two arguments are C's number of the error and its text, a third is a file's name.

use super::class;
use super::error::Result;
use super::exception::{Exception, ExceptionKind};
use super::heap::Heap;
use super::repr::{repr, str_of};
use super::value::Value;

fn is_os(heap: &Heap, class: Value) -> bool {
    class::is_subclass(heap, class, Value::Exception(ExceptionKind::OSError))
}

/// The class that Python gives an `OSError` with this number, after PEP 3151; Linux's numbers.
fn kind_of(number: i64) -> Option<ExceptionKind> {
    Some(match number {
        1 | 13 => ExceptionKind::PermissionError,
        2 => ExceptionKind::FileNotFoundError,
        3 => ExceptionKind::ProcessLookupError,
        4 => ExceptionKind::InterruptedError,
        10 => ExceptionKind::ChildProcessError,
        11 | 114 | 115 => ExceptionKind::BlockingIOError,
        17 => ExceptionKind::FileExistsError,
        20 => ExceptionKind::NotADirectoryError,
        21 => ExceptionKind::IsADirectoryError,
        32 | 108 => ExceptionKind::BrokenPipeError,
        103 => ExceptionKind::ConnectionAbortedError,
        104 => ExceptionKind::ConnectionResetError,
        110 => ExceptionKind::TimeoutError,
        111 => ExceptionKind::ConnectionRefusedError,
        _ => return None,
    })
}

/// What an exception of this class with these arguments becomes: its class, and the file's name, owned, which is no
/// argument any more.
pub fn refine(heap: &mut Heap, class: Value, args: &mut Vec<Value>) -> (Value, Option<Value>) {
    if !(2..=5).contains(&args.len()) || !is_os(heap, class) {
        return (class, None);
    }
    let refined = match (class, args[0]) {
        (Value::Exception(ExceptionKind::OSError), Value::Int(number)) => kind_of(number).map(Value::Exception),
        _ => None,
    };
    let mut more = args.split_off(2).into_iter();
    let file = more.next().filter(|name| !matches!(name, Value::None));
    more.for_each(|value| heap.drop_value(value));
    (refined.unwrap_or(class), file)
}

/// `[Errno 2] No such file or directory: 'name'`. None where the exception is none with a number.
pub fn text(heap: &Heap, exception: &Exception) -> Option<Result<String>> {
    let [number, text] = *heap.as_tuple(exception.args)? else { return None };
    if !is_os(heap, exception.class) {
        return None;
    }
    let file = super::own::get_named(heap, &exception.attributes, "filename");
    let whole = || {
        let start = format!("[Errno {}] {}", str_of(heap, number)?, str_of(heap, text)?);
        Ok(match file {
            Some(file) => format!("{start}: {}", repr(heap, file)?),
            None => start,
        })
    };
    Some(whole())
}

/// `errno`, `strerror` and `filename`. Borrowed.
pub fn attribute(heap: &Heap, exception: &Exception, name: &str) -> Option<Value> {
    let at = ["errno", "strerror", "filename"].iter().position(|field| *field == name)?;
    if !is_os(heap, exception.class) {
        return None;
    }
    let own = super::own::get_named(heap, &exception.attributes, name);
    own.or_else(|| match heap.as_tuple(exception.args)? {
        parts @ [_, _] => parts.get(at).copied(),
        _ => None,
    })
    .or(Some(Value::None))
}
