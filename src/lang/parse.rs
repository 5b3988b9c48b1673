//! The parser library behind one door: text to its tree, all syntax errors as diagnostics.

use super::mistakes::{Mistakes, span_of};
use ruff_python_ast::{Mod, PythonVersion};
use ruff_python_parser::{Mode, ParseOptions, parse_unchecked};
use ruff_text_size::Ranged;

/// Longer source is refused, in bytes: a tree as deep as the source is long must fit the front end's stack.
pub const MAX_SOURCE: usize = 512 * 1024;

/// Parses a module, or with `Mode::Expression` an expression. The tree may be incomplete where there are mistakes.
pub fn parse(text: &str, mode: Mode, mistakes: &mut Mistakes) -> Option<Mod> {
    if text.len() > MAX_SOURCE {
        let message = format!("the program is longer than {} KiB", MAX_SOURCE / 1024);
        mistakes.add(message, crate::source::Span { start: 0, end: 0 }, "");
        return None;
    }
    let parsed = parse_unchecked(text, ParseOptions::from(mode).with_target_version(PythonVersion::PY311));
    for error in parsed.errors() {
        mistakes.add(sentence(&error.error.to_string()), span_of(error.location), "");
    }
    for error in parsed.unsupported_syntax_errors() {
        mistakes.add(sentence(&error.to_string()), span_of(error.range()), "");
    }
    Some(parsed.into_syntax())
}

/// The library's messages begin now with a capital letter, now without.
fn sentence(message: &str) -> String {
    let mut chars = message.chars();
    let first = chars.next().map(|c| c.to_lowercase().to_string()).unwrap_or_default();
    format!("invalid syntax: {first}{}", chars.as_str())
}
