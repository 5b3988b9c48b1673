//! Places in source text and messages about them. Knows no language and no file system.

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

/// The text of a scenario's program, and the way from its offsets to the file that holds it.
#[derive(Debug)]
pub struct Program {
    pub text: String,
}
