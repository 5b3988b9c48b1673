//! The `python3` that benchmarks time whole commands beside: the interpreter itself, since what is found by that name may be a
//! script that looks for it, and takes longer than the interpreter does.

use std::path::PathBuf;
use std::process::Command;
use std::sync::LazyLock;

static INTERPRETER: LazyLock<PathBuf> = LazyLock::new(|| {
    let output = Command::new("python3").args(["-c", "import sys; print(sys.executable)"]).output();
    let told = output.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned()).unwrap_or_default();
    if told.is_empty() { "python3".into() } else { told.into() }
});

/// A command that starts it; it fails to start where none is installed.
pub fn command() -> Command {
    Command::new(&*INTERPRETER)
}
