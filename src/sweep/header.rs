//! What heads a table of results, so that rows of different sweeps never mix: version, scenario, engine, axes.

use super::axis::{Axis, Field};
use super::grid::Grid;
use super::row::Columns;
use super::value::Value;
use crate::scenario::Scenario;

const FIRST: &str = "# gilsim sweep";
const AXIS: &str = "# axis ";

/// Everything above the rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Header {
    pub version: String,
    /// The scenario's name, title, and the hash of its file.
    pub name: String,
    pub title: String,
    pub hash: String,
    /// `simulated` or `real`, and what the command line says of the machine.
    pub engine: String,
    pub grid: Grid,
    pub columns: Columns,
}

impl Header {
    pub fn new(scenario: &Scenario, grid: Grid, columns: Columns) -> Header {
        let profile = scenario.machine.profile.as_deref().map(|profile| format!(", profile {profile}"));
        Header {
            version: env!("CARGO_PKG_VERSION").to_string(),
            name: scenario.name.clone(),
            title: scenario.title.clone(),
            hash: scenario.hash.clone(),
            engine: format!("{}{}", scenario.run.engine, profile.unwrap_or_default()),
            grid,
            columns,
        }
    }

    /// Lines of comment, then the line that names the columns.
    pub fn text(&self) -> String {
        let Header { version, name, title, hash, engine, grid, columns } = self;
        let axes: String = grid.axes().iter().map(axis_line).collect();
        format!(
            "{FIRST} {version}\n# scenario {name}\n# title {title}\n# hash {hash}\n# engine {engine}\n{axes}{}\n",
            columns.line()
        )
    }

    /// The header at the beginning of a text, and its length in bytes; `None` where there is no whole one.
    pub fn read(text: &str) -> Option<(Header, usize)> {
        let mut axes = Vec::new();
        let mut length = 0;
        let mut found: [Option<String>; 5] = Default::default();
        let names = [FIRST, "# scenario", "# title", "# hash", "# engine"];
        for line in text.split_inclusive('\n') {
            length += line.len();
            let line = line.strip_suffix('\n')?;
            if let Some(axis) = line.strip_prefix(AXIS) {
                axes.push(axis_of(axis)?);
            } else if line.starts_with('#') {
                let at = names.iter().position(|name| line.starts_with(name))?;
                found[at] = Some(line[names[at].len()..].trim_start().to_string());
            } else {
                let columns = Columns::read(line)?;
                let [version, name, title, hash, engine] = found;
                let (version, name, title) = (version?, name?, title?);
                let grid = Grid::new(axes).ok()?;
                return Some((Header { version, name, title, hash: hash?, engine: engine?, grid, columns }, length));
            }
        }
        None
    }

    /// Why rows below this header do not belong below the other; `None` where they do.
    pub fn differs(&self, other: &Header) -> Option<String> {
        let versions = (&self.version, &other.version);
        match () {
            _ if versions.0 != versions.1 => Some(format!("it is of gilsim {}, this is {}", versions.0, versions.1)),
            _ if self.hash != other.hash => {
                let which = if self.name == other.name {
                    "the scenario was changed since"
                } else {
                    "it is of another scenario"
                };
                Some(format!("{which}: {} ({:.12}) is not {} ({:.12})", self.name, self.hash, other.name, other.hash))
            }
            _ if self.engine != other.engine => {
                Some(format!("it is of the engine {}, not {}", self.engine, other.engine))
            }
            _ if self.grid != other.grid => Some(axis_difference(&self.grid, &other.grid)),
            _ if self.columns != other.columns => Some("it has other columns".to_string()),
            _ => None,
        }
    }
}

/// Values are parted by blanks, since a policy may hold commas; a blank in a value is written `%20`. Whole numbers one
/// after the other, as seeds usually are, are written as a range.
fn axis_line(axis: &Axis) -> String {
    if let Some((first, last)) = range(axis) {
        return format!("{AXIS}{} {first}..{last}\n", axis.field.name());
    }
    let values: Vec<String> =
        axis.values.iter().map(|value| value.text.replace('%', "%25").replace(' ', "%20")).collect();
    format!("{AXIS}{} {}\n", axis.field.name(), values.join(" "))
}

/// The first and the last of at least four whole numbers that follow one another.
fn range(axis: &Axis) -> Option<(u64, u64)> {
    let number = |value: &Value| value.text.parse::<u64>().ok().filter(|number| number.to_string() == value.text);
    let first = number(axis.values.first()?)?;
    let follow = (first..).zip(&axis.values).all(|(wanted, value)| number(value) == Some(wanted));
    (follow && axis.values.len() > 3).then(|| (first, first + axis.values.len() as u64 - 1))
}

fn axis_of(text: &str) -> Option<Axis> {
    let (name, values) = text.split_once(' ')?;
    let field = Field::of(name);
    if let Some((first, last)) =
        values.split_once("..").and_then(|(a, b)| Some((a.parse::<u64>().ok()?, b.parse().ok()?)))
    {
        /// As many as a grid may have.
        const MOST: u64 = u32::MAX as u64;
        let all = (first <= last && last - first < MOST).then_some(first..=last)?;
        return Some(Axis { field, values: all.map(Value::integer).collect() });
    }
    let value = |text: &str| Value::of(&text.replace("%20", " ").replace("%25", "%"));
    Some(Axis { field, values: values.split(' ').map(value).collect() })
}

fn axis_difference(one: &Grid, other: &Grid) -> String {
    let different = |axis: &&Axis| other.axis(&axis.field) != Some(axis);
    match one.axes().iter().find(different) {
        Some(axis) => format!("it is of another sweep: its {} has other values", axis.field),
        None => "it is of another sweep: it lacks an axis".to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    pub fn header() -> Header {
        let words = ["ruby-gvl:quantum=50ms,tick=10ms", "work(1, 2)"].map(Value::of).to_vec();
        let axes = vec![
            Axis { field: Field::Path("tasks.0.call".into()), values: words },
            Axis::parse(Field::SwitchInterval, "50us..1ms").expect("a range"),
            Axis::parse(Field::Seed, "3..90").expect("a range"),
            Axis::parse(Field::Cores, "1..3").expect("a range"),
        ];
        Header {
            version: "0.1.0".into(),
            name: "mixed".into(),
            title: "A title: with # and , in it".into(),
            hash: "ab".repeat(32),
            engine: "simulated".into(),
            grid: Grid::new(axes).expect("each field once"),
            columns: Columns { parameters: vec!["seed".into()], figures: vec!["wall".into()] },
        }
    }

    #[test]
    fn what_is_written_is_read_and_a_torn_header_is_none() {
        let text = header().text();
        assert_eq!(Header::read(&text), Some((header(), text.len())));
        assert_eq!(Header::read(&format!("{text}1,2,,3\n")).map(|found| found.1), Some(text.len()));
        for end in 0..text.len() {
            assert_eq!(Header::read(&text[..end]), None, "{end}");
        }
    }

    #[test]
    fn a_difference_is_named() {
        let differs = |change: fn(&mut Header)| {
            let mut other = header();
            change(&mut other);
            header().differs(&other).unwrap_or_default()
        };
        assert_eq!(differs(|_| {}), "");
        assert!(differs(|other| other.version = "0.2.0".into()).contains("of gilsim 0.1.0, this is 0.2.0"));
        assert!(differs(|other| other.hash = "cd".into()).contains("changed since"));
        assert!(differs(|other| other.grid = Grid::new(vec![]).expect("no axes")).contains("other values"));
        assert!(differs(|other| other.engine = "real".into()).contains("engine"));
    }
}
