//! The binary as its users use it: right things, wrong things, and things that go wrong on the way.

mod collector;
mod compare;
#[path = "../expected/mod.rs"]
mod expected;
mod explore;
mod faults;
mod files;
mod gilsim;
mod interrupts;
mod kernel;
mod lives;
mod locks;
mod models;
mod natives;
mod network;
mod own_modules;
mod patterns;
mod pool_faults;
mod pools;
mod processes;
mod published;
mod races;
mod readers;
mod runs;
mod script_settings;
mod scripts;
mod simulated;
mod standard_input;
mod sweep;
mod system;
mod tracebacks;
mod tune;
mod work;
mod wrong_input;
