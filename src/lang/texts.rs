//! Texts that a program compiles while it runs. Knows no module in which they will run.

use super::compile::{self, TextKind};
use super::mistakes::Mistakes;
use super::work::WorkNames;
use super::{finished, lower, on_large_stack, parse};
use crate::bytecode::{Code, TextMistake, TextRequest};
use crate::source::{Diagnostic, Source, SourceFile, Span};
use ruff_python_parser::Mode;
use ruff_text_size::Ranged;
use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

const MULTIPLE: &str = "multiple statements found while compiling a single statement";

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
    let TextRequest { is_expression, in_namespace, shows_values, annotations_are_text, .. } = *request;
    let kind = TextKind { is_expression, in_namespace, shows_values };
    let code = parse::parse(&source.text, mode, &mut mistakes).and_then(|tree| {
        let body = match tree {
            ruff_python_ast::Mod::Module(tree) => {
                if shows_values {
                    check_single(&source.text, &tree, &mut mistakes);
                }
                lower::text(&source.text, &tree, annotations_are_text, &mut mistakes)
            }
            ruff_python_ast::Mod::Expression(tree) => {
                vec![lower::expression(&source.text, &tree, &mut mistakes).into_statement()]
            }
        };
        compile::text(source, body, &WorkNames::of(&source.text, &[]), kind, &mut mistakes)
    });
    finished(mistakes, code).map(Arc::new)
}

/// One statement, or several in one line; one that has a body ends with its line.
fn check_single(text: &str, tree: &ruff_python_ast::ModModule, mistakes: &mut Mistakes) {
    let Some(first) = tree.body.first() else {
        mistakes.syntax("invalid syntax", Span::default());
        return;
    };
    let (start, end) = (first.range().start().to_usize(), first.range().end().to_usize());
    let rest = tree.body.get(1).map(|next| next.range().start().to_usize());
    if is_compound(first) && (rest.is_some() || !text[end..].contains('\n')) {
        let message = if rest.is_some() { MULTIPLE } else { "invalid syntax" };
        mistakes.syntax(message, Span::new(start as u32, end as u32));
    } else if rest.is_some()
        && tree.body.windows(2).any(|pair| match pair {
            [one, next] => text[one.range().end().to_usize()..next.range().start().to_usize()].contains('\n'),
            _ => false,
        })
    {
        mistakes.syntax(MULTIPLE, Span::new(start as u32, end as u32));
    }
}

fn is_compound(stmt: &ruff_python_ast::Stmt) -> bool {
    use ruff_python_ast::Stmt::{ClassDef, For, FunctionDef, If, Match, Try, While, With};
    matches!(stmt, ClassDef(_) | For(_) | FunctionDef(_) | If(_) | Match(_) | Try(_) | While(_) | With(_))
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
