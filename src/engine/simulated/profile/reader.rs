//! From a profile's text to its values: every key known, every value in its bounds, all mistakes told at once.

use super::fields::{Entry, FIELDS};
use super::{Profile, ProfileError};
use crate::source::{Diagnostic, Span};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// What of a file is no cost.
const BASE: &str = "based_on";
const ABOUT: &str = "about";

pub(super) fn read(name: &str, text: &str) -> Result<Profile, Vec<Diagnostic>> {
    let (table, errors) = DeTable::parse_recoverable(text);
    if !errors.is_empty() {
        return Err(errors.iter().map(|error| Diagnostic::new(error.message(), span(error.span()))).collect());
    }
    let mut draft = Draft { about: String::new(), values: vec![None; FIELDS.len()], mistakes: Vec::new() };
    draft.read_top(table.get_ref());
    draft.finish(name, text.len() as u32)
}

/// A profile that is being read.
struct Draft {
    about: String,
    values: Vec<Option<f64>>,
    mistakes: Vec<Diagnostic>,
}

impl Draft {
    fn read_top(&mut self, table: &DeTable) {
        // What a profile is based on comes first, wherever it stands.
        if let Some(base) = table.get(BASE) {
            self.read_base(base);
        }
        for (key, value) in table.iter() {
            match (key.get_ref().as_ref(), value.get_ref()) {
                (BASE, _) => {}
                (ABOUT, DeValue::String(about)) => self.about = about.to_string(),
                (ABOUT, _) => self.wrong("`about` is one line of text", value.span(), None),
                (section, DeValue::Table(fields)) => self.read_section(section, key, fields),
                (name, _) => self.wrong(unknown_field(name), key.span(), None),
            }
        }
    }

    fn read_base(&mut self, base: &Spanned<DeValue>) {
        let Some(name) = base.get_ref().as_str() else {
            return self.wrong("`based_on` is the name of a profile", base.span(), None);
        };
        match super::EMBEDDED.iter().find(|(known, _)| *known == name) {
            None => self.wrong(super::unknown(name), base.span(), None),
            Some((name, text)) => match Profile::read(name, text) {
                Ok(base) => self.values = base.values.into_iter().map(Some).collect(),
                Err(ProfileError::Unknown(what)) => self.wrong(what, base.span(), None),
                Err(ProfileError::Wrong(..)) => {
                    self.wrong(format!("`{name}` is not a sound profile"), base.span(), None)
                }
            },
        }
    }

    fn read_section(&mut self, section: &str, key: &Spanned<std::borrow::Cow<str>>, fields: &DeTable) {
        let prefix = format!("{section}.");
        if !FIELDS.iter().any(|entry| entry.name.starts_with(&prefix)) {
            return self.wrong(unknown_section(section), key.span(), None);
        }
        for (key, value) in fields.iter() {
            let name = format!("{section}.{}", key.get_ref());
            match FIELDS.iter().find(|entry| entry.name == name) {
                None => self.wrong(unknown_field(&name), key.span(), None),
                Some(entry) => self.read_value(entry, value),
            }
        }
    }

    fn read_value(&mut self, entry: &Entry, value: &Spanned<DeValue>) {
        let number = match value.get_ref() {
            DeValue::Integer(integer) => i64::from_str_radix(integer.as_str(), integer.radix()).ok().map(|n| n as f64),
            DeValue::Float(float) => float.as_str().parse().ok(),
            _ => None,
        };
        let Some(number) = number else {
            let what = format!("`{}` is a number, in {}", entry.name, entry.unit.symbol());
            return self.wrong(what, value.span(), Some(entry.about));
        };
        match out_of_bounds(entry, number) {
            Some(wrong) => self.wrong(format!("`{}`: {wrong}", entry.name), value.span(), Some(entry.about)),
            None => self.values[entry.field as usize] = Some(number),
        }
    }

    fn wrong(&mut self, message: impl Into<String>, at: std::ops::Range<usize>, about: Option<&str>) {
        let mistake = Diagnostic::new(message, span(Some(at)));
        self.mistakes.push(match about {
            Some(about) => mistake.help(format!("it is: {about}")),
            None => mistake,
        });
    }

    fn finish(mut self, name: &str, end: u32) -> Result<Profile, Vec<Diagnostic>> {
        let missing: Vec<&str> =
            FIELDS.iter().zip(&self.values).filter(|(_, value)| value.is_none()).map(|(entry, _)| entry.name).collect();
        // A wrong value is missing too, but has been told already.
        if !missing.is_empty() && self.mistakes.is_empty() {
            let help = format!("add them, or `{BASE} = \"{}\"` at the top", super::DEFAULT);
            let told = &missing[..missing.len().min(MOST_MISSING)];
            let more = match missing.len() - told.len() {
                0 => String::new(),
                more => format!(" and {more} more"),
            };
            let what = format!("values are missing: {}{more}", told.join(", "));
            self.mistakes.push(Diagnostic::new(what, Span::new(end, end)).help(help));
        }
        if !self.mistakes.is_empty() {
            return Err(self.mistakes);
        }
        let values = self.values.into_iter().flatten().collect();
        Ok(Profile { name: name.to_string(), about: self.about, values })
    }
}

/// As many missing values are named.
const MOST_MISSING: usize = 8;

fn span(range: Option<std::ops::Range<usize>>) -> Span {
    let range = range.unwrap_or_default();
    Span::new(range.start as u32, range.end as u32)
}

/// What is wrong with a value, if anything is.
pub(super) fn out_of_bounds(entry: &Entry, value: f64) -> Option<String> {
    let unit = match entry.unit.symbol() {
        "1" => String::new(),
        symbol => format!(" {symbol}"),
    };
    // Nobody reads a hundred digits.
    let shown = if value.abs() < 1e15 { value.to_string() } else { format!("{value:e}") };
    if value < entry.least {
        return Some(format!("{shown}{unit} is too little, at least {}{unit} is possible", entry.least));
    }
    (value.is_nan() || value > entry.most)
        .then(|| format!("{shown}{unit} is absurd, at most {}{unit} is possible", entry.most))
}

pub(super) fn unknown_field(name: &str) -> String {
    let first = FIELDS.iter().find(|entry| entry.name.strip_prefix(name).is_some_and(|rest| rest.starts_with('.')));
    match (first, nearest(name, FIELDS.iter().map(|entry| entry.name))) {
        (Some(first), _) => format!("unknown cost: `{name}`; it is a section of costs, such as `{}`", first.name),
        (None, Some(near)) => format!("unknown cost: `{name}`; did you mean `{near}`?"),
        (None, None) => format!("unknown cost: `{name}`"),
    }
}

fn unknown_section(name: &str) -> String {
    let mut sections: Vec<&str> = FIELDS.iter().filter_map(|entry| entry.name.split('.').next()).collect();
    sections.dedup();
    format!("unknown section: `{name}`; known here: {}", sections.join(", "))
}

/// The name that somebody may have meant.
pub(super) fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let begin: String = name.chars().take(64).collect();
    let distance = |candidate: &&str| strsim::damerau_levenshtein(&begin, candidate);
    known.min_by_key(distance).filter(|candidate| distance(candidate) <= (begin.chars().count() / 3).max(1))
}
