//! Standard output and standard error. A reader that has gone away, as `head` does, is no error of gilsim's; a script is
//! told.

use crate::source::Style;
use anstream::{AutoStream, ColorChoice};
use std::io::{self, Write};

/// Data, for standard output. Returns false where nobody reads it any more.
pub fn data(text: &str) -> bool {
    let mut out = anstream::stdout();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).is_ok()
}

/// What a script prints, byte for byte. Returns false where nobody reads it any more.
pub fn raw(text: &str) -> bool {
    let mut out = io::stdout();
    let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    !written.is_err_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}

/// What a program has for standard error, byte for byte.
pub fn raw_error(text: &str) {
    let _ = io::stderr().write_all(text.as_bytes());
}

/// A message, for standard error, where `quiet` does not silence it.
pub fn error(text: &str) {
    // Where standard error cannot be written there is nobody to tell.
    let _ = anstream::stderr().write_all(text.as_bytes());
}

/// Whether messages may be coloured: not in a pipe, not under `NO_COLOR`.
pub fn style() -> Style {
    match AutoStream::choice(&io::stderr()) {
        ColorChoice::Never => Style::Plain,
        _ => Style::Coloured,
    }
}

/// Bold, where standard output shows it: `anstream` takes the codes out elsewhere.
pub fn bold(text: &str) -> String {
    let bold = anstyle::Style::new().bold();
    format!("{bold}{text}{bold:#}")
}
