//! Places in source text and messages about them. Knows no language and no file system.

mod embedded;
mod render;

pub use render::{Style, render, render_message};

use embedded::OffsetMap;
use std::sync::{Arc, OnceLock};

/// A half-open range of byte offsets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    pub start: u32,
    pub end: u32,
}

impl Span {
    pub fn new(start: u32, end: u32) -> Span {
        Span { start, end }
    }
}

/// One mistake in a source text: what is wrong, where, and what would be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    pub message: String,
    /// Where, in the text that the diagnostic is about.
    pub span: Span,
    /// A few words at the caret; may be empty.
    pub label: String,
    /// What to do about it.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A mistake without words at the caret and without help.
    pub fn new(message: impl Into<String>, span: Span) -> Diagnostic {
        Diagnostic { message: message.into(), span, label: String::new(), help: None }
    }

    pub fn label(mut self, label: impl Into<String>) -> Diagnostic {
        self.label = label.into();
        self
    }

    pub fn help(mut self, help: impl Into<String>) -> Diagnostic {
        self.help = Some(help.into());
        self
    }
}

/// A file as it was read, or what stands for one in a test. Its text is shorter than 4 GiB.
#[derive(Debug)]
pub struct SourceFile {
    /// As the user typed it.
    pub name: String,
    /// As the program and its tracebacks have it: of a script the whole way to it.
    pub path: String,
    pub text: String,
    /// The names of the Python modules and packages in its folder.
    pub neighbours: Box<[String]>,
    /// Where each line begins; the first at 0.
    line_starts: OnceLock<Vec<u32>>,
}

/// A place as people count: line and column from 1, the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    pub line: usize,
    pub column: usize,
}

impl SourceFile {
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> SourceFile {
        let (name, text) = (name.into(), text.into());
        SourceFile { path: name.clone(), name, text, neighbours: Box::default(), line_starts: OnceLock::new() }
    }

    /// The same where this is the way to it.
    #[must_use]
    pub fn at(self, path: impl Into<String>) -> SourceFile {
        SourceFile { path: path.into(), ..self }
    }

    /// The same among these modules.
    #[must_use]
    pub fn among(self, neighbours: Box<[String]>) -> SourceFile {
        SourceFile { neighbours, ..self }
    }

    /// Whether its lines can be looked up: standard input, and a text that a program has made, stand in no file.
    pub fn is_in_a_file(&self) -> bool {
        !self.name.starts_with('<')
    }

    /// Found when they are first wanted: a text in which nothing goes wrong does without.
    fn line_starts(&self) -> &[u32] {
        self.line_starts.get_or_init(|| {
            let bytes = self.text.bytes().enumerate();
            let after_newlines = bytes.filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at as u32 + 1);
            std::iter::once(0).chain(after_newlines).collect()
        })
    }

    /// The place of a byte. An offset within a character counts as the character's, one past the end as the end's.
    pub fn place(&self, offset: u32) -> Place {
        let line = self.line(offset);
        let start = self.line_starts()[line - 1] as usize;
        let end = self.text.floor_char_boundary(offset as usize);
        Place { line, column: self.text[start.min(end)..end].chars().count() + 1 }
    }

    /// The line of a byte, from 1; cheaper than the whole place in a very long line.
    pub fn line(&self, offset: u32) -> usize {
        self.line_starts().partition_point(|start| *start <= offset)
    }

    /// The text of a line, which counts from 1, without its line ending; empty where there is no such line.
    pub fn line_text(&self, line: usize) -> &str {
        let (start, end) = self.line_bounds(line);
        &self.text[start..end]
    }

    /// Byte offsets of a line's begin and of its end before the line ending.
    fn line_bounds(&self, line: usize) -> (usize, usize) {
        let Some(start) = line.checked_sub(1).and_then(|index| self.line_starts().get(index)) else {
            return (self.text.len(), self.text.len());
        };
        let start = *start as usize;
        let next = self.line_starts().get(line).map_or(self.text.len(), |next| *next as usize);
        let line = &self.text[start..next];
        let line = line.strip_suffix('\n').map_or(line, |line| line.strip_suffix('\r').unwrap_or(line));
        (start, start + line.len())
    }
}

/// A text that stands in a file: the whole file, or the decoded value of a TOML string in it.
#[derive(Debug)]
pub struct Source {
    pub text: String,
    file: Arc<SourceFile>,
    /// The way from `text` back to the file, where they differ.
    map: Option<OffsetMap>,
}

impl Source {
    /// The whole file.
    pub fn whole(file: Arc<SourceFile>) -> Source {
        Source { text: file.text.clone(), file, map: None }
    }

    /// The value `decoded` of the TOML string that `literal`, with its quotes, covers in `file`.
    pub fn embedded(file: Arc<SourceFile>, literal: Span, decoded: String) -> Source {
        let map = OffsetMap::new(&file.text, literal, &decoded);
        Source { text: decoded, file, map: Some(map) }
    }

    pub fn file(&self) -> &SourceFile {
        &self.file
    }

    /// A span of `text` as a span of the file.
    pub fn in_file(&self, span: Span) -> Span {
        match &self.map {
            Some(map) => map.in_file(span),
            None => span,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Place, SourceFile};

    fn place(file: &SourceFile, offset: u32) -> (usize, usize) {
        let Place { line, column } = file.place(offset);
        (line, column)
    }

    #[test]
    fn a_place_counts_lines_and_characters_from_one() {
        let file = SourceFile::new("x", "aé\nb\r\n\nc");
        assert_eq!(place(&file, 0), (1, 1));
        assert_eq!(place(&file, 1), (1, 2));
        assert_eq!(place(&file, 2), (1, 2), "within é");
        assert_eq!(place(&file, 3), (1, 3));
        assert_eq!(place(&file, 4), (2, 1));
        assert_eq!(place(&file, 7), (3, 1));
        assert_eq!(place(&file, 8), (4, 1));
        assert_eq!(place(&file, 9), (4, 2));
        assert_eq!(place(&file, 99), (4, 2), "past the end");
    }

    #[test]
    fn a_line_comes_without_its_ending() {
        let file = SourceFile::new("x", "aé\nb\r\n\nc");
        let lines: Vec<_> = (0..=5).map(|line| file.line_text(line)).collect();
        assert_eq!(lines, ["", "aé", "b", "", "c", ""]);
    }

    #[test]
    fn an_empty_file_has_one_empty_line() {
        let file = SourceFile::new("x", "");
        assert_eq!(place(&file, 0), (1, 1));
        assert_eq!(file.line_text(1), "");
    }
}
