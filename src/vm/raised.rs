//! An exception that nobody caught, with the way that led to it, and its text as Python 3.11 writes it.

use super::error::Raise;
use super::exception::Exception;
use super::heap::Heap;
use super::interp::Interp;
use super::value::Value;
use crate::source::{Source, Span};
use std::fmt::Write;
use std::sync::Arc;

/// How many like entries stand in a traceback before they are folded.
const SHOWN_REPEATS: usize = 3;

/// An exception that escaped.
#[derive(Clone, Debug)]
pub struct Raised {
    /// The exception's class.
    pub kind: String,
    pub message: String,
    /// What `add_note` has added.
    pub notes: Vec<String>,
    /// Outermost first.
    pub traceback: Vec<TraceEntry>,
    /// The exception that led to this one.
    pub before: Option<Box<(Link, Raised)>>,
}

/// How an exception led to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// `raise … from`.
    Cause,
    /// It was being handled.
    Context,
}

/// One frame of a traceback.
#[derive(Clone, Debug)]
pub struct TraceEntry {
    pub function: String,
    pub source: Arc<Source>,
    /// What was being executed, in the source's text.
    pub span: Span,
    /// The part of the span that is pointed at, where that is not the whole.
    pub anchor: Option<Span>,
}

impl Raised {
    pub(super) fn without_place(raise: Raise) -> Raised {
        Raised {
            kind: raise.kind.to_owned(),
            message: raise.message,
            notes: Vec::new(),
            traceback: Vec::new(),
            before: None,
        }
    }

    /// The exception, with the places that it has passed. Borrows it.
    pub(super) fn of(interp: &Interp, exception: Value) -> Raised {
        Raised::linked(interp, exception, 0)
    }

    /// The places that the exception has passed, outermost first. Borrows it.
    pub(super) fn way(interp: &Interp, exception: Value) -> Vec<TraceEntry> {
        let trace = interp.heap.as_exception(exception).map(|exception| exception.trace.as_slice());
        let places = trace.unwrap_or_default().iter().rev();
        places.map(|(unit, at)| TraceEntry::at(interp, *unit, *at)).collect()
    }

    fn linked(interp: &Interp, value: Value, depth: usize) -> Raised {
        let heap = &interp.heap;
        let Some(exception) = heap.as_exception(value) else {
            return Raised::without_place(*super::error::system_error("gilsim has raised what is no exception"));
        };
        let (link, before) = match (exception.cause, exception.context) {
            (Value::None, context) if !exception.suppress_context => (Link::Context, context),
            (cause, _) => (Link::Cause, cause),
        };
        // A chain is finite, but the host's stack is too.
        let follow = heap.as_exception(before).is_some() && depth < 100;
        Raised {
            kind: super::class::told_name(heap, exception.class),
            message: super::exception::text(heap, exception).unwrap_or_default(),
            notes: notes(heap, exception),
            traceback: Raised::way(interp, value),
            before: follow.then(|| Box::new((link, Raised::linked(interp, before, depth + 1)))),
        }
    }

    /// `ZeroDivisionError: division by zero`.
    pub fn last_line(&self) -> String {
        match self.message.is_empty() {
            true => self.kind.clone(),
            false => format!("{}: {}", self.kind, self.message),
        }
    }

    /// The same with the notes below.
    fn last_lines(&self) -> String {
        self.notes.iter().fold(self.last_line(), |text, note| text + "\n" + note)
    }

    /// The whole traceback, with those of the exceptions before. Ends without a line break.
    pub fn render(&self) -> String {
        let mut text = String::new();
        if let Some((link, before)) = self.before.as_deref() {
            text = before.render();
            text.push_str(match link {
                Link::Cause => "\n\nThe above exception was the direct cause of the following exception:\n\n",
                Link::Context => "\n\nDuring handling of the above exception, another exception occurred:\n\n",
            });
        }
        if self.traceback.is_empty() {
            return text + &self.last_lines();
        }
        text.push_str("Traceback (most recent call last):\n");
        let mut repeats = 0;
        let mut last: Option<(&str, *const Source, usize)> = None;
        for entry in &self.traceback {
            let key = (entry.function.as_str(), Arc::as_ptr(&entry.source), entry.lines().0);
            if last == Some(key) {
                repeats += 1;
            } else {
                fold(&mut text, repeats);
                repeats = 1;
                last = Some(key);
            }
            if repeats <= SHOWN_REPEATS {
                entry.render(&mut text);
            }
        }
        fold(&mut text, repeats);
        text + &self.last_lines()
    }
}

/// The texts of `__notes__`.
fn notes(heap: &Heap, exception: &Exception) -> Vec<String> {
    let is_notes = |symbol: u32| &**heap.symbols.name(symbol) == "__notes__";
    let list =
        exception.attributes.iter().find(|(symbol, _)| is_notes(*symbol)).and_then(|(_, notes)| heap.as_list(*notes));
    let text = |note: &Value| heap.as_str(*note).map(|text| text.text.to_string());
    list.map(|notes| notes.iter().filter_map(text).collect()).unwrap_or_default()
}

fn fold(text: &mut String, repeats: usize) {
    if repeats > SHOWN_REPEATS {
        let more = repeats - SHOWN_REPEATS;
        let plural = if more == 1 { "" } else { "s" };
        let _ = writeln!(text, "  [Previous line repeated {more} more time{plural}]");
    }
}

impl TraceEntry {
    /// The place of an instruction.
    pub(super) fn at(interp: &Interp, unit: u32, instruction: u32) -> TraceEntry {
        let code = &interp.units[unit as usize].code;
        let place = code.places[instruction as usize];
        let (function, source) = (code.name.clone(), Arc::clone(&code.source));
        TraceEntry { function, source, span: place.span, anchor: place.anchor }
    }

    /// Its first line in the file, from 1.
    pub(super) fn line(&self) -> usize {
        self.lines().0
    }

    /// The entry as it stands in a traceback, with its line breaks.
    pub(super) fn shown(&self) -> String {
        let mut text = String::new();
        self.render(&mut text);
        text
    }

    /// First and last line in the file, from 1.
    fn lines(&self) -> (usize, usize) {
        let span = self.source.in_file(self.span);
        let file = self.source.file();
        (file.place(span.start).line, file.place(span.end).line)
    }

    fn render(&self, text: &mut String) {
        let (line, _) = self.lines();
        let file = self.source.file();
        let _ = writeln!(text, "  File \"{}\", line {line}, in {}", file.name, self.function);
        let shown = file.line_text(line);
        if shown.trim().is_empty() {
            return;
        }
        let _ = writeln!(text, "    {}", shown.trim());
        if let Some(carets) = self.carets(shown) {
            let _ = writeln!(text, "    {carets}");
        }
    }

    /// `~~^~~` below the span. None where the span is the whole line.
    fn carets(&self, shown: &str) -> Option<String> {
        let indent = shown.chars().take_while(|c| c.is_whitespace()).count();
        let width = shown.trim().chars().count();
        let (start, end) = self.columns(self.span, indent, width);
        if start >= end || (start == 0 && end >= width) {
            return None;
        }
        let (first, last) = match self.anchor.filter(|_| self.lines().0 == self.lines().1) {
            Some(anchor) => self.columns(anchor, indent, width),
            None => (start, end),
        };
        let marks = (start..end).map(|at| if (first..last).contains(&at) { '^' } else { '~' });
        Some(" ".repeat(start) + &marks.collect::<String>())
    }

    /// The span in columns of its first line without indentation.
    fn columns(&self, span: Span, indent: usize, width: usize) -> (usize, usize) {
        let span = self.source.in_file(span);
        let (start, end) = (self.source.file().place(span.start), self.source.file().place(span.end));
        let column = |column: usize| (column - 1).saturating_sub(indent).min(width);
        (column(start.column), if start.line == end.line { column(end.column) } else { width })
    }
}
