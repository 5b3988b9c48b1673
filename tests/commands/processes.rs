//! The programs with processes of `tests/processes`, under real processes: they print what they say they do.

use crate::expected::{all_do_well, check, programs};
use crate::gilsim::gilsim;

#[test]
fn every_program_prints_what_it_expects_with_real_processes() {
    all_do_well(&programs("processes"), |program| {
        let (path, name) = (program.display().to_string(), program.file_stem().unwrap_or_default().to_string_lossy());
        let place = gilsim(&format!("real_processes/{name}"));
        let mut command = place.command(["run", &path, "--quiet", "--no-chart", "--time-limit", "120s"]);
        check(program, "with real processes", &command.output().expect("the binary can be started"))
    });
}
