//! `list[int]` and `int | None`: classes with what annotations say about them. Nothing is checked by them.

use super::arguments::Arguments;
use super::attribute::Loaded;
use super::builtins::Builtin;
use super::class;
use super::compare::{is_identical, same_or_equal};
use super::error::{self, Raise, Result};
use super::heap::Heap;
use super::own;
use super::value::{Object, Value};

/// The built-in classes that can be subscripted.
fn is_generic(builtin: Builtin) -> bool {
    use Builtin::{Deque, Dict, Enumerate, Filter, Frozenset, List, Map, Reversed, Set, SimpleQueue, Tuple, Type, Zip};
    matches!(
        builtin,
        Deque | Dict | Enumerate | Filter | Frozenset | List | Map | Reversed | Set | SimpleQueue | Tuple | Type | Zip
    )
}

/// `class[index]`. Borrows both.
pub fn subscripted(heap: &mut Heap, class: Value, index: Value) -> Result<Value> {
    let allowed = match class {
        Value::Builtin(builtin) => is_generic(builtin),
        _ => false,
    };
    if !allowed {
        let name = class::name_of(heap, class);
        return Err(error::type_error(format!("type '{name}' is not subscriptable")));
    }
    Ok(alias(heap, class, index))
}

/// `types.GenericAlias(class, index)`.
pub fn new(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(2, 2)?;
    Ok(alias(heap, given[0], given[1]))
}

pub fn alias(heap: &mut Heap, class: Value, index: Value) -> Value {
    let args = match heap.as_tuple(index) {
        Some(_) => heap.keep(index),
        None => {
            let one = heap.keep(index);
            heap.take_tuple([one])
        }
    };
    heap.keep(class);
    heap.take_object(Object::GenericAlias(class, args))
}

fn is_type_like(heap: &Heap, value: Value) -> bool {
    class::is_class(heap, value) || matches!(value, Value::None) || is_alias(heap, value)
}

fn is_alias(heap: &Heap, value: Value) -> bool {
    matches!(value, Value::Obj(at) if matches!(heap.get(at), Object::GenericAlias(..) | Object::Union(_)))
}

/// The classes of a union; of anything else, it alone.
fn members(heap: &Heap, value: Value) -> Vec<Value> {
    match value {
        Value::Obj(at) => match heap.get(at) {
            Object::Union(args) => heap.as_tuple(*args).unwrap_or_default().to_vec(),
            _ => vec![value],
        },
        Value::None => vec![Value::Builtin(Builtin::NoneKind)],
        _ => vec![value],
    }
}

/// The tuple of a union's classes.
pub fn union_args(heap: &Heap, value: Value) -> Option<Value> {
    match value {
        Value::Obj(at) => match heap.get(at) {
            Object::Union(args) => Some(*args),
            _ => None,
        },
        _ => None,
    }
}

/// `left | right` of classes; None where one is no class.
pub fn union(heap: &mut Heap, left: Value, right: Value) -> Result<Option<Value>> {
    let both_none = matches!((left, right), (Value::None, Value::None));
    if both_none || !is_type_like(heap, left) || !is_type_like(heap, right) {
        return Ok(None);
    }
    let mut all: Vec<Value> = Vec::new();
    for one in members(heap, left).into_iter().chain(members(heap, right)) {
        let mut known = false;
        for other in &all {
            known |= is_identical(*other, one) || is_alias(heap, one) && same_or_equal(heap, *other, one)?;
        }
        if !known {
            all.push(one);
        }
    }
    let all = heap.keep_all(&all);
    if let [one] = all[..] {
        return Ok(Some(one));
    }
    let args = heap.take_tuple(all);
    Ok(Some(heap.take_object(Object::Union(args))))
}

pub fn attribute(heap: &mut Heap, value: Value, symbol: u32) -> Option<Loaded> {
    let Value::Obj(at) = value else { return None };
    let (origin, args) = match heap.get(at) {
        Object::GenericAlias(origin, args) => (Some(*origin), *args),
        Object::Union(args) => (None, *args),
        _ => return None,
    };
    let found = match (&**heap.symbols.name(symbol), origin) {
        ("__origin__", Some(origin)) => origin,
        ("__args__", _) => args,
        ("__parameters__", _) => {
            let mut found = Vec::new();
            variables(heap, args, &mut found);
            let found = heap.keep_all(&found);
            return Some(Loaded::Plain(heap.take_tuple(found)));
        }
        ("__name__" | "__qualname__", Some(origin)) => {
            let name = class::name_of(heap, origin).to_owned();
            return Some(Loaded::Plain(heap.new_str(name)));
        }
        _ => return None,
    };
    Some(Loaded::Plain(heap.keep(found)))
}

/// The variables of `typing` in the value, each once: it is one, or a container of arguments that have some. Borrowed.
fn variables(heap: &Heap, value: Value, found: &mut Vec<Value>) {
    let Value::Obj(at) = value else { return };
    match heap.get(at) {
        Object::Tuple(items) => items.iter().for_each(|item| variables(heap, *item, found)),
        Object::List(items) => items.iter().for_each(|item| variables(heap, *item, found)),
        Object::GenericAlias(_, args) | Object::Union(args) => variables(heap, *args, found),
        Object::Instance(instance) => {
            let is_variable = matches!(
                &*class::full_name(heap, instance.class),
                "typing.TypeVar" | "typing.ParamSpec" | "typing.TypeVarTuple"
            );
            let known = |name| own::get_named(heap, &instance.attributes, name);
            if is_variable && !found.iter().any(|other| is_identical(*other, value)) {
                found.push(value);
            } else if let Some(arguments) = known("__parameters__").or(known("_arguments")) {
                variables(heap, arguments, found);
            }
        }
        _ => {}
    }
}

/// `list[int]`; what a callable takes stands in brackets of its own.
pub fn text(heap: &Heap, origin: Value, args: Value) -> Result<String> {
    let origin = member_text(heap, origin)?;
    let args = heap.as_tuple(args).unwrap_or_default().iter().map(|one| member_text(heap, *one));
    let args: Vec<String> = args.collect::<Result<_>>()?;
    Ok(match args.split_last() {
        Some((result, taken)) if origin == "collections.abc.Callable" && taken != ["..."] => {
            format!("{origin}[[{}], {result}]", taken.join(", "))
        }
        _ => format!("{origin}[{}]", args.join(", ")),
    })
}

/// How a class stands in the text of an alias or union.
pub fn member_text(heap: &Heap, value: Value) -> Result<String> {
    Ok(match value {
        Value::Builtin(Builtin::NoneKind) => "None".to_owned(),
        Value::Ellipsis => "...".to_owned(),
        Value::Builtin(_) | Value::Exception(_) if class::is_class(heap, value) => {
            class::name_of(heap, value).to_owned()
        }
        _ if heap.as_class(value).is_some() => class::full_name(heap, value),
        _ => super::repr::repr(heap, value)?,
    })
}

/// What `isinstance` and `issubclass` say of what is no class. `function` is told with a blank.
pub fn no_class(heap: &Heap, given: Value, function: &str, wanted: &str) -> Box<Raise> {
    let is_alias = |one: &Value| matches!(one, Value::Obj(at) if matches!(heap.get(*at), Object::GenericAlias(..)));
    let has_alias = is_alias(&given) || union_args(heap, given).is_some() && members(heap, given).iter().any(is_alias);
    error::type_error(match has_alias {
        true => format!("{function}argument 2 cannot be a parameterized generic"),
        false => format!("{function}arg 2 must be a {wanted}, or a union"),
    })
}

/// Whether two aliases or unions mean the same; None where one is neither.
pub fn equal(heap: &Heap, left: &Object, right: &Object) -> Option<Result<bool>> {
    let same = |a, b| same_or_equal(heap, a, b);
    match (left, right) {
        (Object::GenericAlias(a, args), Object::GenericAlias(b, others)) => {
            Some(same(*a, *b).and_then(|holds| Ok(holds && same(*args, *others)?)))
        }
        (Object::Union(args), Object::Union(others)) => {
            let (args, others) = (heap.as_tuple(*args)?, heap.as_tuple(*others)?);
            let within = |some: &[Value], all: &[Value]| {
                some.iter().all(|one| all.iter().any(|other| same(*one, *other).unwrap_or(false)))
            };
            Some(Ok(within(args, others) && within(others, args)))
        }
        _ => None,
    }
}
