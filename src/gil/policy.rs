//! The protocols by name and parameter, as scenario files and the command line write them: `ruby-gvl` or
//! `ruby-gvl:quantum=50ms,tick=10ms`. Knows what each is called and takes, not how it works.

use super::Protocol;
use super::bfs::Bfs;
use super::cpython_interval::CpythonInterval;
use super::cpython_ticks::CpythonTicks;
use super::fifo::Fifo;
use super::micropython::Micropython;
use super::none::NoLock;
use super::ocaml_master::OcamlMaster;
use super::parameter::{self, Parameter};
use super::priority::{Priority, Wake};
use super::pypy::Pypy;
use super::random::Random;
use super::ruby_gvl::RubyGvl;
use crate::time::Nanos;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::num::NonZeroU32;

/// A lock protocol with its parameters. Written and serialised as text, with all parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Policy {
    CpythonInterval,
    CpythonTicks {
        check_interval: NonZeroU32,
    },
    /// `quantum`: the running time after which a thread hands over. `tick`: how often the timer looks.
    RubyGvl {
        quantum: Nanos,
        tick: Nanos,
    },
    OcamlMaster {
        tick: Nanos,
    },
    Pypy {
        check_interval: NonZeroU32,
    },
    /// `divisor`: jumps backward between two releases.
    Micropython {
        divisor: NonZeroU32,
    },
    Priority {
        wake: Wake,
    },
    Bfs {
        slice: Nanos,
    },
    Fifo,
    /// `one_in`: at how many checkpoints, with others waiting, the holder falls below all others once.
    Random {
        one_in: NonZeroU32,
    },
    None,
}

impl Policy {
    /// All protocols, each with its runtime's own parameters.
    pub const ALL: [Policy; 11] = [
        Policy::CpythonInterval,
        Policy::CpythonTicks { check_interval: NonZeroU32::MIN.saturating_add(99) },
        Policy::RubyGvl { quantum: Nanos::from_millis(100), tick: Nanos::from_millis(10) },
        Policy::OcamlMaster { tick: Nanos::from_millis(50) },
        Policy::Pypy { check_interval: NonZeroU32::MIN.saturating_add(9_999) },
        Policy::Micropython { divisor: NonZeroU32::MIN.saturating_add(31) },
        Policy::Priority { wake: Wake::ByClass },
        Policy::Bfs { slice: Nanos::from_millis(10) },
        Policy::Fifo,
        Policy::Random { one_in: NonZeroU32::MIN.saturating_add(7) },
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
        let mut given = Vec::new();
        for setting in settings.into_iter().flat_map(|settings| settings.split(',')) {
            let parameter = parameter::set(name, &mut policy.table(), setting)?;
            if given.contains(&parameter) {
                return Err(format!("parameter `{parameter}` of policy `{name}` is given twice"));
            }
            given.push(parameter);
        }
        Ok(policy)
    }

    /// The name in scenario files and messages, without parameters.
    pub fn name(&self) -> &'static str {
        match self {
            Policy::CpythonInterval => "cpython-interval",
            Policy::CpythonTicks { .. } => "cpython-ticks",
            Policy::RubyGvl { .. } => "ruby-gvl",
            Policy::OcamlMaster { .. } => "ocaml-master",
            Policy::Pypy { .. } => "pypy",
            Policy::Micropython { .. } => "micropython",
            Policy::Priority { .. } => "priority",
            Policy::Bfs { .. } => "bfs",
            Policy::Fifo => "fifo",
            Policy::Random { .. } => "random",
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
            Policy::RubyGvl { .. } => {
                "Ruby 3.3: handed over in order of arrival, after 100 ms of running if anybody queues"
            }
            Policy::OcamlMaster { .. } => "OCaml 4.14: every 50 ms the holder yields, for sure, if anybody waits",
            Policy::Pypy { .. } => {
                "PyPy: handed over every 10,000 bytecodes; the first in the queue polls every 0.1 ms"
            }
            Policy::Micropython { .. } => {
                "MicroPython: the holder lets go every 32 backward jumps and takes the lock again at once"
            }
            Policy::Priority { .. } => {
                "proposed by Beazley, 2010: threads that were not forced to drop the lock preempt those that were"
            }
            Policy::Bfs { .. } => "proposed by Aides, 2010: earliest virtual deadline first, in slices of 10 ms",
            Policy::Fifo => {
                "handed over in order of arrival, when the first in the queue has seen a full switch interval"
            }
            Policy::Random { .. } => {
                "to explore schedules: priorities by chance, and at one checkpoint in 8 the holder comes last"
            }
            Policy::None => "no lock: everybody interprets at once",
        }
    }

    /// The names of the parameters and their values, as they are written.
    pub fn parameters(&self) -> Vec<(&'static str, String)> {
        let mut copy = *self;
        copy.table().iter().map(|(name, parameter)| (*name, parameter.to_string())).collect()
    }

    /// Whether a waiter may ask for the lock only after a switch interval.
    pub fn waits_an_interval(&self) -> bool {
        matches!(self, Policy::CpythonInterval | Policy::Fifo | Policy::Priority { .. })
    }

    /// Whether the holder may have to let go without a waiter's drop request: at a timer's word, by its own count, or as its slice
    /// is used up.
    pub fn forces_unasked(&self) -> bool {
        match self {
            Policy::CpythonTicks { .. }
            | Policy::RubyGvl { .. }
            | Policy::OcamlMaster { .. }
            | Policy::Pypy { .. }
            | Policy::Micropython { .. }
            | Policy::Bfs { .. }
            | Policy::Random { .. } => true,
            Policy::CpythonInterval | Policy::Priority { .. } | Policy::Fifo | Policy::None => false,
        }
    }

    /// Whether the engines with real threads can run it; the simulated one runs all.
    pub fn runs_on_real_threads(&self) -> bool {
        match self {
            Policy::CpythonInterval | Policy::CpythonTicks { .. } | Policy::RubyGvl { .. } | Policy::Fifo => true,
            Policy::OcamlMaster { .. }
            | Policy::Pypy { .. }
            | Policy::Micropython { .. }
            | Policy::Priority { .. }
            | Policy::Bfs { .. }
            | Policy::Random { .. }
            | Policy::None => false,
        }
    }

    /// Whether its locks ever have a [`Protocol::next_timer`].
    pub fn has_timer(&self) -> bool {
        matches!(self, Policy::RubyGvl { .. } | Policy::OcamlMaster { .. })
    }

    /// A free lock under this protocol. `interval` is the switch interval, for those that have one.
    pub fn protocol(&self, interval: Nanos) -> Box<dyn Protocol> {
        match *self {
            Policy::CpythonInterval => Box::new(CpythonInterval::new(interval)),
            Policy::CpythonTicks { check_interval } => Box::new(CpythonTicks::new(check_interval)),
            Policy::RubyGvl { quantum, tick } => Box::new(RubyGvl::new(quantum, tick)),
            Policy::OcamlMaster { tick } => Box::new(OcamlMaster::new(tick)),
            Policy::Pypy { check_interval } => Box::new(Pypy::new(check_interval)),
            Policy::Micropython { divisor } => Box::new(Micropython::new(divisor)),
            Policy::Priority { wake } => Box::new(Priority::new(interval, wake)),
            Policy::Bfs { slice } => Box::new(Bfs::new(slice)),
            Policy::Fifo => Box::new(Fifo::new(interval)),
            Policy::Random { one_in } => Box::new(Random::new(one_in)),
            Policy::None => Box::new(NoLock),
        }
    }

    /// The parameters by name, to be read or set.
    fn table(&mut self) -> Vec<(&'static str, Parameter<'_>)> {
        match self {
            Policy::CpythonInterval | Policy::Fifo | Policy::None => vec![],
            Policy::CpythonTicks { check_interval } | Policy::Pypy { check_interval } => {
                vec![("check_interval", Parameter::Count(check_interval))]
            }
            Policy::RubyGvl { quantum, tick } => {
                vec![("quantum", Parameter::Length(quantum)), ("tick", Parameter::Length(tick))]
            }
            Policy::OcamlMaster { tick } => vec![("tick", Parameter::Length(tick))],
            Policy::Micropython { divisor } => vec![("divisor", Parameter::Count(divisor))],
            Policy::Priority { wake } => vec![("wake", Parameter::Wake(wake))],
            Policy::Random { one_in } => vec![("one_in", Parameter::Count(one_in))],
            Policy::Bfs { slice } => vec![("slice", Parameter::Length(slice))],
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn mistake(text: &str) -> String {
        Policy::parse(text).expect_err("there is a mistake in it")
    }

    #[test]
    fn a_name_alone_has_the_parameters_of_its_runtime() {
        for policy in Policy::ALL {
            assert_eq!(Policy::parse(policy.name()), Ok(policy));
        }
    }

    #[test]
    fn parameters_follow_a_colon_and_are_parted_by_commas() {
        let wanted = Policy::RubyGvl { quantum: Nanos::from_millis(50), tick: Nanos::from_micros(2500) };
        assert_eq!(Policy::parse(" ruby-gvl: quantum=50ms , tick=2.5ms"), Ok(wanted));
        assert_eq!(wanted.to_string(), "ruby-gvl:quantum=50ms,tick=2500us");
        assert_eq!(Policy::parse("priority:wake=one-condvar"), Ok(Policy::Priority { wake: Wake::OneCondvar }));
    }

    #[test]
    fn what_is_written_can_be_read_back() {
        for policy in Policy::ALL {
            assert_eq!(Policy::parse(&policy.to_string()), Ok(policy));
        }
        let written = serde_json::to_string(&Policy::ALL[1]).expect("text");
        assert_eq!(written, "\"cpython-ticks:check_interval=100\"");
        assert_eq!(serde_json::from_str::<Policy>(&written).expect("as written"), Policy::ALL[1]);
    }

    #[test]
    fn a_mistake_names_what_was_probably_meant() {
        let all = "known here: cpython-interval, cpython-ticks, ruby-gvl, ocaml-master, pypy, micropython, priority, \
                   bfs, fifo, random, none";
        assert_eq!(mistake("ruby_gvll"), format!("unknown policy: `ruby_gvll`; did you mean `ruby-gvl`? {all}"));
        assert_eq!(mistake("banana"), format!("unknown policy: `banana`; {all}"));
        assert_eq!(
            mistake("ruby-gvl:quantun=1ms"),
            "unknown parameter of policy `ruby-gvl`: `quantun`; did you mean `quantum`? known here: quantum, tick"
        );
        assert_eq!(
            mistake("ruby-gvl:tick=10"),
            "`10` is no value for parameter `tick` of policy `ruby-gvl`; write a length of time from \"1us\" to \"24h\", \
             such as \"10ms\""
        );
        assert_eq!(
            mistake("cpython-ticks:check_interval=0"),
            "`0` is no value for parameter `check_interval` of policy `cpython-ticks`; write a whole number from 1 to \
             4294967295"
        );
        assert_eq!(
            mistake("bfs:slice"),
            "parameter `slice` of policy `bfs` has no value; write a length of time from \"1us\" to \"24h\", such as \"10ms\""
        );
        assert_eq!(
            mistake("priority:wake=all"),
            "`all` is no value for parameter `wake` of policy `priority`; write `by-class` or `one-condvar`"
        );
        assert_eq!(mistake("fifo:x=1"), "policy `fifo` has no parameters; write `fifo` alone");
        assert_eq!(
            mistake("ruby-gvl:quantum=1ms,tick=1ms,quantum=2ms"),
            "parameter `quantum` of policy `ruby-gvl` is given twice"
        );
    }

    #[test]
    fn only_policies_that_say_so_have_a_timer() {
        use crate::gil::{Next, Take};
        use crate::ids::ThreadId;
        for policy in Policy::ALL {
            let mut lock = policy.protocol(Nanos::from_millis(5));
            let first = lock.take(ThreadId(1), Take::Start, Nanos::ZERO);
            let second = lock.take(ThreadId(2), Take::Start, Nanos::ZERO);
            assert!(matches!(
                (first.next, policy, second.next),
                (_, Policy::None, _) | (Next::Done(_), _, Next::Wait { .. })
            ));
            assert_eq!(lock.next_timer().is_some(), policy.has_timer(), "{policy}");
        }
    }

    proptest! {
        #[test]
        fn no_text_panics(text in ".{0,40}") {
            let _ = Policy::parse(&text);
        }

        #[test]
        fn no_parameter_panics(
            name in "(ruby-gvl|bfs|pypy|priority|cpython-ticks)",
            key in "(quantum|tick|slice|check_interval|wake)",
            value in "[-0-9_.eEmsuh]{0,24}",
        ) {
            if let Ok(policy) = Policy::parse(&format!("{name}:{key}={value}")) {
                prop_assert_eq!(Policy::parse(&policy.to_string()), Ok(policy));
            }
        }
    }
}
