//! The parser library behind one door: text to its tree. What it does not take is explained by `syntax`.

use super::mistakes::{Mistakes, span_of};
use super::nesting::{self, Nesting};
use super::syntax;
use crate::source::Span;
use ruff_python_ast::token::{TokenKind, Tokens};
use ruff_python_ast::{Mod, PythonVersion};
use ruff_python_parser::{Mode, ParseOptions, parse_unchecked};
use ruff_text_size::Ranged;

/// Longer source is refused, in bytes.
const MAX_SOURCE: usize = 8 << 20;

/// An f-string with more braces in each other is looked at more closely.
const FIELDS: i32 = 2;

/// Parses a module, or with `Mode::Expression` an expression. None where it is neither.
pub fn parse(text: &str, mode: Mode, mistakes: &mut Mistakes) -> Option<Mod> {
    if text.len() > MAX_SOURCE {
        let message = format!("the program is longer than {} MiB", MAX_SOURCE >> 20);
        mistakes.add(message, Span { start: 0, end: 0 }, "");
        return None;
    }
    if let Some(told) = beyond_limits(text, mode) {
        mistakes.add(told.0, told.1, "");
        return None;
    }
    let parsed = parse_unchecked(text, ParseOptions::from(mode).with_target_version(PythonVersion::PY311));
    let errors = parsed.errors().iter().map(|error| (error.error.to_string(), error.location));
    let newer = parsed.unsupported_syntax_errors().iter().map(|error| (error.to_string(), error.range()));
    let first = errors.chain(newer).next();
    if first.is_none() && !text.contains('\0') && !is_nested_too_deep(parsed.tokens()) {
        let Some(mistake) = mixes_tabs(text).then(|| syntax::indentation(text)).flatten() else {
            return Some(parsed.into_syntax());
        };
        mistakes.add(mistake.told(), mistake.span(text), "");
        return None;
    }
    // Python tells of one mistake, and so do we: what follows from it helps nobody.
    match (syntax::explain(text, mode == Mode::Expression), first) {
        (Some(mistake), _) => mistakes.add(mistake.told(), mistake.span(text), ""),
        (None, Some((message, place))) => mistakes.syntax(uncapitalised(&message), span_of(place)),
        (None, None) => return Some(parsed.into_syntax()),
    }
    None
}

/// What CPython's parser has no stack for, and ours neither: what is told, and where.
fn beyond_limits(text: &str, mode: Mode) -> Option<(String, Span)> {
    if text.len() <= nesting::TREE {
        return None;
    }
    let Nesting { depth, brackets, prefixes } = nesting::nesting(text);
    if brackets > syntax::BRACKETS && depth > nesting::TREE {
        let mistake = syntax::explain(text, mode == Mode::Expression);
        return Some(mistake.map_or((nesting::TOO_DEEP.to_owned(), Span::default()), |it| (it.told(), it.span(text))));
    }
    if prefixes > nesting::PREFIXES {
        return Some((nesting::TOO_MANY.to_owned(), Span::default()));
    }
    (depth > nesting::PARSED).then(|| (nesting::TOO_DEEP.to_owned(), Span::default()))
}

/// Whether lines are indented by tabs here and by spaces there.
fn mixes_tabs(text: &str) -> bool {
    let indented_by = |byte: u8| {
        text.lines().any(|line| line.bytes().take_while(|byte| matches!(byte, b' ' | b'\t')).any(|other| other == byte))
    };
    text.contains('\t') && indented_by(b'\t') && indented_by(b' ')
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
    if deepest_field(tokens) > FIELDS {
        return true;
    }
    let is_indent = |kind| kind == TokenKind::Indent;
    deepest(opens, closes) > syntax::BRACKETS || deepest(is_indent, |kind| kind == TokenKind::Dedent) >= syntax::INDENTS
}

/// The library's messages begin now with a capital letter, now without.
fn uncapitalised(message: &str) -> String {
    let mut chars = message.chars();
    let first = chars.next().map(|c| c.to_lowercase().to_string()).unwrap_or_default();
    format!("{first}{}", chars.as_str())
}

/// How deep braces lie in each other within one f-string: formats within formats have their own limit.
fn deepest_field(tokens: &Tokens) -> i32 {
    let (mut strings, mut most) = (Vec::new(), 0);
    for token in tokens {
        match (token.kind(), strings.last_mut()) {
            (TokenKind::FStringStart, _) => strings.push(0),
            (TokenKind::FStringEnd, _) => _ = strings.pop(),
            (TokenKind::Lbrace, Some(depth)) => {
                *depth += 1;
                most = most.max(*depth);
            }
            (TokenKind::Rbrace, Some(depth)) => *depth -= 1,
            _ => {}
        }
    }
    most
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_looked_at(text: &str) -> bool {
        is_nested_too_deep(parse_unchecked(text, ParseOptions::from(Mode::Module)).tokens())
    }

    #[test]
    fn only_braces_within_formats_count_for_their_limit() {
        assert!(is_looked_at("f'{x:{y:{z}}}'"));
        assert!(!is_looked_at("f'{f\"{f(x)}\"}'"));
        assert!(!is_looked_at("{1: {2: {3: {4: {5: f'{x:{y}}'}}}}}"));
    }
}
