//! Text to bytes and back: `encode` and `decode`, with CPython's messages about what does not fit.

use super::error::{self, Raise, Result};
use super::exception::{self, ExceptionKind};
use super::heap::Heap;
use super::value::Value;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Encoding {
    Utf8,
    Ascii,
    Latin1,
    /// Two or four bytes a unit; little-endian where true. With a mark of the order in front where `marked`.
    Utf16 {
        little: bool,
        marked: bool,
    },
    Utf32 {
        little: bool,
        marked: bool,
    },
}

impl Encoding {
    fn named(name: &str) -> Option<Encoding> {
        let plain: String = name.to_ascii_lowercase().replace(['_', ' '], "-");
        Some(match plain.as_str() {
            "utf-8" | "utf8" | "utf" | "u8" | "cp65001" => Encoding::Utf8,
            "ascii" | "us-ascii" | "us" | "646" | "cp367" | "ibm367" => Encoding::Ascii,
            "latin-1" | "latin1" | "latin" | "iso-8859-1" | "iso8859-1" | "iso8859" | "8859" | "l1" | "cp819"
            | "ibm819" => Encoding::Latin1,
            "utf-16" | "utf16" | "u16" => Encoding::Utf16 { little: true, marked: true },
            "utf-16-le" | "utf-16le" => Encoding::Utf16 { little: true, marked: false },
            "utf-16-be" | "utf-16be" => Encoding::Utf16 { little: false, marked: false },
            "utf-32" | "utf32" | "u32" => Encoding::Utf32 { little: true, marked: true },
            "utf-32-le" | "utf-32le" => Encoding::Utf32 { little: true, marked: false },
            "utf-32-be" | "utf-32be" => Encoding::Utf32 { little: false, marked: false },
            _ => return None,
        })
    }

    fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "utf-8",
            Encoding::Ascii => "ascii",
            Encoding::Latin1 => "latin-1",
            Encoding::Utf16 { marked: true, .. } => "utf-16",
            Encoding::Utf16 { little: true, .. } => "utf-16-le",
            Encoding::Utf16 { .. } => "utf-16-be",
            Encoding::Utf32 { marked: true, .. } => "utf-32",
            Encoding::Utf32 { little: true, .. } => "utf-32-le",
            Encoding::Utf32 { .. } => "utf-32-be",
        }
    }
}

/// What is done with what does not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Errors {
    Strict,
    Ignore,
    Replace,
    Escape,
    /// `&#233;`, for encoding only.
    Reference,
}

fn encoding_of(heap: &Heap, value: Option<Value>) -> Result<Encoding> {
    let Some(value) = value else { return Ok(Encoding::Utf8) };
    let Some(name) = heap.as_str(value) else {
        let kind = super::kind::type_name(heap, value);
        return Err(error::type_error(format!("argument 'encoding' must be str, not {kind}")));
    };
    Encoding::named(&name.text).ok_or_else(|| error::lookup_error(format!("unknown encoding: {}", name.text)))
}

fn errors_of(heap: &Heap, value: Option<Value>) -> Result<Errors> {
    let Some(value) = value else { return Ok(Errors::Strict) };
    match heap.as_str(value).map(|name| &*name.text) {
        Some("strict") => Ok(Errors::Strict),
        Some("ignore") => Ok(Errors::Ignore),
        Some("replace") => Ok(Errors::Replace),
        Some("backslashreplace") => Ok(Errors::Escape),
        Some("xmlcharrefreplace") => Ok(Errors::Reference),
        Some(name @ ("surrogateescape" | "surrogatepass" | "namereplace")) => {
            Err(error::lookup_error(format!("gilsim does not support the error handler '{name}'")))
        }
        Some(name) => Err(error::lookup_error(format!("unknown error handler name '{name}'"))),
        None => {
            let kind = super::kind::type_name(heap, value);
            Err(error::type_error(format!("argument 'errors' must be str, not {kind}")))
        }
    }
}

/// The bytes of a text. `value` is the text itself, for the exception.
pub fn encode(
    heap: &mut Heap,
    value: Value,
    text: &str,
    encoding: Option<Value>,
    errors: Option<Value>,
) -> Result<Vec<u8>> {
    let (encoding, errors) = (encoding_of(heap, encoding)?, errors_of(heap, errors)?);
    Ok(match encoding {
        Encoding::Utf8 => text.as_bytes().to_vec(),
        Encoding::Utf16 { little, marked } => {
            let mark = marked.then_some(0xfeff_u16);
            let units = mark.into_iter().chain(text.encode_utf16());
            units.flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
        }
        Encoding::Utf32 { little, marked } => {
            let mark = marked.then_some(0xfeff_u32);
            let units = mark.into_iter().chain(text.chars().map(u32::from));
            units.flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
        }
        Encoding::Ascii | Encoding::Latin1 => {
            return narrow(heap, value, text, encoding, errors);
        }
    })
}

fn narrow(heap: &mut Heap, value: Value, text: &str, encoding: Encoding, errors: Errors) -> Result<Vec<u8>> {
    let limit = if encoding == Encoding::Ascii { 128 } else { 256 };
    let fits = |c: &char| u32::from(*c) < limit;
    let mut bytes = Vec::with_capacity(text.len());
    for (at, c) in text.chars().enumerate() {
        match errors {
            _ if fits(&c) => bytes.push(u32::from(c) as u8),
            Errors::Ignore => {}
            Errors::Replace => bytes.push(b'?'),
            Errors::Escape => bytes.extend(super::build::ascii(&c.to_string()).bytes()),
            Errors::Reference => bytes.extend(format!("&#{};", u32::from(c)).bytes()),
            Errors::Strict => {
                let end = at + text.chars().skip(at).take_while(|c| !fits(c)).count();
                let reason = format!("ordinal not in range({limit})");
                heap.keep(value);
                return Err(failure(heap, ExceptionKind::UnicodeEncodeError, encoding, value, (at, end), &reason));
            }
        }
    }
    Ok(bytes)
}

/// UnicodeEncodeError or UnicodeDecodeError, with CPython's five arguments. Takes the object.
fn failure(
    heap: &mut Heap,
    kind: ExceptionKind,
    encoding: Encoding,
    object: Value,
    (start, end): (usize, usize),
    reason: &str,
) -> Box<Raise> {
    let (name, reason) = (heap.new_str(encoding.name()), heap.new_str(reason));
    let args = vec![name, object, Value::Int(start as i64), Value::Int(end as i64), reason];
    Raise::of(exception::new(heap, Value::Exception(kind), args), false)
}

/// The text of bytes.
pub fn decode(heap: &mut Heap, bytes: &[u8], encoding: Option<Value>, errors: Option<Value>) -> Result<String> {
    let (encoding, errors) = (encoding_of(heap, encoding)?, errors_of(heap, errors)?);
    let mut decoder = Decoder { heap, bytes, encoding, errors, text: String::with_capacity(bytes.len()) };
    match encoding {
        Encoding::Utf8 => decoder.utf8()?,
        Encoding::Ascii => decoder.ascii()?,
        Encoding::Latin1 => decoder.text.extend(bytes.iter().map(|byte| char::from(*byte))),
        Encoding::Utf16 { little, marked } => decoder.utf16(little, marked)?,
        Encoding::Utf32 { little, marked } => decoder.utf32(little, marked)?,
    }
    Ok(decoder.text)
}

struct Decoder<'a> {
    heap: &'a mut Heap,
    bytes: &'a [u8],
    encoding: Encoding,
    errors: Errors,
    text: String,
}

impl Decoder<'_> {
    /// These bytes are no text.
    fn wrong(&mut self, start: usize, end: usize, reason: &str) -> Result<()> {
        match self.errors {
            Errors::Ignore => {}
            Errors::Replace => self.text.push('\u{fffd}'),
            Errors::Escape => {
                let escaped = self.bytes[start..end].iter().map(|byte| format!("\\x{byte:02x}"));
                self.text.extend(escaped);
            }
            Errors::Reference => {
                let kind = "don't know how to handle UnicodeDecodeError in error callback";
                return Err(error::type_error(kind));
            }
            Errors::Strict => {
                let object = self.heap.new_bytes(self.bytes);
                let kind = ExceptionKind::UnicodeDecodeError;
                return Err(failure(self.heap, kind, self.encoding, object, (start, end), reason));
            }
        }
        Ok(())
    }

    fn utf8(&mut self) -> Result<()> {
        let (bytes, mut from) = (self.bytes, 0);
        while let Err(problem) = std::str::from_utf8(&bytes[from..]) {
            let start = from + problem.valid_up_to();
            self.text.push_str(&String::from_utf8_lossy(&bytes[from..start]));
            let end = problem.error_len().map_or(bytes.len(), |length| start + length);
            let reason = match problem.error_len() {
                None => "unexpected end of data",
                Some(_) if matches!(bytes[start], 0xc2..=0xf4) => "invalid continuation byte",
                Some(_) => "invalid start byte",
            };
            self.wrong(start, end, reason)?;
            from = end;
        }
        self.text.push_str(&String::from_utf8_lossy(&bytes[from..]));
        Ok(())
    }

    fn ascii(&mut self) -> Result<()> {
        for (at, byte) in self.bytes.iter().enumerate() {
            match byte.is_ascii() {
                true => self.text.push(char::from(*byte)),
                false => self.wrong(at, at + 1, "ordinal not in range(128)")?,
            }
        }
        Ok(())
    }

    fn utf16(&mut self, little: bool, marked: bool) -> Result<()> {
        let (bytes, mut little) = (self.bytes, little);
        let mut from = 0;
        if marked && bytes.len() >= 2 && matches!(bytes[..2], [0xff, 0xfe] | [0xfe, 0xff]) {
            little = bytes[0] == 0xff;
            from = 2;
        }
        let unit = |pair: &[u8]| if little { [pair[0], pair[1]] } else { [pair[1], pair[0]] };
        let units = bytes[from..].chunks_exact(2).map(|pair| u16::from_le_bytes(unit(pair)));
        let mut at = from;
        for decoded in char::decode_utf16(units) {
            match decoded {
                Ok(c) => {
                    self.text.push(c);
                    at += c.len_utf16() * 2;
                }
                Err(_) => {
                    self.wrong(at, at + 2, "illegal encoding")?;
                    at += 2;
                }
            }
        }
        if (bytes.len() - from) % 2 == 1 {
            self.wrong(bytes.len() - 1, bytes.len(), "truncated data")?;
        }
        Ok(())
    }

    fn utf32(&mut self, little: bool, marked: bool) -> Result<()> {
        let (bytes, mut little, mut from) = (self.bytes, little, 0);
        if marked && bytes.len() >= 4 && matches!(bytes[..4], [0xff, 0xfe, 0, 0] | [0, 0, 0xfe, 0xff]) {
            little = bytes[0] == 0xff;
            from = 4;
        }
        for (number, four) in bytes[from..].chunks(4).enumerate() {
            let at = from + number * 4;
            let Ok(four) = <[u8; 4]>::try_from(four) else {
                return self.wrong(at, bytes.len(), "truncated data");
            };
            let code = if little { u32::from_le_bytes(four) } else { u32::from_be_bytes(four) };
            match char::from_u32(code) {
                Some(c) => self.text.push(c),
                None => self.wrong(at, at + 4, "code point not in range(0x110000)")?,
            }
        }
        Ok(())
    }
}

/// What UnicodeEncodeError and UnicodeDecodeError say of their five arguments; None where these are others.
pub fn failure_text(heap: &Heap, args: &[Value], is_encoding: bool) -> Option<String> {
    let [name, object, Value::Int(start), Value::Int(end), reason] = args else { return None };
    let (name, reason) = (&heap.as_str(*name)?.text, &heap.as_str(*reason)?.text);
    let one = (end - start == 1).then(|| usize::try_from(*start).ok()).flatten();
    let single = match (one, is_encoding) {
        (Some(at), true) => heap.as_str(*object)?.text.chars().nth(at).map(|c| {
            let code = u32::from(c);
            match code {
                0..0x100 => format!("character '\\x{code:02x}'"),
                0x100..0x1_0000 => format!("character '\\u{code:04x}'"),
                _ => format!("character '\\U{code:08x}'"),
            }
        }),
        (Some(at), false) => heap.as_bytes(*object)?.get(at).map(|byte| format!("byte 0x{byte:02x}")),
        (None, _) => None,
    };
    let verb = if is_encoding { "encode" } else { "decode" };
    Some(match single {
        Some(what) => format!("'{name}' codec can't {verb} {what} in position {start}: {reason}"),
        None => {
            let what = if is_encoding { "characters" } else { "bytes" };
            format!("'{name}' codec can't {verb} {what} in position {start}-{}: {reason}", end - 1)
        }
    })
}
