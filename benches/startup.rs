//! What a program waits for before and after it runs: `cargo bench --bench startup`. Prints tables; asserts nothing.
//!
//! Whole commands as a user waits for them, `gilsim run --quiet` beside `python3`, where that is installed; the two take
//! turns, and the fastest of many counts. gilsim's file is a copy, as `cargo install` leaves one: a linker leaves its pages where
//! the system finds them more slowly. Then how long it takes to compile and to load 10,000 lines of the language's
//! own test cases, each in a function of its own.

mod python;

use gilsim::lang::{Module, compile_module};
use gilsim::source::{Source, SourceFile};
use gilsim::vm::{Interp, ThreadState};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::Instant;

const ROUNDS: usize = 30;

const LINES: usize = 10_000;

const PROGRAMS: [(&str, &str); 5] = [
    ("print(\"hello\")", "print('hello')\n"),
    ("import threading", "import threading\n"),
    ("a thread", "import threading\nt = threading.Thread(target=print)\nt.start()\nt.join()\n"),
    ("asyncio.run", "import asyncio\nasync def main():\n    print('hello')\nasyncio.run(main())\n"),
    (
        "a pool of two processes",
        "from multiprocessing import Pool\ndef double(x):\n    return 2 * x\nif __name__ == '__main__':\n    \
         with Pool(2) as pool:\n        print(pool.map(double, range(4)))\n",
    ),
];

fn main() {
    let folder = std::env::temp_dir().join("gilsim-startup");
    std::fs::create_dir_all(&folder).expect("the folder for temporary files can be written");
    let binary = folder.join("gilsim");
    std::fs::copy(env!("CARGO_BIN_EXE_gilsim"), &binary).expect("the folder for temporary files can be written");
    println!("{:<26} {:>10} {:>10} {:>9}", "milliseconds", "gilsim", "python3", "/python3");
    for (name, text) in PROGRAMS {
        compare(name, &binary, &script(&folder, text), &folder);
    }
    let text = long_program();
    let (lines, module) = (text.matches('\n').count(), compiled(&text));
    println!("compiling {lines} lines: {:.1} ms", fastest(|| timed(|| drop(compiled(&text)))) * 1e3);
    println!("loading them: {:.1} ms", fastest(|| load(&module)) * 1e3);
}

fn script(folder: &Path, text: &str) -> PathBuf {
    let file = folder.join("program.py");
    std::fs::write(&file, text).expect("the folder for temporary files can be written");
    file
}

fn compare(name: &str, binary: &Path, file: &Path, folder: &Path) {
    let mut best = [f64::INFINITY; 2];
    for _ in 0..ROUNDS {
        let mut gilsim = Command::new(binary);
        gilsim.arg("run").arg(file).args(["--quiet", "--output"]).arg(folder);
        let mut python = python::command();
        python.arg(file);
        for (best, command) in best.iter_mut().zip([gilsim, python]) {
            *best = best.min(whole(command).unwrap_or(f64::INFINITY));
        }
    }
    let [gilsim, python] = best;
    let shown = |value: f64| if value.is_finite() { format!("{value:.2}") } else { "-".to_owned() };
    println!("{name:<26} {:>10} {:>10} {:>9}", shown(gilsim * 1e3), shown(python * 1e3), shown(gilsim / python));
}

/// Seconds that the command takes; None where it is not installed.
fn whole(mut command: Command) -> Option<f64> {
    let begun = Instant::now();
    let output = command.output().ok()?;
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(begun.elapsed().as_secs_f64())
}

fn timed(work: impl FnOnce()) -> f64 {
    let begun = Instant::now();
    work();
    begun.elapsed().as_secs_f64()
}

fn fastest(once: impl Fn() -> f64) -> f64 {
    (0..ROUNDS).map(|_| once()).fold(f64::INFINITY, f64::min)
}

fn load(module: &Module) -> f64 {
    let mut interp = Interp::new();
    timed(|| _ = ThreadState::new(&mut interp, &module.code))
}

fn source(text: &str) -> Arc<Source> {
    Arc::new(Source::whole(Arc::new(SourceFile::new("long.py", text))))
}

fn compiled(text: &str) -> Module {
    compile_module(&source(text)).unwrap_or_else(|mistakes| panic!("{mistakes:#?}"))
}

/// Test cases in functions, as many as there is room for. Some cannot stand in one, as those with `import *`.
fn long_program() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut files: Vec<PathBuf> =
        folder.read_dir().expect("the test cases are there").flatten().map(|entry| entry.path()).collect();
    files.sort();
    let (mut text, mut lines) = (String::new(), 0);
    for (number, file) in files.iter().filter(|file| file.extension().is_some_and(|kind| kind == "py")).enumerate() {
        let case = std::fs::read_to_string(file).expect("a test case can be read");
        let body: String = case.lines().map(|line| format!("    {line}\n")).collect();
        let function = format!("def case_{number}():\n{body}    return\n");
        let count = function.matches('\n').count();
        if lines + count <= LINES && compile_module(&source(&function)).is_ok() {
            text.push_str(&function);
            lines += count;
        }
    }
    text
}
