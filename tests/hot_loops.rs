//! Loops that turn often, left in their middle: by copies of the interpreter, by threads that take turns, for good.

use gilsim::lang::{compile_call, compile_module};
use gilsim::source::{Source, SourceFile};
use gilsim::vm::{Exit, Interp, Pulse, ThreadState, run};
use std::sync::Arc;

/// Numbers that outgrow 64 bits, calls, a generator, a text, a list, an object: all in registers when it is left.
const PROGRAM: &str = r#"
class Point:
    def __init__(self):
        self.x = 0
    def move(self, by):
        self.x += by
        return self.x
def half(i):
    kept = items
    return i / 2
def counted(n):
    i = 0
    while i < n:
        yield i
        i += 1
items = [0, 0, 0]
def work(n):
    point, text, total, wide, inner = Point(), "", 0.0, 2**65, 0
    for i in counted(n):
        text += "a" + str(i)
        total += half(i)
        wide += i * 3
        point.move(i)
        items[i % 3] += 1
        for j in range(i % 3):
            inner += j
    return point.x, len(text), total, wide, inner
"#;

const WANTED: &str = "(19900, 690, 9950.0, 36893488147419162932, 66)";

/// Asks the thread to leave after so many questions, until it does.
struct After(u32);

impl Pulse for After {
    fn pending(&mut self) -> bool {
        self.0 = self.0.saturating_sub(1);
        self.0 == 0
    }
}

fn source(text: &str) -> Arc<Source> {
    Arc::new(Source::whole(Arc::new(SourceFile::new("program.py", text))))
}

/// An interpreter that has run the module, and threads that will call `work`.
fn ready(threads: usize) -> (Interp, Vec<ThreadState>) {
    let module = compile_module(&source(PROGRAM)).expect("the program is right");
    let call = compile_call(&source("work(200)"), "task", &module).expect("the call is right");
    let mut interp = Interp::new();
    let mut main = ThreadState::new(&mut interp, &module.code);
    while step(&mut interp, &mut main, 1_000).is_none() {}
    let threads = (0..threads).map(|_| ThreadState::new(&mut interp, &call)).collect();
    (interp, threads)
}

/// Runs on to the next checkpoint at which it is asked to leave; what it returned, if it has.
fn step(interp: &mut Interp, thread: &mut ThreadState, turns: u32) -> Option<String> {
    match run(interp, thread, &mut After(turns)) {
        Exit::Checkpoint => None,
        Exit::Returned(value) => Some(interp.take_repr(value)),
        exit => panic!("{exit:?}"),
    }
}

#[test]
fn a_copy_made_in_the_middle_goes_on_as_the_original_does() {
    for turns in [90, 151, 200, 333, 500] {
        let (mut interp, mut threads) = ready(1);
        assert_eq!(step(&mut interp, &mut threads[0], turns), None);
        let (mut copy, mut copied) = (interp.clone(), threads[0].clone());
        for (interp, thread) in [(&mut interp, &mut threads[0]), (&mut copy, &mut copied)] {
            assert_eq!(step(interp, thread, u32::MAX).as_deref(), Some(WANTED), "{turns} turns");
        }
        drop((threads, copied));
        assert_eq!((interp.shutdown(), copy.shutdown()), (0, 0), "{turns} turns");
    }
}

#[test]
fn threads_that_take_turns_have_the_same_code_and_values_of_their_own() {
    for turns in 1..12 {
        let (mut interp, mut threads) = ready(3);
        let mut returned = Vec::new();
        while !threads.is_empty() {
            threads.retain_mut(|thread| match step(&mut interp, thread, turns) {
                Some(result) => {
                    returned.push(result);
                    false
                }
                None => true,
            });
        }
        assert_eq!(returned, [WANTED; 3], "{turns} turns");
        assert_eq!(interp.shutdown(), 0);
    }
}

#[test]
fn a_thread_given_up_in_the_middle_of_a_loop_leaves_nothing_behind() {
    for turns in 80..120 {
        let (mut interp, mut threads) = ready(1);
        assert_eq!(step(&mut interp, &mut threads[0], turns), None);
        threads.remove(0).abandon(&mut interp);
        assert_eq!(interp.shutdown(), 0, "{turns} turns");
    }
}
