//! What is wrong with a text that is not Python, in the words of CPython 3.11 and at its places.
//!
//! The parser that compiles programs recovers from mistakes and words them in its own way. So a text in which it has found
//! one is held against the language's own grammar (`grammar.txt`), first plainly, and where that fails once more with the
//! rules that know what people get wrong. Knows no tree and no code: what is wrong beyond the grammar is found elsewhere.

mod fields;
mod literals;
mod matcher;
mod mistakes_of;
mod notation;
mod numbers;
mod tokens;

use matcher::{Failure, Matcher};
use notation::Grammar;
use std::sync::LazyLock;
pub use tokens::{BRACKETS, INDENTS};

use crate::source::Span;
use tokens::{Kind, Token, Tokens};

/// A place: the line from 1, the column from 0, in characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spot {
    pub line: usize,
    pub column: usize,
}

/// The exception that a mistake is under Python.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MistakeKind {
    Syntax,
    Indentation,
    Tab,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    pub kind: MistakeKind,
    pub message: String,
    pub start: Spot,
    /// Behind the last character; `start` where only that is known.
    pub end: Spot,
}

impl Mistake {
    fn new(kind: MistakeKind, message: impl Into<String>, start: Spot) -> Mistake {
        Mistake { kind, message: message.into(), start, end: start }
    }

    /// With the exception's name, as it ends a traceback.
    pub fn told(&self) -> String {
        let kind = match self.kind {
            MistakeKind::Syntax => "SyntaxError",
            MistakeKind::Indentation => "IndentationError",
            MistakeKind::Tab => "TabError",
        };
        format!("{kind}: {}", self.message)
    }

    pub fn span(&self, text: &str) -> Span {
        let start = offset(text, self.start);
        Span { start, end: offset(text, self.end).max(start) }
    }
}

/// Where a place is, in bytes; the end of its line where that is shorter.
fn offset(text: &str, spot: Spot) -> u32 {
    let line_start: usize = text.split_inclusive('\n').take(spot.line.saturating_sub(1)).map(str::len).sum();
    let line = text[line_start..].lines().next().unwrap_or("");
    let column = line.char_indices().nth(spot.column).map_or(line.len(), |(at, _)| at);
    (line_start + column) as u32
}

static GRAMMAR: LazyLock<Grammar> = LazyLock::new(|| Grammar::read(include_str!("grammar.txt")));

/// The stack that the deepest text needs which is still read.
const STACK: usize = 256 << 20;

/// What is wrong with a text; None where nothing is, or what is cannot be told.
pub fn explain(text: &str, is_expression: bool) -> Option<Mistake> {
    if text.contains('\0') {
        return Some(Mistake::new(MistakeKind::Syntax, "source code cannot contain null bytes", Spot::default()));
    }
    // A mark of the byte order is no part of the text.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let text = format!("{}\n", text.strip_suffix('\n').unwrap_or(text)).replace("\r\n", "\n").replace('\r', "\n");
    std::thread::scope(|scope| {
        let builder = std::thread::Builder::new().stack_size(STACK);
        builder
            .spawn_scoped(scope, || explained(&text, if is_expression { "eval" } else { "file" }))
            .ok()?
            .join()
            .ok()?
    })
}

/// What is wrong with the indentation of a text that is right otherwise.
pub fn indentation(text: &str) -> Option<Mistake> {
    let text = format!("{text}\n").replace("\r\n", "\n").replace('\r', "\n");
    tokens::tokens(&text).mistake.filter(|mistake| mistake.kind != MistakeKind::Syntax)
}

/// The same where there is stack enough; `rule` is what the text should be.
fn explained(text: &str, rule: &str) -> Option<Mistake> {
    let tokens = tokens::tokens(text);
    let mut matcher = Matcher::new(&GRAMMAR, &tokens);
    let first = GRAMMAR.rule(rule)?;
    match matcher.rule(first) {
        Ok(_) | Err(Failure::Wrong(None)) => return None,
        Err(Failure::Wrong(Some(mistake))) => return Some(outweighed(*mistake, &matcher)),
        Err(_) => {}
    }
    let last = matcher.seen.checked_sub(1).and_then(|at| tokens.all.get(at))?;
    matcher.again();
    let mistake = match matcher.rule(first) {
        Err(Failure::Wrong(mistake)) => *mistake?,
        _ => general(last, &matcher),
    };
    Some(outweighed(mistake, &matcher))
}

/// What is said where no rule knows better; `last` is the last token that was looked at in vain.
fn general(last: &Token, matcher: &Matcher) -> Mistake {
    match last.kind {
        Kind::Indent => mistakes_of::at_last(matcher, MistakeKind::Indentation, "unexpected indent"),
        Kind::Dedent => mistakes_of::at_last(matcher, MistakeKind::Indentation, "unexpected unindent"),
        _ => Mistake { end: last.end, ..Mistake::new(MistakeKind::Syntax, "invalid syntax", last.start) },
    }
}

/// A mistake in the rest of the text that is told instead: tokens that are none, or a bracket that was opened before.
fn outweighed(mistake: Mistake, matcher: &Matcher) -> Mistake {
    let Tokens { all, mistake: Some(other), open, is_loud } = matcher.tokens else { return mistake };
    if matcher.seen > all.len() {
        return mistake;
    }
    let line = all.get(matcher.seen.saturating_sub(1)).map_or(0, |token| token.start.line);
    match open {
        _ if *is_loud => other.clone(),
        Some((bracket, spot)) if line > spot.line => tokens::never_closed(*bracket, *spot),
        _ => mistake,
    }
}
