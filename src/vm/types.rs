//! What classes know of themselves: their order, their bases, their names, those below them.

use super::arguments::Arguments;
use super::attribute::Loaded;
use super::builtins::Builtin;
use super::class::{self, find};
use super::error::{self, Result};
use super::heap::Heap;
use super::symbols;
use super::value::Value;

const OBJECT: Value = Value::Builtin(Builtin::Object);

/// The classes in which attributes are looked for, the class itself first and `object` last. Borrowed.
pub fn mro(heap: &Heap, class: Value) -> Vec<Value> {
    let mut order = match class {
        Value::Builtin(Builtin::Object) => Vec::new(),
        Value::Builtin(Builtin::Bool) => vec![class, Value::Builtin(Builtin::Int)],
        Value::Exception(kind) => std::iter::successors(Some(kind), |kind| kind.base()).map(Value::Exception).collect(),
        _ => std::iter::once(class)
            .chain(heap.as_class(class).map(|own| own.above.clone()).unwrap_or_default())
            .collect(),
    };
    order.push(OBJECT);
    order
}

/// The classes that stand in brackets where the class was defined. Borrowed.
fn bases(heap: &Heap, class: Value) -> Vec<Value> {
    match heap.as_class(class) {
        Some(own) if !own.bases.is_empty() => own.bases.clone(),
        _ => mro(heap, class).get(1).copied().into_iter().collect(),
    }
}

/// What every class has of the class `type`. None where the name means nothing there.
pub fn attribute(heap: &mut Heap, class: Value, symbol: u32) -> Option<Loaded> {
    let name = heap.symbols.name(symbol).to_string();
    let listed = match &*name {
        "__mro__" => mro(heap, class),
        "__bases__" => bases(heap, class),
        "__base__" => {
            let base = bases(heap, class).first().copied().unwrap_or(Value::None);
            return Some(Loaded::Plain(heap.keep(base)));
        }
        "__dict__" => return Some(Loaded::Plain(super::class_dict::of_class(heap, class))),
        "__name__" | "__qualname__" | "__module__" => {
            let text = name_part(heap, class, &name);
            return Some(Loaded::Plain(heap.interned(&text)));
        }
        "__class__" => {
            let class = class::class_of(heap, class);
            return Some(Loaded::Plain(heap.keep(class)));
        }
        "__doc__" => {
            let own = heap.as_class(class).and_then(|own| find(&own.attributes, symbols::DOC));
            return Some(Loaded::Plain(heap.keep(own.unwrap_or(Value::None))));
        }
        _ => return None,
    };
    let listed = heap.keep_all(&listed);
    Some(Loaded::Plain(heap.take_tuple(listed)))
}

fn name_part(heap: &Heap, class: Value, which: &str) -> String {
    if let Some(own) = heap.as_class(class) {
        return if which == "__qualname__" { own.qualname.to_string() } else { own.name.to_string() };
    }
    let (module, name) =
        class::name_of(heap, class).rsplit_once('.').unwrap_or(("builtins", class::name_of(heap, class)));
    if which == "__module__" { module.to_owned() } else { name.to_owned() }
}

pub fn mro_method(heap: &mut Heap, class: Value, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    let order = mro(heap, class);
    let order = heap.keep_all(&order);
    Ok(heap.take_list(order))
}

/// The classes directly below, the oldest first.
pub fn subclasses(heap: &mut Heap, class: Value, arguments: Arguments) -> Result<Value> {
    arguments.only(0, 0)?;
    let mut found =
        heap.classes(|heap, below| bases(heap, below).iter().any(|base| super::compare::is_identical(*base, class)));
    found.sort_by_key(|below| heap.as_class(*below).map(|below| below.serial));
    let found = heap.keep_all(&found);
    Ok(heap.take_list(found))
}

pub fn instance_check(heap: &mut Heap, class: Value, arguments: Arguments) -> Result<Value> {
    let kind = class::class_of(heap, arguments.only(1, 1)?[0]);
    Ok(Value::bool(class::is_subclass(heap, kind, class)))
}

pub fn subclass_check(heap: &mut Heap, class: Value, arguments: Arguments) -> Result<Value> {
    let kind = arguments.only(1, 1)?[0];
    if !class::is_class(heap, kind) {
        return Err(error::type_error("issubclass() arg 1 must be a class"));
    }
    Ok(Value::bool(class::is_subclass(heap, kind, class)))
}

/// Names and bases are known since the class was made; keywords were for `__init_subclass__`.
pub fn init(_: &mut Heap, _: Value, arguments: Arguments) -> Result<Value> {
    match arguments.positional.len() {
        1 | 3 => Ok(Value::None),
        _ => Err(error::type_error("type.__init__() takes 1 or 3 arguments")),
    }
}

/// The namespace in which a class's body begins.
pub fn prepare(heap: &mut Heap, _: Value, _: Arguments) -> Result<Value> {
    Ok(heap.new_dict())
}
