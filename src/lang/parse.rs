//! The parser library behind one door: text to its tree. What it does not take is explained by `syntax`.

use super::mistakes::{Mistakes, span_of};
use super::syntax;
use ruff_python_ast::token::{TokenKind, Tokens};
use ruff_python_ast::{Mod, PythonVersion};
use ruff_python_parser::{Mode, ParseOptions, parse_unchecked};
use ruff_text_size::Ranged;

/// Longer source is refused, in bytes: a tree as deep as the source is long must fit the front end's stack.
pub const MAX_SOURCE: usize = 512 * 1024;

/// Parses a module, or with `Mode::Expression` an expression. None where it is neither.
pub fn parse(text: &str, mode: Mode, mistakes: &mut Mistakes) -> Option<Mod> {
    if text.len() > MAX_SOURCE {
        let message = format!("the program is longer than {} KiB", MAX_SOURCE / 1024);
        mistakes.add(message, crate::source::Span { start: 0, end: 0 }, "");
        return None;
    }
    let parsed = parse_unchecked(text, ParseOptions::from(mode).with_target_version(PythonVersion::PY311));
    let errors = parsed.errors().iter().map(|error| (error.error.to_string(), error.location));
    let newer = parsed.unsupported_syntax_errors().iter().map(|error| (error.to_string(), error.range()));
    let first = errors.chain(newer).next();
    if first.is_none() && !text.contains('\0') && !is_nested_too_deep(parsed.tokens()) {
        return Some(parsed.into_syntax());
    }
    // Python tells of one mistake, and so do we: what follows from it helps nobody.
    match (syntax::explain(text, mode == Mode::Expression), first) {
        (Some(mistake), _) => mistakes.add(mistake.told(), mistake.span(text), ""),
        (None, Some((message, place))) => mistakes.syntax(uncapitalised(&message), span_of(place)),
        (None, None) => return Some(parsed.into_syntax()),
    }
    None
}

/// Whether brackets or blocks may lie deeper in each other than Python allows.
fn is_nested_too_deep(tokens: &Tokens) -> bool {
    let deepest = |opens: fn(TokenKind) -> bool, closes: fn(TokenKind) -> bool| {
        let depths = tokens.iter().scan(0_usize, |depth, token| {
            *depth = (*depth + usize::from(opens(token.kind()))).saturating_sub(closes(token.kind()).into());
            Some(*depth)
        });
        depths.max().unwrap_or(0)
    };
    let opens = |kind| matches!(kind, TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace);
    let closes = |kind| matches!(kind, TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace);
    let is_indent = |kind| kind == TokenKind::Indent;
    deepest(opens, closes) > syntax::BRACKETS || deepest(is_indent, |kind| kind == TokenKind::Dedent) >= syntax::INDENTS
}

/// The library's messages begin now with a capital letter, now without.
fn uncapitalised(message: &str) -> String {
    let mut chars = message.chars();
    let first = chars.next().map(|c| c.to_lowercase().to_string()).unwrap_or_default();
    format!("{first}{}", chars.as_str())
}
