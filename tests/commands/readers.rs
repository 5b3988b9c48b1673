//! Whoever reads what a script prints may go away, as `head` does: printing fails then as under CPython.

use crate::gilsim::{Done, Place, folder, gilsim};
use std::io::{BufRead, BufReader};
use std::process::Stdio;

const LONELY: &str = "import threading
def talk():
    n = 0
    while True:
        print(n)
        n += 1
talk()
";

const CAUGHT: &str = "import sys, threading
def talk():
    try:
        while True:
            sys.stdout.write('still here\\n')
    except BrokenPipeError as error:
        print(error.errno, error, file=sys.stderr)
        sys.exit(3)
thread = threading.Thread(target=talk)
thread.start()
thread.join()
sys.exit(4)
";

const CHILD: &str = "import multiprocessing, sys
def talk():
    try:
        while True:
            print('a child')
    except BrokenPipeError as error:
        sys.exit(7)
if __name__ == '__main__':
    child = multiprocessing.Process(target=talk)
    child.start()
    child.join()
    print(child.exitcode, file=sys.stderr)
";

/// Runs the script until a few of its lines have been read.
fn left_alone(place: &Place, args: &[&str]) -> Done {
    let args = ["run", "talk.py", "--quiet", "--time-limit", "60s"].iter().chain(args);
    let mut command = place.command(args.copied());
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the binary can be started");
    let out = child.stdout.take().expect("it was asked for");
    assert_eq!(BufReader::new(out).lines().take(3).count(), 3);
    Done::from(child.wait_with_output().expect("the binary ends"))
}

fn talking(name: &str, script: &str) -> [Done; 2] {
    let place = gilsim(name).with_file("talk.py", script.as_bytes());
    [&[][..], &["--simulated", "--cores", "2"]].map(|args| left_alone(&place, args))
}

#[test]
fn printing_fails_where_nobody_reads_any_more() {
    for done in talking("nobody_reads", LONELY) {
        let told = "Traceback (most recent call last):\n  File \"talk.py\", line 7, in <module>\n    talk()\n  File \"talk.py\", \
                    line 5, in talk\n    print(n)\nBrokenPipeError: [Errno 32] Broken pipe\n";
        let place = folder("nobody_reads").join("talk.py").display().to_string();
        assert_eq!(done.exits_with(1).stderr, told.replace("talk.py", &place));
    }
}

#[test]
fn a_thread_can_catch_that() {
    for done in talking("nobody_reads_a_thread", CAUGHT) {
        assert_eq!(done.exits_with(4).stderr, "32 [Errno 32] Broken pipe\n");
    }
}

#[test]
fn it_fails_in_the_process_that_prints() {
    for done in talking("nobody_reads_a_child", CHILD) {
        assert_eq!(done.exits_with(0).stderr, "7\n");
    }
}
