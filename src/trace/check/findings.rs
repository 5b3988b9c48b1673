//! What one event broke. Knows no rule.

/// Violations by one event, in words that follow "thread 1 of process 0".
#[derive(Debug, Default)]
pub(super) struct Findings {
    /// Wrong in any run.
    pub broken: Vec<String>,
    /// Wrong unless the run was stopped.
    pub unfinished: Vec<String>,
}

impl Findings {
    pub fn broken(&mut self, what: impl Into<String>) {
        self.broken.push(what.into());
    }

    pub fn unfinished(&mut self, what: impl Into<String>) {
        self.unfinished.push(what.into());
    }
}
