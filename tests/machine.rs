//! The virtual machine as engines drive it: exits, checkpoints, answers, copies, tracebacks.

use gilsim::bytecode::Instr;
use gilsim::lang::{compile_call, compile_module};
use gilsim::source::{Source, SourceFile};
use gilsim::time::Nanos;
use gilsim::vm::{Answer, Exit, Interp, Pulse, Raised, ThreadState, run};
use std::sync::Arc;

fn source(name: &str, text: &str) -> Arc<Source> {
    Arc::new(Source::whole(Arc::new(SourceFile::new(name, text))))
}

/// Pending from the beginning, and a record of the instructions.
struct Recorder {
    pending: bool,
    instrs: Vec<&'static str>,
}

impl Pulse for Recorder {
    fn pending(&mut self) -> bool {
        self.pending
    }

    // Each instruction is to be seen.
    fn afford(&mut self, _: u32) -> bool {
        false
    }

    fn charge(&mut self, instr: &Instr) -> bool {
        self.instrs.push(instr.name());
        false
    }
}

/// The instructions after which the thread left at a checkpoint, and the exits that asked for something.
fn checkpoints(text: &str) -> Vec<String> {
    let module = compile_module(&source("program.py", text)).expect("the program is right");
    let mut interp = Interp::new();
    let mut thread = ThreadState::new(&mut interp, &module.code);
    let mut recorder = Recorder { pending: true, instrs: Vec::new() };
    let mut left = Vec::new();
    loop {
        match run(&mut interp, &mut thread, &mut recorder) {
            Exit::Checkpoint => left.push(recorder.instrs.last().copied().unwrap_or("nothing").to_owned()),
            Exit::Returned(_) => return left,
            Exit::Raised(raised) => panic!("{}", raised.render()),
            asked => {
                left.push(format!("{asked:?}"));
                thread.answer(Answer::None);
            }
        }
    }
}

#[test]
fn function_entry_is_a_checkpoint_and_the_call_of_python_code_is_not() {
    assert_eq!(checkpoints("def f(): pass\nf()\n"), ["RESUME", "RESUME"]);
}

#[test]
fn a_loop_has_a_checkpoint_a_turn() {
    assert_eq!(checkpoints("for i in [1, 2]: pass\n"), ["RESUME", "JUMP_BACKWARD", "JUMP_BACKWARD"]);
    let turns = checkpoints("n = 2\nwhile n:\n    n -= 1\n");
    assert_eq!(turns, ["RESUME", "POP_JUMP_BACKWARD_IF_TRUE", "POP_JUMP_BACKWARD_IF_TRUE"]);
}

#[test]
fn native_calls_are_checkpoints_but_for_len_isinstance_and_append() {
    assert_eq!(checkpoints("abs(1)\nsum(range(3))\n"), ["RESUME", "CALL", "CALL", "CALL"]);
    assert_eq!(checkpoints("xs = []\nxs.append(1)\nlen(xs)\nisinstance(1, int)\n"), ["RESUME"]);
    assert_eq!(checkpoints("xs = []\nxs.extend(xs)\n"), ["RESUME", "CALL"]);
}

#[test]
fn a_blocking_call_leaves_first_and_asks_its_checkpoint_afterwards() {
    let exits = checkpoints("import time\ntime.sleep(0.25)\nprint(1, end='')\n");
    assert_eq!(exits, ["RESUME", "Sleep(Nanos(250000000))", "CALL", "Print(\"1\")", "CALL_KW"]);
}

#[test]
fn running_on_does_not_ask_again_at_the_same_checkpoint() {
    struct Once(u32);
    impl Pulse for Once {
        fn pending(&mut self) -> bool {
            self.0 += 1;
            true
        }

        // What is done at once asks before it begins, and once more when it is done one by one.
        fn afford(&mut self, _: u32) -> bool {
            false
        }
    }
    let module = compile_module(&source("program.py", "abs(1)\n")).expect("the program is right");
    let mut interp = Interp::new();
    let mut thread = ThreadState::new(&mut interp, &module.code);
    let mut pulse = Once(0);
    let mut exits = 0;
    while let Exit::Checkpoint = run(&mut interp, &mut thread, &mut pulse) {
        exits += 1;
    }
    assert_eq!((exits, pulse.0), (2, 2));
}

struct Never;

impl Pulse for Never {
    fn pending(&mut self) -> bool {
        false
    }
}

fn finish(interp: &mut Interp, thread: &mut ThreadState) -> Result<String, Raised> {
    loop {
        match run(interp, thread, &mut Never) {
            Exit::Returned(value) => return Ok(interp.take_repr(value)),
            Exit::Raised(raised) => return Err(raised),
            _ => thread.answer(Answer::Float(1.5)),
        }
    }
}

#[test]
fn tasks_share_the_modules_globals_and_a_copy_has_its_own() {
    let program = source("program.py", "xs = []\ndef add(x):\n    xs.append(x)\n    return xs\n");
    let module = compile_module(&program).expect("the program is right");
    let call = |text: &str| compile_call(&source("call", text), "task", &module).expect("the call is right");
    let (first, second) = (call("add(1)"), call("add(2)"));
    let mut interp = Interp::new();
    let mut main = ThreadState::new(&mut interp, &module.code);
    assert_eq!(finish(&mut interp, &mut main).expect("nothing is raised"), "None");
    let mut copy = interp.clone();
    for (code, wanted) in [(&first, "[1]"), (&second, "[1, 2]")] {
        let mut thread = ThreadState::new(&mut interp, code);
        assert_eq!(finish(&mut interp, &mut thread).expect("nothing is raised"), wanted);
    }
    let mut thread = ThreadState::new(&mut copy, &second);
    assert_eq!(finish(&mut copy, &mut thread).expect("nothing is raised"), "[2]");
    assert_eq!((interp.shutdown(), copy.shutdown()), (0, 0));
}

#[test]
fn interpreters_and_threads_can_be_sent_to_other_threads() {
    fn is_send<T: Send + 'static>() {}
    is_send::<Interp>();
    is_send::<ThreadState>();
    is_send::<Exit>();
}

#[test]
fn a_thread_given_up_in_the_middle_leaves_nothing_behind() {
    let text = "import time\ndef f(xs):\n    for x in xs:\n        time.sleep(1)\nf([[1], 'ab' * 2])\n";
    let module = compile_module(&source("program.py", text)).expect("the program is right");
    let mut interp = Interp::new();
    let mut thread = ThreadState::new(&mut interp, &module.code);
    let exit = run(&mut interp, &mut thread, &mut Never);
    assert!(matches!(exit, Exit::Sleep(Nanos(1_000_000_000))), "{exit:?}");
    thread.abandon(&mut interp);
    assert_eq!(interp.shutdown(), 0);
}

#[test]
fn a_thread_that_is_misused_says_so() {
    let module = compile_module(&source("program.py", "print(1)\n")).expect("the program is right");
    let mut interp = Interp::new();
    let mut thread = ThreadState::new(&mut interp, &module.code);
    assert!(matches!(run(&mut interp, &mut thread, &mut Never), Exit::Print(_)));
    let Exit::Raised(raised) = run(&mut interp, &mut thread, &mut Never) else { panic!("it was not answered") };
    assert_eq!(raised.kind, "SystemError");
    let Exit::Raised(raised) = run(&mut interp, &mut thread, &mut Never) else { panic!("it has ended") };
    assert!(raised.message.contains("ended already"), "{}", raised.message);
}

fn traceback(text: &str) -> String {
    let module = compile_module(&source("scenarios/x.toml", text)).expect("the program is right");
    let mut interp = Interp::new();
    let mut thread = ThreadState::new(&mut interp, &module.code);
    finish(&mut interp, &mut thread).expect_err("it raises").render()
}

#[test]
fn tracebacks_read_as_pythons() {
    let programs = [
        "def crunch(n):\n    result = 0\n    for i in range(n):\n        result += 1 / i\n    return result\n\ncrunch(5)\n",
        "def f(n):\n    return f(n + 1)\n\nf(0)\n",
        "xs = [1, 2]\nprint(xs[0] + xs[5])\n",
        "x = 1 + undefined\n",
        "def g():\n    return 'a' + 1\nx = [g(),\n     2]\n",
        "y = (1 +\n     'a')\n",
        "s = 'é' + str(1 // 0)\n",
        "len(5)\n",
    ];
    insta::assert_snapshot!(programs.map(traceback).join("\n\n"));
}
