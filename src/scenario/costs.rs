//! `[machine.costs]`: single values of the profile that the scenario replaces, under the names that they have there
//! (`os.tick`). Which names and values there are is not known here.

use super::expect::{joined, whole_name};
use super::mistakes::{Fault, Mistakes};
use super::walk::{At, Section, kind, number, span_of};
use crate::source::{Diagnostic, SourceFile, Span};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use toml::de::{DeTable, DeValue};

/// One value in place of the profile's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cost {
    /// Section and key of the profile, such as `os.tick`.
    pub name: String,
    /// In the profile's unit, mostly nanoseconds.
    pub value: f64,
    /// The name in the scenario file.
    #[serde(skip)]
    pub span: Span,
}

#[derive(Debug)]
pub struct RawCost {
    name: At<String>,
    value: f64,
}

/// The values in the order of the file.
pub fn read(machine: &Section, mistakes: &mut Mistakes) -> Vec<RawCost> {
    let mut found = Vec::new();
    if let Some(table) = machine.table("costs", mistakes) {
        values(table.value, &At { value: String::new(), span: Span::default() }, &mut found, mistakes);
    }
    found.sort_by_key(|cost| cost.name.span);
    found
}

/// Collects from a table whose costs begin with `prefix`. The depth is bounded by the TOML library.
fn values(table: &DeTable, prefix: &At<String>, found: &mut Vec<RawCost>, mistakes: &mut Mistakes) {
    for (key, value) in table.iter() {
        let span = span_of(value.span());
        let name = At { value: joined(&prefix.value, key.get_ref()), span: span_of(key.span()) };
        match (value.get_ref(), number(value.get_ref())) {
            (DeValue::Table(inner), _) if !inner.is_empty() => values(inner, &name, found, mistakes),
            (_, Some(value)) => found.push(RawCost { name, value }),
            (other, None) => mistakes.value(not_a_number(&name.value, &At { value: other, span })),
        }
    }
}

fn not_a_number(name: &str, found: &At<&DeValue>) -> Diagnostic {
    Diagnostic::new(format!("`{name}` needs a number"), found.span)
        .label(format!("this is {}", kind(found.value)))
        .help(format!("in the profile's unit, nanoseconds for times: {name} = 1000"))
}

/// The values, each once; what is given twice is noted.
pub fn check(raw: Vec<RawCost>, file: &SourceFile, mistakes: &mut Mistakes) -> Vec<Cost> {
    let mut given = HashSet::new();
    let mut costs = Vec::new();
    for RawCost { name, value } in raw {
        let span = whole_name(&name, file);
        if !given.insert(name.value.clone()) {
            mistakes.value(Fault::new(format!("`{}` is given twice", name.value), "leave one of them out").at(span));
        }
        costs.push(Cost { name: name.value, value, span });
    }
    costs
}
