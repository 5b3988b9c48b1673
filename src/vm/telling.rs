//! What uncaught exceptions say of themselves where only Python knows it: the class has a `__str__` of its own, or an
//! argument is an object of the program. The library makes the texts, and they stand beside the exceptions from then on.

use super::arguments::Arguments;
use super::class;
use super::error::Result;
use super::exception::{self, Exception, ExceptionKind};
use super::heap::Heap;
use super::numeric::Number;
use super::own;
use super::raised::DEEPEST;
use super::symbols;
use super::value::Value;

/// No name of a program's attribute.
const TOLD: &str = "<told>";

/// What the exception says: what the library has made of it, or what native code knows.
pub fn text(heap: &Heap, exception: &Exception) -> String {
    let told = own::get_named(heap, &exception.attributes, TOLD).and_then(|told| heap.as_str(told));
    match told {
        Some(told) => told.text.to_string(),
        None => exception::text(heap, exception).unwrap_or_default(),
    }
}

fn needs_python(heap: &Heap, exception: &Exception) -> bool {
    if own::get_named(heap, &exception.attributes, TOLD).is_some() {
        return false;
    }
    let own = class::lookup(heap, exception.class, symbols::STR);
    own.is_some_and(|own| heap.as_function(own).is_some()) || exception::text(heap, exception).is_err()
}

/// The exceptions whose texts are missing, of those that a traceback of this one shows. Borrowed.
pub fn untold_of(heap: &Heap, exception: Value) -> Vec<Value> {
    let (mut found, mut waiting, mut seen) = (Vec::new(), vec![(exception, 0)], Vec::new());
    while let Some((value, depth)) = waiting.pop() {
        let Some(exception) = heap.as_exception(value) else { continue };
        if depth > DEEPEST || seen.iter().any(|other| super::compare::is_identical(*other, value)) {
            continue;
        }
        seen.push(value);
        if needs_python(heap, exception) {
            found.push(value);
        }
        waiting.push((exception.cause, depth + 1));
        if !exception.suppress_context {
            waiting.push((exception.context, depth + 1));
        }
        waiting.extend(exception.members(heap).into_iter().map(|member| (member, depth + 1)));
    }
    found
}

/// Whether the program's `sys.excepthook` is to be called with it.
pub fn is_for_hook(heap: &Heap, exception: Value) -> bool {
    let exit = Value::Exception(ExceptionKind::SystemExit);
    heap.hooked && !class::is_subclass(heap, class::class_of(heap, exception), exit)
}

/// Whether it ends the program with words in place of a number: those are told before anything else that happens at the end.
pub fn is_exit_with_words(heap: &Heap, exception: Value) -> bool {
    let exit = Value::Exception(ExceptionKind::SystemExit);
    let Some(own) = heap.as_exception(exception).filter(|own| class::is_subclass(heap, own.class, exit)) else {
        return false;
    };
    let code = match own::get_named(heap, &own.attributes, "code") {
        Some(code) => code,
        None => match heap.as_tuple(own.args) {
            Some([code]) => *code,
            Some([]) | None => Value::None,
            Some(_) => own.args,
        },
    };
    !matches!(code, Value::None) && Number::of(heap, code).is_none_or(|number| number.is_float())
}

/// `untold(exception)`: a list of them.
pub fn untold(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let found = untold_of(heap, arguments.only(1, 1)?[0]);
    let found = heap.keep_all(&found);
    Ok(heap.take_list(found))
}

/// `tell(exception, text)`: what a traceback is to say of it.
pub fn tell(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(2, 2)?;
    let symbol = heap.symbols.of(TOLD);
    let text = heap.keep(given[1]);
    own::set(heap, given[0], symbol, text);
    Ok(Value::None)
}
