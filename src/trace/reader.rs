//! Reads a log back, also one that was cut off.

use super::{Event, Header, LOG_FORMAT, Outcome, TaskInfo, Trace};
use crate::model::Model;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::fmt;
use std::io::{self, BufRead};

/// A log as read.
#[derive(Clone, Debug, PartialEq)]
pub struct LogFile {
    pub header: Header,
    /// One per model, in the order of running. A model whose end is missing counts as stopped.
    pub traces: Vec<Trace>,
    /// The log was cut off: its last line, which is not whole, was left out, or the last model has no end.
    pub truncated: bool,
}

/// Why a log could not be read.
#[derive(Debug)]
pub enum ReadError {
    Io(io::Error),
    /// Not even one whole line.
    Empty,
    /// The log's format is newer than this program.
    TooNew {
        format: u32,
    },
    /// A line in the middle is broken; `line` counts from 1.
    Broken {
        line: usize,
        what: String,
    },
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            ReadError::Io(error) => write!(f, "the log cannot be read: {error}"),
            ReadError::Empty => write!(f, "the log does not have a whole first line"),
            ReadError::TooNew { format } => {
                write!(f, "the log has format {format}, this program knows formats up to {LOG_FORMAT}")
            }
            ReadError::Broken { line, what } => write!(f, "line {line} of the log is broken: {what}"),
        }
    }
}

impl std::error::Error for ReadError {}

impl From<io::Error> for ReadError {
    fn from(error: io::Error) -> ReadError {
        ReadError::Io(error)
    }
}

/// Reads a whole log. A last line without its end is left out; any other broken line is an error.
pub fn read_log(mut log: impl BufRead) -> Result<LogFile, ReadError> {
    let mut line = Vec::new();
    if !next_line(&mut log, &mut line)? {
        return Err(ReadError::Empty);
    }
    let mut reader = Reader::new(header(&line)?);
    while next_line(&mut log, &mut line)? {
        reader.take(&line)?;
    }
    Ok(reader.finish(!line.is_empty()))
}

/// Reads one line. False at the end; `line` then holds what is left without an end of line.
fn next_line(log: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<bool> {
    line.clear();
    log.read_until(b'\n', line)?;
    Ok(line.last() == Some(&b'\n'))
}

fn header(line: &[u8]) -> Result<Header, ReadError> {
    #[derive(Deserialize)]
    struct Format {
        format: u32,
    }
    let Format { format } = parse(line, 1)?;
    if format > LOG_FORMAT {
        return Err(ReadError::TooNew { format });
    }
    parse(line, 1)
}

fn parse<T: DeserializeOwned>(text: &[u8], line: usize) -> Result<T, ReadError> {
    serde_json::from_slice(text).map_err(|error| ReadError::Broken { line, what: error.to_string() })
}

/// What is common to all lines but the first.
#[derive(Deserialize)]
struct Line {
    model: Model,
    event: String,
}

#[derive(Deserialize)]
struct Ended {
    outcomes: Vec<Outcome>,
}

/// The fold over lines.
struct Reader {
    header: Header,
    traces: Vec<Trace>,
    open: Option<(Model, Vec<Event>)>,
    line: usize,
}

impl Reader {
    fn new(header: Header) -> Reader {
        Reader { header, traces: Vec::new(), open: None, line: 1 }
    }

    fn take(&mut self, text: &[u8]) -> Result<(), ReadError> {
        self.line += 1;
        let line: Line = parse(text, self.line)?;
        match line.event.as_str() {
            "model-started" => self.begin(line.model),
            "model-ended" => {
                let Ended { outcomes } = parse(text, self.line)?;
                self.end(line.model, outcomes)
            }
            _ => {
                let event = parse(text, self.line)?;
                self.events_of(line.model)?.push(event);
                Ok(())
            }
        }
    }

    fn begin(&mut self, model: Model) -> Result<(), ReadError> {
        match self.open.replace((model, Vec::new())) {
            None => Ok(()),
            Some((other, _)) => Err(self.broken(format!("{model} starts before {other} has ended"))),
        }
    }

    fn events_of(&mut self, model: Model) -> Result<&mut Vec<Event>, ReadError> {
        match &mut self.open {
            Some((open, events)) if *open == model => Ok(events),
            _ => Err(ReadError::Broken { line: self.line, what: format!("{model} is not running here") }),
        }
    }

    fn end(&mut self, model: Model, outcomes: Vec<Outcome>) -> Result<(), ReadError> {
        let events = std::mem::take(self.events_of(model)?);
        if outcomes.len() > self.tasks().len() {
            return Err(self.broken(format!("{model} has more outcomes than tasks")));
        }
        self.open = None;
        self.traces.push(Trace::new(model, events, self.tasks(), outcomes));
        Ok(())
    }

    fn finish(mut self, cut: bool) -> LogFile {
        let truncated = cut || self.open.is_some();
        if let Some((model, events)) = self.open.take() {
            let trace = Trace::new(model, events, self.tasks(), Vec::new());
            self.traces.push(Trace { stopped: true, ..trace });
        }
        LogFile { header: self.header, traces: self.traces, truncated }
    }

    fn tasks(&self) -> Vec<TaskInfo> {
        self.header.tasks.clone()
    }

    fn broken(&self, what: String) -> ReadError {
        ReadError::Broken { line: self.line, what }
    }
}
