//! `[published]`: what others measured, figure by figure under the figures' dotted names. Whether a figure exists is not
//! known here.

use super::expect::{joined, whole_name};
use super::mirror::RawPublished;
use super::mistakes::{Fault, Mistakes};
use super::model::Published;
use super::walk::{At, Section, kind, number, span_of};
use crate::source::{Diagnostic, SourceFile, Span};
use std::collections::HashMap;
use toml::de::{DeTable, DeValue};

/// The published figures in the order of the file.
pub fn read(file: &Section, mistakes: &mut Mistakes) -> Vec<RawPublished> {
    let mut found = Vec::new();
    if let Some(table) = file.table("published", mistakes) {
        figures(table.value, &At { value: String::new(), span: Span::default() }, &mut found, mistakes);
    }
    found.sort_by_key(|published| published.figure.span);
    found
}

/// Collects from a table whose figures begin with `prefix`. The depth is bounded by the TOML library.
fn figures(table: &DeTable, prefix: &At<String>, found: &mut Vec<RawPublished>, mistakes: &mut Mistakes) {
    for (key, value) in table.iter() {
        let (key_span, span) = (span_of(key.span()), span_of(value.span()));
        let figure = At { value: joined(&prefix.value, key.get_ref()), span: key_span };
        match (value.get_ref(), number(value.get_ref())) {
            (DeValue::Table(inner), _) if !inner.is_empty() => figures(inner, &figure, found, mistakes),
            (_, Some(number)) => found.push(RawPublished { figure, value: At { value: number, span } }),
            (other, None) => mistakes.value(not_a_number(&figure.value, &At { value: other, span })),
        }
    }
}

fn not_a_number(figure: &str, found: &At<&DeValue>) -> Diagnostic {
    Diagnostic::new(format!("`{figure}` needs the number that was published"), found.span)
        .label(format!("this is {}", kind(found.value)))
        .help(format!("in the figure's unit, seconds for times: {figure} = 4.90"))
}

/// The figures, each once; what is published twice is noted.
pub fn check(raw: Vec<RawPublished>, file: &SourceFile, mistakes: &mut Mistakes) -> Vec<Published> {
    let mut checked = Vec::new();
    let mut lines = HashMap::new();
    for one in raw {
        let span = whole_name(&one.figure, file);
        let line = file.line(span.start);
        let figure = one.figure.value;
        if let Some(first) = lines.insert(figure.clone(), line) {
            let message = format!("`{figure}` is published twice");
            mistakes.value(Fault::new(message, format!("line {first} gives it already")).at(span));
        }
        checked.push(Published { figure, value: one.value.value, line, span });
    }
    checked
}
