//! The programs with processes of `tests/processes`, under real processes: they print what they say they do.

use crate::expected::{output_of, programs};
use crate::gilsim::gilsim;

#[test]
fn every_program_prints_what_it_expects_with_real_processes() {
    let programs = programs("processes");
    assert!(!programs.is_empty());
    for program in programs {
        let text = std::fs::read_to_string(&program).expect("the program can be read");
        let place = gilsim("real_processes").with_file("listing.py", text.as_bytes());
        let done = place.call(["run", "listing.py", "--quiet", "--no-chart", "--time-limit", "120s"]).exits_with(0);
        assert_eq!(done.stdout(), output_of(&program), "{}", program.display());
    }
}
