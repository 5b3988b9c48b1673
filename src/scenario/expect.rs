//! `[expect]`: bounds on figures, whose dotted names are TOML's nested tables. Whether a figure exists is not known here.

use super::mirror::RawExpectation;
use super::mistakes::{Fault, Mistakes};
use super::model::Expectation;
use super::nearest::nearest;
use super::walk::{At, Key, Layout, Section, kind, span_of};
use crate::source::{Diagnostic, SourceFile, Span};
use std::collections::HashMap;
use toml::de::{DeTable, DeValue};

const BOUNDS: Layout = Layout {
    place: "an expectation",
    keys: &[Key { name: "at_least", example: "at_least = 0.9" }, Key { name: "at_most", example: "at_most = 1.05" }],
};

/// The expectations in the order of the file.
pub fn read(file: &Section, mistakes: &mut Mistakes) -> Vec<RawExpectation> {
    let mut found = Vec::new();
    if let Some(table) = file.table("expect", mistakes) {
        figures(table.value, &At { value: String::new(), span: Span::default() }, &mut found, mistakes);
    }
    found.sort_by_key(|expectation| expectation.figure.span);
    found
}

/// Collects from a table whose figures begin with `prefix`. The depth is bounded by the TOML library.
fn figures(table: &DeTable, prefix: &At<String>, found: &mut Vec<RawExpectation>, mistakes: &mut Mistakes) {
    for (key, value) in table.iter() {
        let (key_span, span) = (span_of(key.span()), span_of(value.span()));
        let figure = At { value: joined(&prefix.value, key.get_ref()), span: key_span };
        match value.get_ref() {
            DeValue::Table(bounds) if is_bounds(bounds) => found.push(expectation(figure, bounds, span, mistakes)),
            DeValue::Table(inner) => figures(inner, &figure, found, mistakes),
            other => mistakes.value(not_bounds(&figure.value, &At { value: other, span })),
        }
    }
}

pub(super) fn joined(prefix: &str, key: &str) -> String {
    if prefix.is_empty() { key.to_owned() } else { format!("{prefix}.{key}") }
}

/// Whether a table holds bounds, perhaps misspelt, rather than further parts of figures' names.
fn is_bounds(table: &DeTable) -> bool {
    let names = || BOUNDS.keys.iter().map(|key| key.name);
    let has_bound = |(key, value): (&toml::Spanned<_>, &toml::Spanned<DeValue>)| {
        let key: &std::borrow::Cow<str> = key.get_ref();
        names().any(|name| name == key) || (!value.get_ref().is_table() && nearest(key, names()).is_some())
    };
    table.is_empty() || table.iter().any(has_bound)
}

fn expectation(figure: At<String>, bounds: &DeTable, span: Span, mistakes: &mut Mistakes) -> RawExpectation {
    let section = Section::open(BOUNDS, bounds, span, |_| None, mistakes);
    if bounds.is_empty() {
        let message = format!("`{}` has no bounds", figure.value);
        mistakes.value(Diagnostic::new(message, span).help(how_to(&figure.value)));
    }
    let (at_least, at_most) = (section.number("at_least", mistakes), section.number("at_most", mistakes));
    RawExpectation { figure, at_least, at_most, span }
}

fn not_bounds(figure: &str, found: &At<&DeValue>) -> Diagnostic {
    Diagnostic::new(format!("`{figure}` needs bounds"), found.span)
        .label(format!("this is {}", kind(found.value)))
        .help(how_to(figure))
}

fn how_to(figure: &str) -> String {
    format!("give one bound or both: {figure} = {{ at_least = 0.9, at_most = 1.05 }}")
}

/// The expectations that make sense; what does not is noted.
pub fn check(raw: Vec<RawExpectation>, file: &SourceFile, mistakes: &mut Mistakes) -> Vec<Expectation> {
    let mut checked = Vec::new();
    let mut lines = HashMap::new();
    for one in raw {
        let span = whole_name(&one.figure, file);
        let figure = one.figure.value;
        let (at_least, at_most) = (one.at_least.map(|bound| bound.value), one.at_most.map(|bound| bound.value));
        if let (Some(least), Some(most)) = (at_least, at_most)
            && least > most
        {
            let message = format!("`{figure}` cannot be at least {least} and at most {most}");
            mistakes.value(Fault::new(message, "at_least is the smaller of the two").at(one.span));
        }
        let line = file.line(span.start);
        if let Some(first) = lines.insert(figure.clone(), line) {
            let message = format!("`{figure}` is expected twice");
            let help = format!("line {first} expects it already; put both bounds there");
            mistakes.value(Fault::new(message, help).at(span));
        }
        checked.push(Expectation { figure, at_least, at_most, line, span });
    }
    checked
}

/// The place of the dotted name as far as it is written in one piece; TOML's last key is only its end.
pub(super) fn whole_name(figure: &At<String>, file: &SourceFile) -> Span {
    let Span { start, end } = figure.span;
    let before = &file.text[..start as usize];
    let parts = figure.value.len().checked_sub((end - start) as usize).and_then(|len| figure.value.get(..len));
    let written = parts.filter(|parts| before.ends_with(*parts)).map_or(0, str::len);
    Span::new(start - written as u32, end)
}
