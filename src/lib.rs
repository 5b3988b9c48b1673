//! See, predict and tune what a global interpreter lock does to a Python-style workload.
//!
//! `ARCHITECTURE.md` tells the way of the data through these modules and what each never knows.

pub mod analysis;
pub mod bytecode;
pub mod chart;
pub mod cli;
pub mod compare;
pub mod engine;
pub mod explore;
pub mod gil;
pub mod ids;
pub mod lang;
pub mod model;
pub mod net;
pub mod scenario;
pub mod source;
pub mod sweep;
pub mod time;
pub mod trace;
pub mod tune;
pub mod vm;
pub mod work;
