//! How a script has ended: the exit status and the last words that Python would have for it.

use crate::analysis::Report;
use crate::cli::failure::Failure;
use crate::cli::terminal;
use crate::trace::Outcome;

/// The end of a script.
pub struct Ending {
    status: u8,
    /// For standard error.
    words: String,
    /// It neither returned nor raised.
    is_cut_short: bool,
}

impl Ending {
    /// That of the only run in the report.
    pub fn of(report: &Report) -> Ending {
        let outcome = report.models.first().and_then(|model| model.outcomes.first());
        let (status, words) = match outcome {
            Some(Outcome::Raised { error, traceback }) => raised(error, traceback),
            _ => (0, String::new()),
        };
        let is_cut_short = !matches!(outcome, Some(Outcome::Returned { .. } | Outcome::Raised { .. }));
        Ending { status, words, is_cut_short }
    }

    /// What has gone wrong besides what the script itself says. `stopped`: somebody asked for that.
    pub fn unforeseen(&self, stopped: bool) -> Option<String> {
        (self.is_cut_short && !stopped).then(|| "the script did not come to its end".to_string())
    }

    pub fn tell(&self) {
        terminal::error(&self.words);
    }

    /// # Errors
    /// A status that is not zero.
    pub fn status(self) -> Result<(), Failure> {
        if self.status == 0 { Ok(()) } else { Err(Failure::status(self.status)) }
    }
}

/// Status and words for an exception that nobody caught; SystemExit names its status itself.
fn raised(error: &str, traceback: &str) -> (u8, String) {
    let (kind, message) = error.split_once(": ").unwrap_or((error, ""));
    if kind == "KeyboardInterrupt" {
        // As a shell tells of a program that SIGINT has ended.
        return (130, format!("{}\n", traceback.trim_end()));
    }
    if kind != "SystemExit" {
        return (1, format!("{}\n", traceback.trim_end()));
    }
    match (message, message.parse::<i64>()) {
        ("" | "None" | "False", _) => (0, String::new()),
        ("True", _) => (1, String::new()),
        // As a process's status has it: its lowest byte.
        (_, Ok(status)) => (status as u8, String::new()),
        (text, Err(_)) => (1, format!("{text}\n")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_status_is_that_of_python() {
        assert_eq!(raised("ValueError: no", "Traceback\nValueError: no"), (1, "Traceback\nValueError: no\n".into()));
        assert_eq!(raised("KeyboardInterrupt", "Traceback"), (130, "Traceback\n".into()));
        assert_eq!(raised("SystemExit", ""), (0, String::new()));
        assert_eq!(raised("SystemExit: 3", ""), (3, String::new()));
        assert_eq!(raised("SystemExit: True", ""), (1, String::new()));
        assert_eq!(raised("SystemExit: False", ""), (0, String::new()));
        assert_eq!(raised("SystemExit: -1", ""), (255, String::new()));
        assert_eq!(raised("SystemExit: no more", ""), (1, "no more\n".into()));
    }
}
