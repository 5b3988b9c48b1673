//! Why a command did not succeed, and the exit status that says so.

use super::terminal;
use crate::engine::EngineError;
use crate::scenario::{LoadError, Scenario};
use crate::source::{Style, render, render_message};
use std::process::ExitCode;

/// The end of a command that did not succeed.
#[derive(Debug)]
pub struct Failure {
    status: u8,
    /// Ready to be shown; empty where everything has been said.
    text: String,
}

impl Failure {
    /// Wrong usage or input.
    pub fn input(message: impl AsRef<str>, help: Option<&str>) -> Failure {
        Failure { status: 2, text: render_message(message.as_ref(), help, terminal::style()) }
    }

    /// Mistakes in a file, as they are to be shown.
    pub fn mistakes(text: String) -> Failure {
        Failure { status: 2, text }
    }

    /// The machine that a scenario describes cannot be built.
    pub fn unfit_machine(scenario: &Scenario, error: EngineError) -> Failure {
        match error {
            EngineError::Mistakes { profile, mistakes } => {
                let file = profile.as_deref().unwrap_or(&scenario.file);
                Failure::mistakes(render(file, &mistakes, terminal::style()))
            }
            other => Failure::input(other.to_string(), None),
        }
    }

    /// A run or a check that failed.
    pub fn run(message: impl AsRef<str>) -> Failure {
        Failure { status: 1, text: render_message(message.as_ref(), None, terminal::style()) }
    }

    /// A run that failed in ways that have been shown already.
    pub fn shown() -> Failure {
        Failure { status: 1, text: String::new() }
    }

    /// The status with which a script has ended.
    pub fn status(status: u8) -> Failure {
        Failure { status, text: String::new() }
    }

    /// Ctrl-C, after what there was has been kept and shown. The status is that of a program that SIGINT has ended.
    pub fn interrupted() -> Failure {
        Failure { status: 130, text: String::new() }
    }

    /// Shows the message; returns the exit status.
    pub fn report(self) -> ExitCode {
        terminal::error(&self.text);
        ExitCode::from(self.status)
    }
}

impl From<LoadError> for Failure {
    fn from(error: LoadError) -> Failure {
        Failure { status: 2, text: error.render(terminal::style()) }
    }
}

/// One `error: …` message for standard error.
pub fn message(text: &str) -> String {
    let style: Style = terminal::style();
    render_message(text, None, style)
}
