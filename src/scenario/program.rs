//! The program of a scenario: where its text stands, and its compilation. Knows no file system; a reader is passed in.

use super::Unreadable;
use super::mirror::RawProgram;
use super::mistakes::{Fault, Mistakes};
use super::walk::At;
use crate::lang::{self, Module};
use crate::source::{Source, SourceFile, Span};
use std::sync::Arc;

/// A program's text and, where it has no mistakes, what it is compiled to.
pub struct Program {
    pub source: Arc<Source>,
    pub module: Option<Module>,
}

/// Finds and compiles the program; notes all its mistakes. `None` where there is no text.
pub fn compile(
    raw: RawProgram,
    file: &Arc<SourceFile>,
    read_program: &dyn Fn(&str) -> Result<SourceFile, Unreadable>,
    mistakes: &mut Mistakes,
) -> Option<Program> {
    let (span, source) = match raw {
        RawProgram::Text(text) if mistakes.syntax_within(text.span) => return None,
        RawProgram::Text(text) => (text.span, Source::embedded(Arc::clone(file), text.span, text.value)),
        RawProgram::File(path) => (path.span, from_file(&path, read_program, mistakes)?),
    };
    if source.text.trim().is_empty() {
        mistakes.value(Fault::new("the program is empty", "it needs at least the function that a task calls").at(span));
        return None;
    }
    let source = Arc::new(source);
    let module = lang::compile_module(&source).map_err(|found| mistakes.code(&source, file, found)).ok();
    Some(Program { source, module })
}

fn from_file(
    path: &At<String>,
    read_program: &dyn Fn(&str) -> Result<SourceFile, Unreadable>,
    mistakes: &mut Mistakes,
) -> Option<Source> {
    match read_program(&path.value) {
        Ok(read) => {
            let read = Arc::new(read);
            mistakes.program_file(Arc::clone(&read));
            Some(Source::whole(read))
        }
        Err(unreadable) => {
            mistakes.value(unreadable_at(unreadable, path.span));
            None
        }
    }
}

fn unreadable_at(unreadable: Unreadable, span: Span) -> crate::source::Diagnostic {
    Fault { message: unreadable.message, help: unreadable.help }.at(span)
}
