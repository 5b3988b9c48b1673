//! What a failing program says on standard error: the programs in `tests/tracebacks` say there what they say under
//! `python3`, letter by letter.

use crate::gilsim::gilsim;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn programs() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tracebacks");
    let entries = std::fs::read_dir(folder).expect("the programs are there");
    let mut programs: Vec<PathBuf> = entries.map(|entry| entry.expect("the folder can be read").path()).collect();
    programs.sort();
    programs
}

fn said(output: &Output) -> [String; 2] {
    [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes).into_owned())
}

#[test]
fn failing_programs_say_what_they_say_under_python() {
    let place = gilsim("failing_programs");
    let mut differing = Vec::new();
    for program in programs() {
        let path = program.to_string_lossy();
        let Ok(wanted) = Command::new("python3").arg(&program).output() else {
            eprintln!("there is no python3 here: nothing is compared");
            return;
        };
        assert_eq!(wanted.status.code(), Some(1), "{path} fails");
        let found = place.command(["run", &path, "--quiet"]).output().expect("the binary can be started");
        if said(&found) != said(&wanted) || found.status.code() != Some(1) {
            differing.push(format!("{path}\nfound:\n{}\nwanted:\n{}", said(&found).concat(), said(&wanted).concat()));
        }
    }
    assert!(differing.is_empty(), "{}", differing.join("\n\n"));
}

/// Prints what a script knows of its own place, and fails in a module beside it.
const PLACED: &str = "import inspect, sys, traceback, warnings
import beside
def own():
    return inspect.stack()[0].filename
print(__file__, sys.argv, own(), own.__code__.co_filename, inspect.getfile(own), own.__code__)
print(beside.__file__, beside.fails.__code__.co_filename)
try:
    beside.fails()
except ValueError:
    print(traceback.format_exc())
warnings.warn('of this line')
beside.fails()
";

#[test]
fn a_script_has_the_whole_way_to_its_file() {
    let beside = b"def fails():\n    raise ValueError('at ' + 'once')\n";
    let place =
        gilsim("whole_way").with_file("tools/placed.py", PLACED.as_bytes()).with_file("tools/beside.py", beside);
    let shown = |output: Output| said(&output).map(|text| without_addresses(&text));
    // The simulated machine hides from programs where they are.
    let folder = place.path("").to_string_lossy().trim_end_matches('/').to_owned();
    let rootless = |said: &[String; 2]| said.clone().map(|text| text.replace(&folder, ""));
    for typed in ["tools/placed.py", "./tools/placed.py"] {
        let mut python = Command::new("python3");
        let Ok(wanted) = python.arg(typed).current_dir(place.path(".")).output() else {
            eprintln!("there is no python3 here: nothing is compared");
            return;
        };
        let wanted = shown(wanted);
        let found = |arguments: &[&str]| {
            let mut command = place.command(["run", typed, "--quiet"]);
            shown(command.args(arguments).output().expect("the binary can be started"))
        };
        assert_eq!(found(&[]), wanted, "{typed}");
        assert_eq!(rootless(&found(&["--simulated"])), rootless(&wanted), "{typed}");
    }
}

/// The text with its addresses of objects left out.
fn without_addresses(text: &str) -> String {
    let mut pieces = text.split("0x");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |text, piece| text + piece.trim_start_matches(|letter: char| letter.is_ascii_hexdigit()))
}

const HUNGRY: &str = "
try:
    rows = [0] * 100_000_000
except MemoryError as e:
    print('caught', repr(e))
rows = []
while True:
    rows.append('x' * 100_000)
";

#[test]
fn a_program_that_passes_its_memory_limit_gets_memory_error() {
    let place = gilsim("memory_limit").with_file("hungry.py", HUNGRY.as_bytes());
    let done = place.call(["run", "hungry.py", "--quiet", "--memory-limit", "32MiB"]).exits_with(1);
    assert_eq!(done.stdout(), "caught MemoryError()\n");
    done.complains("rows.append('x' * 100_000)").complains("MemoryError");
    for wrong in ["5", "0MB", "-1MB", "3000GB", "much"] {
        let limit = format!("--memory-limit={wrong}");
        place.call(["run", "hungry.py", &limit]).exits_with(2).complains("--memory-limit");
    }
}

#[test]
fn who_uses_gilsims_own_module_without_an_import_is_told() {
    let place = gilsim("own_module_missing").with_scenario(
        "program = '''\ndef wait():\n    gilsim.io('2ms')\n'''\n[[tasks]]\nname = \"wait\"\ncall = \"wait()\"\n",
    );
    let done = place.run(["--no-chart", "--simulated"]).exits_with(1);
    done.complains("NameError: name 'gilsim' is not defined. Did you forget to import 'gilsim'?");
}
