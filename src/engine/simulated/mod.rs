//! The simulated engine: a machine in virtual time, with any number of cores, under any lock protocol.
//!
//! Three layers, never merged. The operating system ([`os`]) decides when a runnable thread gets a core; the lock's
//! protocol ([`crate::gil`]), carried out by [`machine`], decides who may interpret; a [`body`] executes. A thread can
//! hold the lock and have no core, and waking is not running. Beneath them, [`kernel`] is time itself. What anything
//! costs comes from outside, as data. Reads no clock: same plan and seed, same events.

pub mod body;
#[cfg(test)]
mod cpu_clocks;
#[cfg(test)]
mod free_threaded;
mod ipc;
pub mod kernel;
pub mod machine;
mod network;
pub mod os;
#[cfg(test)]
mod pitfalls;
pub mod profile;
#[cfg(test)]
mod races;
mod scenario;
mod split;
pub mod targets;

pub use scenario::{MOST_CORES, TIME_LIMIT, check, plan, profile_of, run_scenario};
pub use split::{Sides, sides};
