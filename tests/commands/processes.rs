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

const DEADLOCK: &str = "import multiprocessing, threading
lock = threading.Lock()
def child():
    with lock: pass
if __name__ == '__main__':
    process = multiprocessing.Process(target=child)
    with lock:
        process.start()
        process.join()
    print(process.exitcode)
";

#[test]
fn a_real_process_whose_threads_can_never_go_on_says_so_and_fails() {
    let place = gilsim("real_processes/deadlock").with_file("program.py", DEADLOCK.as_bytes());
    let output = place.command(["run", "program.py", "--quiet", "--no-chart", "--time-limit", "60s"]).output();
    let output = output.expect("the binary can be started");
    let (said, told) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success() && said == "1\n", "{said}{told}");
    assert!(told.contains("error: deadlock: ") && told.contains("Process-1 waits in Lock.acquire"), "{told}");
}
