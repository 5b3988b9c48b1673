//! Fast ways for texts: joined, and made of small integers.

use crate::vm::heap::Heap;
use crate::vm::noted::Note;
use crate::vm::sequence::MAX_TEXT;
use crate::vm::value::{Object, Ref, Text, Value};

/// `variable += more`, with the variable's text on the stack too, where these are its only owners: it grows in its place.
/// Says whether that was so; the values on the stack are released then.
#[inline(never)]
pub fn add_into(heap: &mut Heap, text: Value, more: Value, variable: Value) -> bool {
    let (Value::Obj(text), Value::Obj(more), Value::Obj(variable)) = (text, more, variable) else { return false };
    if text != variable || !heap.append_text(text, more, 2) {
        return false;
    }
    heap.note(Note::Made);
    heap.drop_object(more);
    heap.drop_object(text);
    true
}

/// The text of both, owned. A left one that `is_taken` is released, and grows in its place where nobody else owns it.
#[inline(never)]
pub fn add(heap: &mut Heap, left: Value, right: Value, is_taken: bool) -> Option<Value> {
    let (Value::Obj(at), Value::Obj(more)) = (left, right) else { return None };
    if is_taken && heap.append_text(at, more, 1) {
        heap.note(Note::Made);
        return Some(left);
    }
    let (Object::Str(one), Object::Str(other)) = (heap.get(at), heap.get(more)) else { return None };
    let joined = joined(one, other)?;
    heap.note(Note::Made);
    if is_taken {
        heap.drop_object(at);
    }
    Some(heap.take_text(joined))
}

/// One text of both; `None` where it would be too long.
fn joined(one: &Text, other: &Text) -> Option<Text> {
    let length = one.text.len() + other.text.len();
    let mut text = String::with_capacity(length);
    text.push_str(&one.text);
    text.push_str(&other.text);
    (length <= MAX_TEXT).then(|| Text { text: text.into_boxed_str(), chars: one.chars + other.chars })
}

/// The concatenation of texts, owned. Borrows them.
#[inline(never)]
pub fn build(heap: &mut Heap, parts: &[Value]) -> Option<Value> {
    let (mut length, mut chars) = (0, 0);
    for part in parts {
        let part = heap.as_plain_str(*part)?;
        (length, chars) = (length + part.text.len(), chars + part.chars);
    }
    if length > MAX_TEXT {
        return None;
    }
    let mut text = String::with_capacity(length);
    parts.iter().filter_map(|part| heap.as_plain_str(*part)).for_each(|part| text.push_str(&part.text));
    Some(heap.take_text(Text { text: text.into_boxed_str(), chars }))
}

/// The text of an integer, or a text as it is; owned.
#[inline(never)]
pub fn of(heap: &mut Heap, value: Value) -> Option<Value> {
    match value {
        Value::Int(number) => {
            heap.note(Note::Conversion);
            let text: Box<str> = std::str::from_utf8(digits(number, &mut [0; 20])).ok()?.into();
            let chars = text.len();
            Some(heap.take_text(Text { text, chars }))
        }
        Value::Obj(at) => matches!(heap.get(at), Object::Str(_)).then(|| heap.keep(value)),
        _ => None,
    }
}

/// The two digits of each number below a hundred.
const PAIRS: [[u8; 2]; 100] = {
    let (mut pairs, mut at) = ([[0; 2]; 100], 0);
    while at < 100 {
        pairs[at] = [b'0' + at as u8 / 10, b'0' + at as u8 % 10];
        at += 1;
    }
    pairs
};

/// The same as one text.
const PAIRS_TEXT: &str = "00010203040506070809101112131415161718192021222324252627282930313233343536373839404142434445464748495\
                          05152535455565758596061626364656667686970717273747576777879808182838485868788899091929394959697989900";

/// How many characters the decimal text has.
#[inline]
pub fn length_of(number: i64) -> usize {
    number.unsigned_abs().checked_ilog10().unwrap_or(0) as usize + 1 + usize::from(number < 0)
}

/// Appends the decimal text.
#[inline]
pub fn push_int(text: &mut String, number: i64) {
    let mut rest = number.unsigned_abs();
    if number < 0 {
        text.push('-');
    }
    let (mut pairs, mut count) = ([0u8; 10], 0);
    while rest >= 100 {
        pairs[count] = (rest % 100) as u8;
        (rest, count) = (rest / 100, count + 1);
    }
    if rest < 10 {
        text.push(char::from(b'0' + rest as u8));
    } else {
        text.push_str(pair(rest as u8));
    }
    for at in (0..count).rev() {
        text.push_str(pair(pairs[at]));
    }
}

#[inline]
fn pair(number: u8) -> &'static str {
    let at = 2 * usize::from(number);
    &PAIRS_TEXT[at..at + 2]
}

/// The decimal digits, which are ASCII, written from the end of the space.
#[inline]
pub fn digits(number: i64, space: &mut [u8; 20]) -> &[u8] {
    let (mut rest, mut at) = (number.unsigned_abs(), space.len());
    while rest >= 10 {
        at -= 2;
        [space[at], space[at + 1]] = PAIRS[(rest % 100) as usize];
        rest /= 100;
    }
    if rest > 0 || at == space.len() {
        at -= 1;
        space[at] = b'0' + rest as u8;
    }
    if number < 0 {
        at -= 1;
        space[at] = b'-';
    }
    &space[at..]
}

impl Heap {
    pub fn take_text(&mut self, text: Text) -> Value {
        self.note_growth(text.text.len());
        self.take_object(Object::Str(text))
    }

    /// Appends one text to another that has just so many owners; says whether it has.
    fn append_text(&mut self, to: Ref, more: Ref, owners: u32) -> bool {
        let (Object::Str(text), Object::Str(added)) = (self.get(to), self.get(more)) else { return false };
        let before = text.text.len();
        let length = before + added.text.len();
        if to == more || length > MAX_TEXT || self.owners_if_not_watched(to) != Some(owners) {
            return false;
        }
        let Some(Object::Str(text)) = self.get_mut(to) else { return false };
        let (mut longer, mut chars) = (std::mem::take(&mut text.text).into_string(), text.chars);
        if let Object::Str(added) = self.get(more) {
            longer.reserve_exact(added.text.len());
            longer.push_str(&added.text);
            chars += added.chars;
        }
        self.count_growth(length - before);
        if let Some(Object::Str(text)) = self.get_mut(to) {
            (text.text, text.chars) = (longer.into_boxed_str(), chars);
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::{digits, length_of, push_int};

    #[test]
    fn integers_are_written_in_decimal_digits() {
        for number in (-1_050..=1_050).chain([10_000, 99_999, 1_234_567_890, i64::MAX, i64::MIN]) {
            assert_eq!(digits(number, &mut [0; 20]), number.to_string().as_bytes());
            let mut text = String::new();
            push_int(&mut text, number);
            assert_eq!((text.as_str(), text.len()), (number.to_string().as_str(), length_of(number)));
        }
    }
}
