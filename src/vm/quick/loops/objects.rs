//! Items and attributes in register code. What is in a list or an object now is taken for what will be.

use super::access::Site;
use super::compile::{Compiler, Then};
use super::kinds::{Kind, Place, Slot, Type};
use super::ops::Op;
use super::stack::kind_of;
use crate::vm::class;
use crate::vm::methods::Method;
use crate::vm::quick::cache;
use crate::vm::symbols;
use crate::vm::value::{Object, Ref, Value};

/// What a container is, as far as the operations differ.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Container {
    Sequence,
    Dict,
}

impl<'a> Compiler<'a> {
    pub fn object(&self, sample: Option<Value>) -> Option<&'a Object> {
        match sample? {
            Value::Obj(at) => Some(self.source.heap.get(at)),
            _ => None,
        }
    }

    fn container(&self, sample: Option<Value>) -> Option<Container> {
        match self.object(sample)? {
            Object::List(_) | Object::Tuple(_) => Some(Container::Sequence),
            Object::Dict(_) => Some(Container::Dict),
            _ => None,
        }
    }

    /// An item that the container has now.
    fn sample_item(&self, container: Option<Value>) -> Option<Value> {
        match self.object(container)? {
            Object::List(items) => items.first().copied(),
            Object::Tuple(items) => items.first().copied(),
            Object::Dict(table) => table.entries().next().map(|entry| entry.value),
            _ => None,
        }
    }

    /// What the iterator would give now.
    pub fn sample_of_iterator(&self, iterator: Value) -> Option<Value> {
        match self.object(Some(iterator))? {
            Object::SeqIter(over, position) => match self.object(Some(*over))? {
                Object::List(items) => items.get(*position).or(items.first()).copied(),
                Object::Tuple(items) => items.get(*position).or(items.first()).copied(),
                _ => None,
            },
            _ => None,
        }
    }

    fn pop_object(&mut self) -> Option<(u8, Option<Value>)> {
        match self.pop_value()? {
            (at, Kind::Object, sample) => Some((at, sample)),
            _ => None,
        }
    }

    /// A key that a dict's operations know.
    fn pop_key(&mut self) -> Option<(u8, Kind)> {
        match self.pop_value()? {
            (at, Kind::Int, _) => Some((at, Kind::Int)),
            (at, Kind::Object, sample) => matches!(self.object(sample)?, Object::Str(_)).then_some((at, Kind::Object)),
            _ => None,
        }
    }

    fn container_below(&self, depth: usize) -> Option<Container> {
        self.container(self.here.state.top(depth)?.sample)
    }

    pub fn item(&mut self) -> Option<()> {
        let exit = self.exit()?;
        let below = self.container_below(2)?;
        let (key, keys) = if below == Container::Dict { self.pop_key()? } else { (self.pop_int()?, Kind::Int) };
        let (list, sample) = self.pop_object()?;
        let item = self.sample_item(sample)?;
        if below == Container::Dict {
            self.spend(self.unit().loops.extras.keyed)?;
        }
        let (kind, index) = (kind_of(item)?, key);
        let to = self.next()?;
        self.here.ops.push(match (below, kind) {
            (Container::Dict, values) => Op::DictItem { dict: list, key, to, keys, values, exit },
            (_, Kind::Float) => Op::ItemFloat { list, index, to, exit },
            (_, Kind::Bool) => Op::ItemBool { list, index, to, exit },
            (_, Kind::Object) => Op::ItemObject { list, index, to, exit },
            _ => Op::ItemInt { list, index, to, exit },
        });
        self.push(Slot { place: Place::register(to, kind), sample: Some(item) });
        Some(())
    }

    pub fn set_item(&mut self) -> Option<()> {
        let below = self.container_below(2)?;
        let (key, keys) = if below == Container::Dict { self.pop_key()? } else { (self.pop_int()?, Kind::Int) };
        let (list, _) = self.pop_object()?;
        let (value, kind, _) = self.pop_value()?;
        if kind == Kind::Wide {
            return None;
        }
        if below == Container::Dict {
            let exit = self.exit_pair_spending(1, self.unit().loops.extras.keyed)?;
            self.here.ops.push(Op::SetDictItem { dict: list, key, value, keys, values: kind, exit });
            return Some(());
        }
        let exit = self.exit()?;
        self.here.ops.push(match kind {
            Kind::Int => Op::SetItemInt { list, index: key, value, exit },
            kind => Op::SetItem { list, index: key, value, kind, exit },
        });
        Some(())
    }

    /// `key in dict`, and the jump by it where one follows.
    pub fn contains(&mut self, invert: bool) -> Option<Then> {
        let exit = self.exit()?;
        let (dict, sample) = self.pop_object()?;
        if self.container(sample)? != Container::Dict {
            return None;
        }
        let (key, keys) = self.pop_key()?;
        self.result(Kind::Bool, |to| Op::InDict { dict, key, to, keys, exit })?;
        if invert {
            let a = self.truth()?;
            self.result(Kind::Bool, |to| Op::Not { a, to })?;
        }
        Some(Then::Next(1))
    }

    /// The class of an instance whose attributes are simply its own.
    fn class_of(&self, sample: Option<Value>) -> Option<(Ref, &'a class::Instance)> {
        let Object::Instance(instance) = self.object(sample)? else { return None };
        let Value::Obj(class) = instance.class else { return None };
        let heap = self.source.heap;
        let has_own_ways = [symbols::GETATTRIBUTE, symbols::SETATTR]
            .iter()
            .any(|name| class::lookup(heap, instance.class, *name).is_some());
        (!has_own_ways).then_some((class, instance))
    }

    /// An instance's own attribute: its site and value.
    fn own_attribute(&mut self, name: u16, sample: Option<Value>) -> Option<(u16, Value)> {
        let (class, instance) = self.class_of(sample)?;
        let symbol = *self.unit().symbols.get(usize::from(name))?;
        if class::lookup(self.source.heap, instance.class, symbol).is_some() {
            return None;
        }
        let at = instance.attributes.iter().position(|(own, _)| *own == symbol)?;
        let site = self.site(Site { class, symbol, at: u32::try_from(at).ok()? })?;
        Some((site, instance.attributes[at].1))
    }

    pub fn attribute(&mut self, name: u16) -> Option<()> {
        let exit = self.exit()?;
        let (object, sample) = self.pop_object()?;
        let (site, value) = self.own_attribute(name, sample)?;
        let (kind, to) = (kind_of(value)?, self.next()?);
        self.here.ops.push(Op::Attribute { object, to, kind, site, exit });
        self.push(Slot { place: Place::register(to, kind), sample: Some(value) });
        Some(())
    }

    pub fn set_attribute(&mut self, name: u16) -> Option<()> {
        let exit = self.exit()?;
        let (object, sample) = self.pop_object()?;
        let (value, kind, _) = self.pop_value()?;
        let (site, _) = self.own_attribute(name, sample)?;
        if kind == Kind::Wide {
            return None;
        }
        self.here.ops.push(Op::SetAttribute { object, value, kind, site, exit });
        Some(())
    }

    pub fn method(&mut self, name: u16) -> Option<()> {
        let receiver = self.pop()?;
        let Place::Register { at, kind: Kind::Object, owned: false } = receiver.place else { return None };
        let place = match self.object(receiver.sample)? {
            Object::Instance(_) => self.method_of_class(name, at, receiver.sample)?,
            object => self.method_of_type(name, at, object)?,
        };
        self.push_place(place);
        self.push(receiver);
        Some(())
    }

    fn method_of_class(&mut self, name: u16, object: u8, sample: Option<Value>) -> Option<Place> {
        let exit = self.exit()?;
        let (class, instance) = self.class_of(sample)?;
        let symbol = *self.unit().symbols.get(usize::from(name))?;
        let found = class::lookup(self.source.heap, instance.class, symbol).filter(|it| self.source.heap.binds(*it))?;
        let Value::Obj(at) = found else { return None };
        let Object::Function(function) = self.source.heap.get(at) else { return None };
        let site = self.site(Site { class, symbol, at: 0 })?;
        self.here.ops.push(Op::Guard { object, site, exit });
        Some(Place::Function { at, unit: function.unit })
    }

    /// A method of a list, dict or queue.
    fn method_of_type(&mut self, name: u16, a: u8, object: &Object) -> Option<Place> {
        let exit = self.exit()?;
        let kind = cache::Kind::of(object)?;
        let symbol = *self.unit().symbols.get(usize::from(name))?;
        let method = self.source.heap.symbols.method(kind.name(), symbol)?;
        self.here.ops.push(match method {
            Method::ListAppend => Op::Check { a, is: Type::List, exit },
            Method::DictGet => Op::Check { a, is: Type::Dict, exit },
            Method::SimpleQueuePut | Method::SimpleQueueGet => Op::Check { a, is: Type::Queue, exit },
            _ => return None,
        });
        Some(Place::Fixed(Value::Method(method)))
    }
}
