//! The thread that gathers events and writes the log file.
//!
//! A log that cannot be written must not cost the run: the first error is kept, writing stops, gathering goes on, and
//! [`LogWriter::finish`] reports it. Refuses to know what events mean.

use super::line::LineMaker;
use super::{Event, Header, Outcome, Sink, TaskInfo, Trace};
use crate::model::Model;
use crossbeam_channel::{Receiver, Sender, select, tick, unbounded};
use parking_lot::Mutex;
use serde::Serialize;
use std::fmt;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// The log's name in its folder, once it is whole.
pub const LOG_NAME: &str = "events.jsonl";

/// The log's name while it is written.
pub const PARTIAL_NAME: &str = "events.jsonl.partial";

/// How long a line may wait in the buffer: what a killed run can lose at the end of its log.
const FLUSH_EVERY: Duration = Duration::from_millis(200);

/// Bytes gathered before they go to the file.
const BUFFER: usize = 1 << 16;

/// What comes over the channel, in the order in which it was sent.
#[derive(Debug)]
pub(super) enum Message {
    Begin { run: u32, model: Model, observed: Option<Observed> },
    Batch { run: u32, events: Vec<Event> },
    End { outcomes: Vec<Outcome>, reply: Sender<Trace> },
    Finish,
}

/// Sees events as they come, in the order in which they are written.
pub type Observer = Box<dyn FnMut(&[Event]) + Send>;

/// A run whose events are seen by an observer, and kept nowhere but in the log.
pub(super) struct Observed {
    observer: Observer,
    tokens: Receiver<()>,
}

impl fmt::Debug for Observed {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("Observed")
    }
}

/// Gathers the events of a run's models and writes them to a log file.
#[derive(Debug)]
pub struct LogWriter {
    to: Sender<Message>,
    thread: Option<JoinHandle<()>>,
    failure: Arc<Mutex<Option<io::Error>>>,
    tasks: Vec<TaskInfo>,
    dir: Option<PathBuf>,
    runs: u32,
}

impl LogWriter {
    /// A log in the folder `dir`, which is made where it does not exist. It is written beside an older log, which it
    /// replaces in `finish`. Without a folder, events are gathered in memory only.
    pub fn create(dir: Option<&Path>, header: &Header) -> io::Result<LogWriter> {
        let mut log = LogWriter::to(dir.map(partial_file).transpose()?, header)?;
        log.dir = dir.map(Path::to_path_buf);
        Ok(log)
    }

    /// A log to `out`. Errors of `out` are reported by `finish`.
    pub fn to<W: Write + Send + 'static>(out: Option<W>, header: &Header) -> io::Result<LogWriter> {
        let first_line = serde_json::to_vec(header)?;
        let (to, from) = unbounded();
        let failure = Arc::new(Mutex::new(None));
        let out = out.map(|out| BufWriter::with_capacity(BUFFER, out));
        let out = Lines { out, text: Vec::new(), failure: failure.clone() };
        let gatherer = Gatherer { out, tasks: header.tasks.clone(), run: None };
        let thread =
            thread::Builder::new().name("log writer".into()).spawn(move || gatherer.serve(&first_line, &from))?;
        Ok(LogWriter { to, thread: Some(thread), failure, tasks: header.tasks.clone(), dir: None, runs: 0 })
    }

    /// A model's run begins; its threads log by the recorders of the returned sink.
    pub fn begin(&mut self, model: Model) -> Sink {
        self.runs += 1;
        self.send(Message::Begin { run: self.runs, model, observed: None });
        Sink::new(self.to.clone(), self.runs)
    }

    /// The same for a run whose events come in time order, from one thread that may be kept waiting. They pass by
    /// `observer` and are not kept: memory does not grow with the run, and the trace that `end` gives has none.
    pub fn begin_observed(&mut self, model: Model, observer: Observer) -> Sink {
        self.runs += 1;
        let (sink, tokens) = Sink::new(self.to.clone(), self.runs).paced();
        self.send(Message::Begin { run: self.runs, model, observed: Some(Observed { observer, tokens }) });
        sink
    }

    /// The run of `model` has ended. All its recorders must be gone or flushed: what comes later is dropped.
    pub fn end(&mut self, model: Model, outcomes: Vec<Outcome>) -> Trace {
        let (reply, answer) = unbounded();
        self.send(Message::End { outcomes, reply });
        // Without an answer the writer's thread has panicked, which `finish` reports.
        answer.recv().unwrap_or_else(|_| Trace::new(model, Vec::new(), self.tasks.clone(), Vec::new()))
    }

    /// The first error of writing, in words, if there was one.
    pub fn failed(&self) -> Option<String> {
        self.failure.lock().as_ref().map(io::Error::to_string)
    }

    /// Writes what is left and gives the log its name. After an error nothing is left of the new log, and an older one
    /// is untouched.
    pub fn finish(mut self) -> io::Result<()> {
        let joined = self.join();
        let written = match self.failure.lock().take() {
            Some(error) => Err(error),
            None => joined,
        };
        match &self.dir {
            Some(dir) => settle(dir, written),
            None => written,
        }
    }

    fn join(&mut self) -> io::Result<()> {
        self.send(Message::Finish);
        match self.thread.take().map(JoinHandle::join) {
            Some(Err(_)) => Err(io::Error::other("the thread that writes the log panicked")),
            _ => Ok(()),
        }
    }

    fn send(&self, message: Message) {
        // The receiver is gone only if its thread has panicked, which `join` reports.
        let _ = self.to.send(message);
    }
}

/// A log that was not finished keeps its partial file, whole to the last event.
impl Drop for LogWriter {
    fn drop(&mut self) {
        // Nobody is left to tell; the partial file's name says that it is not whole.
        let _ = self.join();
    }
}

fn partial_file(dir: &Path) -> io::Result<File> {
    fs::create_dir_all(dir)?;
    File::create(dir.join(PARTIAL_NAME))
}

/// Gives a written log its name, removes a failed one.
fn settle(dir: &Path, written: io::Result<()>) -> io::Result<()> {
    let partial = dir.join(PARTIAL_NAME);
    let renamed = written.and_then(|()| fs::rename(&partial, dir.join(LOG_NAME)));
    if renamed.is_err() {
        // The first error is the one to report, also where the file cannot be removed.
        let _ = fs::remove_file(&partial);
    }
    renamed
}

/// What the thread knows: the run that is on, and where lines go.
struct Gatherer<W: Write> {
    out: Lines<W>,
    tasks: Vec<TaskInfo>,
    run: Option<Run>,
}

struct Run {
    id: u32,
    model: Model,
    lines: LineMaker,
    /// As they came.
    batches: Vec<Vec<Event>>,
    observed: Option<Observed>,
}

impl<W: Write> Gatherer<W> {
    fn serve(mut self, header: &[u8], from: &Receiver<Message>) {
        self.out.line(|out| out.write_all(header));
        // So that a folder that cannot hold even one line is known before the run.
        self.out.flush();
        let ticks = tick(FLUSH_EVERY);
        loop {
            select! {
                recv(from) -> message => match message {
                    Ok(Message::Finish) | Err(_) => break,
                    Ok(message) => self.take(message),
                },
                recv(ticks) -> _ => self.out.flush(),
            }
        }
        self.out.flush();
    }

    fn take(&mut self, message: Message) {
        match message {
            Message::Begin { run, model, observed } => self.begin(run, model, observed),
            Message::Batch { run, events } => self.gather(run, events),
            Message::End { outcomes, reply } => self.end(outcomes, &reply),
            Message::Finish => {}
        }
    }

    fn begin(&mut self, id: u32, model: Model, observed: Option<Observed>) {
        self.out.json(&Mark::ModelStarted { model });
        self.run = Some(Run { id, model, lines: LineMaker::new(model), batches: Vec::new(), observed });
    }

    fn gather(&mut self, id: u32, events: Vec<Event>) {
        let Some(run) = self.run.as_mut().filter(|run| run.id == id) else { return };
        self.out.events(&mut run.lines, &events);
        match &mut run.observed {
            None => run.batches.push(events),
            Some(Observed { observer, tokens }) => {
                observer(&events);
                // There is one for each batch of this run.
                let _ = tokens.try_recv();
            }
        }
    }

    fn end(&mut self, outcomes: Vec<Outcome>, reply: &Sender<Trace>) {
        let Some(Run { model, batches, .. }) = self.run.take() else { return };
        self.out.json(&Mark::ModelEnded { model, outcomes: &outcomes });
        self.out.flush();
        // The caller waits for it; if it is gone, so is the run.
        let _ = reply.send(Trace::of_batches(model, batches, self.tasks.clone(), outcomes));
    }
}

/// The lines around a model's events.
#[derive(Serialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
enum Mark<'a> {
    ModelStarted { model: Model },
    ModelEnded { model: Model, outcomes: &'a [Outcome] },
}

/// Writes lines until the first error, and remembers that.
struct Lines<W: Write> {
    out: Option<BufWriter<W>>,
    /// Lines in the making; kept for its memory.
    text: Vec<u8>,
    failure: Arc<Mutex<Option<io::Error>>>,
}

impl<W: Write> Lines<W> {
    fn events(&mut self, lines: &mut LineMaker, events: &[Event]) {
        if self.out.is_none() {
            return;
        }
        let mut text = std::mem::take(&mut self.text);
        text.clear();
        self.attempt(|out| {
            events.iter().try_for_each(|event| lines.append(&mut text, event))?;
            out.write_all(&text)
        });
        self.text = text;
    }

    fn json(&mut self, line: &impl Serialize) {
        self.line(|out| Ok(serde_json::to_writer(out, line)?));
    }

    fn line(&mut self, write: impl FnOnce(&mut BufWriter<W>) -> io::Result<()>) {
        self.attempt(|out| write(out).and_then(|()| out.write_all(b"\n")));
    }

    fn flush(&mut self) {
        self.attempt(|out| out.flush());
    }

    fn attempt(&mut self, write: impl FnOnce(&mut BufWriter<W>) -> io::Result<()>) {
        let Some(out) = &mut self.out else { return };
        if let Err(error) = write(out) {
            *self.failure.lock() = Some(error);
            // Taken apart, because a dropped BufWriter would try to write once more.
            let _ = self.out.take().map(BufWriter::into_parts);
        }
    }
}
