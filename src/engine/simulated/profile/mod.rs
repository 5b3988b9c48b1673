//! What everything costs on a given Python and machine: data, read from a TOML file. A few profiles are part of the
//! program. Knows no machine that would spend them.

mod fields;
mod reader;

pub use fields::{Entry, FIELDS, Field, Unit};

use crate::source::{Diagnostic, SourceFile};
use crate::time::Nanos;
use std::path::Path;

/// The profiles that are part of the program: name and text.
const EMBEDDED: [(&str, &str); 10] = [
    ("cpython-3.11", include_str!("../../../../profiles/cpython-3.11.toml")),
    ("cpython-3.13", include_str!("../../../../profiles/cpython-3.13.toml")),
    ("cpython-3.13t", include_str!("../../../../profiles/cpython-3.13t.toml")),
    ("cpython-2.7", include_str!("../../../../profiles/cpython-2.7.toml")),
    ("mod-wsgi", include_str!("../../../../profiles/mod-wsgi.toml")),
    ("targets", include_str!("../../../../profiles/targets.toml")),
    ("articles", include_str!("../../../../profiles/articles.toml")),
    ("behind-the-scenes", include_str!("../../../../profiles/behind-the-scenes.toml")),
    ("fixed-work", include_str!("../../../../profiles/fixed-work.toml")),
    ("ryzen-5950x", include_str!("../../../../profiles/ryzen-5950x.toml")),
];

/// The profile where none is named.
pub const DEFAULT: &str = "cpython-3.11";

/// A profile after all checks.
#[derive(Clone, Debug, PartialEq)]
pub struct Profile {
    pub name: String,
    /// One line on what was measured where.
    pub about: String,
    /// By [`Field`].
    values: Vec<f64>,
}

/// Why there is no profile.
#[derive(Debug)]
pub enum ProfileError {
    /// In one line, with what would be right.
    Unknown(String),
    /// The mistakes of a file, and where they are.
    Wrong(Box<SourceFile>, Vec<Diagnostic>),
}

impl Profile {
    /// The names of the profiles that are part of the program.
    pub fn names() -> impl Iterator<Item = &'static str> {
        EMBEDDED.iter().map(|(name, _)| *name)
    }

    /// A profile by its name, or by the path of its file: what holds a slash or ends in `.toml`.
    pub fn find(name: &str) -> Result<Profile, ProfileError> {
        if let Some((name, text)) = EMBEDDED.iter().find(|(known, _)| *known == name) {
            return Profile::read(name, text);
        }
        if Path::new(name).is_dir() {
            return Err(ProfileError::Unknown(format!("the profile `{name}` is a folder, not a file")));
        }
        if name.contains('/') || name.ends_with(".toml") {
            let unread = |error| ProfileError::Unknown(format!("cannot read the profile `{name}`: {error}"));
            let bytes = std::fs::read(Path::new(name)).map_err(unread)?;
            let text = String::from_utf8(bytes).map_err(|_| {
                ProfileError::Unknown(format!("the profile `{name}` is not text: save the file as UTF-8"))
            })?;
            return Profile::read(name, &text);
        }
        Err(ProfileError::Unknown(unknown(name)))
    }

    /// The profile in a file's text; all its mistakes at once.
    pub fn read(name: &str, text: &str) -> Result<Profile, ProfileError> {
        reader::read(name, text)
            .map_err(|mistakes| ProfileError::Wrong(Box::new(SourceFile::new(name, text)), mistakes))
    }

    pub fn value(&self, field: Field) -> f64 {
        self.values[field as usize]
    }

    pub fn time(&self, field: Field) -> Nanos {
        Nanos(self.value(field).round() as u64)
    }

    /// Replaces a single value, named as in the file; one line where that cannot be.
    pub fn set(&mut self, name: &str, value: f64) -> Result<(), String> {
        let entry = FIELDS.iter().find(|entry| entry.name == name).ok_or_else(|| reader::unknown_field(name))?;
        if let Some(wrong) = reader::out_of_bounds(entry, value) {
            return Err(format!("`{name}`: {wrong}"));
        }
        self.values[entry.field as usize] = value;
        Ok(())
    }
}

fn unknown(name: &str) -> String {
    let known: Vec<&str> = Profile::names().collect();
    let meant = reader::nearest(name, known.iter().copied()).map(|near| format!("did you mean `{near}`? "));
    let meant = meant.unwrap_or_default();
    format!("unknown profile: `{name}`; {meant}known here: {}; or give the path of a file", known.join(", "))
}

#[cfg(test)]
mod tests;
