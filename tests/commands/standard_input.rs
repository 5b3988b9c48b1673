//! `gilsim run -`: a script from standard input runs as under `python3 -`.

use crate::gilsim::{Done, Place, gilsim};
use std::io::Write;
use std::process::Stdio;

fn piped(place: &Place, args: &[&str], script: &[u8]) -> Done {
    let mut command = place.command(args.iter().copied());
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary can be started");
    let mut input = child.stdin.take().expect("it was asked for");
    input.write_all(script).expect("the binary reads");
    drop(input);
    Done::from(child.wait_with_output().expect("the binary ends"))
}

const SCRIPT: &str = "import sys, threading
import helper
print(sys.argv, __name__, __file__, repr(sys.stdin.readline()), helper.ANSWER)
thread = threading.Thread(target=lambda: print('from a thread'))
thread.start()
thread.join()
def fail():
    raise ValueError('of no file')
fail()
";

const TRACEBACK: &str = "Traceback (most recent call last):
  File \"<stdin>\", line 9, in <module>
  File \"<stdin>\", line 8, in fail
ValueError: of no file
";

#[test]
fn a_script_from_standard_input_runs_as_under_python() {
    let place = gilsim("stdin_script").with_file("helper.py", b"ANSWER = 42\n");
    for way in [&["run", "-", "--quiet", "--", "a", "b"][..], &["run", "-", "--quiet", "--simulated", "--", "a", "b"]] {
        let done = piped(&place, way, SCRIPT.as_bytes()).exits_with(1);
        assert_eq!(done.stdout(), "['-', 'a', 'b'] __main__ <stdin> '' 42\nfrom a thread\n");
        assert_eq!(done.stderr, TRACEBACK);
    }
    assert!(place.has("output/stdin/events.jsonl") && place.has("output/stdin/timeline.png"));
}

const POOL: &str = "import multiprocessing
def square(n): return n * n
if __name__ == '__main__':
    with multiprocessing.Pool(2) as pool:
        print(pool.map(square, range(4)))
";

#[test]
fn its_processes_know_its_functions() {
    let place = gilsim("stdin_pool");
    for way in [&["run", "-", "--quiet"][..], &["run", "-", "--quiet", "--simulated"]] {
        let done = piped(&place, way, POOL.as_bytes()).exits_with(0);
        assert_eq!(done.stdout(), "[0, 1, 4, 9]\n");
    }
}

#[test]
fn mistakes_in_it_have_a_place() {
    let place = gilsim("stdin_mistakes");
    piped(&place, &["run", "-"], b"x = (\n").exits_with(2).complains("<stdin>:1:5").complains("'(' was never closed");
    let done = piped(&place, &["run", "-"], b"x = 1\n\xff\n").exits_with(2);
    done.complains("standard input is not text: line 2 is not UTF-8").says_nothing_of("save the file");
    assert!(!place.has("output"));
}

#[test]
fn other_commands_take_it_too() {
    let place = gilsim("stdin_others");
    piped(&place, &["dis", "-"], b"x = 1\n").exits_with(0).shows("STORE_NAME");
    piped(&place, &["explore", "-", "--seeds", "2"], b"print('alone')\n").exits_with(0).shows("alone");
    piped(&place, &["compare", "-"], b"x = 1\n").exits_with(2).complains("<stdin> is a script");
}
