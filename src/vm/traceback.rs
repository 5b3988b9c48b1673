//! Tracebacks as Python 3.11 writes them: chains of exceptions, and groups as trees. Knows no heap and no frame.

use super::raised::{Link, Raised, TraceEntry};
use crate::source::{Source, Span};
use std::fmt::Write;
use std::sync::Arc;

/// How many like entries stand in a traceback before they are folded.
const SHOWN_REPEATS: usize = 3;

/// How many exceptions of a group are shown, and how many groups inside one another.
const SHOWN_MEMBERS: usize = 15;
const SHOWN_DEPTH: usize = 10;

impl Raised {
    /// The whole traceback, with those of the exceptions before. Ends without a line break.
    pub fn render(&self) -> String {
        let mut page = Page { text: String::new(), depth: 0, needs_end: false };
        page.chain(self);
        page.text.truncate(page.text.trim_end_matches('\n').len());
        page.text
    }

    /// The lines of the frames, folded.
    fn frames(&self) -> String {
        let mut text = String::new();
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
                entry.render(&entry.source.file().path, &mut text);
            }
        }
        fold(&mut text, repeats);
        text
    }
}

/// A traceback that is being written.
struct Page {
    text: String,
    /// How many groups are around.
    depth: usize,
    /// Whether the line that ends a group is still to be written.
    needs_end: bool,
}

impl Page {
    fn margin(&self) -> String {
        " ".repeat(2 * self.depth)
    }

    fn lines(&mut self, text: &str, bar: char) {
        let margin = if self.depth == 0 { String::new() } else { format!("{}{bar} ", self.margin()) };
        for line in text.lines() {
            self.text.push_str(&margin);
            self.text.push_str(line);
            self.text.push('\n');
        }
    }

    fn chain(&mut self, raised: &Raised) {
        if let Some((link, before)) = raised.before.as_deref() {
            self.chain(before);
            let words = match link {
                Link::Cause => "\nThe above exception was the direct cause of the following exception:\n\n",
                Link::Context => "\nDuring handling of the above exception, another exception occurred:\n\n",
            };
            self.lines(words, '|');
        }
        match raised.members.is_empty() {
            true => self.single(raised),
            false if self.depth > SHOWN_DEPTH => {
                self.lines(&format!("... (max_group_depth is {SHOWN_DEPTH})"), '|');
            }
            false => self.group(raised),
        }
    }

    fn single(&mut self, raised: &Raised) {
        if !raised.traceback.is_empty() {
            self.lines("Traceback (most recent call last):", '|');
            self.lines(&raised.frames(), '|');
        }
        self.last(raised);
    }

    /// What the exception says, and its notes. Further lines of its text stand without a margin.
    fn last(&mut self, raised: &Raised) {
        self.lines(&raised.place, '|');
        let said = raised.last_line();
        let (first, more) = said.split_once('\n').map_or((said.as_str(), None), |(first, more)| (first, Some(more)));
        self.lines(first, '|');
        if let Some(more) = more {
            self.text.push_str(more);
            self.text.push('\n');
        }
        raised.notes.iter().for_each(|note| self.lines(note, '|'));
    }

    fn group(&mut self, raised: &Raised) {
        let is_outermost = self.depth == 0;
        self.depth += usize::from(is_outermost);
        if !raised.traceback.is_empty() {
            self.lines("Exception Group Traceback (most recent call last):", if is_outermost { '+' } else { '|' });
            self.lines(&raised.frames(), '|');
        }
        self.last(raised);
        self.needs_end = false;
        self.members(&raised.members);
        self.depth -= usize::from(is_outermost);
    }

    fn members(&mut self, members: &[Raised]) {
        let shown = members.len().min(SHOWN_MEMBERS + 1);
        for (at, member) in members.iter().enumerate().take(shown) {
            let is_last = at + 1 == shown;
            self.needs_end |= is_last;
            let is_shown = at < SHOWN_MEMBERS;
            let title = if is_shown { (at + 1).to_string() } else { "...".to_owned() };
            let start = if at == 0 { "+-" } else { "  " };
            let _ = writeln!(self.text, "{}{start}+---------------- {title} ----------------", self.margin());
            self.depth += 1;
            match (is_shown, members.len() - at) {
                (true, _) => self.chain(member),
                (false, 1) => self.lines("and 1 more exception", '|'),
                (false, more) => self.lines(&format!("and {more} more exceptions"), '|'),
            }
            if is_last && self.needs_end {
                let _ = writeln!(self.text, "{}+------------------------------------", self.margin());
                self.needs_end = false;
            }
            self.depth -= 1;
        }
    }
}

fn fold(text: &mut String, repeats: usize) {
    if repeats > SHOWN_REPEATS {
        let more = repeats - SHOWN_REPEATS;
        let plural = if more == 1 { "" } else { "s" };
        let _ = writeln!(text, "  [Previous line repeated {more} more time{plural}]");
    }
}

impl TraceEntry {
    /// First and last line in the file, from 1.
    pub(super) fn lines(&self) -> (usize, usize) {
        let span = self.source.in_file(self.span);
        let file = self.source.file();
        (file.place(span.start).line, file.place(span.end).line)
    }

    /// The entry, of the file at `path`.
    pub(super) fn render(&self, path: &str, text: &mut String) {
        let (line, _) = self.lines();
        let file = self.source.file();
        let _ = writeln!(text, "  File \"{}\", line {line}, in {}", path, self.function);
        let shown = file.line_text(line);
        if shown.trim().is_empty() || !file.is_in_a_file() {
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
        if start >= end || (start == 0 && end >= width && self.anchor.is_none()) {
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
