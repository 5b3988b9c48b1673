//! Numbers as they are written, and what is wrong with them. Knows no value.

use super::tokens::Cutter;
use super::{Mistake, Spot};

/// What may follow a number at once, though it is a letter: CPython warns of it, no more.
const KEYWORDS: [&str; 8] = ["and", "else", "for", "if", "in", "is", "not", "or"];

/// Reads a number.
pub fn skip(cutter: &mut Cutter) -> Result<(), Mistake> {
    let based = |letters: [&str; 2]| {
        letters.iter().any(|letter| cutter.rest().get(1..).is_some_and(|r| r.starts_with(*letter)))
    };
    let kind = match cutter.rest().starts_with('0') {
        true if based(["x", "X"]) => Some(("hexadecimal", 16)),
        true if based(["o", "O"]) => Some(("octal", 8)),
        true if based(["b", "B"]) => Some(("binary", 2)),
        _ => None,
    };
    match kind {
        Some((kind, radix)) => {
            cutter.at += 2;
            with_base(cutter, kind, radix)
        }
        None => decimal(cutter),
    }
}

fn with_base(cutter: &mut Cutter, kind: &str, radix: u32) -> Result<(), Mistake> {
    loop {
        if cutter.peek() == Some('_') {
            cutter.at += 1;
        }
        if !cutter.peek().is_some_and(|c| c.is_digit(radix)) {
            return Err(wrong_digit(cutter, kind).unwrap_or_else(|| cutter.wrong(format!("invalid {kind} literal"))));
        }
        skip_while(cutter, |c| c.is_digit(radix));
        if cutter.peek() != Some('_') {
            break;
        }
    }
    match wrong_digit(cutter, kind) {
        Some(mistake) => Err(mistake),
        None => end(cutter, kind),
    }
}

/// A digit that the base does not have.
fn wrong_digit(cutter: &mut Cutter, kind: &str) -> Option<Mistake> {
    let digit = cutter.peek().filter(char::is_ascii_digit)?;
    cutter.at += 1;
    Some(cutter.wrong(format!("invalid digit '{digit}' in {kind} literal")))
}

fn skip_while(cutter: &mut Cutter, is_part: impl Fn(char) -> bool) {
    let length = cutter.rest().find(|c| !is_part(c)).unwrap_or(cutter.rest().len());
    cutter.at += length;
}

fn digits(cutter: &mut Cutter) -> Result<(), Mistake> {
    loop {
        skip_while(cutter, |c| c.is_ascii_digit());
        if cutter.peek() != Some('_') {
            return Ok(());
        }
        cutter.at += 1;
        if !cutter.peek().is_some_and(|c| c.is_ascii_digit()) {
            return Err(cutter.wrong("invalid decimal literal"));
        }
    }
}

fn decimal(cutter: &mut Cutter) -> Result<(), Mistake> {
    let start = cutter.at;
    digits(cutter)?;
    let whole = &cutter.text[start..cutter.at];
    let zeros = whole.len() - whole.trim_start_matches(['0', '_']).len();
    let is_octal = whole.starts_with('0') && zeros < whole.len();
    if cutter.peek() == Some('.') {
        cutter.at += 1;
        if cutter.peek().is_some_and(|c| c.is_ascii_digit()) {
            digits(cutter)?;
        }
        exponent(cutter)?;
    } else if !exponent(cutter)? && is_octal && !matches!(cutter.peek(), Some('j' | 'J')) {
        let message =
            "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers";
        let from = cutter.spot(start);
        let end = Spot { column: from.column + zeros, ..from };
        return Err(Mistake { end, ..Mistake::new(super::MistakeKind::Syntax, message, from) });
    }
    if matches!(cutter.peek(), Some('j' | 'J')) {
        cutter.at += 1;
        return end(cutter, "imaginary");
    }
    end(cutter, "decimal")
}

/// Whether there is one.
fn exponent(cutter: &mut Cutter) -> Result<bool, Mistake> {
    let Some('e' | 'E') = cutter.peek() else { return Ok(false) };
    let rest = &cutter.rest()[1..];
    let signed = rest.starts_with(['+', '-']);
    if !rest[usize::from(signed)..].starts_with(|c: char| c.is_ascii_digit()) {
        if signed {
            cutter.at += 2;
            return Err(cutter.wrong("invalid decimal literal"));
        }
        return Ok(false);
    }
    cutter.at += 1 + usize::from(signed);
    digits(cutter).map(|()| true)
}

/// What stands behind a number must not look like a part of it.
fn end(cutter: &Cutter, kind: &str) -> Result<(), Mistake> {
    let follows = |keyword: &&str| cutter.rest().starts_with(*keyword);
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_' || !c.is_ascii();
    if KEYWORDS.iter().any(follows) || !cutter.peek().is_some_and(is_name) {
        return Ok(());
    }
    Err(cutter.wrong(format!("invalid {kind} literal")))
}
