//! Typed values out of a TOML table, with their places; what is of the wrong type or unknown becomes a mistake.
//! Knows TOML, and of scenarios only what a [`Layout`] says.

use super::mistakes::Mistakes;
use super::nearest::{nearest, suggestion};
use crate::source::{Diagnostic, Span};
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// A value and where it stands in the file.
#[derive(Clone, Debug, PartialEq)]
pub struct At<T> {
    pub value: T,
    pub span: Span,
}

/// A key that a table may have, and the right way to write it.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    pub name: &'static str,
    /// The key with a fitting value.
    pub example: &'static str,
}

/// A kind of table: where it stands and its keys.
#[derive(Clone, Copy, Debug)]
pub struct Layout {
    /// In words.
    pub place: &'static str,
    pub keys: &'static [Key],
}

impl Layout {
    pub fn knows(&self, name: &str) -> bool {
        self.keys.iter().any(|key| key.name == name)
    }

    /// Shows how the key is written.
    fn how_to(&self, name: &str) -> String {
        let example = self.keys.iter().find(|key| key.name == name).map_or("", |key| key.example);
        let gap = if example.contains('\n') { '\n' } else { ' ' };
        format!("write it like this:{gap}{example}")
    }

    fn names(&self) -> Vec<&'static str> {
        self.keys.iter().map(|key| key.name).collect()
    }
}

/// A table of a known layout.
#[derive(Clone, Copy, Debug)]
pub struct Section<'t> {
    layout: Layout,
    pub table: &'t DeTable<'t>,
    /// The table's header, or the whole of an inline table.
    pub span: Span,
}

impl<'t> Section<'t> {
    /// Notes every key that the layout lacks; `elsewhere` says where a key belongs that another table has.
    pub fn open(
        layout: Layout,
        table: &'t DeTable<'t>,
        span: Span,
        elsewhere: impl Fn(&str) -> Option<&'static str>,
        mistakes: &mut Mistakes,
    ) -> Section<'t> {
        for (key, _) in table.iter().filter(|(key, _)| !layout.knows(key.get_ref())) {
            let name = key.get_ref();
            let help = match (elsewhere(name), nearest(name, layout.names())) {
                (Some(place), Some(near)) => format!("did you mean `{near}`? `{name}` belongs {place}"),
                (Some(place), None) => format!("`{name}` belongs {place}"),
                (None, _) => suggestion(name, &layout.names()),
            };
            let message = format!("unknown key `{name}` in {}", layout.place);
            mistakes.value(Diagnostic::new(message, span_of(key.span())).help(help));
        }
        Section { layout, table, span }
    }

    pub fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// The raw value of a key.
    pub fn get(&self, key: &str) -> Option<At<&'t DeValue<'t>>> {
        self.table.get(key).map(|value| At { value: value.get_ref(), span: span_of(value.span()) })
    }

    pub fn string(&self, key: &str, mistakes: &mut Mistakes) -> Option<At<String>> {
        self.typed(key, "a string", |value| value.as_str().map(str::to_owned), mistakes)
    }

    /// An integer of any size that a bound check can still name.
    pub fn integer(&self, key: &str, mistakes: &mut Mistakes) -> Option<At<i128>> {
        self.typed(key, "an integer", integer, mistakes)
    }

    /// A finite number.
    pub fn number(&self, key: &str, mistakes: &mut Mistakes) -> Option<At<f64>> {
        self.typed(key, "a finite number", number, mistakes)
    }

    pub fn table(&self, key: &str, mistakes: &mut Mistakes) -> Option<At<&'t DeTable<'t>>> {
        let value = self.get(key)?;
        match value.value {
            DeValue::Table(table) => Some(At { value: table, span: value.span }),
            other => {
                self.wrong_type(key, "a table", &At { value: other, span: value.span }, mistakes);
                None
            }
        }
    }

    /// The strings of an array; what is none is noted and left out.
    pub fn strings(&self, key: &str, mistakes: &mut Mistakes) -> Option<At<Vec<At<String>>>> {
        let array = self.get(key)?;
        let DeValue::Array(values) = array.value else {
            self.wrong_type(key, "an array of strings", &array, mistakes);
            return None;
        };
        let mut strings = Vec::new();
        for value in values.iter() {
            let span = span_of(value.span());
            match value.get_ref().as_str() {
                Some(text) => strings.push(At { value: text.to_owned(), span }),
                None => {
                    self.wrong_type(key, "an array of strings", &At { value: value.get_ref(), span }, mistakes);
                }
            }
        }
        Some(At { value: strings, span: array.span })
    }

    fn typed<T>(
        &self,
        key: &str,
        wanted: &str,
        read: impl Fn(&DeValue) -> Option<T>,
        mistakes: &mut Mistakes,
    ) -> Option<At<T>> {
        let found = self.get(key)?;
        match read(found.value) {
            Some(value) => Some(At { value, span: found.span }),
            None => {
                self.wrong_type(key, wanted, &found, mistakes);
                None
            }
        }
    }

    /// Notes that the value is not what the key needs.
    pub fn wrong_type(&self, key: &str, wanted: &str, found: &At<&DeValue>, mistakes: &mut Mistakes) {
        let mistake = Diagnostic::new(format!("`{key}` must be {wanted}"), found.span)
            .label(format!("this is {}", kind(found.value)))
            .help(self.layout.how_to(key));
        mistakes.value(mistake);
    }

    /// Notes that the key is not there.
    pub fn missing(&self, key: &str, mistakes: &mut Mistakes) {
        let message = format!("{} has no `{key}`", self.layout.place);
        mistakes.missing(Diagnostic::new(message, self.span).help(self.layout.how_to(key)));
    }
}

/// Spans of the TOML library as ours; a text is shorter than 4 GiB.
pub fn span_of(range: Range<usize>) -> Span {
    Span::new(range.start as u32, range.end as u32)
}

fn integer(value: &DeValue) -> Option<i128> {
    let integer = value.as_integer()?;
    i128::from_str_radix(integer.as_str(), integer.radix()).ok()
}

/// A finite number.
pub fn number(value: &DeValue) -> Option<f64> {
    let number = match value {
        DeValue::Float(float) => float.as_str().parse().ok(),
        other => integer(other).map(|integer| integer as f64),
    };
    number.filter(|number: &f64| number.is_finite())
}

/// A value's type in words.
pub fn kind(value: &DeValue) -> &'static str {
    match value {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) if integer(value).is_none() => "an integer that is too large",
        DeValue::Integer(_) => "an integer",
        DeValue::Float(_) if number(value).is_none() => "not finite",
        DeValue::Float(_) => "a number with a fraction",
        DeValue::Boolean(_) => "a boolean",
        DeValue::Datetime(_) => "a date or time",
        DeValue::Array(_) => "an array",
        DeValue::Table(_) => "a table",
    }
}
