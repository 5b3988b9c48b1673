//! How a script has ended: the exit status and the last words that Python would have for it.

use crate::analysis::Report;
use crate::cli::failure::Failure;
use crate::cli::terminal;
use crate::engine::uncaught;
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

/// Status and words for an exception that nobody caught, as a shell tells of them.
fn raised(error: &str, traceback: &str) -> (u8, String) {
    let (status, words) = uncaught::ending(error, traceback);
    // What a signal has ended has 128 more than its number.
    (u8::try_from(status).unwrap_or_else(|_| status.unsigned_abs() as u8 | 128), words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_status_is_that_of_a_shell() {
        assert_eq!(raised("SystemExit: -1", ""), (255, String::new()));
        assert_eq!(raised("KeyboardInterrupt", "Traceback"), (130, "Traceback\n".into()));
    }
}
