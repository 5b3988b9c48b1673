//! What instances of a program's class are made of: the value of a built-in type, slots. Knows no method.

use super::builtins::Builtin;
use super::class::find;
use super::error::{self, Result};
use super::heap::Heap;
use super::kind::type_name;
use super::value::{Object, Value};
use std::collections::BTreeSet;

/// Whether a class may inherit from this one, which is no class of the program.
pub fn can_be_base(class: Value) -> bool {
    use Builtin::{
        Bytearray, Bytes, Classmethod, Complex, Deque, Dict, Float, Frozenset, Int, List, ModuleKind, Property, Set,
        SimpleQueue, Staticmethod, Str, Tuple, Type,
    };
    match class {
        Value::Exception(_) => true,
        Value::Builtin(builtin) => matches!(
            builtin,
            Bytearray
                | Bytes
                | Classmethod
                | Complex
                | Deque
                | Dict
                | Float
                | Frozenset
                | Int
                | List
                | ModuleKind
                | Property
                | Set
                | SimpleQueue
                | Staticmethod
                | Str
                | Tuple
                | Type
        ),
        _ => false,
    }
}

/// The built-in type among the classes above; there may be one.
pub fn builtin_base(heap: &Heap, above: &[Value]) -> Result<Option<Builtin>> {
    let mut found = None;
    for class in above {
        let base = match class {
            Value::Builtin(builtin) => Some(*builtin),
            other => heap.as_class(*other).and_then(|class| class.base),
        };
        match (found, base) {
            (Some(one), Some(other)) if one != other => {
                return Err(error::type_error("multiple bases have instance lay-out conflict"));
            }
            _ => found = found.or(base),
        }
    }
    Ok(found)
}

/// Refuses slots that are no names, or that the class has something else under.
pub fn check_slots(heap: &mut Heap, attributes: &[(u32, Value)]) -> Result<()> {
    let symbol = heap.symbols.of("__slots__");
    let items = find(attributes, symbol).and_then(|declared| heap.as_items(declared)).unwrap_or_default().to_vec();
    for item in items {
        let Some(name) = heap.as_str(item).map(|text| text.text.clone()) else {
            let kind = type_name(heap, item);
            return Err(error::type_error(format!("__slots__ items must be strings, not '{kind}'")));
        };
        let begins_well = name.chars().next().is_some_and(|first| first == '_' || first.is_alphabetic());
        if !begins_well || !name.chars().all(|part| part == '_' || part.is_alphanumeric()) {
            return Err(error::type_error("__slots__ must be identifiers"));
        }
        let symbol = heap.symbols.of(&name);
        let is_own_to_all = matches!(&*name, "__dict__" | "__weakref__" | "__doc__" | "__module__" | "__hash__");
        if !is_own_to_all && find(attributes, symbol).is_some() {
            return Err(error::value_error(format!("'{name}' in __slots__ conflicts with class variable")));
        }
    }
    Ok(())
}

/// The attributes that instances may have; None where they may have any.
pub fn slots(
    heap: &mut Heap,
    above: &[Value],
    base: Option<Builtin>,
    attributes: &[(u32, Value)],
) -> Option<Box<[u32]>> {
    let symbol = heap.symbols.of("__slots__");
    let declared = find(attributes, symbol)?;
    let mut all = BTreeSet::new();
    for class in above {
        match (class, heap.as_class(*class)) {
            (_, Some(class)) => all.extend(class.slots.as_ref()?.iter().copied()),
            (Value::Exception(_), None) => return None,
            _ => {}
        }
    }
    let _ = base;
    let names: Vec<String> = match heap.as_str(declared) {
        Some(name) => vec![name.text.to_string()],
        None => match heap.as_items(declared) {
            Some(items) => items.iter().filter_map(|item| Some(heap.as_str(*item)?.text.to_string())).collect(),
            None => {
                let table = heap.as_table(declared)?;
                table.entries().filter_map(|entry| Some(heap.as_str(entry.key)?.text.to_string())).collect()
            }
        },
    };
    if names.iter().any(|name| name == "__dict__") {
        return None;
    }
    all.extend(names.iter().map(|name| heap.symbols.of(name)));
    Some(all.into_iter().collect())
}

impl Heap {
    /// The value of the built-in type that an instance's class inherits from; any other value itself. Borrowed.
    #[inline]
    pub fn base(&self, value: Value) -> Value {
        if let Value::Obj(at) = value
            && let Object::Instance(instance) = self.get(at)
            && !matches!(instance.base, Value::Unbound)
        {
            return instance.base;
        }
        value
    }
}

/// Whether the class or one above it has a slot of this name.
pub fn is_slot(heap: &Heap, class: Value, symbol: u32) -> bool {
    let Some(own) = heap.as_class(class) else { return false };
    let has = |class: &Value| {
        let slots = heap.as_class(*class).and_then(|class| class.slots.as_ref());
        slots.is_some_and(|slots| slots.contains(&symbol))
    };
    has(&class) || own.above.iter().any(has)
}
