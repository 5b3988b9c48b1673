//! The protocols by name and parameter, as scenario files and the command line write them: `ruby-gvl` or
//! `ruby-gvl:quantum=50ms,tick=10ms`. Knows what each is called and takes, not how it works.

use super::Protocol;
use super::cpython_interval::CpythonInterval;
use super::cpython_ticks::CpythonTicks;
use super::none::NoLock;
use super::parameter::{self, Parameter};
use crate::time::Nanos;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::num::NonZeroU32;

/// A lock protocol with its parameters. Written and serialised as text, with all parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Policy {
    CpythonInterval,
    CpythonTicks { check_interval: NonZeroU32 },
    None,
}

impl Policy {
    /// All protocols, each with its runtime's own parameters.
    pub const ALL: [Policy; 3] = [
        Policy::CpythonInterval,
        Policy::CpythonTicks { check_interval: NonZeroU32::MIN.saturating_add(99) },
        Policy::None,
    ];

    /// Reads `name` or `name:parameter=value,…`; what is not given is as in [`Policy::ALL`].
    ///
    /// # Errors
    /// One line that says what is wrong and what would be right.
    pub fn parse(text: &str) -> Result<Policy, String> {
        let (name, settings) = match text.split_once(':') {
            Some((name, settings)) => (name.trim(), Some(settings)),
            None => (text.trim(), None),
        };
        let found = Policy::ALL.into_iter().find(|policy| policy.name() == name);
        let mut policy = found.ok_or_else(|| parameter::unknown("policy", name, &Policy::ALL.map(|p| p.name())))?;
        for setting in settings.into_iter().flat_map(|settings| settings.split(',')) {
            parameter::set(name, &mut policy.table(), setting)?;
        }
        Ok(policy)
    }

    /// The name in scenario files and messages, without parameters.
    pub fn name(&self) -> &'static str {
        match self {
            Policy::CpythonInterval => "cpython-interval",
            Policy::CpythonTicks { .. } => "cpython-ticks",
            Policy::None => "none",
        }
    }

    /// One line on what the policy does.
    pub fn about(&self) -> &'static str {
        match self {
            Policy::CpythonInterval => {
                "CPython 3.2 to today: a waiter requests a drop after a full switch interval without a switch"
            }
            Policy::CpythonTicks { .. } => {
                "CPython 2 to 3.1: the holder lets go every 100 bytecodes and takes the lock again at once"
            }
            Policy::None => "no lock: everybody interprets at once",
        }
    }

    /// The names of the parameters and their values, as they are written.
    pub fn parameters(&self) -> Vec<(&'static str, String)> {
        let mut copy = *self;
        copy.table().iter().map(|(name, parameter)| (*name, parameter.to_string())).collect()
    }

    /// Whether the engines with real threads can run it; the simulated one runs all.
    pub fn runs_on_real_threads(&self) -> bool {
        matches!(self, Policy::CpythonInterval | Policy::CpythonTicks { .. })
    }

    /// A free lock under this protocol. `interval` is the switch interval, for those that have one.
    pub fn protocol(&self, interval: Nanos) -> Box<dyn Protocol> {
        match *self {
            Policy::CpythonInterval => Box::new(CpythonInterval::new(interval)),
            Policy::CpythonTicks { check_interval } => Box::new(CpythonTicks::new(check_interval)),
            Policy::None => Box::new(NoLock),
        }
    }

    /// The parameters by name, to be read or set.
    fn table(&mut self) -> Vec<(&'static str, Parameter<'_>)> {
        match self {
            Policy::CpythonInterval | Policy::None => vec![],
            Policy::CpythonTicks { check_interval } => vec![("check_interval", Parameter::Count(check_interval))],
        }
    }
}

impl fmt::Display for Policy {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let parameters: Vec<String> =
            self.parameters().into_iter().map(|(name, value)| format!("{name}={value}")).collect();
        let colon = if parameters.is_empty() { "" } else { ":" };
        write!(f, "{}{colon}{}", self.name(), parameters.join(","))
    }
}

impl From<Policy> for String {
    fn from(policy: Policy) -> String {
        policy.to_string()
    }
}

impl TryFrom<String> for Policy {
    type Error = String;
    fn try_from(text: String) -> Result<Policy, String> {
        Policy::parse(&text)
    }
}
