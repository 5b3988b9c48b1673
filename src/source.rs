//! Places in source text and messages about them. Knows no language and no file system.

use std::sync::Arc;

/// A half-open range of byte offsets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Span {
    pub start: u32,
    pub end: u32,
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

/// A file as it was read, under the name that the user typed.
#[derive(Debug)]
pub struct SourceFile {
    pub name: String,
    pub text: String,
}

/// Line and column, both from 1, the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub line: usize,
    pub column: usize,
}

impl SourceFile {
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> SourceFile {
        SourceFile { name: name.into(), text: text.into() }
    }

    pub fn place(&self, offset: u32) -> Place {
        let before = self.text.get(..offset as usize).unwrap_or(&self.text);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Place { line: before.matches('\n').count() + 1, column: before[line_start..].chars().count() + 1 }
    }

    pub fn line_text(&self, line: usize) -> &str {
        self.text.lines().nth(line.wrapping_sub(1)).unwrap_or("")
    }
}

/// A text that stands in a file: the whole file, or the decoded value of a literal in it.
#[derive(Debug)]
pub struct Source {
    pub text: String,
    file: Arc<SourceFile>,
    literal: Option<Span>,
}

pub type Program = Source;

impl Source {
    pub fn whole(file: Arc<SourceFile>) -> Source {
        Source { text: file.text.clone(), file, literal: None }
    }

    pub fn embedded(file: Arc<SourceFile>, literal: Span, decoded: String) -> Source {
        Source { text: decoded, file, literal: Some(literal) }
    }

    pub fn file(&self) -> &SourceFile {
        &self.file
    }

    pub fn in_file(&self, span: Span) -> Span {
        self.literal.unwrap_or(span)
    }
}
