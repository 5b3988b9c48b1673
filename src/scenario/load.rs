//! Scenario files from the file system. The only file of this module that knows there is one.

use super::nearest::nearest;
use super::{LoadError, Scenario, parse, script};
use crate::source::SourceFile;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// No scenario and no program is longer, in bytes.
const LONGEST: u64 = 8 << 20;

/// Stands for standard input in the place of a file, as it does for `python3`; and what its text is called.
const STANDARD_INPUT: &str = "-";
const INPUT_NAME: &str = "<stdin>";

/// Why a file's text could not be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// One line that names the file.
    pub message: String,
    pub help: Option<String>,
}

/// Reads, checks and compiles the scenario in `path`, which may be a Python file, or `-`: a script from standard input.
///
/// # Errors
/// One message where the file cannot be read, and otherwise all mistakes in it and its program.
pub fn load(path: &Path) -> Result<Scenario, LoadError> {
    load_beside(path, &[])
}

/// The same where scenarios that are no files have these names: one of them may have been meant.
///
/// # Errors
/// As of [`load`].
pub fn load_beside(path: &Path, names: &[&str]) -> Result<Scenario, LoadError> {
    if path == Path::new(STANDARD_INPUT) {
        return from_standard_input();
    }
    if path.extension().is_some_and(|ending| ending == "py") {
        let read = read(path).map_err(|why| why.told(path, Wanted::Script, &[]));
        let text = read.map_err(|Unreadable { message, help }| LoadError::Unreadable { message, help })?;
        let file = SourceFile::new(path.display().to_string(), text).at(whole(path)).among(neighbours(path));
        return script(file);
    }
    let file =
        read_scenario(path, names).map_err(|Unreadable { message, help }| LoadError::Unreadable { message, help })?;
    let folder = path.parent().unwrap_or(Path::new(""));
    parse(file, &|name| read_program(&folder.join(name)))
}

/// The script that standard input holds. Modules are those of the folder in which gilsim was called.
fn from_standard_input() -> Result<Scenario, LoadError> {
    let told = |why: Why| why.told(Path::new("standard input"), Wanted::Script, &[]).message;
    let text = text_of(io::stdin().lock()).map_err(|why| LoadError::Unreadable { message: told(why), help: None })?;
    let mut scenario = script(SourceFile::new(INPUT_NAME, text).among(neighbours(Path::new(INPUT_NAME))))?;
    scenario.name = INPUT_NAME.trim_matches(['<', '>']).to_owned();
    scenario.run.arguments = vec![STANDARD_INPUT.to_owned()];
    Ok(scenario)
}

/// The way from the root, as `python3` has it: what was typed, behind the current folder.
fn whole(path: &Path) -> String {
    let folder = std::env::current_dir().unwrap_or_default();
    folder.join(path).display().to_string()
}

/// The modules and packages in the folder of a script, which it can import.
fn neighbours(script: &Path) -> Box<[String]> {
    let folder = script.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = |entry: fs::DirEntry| {
        let path = entry.path();
        let is_folder = || entry.file_type().is_ok_and(|kind| kind.is_dir() || kind.is_symlink() && path.is_dir());
        let is_module = path.extension().is_some_and(|ending| ending == "py") || is_folder();
        let name = path.file_stem().filter(|_| is_module)?.to_str()?.to_owned();
        Some(name).filter(|name| name.chars().all(|part| part == '_' || part.is_alphanumeric()))
    };
    let found = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = found.filter_map(name).collect();
    names.sort_unstable();
    names.dedup();
    names.into()
}

fn read_scenario(path: &Path, names: &[&str]) -> Result<SourceFile, Unreadable> {
    let shown = path.display().to_string();
    let text = read(path).map_err(|why| why.told(path, Wanted::Scenario, names))?;
    if text.trim().is_empty() {
        return Err(Unreadable { message: format!("{shown} is empty"), help: Some(LIST.to_owned()) });
    }
    Ok(SourceFile::new(shown, text))
}

pub(super) fn read_program(path: &Path) -> Result<SourceFile, Unreadable> {
    let text = read(path).map_err(|why| why.told(path, Wanted::Program, &[]))?;
    Ok(SourceFile::new(path.display().to_string(), text))
}

const LIST: &str = "gilsim list shows the bundled scenarios";

/// What a file was to be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Scenario,
    Script,
    /// That of a scenario.
    Program,
}

impl Wanted {
    fn ending(self) -> &'static str {
        if self == Wanted::Scenario { "toml" } else { "py" }
    }
}

/// Why a file's text could not be had.
enum Why {
    NotFound,
    Folder,
    Long,
    NotText { line: usize },
    Failed(io::Error),
}

fn read(path: &Path) -> Result<String, Why> {
    if path.is_dir() {
        return Err(Why::Folder);
    }
    text_of(File::open(path).map_err(Why::from)?)
}

fn text_of(input: impl Read) -> Result<String, Why> {
    let mut bytes = Vec::new();
    // Whatever a file says of its length: a device has none.
    input.take(LONGEST + 1).read_to_end(&mut bytes).map_err(Why::from)?;
    if bytes.len() as u64 > LONGEST {
        return Err(Why::Long);
    }
    String::from_utf8(bytes).map_err(|error| {
        let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        Why::NotText { line: valid.iter().filter(|byte| **byte == b'\n').count() + 1 }
    })
}

impl From<io::Error> for Why {
    fn from(error: io::Error) -> Why {
        match error.kind() {
            io::ErrorKind::NotFound => Why::NotFound,
            io::ErrorKind::IsADirectory => Why::Folder,
            _ => Why::Failed(error),
        }
    }
}

impl Why {
    /// In words. `names`: what else may have been meant.
    fn told(self, path: &Path, wanted: Wanted, names: &[&str]) -> Unreadable {
        let shown = path.display();
        let message = match &self {
            Why::NotFound => format!("there is no file {shown}"),
            Why::Folder => format!("{shown} is a folder, not a file"),
            Why::Long => format!("{shown} is too long: more than {LONGEST} bytes"),
            Why::NotText { line } => format!("{shown} is not text: line {line} is not UTF-8"),
            Why::Failed(error) => format!("cannot read {shown}: {}", reason(error)),
        };
        let help = match &self {
            Why::NotFound => meant_instead(path, wanted, names),
            Why::Folder => Some(example_within(path, wanted.ending())),
            Why::NotText { .. } => Some("save the file as UTF-8".to_owned()),
            Why::Long | Why::Failed(_) => None,
        };
        Unreadable { message, help }
    }
}

/// What the operating system says, without its number.
fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    let words = text.split(" (os error").next().unwrap_or(&text);
    words.to_lowercase()
}

/// What was probably meant: a file of nearly the same name in the same folder or the project's, or one of `names`.
fn meant_instead(path: &Path, wanted: Wanted, names: &[&str]) -> Option<String> {
    let folder = path.parent().unwrap_or(Path::new(""));
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let near =
        [folder, Path::new("scenarios")].into_iter().find_map(|folder| nearest_in(folder, &stem, wanted.ending()));
    let near = near.map(|near| near.display().to_string());
    match (near.or_else(|| nearest_name(path, names)), wanted) {
        (Some(near), _) => Some(format!("did you mean {near}?")),
        (None, Wanted::Scenario) => Some(LIST.to_owned()),
        (None, Wanted::Script) => None,
        (None, Wanted::Program) => Some("the path is relative to the scenario's folder".to_owned()),
    }
}

fn nearest_in(folder: &Path, stem: &str, ending: &str) -> Option<PathBuf> {
    let files = files_in(folder, ending);
    let stems: Vec<_> = files.iter().filter_map(|file| file.file_stem()?.to_str()).collect();
    let near = nearest(stem, stems)?;
    files.iter().find(|file| file.file_stem().is_some_and(|stem| stem == near)).cloned()
}

/// The whole path may have been meant as a name, or its last part as that of one.
fn nearest_name(path: &Path, names: &[&str]) -> Option<String> {
    let path = path.with_extension("");
    let stem = path.file_name()?.to_str()?;
    let last = |name: &&str| Path::new(name).file_name().and_then(|last| last.to_str()).map(str::to_owned);
    let whole = nearest(path.to_str()?, names.iter().copied()).map(str::to_owned);
    whole.or_else(|| {
        let lasts: Vec<String> = names.iter().filter_map(last).collect();
        let near = nearest(stem, lasts.iter().map(String::as_str))?;
        names.iter().find(|name| last(name).as_deref() == Some(near)).map(|name| (*name).to_owned())
    })
}

fn example_within(folder: &Path, ending: &str) -> String {
    match files_in(folder, ending).as_slice() {
        [] => LIST.to_owned(),
        [file] => format!("did you mean {}?", file.display()),
        files => format!("name one of its files: {} of them end in .{ending}", files.len()),
    }
}

/// The files with that ending, in the order of their names.
fn files_in(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let listed = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let entries = fs::read_dir(listed).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> = entries
        .map(|entry| folder.join(entry.file_name()))
        .filter(|path| path.extension().is_some_and(|found| found == ending) && path.is_file())
        .collect();
    files.sort();
    files
}
