//! Why a scenario could not be loaded, and how a person is told.

use crate::source::{Diagnostic, SourceFile, Style, render, render_message};
use std::fmt;
use std::sync::Arc;

/// Why a scenario could not be loaded.
#[derive(Debug)]
pub enum LoadError {
    /// There is no text to point into.
    Unreadable { message: String, help: Option<String> },
    /// The mistakes of each file, spans being spans of the file: the scenario's first, then its program's.
    Mistakes(Vec<(Arc<SourceFile>, Vec<Diagnostic>)>),
}

impl LoadError {
    /// The whole message; ends with a newline.
    pub fn render(&self, style: Style) -> String {
        match self {
            LoadError::Unreadable { message, help } => render_message(message, help.as_deref(), style),
            LoadError::Mistakes(files) => {
                let shown: Vec<String> = files.iter().map(|(file, mistakes)| render(file, mistakes, style)).collect();
                shown.join("\n")
            }
        }
    }
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(self.render(Style::Plain).trim_end())
    }
}

impl std::error::Error for LoadError {}
