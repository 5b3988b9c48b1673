//! Parameters of policies as text: read, shown, and what to say where they are wrong. Knows no policy.

use super::priority::Wake;
use crate::time::Nanos;
use std::fmt;
use std::num::NonZeroU32;

/// No length of time is shorter or longer: a microsecond, a day.
const SHORTEST: Nanos = Nanos::from_micros(1);
const LONGEST: Nanos = Nanos(86_400_000_000_000);

/// A parameter in its place.
pub(super) enum Parameter<'a> {
    Count(&'a mut NonZeroU32),
    Length(&'a mut Nanos),
    Wake(&'a mut Wake),
}

/// Carries out one `name=value` on the parameters of `policy`; the name.
pub(super) fn set(
    policy: &str,
    table: &mut [(&'static str, Parameter)],
    setting: &str,
) -> Result<&'static str, String> {
    let known: Vec<&str> = table.iter().map(|(name, _)| *name).collect();
    if known.is_empty() {
        return Err(format!("policy `{policy}` has no parameters; write `{policy}` alone"));
    }
    let (name, value) = match setting.split_once('=') {
        Some((name, value)) => (name.trim(), value.trim()),
        None => (setting.trim(), ""),
    };
    let place = table.iter_mut().find(|(known, _)| *known == name);
    let (name, parameter) = place.ok_or_else(|| unknown(&format!("parameter of policy `{policy}`"), name, &known))?;
    parameter.read(value).map_err(|right| match value {
        "" => format!("parameter `{name}` of policy `{policy}` has no value; write {right}"),
        _ => format!("`{value}` is no value for parameter `{name}` of policy `{policy}`; write {right}"),
    })?;
    Ok(name)
}

/// There is no such `what`; the nearest name is offered, and all of them.
pub(super) fn unknown(what: &str, name: &str, known: &[&str]) -> String {
    let far = |candidate: &&&str| strsim::damerau_levenshtein(&plain(name), &plain(candidate));
    let nearest = known.iter().min_by_key(far).filter(|candidate| far(candidate) <= (name.chars().count() / 3).max(1));
    let meant = nearest.map(|name| format!("did you mean `{name}`? ")).unwrap_or_default();
    format!("unknown {what}: `{name}`; {meant}known here: {}", known.join(", "))
}

/// Longer words are compared by their begin, which bounds the work; case, and `-` against `_`, count for nothing.
fn plain(word: &str) -> String {
    word.chars().take(64).flat_map(char::to_lowercase).map(|c| if c == '_' { '-' } else { c }).collect()
}

impl Parameter<'_> {
    /// Sets it, or says what would be right.
    fn read(&mut self, value: &str) -> Result<(), String> {
        match self {
            Parameter::Count(count) => {
                let right = format!("a whole number from 1 to {}", u32::MAX);
                **count = value.replace('_', "").parse().map_err(|_| right)?;
            }
            Parameter::Length(length) => {
                let right = "a length of time from \"1us\" to \"24h\", such as \"10ms\"";
                let read = humantime::parse_duration(value).map(Nanos::from).ok();
                **length = read.filter(|read| (SHORTEST..=LONGEST).contains(read)).ok_or(right)?;
            }
            Parameter::Wake(wake) => {
                let found = Wake::ALL.into_iter().find(|wake| wake.name() == value);
                **wake = found.ok_or_else(|| Wake::ALL.map(|wake| format!("`{}`", wake.name())).join(" or "))?;
            }
        }
        Ok(())
    }
}

/// As it is written: lengths exactly, in the largest unit that divides them.
impl fmt::Display for Parameter<'_> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Parameter::Count(count) => write!(f, "{count}"),
            Parameter::Length(length) => {
                let units = [(1_000_000_000, "s"), (1_000_000, "ms"), (1_000, "us"), (1, "ns")];
                let fits = units.into_iter().find(|(nanos, _)| length.0.is_multiple_of(*nanos));
                let (nanos, unit) = fits.unwrap_or((1, "ns"));
                write!(f, "{}{unit}", length.0 / nanos)
            }
            Parameter::Wake(wake) => write!(f, "{}", wake.name()),
        }
    }
}
