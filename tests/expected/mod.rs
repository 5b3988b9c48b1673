//! Programs that carry what they print: after `# expect:` each line of standard output stands behind `# `.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The programs in a folder of `tests`, in the order of their names.
pub fn programs(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder);
    let entries = std::fs::read_dir(folder).expect("the programs are there");
    let mut programs: Vec<PathBuf> = entries.map(|entry| entry.expect("the folder can be read").path()).collect();
    programs.sort();
    programs
}

/// What the program at this path prints.
pub fn output_of(program: &Path) -> String {
    let text = std::fs::read_to_string(program).expect("the program can be read");
    let (_, block) = text.split_once("# expect:\n").expect("a program has a block `# expect:`");
    let shown =
        |line: &str| line.strip_prefix("# ").or_else(|| line.strip_prefix('#')).map(|line| line.to_owned() + "\n");
    block.lines().map(|line| shown(line).expect("a line of the block is a comment")).collect()
}

/// It must have printed that, and ended well.
#[allow(dead_code, reason = "not every test binary runs programs by itself")]
pub fn check(program: &Path, how: &str, output: &Output) {
    let name = program.display();
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert_eq!(String::from_utf8_lossy(&output.stdout), output_of(program), "{name} {how}\n{stderr}");
    assert_eq!(output.status.code(), Some(0), "{name} {how}\n{stderr}");
}

/// Runs them all under `python3`, where there is one.
#[allow(dead_code, reason = "not every test binary runs programs by itself")]
pub fn check_under_python(programs: &[PathBuf]) {
    if Command::new("python3").arg("--version").output().is_err() {
        return;
    }
    for program in programs {
        let output = Command::new("python3").arg(program).output().expect("python3 can be started");
        check(program, "under python3", &output);
    }
}
