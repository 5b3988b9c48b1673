//! The waist of the house: what happened in a run, how it is recorded, kept in a log file and checked.
//!
//! Knows no scenario and no engine: events come in with their times, from whatever ran.
//!
//! ```text
//! Recorder (one a thread) ── batches ──▶ LogWriter's thread ──▶ events.jsonl
//! Sink::forward (a child) ── batches ──▶        └──▶ Trace ──▶ check, analysis
//! ```

mod check;
mod event;
mod header;
mod line;
mod order;
mod reader;
mod recorder;
mod run;
mod writer;

pub use check::{Checker, Violation, check};
pub use event::*;
pub use header::{Header, LOG_FORMAT};
pub use reader::{LogFile, ReadError, read_log};
pub use recorder::{Batches, Recorder, Sink};
pub use run::{TaskInfo, Trace};
pub use writer::{LOG_NAME, LogWriter, Observer, PARTIAL_NAME};
