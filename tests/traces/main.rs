//! Traces, their checks and their analysis, on hand-written and on generated runs.

mod agreement;
mod bounds;
mod check;
mod expect;
mod figures;
mod log;
mod order;
mod schedules;
mod script;
mod timeline;
mod verdict;
