//! Texts that a program compiles while it runs. Knows no module in which they will run.

use super::compile::{self, TextKind};
use super::mistakes::Mistakes;
use super::work::WorkNames;
use super::{finished, lower, on_large_stack, parse};
use crate::bytecode::{Code, TextMistake, TextRequest};
use crate::source::{Diagnostic, Source, SourceFile, Span};
use ruff_python_parser::Mode;
use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

/// How many compiled texts are remembered.
const MOST: usize = 1000;

/// What a text's mistake is under Python.
const KINDS: [&str; 5] = ["SyntaxError", "IndentationError", "TabError", "RecursionError", "MemoryError"];

/// How many bytes of texts.
const MOST_BYTES: usize = 1 << 20;

/// Compiled texts, and how long they are together.
#[derive(Default)]
struct Compiled {
    codes: HashMap<TextRequest, Arc<Code>>,
    bytes: usize,
}

impl Compiled {
    fn remember(&mut self, request: &TextRequest, code: &Arc<Code>) {
        let bytes = request.text.len();
        if self.codes.len() >= MOST || self.bytes + bytes > MOST_BYTES {
            *self = Compiled::default();
        }
        if bytes <= MOST_BYTES {
            self.bytes += bytes;
            self.codes.insert(request.clone(), Arc::clone(code));
        }
    }
}

/// The code of a text. Reports the first mistake in it.
pub fn compile(request: &TextRequest) -> Result<Arc<Code>, TextMistake> {
    static COMPILED: LazyLock<Mutex<Compiled>> = LazyLock::new(Mutex::default);
    // A poisoned table is still a whole one.
    let table = || COMPILED.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(code) = table().codes.get(request) {
        return Ok(Arc::clone(code));
    }
    let file = Arc::new(SourceFile::new(request.file.clone(), request.text.clone()));
    let source = Arc::new(Source::whole(file));
    let code =
        on_large_stack(&request.text, || compiled(&source, request)).map_err(|mistakes| mistake(&source, &mistakes))?;
    table().remember(request, &code);
    Ok(code)
}

fn compiled(source: &Arc<Source>, request: &TextRequest) -> Result<Arc<Code>, Vec<Diagnostic>> {
    let mut mistakes = Mistakes::default();
    let mode = if request.is_expression { Mode::Expression } else { Mode::Module };
    let kind = TextKind { is_expression: request.is_expression, in_namespace: request.in_namespace };
    let code = parse::parse(&source.text, mode, &mut mistakes).and_then(|tree| {
        let body = match tree {
            ruff_python_ast::Mod::Module(tree) => lower::text(&source.text, &tree, &mut mistakes),
            ruff_python_ast::Mod::Expression(tree) => {
                vec![lower::expression(&source.text, &tree, &mut mistakes).into_statement()]
            }
        };
        compile::text(source, body, &WorkNames::of(&source.text, &[]), kind, &mut mistakes)
    });
    finished(mistakes, code).map(Arc::new)
}

/// The first mistake, where CPython has one.
fn mistake(source: &Source, mistakes: &[Diagnostic]) -> TextMistake {
    let first = mistakes.first();
    let (told, span) = first.map_or(("invalid syntax", Span::default()), |first| (&*first.message, first.span));
    let of_kind = |kind: &'static str| told.strip_prefix(kind).map(|rest| (kind, rest.trim_start_matches(": ")));
    let (kind, message) = KINDS.into_iter().find_map(of_kind).unwrap_or((KINDS[0], told));
    let (place, end) = (source.file().place(span.start), source.file().place(span.end));
    TextMistake {
        kind,
        message: message.to_owned(),
        line: place.line,
        column: place.column,
        end_line: end.line,
        end_column: end.column,
        line_text: source.file().line_text(place.line).to_owned(),
    }
}
