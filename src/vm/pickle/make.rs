//! The opcodes that make objects, or put objects into others.

use super::opcodes::*;
use super::reader::{Read, wrong};
use super::unpickler::{Need, Progress, Unpickler};
use crate::vm::class;
use crate::vm::dict;
use crate::vm::heap::Heap;
use crate::vm::noted::Note;
use crate::vm::value::{Object, Value};
use num_bigint::BigInt;

impl Unpickler {
    pub(super) fn make(&mut self, heap: &mut Heap, opcode: u8) -> Read<Progress> {
        let length = self.stack.len();
        let progress = self.make_one(heap, opcode)?;
        // Numbers take what their bytes do.
        let is_object = self.stack.len() != length && matches!(self.stack.last(), Some(Value::Obj(_)));
        heap.note_many(Note::Made, usize::from(is_object));
        Ok(progress)
    }

    fn make_one(&mut self, heap: &mut Heap, opcode: u8) -> Read<Progress> {
        match opcode {
            NONE | NEWTRUE | NEWFALSE => self.stack.push(match opcode {
                NONE => Value::None,
                _ => Value::bool(opcode == NEWTRUE),
            }),
            INT | LONG | FLOAT | BININT | BININT1 | BININT2 | LONG1 | LONG4 | BINFLOAT => {
                let number = self.number(heap, opcode)?;
                self.stack.push(number);
            }
            UNICODE | SHORT_BINUNICODE | BINUNICODE | BINUNICODE8 | STRING | BINSTRING | SHORT_BINSTRING => {
                let text = self.text(opcode)?;
                self.stack.push(heap.new_str(text));
            }
            SHORT_BINBYTES | BINBYTES | BINBYTES8 => {
                let data: Box<[u8]> = self.reader.sized(width(opcode))?.into();
                self.stack.push(heap.new_bytes(data));
            }
            BYTEARRAY8 => {
                let data = self.reader.sized(8)?.to_vec();
                heap.note_growth(data.len());
                self.stack.push(heap.take_object(Object::Bytearray(data)));
            }
            EMPTY_LIST => self.stack.push(heap.take_list(Vec::new())),
            EMPTY_DICT => self.stack.push(heap.new_dict()),
            EMPTY_SET => self.stack.push(heap.new_set(false)),
            EMPTY_TUPLE => self.stack.push(heap.take_tuple(Vec::new())),
            TUPLE1 | TUPLE2 | TUPLE3 => self.short_tuple(heap, opcode)?,
            TUPLE | LIST => {
                let items = self.pop_marked()?;
                self.stack.push(if opcode == TUPLE { heap.take_tuple(items) } else { heap.take_list(items) });
            }
            DICT | FROZENSET | APPEND | APPENDS | SETITEM | SETITEMS | ADDITEMS => return self.fill(heap, opcode),
            _ => return self.ask(heap, opcode),
        }
        Ok(Progress::On)
    }

    fn extension(&mut self, opcode: u8) -> Read<u64> {
        self.reader.number([1, 2, 4][usize::from(opcode - 0x82)])
    }

    fn short_tuple(&mut self, heap: &mut Heap, opcode: u8) -> Read<()> {
        let items = match opcode {
            TUPLE1 => self.pop_many::<1>()?.to_vec(),
            TUPLE2 => self.pop_many::<2>()?.to_vec(),
            _ => self.pop_many::<3>()?.to_vec(),
        };
        self.stack.push(heap.take_tuple(items));
        Ok(())
    }

    fn number(&mut self, heap: &mut Heap, opcode: u8) -> Read<Value> {
        Ok(match opcode {
            BININT1 => Value::Int(self.reader.number(1)? as i64),
            BININT2 => Value::Int(self.reader.number(2)? as i64),
            BININT => Value::Int(i64::from(self.reader.number(4)? as u32 as i32)),
            BINFLOAT => Value::float(f64::from_bits(self.reader.number(8)?.swap_bytes())),
            LONG1 | LONG4 => {
                let bytes = self.reader.sized(if opcode == LONG1 { 1 } else { 4 })?;
                let number = BigInt::from_signed_bytes_le(bytes);
                heap.new_int(number)
            }
            FLOAT => {
                let line = self.reader.text_line()?.trim();
                match line.parse() {
                    Ok(number) => Value::float(number),
                    Err(_) => return wrong(format!("could not convert string to float: '{line}'")),
                }
            }
            _ => {
                let line = self.reader.text_line()?.trim();
                match (opcode, line) {
                    (INT, "00") => Value::bool(false),
                    (INT, "01") => Value::bool(true),
                    _ => match line.strip_suffix('L').unwrap_or(line).parse::<BigInt>() {
                        Ok(number) => heap.new_int(number),
                        Err(_) => return wrong("could not convert string to int"),
                    },
                }
            }
        })
    }

    fn text(&mut self, opcode: u8) -> Read<String> {
        match opcode {
            UNICODE => unescaped(self.reader.line()?),
            STRING => quoted(self.reader.line()?),
            _ => {
                let bytes = self.reader.sized(width(opcode))?;
                match std::str::from_utf8(bytes) {
                    Ok(text) => Ok(text.to_owned()),
                    Err(_) => wrong("a text in the pickle is not UTF-8"),
                }
            }
        }
    }

    /// Puts what lies above the last mark, or on top, into the container below.
    fn fill(&mut self, heap: &mut Heap, opcode: u8) -> Read<Progress> {
        let items = match opcode {
            APPEND => vec![self.pop()?],
            SETITEM => self.pop_many::<2>()?.to_vec(),
            _ => self.pop_marked()?,
        };
        let is_map = matches!(opcode, DICT | SETITEM | SETITEMS);
        if is_map && items.len() % 2 != 0 {
            heap.drop_all(items);
            return wrong(if opcode == DICT {
                "odd number of items for DICT"
            } else {
                "odd number of items for SETITEMS"
            });
        }
        let into = match opcode {
            DICT => heap.new_dict(),
            FROZENSET => heap.new_set(true),
            _ => match self.top() {
                Ok(top) => heap.keep(top),
                Err(wrong) => {
                    heap.drop_all(items);
                    return Err(wrong);
                }
            },
        };
        let is_new = matches!(opcode, DICT | FROZENSET);
        if is_new {
            self.stack.push(heap.keep(into));
        }
        Ok(match opcode {
            APPEND | APPENDS => extend(heap, into, items),
            FROZENSET | ADDITEMS => add(heap, into, items),
            _ => update(heap, into, items),
        })
    }

    /// The opcodes that need Python.
    fn ask(&mut self, heap: &mut Heap, opcode: u8) -> Read<Progress> {
        let need = match opcode {
            GLOBAL => {
                let module = self.reader.text_line()?.to_owned();
                let name = self.reader.text_line()?.to_owned();
                Need::Find(heap.new_str(module), heap.new_str(name))
            }
            STACK_GLOBAL => {
                let [module, name] = self.pop_many()?;
                if heap.as_str(name).is_none() || heap.as_str(module).is_none() {
                    heap.drop_all([name, module]);
                    return wrong("STACK_GLOBAL requires str");
                }
                Need::Find(module, name)
            }
            REDUCE | NEWOBJ => {
                let [function, arguments] = self.pop_many()?;
                if heap.as_tuple(arguments).is_none() {
                    heap.drop_all([function, arguments]);
                    return wrong("argument list must be a tuple");
                }
                if opcode == REDUCE { Need::Call(function, arguments) } else { Need::New(function, arguments) }
            }
            NEWOBJ_EX => {
                let [class, arguments, keywords] = self.pop_many()?;
                Need::NewWithKeywords(class, arguments, keywords)
            }
            BUILD => {
                let [object, state] = self.pop_many()?;
                self.stack.push(heap.keep(object));
                return Ok(build(heap, object, state));
            }
            OBJ => {
                let mut all = self.pop_marked()?;
                if all.is_empty() {
                    return wrong("unpickling stack underflow");
                }
                let class = all.remove(0);
                Need::Call(class, heap.take_tuple(all))
            }
            BINPERSID => Need::Identified(self.pop()?),
            PERSID => {
                let id = self.reader.text_line()?.to_owned();
                Need::Identified(heap.new_str(id))
            }
            0x82..=0x84 => return wrong(format!("unregistered extension code {}", self.extension(opcode)?)),
            INST => return wrong("gilsim does not read instances of Python 2's classic classes"),
            other => return wrong(format!("invalid load key, '{}'.", shown(other))),
        };
        Ok(Progress::Need(need))
    }
}

/// How many bytes a length has.
fn width(opcode: u8) -> u64 {
    match opcode {
        SHORT_BINUNICODE | SHORT_BINBYTES | SHORT_BINSTRING => 1,
        BINUNICODE8 | BINBYTES8 => 8,
        _ => 4,
    }
}

fn shown(byte: u8) -> String {
    match byte {
        b'\'' | b'\\' => format!("\\{}", byte as char),
        0x20..=0x7e => (byte as char).to_string(),
        other => format!("\\x{other:02x}"),
    }
}

/// All three take the container and the items.
fn extend(heap: &mut Heap, list: Value, items: Vec<Value>) -> Progress {
    if !is_plain(heap, list) || heap.as_list(list).is_none() {
        return Progress::Need(Need::Extend(list, heap.take_list(items)));
    }
    heap.note_growth(items.len() * size_of::<Value>());
    if let Some(own) = heap.as_list_mut(list) {
        own.extend(items);
    }
    heap.drop_value(list);
    Progress::On
}

fn update(heap: &mut Heap, table: Value, items: Vec<Value>) -> Progress {
    let is_dict = is_plain(heap, table) && heap.as_dict(table).is_some();
    let keys_are_simple = || items.iter().step_by(2).all(|key| dict::hash(heap, *key).is_ok());
    if !is_dict || !keys_are_simple() {
        return Progress::Need(Need::Update(table, heap.take_list(items)));
    }
    heap.note_many(Note::Entry, items.len() / 2);
    put_all(heap, table, items.chunks(2).map(|pair| (pair[0], pair[1])).collect());
    Progress::On
}

fn add(heap: &mut Heap, set: Value, items: Vec<Value>) -> Progress {
    let is_set = is_plain(heap, set) && heap.is_set(set);
    if !is_set || !items.iter().all(|item| dict::hash(heap, *item).is_ok()) {
        return Progress::Need(Need::Add(set, heap.take_list(items)));
    }
    put_all(heap, set, items.into_iter().map(|item| (item, Value::None)).collect());
    Progress::On
}

/// All keys have a hash, so that only an equality of the program's own could fail, which would have its own hash too.
fn put_all(heap: &mut Heap, table: Value, pairs: Vec<(Value, Value)>) {
    for (key, value) in pairs {
        let _ = dict::take_insert(heap, table, key, value);
    }
    heap.drop_value(table);
}

fn is_plain(heap: &Heap, value: Value) -> bool {
    heap.as_instance(value).is_none()
}

/// Sets the attributes of a program's object where its class says nothing else. Takes both.
fn build(heap: &mut Heap, object: Value, state: Value) -> Progress {
    let is_simple = |heap: &Heap| {
        let own = heap.as_class(heap.as_instance(object)?.class)?;
        let hook = heap.symbols.known("__setstate__").and_then(|symbol| class::special(heap, object, symbol));
        let keys = heap.as_plain_dict(state)?.entries().all(|entry| heap.as_plain_str(entry.key).is_some());
        Some(own.slots.is_none() && hook.is_none() && keys)
    };
    if is_simple(heap) != Some(true) {
        return Progress::Need(Need::Build(object, state));
    }
    let entries: Vec<_> = heap.as_dict(state).map(|dict| dict.entries().collect()).unwrap_or_default();
    for entry in entries {
        let Some(name) = heap.as_str(entry.key).map(|text| text.text.clone()) else { continue };
        let symbol = heap.symbols.of(&name);
        let value = heap.keep(entry.value);
        if let Value::Obj(at) = object
            && let Some(Object::Instance(instance)) = heap.get_mut(at)
        {
            let old = class::put(&mut instance.attributes, symbol, value);
            heap.drop_all(old);
        }
    }
    heap.drop_all([object, state]);
    Progress::On
}

/// A text of protocol 0: raw-unicode-escape.
fn unescaped(bytes: &[u8]) -> Read<String> {
    let mut text = String::new();
    let mut rest = bytes;
    while let [first, more @ ..] = rest {
        let digits = match more {
            [b'u', ..] if *first == b'\\' => 4,
            [b'U', ..] if *first == b'\\' => 8,
            _ => 0,
        };
        if digits == 0 {
            text.push(char::from(*first));
            rest = more;
            continue;
        }
        let code = more.get(1..=digits).and_then(|digits| std::str::from_utf8(digits).ok());
        let code = code.and_then(|digits| u32::from_str_radix(digits, 16).ok()).and_then(char::from_u32);
        let Some(c) = code else { return wrong("truncated \\uXXXX escape") };
        text.push(c);
        rest = &more[digits + 1..];
    }
    Ok(text)
}

/// A text of Python 2, as its `repr`.
fn quoted(line: &[u8]) -> Read<String> {
    let line = line.trim_ascii();
    let inner = match line {
        [b'\'', inner @ .., b'\''] | [b'"', inner @ .., b'"'] => inner,
        _ => return wrong("the STRING opcode argument must be quoted"),
    };
    match std::str::from_utf8(inner) {
        Ok(text) if text.is_ascii() && !text.contains('\\') => Ok(text.to_owned()),
        _ => wrong("gilsim does not read texts of Python 2 with escapes"),
    }
}
