//! Classes and their instances: inheritance, and where an attribute is found.

use super::builtins::Builtin;
use super::error::{self, Result};
use super::exception::ExceptionKind;
use super::heap::Heap;
use super::kind::type_name;
use super::layout;
use super::symbols;
use super::value::{Object, Value};
use serde::{Deserialize, Serialize};

/// A class of the program.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Class {
    /// The class of this class: `type`, or a metaclass of the program.
    pub meta: Value,
    pub name: Box<str>,
    /// With the names of the functions and classes around it.
    pub qualname: Box<str>,
    pub bases: Vec<Value>,
    /// The classes above it, in the order in which attributes are looked for.
    pub above: Vec<Value>,
    pub attributes: Vec<(u32, Value)>,
    /// The built-in type that it inherits from, other than `object`.
    pub base: Option<Builtin>,
    /// The only attributes that instances may have, where `__slots__` says so.
    pub slots: Option<Box<[u32]>>,
    /// Whether making an instance is more than making one and calling `__init__`.
    pub is_made_by_python: bool,
    /// Which of the interpreter's classes it is, in the order in which they were made.
    pub serial: u64,
    /// Whether there is a `__del__`.
    pub is_finalized: bool,
    /// How many attributes of their own its instances were seen to get.
    #[serde(skip)]
    pub usual: u32,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Instance {
    pub class: Value,
    /// The value of the built-in type that its class inherits from; `Unbound` where there is none.
    pub base: Value,
    /// Whether `__del__` has been called.
    pub is_finalized: bool,
    pub attributes: Vec<(u32, Value)>,
}

impl Class {
    pub fn for_each_value(&self, mut visit: impl FnMut(Value)) {
        visit(self.meta);
        self.bases.iter().chain(&self.above).copied().for_each(&mut visit);
        self.attributes.iter().for_each(|(_, value)| visit(*value));
    }
}

impl Instance {
    pub fn for_each_value(&self, mut visit: impl FnMut(Value)) {
        visit(self.class);
        visit(self.base);
        self.attributes.iter().for_each(|(_, value)| visit(*value));
    }
}

/// The value of an attribute in a list of them.
#[inline]
pub fn find(attributes: &[(u32, Value)], symbol: u32) -> Option<Value> {
    attributes.iter().find(|(name, _)| *name == symbol).map(|(_, value)| *value)
}

/// Sets an attribute; returns what it was, owned.
pub fn put(attributes: &mut Vec<(u32, Value)>, symbol: u32, value: Value) -> Option<Value> {
    match attributes.iter_mut().find(|(name, _)| *name == symbol) {
        Some((_, old)) => Some(std::mem::replace(old, value)),
        None => {
            attributes.push((symbol, value));
            None
        }
    }
}

impl Heap {
    #[inline]
    pub fn as_class(&self, value: Value) -> Option<&Class> {
        match value {
            Value::Obj(at) => match self.get(at) {
                Object::Class(class) => Some(class),
                _ => None,
            },
            _ => None,
        }
    }

    #[inline]
    pub fn as_instance(&self, value: Value) -> Option<&Instance> {
        match value {
            Value::Obj(at) => match self.get(at) {
                Object::Instance(instance) => Some(instance),
                _ => None,
            },
            _ => None,
        }
    }
}

/// What the class or one above it has under the name. Borrowed.
#[inline]
pub fn lookup(heap: &Heap, class: Value, symbol: u32) -> Option<Value> {
    let own = heap.as_class(class)?;
    if let Some(found) = find(&own.attributes, symbol) {
        return Some(found);
    }
    own.above.iter().find_map(|above| find(&heap.as_class(*above)?.attributes, symbol))
}

/// The special method that the class of a program's object has. Borrowed.
pub fn special(heap: &Heap, value: Value, symbol: u32) -> Option<Value> {
    let class = match value {
        Value::Obj(at) => match heap.get(at) {
            Object::Instance(instance) => instance.class,
            Object::Exception(exception) => exception.class,
            Object::Class(class) => class.meta,
            _ => return None,
        },
        _ => return None,
    };
    lookup(heap, class, symbol)
}

pub fn has_own_equality(heap: &Heap, value: Value) -> bool {
    special(heap, value, symbols::EQ).is_some() || special(heap, value, symbols::HASH).is_some()
}

/// Whether the value is a class of any kind.
pub fn is_class(heap: &Heap, value: Value) -> bool {
    match value {
        Value::Builtin(builtin) => builtin.is_type(),
        Value::Exception(_) => true,
        other => heap.as_class(other).is_some(),
    }
}

/// `type(value)`. Borrowed.
pub fn class_of(heap: &Heap, value: Value) -> Value {
    if let Value::Obj(at) = value {
        match heap.get(at) {
            Object::Instance(instance) => return instance.class,
            Object::Exception(exception) => return exception.class,
            Object::Class(class) => return class.meta,
            _ => {}
        }
    }
    if is_class(heap, value) {
        return Value::Builtin(Builtin::Type);
    }
    Value::Builtin(Builtin::class_named(type_name(heap, value)).unwrap_or(Builtin::Object))
}

/// The same as a program sees it: the variables of a module are a dict. Borrowed.
pub fn told_class(heap: &Heap, value: Value) -> Value {
    let class = class_of(heap, value);
    let is_view = heap.as_class(class).is_some_and(|own| own.base == Some(Builtin::Dict) && &*own.name == "dict")
        && module_of(heap, class).as_deref() == Some("_namespaces");
    if is_view { Value::Builtin(Builtin::Dict) } else { class }
}

/// `issubclass(class, of)`.
pub fn is_subclass(heap: &Heap, class: Value, of: Value) -> bool {
    match (class, of) {
        (_, Value::Builtin(Builtin::Object)) => true,
        (Value::Builtin(Builtin::Bool), Value::Builtin(Builtin::Int)) => true,
        (Value::Builtin(class), Value::Builtin(of)) => class == of,
        (Value::Exception(class), Value::Exception(of)) => class.is_a(of),
        (Value::Obj(one), Value::Obj(other)) if one == other => true,
        (Value::Obj(_), of) => heap.as_class(class).is_some_and(|class| {
            class.above.iter().any(|above| match (above, of) {
                (Value::Obj(one), Value::Obj(other)) => *one == other,
                (Value::Exception(above), Value::Exception(of)) => above.is_a(of),
                (Value::Builtin(above), Value::Builtin(of)) => *above == of,
                _ => false,
            })
        }),
        _ => false,
    }
}

/// Whether values of the class are exceptions.
pub fn is_exception_class(heap: &Heap, class: Value) -> bool {
    is_class(heap, class) && is_subclass(heap, class, Value::Exception(ExceptionKind::BaseException))
}

/// Whether values of the class are groups of exceptions: it or a class above it is the standard one.
pub fn is_group(heap: &Heap, class: Value) -> bool {
    let is_root = |class: Value| {
        let is_named = heap.as_class(class).is_some_and(|class| &*class.name == "BaseExceptionGroup");
        is_named && module_of(heap, class).as_deref() == Some("builtins")
    };
    let Some(own) = heap.as_class(class) else { return false };
    is_root(class) || own.above.iter().any(|above| is_root(*above))
}

/// `except classes:` or `isinstance(value, classes)` with one class or a tuple of them; None where it is neither.
pub fn is_any_of(heap: &Heap, class: Value, classes: Value, depth: usize) -> Option<bool> {
    let classes = super::generic::union_args(heap, classes).unwrap_or(classes);
    match heap.as_tuple(classes) {
        Some(classes) if depth < 50 => {
            for one in classes {
                if is_any_of(heap, class, *one, depth + 1)? {
                    return Some(true);
                }
            }
            Some(false)
        }
        _ => is_class(heap, classes).then(|| is_subclass(heap, class, classes)),
    }
}

/// Whether the class, or one of a tuple or union of them, or what stands for one, has this method in its own class.
pub fn has_hook(heap: &Heap, classes: Value, symbol: u32) -> bool {
    let classes = super::generic::union_args(heap, classes).unwrap_or(classes);
    match heap.as_tuple(classes) {
        Some(all) => all.iter().any(|one| special(heap, *one, symbol).is_some()),
        None => special(heap, classes, symbol).is_some(),
    }
}

/// The classes above a class with these bases, by CPython's C3 rule; each list begins with a base itself.
pub fn linearize(heap: &Heap, bases: &[Value]) -> Result<Vec<Value>> {
    let order = |class: &Value| match class {
        Value::Exception(kind) => {
            std::iter::successors(Some(*kind), |kind| kind.base()).map(Value::Exception).collect::<Vec<_>>()
        }
        class => {
            let above = heap.as_class(*class).map(|class| class.above.clone()).unwrap_or_default();
            std::iter::once(*class).chain(above).collect()
        }
    };
    let mut lists: Vec<Vec<Value>> = bases.iter().map(order).collect();
    lists.push(bases.to_vec());
    let same = super::compare::is_identical;
    let mut merged = Vec::new();
    loop {
        lists.retain(|list| !list.is_empty());
        let heads = lists.iter().map(|list| list[0]);
        let is_free = |head: &Value| !lists.iter().any(|list| list[1..].iter().any(|other| same(*other, *head)));
        let Some(next) = heads.into_iter().find(is_free) else {
            return match lists.is_empty() {
                true => Ok(merged),
                false => Err(error::type_error(
                    "Cannot create a consistent method resolution\norder (MRO) for bases ".to_owned()
                        + &bases.iter().map(|base| name_of(heap, *base)).collect::<Vec<_>>().join(", "),
                )),
            };
        };
        merged.push(next);
        lists.iter_mut().for_each(|list| list.retain(|other| !same(*other, next)));
    }
}

/// The name of a class.
pub fn name_of(heap: &Heap, class: Value) -> &str {
    match class {
        Value::Builtin(builtin) => builtin.name(),
        Value::Exception(kind) => kind.name(),
        other => heap.as_class(other).map_or("?", |class| &class.name),
    }
}

/// The module of a class, or of a function that is native. None where there is none to be named.
pub fn module_of(heap: &Heap, value: Value) -> Option<String> {
    Some(match value {
        Value::Builtin(Builtin::Deque) => "collections".to_owned(),
        Value::Builtin(Builtin::SimpleQueue) => "_queue".to_owned(),
        Value::Builtin(builtin) if builtin.is_member() => {
            let is_time = matches!(builtin, Builtin::TimeSleep | Builtin::TimePerfCounter | Builtin::TimeMonotonic);
            if is_time { "time" } else { "gilsim" }.to_owned()
        }
        Value::Builtin(_) | Value::Exception(_) => "builtins".to_owned(),
        Value::Native(native) => native.module().to_owned(),
        Value::Obj(at) => match heap.get(at) {
            Object::Class(_) => return declared_module(heap, value),
            Object::Instance(instance) => return module_of(heap, instance.class),
            Object::Exception(exception) => match exception.class {
                Value::Obj(_) => return module_of(heap, exception.class),
                _ => return None,
            },
            _ => return None,
        },
        _ => return None,
    })
}

/// What a class says of its module in its body.
fn declared_module(heap: &Heap, class: Value) -> Option<String> {
    let found = find(&heap.as_class(class)?.attributes, symbols::MODULE)?;
    Some(heap.as_str(found)?.text.to_string())
}

/// `Outer.Inner`.
pub fn qualname(heap: &Heap, class: Value) -> &str {
    heap.as_class(class).map_or_else(|| name_of(heap, class), |own| &own.qualname)
}

/// `module.Outer.Inner`, as a class stands in its `repr`; without the module where that is `builtins`.
pub fn full_name(heap: &Heap, class: Value) -> String {
    let name = qualname(heap, class);
    match module_of(heap, class) {
        Some(module) if module != "builtins" => format!("{module}.{name}"),
        _ => name.to_owned(),
    }
}

/// The same without `__main__`, as a traceback ends.
pub fn told_name(heap: &Heap, class: Value) -> String {
    let name = full_name(heap, class);
    name.strip_prefix("__main__.").map(str::to_owned).unwrap_or(name)
}

/// A class has got an attribute that says how its instances are made or end, or what it is called.
pub fn note_stored(heap: &mut Heap, class: Value, symbol: u32, new: Value) {
    let is_true = super::kind::truth(heap, new).unwrap_or(true);
    let text = heap.as_str(new).map(|text| text.text.clone());
    let name = std::sync::Arc::clone(heap.symbols.name(symbol));
    let Value::Obj(at) = class else { return };
    let Some(Object::Class(own)) = heap.get_mut(at) else { return };
    match (&*name, text) {
        ("__new__", _) => own.is_made_by_python = true,
        ("__abstractmethods__", _) => own.is_made_by_python |= is_true,
        ("__del__", _) => {
            own.is_finalized = true;
            heap.may_finalize = true;
        }
        ("__getattribute__", _) => heap.hooks_attributes = true,
        ("__name__", Some(text)) => own.name = text,
        ("__qualname__", Some(text)) => own.qualname = text,
        _ => {}
    }
}

/// Python makes some functions of a class class methods or static ones by their names. Takes the value.
fn implicitly_wrapped(heap: &mut Heap, symbol: u32, value: Value) -> Value {
    if heap.as_function(value).is_none() {
        return value;
    }
    match &**heap.symbols.name(symbol) {
        "__class_getitem__" | "__init_subclass__" => heap.take_object(Object::ClassMethod(value)),
        "__new__" => heap.take_object(Object::StaticMethod(value)),
        _ => value,
    }
}

/// A new class. Borrows its class, name, bases and namespace (a dict).
pub fn new(heap: &mut Heap, meta: Value, name: Value, bases: &[Value], namespace: Value) -> Result<Value> {
    let bases: Vec<Value> =
        bases.iter().copied().filter(|base| !matches!(base, Value::Builtin(Builtin::Object))).collect();
    if let Some(wrong) = bases.iter().find(|base| heap.as_class(**base).is_none() && !layout::can_be_base(**base)) {
        let what = if is_class(heap, *wrong) { name_of(heap, *wrong) } else { type_name(heap, *wrong) };
        return Err(error::type_error(format!("gilsim does not support '{what}' as the base of a class yet")));
    }
    let above = linearize(heap, &bases)?;
    let base = layout::builtin_base(heap, &above)?;
    let entries: Vec<_> = heap.as_dict(namespace).map(|dict| dict.entries().collect()).unwrap_or_default();
    let (mut attributes, mut cell) = (Vec::new(), Value::None);
    let name: Box<str> = heap.as_str(name).map_or_else(|| "?".into(), |text| text.text.clone());
    let mut qualname = name.clone();
    for entry in entries {
        let name = heap.as_str(entry.key).map(|text| text.text.to_string()).unwrap_or_default();
        let symbol = heap.symbols.of(&name);
        if symbol == symbols::CLASSCELL {
            cell = entry.value;
            continue;
        }
        if symbol == symbols::QUALNAME {
            qualname = heap.as_str(entry.value).map_or(qualname, |text| text.text.clone());
            continue;
        }
        if super::class_dict::is_room(heap, entry.value) {
            continue;
        }
        let value = heap.keep(entry.value);
        attributes.push((symbol, implicitly_wrapped(heap, symbol, value)));
    }
    if find(&attributes, symbols::EQ).is_some() && find(&attributes, symbols::HASH).is_none() {
        attributes.push((symbols::HASH, Value::None));
    }
    if find(&attributes, symbols::DOC).is_none() {
        attributes.push((symbols::DOC, Value::None));
    }
    if find(&attributes, symbols::MODULE).is_none() {
        attributes.push((symbols::MODULE, heap.new_str("__main__")));
    }
    if let Err(wrong) = layout::check_slots(heap, &attributes) {
        heap.drop_all(attributes.into_iter().map(|(_, value)| value));
        return Err(wrong);
    }
    let slots = layout::slots(heap, &above, base, &attributes);
    let has = |symbol| find(&attributes, symbol).is_some() || above.iter().any(|c| lookup(heap, *c, symbol).is_some());
    let is_made_by_python = base.is_some() || has(symbols::NEW);
    let is_finalized = has(symbols::DEL);
    let hooks_attributes = has(symbols::GETATTRIBUTE);
    heap.may_finalize |= is_finalized;
    heap.hooks_attributes |= hooks_attributes;
    let (bases, above) = (heap.keep_all(&bases), heap.keep_all(&above));
    let meta = heap.keep(meta);
    heap.classes_made += 1;
    let class = heap.take_object(Object::Class(Box::new(Class {
        meta,
        name,
        qualname,
        bases,
        above,
        attributes,
        base,
        slots,
        is_made_by_python,
        serial: heap.classes_made,
        is_finalized,
        usual: 0,
    })));
    if let Value::Obj(at) = cell {
        heap.keep(class);
        let old = match heap.get_mut(at) {
            Some(Object::Cell(inside)) => Some(std::mem::replace(inside, class)),
            _ => None,
        };
        heap.drop_all(old);
    }
    Ok(class)
}
