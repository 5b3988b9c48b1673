//! What a run and its worker processes say to each other: one JSON value a line, over the worker's stdin and stdout.

use crate::engine::Setup;
use crate::engine::kernel::Inheritance;
use crate::engine::sockets::Handed;
use crate::ids::{ProcessId, TaskId};
use crate::scenario::{self, MachineConfig, RunConfig, Scenario, Unreadable};
use crate::source::SourceFile;
use crate::time::Nanos;
use crate::trace::{Event, Outcome};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::io::{self, BufRead, Write};
use std::path::PathBuf;

/// All that a worker process needs to be one.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Job {
    pub process: ProcessId,
    /// The lane's name.
    pub name: String,
    /// The epoch of the run's clock.
    pub epoch: Nanos,
    pub run: RunConfig,
    machine: MachineConfig,
    /// The scenario's file, and that of its program where it is another, as they were when the run began.
    scenario: File,
    program: Option<File>,
    /// The scenario is a Python file.
    pub script: bool,
    pub role: Role,
}

/// What a process is there for.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// It carries out tasks of the scenario.
    #[default]
    Tasks,
    /// The program has forked: it goes on from the state in this file.
    Forked { state: PathBuf, inheritance: Inheritance, sockets: Handed },
    /// The program has started a process with a fresh interpreter. In the file stands what that is told.
    Spawned { message: PathBuf, inheritance: Inheritance },
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct File {
    name: String,
    path: String,
    text: String,
    neighbours: Box<[String]>,
}

impl Job {
    /// The job of worker `process`.
    pub fn new(setup: &Setup, process: ProcessId, name: &str) -> Job {
        let scenario = setup.scenario;
        let program = Some(scenario.program.file()).filter(|file| file.name != scenario.file.name);
        Job {
            process,
            name: name.to_string(),
            epoch: setup.clock.epoch(),
            run: scenario.run.clone(),
            machine: scenario.machine.clone(),
            scenario: File::of(&scenario.file),
            program: program.map(File::of),
            script: scenario.script,
            role: Role::Tasks,
        }
    }

    /// That of a process which the program starts.
    pub fn of_child(&self, process: ProcessId, name: &str, role: Role) -> Job {
        Job { process, name: name.to_string(), role, ..self.clone() }
    }

    /// The scenario as the run has it.
    pub fn scenario(&self) -> io::Result<Scenario> {
        if self.script {
            let mut scenario = scenario::script(self.scenario.clone().into_source()).map_err(io::Error::other)?;
            (scenario.run, scenario.machine) = (self.run.clone(), self.machine.clone());
            return Ok(scenario);
        }
        let program = |_: &str| self.program.clone().map(File::into_source).ok_or_else(no_program);
        let mut scenario = scenario::parse(self.scenario.clone().into_source(), &program).map_err(io::Error::other)?;
        scenario.run = self.run.clone();
        scenario.machine = self.machine.clone();
        Ok(scenario)
    }
}

/// Cannot happen between two processes of one program, and must not be a panic if it does.
fn no_program() -> Unreadable {
    Unreadable { message: "the job names no program file".to_string(), help: None }
}

impl File {
    fn of(file: &SourceFile) -> File {
        let (name, path) = (file.name.clone(), file.path.clone());
        File { name, path, text: file.text.clone(), neighbours: file.neighbours.clone() }
    }

    fn into_source(self) -> SourceFile {
        SourceFile::new(self.name, self.text).at(self.path).among(self.neighbours)
    }
}

/// From the run to a worker. The first line is a [`Job`].
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Command {
    Run(TaskId),
    /// Break off what is running and answer with its outcome.
    Stop,
    /// One more text has been shown, of those that it printed; or was lost, as nobody reads them any more.
    Shown(bool),
    /// Ctrl-C, for the program's handler and the processes below.
    Interrupt,
    /// There are no more tasks.
    Finish,
}

/// From a worker to the run.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Report {
    /// The module's body has run, tasks may come.
    Ready,
    /// The module's body ended in an exception.
    ModuleRaised {
        traceback: String,
    },
    Events(Vec<Event>),
    /// Text for standard output, of the lane of this name.
    Printed(String, String),
    /// The same for standard error.
    Complained(String, String),
    Ended(TaskId, Outcome),
    /// The process has sent one above it, by its number, a signal.
    Signal(i64, i32),
}

/// Writes one line and sends it on its way.
pub fn send(to: &mut impl Write, message: &impl Serialize) -> io::Result<()> {
    let mut line = serde_json::to_vec(message)?;
    line.push(b'\n');
    to.write_all(&line)?;
    to.flush()
}

/// Reads one line; nothing at the end of the stream, also where it ends within a line.
pub fn receive<M: DeserializeOwned>(from: &mut impl BufRead) -> io::Result<Option<M>> {
    let mut line = String::new();
    from.read_line(&mut line)?;
    if !line.ends_with('\n') {
        return Ok(None);
    }
    Ok(Some(serde_json::from_str(&line)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_comes_out_as_it_went_in() {
        let mut pipe = Vec::new();
        let outcome = Outcome::Returned { value: "'a\\nb'".into() };
        send(&mut pipe, &Report::Ended(TaskId(3), outcome.clone())).unwrap();
        let read: Option<Report> = receive(&mut &pipe[..]).unwrap();
        assert!(matches!(read, Some(Report::Ended(TaskId(3), read)) if read == outcome));
    }

    #[test]
    fn a_stream_that_ends_within_a_line_is_at_its_end() {
        let cut: &[u8] = b"{\"ended\":[3,";
        assert!(receive::<Report>(&mut &cut[..]).unwrap().is_none());
    }

    #[test]
    fn a_line_that_is_no_message_is_an_error() {
        let noise: &[u8] = b"hello\n";
        assert!(receive::<Report>(&mut &noise[..]).is_err());
    }
}
