//! A scenario file as it is written: which keys there are, typed, with their places. Knows what a file may hold, not
//! what of it makes sense.

use super::costs::RawCost;
use super::mistakes::Mistakes;
use super::network::NETWORK;
use super::sweep::{SWEEP, SweepConfig};
use super::walk::{At, Key, Layout, Section, span_of};
use crate::source::{Diagnostic, Span};
use std::collections::HashMap;
use toml::de::{DeTable, DeValue, Error};

/// Everything a file says. What is `None` was not said, or was of the wrong type, which is then noted.
#[derive(Debug, Default)]
pub struct Mirror {
    pub title: Option<At<String>>,
    pub program: Option<RawProgram>,
    pub tasks: Vec<RawTask>,
    pub run: RawRun,
    pub machine: RawMachine,
    pub expect: Vec<RawExpectation>,
    pub published: Vec<RawPublished>,
    pub sweep: SweepConfig,
    pub network: crate::net::Network,
}

/// Where the program's text is.
#[derive(Debug)]
pub enum RawProgram {
    Text(At<String>),
    File(At<String>),
}

#[derive(Debug)]
pub struct RawTask {
    pub name: Option<At<String>>,
    pub count: Option<At<i128>>,
    pub call: Option<At<String>>,
    pub core: Option<At<i128>>,
    pub span: Span,
}

#[derive(Debug, Default)]
pub struct RawRun {
    pub models: Option<At<Vec<At<String>>>>,
    pub workers: Option<At<i128>>,
    pub switch_interval: Option<At<String>>,
    pub policy: Option<At<String>>,
    pub engine: Option<At<String>>,
    pub memory_limit: Option<At<String>>,
}

#[derive(Debug, Default)]
pub struct RawMachine {
    pub cores: Option<At<i128>>,
    pub profile: Option<At<String>>,
    pub seed: Option<At<i128>>,
    pub start_method: Option<At<String>>,
    pub costs: Vec<RawCost>,
}

#[derive(Debug)]
pub struct RawExpectation {
    /// The dotted name, where the file writes it.
    pub figure: At<String>,
    pub at_least: Option<At<f64>>,
    pub at_most: Option<At<f64>>,
    /// The table of the bounds.
    pub span: Span,
}

#[derive(Debug)]
pub struct RawPublished {
    /// The dotted name, where the file writes it.
    pub figure: At<String>,
    pub value: At<f64>,
}

pub(super) const fn key(name: &'static str, example: &'static str) -> Key {
    Key { name, example }
}

const FILE: Layout = Layout {
    place: "the scenario",
    keys: &[
        key("title", "title = \"Four CPU-bound tasks\""),
        key("program", "program = '''\ndef work(n):\n    return sum(range(n))\n'''"),
        key("tasks", "[[tasks]]\ncall = \"work(1000)\""),
        key("run", "[run]\nworkers = 4"),
        key("machine", "[machine]\ncores = 4"),
        key("network", "[network]\nlatency = \"50ms\""),
        key("expect", "[expect]\nthreads.speedup = { at_most = 1.05 }"),
        key("published", "[published]\nthreads.wall = 4.90"),
        key("sweep", "[sweep]\nswitch_interval = \"50us..100ms\""),
    ],
};

const PROGRAM: Layout = Layout { place: "`program`", keys: &[key("file", "program = { file = \"listing.py\" }")] };

const TASK: Layout = Layout {
    place: "[[tasks]]",
    keys: &[
        key("name", "name = \"crunch\""),
        key("count", "count = 4"),
        key("call", "call = \"crunch(1000)\""),
        key("core", "core = 0"),
    ],
};

const RUN: Layout = Layout {
    place: "[run]",
    keys: &[
        key("models", "models = [\"sequential\", \"threads\", \"processes\"]"),
        key("workers", "workers = 4"),
        key("switch_interval", "switch_interval = \"5ms\""),
        key("policy", "policy = \"cpython-interval\""),
        key("engine", "engine = \"real\""),
        key("memory_limit", "memory_limit = \"512MiB\""),
    ],
};

const MACHINE: Layout = Layout {
    place: "[machine]",
    keys: &[
        key("cores", "cores = 4"),
        key("profile", "profile = \"cpython-3.11\""),
        key("seed", "seed = 1"),
        key("start_method", "start_method = \"spawn\""),
        key("costs", "[machine.costs]\nos.tick = 1_000_000"),
    ],
};

/// Where a key belongs that was put into another table.
fn home(name: &str) -> Option<&'static str> {
    let homes = [
        (FILE, "at the top of the file, before the first [table]"),
        (TASK, "in [[tasks]]"),
        (RUN, "in [run]"),
        (MACHINE, "in [machine]"),
        (NETWORK, "in [network]"),
    ];
    homes.iter().find(|(layout, _)| layout.knows(name)).map(|(_, place)| *place)
}

/// Reads what can be read of `text` and notes what cannot.
pub fn read(text: &str, mistakes: &mut Mistakes) -> Mirror {
    let (table, errors) = DeTable::parse_recoverable(text);
    note_syntax_errors(&errors, table.get_ref(), mistakes);
    let file = Section::open(FILE, table.get_ref(), Span::default(), home, mistakes);
    Mirror {
        title: file.string("title", mistakes),
        program: program(&file, mistakes),
        tasks: tasks(&file, mistakes),
        run: section(&file, "run", RUN, mistakes).map(|section| run(&section, mistakes)).unwrap_or_default(),
        machine: section(&file, "machine", MACHINE, mistakes)
            .map(|section| machine(&section, mistakes))
            .unwrap_or_default(),
        network: section(&file, "network", NETWORK, mistakes)
            .map(|section| super::network::read(&section, mistakes))
            .unwrap_or_default(),
        expect: super::expect::read(&file, mistakes),
        published: super::published::read(&file, mistakes),
        sweep: section(&file, "sweep", SWEEP, mistakes)
            .map(|section| super::sweep::read(&section, mistakes))
            .unwrap_or_default(),
    }
}

fn section<'t>(file: &Section<'t>, name: &str, layout: Layout, mistakes: &mut Mistakes) -> Option<Section<'t>> {
    let table = file.table(name, mistakes)?;
    Some(Section::open(layout, table.value, table.span, home, mistakes))
}

fn program(file: &Section, mistakes: &mut Mistakes) -> Option<RawProgram> {
    let Some(found) = file.get("program") else {
        file.missing("program", mistakes);
        return None;
    };
    match found.value {
        DeValue::String(text) => Some(RawProgram::Text(At { value: text.to_string(), span: found.span })),
        DeValue::Table(table) => {
            let table = Section::open(PROGRAM, table, found.span, |_| None, mistakes);
            if !table.has("file") {
                table.missing("file", mistakes);
            }
            table.string("file", mistakes).map(RawProgram::File)
        }
        _ => {
            file.wrong_type("program", "a text or a file", &found, mistakes);
            None
        }
    }
}

fn tasks(file: &Section, mistakes: &mut Mistakes) -> Vec<RawTask> {
    let Some(found) = file.get("tasks") else {
        file.missing("tasks", mistakes);
        return Vec::new();
    };
    let DeValue::Array(array) = found.value else {
        file.wrong_type("tasks", "an array of tables, [[tasks]]", &found, mistakes);
        return Vec::new();
    };
    if array.is_empty() {
        let help = "a task is a call of the program:\n[[tasks]]\ncall = \"work(1000)\"";
        mistakes.missing(Diagnostic::new("there are no tasks", found.span).help(help));
    }
    array.iter().filter_map(|value| task(file, value.get_ref(), span_of(value.span()), mistakes)).collect()
}

fn task<'t>(file: &Section<'t>, value: &'t DeValue<'t>, span: Span, mistakes: &mut Mistakes) -> Option<RawTask> {
    let DeValue::Table(table) = value else {
        file.wrong_type("tasks", "an array of tables, [[tasks]]", &At { value, span }, mistakes);
        return None;
    };
    let task = Section::open(TASK, table, span, home, mistakes);
    if !task.has("call") {
        task.missing("call", mistakes);
    }
    let (name, count) = (task.string("name", mistakes), task.integer("count", mistakes));
    let core = task.integer("core", mistakes);
    Some(RawTask { name, count, call: task.string("call", mistakes), core, span })
}

fn run(section: &Section, mistakes: &mut Mistakes) -> RawRun {
    RawRun {
        models: section.strings("models", mistakes),
        workers: section.integer("workers", mistakes),
        switch_interval: section.string("switch_interval", mistakes),
        policy: section.string("policy", mistakes),
        engine: section.string("engine", mistakes),
        memory_limit: section.string("memory_limit", mistakes),
    }
}

fn machine(section: &Section, mistakes: &mut Mistakes) -> RawMachine {
    RawMachine {
        cores: section.integer("cores", mistakes),
        profile: section.string("profile", mistakes),
        seed: section.integer("seed", mistakes),
        start_method: section.string("start_method", mistakes),
        costs: super::costs::read(section, mistakes),
    }
}

fn note_syntax_errors(errors: &[Error], table: &DeTable, mistakes: &mut Mistakes) {
    if errors.is_empty() {
        return;
    }
    let mut ends = HashMap::new();
    table_string_ends(table, &mut ends);
    errors.iter().for_each(|error| mistakes.syntax(syntax_error(error, &ends)));
}

/// What the TOML library says, in our form. A string without end is shown where it begins; `ends` has all strings.
fn syntax_error(error: &Error, ends: &HashMap<u32, Span>) -> Diagnostic {
    let span = error.span().map(span_of).unwrap_or_default();
    let (what, expected) = match error.message().split_once(", expected ") {
        Some((what, expected)) => (what, expected),
        None => (error.message(), ""),
    };
    let unclosed = what.ends_with("string") && matches!(expected, "`'`" | "`\"`");
    match ends.get(&span.start).filter(|_| unclosed) {
        Some(string) => Diagnostic::new("the string that begins here has no end", *string)
            .help("close it with the quotes it begins with; a text of several lines needs three: '''"),
        None => Diagnostic::new(format!("not valid TOML: {what}"), span).label(expectation(expected)),
    }
}

fn expectation(expected: &str) -> String {
    match expected {
        "" => String::new(),
        "literal string" => "quotes are missing".to_owned(),
        _ => format!("expected {expected}"),
    }
}

/// All strings of the file by their ends. The depth of tables is bounded by the TOML library.
fn string_ends(value: &DeValue, span: Span, ends: &mut HashMap<u32, Span>) {
    match value {
        DeValue::String(_) => {
            ends.insert(span.end, span);
        }
        DeValue::Table(table) => table_string_ends(table, ends),
        DeValue::Array(array) => array.iter().for_each(|item| string_ends(item.get_ref(), span_of(item.span()), ends)),
        _ => {}
    }
}

fn table_string_ends(table: &DeTable, ends: &mut HashMap<u32, Span>) {
    table.iter().for_each(|(_, value)| string_ends(value.get_ref(), span_of(value.span()), ends));
}
