//! Scenario files as data: `err_*.toml` yields the message in its snapshot, `ok_*.toml` and the bundled scenarios the
//! model in theirs.

use gilsim::scenario::{LoadError, Unreadable, load, parse};
use gilsim::source::{SourceFile, Style};
use proptest::prelude::*;
use std::fs;
use std::path::{Path, PathBuf};

fn files(folder: &str, prefix: &str) -> Vec<PathBuf> {
    let is_wanted = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(prefix) && name.ends_with(".toml")
    };
    let entries = fs::read_dir(folder).expect("the folder is part of the project");
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(is_wanted).collect();
    files.sort();
    assert!(!files.is_empty(), "no {prefix}*.toml in {folder}");
    files
}

fn snapshot(path: &Path, text: &str) {
    let name = path.file_stem().expect("a file has a name").to_string_lossy().into_owned();
    insta::with_settings!({ prepend_module_to_snapshot => false, snapshot_path => "scenarios/snapshots", omit_expression => true }, {
        insta::assert_snapshot!(name, text);
    });
}

#[test]
fn every_wrong_file_is_explained() {
    for path in files("tests/scenarios", "err_") {
        match load(&path) {
            Ok(_) => panic!("{} is accepted", path.display()),
            Err(why) => snapshot(&path, &why.render(Style::Plain)),
        }
    }
}

#[test]
fn every_right_file_becomes_the_expected_model() {
    for path in files("tests/scenarios", "ok_").into_iter().chain(files("scenarios", "")) {
        let scenario = load(&path).unwrap_or_else(|why| panic!("{}", why.render(Style::Plain)));
        let shown = serde_json::to_string_pretty(&scenario.resolved()).expect("a model is plain data");
        snapshot(&path, &shown);
    }
}

#[test]
fn the_program_is_the_text_of_the_file_that_is_named() {
    let scenario = load(Path::new("tests/scenarios/ok_everything.toml")).expect("right");
    assert_eq!(scenario.program.file().name, "tests/scenarios/programs/work.py");
    assert_eq!(scenario.program.text, "def work(n):\n    return n\n");
}

#[test]
fn the_hash_depends_on_the_file_and_on_its_program() {
    let hash = |text: &str, program: &'static str| {
        parsed(&format!("{text}[[tasks]]\ncall = 'work(1)'\n"), program).expect("right").hash
    };
    let named = "program = { file = 'work.py' }\n";
    assert_eq!(hash(named, "work = abs"), hash(named, "work = abs"));
    assert_ne!(hash(named, "work = abs"), hash(named, "work = len"));
    assert_ne!(hash("program = 'work = abs'\n", ""), hash("program = 'work = len'\n", ""));
    assert_eq!(hash(named, "work = abs").len(), 64);
}

#[test]
fn an_expectation_knows_where_its_figure_is_written() {
    let text = "program = 'work = abs'\n[[tasks]]\ncall = 'work(1)'\n[expect]\nthreads.speedup = { at_most = 1 }\n";
    let expect = parsed(text, "").expect("right").expect.remove(0);
    assert_eq!(expect.line, 5);
    assert_eq!(&text[expect.span.start as usize..expect.span.end as usize], "threads.speedup");
}

/// The message about a path that cannot be read, and what stands in the file where there is one.
fn unreadable(name: &str, content: Option<&[u8]>) -> String {
    let folder = std::env::temp_dir().join(format!("gilsim-scenario-files-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("the temporary folder can be written");
    fs::write(folder.join("cpu_bound.toml"), "a = 1").expect("the temporary folder can be written");
    let path = folder.join(name);
    if let Some(content) = content {
        fs::write(&path, content).expect("the temporary folder can be written");
    }
    let why = load(&path).expect_err("not a scenario").render(Style::Plain);
    why.replace(&format!("{}/", folder.display()), "").replace(&folder.display().to_string(), "FOLDER")
}

#[test]
fn what_cannot_be_read_is_one_clear_message() {
    let list = "help: gilsim list shows the bundled scenarios\n";
    assert_eq!(
        unreadable("nothing_like_it.toml", None),
        format!("error: there is no file nothing_like_it.toml\n{list}")
    );
    let near = "error: there is no file cpu_bond.toml\nhelp: did you mean cpu_bound.toml?\n";
    assert_eq!(unreadable("cpu_bond.toml", None), near);
    let near = "error: there is no file cpu_bound\nhelp: did you mean cpu_bound.toml?\n";
    assert_eq!(unreadable("cpu_bound", None), near);
    assert_eq!(unreadable("empty.toml", Some(b" \n\t\n")), format!("error: empty.toml is empty\n{list}"));
    let binary = unreadable("binary.toml", Some(b"a = 1\nb = '\xff\xfe'\n"));
    assert_eq!(binary, "error: binary.toml is not text: line 2 is not UTF-8\nhelp: save the file as UTF-8\n");
    let huge = unreadable("huge.toml", Some(&vec![b'#'; 9_000_000]));
    assert_eq!(huge, "error: huge.toml is too long: more than 8388608 bytes\n");
    let python = unreadable("listing.py", Some(b"print('\xff')"));
    assert_eq!(python, "error: listing.py is not text: line 1 is not UTF-8\nhelp: save the file as UTF-8\n");
}

#[test]
fn a_folder_is_not_a_scenario() {
    let why = load(Path::new("scenarios")).expect_err("a folder").render(Style::Plain);
    let count = std::fs::read_dir("scenarios").expect("a folder").flatten();
    let count = count.filter(|entry| entry.path().extension().is_some_and(|ending| ending == "toml")).count();
    let help = format!("name one of its files: {count} of them end in .toml");
    assert_eq!(why, format!("error: scenarios is a folder, not a file\nhelp: {help}\n"));
}

#[test]
fn a_scenario_beside_the_bundled_ones_is_found_by_its_name_alone() {
    let why = load(Path::new("cpu_bound")).expect_err("no file").render(Style::Plain);
    assert_eq!(why, "error: there is no file cpu_bound\nhelp: did you mean scenarios/cpu_bound.toml?\n");
}

/// A scenario's text; `program` is what any file that it names holds.
fn parsed(text: &str, program: &'static str) -> Result<gilsim::scenario::Scenario, LoadError> {
    parse(SourceFile::new("x.toml", text), &|name| match name {
        "" => Err(Unreadable { message: "there is no such file".to_owned(), help: None }),
        name => Ok(SourceFile::new(name, program)),
    })
}

/// Parses and renders, which both must not panic; a refusal must say something.
fn survives(text: &str) {
    if let Err(why) = parsed(text, "def work(n): return n") {
        assert!(why.render(Style::Plain).starts_with("error: "), "nothing is said about {text:?}");
    }
}

#[test]
fn deep_and_repetitive_texts_are_refused_without_running_out_of_stack() {
    for (begin, again, end) in [
        ("", "a.", "a = 1"),
        ("[", "a.", "a]"),
        ("[expect]\n", "a.", "a = {}"),
        ("a = ", "[", ""),
        ("a = ", "{ a = ", ""),
        ("", "]\n", ""),
        ("", "'''", ""),
        ("", "[[tasks]]\n", ""),
    ] {
        survives(&format!("{begin}{}{end}", again.repeat(50_000)));
    }
}

#[test]
fn a_file_with_mistakes_by_the_thousand_is_told_without_delay() {
    let many = |begin: &str, one: &dyn Fn(usize) -> String, end: &str| {
        let middle: String = (0..5_000).map(one).collect();
        survives(&format!("{begin}{middle}{end}"));
    };
    many("", &|number| format!("a{number} = 1\n"), "b = ");
    many("", &|number| format!("a{number} = 'x\n"), "");
    many("run = {", &|number| format!("a{number} = 1, "), "}");
    many("[expect]\n", &|number| format!("a{number}.at_most = 1\n"), "");
    many("[run]\nmodels = [", &|_| "'threads', ".to_owned(), "]");
}

/// A text of the project with some bytes cut out, put in or doubled.
fn mutated() -> impl Strategy<Value = String> {
    let texts: Vec<String> = ["scenarios", "tests/scenarios"]
        .iter()
        .flat_map(|folder| files(folder, ""))
        .map(|path| fs::read_to_string(path).expect("test data is text"))
        .collect();
    let piece = prop_oneof![".{0,3}", "['\"\\[\\]{}=.,#\n\\\\]{1,3}", Just("'''".to_owned())];
    let change = (any::<prop::sample::Index>(), 0usize..20, piece);
    (prop::sample::select(texts), prop::collection::vec(change, 1..6)).prop_map(|(mut text, changes)| {
        for (at, cut, put) in changes {
            let start = text.floor_char_boundary(at.index(text.len() + 1));
            let end = text.ceil_char_boundary((start + cut).min(text.len()));
            text.replace_range(start..end, &put);
        }
        text
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_text_never_panics(text in "(?s).{0,200}") {
        survives(&text);
    }

    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        survives(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn a_mutated_scenario_never_panics(text in mutated()) {
        survives(&text);
    }
}
