//! The way from the decoded value of a TOML string back to the file that spells it, with quotes and escapes.
//!
//! The value and its spelling are walked together. What is spelt as it is makes one run however long; an escape makes a
//! run of its own. Knows nothing of what the text means.

use super::Span;

/// Runs in order, without gap or overlap in the decoded text.
#[derive(Debug)]
pub struct OffsetMap {
    runs: Vec<Run>,
    /// Where the closing quotes begin.
    end: u32,
}

/// A stretch of the decoded text and its spelling in the file. Where the lengths agree, byte stands for byte.
#[derive(Clone, Copy, Debug)]
struct Run {
    decoded: u32,
    decoded_len: u32,
    file: u32,
    file_len: u32,
}

impl OffsetMap {
    /// `literal` covers the string in `file`, quotes included. Never fails: what does not fit maps to the string's end.
    pub fn new(file: &str, literal: Span, decoded: &str) -> OffsetMap {
        let raw = file.get(literal.start as usize..literal.end as usize).unwrap_or("");
        let body = Body::of(raw);
        let mut map = OffsetMap { runs: Vec::new(), end: literal.start + body.end as u32 };
        let (mut at, mut done) = (body.start, 0);
        while done < decoded.len() && at < body.end {
            let (skip, spelt, len) = body.next_char(raw, at, &decoded[done..]);
            map.push(done, len, literal.start as usize + at + skip, spelt);
            at += skip + spelt;
            done += len;
        }
        map
    }

    /// Appends a character, to the last run where both go on byte for byte.
    fn push(&mut self, decoded: usize, decoded_len: usize, file: usize, file_len: usize) {
        let new = Run {
            decoded: decoded as u32,
            decoded_len: decoded_len as u32,
            file: file as u32,
            file_len: file_len as u32,
        };
        match self.runs.last_mut() {
            Some(last) if last.is_plain() && new.is_plain() && last.file + last.file_len == new.file => {
                last.decoded_len += new.decoded_len;
                last.file_len += new.file_len;
            }
            _ => self.runs.push(new),
        }
    }

    /// A span of the decoded text as a span of the file; an escape is covered whole.
    pub fn in_file(&self, span: Span) -> Span {
        let start = match self.run_at(span.start) {
            Some(run) if run.is_plain() => run.file + (span.start - run.decoded),
            Some(run) => run.file,
            None => self.end,
        };
        if span.end <= span.start {
            return Span { start, end: start };
        }
        // The end belongs to the last byte within the span, not to what follows it behind a line continuation.
        let end = match self.run_at(span.end - 1) {
            Some(run) if run.is_plain() => run.file + (span.end - run.decoded),
            Some(run) => run.file + run.file_len,
            None => self.end,
        };
        Span { start, end: end.max(start) }
    }

    /// The run that holds the decoded text's byte `offset`.
    fn run_at(&self, offset: u32) -> Option<&Run> {
        let index = self.runs.partition_point(|run| run.decoded + run.decoded_len <= offset);
        self.runs.get(index)
    }
}

impl Run {
    fn is_plain(&self) -> bool {
        self.decoded_len == self.file_len
    }
}

/// Where the text within the quotes lies, and whether `\` is special there.
struct Body {
    start: usize,
    end: usize,
    escapes: bool,
}

impl Body {
    fn of(raw: &str) -> Body {
        let quote = if raw.starts_with('"') { '"' } else { '\'' };
        let triple = [quote; 3].iter().collect::<String>();
        let quotes = match raw {
            _ if raw.len() >= 6 && raw.starts_with(&triple) && raw.ends_with(&triple) => 3,
            _ if raw.len() >= 2 && raw.starts_with(quote) && raw.ends_with(quote) => 1,
            _ => 0,
        };
        let end = raw.len() - quotes;
        // A newline right behind three quotes is no part of the value.
        let newline = match &raw[quotes..end] {
            body if quotes == 3 && body.starts_with('\n') => 1,
            body if quotes == 3 && body.starts_with("\r\n") => 2,
            _ => 0,
        };
        Body { start: quotes + newline, end, escapes: quote == '"' }
    }

    /// The spelling of the first character of `decoded`, which is not empty: how many bytes of `raw` from `at` on yield
    /// nothing, how many then spell it, and its own length.
    fn next_char(&self, raw: &str, at: usize, decoded: &str) -> (usize, usize, usize) {
        let rest = &raw[at..self.end];
        let skip = if self.escapes { continuation(rest) } else { 0 };
        let rest = &rest[skip..];
        let len = decoded.chars().next().map_or(0, char::len_utf8);
        let spelt = match rest.as_bytes() {
            [b'\\', kind, ..] if self.escapes => escape_len(*kind).min(rest.len()),
            // Should the parser ever make one newline of the two characters.
            [b'\r', b'\n', ..] if decoded.starts_with('\n') => 2,
            _ => rest.chars().next().map_or(0, char::len_utf8),
        };
        (skip, rest.floor_char_boundary(spelt), len)
    }
}

/// The length of an escape that begins with `\` and `kind`.
fn escape_len(kind: u8) -> usize {
    match kind {
        b'x' => 4,
        b'u' => 6,
        b'U' => 10,
        _ => 2,
    }
}

/// How many bytes of line continuations (`\`, spaces, newline, any white space), one after the other, `rest` begins with.
fn continuation(rest: &str) -> usize {
    let mut len = 0;
    while let Some(after) = rest[len..].strip_prefix('\\') {
        let line_end = after.trim_start_matches([' ', '\t']);
        if !line_end.starts_with('\n') && !line_end.starts_with("\r\n") {
            break;
        }
        len = rest.len() - line_end.trim_start_matches([' ', '\t', '\r', '\n']).len();
    }
    len
}

#[cfg(test)]
mod tests {
    use crate::source::{Source, SourceFile, Span};
    use proptest::prelude::*;
    use std::sync::Arc;
    use toml::de::{DeTable, DeValue};

    /// The source that `key = <literal>` holds, behind some lines that move it.
    fn source(literal: &str) -> Source {
        let text = format!("# é\nkey = {literal}\n");
        let (table, errors) = DeTable::parse_recoverable(&text);
        assert!(errors.is_empty(), "{text:?}: {errors:?}");
        let value = &table.get_ref()["key"];
        let DeValue::String(decoded) = value.get_ref() else { panic!("{text:?} holds no string") };
        let (decoded, span) = (decoded.to_string(), value.span());
        let file = Arc::new(SourceFile::new("x.toml", text.clone()));
        Source::embedded(file, Span::new(span.start as u32, span.end as u32), decoded)
    }

    /// What the file has at the characters of the decoded text that `find` covers.
    fn spelling<'a>(source: &'a Source, find: &str) -> &'a str {
        let start = source.text.find(find).expect("the text holds it") as u32;
        let span = source.in_file(Span::new(start, start + find.len() as u32));
        &source.file().text[span.start as usize..span.end as usize]
    }

    #[test]
    fn literal_strings_map_byte_for_byte() {
        assert_eq!(spelling(&source(r"'a\nb'"), r"\n"), r"\n");
        assert_eq!(spelling(&source("'''\nfoo\nbär\n'''"), "bär"), "bär");
        assert_eq!(spelling(&source("''''quoted''''"), "'quoted'"), "'quoted'");
    }

    #[test]
    fn escapes_are_covered_whole() {
        assert_eq!(spelling(&source(r#""a\tb\u00e9c\U0001F600d\x41""#), "\t"), r"\t");
        assert_eq!(spelling(&source(r#""a\tb\u00e9c\U0001F600d\x41""#), "éc"), r"\u00e9c");
        assert_eq!(spelling(&source(r#""a\tb\u00e9c\U0001F600d\x41""#), "😀"), r"\U0001F600");
        assert_eq!(spelling(&source(r#""a\tb\u00e9c\U0001F600d\x41""#), "dA"), r"d\x41");
    }

    #[test]
    fn a_line_continuation_belongs_to_no_character() {
        let source = source("\"\"\"\nab\\\n   cd\\\n \\\n ef\"\"\"");
        assert_eq!(source.text, "abcdef");
        assert_eq!(spelling(&source, "b"), "b");
        assert_eq!(spelling(&source, "cd"), "cd");
        assert_eq!(spelling(&source, "ef"), "ef");
    }

    #[test]
    fn carriage_returns_count() {
        assert_eq!(spelling(&source("'''\r\none\r\ntwo\r\n'''"), "two"), "two");
        assert_eq!(spelling(&source("\"\"\"\r\none\\\r\n  two\"\"\""), "two"), "two");
    }

    #[test]
    fn an_empty_span_at_the_end_points_at_the_closing_quotes() {
        for literal in ["'ab'", "\"ab\"", "'''ab'''", "\"\"\"\nab\"\"\"", "''", "''''''"] {
            let source = source(literal);
            let end = source.text.len() as u32;
            let span = source.in_file(Span::new(end, end));
            assert_eq!(span.start, span.end);
            let rest = &source.file().text[span.start as usize..];
            assert!(rest.trim_end().chars().all(|c| c == literal.chars().next().unwrap_or(c)), "{literal}: {rest:?}");
        }
    }

    /// A character and the ways to spell it in a basic string.
    fn spelt() -> impl Strategy<Value = String> {
        let plain = "[a-zé日😀 #']";
        let escape = prop_oneof![
            Just(r"\n".to_owned()),
            Just(r"\t".to_owned()),
            Just(r"\\".to_owned()),
            Just(r#"\""#.to_owned()),
            Just(r"\e".to_owned()),
            Just(r"\x41".to_owned()),
            Just(r"\u00e9".to_owned()),
            Just(r"\U0001F600".to_owned()),
        ];
        prop_oneof![plain.prop_map(String::from), escape]
    }

    fn checked(literal: &str) -> Result<(), TestCaseError> {
        let source = source(literal);
        for (at, c) in source.text.char_indices() {
            let span = source.in_file(Span::new(at as u32, (at + c.len_utf8()) as u32));
            let spelling = &source.file().text[span.start as usize..span.end as usize];
            let value = match spelling {
                r"\n" => '\n',
                r"\t" => '\t',
                r"\\" => '\\',
                r#"\""# => '"',
                r"\e" => '\u{1b}',
                _ if spelling.len() > 1 && spelling.starts_with('\\') => {
                    u32::from_str_radix(&spelling[2..], 16).ok().and_then(char::from_u32).unwrap_or('?')
                }
                _ => spelling.parse().unwrap_or('?'),
            };
            prop_assert_eq!(value, c, "{} at {} is spelt {:?}", literal, at, spelling);
        }
        Ok(())
    }

    proptest! {
        #[test]
        fn every_character_of_a_basic_string_maps_to_its_spelling(parts in prop::collection::vec(spelt(), 0..40)) {
            checked(&format!("\"{}\"", parts.concat()))?;
        }

        #[test]
        fn every_character_of_a_multi_line_basic_string_maps_to_its_spelling(
            parts in prop::collection::vec(prop_oneof![
                spelt(), Just("\n".to_owned()), Just("\r\n".to_owned()), Just("\\ \n \t\r\n ".to_owned()), Just("\\\r\n".to_owned())
            ], 0..40),
            newline in "(\r?\n)?",
        ) {
            // The first character after the quotes must not be taken for the newline that does not count.
            checked(&format!("\"\"\"{newline}a{}\"\"\"", parts.concat()))?;
        }

        #[test]
        fn every_character_of_a_literal_string_maps_to_itself(
            body in "[a-z\\\\é日😀\" ]{0,40}", many in "([a-z\\\\é日\" ]|\r?\n){0,40}", newline in "(\r?\n)?"
        ) {
            for literal in [format!("'{body}'"), format!("'''{newline}a{many}'''")] {
                let source = source(&literal);
                for (at, c) in source.text.char_indices() {
                    let span = source.in_file(Span::new(at as u32, (at + c.len_utf8()) as u32));
                    let spelling = &source.file().text[span.start as usize..span.end as usize];
                    prop_assert_eq!(spelling, c.to_string());
                }
            }
        }

        #[test]
        fn what_does_not_fit_never_panics(file in "\\PC{0,20}['\"\\\\\n]{0,8}\\PC{0,9}", start in 0u32..30, end in 0u32..30, decoded in ".{0,20}", a in 0u32..30, b in 0u32..30) {
            let file = Arc::new(SourceFile::new("x", file));
            Source::embedded(file, Span::new(start, end), decoded).in_file(Span::new(a, b));
        }
    }
}
