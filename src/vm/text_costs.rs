//! What methods of texts and byte strings read and write, character by character, so that it can take its time. What they
//! only move, as the rest of a text that is stripped, is next to nothing. Knows no prices.

use super::arguments::Arguments;
use super::compare;
use super::heap::Heap;
use super::noted::Note;
use super::value::Value;

/// A method of this name has made something of the receiver, a text or byte string.
pub fn note(heap: &mut Heap, method: &str, receiver: Value, arguments: Arguments, made: Value) {
    let characters = characters(heap, method, receiver, arguments, made);
    heap.note_many(Note::Character, characters);
    if reads(method) != Reads::Nothing {
        // A place in the list, and the text, which exists already where it is one character.
        let items = heap.as_items(made).unwrap_or_default();
        let (places, texts) = (items.len(), items.iter().filter(|item| length(heap, **item) > 1).count());
        heap.note_many(Note::Item, places);
        heap.note_many(Note::Entry, texts);
    }
}

/// How a method goes through its text.
#[derive(PartialEq, Eq)]
enum Reads {
    /// It does not look at the characters, or only moves them.
    Nothing,
    /// Until it has found what it looks for.
    Search,
    /// The ends, where something is taken away or added.
    Ends,
    /// Until a character answers with no.
    UntilNo,
    /// Until it has found as many parts as it may; the rest stays as it is.
    Parts,
    /// All of it, but what it writes is only moved.
    All,
    /// All of it, and what is not found is not written.
    Replaced,
    /// All of it, and it writes every character of what it makes.
    Rewritten,
}

fn reads(method: &str) -> Reads {
    match method {
        "append" | "clear" | "copy" | "decode" | "encode" | "endswith" | "extend" | "insert" | "join" | "pop"
        | "remove" | "reverse" | "startswith" => Reads::Nothing,
        "find" | "index" | "rfind" | "rindex" => Reads::Search,
        "strip" | "lstrip" | "rstrip" | "removeprefix" | "removesuffix" | "ljust" | "rjust" | "center" | "zfill" => {
            Reads::Ends
        }
        "split" | "rsplit" | "partition" | "rpartition" => Reads::Parts,
        "count" | "format" | "format_map" => Reads::All,
        "replace" => Reads::Replaced,
        _ if method.starts_with("__") => Reads::Nothing,
        _ if method.starts_with("is") => Reads::UntilNo,
        _ => Reads::Rewritten,
    }
}

fn characters(heap: &Heap, method: &str, receiver: Value, arguments: Arguments, made: Value) -> usize {
    let (all, written) = (length(heap, receiver), length(heap, made));
    match reads(method) {
        Reads::Nothing => 0,
        Reads::Search => searched(heap, method, receiver, arguments, made),
        Reads::Ends => all.abs_diff(written),
        Reads::UntilNo if matches!(made, Value::Bool(holds) if holds.get()) => all,
        Reads::UntilNo => all.min(1),
        Reads::Parts => all - rest(heap, method, arguments, made).min(all),
        Reads::All => all,
        Reads::Replaced if all == written && is_same(heap, receiver, made) => {
            compare::searched(all, arguments.positional.first().map_or(1, |part| length(heap, *part)))
        }
        Reads::Replaced | Reads::Rewritten => all + written,
    }
}

/// What a search has gone past, from where it was to begin to what it found.
fn searched(heap: &Heap, method: &str, receiver: Value, arguments: Arguments, found: Value) -> usize {
    let (all, part) = (length(heap, receiver), arguments.positional.first().map_or(1, |part| length(heap, *part)));
    let start = match arguments.positional.get(1) {
        Some(Value::Int(start)) if *start >= 0 => (*start as usize).min(all),
        _ => 0,
    };
    let past = match found {
        Value::Int(at @ 0..) if method.starts_with('r') => all.saturating_sub(at as usize),
        Value::Int(at @ 0..) => (at as usize).saturating_sub(start) + part,
        _ => all - start,
    };
    compare::searched(past, part)
}

/// How long the part is behind the last cut, or before it where cuts are made from the end.
fn rest(heap: &Heap, method: &str, arguments: Arguments, made: Value) -> usize {
    let is_limited = arguments.positional.len() > 1 || !arguments.keywords.is_empty() || method.ends_with("partition");
    let parts = heap.as_items(made).unwrap_or_default();
    let rest = if method.starts_with('r') { parts.first() } else { parts.last() };
    rest.filter(|_| is_limited).map_or(0, |rest| length(heap, *rest))
}

fn is_same(heap: &Heap, one: Value, other: Value) -> bool {
    match (heap.as_str(one), heap.as_str(other)) {
        (Some(one), Some(other)) => one.text == other.text,
        _ => heap.as_bytes(one) == heap.as_bytes(other),
    }
}

fn length(heap: &Heap, value: Value) -> usize {
    let bytes = || heap.as_bytes(value).map_or(0, <[u8]>::len);
    heap.as_str(value).map_or_else(bytes, |text| text.text.len())
}
