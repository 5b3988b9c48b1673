//! Days of the calendar, and moments of `datetime` as microseconds since the year 1 began and back. What is out of range, or
//! nothing plain, is left to the library's text: then a function gives None.

use crate::vm::arguments::Arguments;
use crate::vm::class::Instance;
use crate::vm::construct;
use crate::vm::error::Result;
use crate::vm::heap::Heap;
use crate::vm::noted::Note;
use crate::vm::own;
use crate::vm::value::{Object, Value};

const SECOND: i64 = 1_000_000;
const DAY: i64 = 86_400 * SECOND;
/// The number of 9999-12-31; 0001-01-01 has 1.
const LAST_DAY: i64 = 3_652_059;

/// A moment's attributes that are numbers, in their order.
const PARTS: [&str; 7] = ["_year", "_month", "_day", "_hour", "_minute", "_second", "_microsecond"];
const DELTA: [&str; 3] = ["_days", "_seconds", "_microseconds"];

fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

fn days_in_month(year: i64, month: i64) -> i64 {
    match month {
        2 => 28 + i64::from(is_leap(year)),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn day_of(year: i64, month: i64, day: i64) -> i64 {
    let before = year - 1;
    let months: i64 = (1..month).map(|month| days_in_month(year, month)).sum();
    before * 365 + before / 4 - before / 100 + before / 400 + months + day
}

fn date_of_day(number: i64) -> (i64, i64, i64) {
    let mut year = (number * 400 - 1) / 146_097 + 1;
    while day_of(year, 1, 1) > number {
        year -= 1;
    }
    while day_of(year + 1, 1, 1) <= number {
        year += 1;
    }
    let (mut month, mut day) = (1, number - day_of(year, 1, 1) + 1);
    while day > days_in_month(year, month) {
        day -= days_in_month(year, month);
        month += 1;
    }
    (year, month, day)
}

fn number(value: Value) -> Option<i64> {
    match value {
        Value::Int(number) => Some(number),
        Value::Bool(holds) => Some(holds.get().into()),
        _ => None,
    }
}

/// The attributes of these names, all numbers.
fn numbers<const COUNT: usize>(heap: &Heap, value: Value, names: [&str; COUNT]) -> Option<[i64; COUNT]> {
    let attributes = &heap.as_instance(value)?.attributes;
    let mut all = [0; COUNT];
    for (place, name) in all.iter_mut().zip(names) {
        *place = number(own::get_named(heap, attributes, name)?)?;
    }
    Some(all)
}

fn given<const COUNT: usize>(values: &[Value]) -> Option<[i64; COUNT]> {
    let mut all = [0; COUNT];
    for (place, value) in all.iter_mut().zip(values) {
        *place = number(*value)?;
    }
    Some(all)
}

fn int_or_none(number: Option<i64>) -> Result<Value> {
    Ok(number.map_or(Value::None, Value::Int))
}

/// Year, month and day, which are valid: the day's number.
pub fn day_number(_: &mut Heap, arguments: Arguments) -> Result<Value> {
    let date = given::<3>(arguments.only(3, 3)?);
    int_or_none(date.filter(|date| (1..=12).contains(&date[1])).map(|[year, month, day]| day_of(year, month, day)))
}

/// The day's number: year, month and day.
pub fn date_of(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let Some([day]) = given::<1>(arguments.only(1, 1)?) else { return Ok(Value::None) };
    let (year, month, day) = date_of_day(day);
    Ok(heap.take_tuple([year, month, day].map(Value::Int)))
}

/// A moment's microseconds of wall time since the year 1 began.
pub fn wall(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    int_or_none(wall_of(heap, arguments.only(1, 1)?[0]))
}

fn wall_of(heap: &Heap, value: Value) -> Option<i64> {
    let [year, month, day, hour, minute, second, micros] = numbers(heap, value, PARTS)?;
    Some((day_of(year, month, day) - 1) * DAY + ((hour * 60 + minute) * 60 + second) * SECOND + micros)
}

/// How far one moment is after another, in microseconds; None unless both have no zone.
pub fn between(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let [one, other] = *arguments.only(2, 2)? else { return Ok(Value::None) };
    let walls = (naive_wall(heap, one), naive_wall(heap, other));
    int_or_none(if let (Some(one), Some(other)) = walls { Some(one - other) } else { None })
}

fn naive_wall(heap: &Heap, value: Value) -> Option<i64> {
    match own::get_named(heap, &heap.as_instance(value)?.attributes, "_tzinfo")? {
        Value::None => wall_of(heap, value),
        _ => None,
    }
}

/// A span's microseconds; None where they are too many.
pub fn micros(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let parts = numbers(heap, arguments.only(1, 1)?[0], DELTA);
    int_or_none(
        parts.and_then(|[days, seconds, micros]| {
            days.checked_mul(DAY)?.checked_add(seconds * SECOND)?.checked_add(micros)
        }),
    )
}

/// A new instance with these attributes. Owned; takes the values.
fn instance(heap: &mut Heap, class: Value, attributes: Vec<(&str, Value)>) -> Value {
    if heap.collection_is_due() {
        heap.collect();
    }
    heap.note(Note::Instance);
    let attributes = attributes.into_iter().map(|(name, value)| (heap.symbols.of(name), value)).collect();
    heap.keep(class);
    let instance = Instance { class, base: Value::Unbound, is_finalized: false, attributes };
    let made = heap.take_object(Object::Instance(Box::new(instance)));
    construct::note_finalizable(heap, class, made);
    made
}

fn moment(heap: &mut Heap, class: Value, parts: [i64; 7], zone: Value, fold: Value) -> Value {
    let mut attributes: Vec<_> = PARTS.into_iter().zip(parts.map(Value::Int)).collect();
    attributes.extend([("_tzinfo", heap.keep(zone)), ("_fold", heap.keep(fold))]);
    instance(heap, class, attributes)
}

/// A class, microseconds of wall time, a zone and a fold: the moment.
pub fn make(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let [class, micros, zone, fold] = *arguments.only(4, 4)? else { return Ok(Value::None) };
    let Some(micros) = number(micros) else { return Ok(Value::None) };
    let (day, rest) = (micros.div_euclid(DAY) + 1, micros.rem_euclid(DAY));
    if !(1..=LAST_DAY).contains(&day) {
        return Ok(Value::None);
    }
    let (year, month, day) = date_of_day(day);
    let (minutes, second) = (rest / SECOND / 60, rest / SECOND % 60);
    Ok(moment(heap, class, [year, month, day, minutes / 60, minutes % 60, second, rest % SECOND], zone, fold))
}

/// A class, the seven parts of a moment, a zone that is checked, a fold: the moment, if all is in range.
pub fn of_parts(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let all = arguments.only(10, 10)?;
    let Some(parts) = given::<7>(&all[1..8]) else { return Ok(Value::None) };
    let [year, month, day, hour, minute, second, micros] = parts;
    let is_date = (1..=9999).contains(&year) && (1..=12).contains(&month);
    let is_time = (0..24).contains(&hour) && (0..60).contains(&minute) && (0..60).contains(&second);
    let fits = is_date && (1..=days_in_month(year, month)).contains(&day) && is_time && (0..SECOND).contains(&micros);
    if !fits || !matches!(all[9], Value::Int(0 | 1)) {
        return Ok(Value::None);
    }
    Ok(moment(heap, all[0], parts, all[8], all[9]))
}

/// A class and microseconds: the span.
pub fn span(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let [class, micros] = *arguments.only(2, 2)? else { return Ok(Value::None) };
    let Some(micros) = number(micros) else { return Ok(Value::None) };
    let (days, rest) = (micros.div_euclid(DAY), micros.rem_euclid(DAY));
    let parts = [days, rest / SECOND, rest % SECOND].map(Value::Int);
    Ok(instance(heap, class, DELTA.into_iter().zip(parts).collect()))
}

/// The seven parts of a text as `2024-03-01T12:30:15.250000`, whose end may be missing from the seconds on.
pub fn parts_of_text(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let text = heap.as_plain_str(arguments.only(1, 1)?[0]).map(|text| text.text.clone());
    let Some(parts) = text.and_then(|text| read(text.as_bytes())) else { return Ok(Value::None) };
    heap.note(Note::Conversion);
    Ok(heap.take_tuple(parts.map(Value::Int)))
}

fn read(text: &[u8]) -> Option<[i64; 7]> {
    const FORM: &[u8] = b"0000-00-00T00:00:00.000000";
    if !matches!(text.len(), 16 | 19 | 26) {
        return None;
    }
    let (mut parts, mut part) = ([0; 7], 0);
    for (at, (byte, form)) in text.iter().zip(FORM).enumerate() {
        match form {
            b'0' if byte.is_ascii_digit() => parts[part] = parts[part] * 10 + i64::from(byte - b'0'),
            b'T' if byte.is_ascii() => part += 1,
            form if *form != b'0' && byte == form && at > 0 => part += 1,
            _ => return None,
        }
    }
    Some(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_has_its_number() {
        assert_eq!((day_of(1, 1, 1), day_of(1970, 1, 1), day_of(9999, 12, 31)), (1, 719_163, LAST_DAY));
        for number in (1..=LAST_DAY).step_by(97).chain([LAST_DAY, 59, 60, 146_097, 146_098]) {
            let (year, month, day) = date_of_day(number);
            assert_eq!(day_of(year, month, day), number);
        }
    }

    #[test]
    fn texts_of_one_form_are_read() {
        assert_eq!(read(b"2024-03-01T12:30:15.000250"), Some([2024, 3, 1, 12, 30, 15, 250]));
        assert_eq!(read(b"2024-03-01 12:30"), Some([2024, 3, 1, 12, 30, 0, 0]));
        for text in ["2024-03-01T12.30", "2024-03-01T12:30:1x", "2024-3-01T12:30:15", "2024-03-01T12:30+01:00"] {
            assert_eq!(read(text.as_bytes()), None, "{text}");
        }
    }
}
