//! An exception that nobody caught, with the way that led to it. How it is written is another matter.

use super::error::Raise;
use super::exception::Exception;
use super::heap::Heap;
use super::interp::Interp;
use super::value::Value;
use crate::source::{Source, Span};
use std::sync::Arc;

/// How far chains and groups of exceptions are followed.
pub const DEEPEST: usize = 100;

/// An exception that escaped.
#[derive(Clone, Debug)]
pub struct Raised {
    /// The exception's class.
    pub kind: String,
    /// With the name that may have been meant, where one was missing.
    pub message: String,
    /// Lines that show where in a text a SyntaxError is; empty for others.
    pub place: Box<str>,
    /// What `add_note` has added.
    pub notes: Box<[String]>,
    /// Outermost first.
    pub traceback: Box<[TraceEntry]>,
    /// The exceptions of a group.
    pub members: Box<[Raised]>,
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
            place: Box::default(),
            notes: Box::default(),
            traceback: Box::default(),
            members: Box::default(),
            before: None,
        }
    }

    /// The exception, with the places that it has passed. Borrows it.
    pub(super) fn of(interp: &Interp, exception: Value) -> Raised {
        Raised::linked(interp, exception, 0, &mut Vec::new())
    }

    /// The places that the exception has passed, outermost first. Borrows it.
    pub(super) fn way(interp: &Interp, exception: Value) -> Vec<TraceEntry> {
        let trace = interp.heap.as_exception(exception).map(|exception| exception.trace.as_slice());
        let places = trace.unwrap_or_default().iter().rev();
        places.map(|(unit, at)| TraceEntry::at(interp, *unit, *at)).collect()
    }

    /// `seen`: what stands in the text before it, and leads to nothing again.
    fn linked(interp: &Interp, value: Value, depth: usize, seen: &mut Vec<Value>) -> Raised {
        let heap = &interp.heap;
        let Some(exception) = heap.as_exception(value) else {
            return Raised::without_place(*super::error::system_error("gilsim has raised what is no exception"));
        };
        let (link, before) = match (exception.cause, exception.context) {
            (Value::None, context) if !exception.suppress_context => (Link::Context, context),
            (cause, _) => (Link::Cause, cause),
        };
        // A chain is finite, but the host's stack is too.
        let is_seen = |value| seen.iter().any(|other| super::compare::is_identical(*other, value));
        let follow = heap.as_exception(before).is_some() && depth < DEEPEST && !is_seen(before);
        seen.push(value);
        let before = follow.then(|| Box::new((link, Raised::linked(interp, before, depth + 1, seen))));
        let members = if depth < DEEPEST { exception.members(heap) } else { Vec::new() };
        let members = members.into_iter().map(|member| Raised::linked(interp, member, depth + 1, seen)).collect();
        let is_syntax = super::exception::is_syntax_error(heap, exception.class);
        let syntax = if is_syntax { super::told_syntax::told(heap, exception) } else { None };
        let (place, message) = syntax.unwrap_or_else(|| (String::new(), super::telling::text(heap, exception)));
        Raised {
            kind: super::class::told_name(heap, exception.class),
            message: message + &super::suggestion::of(interp, value).unwrap_or_default(),
            place: place.into(),
            notes: notes(heap, exception).into(),
            traceback: Raised::way(interp, value).into(),
            members,
            before,
        }
    }

    /// `ZeroDivisionError: division by zero`.
    pub fn last_line(&self) -> String {
        match self.message.is_empty() {
            true => self.kind.clone(),
            false => format!("{}: {}", self.kind, self.message),
        }
    }
}

/// The texts of `__notes__`.
fn notes(heap: &Heap, exception: &Exception) -> Vec<String> {
    let list = super::own::get_named(heap, &exception.attributes, "__notes__").and_then(|notes| heap.as_list(notes));
    let text = |note: &Value| heap.as_str(*note).map(|text| text.text.to_string());
    list.map(|notes| notes.iter().filter_map(text).collect()).unwrap_or_default()
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

    /// The entry as it stands in a traceback, with its line breaks, of the file at `path`.
    pub(super) fn shown(&self, path: &str) -> String {
        let mut text = String::new();
        self.render(path, &mut text);
        text
    }
}
