//! The format mini-language: `format(value, spec)`, f-strings, `str.format`.

use super::arguments::Arguments;
use super::complex::{self, Complex};
use super::error::{self, Result};
use super::float;
use super::heap::Heap;
use super::kind::type_name;
use super::noted::Note;
use super::numeric::Number;
use super::repr::{decimal, repr, str_of};
use super::sequence::MAX_TEXT;
use super::value::Value;
use num_bigint::BigInt;
use num_traits::Signed;

/// `[[fill]align][sign][#][0][width][,][.precision][type]`
#[derive(Clone, Debug, Default)]
pub struct Spec {
    pub fill: Option<char>,
    pub align: Option<char>,
    pub sign: Option<char>,
    /// `z`: no minus before a zero.
    pub no_negative_zero: bool,
    pub alternate: bool,
    pub zero: bool,
    pub width: usize,
    pub grouping: Option<char>,
    pub precision: Option<usize>,
    pub kind: Option<char>,
}

impl Spec {
    pub fn parse(text: &str) -> Option<Spec> {
        let chars: Vec<char> = text.chars().collect();
        let mut spec = Spec::default();
        let mut at = 0;
        let is_align = |c: Option<&char>| c.is_some_and(|c| "<>=^".contains(*c));
        if is_align(chars.get(1)) {
            (spec.fill, spec.align, at) = (Some(chars[0]), Some(chars[1]), 2);
        } else if is_align(chars.first()) {
            (spec.align, at) = (Some(chars[0]), 1);
        }
        let take = |at: &mut usize, wanted: &str| {
            let found = chars.get(*at).copied().filter(|c| wanted.contains(*c));
            *at += usize::from(found.is_some());
            found
        };
        spec.sign = take(&mut at, "+- ");
        spec.no_negative_zero = take(&mut at, "z").is_some();
        spec.alternate = take(&mut at, "#").is_some();
        spec.zero = take(&mut at, "0").is_some();
        spec.width = number(&chars, &mut at)?.unwrap_or(0);
        let take = |at: &mut usize, wanted: &str| {
            let found = chars.get(*at).copied().filter(|c| wanted.contains(*c));
            *at += usize::from(found.is_some());
            found
        };
        spec.grouping = take(&mut at, ",_");
        if take(&mut at, ".").is_some() {
            spec.precision = Some(number(&chars, &mut at)??);
        }
        spec.kind = chars.get(at).copied();
        (at + usize::from(spec.kind.is_some()) == chars.len()).then_some(spec)
    }

    /// Sign and digits, filled up to the width.
    fn filled(&self, sign: &str, body: &str, default_align: char) -> Result<String> {
        if self.width > MAX_TEXT {
            return Err(error::value_error("Too many decimal digits in format string"));
        }
        let length = sign.chars().count() + body.chars().count();
        let missing = self.width.saturating_sub(length);
        let (align, fill) = match (self.align, self.fill) {
            (Some(align), fill) => (align, fill.unwrap_or(if self.zero { '0' } else { ' ' })),
            (None, _) if self.zero && default_align == '>' => ('=', '0'),
            (None, _) => (default_align, if self.zero { '0' } else { ' ' }),
        };
        let fill = |count: usize| fill.to_string().repeat(count);
        Ok(match align {
            '<' => format!("{sign}{body}{}", fill(missing)),
            '^' => format!("{}{sign}{body}{}", fill(missing / 2), fill(missing - missing / 2)),
            '=' => format!("{sign}{}{body}", fill(missing)),
            _ => format!("{}{sign}{body}", fill(missing)),
        })
    }

    fn sign(&self, is_negative: bool) -> &'static str {
        match (is_negative, self.sign) {
            (true, _) => "-",
            (false, Some('+')) => "+",
            (false, Some(' ')) => " ",
            _ => "",
        }
    }
}

/// Digits, if there are any; the outer None where they are absurd.
fn number(chars: &[char], at: &mut usize) -> Option<Option<usize>> {
    let digits: String = chars[*at..].iter().take_while(|c| c.is_ascii_digit()).collect();
    *at += digits.len();
    if digits.is_empty() { Some(None) } else { digits.parse().ok().filter(|n| *n < 1 << 31).map(Some) }
}

/// `format(value, spec)` for built-in values.
pub fn formatted(heap: &Heap, value: Value, spec: &str) -> Result<String> {
    if super::build::has_own_format(heap, value) {
        return Err(error::needs_python());
    }
    if spec.is_empty() {
        return str_of(heap, value);
    }
    let kind = type_name(heap, value);
    let invalid = || error::value_error(format!("Invalid format specifier '{spec}' for object of type '{kind}'"));
    let parsed = || Spec::parse(spec).ok_or_else(invalid);
    if let Some(text) = heap.as_str(value) {
        return text_formatted(&text.text, &parsed()?);
    }
    match Number::of(heap, value) {
        Some(number) => {
            let spec = parsed()?;
            if let (Some(grouping), Some(code)) = (spec.grouping, spec.kind)
                && !"deEfFgG%".contains(code)
                && !(grouping == '_' && "boxX".contains(code))
            {
                return Err(error::value_error(format!("Cannot specify '{grouping}' with '{code}'.")));
            }
            number_formatted(number, &spec, kind)
        }
        None if super::arith::is_own(heap, value) && heap.as_instance(value).is_none() => Err(error::needs_python()),
        None if let Some(number) = complex::of(heap, value) => complex_formatted(number, &parsed()?),
        None if super::arith::is_own(heap, value) => Err(error::needs_python()),
        None => Err(error::type_error(format!("unsupported format string passed to {kind}.__format__"))),
    }
}

#[cold]
fn unknown_code(code: char, kind: &str) -> Box<error::Raise> {
    error::value_error(format!("Unknown format code '{code}' for object of type '{kind}'"))
}

fn refuse_coercion(spec: &Spec, kind: &str) -> Result<()> {
    match spec.no_negative_zero {
        true => Err(error::value_error(format!("Negative zero coercion (z) not allowed in {kind} format specifier"))),
        false => Ok(()),
    }
}

fn text_formatted(text: &str, spec: &Spec) -> Result<String> {
    if let Some(code) = spec.kind.filter(|kind| *kind != 's') {
        return Err(unknown_code(code, "str"));
    }
    if spec.sign.is_some() {
        return Err(error::value_error("Sign not allowed in string format specifier"));
    }
    if spec.align == Some('=') {
        return Err(error::value_error("'=' alignment not allowed in string format specifier"));
    }
    refuse_coercion(spec, "string")?;
    if let Some(grouping) = spec.grouping {
        return Err(error::value_error(format!("Cannot specify '{grouping}' with 's'.")));
    }
    let cut: String = text.chars().take(spec.precision.unwrap_or(usize::MAX)).collect();
    spec.filled("", &cut, '<')
}

pub fn number_formatted(number: Number, spec: &Spec, kind: &str) -> Result<String> {
    match (number, spec.kind) {
        (Number::Float(number), code) => float_formatted(number, spec, code),
        (number, Some(code @ ('e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%'))) => {
            float_formatted(number.to_float()?, spec, Some(code))
        }
        (number, code) => {
            let number = number.to_big().unwrap_or_default().into_owned();
            integer_formatted(&number, spec, code.unwrap_or('d'), kind)
        }
    }
}

fn integer_formatted(number: &BigInt, spec: &Spec, code: char, kind: &str) -> Result<String> {
    if spec.precision.is_some() {
        return Err(error::value_error("Precision not allowed in integer format specifier"));
    }
    if "bcdnoxX".contains(code) {
        refuse_coercion(spec, "integer")?;
    }
    let (radix, prefix) = match code {
        'd' | 'n' => (10, ""),
        'b' => (2, "0b"),
        'o' => (8, "0o"),
        'x' => (16, "0x"),
        'X' => (16, "0X"),
        'c' => {
            let c = num_traits::ToPrimitive::to_u32(number).and_then(char::from_u32);
            let c = c.ok_or_else(|| error::overflow_error("%c arg not in range(0x110000)"))?;
            return spec.filled("", &c.to_string(), '<');
        }
        other => return Err(unknown_code(other, kind)),
    };
    let digits = if radix == 10 { decimal(&number.abs())? } else { number.abs().to_str_radix(radix) };
    let digits = if code == 'X' { digits.to_uppercase() } else { digits };
    let sign = spec.sign(number.is_negative()).to_owned() + if spec.alternate { prefix } else { "" };
    let group = if radix == 10 { 3 } else { 4 };
    number_filled(spec, &sign, &digits, "", group)
}

/// Digits grouped and filled; zeros that fill are grouped too.
fn number_filled(spec: &Spec, sign: &str, digits: &str, rest: &str, group: usize) -> Result<String> {
    let Some(grouping) = spec.grouping else {
        return spec.filled(sign, &format!("{digits}{rest}"), '>');
    };
    let mut digits = digits.to_owned();
    if spec.zero && spec.align.is_none() && spec.width <= MAX_TEXT {
        let room = spec.width.saturating_sub(sign.chars().count() + rest.chars().count());
        while grouped(&digits, grouping, group).len() < room {
            digits.insert(0, '0');
        }
    }
    spec.filled(sign, &format!("{}{rest}", grouped(&digits, grouping, group)), '>')
}

fn grouped(digits: &str, grouping: char, group: usize) -> String {
    let mut result = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(group) {
            result.push(grouping);
        }
        result.push(digit);
    }
    result
}

fn float_formatted(number: f64, spec: &Spec, code: Option<char>) -> Result<String> {
    let precision = spec.precision.unwrap_or(6);
    if precision > 10_000 {
        return Err(error::value_error("precision too big"));
    }
    let (size, is_negative) = (number.abs(), number.is_sign_negative() && !number.is_nan());
    let body = match code {
        _ if !number.is_finite() => float::text(size),
        Some('f' | 'F') => format!("{size:.precision$}"),
        Some('%') => format!("{:.precision$}%", size * 100.0),
        Some('e' | 'E') => exponential(size, precision),
        Some('g' | 'G' | 'n') => general(size, precision, spec.alternate, 1),
        None if spec.precision.is_some() => general(size, precision, spec.alternate, 2),
        None => float::text(size),
        Some(other) => return Err(unknown_code(other, "float")),
    };
    let body = if spec.alternate && number.is_finite() { pointed(body) } else { body };
    let body = if matches!(code, Some('E' | 'G' | 'F')) { body.to_uppercase() } else { body };
    let is_zero = spec.no_negative_zero && !body.contains(|c: char| ('1'..='9').contains(&c)) && number.is_finite();
    let is_negative = is_negative && !is_zero;
    let whole = body.find(|c: char| !c.is_ascii_digit()).unwrap_or(body.len());
    number_filled(spec, spec.sign(is_negative), &body[..whole], &body[whole..], 3)
}

/// With a point behind the digits, where there is none.
fn pointed(mut body: String) -> String {
    if !body.contains('.') {
        let end = body.find(|c: char| !c.is_ascii_digit()).unwrap_or(body.len());
        body.insert(end, '.');
    }
    body
}

/// Each part like a float; without a letter as `repr` has it.
fn complex_formatted(number: Complex, spec: &Spec) -> Result<String> {
    let refused = |what: &str| error::value_error(format!("{what} not allowed in complex format specifier"));
    if spec.zero {
        return Err(refused("Zero padding is"));
    }
    if spec.align == Some('=') {
        return Err(refused("'=' alignment flag is"));
    }
    if let Some(code) = spec.kind.filter(|code| !"eEfFgGn".contains(*code)) {
        return Err(unknown_code(code, "complex"));
    }
    let code = spec.kind.or(spec.precision.map(|_| 'g'));
    let bare = Spec { width: 0, fill: None, align: None, ..spec.clone() };
    let text = complex::joined(number, spec.kind.is_none(), |part, is_second| {
        let own = if is_second { Spec { sign: Some('+'), ..bare.clone() } } else { bare.clone() };
        let text = float_formatted(part, &own, code)?;
        Ok(if code.is_none() { text.strip_suffix(".0").map(str::to_owned).unwrap_or(text) } else { text })
    })?;
    spec.filled("", &text, '>')
}

/// Digits with an exponent of at least two digits.
pub fn exponential(size: f64, precision: usize) -> String {
    let text = format!("{size:.precision$e}");
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    format!("{mantissa}e{}{:02}", if exponent < 0 { '-' } else { '+' }, exponent.abs())
}

/// As short as it goes with this many significant digits; `least` is 2 where one digit follows the point at least.
fn general(size: f64, precision: usize, alternate: bool, least: usize) -> String {
    let precision = precision.max(1);
    let scientific = exponential(size, precision - 1);
    let exponent: i32 = scientific.split_once('e').and_then(|(_, exponent)| exponent.parse().ok()).unwrap_or(0);
    let limit = if least == 2 { precision as i32 - 1 } else { precision as i32 };
    let trimmed = |text: &str| match alternate || !text.contains('.') {
        true => text.to_owned(),
        false => text.trim_end_matches('0').trim_end_matches('.').to_owned(),
    };
    if exponent < -4 || exponent >= limit.max(if least == 2 { 1 } else { 0 }) {
        let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "+00"));
        return format!("{}e{exponent}", trimmed(mantissa));
    }
    let decimals = usize::try_from(precision as i32 - 1 - exponent).unwrap_or(0);
    let text = trimmed(&format!("{size:.decimals$}"));
    if least == 2 && !text.contains('.') { text + ".0" } else { text }
}

/// `format(value, spec)`
pub fn builtin(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(1, 2)?;
    let spec = match given.get(1) {
        None => String::new(),
        Some(spec) => match heap.as_str(*spec) {
            Some(spec) => spec.text.to_string(),
            None => {
                let kind = type_name(heap, *spec);
                return Err(error::type_error(format!("format() argument 2 must be str, not {kind}")));
            }
        },
    };
    let text = formatted(heap, given[0], &spec)?;
    Ok(heap.new_str(text))
}

/// `text.format(…)`
pub fn str_format(heap: &mut Heap, receiver: Value, arguments: Arguments) -> Result<Value> {
    let template = heap.as_str(receiver).map(|text| text.text.to_string()).unwrap_or_default();
    let mut fields = Fields { heap, arguments, next: 0, by_hand: None };
    let text = fields.fill(&template, 0)?;
    Ok(heap.new_str(text))
}

struct Fields<'a> {
    heap: &'a mut Heap,
    arguments: Arguments<'a>,
    /// Number of the next field without a name.
    next: usize,
    /// Whether the fields say their numbers; None before the first.
    by_hand: Option<bool>,
}

impl Fields<'_> {
    fn fill(&mut self, template: &str, depth: usize) -> Result<String> {
        let mut result = String::new();
        let mut rest = template;
        while let Some(at) = rest.find(['{', '}']) {
            result.push_str(&rest[..at]);
            let (brace, after) = rest[at..].split_at(1);
            if after.starts_with(brace) {
                result.push_str(brace);
                rest = &after[1..];
                continue;
            }
            if brace == "}" {
                return Err(error::value_error("Single '}' encountered in format string"));
            }
            let end = field_end(after).ok_or_else(|| match after.is_empty() {
                true => error::value_error("Single '{' encountered in format string"),
                false => error::value_error("expected '}' before end of string"),
            })?;
            result.push_str(&self.field(&after[..end], depth)?);
            rest = &after[end + 1..];
        }
        Ok(result + rest)
    }

    fn field(&mut self, field: &str, depth: usize) -> Result<String> {
        if depth > 1 {
            return Err(error::value_error("Max string recursion exceeded"));
        }
        let (name, spec) = field.split_once(':').unwrap_or((field, ""));
        let (name, conversion) = match name.split_once('!') {
            Some((name, conversion)) => (name, Some(conversion)),
            None => (name, None),
        };
        let value = self.value(name)?;
        self.heap.note_many(Note::Conversion, if spec.is_empty() { 1 } else { 3 });
        let spec = if spec.contains('{') { self.fill(spec, depth + 1)? } else { spec.to_owned() };
        match conversion {
            None => formatted(self.heap, value, &spec),
            Some(conversion) => {
                let text = match conversion {
                    "r" => repr(self.heap, value)?,
                    "s" => str_of(self.heap, value)?,
                    "a" => super::build::ascii(&repr(self.heap, value)?),
                    _ => return Err(error::value_error("Unknown conversion specifier")),
                };
                text_formatted(&text, &Spec::parse(&spec).unwrap_or_default())
            }
        }
    }

    fn value(&mut self, name: &str) -> Result<Value> {
        if name.contains(['.', '[']) {
            return Err(error::needs_python());
        }
        let at = match name {
            "" => {
                self.next += 1;
                Ok(self.next - 1)
            }
            _ => name.parse::<usize>().map_err(|_| ()),
        };
        let by_hand = !name.is_empty();
        if at.is_ok() && *self.by_hand.get_or_insert(by_hand) != by_hand {
            let [from, to] = ["manual field specification", "automatic field numbering"];
            let (from, to) = if by_hand { (to, from) } else { (from, to) };
            return Err(error::value_error(format!("cannot switch from {from} to {to}")));
        }
        match at {
            Ok(at) => self.arguments.positional.get(at).copied().ok_or_else(|| {
                error::index_error(format!("Replacement index {at} out of range for positional args tuple"))
            }),
            Err(()) => {
                let found = self.arguments.keywords.iter().find(|(keyword, _)| keyword == name);
                found.map(|(_, value)| *value).ok_or_else(|| error::key_error(format!("'{name}'")))
            }
        }
    }
}

/// Where a field ends; braces inside it belong to it.
fn field_end(text: &str) -> Option<usize> {
    let mut depth = 0;
    for (at, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => return Some(at),
            '}' => depth -= 1,
            _ => {}
        }
    }
    None
}
