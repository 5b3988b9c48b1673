//! How the arguments of a call meet the parameters of a Python function.

use super::call::texts;
use super::dict;
use super::error::{self, Raise, Result};
use super::heap::Heap;
use super::interp::Unit;
use super::noted::Note;
use super::own;
use super::symbols;
use super::value::{Extra, Object, Value};
use crate::bytecode::Parameters;

/// More parameters than this are bound one by one where some are given by keyword, and so many by keyword only.
const FEW: usize = 24;
const FEW_BY_KEYWORD: usize = 8;

/// Binds the arguments that begin the window, of which the last are given by keyword where `names` is there. Takes them.
/// False, and nothing has changed, where something is wrong, or it is not as simple.
#[inline(never)]
pub fn bind_in_place(
    heap: &mut Heap,
    unit: &Unit,
    callee: Value,
    window: &mut [Value],
    given: usize,
    names: Option<&Value>,
) -> bool {
    let parameters = unit.code.parameters;
    // Whoever watches the heap is told of each owner that comes and goes while arguments are bound one by one.
    let is_told = heap.is_watched() && (names.is_some() || parameters.keyword_only > 0);
    if is_told || parameters.keywords || window.len() < parameters.count() {
        return false;
    }
    let is_done = match names {
        None => bind_positions(heap, unit, callee, window, given).is_some(),
        Some(names) => !parameters.rest && bind_names(heap, unit, callee, window, given, *names).is_some(),
    };
    if is_done {
        note_packed(heap, unit, names.is_some());
    }
    is_done
}

/// The same of arguments that are all given by position.
#[inline(always)]
fn bind_positions(heap: &mut Heap, unit: &Unit, callee: Value, window: &mut [Value], given: usize) -> Option<()> {
    let Parameters { keyword_only, rest, .. } = unit.code.parameters;
    let positional = usize::from(unit.code.parameters.positional);
    let named = positional + usize::from(keyword_only);
    if given > positional && !rest {
        return None;
    }
    let mut by_keyword = [Value::Unbound; FEW_BY_KEYWORD];
    let by_keyword = by_keyword.get_mut(..named - positional)?;
    if keyword_only > 0 {
        let extra = heap.as_function(callee)?.extra.as_ref()?;
        named_defaults(heap, unit, extra, by_keyword)?;
    }
    if given < positional {
        let defaults = &heap.as_function(callee)?.extra.as_ref()?.defaults;
        let first = defaults.len().checked_sub(positional - given)?;
        window[given..positional].copy_from_slice(&defaults[first..]);
        window[given..positional].iter().for_each(|value| _ = heap.keep(*value));
    }
    // The tuple has what the window had.
    let more: Option<Vec<Value>> = rest.then(|| window.get(positional..given).unwrap_or_default().to_vec());
    for (slot, value) in window[positional..].iter_mut().zip(by_keyword) {
        *slot = heap.keep(*value);
    }
    if let Some(more) = more {
        window[named] = heap.take_tuple(more);
    }
    Some(())
}

/// The same of arguments of which the last have names.
fn bind_names(
    heap: &mut Heap,
    unit: &Unit,
    callee: Value,
    window: &mut [Value],
    given: usize,
    names: Value,
) -> Option<()> {
    let parameters = unit.code.parameters;
    let mut slots = [Value::Unbound; FEW];
    let slots = slots.get_mut(..usize::from(parameters.positional) + usize::from(parameters.keyword_only))?;
    let taken = place(heap, unit, window.get(..given)?, heap.as_tuple(names)?, slots)?;
    complete(heap, unit, callee, slots)?;
    for (at, (place, value)) in window.iter_mut().zip(slots).enumerate() {
        *place = *value;
        if taken & 1 << at == 0 {
            heap.keep(*value);
        }
    }
    Some(())
}

/// Puts arguments where their parameters are, and says which have one, as bits. None where there is no such parameter.
fn place(heap: &Heap, unit: &Unit, given: &[Value], names: &[Value], slots: &mut [Value]) -> Option<u32> {
    let (by_position, by_name) = given.split_at_checked(given.len().checked_sub(names.len())?)?;
    // More than a frame holds lies in a cell at the end.
    let is_packed = |value: &Value| matches!(value, Value::Obj(at) if matches!(heap.get(*at), Object::Cell(_)));
    if by_position.len() > usize::from(unit.code.parameters.positional) || given.last().is_some_and(is_packed) {
        return None;
    }
    slots[..by_position.len()].copy_from_slice(by_position);
    let mut taken = (1 << by_position.len()) - 1;
    for (name, value) in names.iter().zip(by_name) {
        let name = &heap.as_plain_str(*name)?.text;
        let at = unit.code.varnames[..slots.len()].iter().position(|parameter| **parameter == **name)?;
        if at < usize::from(unit.code.parameters.positional_only) || taken & 1 << at != 0 {
            return None;
        }
        slots[at] = *value;
        taken |= 1 << at;
    }
    Some(taken)
}

/// Defaults fill the slots that have nothing; borrowed. None where a parameter has none.
fn complete(heap: &Heap, unit: &Unit, callee: Value, slots: &mut [Value]) -> Option<()> {
    let (positional, by_keyword) = slots.split_at_mut(usize::from(unit.code.parameters.positional));
    let is_missing = |value: &Value| matches!(value, Value::Unbound);
    let first = positional.iter().position(is_missing);
    if first.is_none() && !by_keyword.iter().any(is_missing) {
        return Some(());
    }
    let extra = heap.as_function(callee)?.extra.as_ref()?;
    if let Some(first) = first {
        let without = positional.len().checked_sub(extra.defaults.len()).filter(|without| *without <= first)?;
        let defaults = positional[without..].iter_mut().zip(&extra.defaults);
        defaults.filter(|(slot, _)| is_missing(slot)).for_each(|(slot, default)| *slot = *default);
    }
    named_defaults(heap, unit, extra, by_keyword)
}

/// The same of those that are given by keyword only.
fn named_defaults(heap: &Heap, unit: &Unit, extra: &Extra, slots: &mut [Value]) -> Option<()> {
    let names = &unit.code.varnames[usize::from(unit.code.parameters.positional)..];
    for (slot, name) in slots.iter_mut().zip(names).filter(|(slot, _)| matches!(slot, Value::Unbound)) {
        let mut entries = heap.as_dict(extra.keyword_defaults?)?.entries();
        *slot = entries.find(|entry| heap.as_str(entry.key).is_some_and(|key| *key.text == **name))?.value;
    }
    Some(())
}

/// Arguments that are given by keyword, or packed into a tuple or dict, are noted of programs and what CPython has in Python.
fn note_packed(heap: &mut Heap, unit: &Unit, is_named: bool) {
    let parameters = unit.code.parameters;
    let by_keyword = is_named || parameters.keyword_only > 0;
    let packed = [by_keyword, parameters.rest, parameters.keywords].into_iter().filter(|is_so| *is_so).count();
    if unit.code.has_checkpoints {
        heap.note_many(Note::Packed, packed);
    }
}

/// The values of all parameters of a Python function, each owned. Borrows callee and arguments, of which the last are
/// given by keyword where `names` is there.
#[inline(never)]
pub fn bind(
    heap: &mut Heap,
    unit: &Unit,
    callee: Value,
    arguments: &[Value],
    names: Option<&Value>,
) -> Result<Vec<Value>> {
    note_packed(heap, unit, names.is_some());
    let bound = if names.is_none() { by_position_alone(heap, unit, callee, arguments) } else { None };
    bound.map_or_else(|| bind_each(heap, unit, callee, arguments, names), Ok)
}

/// The same for what most calls are: no names, and nothing wrong. None for any other.
fn by_position_alone(heap: &mut Heap, unit: &Unit, callee: Value, given: &[Value]) -> Option<Vec<Value>> {
    let parameters = unit.code.parameters;
    let positional = usize::from(parameters.positional);
    let (fitting, beyond) = given.split_at(given.len().min(positional));
    if parameters.keywords || !(beyond.is_empty() || parameters.rest) {
        return None;
    }
    let extra = heap.as_function(callee)?.extra.as_ref()?;
    let defaults =
        extra.defaults.len().checked_sub(positional - fitting.len()).map(|first| &extra.defaults[first..])?;
    let by_keyword = extra.keyword_defaults;
    let mut values = Vec::with_capacity(parameters.count());
    values.extend_from_slice(fitting);
    values.extend_from_slice(defaults);
    for name in &unit.code.varnames[positional..positional + usize::from(parameters.keyword_only)] {
        let mut entries = heap.as_dict(by_keyword?)?.entries();
        let entry = entries.find(|entry| heap.as_str(entry.key).is_some_and(|key| *key.text == **name))?;
        values.push(entry.value);
    }
    values.iter().for_each(|value| _ = heap.keep(*value));
    if parameters.rest {
        let rest = heap.keep_all(beyond);
        values.push(heap.take_tuple(rest));
    }
    Some(values)
}

#[cold]
fn bind_each(
    heap: &mut Heap,
    unit: &Unit,
    callee: Value,
    arguments: &[Value],
    names: Option<&Value>,
) -> Result<Vec<Value>> {
    let unpacked = if names.is_some() { unpacked(heap, arguments) } else { None };
    let arguments = unpacked.as_deref().unwrap_or(arguments);
    let names = names.map(|names| texts(heap, *names)).unwrap_or_default();
    let (positional, by_name) = arguments.split_at(arguments.len().saturating_sub(names.len()));
    let mut binding = Binding::new(heap, unit, callee);
    binding.by_position(positional);
    for (name, value) in names.into_iter().zip(by_name) {
        binding.by_keyword(name, *value)?;
    }
    binding.check_count(positional.len())?;
    binding.defaults()?;
    Ok(binding.finish())
}

/// The arguments, borrowed, where the last is a cell with more of them than a frame holds.
fn unpacked(heap: &Heap, given: &[Value]) -> Option<Vec<Value>> {
    let (Value::Obj(last), before) = given.split_last()? else { return None };
    let Object::Cell(packed) = heap.get(*last) else { return None };
    Some([before, heap.as_tuple(*packed)?].concat())
}

struct Binding<'a> {
    heap: &'a mut Heap,
    unit: &'a Unit,
    callee: Value,
    parameters: Parameters,
    /// One for each positional and keyword-only parameter; borrowed.
    slots: Vec<Option<Value>>,
    rest: Vec<Value>,
    more: Vec<(String, Value)>,
    defaults: Vec<Value>,
}

impl<'a> Binding<'a> {
    fn new(heap: &'a mut Heap, unit: &'a Unit, callee: Value) -> Binding<'a> {
        let parameters = unit.code.parameters;
        let extra = heap.as_function(callee).and_then(|function| function.extra.as_ref());
        let defaults = extra.map(|extra| extra.defaults.to_vec()).unwrap_or_default();
        let slots = vec![None; usize::from(parameters.positional) + usize::from(parameters.keyword_only)];
        Binding { heap, unit, callee, parameters, slots, rest: Vec::new(), more: Vec::new(), defaults }
    }

    /// What messages call the function: the program may have named it anew.
    fn qualname(&self) -> String {
        let own = own::get(self.heap, self.callee, symbols::QUALNAME).and_then(|name| self.heap.as_str(name));
        own.map_or_else(|| self.unit.code.qualname.clone(), |name| name.text.to_string())
    }

    fn names(&self) -> &'a [std::sync::Arc<str>] {
        &self.unit.code.varnames[..self.slots.len()]
    }

    fn by_position(&mut self, given: &[Value]) {
        let most = usize::from(self.parameters.positional);
        let (fitting, beyond) = given.split_at(given.len().min(most));
        for (slot, value) in self.slots.iter_mut().zip(fitting) {
            *slot = Some(*value);
        }
        self.rest = beyond.to_vec();
    }

    /// Whether there are parameters for all that is given by position, as CPython asks behind the keywords.
    fn check_count(&self, given: usize) -> Result<()> {
        let fits = given <= usize::from(self.parameters.positional) || self.parameters.rest;
        if fits { Ok(()) } else { Err(self.native_count(given).unwrap_or_else(|| self.too_many(given))) }
    }

    /// What CPython's native methods of one parameter or none say where they are given another number of arguments.
    #[cold]
    fn native_count(&self, given: usize) -> Option<Box<Raise>> {
        let takes = match self.native_parameters()? {
            1 => "no arguments",
            2 => "exactly one argument",
            _ => return None,
        };
        let (name, given) = (self.qualname(), given.checked_sub(1)?);
        Some(error::type_error(format!("{name}() takes {takes} ({given} given)")))
    }

    /// How many parameters a method has that is native in CPython, where they are all that it takes.
    fn native_parameters(&self) -> Option<usize> {
        let name = self.qualname();
        let is_method = name.contains('.') && !name.contains("__");
        let is_plain = self.defaults.is_empty() && self.unit.code.parameters.count() == self.slots.len();
        let is_native = !self.unit.code.has_checkpoints && self.parameters.keyword_only == 0;
        (is_native && is_method && is_plain).then_some(self.slots.len())
    }

    fn by_keyword(&mut self, name: String, value: Value) -> Result<()> {
        let first = usize::from(self.parameters.positional_only);
        let found = self.names().iter().position(|parameter| **parameter == *name);
        match found {
            Some(at) if at >= first => {
                if self.slots[at].replace(value).is_some() {
                    return Err(self.wrong_keyword(&format!("got multiple values for argument '{name}'")));
                }
            }
            _ if self.parameters.keywords => self.more.push((name, value)),
            Some(_) => {
                let what = format!("got some positional-only arguments passed as keyword arguments: '{name}'");
                return Err(self.wrong_keyword(&what));
            }
            None if self.native_parameters() == Some(1) => {
                return Err(self.wrong_keyword("takes no keyword arguments"));
            }
            None => return Err(self.wrong_keyword(&format!("got an unexpected keyword argument '{name}'"))),
        }
        Ok(())
    }

    #[cold]
    fn wrong_keyword(&self, what: &str) -> Box<Raise> {
        error::type_error(format!("{}() {what}", self.qualname()))
    }

    fn defaults(&mut self) -> Result<()> {
        let positional = usize::from(self.parameters.positional);
        let first = positional - self.defaults.len();
        for (slot, default) in self.slots[first..positional].iter_mut().zip(&self.defaults) {
            slot.get_or_insert(*default);
        }
        self.missing(0..positional, "positional")?;
        for at in positional..self.slots.len() {
            if self.slots[at].is_none() {
                self.slots[at] = self.keyword_default(at)?;
            }
        }
        self.missing(positional..self.slots.len(), "keyword-only")
    }

    fn keyword_default(&mut self, at: usize) -> Result<Option<Value>> {
        let extra = self.heap.as_function(self.callee).and_then(|function| function.extra.as_ref());
        let Some(defaults) = extra.and_then(|extra| extra.keyword_defaults) else { return Ok(None) };
        let name = self.heap.new_str(&*self.names()[at]);
        let found = dict::find(self.heap, defaults, name);
        self.heap.drop_value(name);
        Ok(found?.and_then(|at| Some(self.heap.as_dict(defaults)?.entry(at).value)))
    }

    fn missing(&self, among: std::ops::Range<usize>, kind: &str) -> Result<()> {
        let missing: Vec<&str> =
            among.filter(|at| self.slots[*at].is_none()).map(|at| &*self.unit.code.varnames[at]).collect();
        match missing.is_empty() {
            true => Ok(()),
            false => {
                let given = self.slots.iter().flatten().count();
                let native = self.native_count(given);
                Err(native.unwrap_or_else(|| error::type_error(missing_text(&self.qualname(), &missing, kind))))
            }
        }
    }

    fn too_many(&self, given: usize) -> Box<Raise> {
        let (function, most) = (self.qualname(), usize::from(self.parameters.positional));
        let takes = match self.defaults.len() {
            0 => format!("{most} positional argument{}", if most == 1 { "" } else { "s" }),
            defaults => format!("from {} to {most} positional arguments", most - defaults),
        };
        let plural = |count: usize| if count == 1 { "" } else { "s" };
        let by_keyword = self.slots[most..].iter().flatten().count();
        let given = match by_keyword {
            0 if given == 1 => "1 was".to_owned(),
            0 => format!("{given} were"),
            _ => format!(
                "{given} positional argument{} (and {by_keyword} keyword-only argument{}) were",
                plural(given),
                plural(by_keyword)
            ),
        };
        error::type_error(format!("{function}() takes {takes} but {given} given"))
    }

    fn finish(self) -> Vec<Value> {
        let heap = self.heap;
        let mut values: Vec<Value> = self.slots.into_iter().flatten().map(|value| heap.keep(value)).collect();
        if self.parameters.rest {
            let rest = heap.keep_all(&self.rest);
            values.push(heap.take_tuple(rest));
        }
        if self.parameters.keywords {
            let more = heap.new_dict();
            for (name, value) in self.more {
                let name = heap.new_str(name);
                heap.keep(value);
                // A text has a hash and is compared natively, so this cannot fail.
                let _ = dict::take_insert(heap, more, name, value);
            }
            values.push(more);
        }
        values
    }
}

/// CPython's sentence about parameters without a value.
pub fn missing_text(function: &str, missing: &[&str], kind: &str) -> String {
    let quoted: Vec<String> = missing.iter().map(|name| format!("'{name}'")).collect();
    let list = match quoted.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [one, two] => format!("{one} and {two}"),
        [first @ .., last] => format!("{}, and {last}", first.join(", ")),
    };
    let plural = if missing.len() == 1 { "" } else { "s" };
    format!("{function}() missing {} required {kind} argument{plural}: {list}", missing.len())
}
