//! The mistakes found in one source text, collected.

use crate::source::{Diagnostic, Span};
use ruff_text_size::TextRange;

/// Beyond this many, more mistakes are not worth reading.
const MOST: usize = 50;

#[derive(Debug, Default)]
pub struct Mistakes {
    found: Vec<Diagnostic>,
}

impl Mistakes {
    pub fn add(&mut self, message: impl Into<String>, span: Span, label: impl Into<String>) {
        self.push(Diagnostic { message: message.into(), span, label: label.into(), help: None });
    }

    /// What CPython says when it compiles the text.
    pub fn syntax(&mut self, message: impl Into<String>, span: Span) {
        self.add(format!("SyntaxError: {}", message.into()), span, "");
    }

    pub fn add_with_help(&mut self, message: impl Into<String>, span: Span, help: impl Into<String>) {
        self.push(Diagnostic { message: message.into(), span, label: String::new(), help: Some(help.into()) });
    }

    pub fn add_all(&mut self, others: &Mistakes) {
        others.found.iter().for_each(|other| self.push(other.clone()));
    }

    /// Something of Python that gilsim does not have.
    pub fn unsupported(&mut self, what: &str, span: Span, instead: Option<&str>) {
        let message = format!("gilsim does not support {what} yet");
        self.push(Diagnostic { message, span, label: "not supported".to_owned(), help: instead.map(str::to_owned) });
    }

    /// Of several mistakes at one place the first is told: the others mostly follow from it.
    fn push(&mut self, diagnostic: Diagnostic) {
        if self.found.len() < MOST && self.found.iter().all(|other| other.span != diagnostic.span) {
            self.found.push(diagnostic);
        }
    }

    /// The mistakes in the order of the text; `Ok` where there are none.
    pub fn check(mut self) -> Result<(), Vec<Diagnostic>> {
        if self.found.is_empty() {
            return Ok(());
        }
        self.found.sort_by_key(|diagnostic| diagnostic.span.start);
        Err(self.found)
    }

    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }
}

pub fn span_of(range: TextRange) -> Span {
    Span { start: range.start().into(), end: range.end().into() }
}

/// From the beginning of one to the end of the other.
pub fn joined(first: Span, last: Span) -> Span {
    Span { start: first.start, end: last.end }
}
