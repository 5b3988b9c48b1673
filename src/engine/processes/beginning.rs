//! What the interpreter of a new process begins with: nothing, a copy of its parent's, or a message from it.

use super::wire::{Job, Role};
use crate::engine::kernel::{Family, Kernel};
use crate::engine::threads::{code_of, first_settings};
use crate::scenario::Scenario;
use crate::vm::{Interp, Reply, Settings, ThreadState};
use std::fs;
use std::io;
use std::path::Path;

pub struct Beginning {
    pub interp: Interp,
    /// Of the first thread of a process of the program.
    pub state: Option<ThreadState>,
}

impl Beginning {
    /// The same with all that the process shares with others.
    pub fn of(job: &Job, scenario: &Scenario, family: Family) -> io::Result<(Kernel, Beginning)> {
        // A process of its own begins with random numbers of its own, as CPython's do.
        let settings = first_settings(&scenario.run, seed_of_process(scenario.machine.seed));
        match &job.role {
            Role::Tasks => {
                let interp = Interp::new().told(settings);
                Ok((Kernel::of_first(job.process, family), Beginning { interp, state: None }))
            }
            Role::Forked { state, inheritance, .. } => {
                let kernel = moved_in(Kernel::inherited(job.process, inheritance, family)?)?;
                let copy = taken(state)?;
                let (mut interp, mut state) = Interp::unpacked(&copy, &code_of(scenario)).map_err(io::Error::other)?;
                interp.set_memory_limit(settings.memory_limit);
                state.give(&mut interp, Reply::Int(0));
                Ok((kernel, Beginning { interp, state: Some(state) }))
            }
            Role::Spawned { message, inheritance } => {
                let kernel = moved_in(Kernel::inherited(job.process, inheritance, family)?)?;
                let start_message = taken(message)?;
                let mut interp = Interp::new().told(Settings { start_message, ..settings });
                let state = ThreadState::of_spawned_process(&mut interp, main_code(scenario));
                let state = state.ok_or_else(|| io::Error::other("the program can import nothing"))?;
                Ok((kernel, Beginning { interp, state: Some(state) }))
            }
        }
    }
}

/// Others can send this process signals.
fn moved_in(kernel: Kernel) -> io::Result<Kernel> {
    kernel.move_in()?;
    Ok(kernel)
}

fn seed_of_process(seed: u64) -> u64 {
    seed ^ u64::from(std::process::id()) << 32
}

/// The program's main module: a script's is its only task.
fn main_code(scenario: &Scenario) -> &std::sync::Arc<crate::bytecode::Code> {
    match scenario.tasks.first() {
        Some(task) if scenario.script => &task.code,
        _ => &scenario.module,
    }
}

/// A file's contents; nobody else wants them.
fn taken(path: &Path) -> io::Result<Vec<u8>> {
    let data = fs::read(path)?;
    // It goes with the run's folder at the latest.
    let _ = fs::remove_file(path);
    Ok(data)
}
