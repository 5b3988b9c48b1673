//! What a run shows on standard error while it lasts. Nothing of it under `--quiet`.

use super::terminal;
use crate::model::Model;
use crate::time::Nanos;
use indicatif::{ProgressBar, ProgressStyle};
use std::time::Duration;

/// The messages of one run.
pub struct Progress {
    quiet: bool,
}

/// A line that shows what is running and for how long, at a terminal; elsewhere nothing until it is done.
pub struct Running {
    bar: ProgressBar,
    quiet: bool,
    model: Model,
}

impl Progress {
    pub fn new(quiet: bool) -> Progress {
        Progress { quiet }
    }

    /// A model's run begins.
    pub fn begin(&self, model: Model) -> Running {
        let bar = if self.quiet { ProgressBar::hidden() } else { ProgressBar::new_spinner() };
        if let Ok(style) = ProgressStyle::with_template("{spinner} {msg} {elapsed}") {
            bar.set_style(style);
        }
        bar.set_message(format!("running {model}"));
        bar.enable_steady_tick(Duration::from_millis(100));
        Running { bar, quiet: self.quiet, model }
    }

    pub fn say(&self, text: &str) {
        if !self.quiet {
            terminal::error(&format!("{text}\n"));
        }
    }
}

/// A bar that shows how many of many runs are done and how long the others will take, at a terminal; elsewhere a line
/// when it ends.
pub struct Counting {
    bar: ProgressBar,
}

impl Counting {
    /// `done` of `all` runs are there already.
    pub fn begin(progress: &Progress, all: usize, done: usize) -> Counting {
        let bar = if progress.quiet { ProgressBar::hidden() } else { ProgressBar::new(all as u64) };
        if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos} of {len} runs, {elapsed} so far, {eta} to go") {
            bar.set_style(style);
        }
        bar.set_position(done as u64);
        bar.reset_eta();
        Counting { bar }
    }

    pub fn one_more(&self) {
        self.bar.inc(1);
    }

    pub fn end(self) {
        self.bar.finish_and_clear();
    }
}

impl Running {
    /// Something that a task printed, line by line behind its lane's name.
    pub fn print(&self, lane: &str, text: &str) {
        if !self.quiet {
            let lines: String = text.lines().map(|line| format!("{}/{lane}: {line}\n", self.model)).collect();
            self.bar.suspend(|| terminal::error(&lines));
        }
    }

    /// Something that a script printed, as it is. Returns false where nobody reads it any more.
    pub fn pass(&self, text: &str) -> bool {
        self.bar.suspend(|| terminal::raw(text))
    }

    /// Something that the program has for its standard error, as it is.
    pub fn complain(&self, text: &str) {
        self.bar.suspend(|| terminal::raw_error(text));
    }

    /// The model's run has ended, in this real time and, where it was simulated, in that virtual time.
    pub fn end(self, took: Nanos, simulated: Option<Nanos>) {
        self.bar.finish_and_clear();
        if !self.quiet {
            let told = match simulated {
                Some(virtual_time) => format!("simulated {}: {virtual_time} of virtual time in {took}", self.model),
                None => format!("ran {} in {took}", self.model),
            };
            terminal::error(&format!("{told}\n"));
        }
    }
}
