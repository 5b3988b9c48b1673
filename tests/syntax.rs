//! Malformed programs: `tests/syntax/*.txt` holds each with what CPython 3.11 says of it, behind `-->`: the exception, where
//! it begins and, if that is told, ends, and the message. gilsim says the same, and so does `python3` where it is that version.

use gilsim::lang::compile_module;
use gilsim::source::{Source, SourceFile};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

/// Prints the blocks of a file anew, with what this Python says.
const PYTHON: &str = r#"
import sys, warnings
warnings.simplefilter('ignore')
def told(text):
    try:
        compile(text, '<text>', 'exec')
    except SyntaxError as error:
        place = f'{error.lineno}:{max(error.offset, 1)}'
        if error.end_offset is not None and error.end_offset > 0:
            place += f'-{error.end_lineno}:{error.end_offset}'
        return f'--> {type(error).__name__} {place} {error.msg}'
    return '--> nothing'
text = ''
for line in open(sys.argv[1], encoding='utf-8', newline=''):
    if line.startswith('--> '):
        print(text + told(text), flush=True)
        text = ''
    else:
        text += line
"#;

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/syntax");
    let mut files: Vec<PathBuf> = folder.read_dir().expect("the folder is there").flatten().map(|f| f.path()).collect();
    files.sort();
    files
}

/// Programs, each with what stands behind its arrow.
fn blocks(file: &Path) -> Vec<(String, String)> {
    let text = std::fs::read_to_string(file).expect("the file can be read");
    let (mut found, mut program) = (Vec::new(), String::new());
    for line in text.split_inclusive('\n') {
        match line.strip_prefix("--> ") {
            Some(told) => found.push((std::mem::take(&mut program), told.trim_end_matches('\n').to_owned())),
            None => program.push_str(line),
        }
    }
    assert_eq!(program, "", "{} ends with an arrow", file.display());
    found
}

/// What gilsim says: with the end of the place only where the other side tells it.
fn told(program: &str, with_end: bool) -> String {
    let source = Arc::new(Source::whole(Arc::new(SourceFile::new("<text>", program))));
    let Err(mistakes) = compile_module(&source) else { return "nothing".to_owned() };
    let (kind, message) = mistakes[0].message.split_once(": ").unwrap_or(("", &mistakes[0].message));
    let place = |offset| {
        let place = source.file().place(offset);
        format!("{}:{}", place.line, place.column)
    };
    let end = if with_end { format!("-{}", place(mistakes[0].span.end)) } else { String::new() };
    format!("{kind} {}{end} {message}", place(mistakes[0].span.start))
}

#[test]
fn malformed_programs_are_refused_in_the_words_of_python_and_at_its_places() {
    let mut count = 0;
    let mut wrong = Vec::new();
    for (program, wanted) in files().iter().flat_map(|file| blocks(file)) {
        let with_end = wanted.split(' ').nth(1).is_some_and(|place| place.contains('-'));
        let found = told(&program, with_end);
        if found != wanted {
            wrong.push(format!("{program}  wanted {wanted}\n  found  {found}\n"));
        }
        count += 1;
    }
    assert!(wrong.is_empty(), "{} of {count}\n{}", wrong.len(), wrong.join("\n"));
    assert!(count > 400, "{count}");
}

#[test]
fn python_says_of_them_what_the_files_say() {
    let version = Command::new("python3").args(["-c", "import sys; print(sys.version_info[:2])"]).output();
    if !version.is_ok_and(|output| output.stdout == b"(3, 11)\n") {
        return;
    }
    for file in files() {
        let output = Command::new("python3").args(["-c", PYTHON]).arg(&file).output().expect("python3 starts");
        let said = String::from_utf8(output.stdout).expect("Python prints UTF-8");
        assert_eq!(said, std::fs::read_to_string(&file).expect("the file can be read"), "{}", file.display());
    }
}
