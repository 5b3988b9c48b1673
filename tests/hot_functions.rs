//! Functions that call themselves, left in their middle: by copies of the interpreter, by threads that take turns, for good.

use gilsim::lang::{compile_call, compile_module};
use gilsim::source::{Source, SourceFile};
use gilsim::vm::{Exit, Interp, Pulse, ThreadState, run};
use std::sync::Arc;

/// Numbers, a list that is borrowed, a text of each one's own, ranges that wait, a function taken in.
const PROGRAM: &str = r#"
def half(n):
    return n / 2
def count(cells, depth, width):
    kept, text = cells, "depth " + str(depth)
    if depth == 0:
        kept[0] += 1
        return half(width)
    total = 0.0
    for step in range(width):
        for more in range(2):
            total += count(kept, depth - 1, step + 2) + len(text)
    return total
def down(cells, n):
    if n == 0:
        return cells[0]
    cells[1] += n
    return 3 * down(cells, n - 1) - n
def work():
    cells = [0, 0]
    return count(cells, 3, 3), cells[0], down(cells, 60), cells
"#;

const WANTED: &str = "(2222.0, 224, 9463826084942017434566232212154, [224, 1830])";

/// Asks the thread to leave after so many questions, until it does; has no room for more after others.
struct After {
    asks: u32,
    affords: u32,
}

impl Pulse for After {
    fn pending(&mut self) -> bool {
        self.asks = self.asks.saturating_sub(1);
        self.asks == 0
    }

    fn afford(&mut self, _: u32) -> bool {
        self.affords = self.affords.saturating_sub(1);
        self.affords > 0 || self.affords.is_multiple_of(3)
    }
}

fn source(text: &str) -> Arc<Source> {
    Arc::new(Source::whole(Arc::new(SourceFile::new("program.py", text))))
}

/// An interpreter that has run the module, and threads that will call `work`.
fn ready(threads: usize) -> (Interp, Vec<ThreadState>) {
    let module = compile_module(&source(PROGRAM)).expect("the program is right");
    let call = compile_call(&source("work()"), "task", &module).expect("the call is right");
    let mut interp = Interp::new();
    let mut main = ThreadState::new(&mut interp, &module.code);
    while step(&mut interp, &mut main, 1_000, u32::MAX).is_none() {}
    let threads = (0..threads).map(|_| ThreadState::new(&mut interp, &call)).collect();
    (interp, threads)
}

/// Runs on to the next checkpoint at which it is asked to leave; what it returned, if it has.
fn step(interp: &mut Interp, thread: &mut ThreadState, asks: u32, affords: u32) -> Option<String> {
    match run(interp, thread, &mut After { asks, affords }) {
        Exit::Checkpoint => None,
        Exit::Returned(value) => Some(interp.take_repr(value)),
        exit => panic!("{exit:?}"),
    }
}

#[test]
fn a_copy_made_in_the_middle_goes_on_as_the_original_does() {
    for asks in [60, 90, 151, 200, 260] {
        let (mut interp, mut threads) = ready(1);
        assert_eq!(step(&mut interp, &mut threads[0], asks, u32::MAX), None);
        let (mut copy, mut copied) = (interp.clone(), threads[0].clone());
        for (interp, thread) in [(&mut interp, &mut threads[0]), (&mut copy, &mut copied)] {
            assert_eq!(step(interp, thread, u32::MAX, u32::MAX).as_deref(), Some(WANTED), "{asks} questions");
        }
        drop((threads, copied));
        assert_eq!((interp.shutdown(), copy.shutdown()), (0, 0), "{asks} questions");
    }
}

#[test]
fn threads_that_take_turns_have_the_same_code_and_values_of_their_own() {
    for (asks, affords) in (1..30).map(|asks| (asks, u32::MAX)).chain((1..30).map(|affords| (7, 5 * affords))) {
        let (mut interp, mut threads) = ready(3);
        let mut returned = Vec::new();
        while !threads.is_empty() {
            threads.retain_mut(|thread| match step(&mut interp, thread, asks, affords) {
                Some(result) => {
                    returned.push(result);
                    false
                }
                None => true,
            });
        }
        assert_eq!(returned, [WANTED; 3], "{asks} questions, room for {affords}");
        assert_eq!(interp.shutdown(), 0);
    }
}

#[test]
fn a_thread_given_up_in_the_middle_of_a_recursion_leaves_nothing_behind() {
    for asks in 50..160 {
        let (mut interp, mut threads) = ready(1);
        assert_eq!(step(&mut interp, &mut threads[0], asks, u32::MAX), None);
        threads.remove(0).abandon(&mut interp);
        assert_eq!(interp.shutdown(), 0, "{asks} questions");
    }
}
