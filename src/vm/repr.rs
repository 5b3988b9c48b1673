//! The text of values: Python's `repr` and `str`.

use super::complex::{self, Complex};
use super::dict::Dict;
use super::error::{self, Result};
use super::float;
use super::heap::Heap;
use super::sync::Lock;
use super::value::{Object, Range, Value, View};
use super::{class, generic, symbols};
use num_bigint::BigInt;
use std::fmt::Write;

/// How deep lists in lists are shown; beyond it RecursionError.
const MAX_DEPTH: usize = 900;
/// CPython's limit for turning an integer into decimal text and back.
pub const MAX_DIGITS: usize = 4300;

/// `repr(value)`.
pub fn repr(heap: &Heap, value: Value) -> Result<String> {
    let mut text = String::new();
    Writer { heap, open: Vec::new(), text: &mut text }.value(value)?;
    Ok(text)
}

/// `str(value)`.
pub fn str_of(heap: &Heap, value: Value) -> Result<String> {
    match heap.as_str(value) {
        _ if class::special(heap, value, symbols::STR).is_some() => Err(error::needs_python()),
        Some(text) => Ok(text.text.to_string()),
        None if class::special(heap, value, symbols::REPR).is_none() && heap.as_exception(value).is_some() => {
            heap.as_exception(value).map_or(Ok(String::new()), |exception| super::exception::text(heap, exception))
        }
        None => repr(heap, value),
    }
}

/// Whether an instance with this value of a built-in type is shown as that.
fn shows_its_base(heap: &Heap, base: Value) -> bool {
    let is_queue = matches!(base, Value::Obj(at) if matches!(heap.get(at), Object::SimpleQueue(_)));
    !matches!(base, Value::Unbound) && !is_queue
}

/// `<__main__.Point object at 0x…>`
pub fn plain_instance(heap: &Heap, value: Value) -> String {
    if let Some(room) = heap.as_instance(value).filter(|_| super::class_dict::is_room(heap, value)) {
        return super::class_dict::shown(heap, room);
    }
    let at = if let Value::Obj(at) = value { at.slot() } else { 0 };
    let class = class::class_of(heap, value);
    let name = match class {
        Value::Obj(_) => class::full_name(heap, class),
        _ => super::kind::type_name(heap, value).to_owned(),
    };
    format!("<{name} object at 0x7f{:010x}>", at * 48)
}

/// `ValueError('text')`
pub fn plain_exception(heap: &Heap, value: Value) -> Result<String> {
    let mut text = String::new();
    Writer { heap, open: Vec::new(), text: &mut text }.exception(value)?;
    Ok(text)
}

/// What stands for the place of an object in memory.
fn address(value: Value) -> usize {
    let Value::Obj(at) = value else { return 0 };
    0x7f00_0000_0000 + at.slot() * 48
}

struct Writer<'a> {
    heap: &'a Heap,
    /// The lists and tuples that are being shown, for those that hold themselves.
    open: Vec<Value>,
    text: &'a mut String,
}

impl Writer<'_> {
    fn value(&mut self, value: Value) -> Result<()> {
        match value {
            Value::None => self.text.push_str("None"),
            Value::Bool(holds) => self.text.push_str(if holds.get() { "True" } else { "False" }),
            Value::Int(number) => put(self.text, number),
            Value::Float(number) => self.text.push_str(&float::text(number.get())),
            Value::Builtin(builtin) if builtin.is_type() => {
                put(self.text, format_args!("<class '{}'>", builtin.name()))
            }
            Value::Builtin(builtin) => put(self.text, format_args!("<built-in function {}>", builtin.name())),
            Value::Method(method) => {
                put(self.text, format_args!("<method '{}' of '{}' objects>", method.name(), method.of()));
            }
            Value::Native(native) => put(self.text, format_args!("<built-in function {}>", native.name())),
            Value::Module(module) => {
                let name = &self.heap.module_names[module.number() as usize];
                let is_made = self.heap.made_modules.contains(&module.number());
                let origin = if is_made { "" } else { " (built-in)" };
                put(self.text, format_args!("<module '{name}'{origin}>"));
            }
            Value::Exception(kind) => put(self.text, format_args!("<class '{}'>", kind.name())),
            Value::NotImplemented => self.text.push_str("NotImplemented"),
            Value::Ellipsis => self.text.push_str("Ellipsis"),
            Value::Unbound => self.text.push_str("<unbound>"),
            Value::Obj(at) => return self.object(value, self.heap.get(at)),
        }
        Ok(())
    }

    fn object(&mut self, value: Value, object: &Object) -> Result<()> {
        match object {
            Object::Str(text) => quote(self.text, &text.text),
            Object::Bytes(bytes) => self.text.push_str(&super::bytes::repr(bytes, false)),
            Object::Bytearray(bytes) => put(self.text, format_args!("bytearray({})", super::bytes::repr(bytes, true))),
            Object::BigInt(number) => self.text.push_str(&decimal(number)?),
            Object::Complex(real, imaginary) => self.text.push_str(&complex::text(Complex(*real, *imaginary))),
            Object::List(items) => self.items(value, items, ("[", "]", "[...]"))?,
            Object::Tuple(items) if items.len() == 1 => self.items(value, items, ("(", ",)", "(...)"))?,
            Object::Tuple(items) => self.items(value, items, ("(", ")", "(...)"))?,
            Object::Range(range) => put(self.text, RangeText(*range)),
            Object::LongRange(range) => self.text.push_str(&range.text()?),
            Object::Slice(parts) => self.items(value, &**parts, ("slice(", ")", "slice(...)"))?,
            Object::GenericAlias(origin, args) => {
                self.text.push_str(&generic::text(self.heap, *origin, *args)?);
            }
            Object::Union(args) => {
                let args = self.heap.as_tuple(*args).unwrap_or_default();
                let args: Result<Vec<String>> = args.iter().map(|one| generic::member_text(self.heap, *one)).collect();
                self.text.push_str(&args?.join(" | "));
            }
            Object::Deque(deque) => {
                let items = super::deque::items(self.heap, value);
                let end = deque.most.map_or("])".to_owned(), |most| format!("], maxlen={most})"));
                self.items(value, &items, ("deque([", &end, "[...]"))?;
            }
            Object::Dict(table) => self.dict(value, table)?,
            Object::Set(table, is_frozen) => self.set(value, table, *is_frozen)?,
            Object::DictView(view, over) => self.view(value, *view, *over)?,
            Object::Exception(_) | Object::Instance(_) | Object::Class(_)
                if class::special(self.heap, value, symbols::REPR).is_some() =>
            {
                return Err(error::needs_python());
            }
            Object::Exception(_) => self.exception(value)?,
            Object::Instance(instance) if !shows_its_base(self.heap, instance.base) => {
                self.text.push_str(&plain_instance(self.heap, value));
            }
            Object::Instance(instance) => self.derived(instance)?,
            Object::Code(unit) => {
                let code = &self.heap.function_facts[*unit as usize].code;
                let (name, line) = (&code.name, code.first_line());
                let file = self.heap.settings.path_of(code.source.file());
                // One address each, however often it is asked for.
                let at = 0x7f00_0000_0000 + 0x90 * u64::from(*unit);
                put(self.text, format_args!("<code object {name} at 0x{at:x}, file \"{file}\", line {line}>"));
            }
            Object::Class(_) => put(self.text, format_args!("<class '{}'>", class::full_name(self.heap, value))),
            Object::Lock(lock) => self.lock(value, lock),
            Object::Function(function) => {
                let names = self.heap.function_facts.get(function.unit as usize);
                let given =
                    super::own::get(self.heap, value, symbols::QUALNAME).and_then(|name| self.heap.as_str(name));
                let name = given.map_or(names.map_or("?", |facts| &facts.qualname), |given| &*given.text);
                put(self.text, format_args!("<function {name} at 0x7f0000000000>"));
            }
            Object::Generator(generator) if let Some(name) = super::text_of_iterators::name(self.heap, generator) => {
                match super::text_of_iterators::arguments(self.heap, generator, name) {
                    Some((first, second)) => {
                        put(self.text, format_args!("{}(", name.trim_start_matches("itertools.")));
                        self.value(first)?;
                        if let Some(second) = second {
                            self.text.push_str(", ");
                            self.value(second)?;
                        }
                        self.text.push(')');
                    }
                    None => put(self.text, format_args!("<{name} object at 0x{:x}>", address(value))),
                }
            }
            Object::Trace(trace)
                if let (true, Some((file, line, name))) = (trace.is_frame, super::traces::place(self.heap, *trace)) =>
            {
                put(
                    self.text,
                    format_args!("<frame at 0x{:x}, file '{file}', line {line}, code {name}>", address(value)),
                );
            }
            Object::Generator(generator) => {
                let facts = self.heap.function_facts.get(generator.unit as usize);
                let given = self.heap.as_str(generator.names[1]).map(|name| &*name.text);
                let name = given.unwrap_or(facts.map_or("?", |facts| &facts.qualname));
                put(
                    self.text,
                    format_args!("<{} object {name} at 0x{:x}>", generator.flavor.type_name(), address(value)),
                );
            }
            Object::BoundMethod(method, to) => {
                let (name, kind, at) = (method.name(), super::kind::type_name(self.heap, *to), address(*to));
                put(self.text, format_args!("<built-in method {name} of {kind} object at 0x{at:x}>"));
            }
            Object::BoundFunction(function, of) => {
                let name = super::function_attributes::qualified_name(self.heap, *function);
                put(self.text, format_args!("<bound method {name} of "));
                self.value(*of)?;
                self.text.push('>');
            }
            Object::Weak(target, _) => {
                put(self.text, format_args!("<weakref at 0x{:x}; ", address(value)));
                let target = Value::Obj(*target);
                match target {
                    Value::Obj(at) if self.heap.is_alive(at) => {
                        let kind = super::kind::type_name(self.heap, target);
                        put(self.text, format_args!("to '{kind}' at 0x{:x}>", address(target)));
                    }
                    _ => self.text.push_str("dead>"),
                }
            }
            Object::StaticMethod(function) | Object::ClassMethod(function) => {
                put(self.text, format_args!("<{}(", super::kind::type_name(self.heap, value)));
                self.value(*function)?;
                self.text.push_str(")>");
            }
            Object::Super(after, object) => self.text.push_str(&super::supers::text(self.heap, *after, *object)),
            // Where a freed object is shown, the heap has noticed it.
            _ => {
                let kind = super::kind::type_name(self.heap, value);
                put(self.text, format_args!("<{kind} object at 0x{:x}>", address(value)));
            }
        }
        Ok(())
    }

    fn lock(&mut self, value: Value, lock: &Lock) {
        let state = if lock.depth() > 0 { "locked" } else { "unlocked" };
        let at = if let Value::Obj(at) = value { at.slot() * 48 } else { 0 };
        let owner = lock.semaphore.holder().map_or(0, |holder| self.heap.idents.of(holder));
        match lock.reentrant {
            true => put(
                self.text,
                format_args!("<{state} _thread.RLock object owner={owner} count={} at 0x7f{at:010x}>", lock.depth()),
            ),
            false => put(self.text, format_args!("<{state} _thread.lock object at 0x7f{at:010x}>")),
        }
    }

    /// An instance whose class inherits from a built-in type: sets name the class.
    fn derived(&mut self, instance: &class::Instance) -> Result<()> {
        let name = class::name_of(self.heap, instance.class);
        let mut shown = String::new();
        let mut inner = Writer { heap: self.heap, open: std::mem::take(&mut self.open), text: &mut shown };
        inner.value(instance.base)?;
        self.open = inner.open;
        if let Value::Builtin(super::builtins::Builtin::Mappingproxy) = instance.class {
            put(self.text, format_args!("mappingproxy({shown})"));
            return Ok(());
        }
        if self.heap.as_deque(instance.base).is_some() || self.heap.is_bytearray(instance.base) {
            let own = shown.split_once('(').map_or(shown.as_str(), |(_, own)| own);
            put(self.text, format_args!("{name}({own}"));
            return Ok(());
        }
        match self.heap.as_table(instance.base).filter(|_| self.heap.is_set(instance.base)) {
            None => self.text.push_str(&shown),
            Some(table) if table.len() == 0 => put(self.text, format_args!("{name}()")),
            Some(_) if shown.ends_with("(...)") => put(self.text, format_args!("{name}(...)")),
            Some(_) => {
                let inner = shown.trim_start_matches("frozenset(").trim_end_matches(')');
                put(self.text, format_args!("{name}({inner})"));
            }
        }
        Ok(())
    }

    fn exception(&mut self, value: Value) -> Result<()> {
        let Some(exception) = self.heap.as_exception(value) else { return Ok(()) };
        self.text.push_str(class::name_of(self.heap, exception.class));
        let args = self.heap.as_tuple(exception.args).unwrap_or_default();
        self.items(value, args, ("(", ")", "(...)"))
    }

    fn dict(&mut self, value: Value, table: &Dict) -> Result<()> {
        self.opened(value, "{...}", |writer| {
            writer.text.push('{');
            for (at, entry) in table.entries().enumerate() {
                writer.text.push_str(if at > 0 { ", " } else { "" });
                writer.value(entry.key)?;
                writer.text.push_str(": ");
                writer.value(entry.value)?;
            }
            writer.text.push('}');
            Ok(())
        })
    }

    fn set(&mut self, value: Value, table: &Dict, is_frozen: bool) -> Result<()> {
        let items: Vec<Value> = table.entries().map(|entry| entry.key).collect();
        match (items.is_empty(), is_frozen) {
            (true, false) => self.text.push_str("set()"),
            (true, true) => self.text.push_str("frozenset()"),
            (false, false) => self.items(value, &items, ("{", "}", "set(...)"))?,
            (false, true) => self.items(value, &items, ("frozenset({", "})", "frozenset(...)"))?,
        }
        Ok(())
    }

    fn view(&mut self, value: Value, view: View, over: Value) -> Result<()> {
        let entries: Vec<_> = self.heap.as_table(over).map(|table| table.entries().collect()).unwrap_or_default();
        let name = match view {
            View::Keys => "dict_keys([",
            View::Values => "dict_values([",
            View::Items => "dict_items([",
        };
        self.opened(value, "...", |writer| {
            writer.text.push_str(name);
            for (at, entry) in entries.iter().enumerate() {
                writer.text.push_str(if at > 0 { ", " } else { "" });
                match view {
                    View::Keys => writer.value(entry.key)?,
                    View::Values => writer.value(entry.value)?,
                    View::Items => {
                        writer.text.push('(');
                        writer.value(entry.key)?;
                        writer.text.push_str(", ");
                        writer.value(entry.value)?;
                        writer.text.push(')');
                    }
                }
            }
            writer.text.push_str("])");
            Ok(())
        })
    }

    /// Shows a collection, unless it is being shown already.
    fn opened(&mut self, value: Value, again: &str, show: impl FnOnce(&mut Self) -> Result<()>) -> Result<()> {
        if self.open.iter().any(|open| super::compare::is_identical(*open, value)) {
            self.text.push_str(again);
            return Ok(());
        }
        if self.open.len() >= MAX_DEPTH {
            return Err(error::recursion_error("maximum recursion depth exceeded while getting the repr of an object"));
        }
        self.open.push(value);
        show(self)?;
        self.open.pop();
        Ok(())
    }

    fn items(&mut self, value: Value, items: &[Value], (start, end, again): (&str, &str, &str)) -> Result<()> {
        if self.open.iter().any(|open| super::compare::is_identical(*open, value)) {
            self.text.push_str(again);
            return Ok(());
        }
        if self.open.len() >= MAX_DEPTH {
            return Err(error::recursion_error("maximum recursion depth exceeded while getting the repr of an object"));
        }
        self.open.push(value);
        self.text.push_str(start);
        for (at, item) in items.iter().enumerate() {
            if at > 0 {
                self.text.push_str(", ");
            }
            self.value(*item)?;
        }
        self.text.push_str(end);
        self.open.pop();
        Ok(())
    }
}

fn put(text: &mut String, what: impl std::fmt::Display) {
    // Writing to a String cannot fail.
    let _ = write!(text, "{what}");
}

struct RangeText(Range);

impl std::fmt::Display for RangeText {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        let Range { start, stop, step } = self.0;
        match step {
            1 => write!(f, "range({start}, {stop})"),
            _ => write!(f, "range({start}, {stop}, {step})"),
        }
    }
}

/// The decimal text of a large integer, within CPython's limit of 4300 digits.
pub fn decimal(number: &BigInt) -> Result<String> {
    // log10(2) > 0.301, so more bits than this are more than 4300 digits, found without converting.
    let surely_too_long = number.bits() > (MAX_DIGITS as u64 + 1) * 1000 / 301;
    if !surely_too_long {
        let text = number.to_string();
        if text.trim_start_matches('-').len() <= MAX_DIGITS {
            return Ok(text);
        }
    }
    Err(error::value_error(format!(
        "Exceeds the limit ({MAX_DIGITS} digits) for integer string conversion; \
         use sys.set_int_max_str_digits() to increase the limit"
    )))
}

/// A text in quotes, with Python's choice of quotes and escapes.
fn quote(out: &mut String, text: &str) {
    let quote = if text.contains('\'') && !text.contains('"') { '"' } else { '\'' };
    out.push(quote);
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c == quote => {
                out.push('\\');
                out.push(c);
            }
            c if is_printable(c) => out.push(c),
            c if (c as u32) < 0x100 => put(out, format_args!("\\x{:02x}", c as u32)),
            c if (c as u32) < 0x10000 => put(out, format_args!("\\u{:04x}", c as u32)),
            c => put(out, format_args!("\\U{:08x}", c as u32)),
        }
    }
    out.push(quote);
}

pub fn is_printable(c: char) -> bool {
    match c {
        ' '..='~' => true,
        c if c.is_ascii() || c.is_whitespace() => false,
        // Rust's table of printable characters, reached through `Debug`; a letter in front keeps accents as they are.
        c => !format!("{:?}", format!("a{c}")).contains('\\'),
    }
}
