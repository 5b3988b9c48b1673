//! What programs take of memory: the size of a list, what is left behind, and the limit.

use gilsim::lang::compile_module;
use gilsim::source::{Source, SourceFile};
use gilsim::vm::{Answer, Exit, Interp, Pulse, ThreadState, run};
use std::process::Command;
use std::sync::Arc;

struct Undisturbed;

impl Pulse for Undisturbed {
    fn pending(&mut self) -> bool {
        false
    }
}

/// Runs a program to its end and answers the interpreter, what was printed and the last line of a traceback.
fn execute(text: &str, limit: usize) -> (Interp, String, Option<String>) {
    let source = Arc::new(Source::whole(Arc::new(SourceFile::new("memory.py", text))));
    let module = compile_module(&source).unwrap_or_else(|mistakes| panic!("{mistakes:#?}"));
    let mut interp = Interp::new();
    interp.set_memory_limit(limit);
    let mut thread = ThreadState::new(&mut interp, &module.code);
    let mut printed = String::new();
    let raised = loop {
        match run(&mut interp, &mut thread, &mut Undisturbed) {
            Exit::Print(text) => {
                printed.push_str(&text);
                thread.answer(Answer::None);
            }
            Exit::Returned(value) => {
                interp.take(value);
                break None;
            }
            Exit::Raised(raised) => break Some(raised.last_line()),
            _ => thread.answer(Answer::None),
        }
    };
    (interp, printed, raised)
}

#[test]
fn a_list_of_small_integers_takes_less_than_24_bytes_an_element() {
    const COUNT: usize = 200_003;
    let base = execute("pass", 1 << 30).0.bytes();
    for program in [
        "x = []\nfor i in range(200_003):\n    x.append(i)",
        "x = [i for i in range(200_003)]",
        "x = list(range(200_003))",
        "x = [0] * 200_003",
    ] {
        let (interp, _, raised) = execute(program, 1 << 30);
        assert_eq!(raised, None);
        let each = (interp.bytes() - base) as f64 / COUNT as f64;
        assert!(each < 24.0, "{program}: {each} bytes an element");
    }
}

/// A million of each takes a release build: `COUNT=1000000 gilsim run --quiet tests/memory/short_lived.py`.
#[test]
fn short_lived_objects_of_each_kind_leave_nothing_behind() {
    let output = Command::new(env!("CARGO_BIN_EXE_gilsim"))
        .args(["run", "--quiet", "tests/memory/short_lived.py", "--output", env!("CARGO_TARGET_TMPDIR")])
        .env("COUNT", "5000")
        .output()
        .expect("the command starts");
    let printed = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && printed.ends_with("nothing is left behind\n"), "{printed}");
    let kinds = printed.lines().filter(|line| line.contains(" s  ")).count();
    assert!(kinds > 150, "{kinds}");
}

/// Units and objects after so many turns of a loop.
fn left_after(turns: usize, body: &str) -> (usize, usize) {
    let (interp, _, raised) =
        execute(&format!("import gc\nfor i in range({turns}):\n    {body}\ngc.collect()"), 1 << 30);
    assert_eq!(raised, None, "{body}");
    (interp.units(), interp.live())
}

#[test]
fn texts_that_nobody_refers_to_are_given_up() {
    for body in [
        "eval(f'{i} + 1')",
        "eval(f'(lambda x: x + {i})(1)')",
        "sum(eval(f'(x * {i} for x in range(3))'))",
        "exec(f'a{i % 3} = {i}', {})",
        "exec(f'def f(x):\\n    return x + {i}\\ny = f(2)', {})",
        "exec(f'class A:\\n    def m(self): return {i}', n := {}); n['A']().m()",
        "compile(f'{i} + 1', 'f', 'eval')",
    ] {
        let (few, many) = (left_after(1500, body), left_after(6000, body));
        // Some hundred may wait to be given up.
        assert!(many.0 < few.0 + 2500, "{body}: {few:?} {many:?} units");
        assert!(many.1 < few.1 + 8000, "{body}: {few:?} {many:?} objects");
    }
}

#[test]
fn too_much_memory_is_an_exception_that_can_be_caught() {
    for growing in [
        "x.append(x)",
        "x.append('a' * 1000)",
        "x.extend(range(1000))",
        "d[len(d)] = 1",
        "x = [0] * (10 ** 8)",
        "s = 'x' * (10 ** 9)",
        "x = bytes(10 ** 9)",
    ] {
        let program = format!(
            "x, d, s, n, t = [], {{}}, '', 3, set()\ntry:\n    while True:\n        {growing}\nexcept MemoryError:\n    \
             x = d = s = n = t = None\n    print('caught')\ny = [1, 2, 3]\nprint(y)"
        );
        let (_, printed, raised) = execute(&program, 5 << 20);
        assert_eq!((printed.as_str(), raised), ("caught\n[1, 2, 3]\n", None), "{growing}");
    }
    let (_, _, raised) = execute("x = [0]\nwhile True:\n    x = x + x", 10 << 20);
    assert_eq!(raised.as_deref(), Some("MemoryError"));
}
