//! The mistakes found so far, and which of them a person is told.

use crate::source::{Diagnostic, Source, SourceFile, Span};
use std::collections::HashSet;
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
        let line = |mistake: &Diagnostic| file.line(mistake.span.start);
        let broken = broken_lines(file, self.syntax.iter().map(line).collect());
        self.values.retain(|mistake| !broken.contains(&line(mistake)));
        self.syntax.append(&mut self.values);
        let files = std::iter::once((Arc::clone(file), self.syntax)).chain(self.program);
        files.filter(|(_, mistakes)| !mistakes.is_empty()).collect()
    }
}

/// The lines whose keys and values mean nothing, because the TOML parser made them up to go on after a syntax error:
/// each line that has one, and the whole table below a header that has one.
fn broken_lines(file: &SourceFile, mut broken: HashSet<usize>) -> HashSet<usize> {
    if broken.is_empty() {
        return broken;
    }
    let mut under_broken_header = false;
    for (line, text) in (1..).zip(file.text.lines()) {
        if text.trim_start().starts_with('[') {
            under_broken_header = broken.contains(&line);
        }
        if under_broken_header {
            broken.insert(line);
        }
    }
    broken
}

#[cfg(test)]
mod tests {
    use super::{Diagnostic, Mistakes, Source, SourceFile, Span};
    use std::sync::Arc;

    const TEXT: &str = "program = 'ab'\n[run\nx = 1\n[machine]\ny = 2\n";

    fn at(needle: &str) -> Span {
        let start = TEXT.find(needle).expect("the text has it") as u32;
        Span::new(start, start + needle.len() as u32)
    }

    fn told(mistakes: Mistakes, file: &Arc<SourceFile>) -> Vec<String> {
        let files = mistakes.into_files(file);
        let each = |(file, found): &(Arc<SourceFile>, Vec<Diagnostic>)| {
            let shown = |one: &Diagnostic| format!("{}:{} {}", file.name, file.line(one.span.start), one.message);
            found.iter().map(shown).collect::<Vec<_>>()
        };
        files.iter().flat_map(each).collect()
    }

    #[test]
    fn what_follows_from_a_syntax_error_is_not_told() {
        let file = Arc::new(SourceFile::new("x.toml", TEXT));
        let mut mistakes = Mistakes::default();
        mistakes.value(Diagnostic::new("follows", at("x = 1")));
        mistakes.value(Diagnostic::new("follows", at("run")));
        mistakes.value(Diagnostic::new("true", at("y = 2")));
        mistakes.missing(Diagnostic::new("perhaps not missing", at("program")));
        mistakes.syntax(Diagnostic::new("unclosed", at("run")));
        assert_eq!(told(mistakes, &file), ["x.toml:2 unclosed", "x.toml:5 true"]);
    }

    #[test]
    fn a_mistake_in_a_program_is_told_in_the_file_that_holds_its_text() {
        let file = Arc::new(SourceFile::new("x.toml", TEXT));
        let program = Arc::new(SourceFile::new("work.py", "a = 1"));
        let mut mistakes = Mistakes::default();
        mistakes.program_file(Arc::clone(&program));
        let embedded = Source::embedded(Arc::clone(&file), at("'ab'"), "ab".to_owned());
        mistakes.code(&Source::whole(program), &file, vec![Diagnostic::new("there", Span::new(4, 5))]);
        mistakes.code(&embedded, &file, vec![Diagnostic::new("here", Span::new(1, 2))]);
        assert_eq!(told(mistakes, &file), ["x.toml:1 here", "work.py:1 there"]);
    }
}
