//! What a program asks of the system: files of its own folder, hashes beside Python, the switch interval.

use crate::gilsim::{Place, gilsim};

fn place(test: &str, program: &str, call: &str, more: &str) -> Place {
    gilsim(test).with_scenario(&format!(
        "program = '''{program}'''\n[[tasks]]\nname = \"t\"\ncount = 2\ncall = \"{call}\"\n[run]\nworkers = 2\n{more}"
    ))
}

const HASHING: &str = "
import hashlib
def work(n):
    data = bytes(1_000_000)
    h = hashlib.sha256()
    for _ in range(n):
        h.update(data)
    return h.hexdigest()
";

#[test]
fn hashes_of_long_data_are_computed_beside_each_other() {
    let place = place("system-hash", HASHING, "work(20)", "models = [\"threads\"]\n[machine]\ncores = 2\n");
    place.run(["--no-chart", "--simulated"]).exits_with(0);
    let summary = place.summary();
    let wall = summary["figures"]["threads.wall"]["value"].as_f64().expect("a number");
    // 20 MB at 0.82 ns a byte, twice, on two cores.
    let alone = 20e6 * 0.82e-9;
    assert!((alone..1.3 * alone).contains(&wall), "{wall}");
}

#[test]
fn hashes_are_the_same_in_every_model_and_engine() {
    let models = "models = [\"sequential\", \"threads\", \"processes\"]\n";
    let place = place("system-hash-real", HASHING, "work(1)", models);
    let told = place.run(["--no-chart"]).exits_with(0);
    assert!(
        told.stderr.contains("All models gave the same results")
            || told.stdout.contains("All models gave the same results")
    );
}

#[test]
fn the_program_sets_the_switch_interval_and_the_log_says_so() {
    let program = "import sys\ndef work():\n    sys.setswitchinterval(0.002)\n    return sys.getswitchinterval()\n";
    for engine in ["--no-wait", "--simulated"] {
        let place = place(&format!("system-interval{engine}"), program, "work()", "models = [\"threads\"]\n");
        let arguments = if engine == "--simulated" { vec!["--no-chart", engine] } else { vec!["--no-chart"] };
        place.run(arguments).exits_with(0);
        let log = place.read("output/scenario/events.jsonl");
        assert_eq!(log.matches(r#""event":"switch-interval-set","interval":2000000"#).count(), 2, "{log}");
    }
}

#[test]
fn files_of_the_own_folder_are_written_and_read_and_others_are_refused() {
    let program = r#"
def work():
    with open("lines.txt", "w") as out:
        out.write("one\ntwo\n")
        print("three", file=out)
    with open("lines.txt", "a") as out:
        out.writelines(["four"])
    with open("lines.txt", "rb") as raw:
        size = len(raw.read())
    with open("lines.txt") as lines:
        return [line.strip() for line in lines], size

def outside():
    return open("../secret.txt")

def gone():
    return open("nothing.txt")
"#;
    let place = place("system-files", program, "work()", "models = [\"sequential\"]\n");
    place.run(["--no-chart"]).exits_with(0);
    assert_eq!(place.read("lines.txt"), "one\ntwo\nthree\nfour");
    for (call, error) in [
        ("outside()", "PermissionError: [Errno 13] gilsim opens files in the current folder only: '../secret.txt'"),
        ("gone()", "FileNotFoundError: [Errno 2] No such file or directory: 'nothing.txt'"),
    ] {
        let place = self::place("system-refused", program, call, "models = [\"sequential\"]\n");
        let told = place.run(["--no-chart", "--simulated"]).exits_with(1);
        assert!(told.stderr.contains(error), "{}", told.stderr);
    }
}

#[test]
fn what_gilsim_lacks_is_said_below_pythons_own_words() {
    let program = "def work():\n    import numpy\n";
    let place = place("system-lacks", program, "work()", "models = [\"sequential\"]\n");
    let told = place.run(["--no-chart"]).exits_with(1);
    let words = "ModuleNotFoundError: No module named 'numpy'\n       gilsim does not have the module 'numpy'";
    assert!(told.stderr.contains(words), "{}", told.stderr);
}
