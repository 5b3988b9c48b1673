//! What the library asks of native code about coroutines and asynchronous generators.

use super::arguments::Arguments;
use super::class;
use super::error::{self, Result};
use super::generator::{GeneratorFlavor, State};
use super::heap::Heap;
use super::kind::truth;
use super::symbols;
use super::value::{Object, Value};

/// The library's generator, to be awaited for the next item.
pub fn as_awaitable(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    awaited_as(heap, arguments, GeneratorFlavor::Asked)
}

/// The library's generator, to be awaited for what becomes of an exception.
pub fn as_thrown(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    awaited_as(heap, arguments, GeneratorFlavor::Thrown)
}

fn awaited_as(heap: &mut Heap, arguments: Arguments, flavor: GeneratorFlavor) -> Result<Value> {
    let value = arguments.only(1, 1)?[0];
    if let Some(generator) = heap.as_generator_mut(value) {
        generator.flavor = flavor;
    }
    Ok(heap.keep(value))
}

/// Ends what nobody has awaited yet; whether it was so.
pub fn end_unawaited(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let value = arguments.only(1, 1)?[0];
    let Some(generator) = heap.as_generator_mut(value) else { return Ok(Value::bool(false)) };
    if generator.state != State::New {
        return Ok(Value::bool(false));
    }
    generator.state = State::Ended;
    let function = std::mem::replace(&mut generator.function, Value::None);
    let window = std::mem::take(&mut generator.window);
    heap.drop_all(window);
    heap.drop_value(function);
    Ok(Value::bool(true))
}

/// The program's generator, to be awaited as a coroutine is. Whatever else it is stays as it is.
pub fn as_coroutine(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let value = arguments.only(1, 1)?[0];
    if let Some(generator) = heap.as_generator_mut(value) {
        generator.is_coroutine = true;
    }
    Ok(heap.keep(value))
}

/// Whether `await` needs no `__await__` of the value. Fails for a coroutine that is awaited already.
pub fn is_awaitable(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    awaitable(heap, arguments.only(1, 1)?[0]).map(Value::bool)
}

pub fn awaitable(heap: &Heap, value: Value) -> Result<bool> {
    let Some(generator) = heap.as_generator(value) else { return Ok(false) };
    match generator.flavor {
        GeneratorFlavor::Asked | GeneratorFlavor::Thrown => Ok(true),
        GeneratorFlavor::Coroutine if generator.state == State::Resting => {
            Err(error::runtime_error("coroutine is being awaited already"))
        }
        GeneratorFlavor::Coroutine => Ok(true),
        GeneratorFlavor::Generator => Ok(generator.is_coroutine),
        GeneratorFlavor::AsyncGenerator => Ok(false),
    }
}

/// Whether `next` can be asked of the value.
pub fn is_iterator(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let value = arguments.only(1, 1)?[0];
    let is = match value {
        Value::Obj(at) => match heap.get(at) {
            Object::Generator(generator) => generator.flavor == GeneratorFlavor::Generator,
            Object::Instance(_) => class::special(heap, value, symbols::NEXT).is_some(),
            _ => super::iter::is_iterator(heap.get(at)),
        },
        _ => false,
    };
    Ok(Value::bool(is))
}

/// Says of an asynchronous generator whether its next item is waited for. Fails where it is so already.
pub fn set_asked(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let [generator, asked, what] = arguments.only(3, 3)? else { return Ok(Value::None) };
    let asked = truth(heap, *asked)?;
    let what = heap.as_str(*what).map(|text| text.text.to_string()).unwrap_or_default();
    let of_loop = heap.hooked_thread();
    let Some(generator) = heap.as_generator_mut(*generator) else { return Ok(Value::None) };
    if generator.state == State::New {
        generator.of_loop = of_loop;
    }
    if asked && generator.is_asked {
        return Err(error::runtime_error(format!("{what}: asynchronous generator is already running")));
    }
    generator.is_asked = asked;
    Ok(Value::None)
}

/// What the event loop that began an asynchronous generator wants called when it dies, or None. It is asked once.
pub fn loop_hook(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let value = arguments.only(1, 1)?[0];
    let thread = heap.as_generator_mut(value).and_then(|generator| generator.of_loop.take());
    let hook = thread.and_then(|thread| heap.loop_hooks.get(&thread).copied());
    Ok(heap.keep(hook.unwrap_or(Value::None)))
}

/// Whether an asynchronous generator has yielded this, rather than what it waits for.
pub fn marked(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let value = arguments.only(1, 1)?[0];
    Ok(Value::bool(matches!(value, Value::Obj(at) if matches!(heap.get(at), Object::Cell(_)))))
}

/// What was marked.
pub fn unmarked(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let value = arguments.only(1, 1)?[0];
    let inner = match value {
        Value::Obj(at) => match heap.get(at) {
            Object::Cell(inner) => *inner,
            _ => value,
        },
        _ => value,
    };
    Ok(heap.keep(inner))
}
