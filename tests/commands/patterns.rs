//! The bundled programs with threads, processes and event loops of their own hold what they expect; and where a crash ends.

use crate::gilsim::gilsim;
use std::fs;
use std::path::Path;

/// Runs each scenario of a folder by its name, as it is written.
fn hold(folder: &str, tests: &str) {
    let files = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios").join(folder));
    let mut names: Vec<String> = files
        .expect("they are part of the project")
        .flatten()
        .map(|file| file.path().file_stem().expect("a name").to_string_lossy().into_owned())
        .collect();
    names.sort();
    let place = gilsim(tests);
    let list = place.call(["list"]).exits_with(0);
    for name in names {
        place.call(["run", &format!("{folder}/{name}"), "--no-chart"]).exits_with(0).shows(" met");
        assert!(list.stdout.contains(&format!("  scenarios/{folder}/{name}.toml ")), "{name} is not listed");
    }
}

#[test]
fn patterns_of_threads_hold_what_they_expect() {
    hold("threads", "patterns_threads");
}

#[test]
fn patterns_of_processes_hold_what_they_expect() {
    hold("processes", "patterns_processes");
}

#[test]
fn what_is_to_be_compared_holds_what_it_expects() {
    hold("compare", "patterns_compare");
}

#[test]
fn patterns_of_event_loops_hold_what_they_expect() {
    hold("asyncio", "patterns_asyncio");
}

#[test]
fn a_program_that_kills_itself_ends_in_the_middle_of_whatever_its_threads_do() {
    let script = |end: &str| {
        format!(
            "import os, signal, threading, time\n\n\ndef end():\n    time.sleep(0.01)\n    {end}\n\n\n\
             threading.Thread(target=end).start()\nprint('begun')\ntime.sleep(5)\nprint('never')\n"
        )
    };
    let place = gilsim("patterns_crash")
        .with_file("exits.py", script("os._exit(3)").as_bytes())
        .with_file("crashes.py", script("os.kill(os.getpid(), signal.SIGSEGV)").as_bytes());
    for (file, status) in [("exits.py", 3), ("crashes.py", 139)] {
        for engine in [&[][..], &["--simulated"]] {
            let arguments = [&["run", file, "--quiet", "--no-chart"], engine].concat();
            assert_eq!(place.call(arguments).exits_with(status).stdout, "begun\n", "{file} {engine:?}");
        }
    }
}

#[test]
fn a_crash_really_takes_all_threads_along_and_of_processes_one() {
    let scenario = include_str!("../../scenarios/threads/crash.toml").replace("simulated", "real");
    gilsim("patterns_crash_real")
        .with_scenario(&scenario)
        .run(["--no-chart"])
        .exits_with(0)
        .shows("2 of 2 expectations met");
}

#[test]
fn a_process_can_be_forked_after_work_by_its_length_and_dies_by_the_signal_that_it_sends_itself() {
    let script = "import gilsim, os, signal\nfrom multiprocessing import Process\n\n\ndef die():\n    gilsim.cpu('1ms')\n    \
                  os.kill(os.getpid(), signal.SIGSEGV)\n\n\nif __name__ == '__main__':\n    gilsim.cpu('1ms')\n    process = \
                  Process(target=die)\n    process.start()\n    process.join()\n    print(process.exitcode)\n";
    let place = gilsim("patterns_fork").with_file("forks.py", script.as_bytes());
    for engine in [&[][..], &["--simulated"]] {
        let arguments = [&["run", "forks.py", "--quiet", "--no-chart"], engine].concat();
        assert_eq!(place.call(arguments).exits_with(0).stdout, "-11\n", "{engine:?}");
    }
}
