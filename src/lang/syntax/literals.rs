//! Texts as they are written, and what is wrong within them: bytes that are none, escapes, and the expressions of f-strings,
//! which are read by the same grammar. Knows no value.

use super::fields::Scanner;
use super::matcher::Matcher;
use super::mistakes_of::at_last;
use super::tokens::Token;
use super::{Mistake, MistakeKind};

/// A text without its quotes, and what stands before them.
struct Literal<'a> {
    body: &'a str,
    is_bytes: bool,
    is_raw: bool,
    is_formatted: bool,
}

impl<'a> Literal<'a> {
    fn of(token: &Token<'a>) -> Literal<'a> {
        let quote = token.text.find(['"', '\'']).unwrap_or(0);
        let (prefix, quoted) = token.text.split_at(quote);
        let is_triple = quoted.len() >= 6 && (quoted.starts_with("\"\"\"") || quoted.starts_with("'''"));
        let size = if is_triple { 3 } else { 1 };
        let has = |letter: char| prefix.contains([letter, letter.to_ascii_uppercase()]);
        let body = quoted.get(size..quoted.len() - size).unwrap_or("");
        Literal { body, is_bytes: has('b'), is_raw: has('r'), is_formatted: has('f') }
    }
}

/// Looks into the adjacent texts that begin with this token.
pub fn check(matcher: &Matcher, start: usize) -> Result<(), Mistake> {
    let tokens = &matcher.tokens.all[start..matcher.at];
    let literals: Vec<Literal> = tokens.iter().map(Literal::of).collect();
    let here = |message: String| at_last(matcher, MistakeKind::Syntax, message);
    if literals.iter().any(|literal| literal.is_bytes != literals[0].is_bytes) {
        return Err(here("cannot mix bytes and nonbytes literals".to_owned()));
    }
    for (token, literal) in tokens.iter().zip(&literals) {
        if literal.is_bytes && !literal.body.is_ascii() {
            let message = "bytes can only contain ASCII literal characters";
            let mistake = Mistake::new(MistakeKind::Syntax, message, token.start);
            return Err(Mistake { end: token.end, ..mistake });
        }
        if !literal.is_raw {
            escapes(literal).map_err(here)?;
        }
        if literal.is_formatted {
            let scanner = Scanner::new(literal.body, literal.is_raw, token.start.line);
            scanner.check().map_err(|wrong| wrong.into_mistake(here))?;
        }
    }
    Ok(())
}

/// Whether a part of a complex number in a pattern is of its kind.
pub fn number(matcher: &Matcher, start: usize, is_imaginary: bool) -> Result<(), Mistake> {
    let token = &matcher.tokens.all[start];
    if token.text.ends_with(['j', 'J']) == is_imaginary {
        return Ok(());
    }
    let kind = if is_imaginary { "imaginary" } else { "real" };
    let message = format!("{kind} number required in complex literal");
    Err(Mistake { end: token.end, ..Mistake::new(MistakeKind::Syntax, message, token.start) })
}

/// The first escape that means nothing.
fn escapes(literal: &Literal) -> Result<(), String> {
    let (mut rest, mut position) = (literal.body, 0);
    while let Some(c) = rest.chars().next() {
        // Other characters are counted as their escapes.
        let mut length = if c.is_ascii() { 1 } else { 10 };
        let mut taken = c.len_utf8();
        if c == '\\' {
            let escape = &rest[1..];
            (taken, length) = (1 + escape.chars().next().map_or(0, char::len_utf8), 2);
            match literal.is_bytes {
                true => byte_escape(escape, position)?,
                false => text_escape(escape, position)?,
            }
        }
        position += length;
        rest = &rest[taken..];
    }
    Ok(())
}

fn hexadecimal(text: &str, most: usize) -> usize {
    text.bytes().take(most).take_while(u8::is_ascii_hexdigit).count()
}

fn byte_escape(escape: &str, position: usize) -> Result<(), String> {
    match escape.strip_prefix('x') {
        Some(digits) if hexadecimal(digits, 2) < 2 => {
            Err(format!("(value error) invalid \\x escape at position {position}"))
        }
        _ => Ok(()),
    }
}

fn text_escape(escape: &str, position: usize) -> Result<(), String> {
    let wrong = |length: usize, what: &str| {
        let end = position + length;
        Err(format!("(unicode error) 'unicodeescape' codec can't decode bytes in position {position}-{end}: {what}"))
    };
    let (size, shown) = match escape.as_bytes().first() {
        Some(b'x') => (2, "truncated \\xXX escape"),
        Some(b'u') => (4, "truncated \\uXXXX escape"),
        Some(b'U') => (8, "truncated \\UXXXXXXXX escape"),
        Some(b'N') => {
            let name = escape[1..].strip_prefix('{').and_then(|name| name.split_once('}')).map(|(name, _)| name);
            return match name {
                Some(name) if !name.is_empty() => Ok(()),
                _ => wrong(1, "malformed \\N character escape"),
            };
        }
        _ => return Ok(()),
    };
    let digits = hexadecimal(&escape[1..], size);
    if digits < size {
        return wrong(1 + digits, shown);
    }
    match u32::from_str_radix(&escape[1..=size], 16) {
        Ok(value) if value > 0x10_ffff => wrong(1 + size, "illegal Unicode character"),
        _ => Ok(()),
    }
}
