//! The walls of the house as a test: which module may use which, and what each never touches.
//!
//! The table is the one in `ARCHITECTURE.md`, which this test reads.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Longer files need a reason at their top and stand here.
const LONG_FILES: &[&str] = &["src/vm/eval.rs"];
const LONGEST_FILE: usize = 500;

type Graph = BTreeMap<String, BTreeSet<String>>;

struct SourceFile {
    path: PathBuf,
    /// The top-level module that the file belongs to.
    module: String,
    text: String,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the sources are there").flatten() {
        match entry.path() {
            path if path.is_dir() => rust_files(&path, files),
            path if path.extension().is_some_and(|ending| ending == "rs") => files.push(path),
            _ => {}
        }
    }
}

fn sources() -> Vec<SourceFile> {
    let mut paths = Vec::new();
    rust_files(&root().join("src"), &mut paths);
    paths.sort();
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).expect("a source file is text");
        let path = path.strip_prefix(root()).expect("it lies below the root").to_path_buf();
        let first = path.components().nth(1).expect("src/<module>");
        let module = Path::new(first.as_os_str()).file_stem().expect("a name").to_string_lossy().into_owned();
        SourceFile { path, module, text }
    };
    paths.into_iter().map(read).filter(|file| file.module != "lib" && file.module != "main").collect()
}

/// The code of a file, line by line, without comments.
fn code_lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(|line| line.split("//").next().unwrap_or(""))
}

/// The top-level modules that a piece of code names by `crate::…`.
fn named_modules(text: &str) -> BTreeSet<String> {
    let code: String = code_lines(text).collect::<Vec<_>>().join("\n");
    let after = code.match_indices("crate::").map(|(at, found)| &code[at + found.len()..]);
    let name = |rest: &str| rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let braces = |rest: &str| -> Vec<String> {
        let inner = rest.strip_prefix('{').and_then(|rest| rest.split('}').next()).unwrap_or("");
        inner.split(',').map(|part| name(part.trim())).collect()
    };
    after
        .flat_map(|rest| if rest.starts_with('{') { braces(rest) } else { vec![name(rest)] })
        .filter(|name| !name.is_empty())
        .collect()
}

fn actual_graph() -> Graph {
    let mut graph = Graph::new();
    for file in sources() {
        let used = graph.entry(file.module.clone()).or_default();
        used.extend(named_modules(&file.text).into_iter().filter(|used| *used != file.module));
    }
    graph
}

/// The rows `| `module` | uses | …` of the table in `ARCHITECTURE.md`.
fn documented_graph() -> Graph {
    let text = fs::read_to_string(root().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md is there");
    let table = text.split("<!-- module table -->").nth(1).expect("the table stands between two marks");
    let names = |cell: &str| -> Vec<String> { cell.split('`').skip(1).step_by(2).map(String::from).collect() };
    let rows = table.lines().filter(|line| line.starts_with("| `"));
    rows.flat_map(|row| {
        let cells: Vec<&str> = row.split('|').collect();
        let uses: BTreeSet<String> = names(cells[3]).into_iter().collect();
        names(cells[1]).into_iter().map(move |module| (module, uses.clone())).collect::<Vec<_>>()
    })
    .collect()
}

#[test]
fn every_module_uses_only_what_the_table_allows() {
    let documented = documented_graph();
    for (module, used) in actual_graph() {
        let allowed = documented.get(&module).unwrap_or_else(|| panic!("`{module}` is not in the table"));
        let wrong: Vec<_> = used.difference(allowed).collect();
        assert!(wrong.is_empty(), "`{module}` uses {wrong:?}, which the table does not allow");
    }
}

#[test]
fn the_table_names_no_module_and_no_use_that_is_not_there() {
    let actual = actual_graph();
    for (module, allowed) in documented_graph() {
        let used = actual.get(&module).unwrap_or_else(|| panic!("`{module}` is in the table only"));
        let idle: Vec<_> = allowed.difference(used).collect();
        assert!(idle.is_empty(), "the table lets `{module}` use {idle:?}, which it does not");
    }
}

#[test]
fn the_modules_form_a_graph_without_cycles() {
    let mut graph = actual_graph();
    while !graph.is_empty() {
        let leaves: Vec<String> =
            graph.iter().filter(|(_, used)| used.is_empty()).map(|(module, _)| module.clone()).collect();
        assert!(!leaves.is_empty(), "these modules use one another in a circle: {:?}", graph.keys());
        graph.retain(|module, _| !leaves.contains(module));
        graph.values_mut().for_each(|used| used.retain(|module| !leaves.contains(module)));
    }
}

#[test]
fn the_graph_is_read_from_all_forms_of_use() {
    let text = "use crate::time::Nanos;\nuse crate::{ids, gil::Take};\nfn f() { crate::vm::run() } // crate::cli";
    let named: Vec<_> = named_modules(text).into_iter().collect();
    assert_eq!(named, ["gil", "ids", "time", "vm"]);
}

/// Code that names one of `words` outside of the files for which `allowed` holds.
fn offenders(words: &[&str], allowed: impl Fn(&str) -> bool) -> Vec<String> {
    let outside = sources().into_iter().filter(|file| !allowed(&file.path.to_string_lossy()));
    outside
        .filter(|file| code_lines(&file.text).any(|line| words.iter().any(|word| line.contains(word))))
        .map(|file| file.path.display().to_string())
        .collect()
}

#[test]
fn one_folder_knows_plotters() {
    let none: [&str; 0] = [];
    assert_eq!(offenders(&["plotters"], |path| path.starts_with("src/chart/")), none);
}

#[test]
fn clocks_are_read_by_the_real_engines_and_by_the_command_line_only() {
    let none: [&str; 0] = [];
    let allowed = |path: &str| path.starts_with("src/engine/") || path.starts_with("src/cli/");
    assert_eq!(offenders(&["Instant::now", "SystemTime::now", "clock_gettime"], allowed), none);
}

#[test]
fn pure_modules_know_no_thread_and_no_file() {
    let pure = ["bytecode", "vm", "gil", "analysis", "time", "ids", "model", "source"];
    let inside = |path: &str| pure.iter().any(|module| path.starts_with(&format!("src/{module}")));
    let none: [&str; 0] = [];
    let words = ["std::thread", "std::fs", "std::process", "parking_lot", "crossbeam", "println!"];
    assert_eq!(offenders(&words, |path| !inside(path)), none);
}

#[test]
fn the_command_line_alone_prints() {
    // A worker process reports over its standard output.
    let allowed = |path: &str| path.starts_with("src/cli/") || path == "src/engine/processes/reports.rs";
    let none: [&str; 0] = [];
    assert_eq!(offenders(&["print!(", "println!(", "dbg!(", "stdout()", "stderr()"], allowed), none);
    let by_cli = |path: &str| path.starts_with("src/cli/");
    assert_eq!(offenders(&["print!(", "println!(", "stderr()"], by_cli), none);
}

#[test]
fn every_file_opens_with_what_it_is() {
    let silent: Vec<_> =
        sources().into_iter().filter(|file| !file.text.starts_with("//!")).map(|file| file.path).collect();
    assert!(silent.is_empty(), "without an opening `//!`: {silent:?}");
}

#[test]
fn files_stay_short_and_have_names_that_say_something() {
    for file in sources() {
        let path = file.path.to_string_lossy().into_owned();
        let lines = file.text.lines().count();
        assert!(lines <= LONGEST_FILE || LONG_FILES.contains(&path.as_str()), "{path} has {lines} lines");
        let names = ["utils", "util", "common", "helpers", "misc"];
        assert!(!path.split(['/', '.']).any(|part| names.contains(&part)), "{path} says nothing by its name");
    }
}

#[test]
fn every_picture_of_the_readme_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = fs::read_to_string(root.join("README.md")).expect("the README can be read");
    let shown = readme.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let pictures: Vec<&str> = shown.filter(|path| path.ends_with(".png")).collect();
    assert!(!pictures.is_empty());
    for picture in pictures {
        assert!(root.join(picture).is_file(), "{picture} is missing");
    }
}
