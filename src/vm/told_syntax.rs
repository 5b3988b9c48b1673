//! Where in a text a SyntaxError is, as CPython shows it above the exception's last line. Knows no compiler.

use super::exception::Exception;
use super::heap::Heap;
use super::repr::str_of;
use super::value::Value;

/// What a SyntaxError tells under this name; None where it is no such name. Borrowed.
pub fn attribute(heap: &Heap, exception: &Exception, name: &str) -> Option<Value> {
    const PLACE: [&str; 6] = ["filename", "lineno", "offset", "text", "end_lineno", "end_offset"];
    let args = heap.as_tuple(exception.args).unwrap_or_default();
    let found = match PLACE.iter().position(|field| *field == name) {
        Some(at) => args.get(1).and_then(|place| heap.as_tuple(*place)?.get(at)).copied(),
        None if name == "msg" => args.first().copied(),
        None if name == "print_file_and_line" => None,
        None => return None,
    };
    Some(found.unwrap_or(Value::None))
}

/// The lines that show the place, and the message without it; None where the exception tells of no place.
pub fn told(heap: &Heap, exception: &Exception) -> Option<(String, String)> {
    let [message, place] = heap.as_tuple(exception.args)? else { return None };
    let [file, Value::Int(line), Value::Int(column), text, ends @ ..] = heap.as_tuple(*place)? else { return None };
    let text = heap.as_str(*text)?.text.to_string();
    let end = match ends {
        [Value::Int(end_line), Value::Int(end)] if end_line == line => *end,
        [Value::Int(_), Value::Int(_)] => text.trim_end().chars().count() as i64 + 1,
        _ => 0,
    };
    let head = format!("  File \"{}\", line {line}\n", str_of(heap, *file).ok()?);
    Some((head + &pointed(&text, *column, end), str_of(heap, *message).ok()?))
}

/// The line without its indentation, and below it carets from one column to before another, both from 1.
fn pointed(text: &str, column: i64, end: i64) -> String {
    let line = text.trim_end_matches('\n').trim_start_matches([' ', '\n', '\x0c']);
    if line.is_empty() {
        return String::new();
    }
    let indent = (text.trim_end_matches('\n').chars().count() - line.chars().count()) as i64;
    let (from, to) = (column - 1 - indent, end.max(column + 1) - 1 - indent);
    let mut shown = format!("    {line}\n");
    if let (Ok(from), Ok(length)) = (usize::try_from(from), usize::try_from(to - from)) {
        let space = line.chars().map(|c| if c.is_whitespace() { c } else { ' ' }).chain(std::iter::repeat(' '));
        shown = format!("{shown}    {}{}\n", space.take(from).collect::<String>(), "^".repeat(length));
    }
    shown
}
