//! The mistakes found so far, and which of them a person is told.

use crate::source::{Diagnostic, Source, SourceFile, Span};
use std::sync::Arc;

/// What is wrong with a value, wherever it stands, and what would be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub message: String,
    pub help: Option<String>,
}

impl Fault {
    pub fn new(message: impl Into<String>, help: impl Into<String>) -> Fault {
        Fault { message: message.into(), help: Some(help.into()) }
    }

    pub fn at(self, span: Span) -> Diagnostic {
        Diagnostic { message: self.message, span, label: String::new(), help: self.help }
    }

    /// In one line, for an option of the command line.
    pub fn in_one_line(self) -> String {
        match self.help {
            Some(help) => format!("{}; {help}", self.message),
            None => self.message,
        }
    }
}

/// All mistakes of a scenario file and of its program's file.
#[derive(Debug, Default)]
pub struct Mistakes {
    syntax: Vec<Diagnostic>,
    values: Vec<Diagnostic>,
    missing: Vec<Diagnostic>,
    program: Option<(Arc<SourceFile>, Vec<Diagnostic>)>,
}

impl Mistakes {
    /// The text is not TOML here.
    pub fn syntax(&mut self, mistake: Diagnostic) {
        self.syntax.push(mistake);
    }

    /// A key or a value is wrong.
    pub fn value(&mut self, mistake: Diagnostic) {
        self.values.push(mistake);
    }

    /// Something is not there. Not told beside syntax errors, which may hide it.
    pub fn missing(&mut self, mistake: Diagnostic) {
        self.missing.push(mistake);
    }

    /// Mistakes in a program or a call, told in the file that holds its text.
    pub fn code(&mut self, source: &Source, file: &Arc<SourceFile>, found: Vec<Diagnostic>) {
        let found = found.into_iter().map(|mistake| Diagnostic { span: source.in_file(mistake.span), ..mistake });
        if std::ptr::eq(source.file(), &**file) {
            self.values.extend(found);
        } else if let Some((_, program)) = &mut self.program {
            program.extend(found);
        }
    }

    /// Another file may have mistakes too.
    pub fn program_file(&mut self, file: Arc<SourceFile>) {
        self.program = Some((file, Vec::new()));
    }

    /// Keeps the value, or notes at its place what is wrong with it.
    pub fn keep<T>(&mut self, checked: Result<T, Fault>, span: Span) -> Option<T> {
        checked.map_err(|fault| self.value(fault.at(span))).ok()
    }

    /// Whether the text that `span` covers is not TOML as a whole, so that its value means nothing.
    pub fn syntax_within(&self, span: Span) -> bool {
        self.syntax.iter().any(|mistake| span.start <= mistake.span.start && mistake.span.start <= span.end)
    }

    /// What is told, file by file; empty where nothing is wrong.
    pub fn into_files(mut self, file: &Arc<SourceFile>) -> Vec<(Arc<SourceFile>, Vec<Diagnostic>)> {
        if self.syntax.is_empty() {
            self.values.append(&mut self.missing);
        }
        // What was made up to go on after a syntax error is not held against the line that has it.
        let line = |mistake: &Diagnostic| file.place(mistake.span.start).line;
        let broken: Vec<usize> = self.syntax.iter().map(line).collect();
        self.values.retain(|mistake| !broken.contains(&line(mistake)));
        self.syntax.append(&mut self.values);
        let files = std::iter::once((Arc::clone(file), self.syntax)).chain(self.program);
        files.filter(|(_, mistakes)| !mistakes.is_empty()).collect()
    }
}
