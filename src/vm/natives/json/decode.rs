//! From JSON to values. Knows no class of errors: it says what is wrong, and at which character.

use super::MAX_DEPTH;
use crate::vm::arguments::Arguments;
use crate::vm::convert;
use crate::vm::dict;
use crate::vm::error::{self, Raise, Result};
use crate::vm::heap::Heap;
use crate::vm::kind::type_name;
use crate::vm::noted::Note;
use crate::vm::value::Value;

/// `decode(text)`: the value, None and 0; or None, what is wrong, and where.
pub fn decode(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let value = arguments.only(1, 1)?[0];
    let Some(text) = heap.as_str(value).map(|text| text.text.clone()) else {
        let kind = type_name(heap, value);
        return Err(error::type_error(format!("expected a text, not {kind}")));
    };
    let mut reader = Reader { heap, text: &text, at: 0, depth: 0 };
    let (value, wrong, at) = match reader.document() {
        Ok(value) => (value, Value::None, 0),
        Err(Failure::Raise(raise)) => return Err(raise),
        Err(Failure::Wrong(message, at)) => {
            let chars = text.get(..at).map_or(0, |before| before.chars().count());
            (Value::None, heap.new_str(message), chars as i64)
        }
    };
    heap.note_many(Note::Scanned, text.len());
    Ok(heap.take_tuple([value, wrong, Value::Int(at)]))
}

enum Failure {
    /// What, and at which byte.
    Wrong(&'static str, usize),
    Raise(Box<Raise>),
}

type Read<T> = std::result::Result<T, Failure>;

struct Reader<'a> {
    heap: &'a mut Heap,
    text: &'a str,
    /// The next byte.
    at: usize,
    depth: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn wrong<T>(&self, what: &'static str) -> Read<T> {
        Err(Failure::Wrong(what, self.at))
    }

    fn document(&mut self) -> Read<Value> {
        if self.text.starts_with('\u{feff}') {
            return self.wrong("Unexpected UTF-8 BOM (decode using utf-8-sig)");
        }
        self.skip_space();
        let value = self.value()?;
        self.skip_space();
        if self.at < self.text.len() {
            self.heap.drop_value(value);
            return self.wrong("Extra data");
        }
        Ok(value)
    }

    fn value(&mut self) -> Read<Value> {
        match self.peek() {
            Some(b'"') => {
                let text = self.string()?;
                Ok(self.heap.new_str(text))
            }
            Some(b'{') => self.nested(Self::object),
            Some(b'[') => self.nested(Self::array),
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ => self.word(),
        }
    }

    fn nested(&mut self, read: fn(&mut Self) -> Read<Value>) -> Read<Value> {
        if self.depth >= MAX_DEPTH {
            let raise = error::recursion_error("maximum recursion depth exceeded while decoding a JSON object");
            return Err(Failure::Raise(raise));
        }
        self.depth += 1;
        self.at += 1;
        self.skip_space();
        let value = read(self);
        self.depth -= 1;
        value
    }

    fn word(&mut self) -> Read<Value> {
        let words = [
            ("null", Value::None),
            ("true", Value::bool(true)),
            ("false", Value::bool(false)),
            ("NaN", Value::float(f64::NAN)),
            ("Infinity", Value::float(f64::INFINITY)),
            ("-Infinity", Value::float(f64::NEG_INFINITY)),
        ];
        let rest = &self.text[self.at..];
        match words.into_iter().find(|(word, _)| rest.starts_with(word)) {
            Some((word, value)) => {
                self.at += word.len();
                Ok(value)
            }
            None => self.wrong("Expecting value"),
        }
    }

    fn digits(&self, from: usize) -> usize {
        self.text.as_bytes()[from..].iter().take_while(|c| c.is_ascii_digit()).count()
    }

    fn number(&mut self) -> Read<Value> {
        let (bytes, start) = (self.text.as_bytes(), self.at);
        let mut end = start + usize::from(bytes[start] == b'-');
        match bytes.get(end) {
            Some(b'0') => end += 1,
            Some(b'1'..=b'9') => end += self.digits(end),
            _ => return self.word(),
        }
        let whole = end;
        if bytes.get(end) == Some(&b'.') && self.digits(end + 1) > 0 {
            end += 1 + self.digits(end + 1);
        }
        if let Some(b'e' | b'E') = bytes.get(end) {
            let sign = usize::from(matches!(bytes.get(end + 1), Some(b'+' | b'-')));
            let digits = self.digits((end + 1 + sign).min(bytes.len()));
            if digits > 0 {
                end += 1 + sign + digits;
            }
        }
        self.at = end;
        let text = &self.text[start..end];
        if end == whole {
            let text = self.heap.new_str(text);
            let given = Arguments { function: "int", class: "", positional: &[text], keywords: &[] };
            let number = convert::int(self.heap, given).map_err(Failure::Raise);
            self.heap.drop_value(text);
            return number;
        }
        // The grammar of JSON's numbers is within Rust's.
        Ok(Value::float(text.parse().unwrap_or(f64::NAN)))
    }

    fn array(&mut self) -> Read<Value> {
        let mut items = Vec::new();
        let read = self.items(&mut items);
        match read {
            Ok(()) => Ok(self.heap.take_list(items)),
            Err(failure) => {
                self.heap.drop_all(items);
                Err(failure)
            }
        }
    }

    fn items(&mut self, items: &mut Vec<Value>) -> Read<()> {
        if self.peek() == Some(b']') {
            self.at += 1;
            return Ok(());
        }
        loop {
            items.push(self.value()?);
            if !self.goes_on(b']')? {
                return Ok(());
            }
        }
    }

    /// After an item: whether another follows.
    fn goes_on(&mut self, close: u8) -> Read<bool> {
        self.skip_space();
        match self.peek() {
            Some(c) if c == close => {
                self.at += 1;
                Ok(false)
            }
            Some(b',') => {
                self.at += 1;
                self.skip_space();
                Ok(true)
            }
            _ => self.wrong("Expecting ',' delimiter"),
        }
    }

    fn object(&mut self) -> Read<Value> {
        let made = self.heap.new_dict();
        match self.members(made) {
            Ok(()) => Ok(made),
            Err(failure) => {
                self.heap.drop_value(made);
                Err(failure)
            }
        }
    }

    fn members(&mut self, made: Value) -> Read<()> {
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(());
        }
        loop {
            if self.peek() != Some(b'"') {
                return self.wrong("Expecting property name enclosed in double quotes");
            }
            let name = self.string()?;
            self.skip_space();
            if self.peek() != Some(b':') {
                return self.wrong("Expecting ':' delimiter");
            }
            self.at += 1;
            self.skip_space();
            let value = self.value()?;
            let name = self.heap.new_str(name);
            dict::take_insert(self.heap, made, name, value).map_err(Failure::Raise)?;
            if !self.goes_on(b'}')? {
                return Ok(());
            }
        }
    }

    /// A string from its quote on.
    fn string(&mut self) -> Read<String> {
        let begin = self.at;
        self.at += 1;
        let mut text = String::new();
        loop {
            let rest = &self.text[self.at..];
            let plain = rest.find(|c: char| matches!(c, '"' | '\\' | '\0'..='\x1f'));
            let Some(plain) = plain else { return Err(Failure::Wrong("Unterminated string starting at", begin)) };
            text.push_str(&rest[..plain]);
            self.at += plain;
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(text);
                }
                Some(b'\\') => text.push(self.escape(begin)?),
                _ => return self.wrong("Invalid control character at"),
            }
        }
    }

    fn escape(&mut self, begin: usize) -> Read<char> {
        let at = self.at;
        let Some(c) = self.text[at + 1..].chars().next() else {
            return Err(Failure::Wrong("Unterminated string starting at", begin));
        };
        self.at += 1 + c.len_utf8();
        Ok(match c {
            '"' | '\\' | '/' => c,
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => return self.unicode(),
            _ => return Err(Failure::Wrong("Invalid \\escape", at)),
        })
    }

    /// The four digits after `\u`, and a second such escape where the first is half of a pair.
    fn unicode(&mut self) -> Read<char> {
        let first = self.unit()?;
        if (0xd800..0xdc00).contains(&first) && self.text[self.at..].starts_with("\\u") {
            let before = self.at;
            self.at += 2;
            let second = self.unit()?;
            if (0xdc00..0xe000).contains(&second) {
                let code = 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00);
                return char::from_u32(code).ok_or_else(lone_surrogate);
            }
            self.at = before;
        }
        char::from_u32(first).ok_or_else(lone_surrogate)
    }

    fn unit(&mut self) -> Read<u32> {
        let digits = self.text.get(self.at..self.at + 4).filter(|text| text.bytes().all(|c| c.is_ascii_hexdigit()));
        let Some(unit) = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()) else {
            return Err(Failure::Wrong("Invalid \\uXXXX escape", self.at - 1));
        };
        self.at += 4;
        Ok(unit)
    }
}

fn lone_surrogate() -> Failure {
    Failure::Raise(error::value_error("gilsim does not support half of a surrogate pair in a text"))
}
