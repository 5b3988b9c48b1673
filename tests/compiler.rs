//! The front end: mistakes with their places, the code it writes, and sources beyond all measure.

use gilsim::bytecode::dis;
use gilsim::lang::{Module, compile_call, compile_module};
use gilsim::source::{Diagnostic, Source, SourceFile};
use std::fmt::Write;
use std::path::Path;
use std::sync::Arc;

fn source(name: &str, text: impl Into<String>) -> Arc<Source> {
    Arc::new(Source::whole(Arc::new(SourceFile::new(name, text))))
}

fn module(text: &str) -> Module {
    compile_module(&source("program.py", text)).expect("the program is right")
}

/// One line a mistake: line, column, message, label and help.
fn shown(source: &Source, mistakes: &[Diagnostic]) -> String {
    let mut text = String::new();
    for mistake in mistakes {
        let place = source.file().place(mistake.span.start);
        let pointed = source.text.get(mistake.span.start as usize..mistake.span.end as usize).unwrap_or("?");
        let pointed = pointed.lines().next().unwrap_or("");
        let help = mistake.help.as_deref().unwrap_or("-");
        let _ = writeln!(text, "{}:{} `{pointed}` {} | {help}", place.line, place.column, mistake.message);
    }
    text
}

fn mistakes_of_file(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mistakes").join(name);
    let source = source(name, std::fs::read_to_string(path).expect("the file is there"));
    let mistakes = compile_module(&source).expect_err("the file has mistakes");
    shown(&source, &mistakes)
}

fn mistakes_of_call(program: &str, call: &str) -> String {
    let source = source("call", call);
    match compile_call(&source, "task", &module(program)) {
        Ok(_) => String::new(),
        Err(mistakes) => shown(&source, &mistakes),
    }
}

#[test]
fn all_mistakes_of_a_file_are_reported_at_their_places() {
    for name in
        ["several", "syntax", "statements", "expressions", "scopes", "imports", "work", "async", "except_star", "match"]
    {
        insta::assert_snapshot!(format!("mistakes_{name}"), mistakes_of_file(&format!("{name}.py")));
    }
}

const PROGRAM: &str = "import time\nlimit = 10\ndef crunch(n, start=0):\n    return n\ndef wait(): pass\n";

#[test]
fn a_call_that_fits_has_no_mistakes() {
    for call in [
        "crunch(5)",
        "crunch(5, 6)",
        "crunch(n=5)",
        "crunch(5, start=limit)",
        "wait()",
        "print(crunch(1))",
        "time.sleep(0.5)",
        "sum(range(10))",
    ] {
        assert_eq!(mistakes_of_call(PROGRAM, call), "", "{call}");
    }
}

#[test]
fn a_length_of_work_that_is_wrong_is_told_before_anything_runs() {
    let program = "import gilsim\nfrom gilsim import io\ndef wait(): pass\n";
    assert_eq!(mistakes_of_call(program, "gilsim.cpu('3ms')"), "");
    let told = mistakes_of_call(program, "gilsim.cpu('3')");
    assert_eq!(told, "1:12 `'3'` gilsim.cpu(): the time `3` has no unit | if milliseconds are meant, write \"3ms\"\n");
    assert!(mistakes_of_call(program, "print(io('gauss(3ms)'))").contains("there is no distribution `gauss`"));
    let other = "def io(text): pass\nclass_of = 1\n";
    assert_eq!(mistakes_of_call(other, "io('fast')"), "", "a function of the program's own");
}

#[test]
fn a_call_that_does_not_fit_is_refused_with_its_reason() {
    let mut all = String::new();
    for call in [
        "crunsh(5)",
        "zebra(5)",
        "crunch()",
        "crunch(1, 2, 3)",
        "crunch(1, begin=2)",
        "crunch(1, n=2)",
        "wait(1)",
        "crunch(limmit)",
        "crunch",
        "1 + crunch(5)",
        "crunch(5",
        "crunch(5); wait()",
        "",
        "crunch([x for x in 5])",
    ] {
        let _ = write!(all, "{call}\n{}\n", mistakes_of_call(PROGRAM, call));
    }
    insta::assert_snapshot!(all);
}

#[test]
fn a_function_that_is_bound_twice_is_not_checked() {
    let program = "def f(a): pass\ndef f(a, b): pass\n";
    assert_eq!(mistakes_of_call(program, "f(1)"), "");
    let program = "def f(a): pass\ndef g():\n    global f\n    f = 5\n";
    assert_eq!(mistakes_of_call(program, "f(1, 2)"), "");
}

#[test]
fn code_reads_as_cpython_shows_it() {
    let programs = [
        (
            "sum",
            "def crunch(n):\n    result = 0\n    for i in range(n):\n        result += i ** 2\n    return result\n\ncrunch(10)\n",
        ),
        (
            "while",
            "def f(n):\n    while n > 0 and n != 5:\n        n -= 1\n        if n == 3:\n            continue\n        if n == 2:\n            break\n    else:\n        print('done', end='')\n    return 0 < n < 10\n",
        ),
        (
            "globals",
            "import time\nfrom time import sleep as rest\ncount = 0\ndef bump(by=1):\n    global count\n    count += by\n    assert count > 0, 'never'\n    time.sleep(count)\n    rest(1)\nxs = [1, -2, (3, 4.5)]\nxs[0], xs[1] = xs[1], xs[0]\nxs[0] += f'{xs[1:]!r}' or 1\n",
        ),
        (
            "nested",
            "def outer(n):\n    def inner(x):\n        return not x\n    for i in [1, 2]:\n        for j in 'ab':\n            if i:\n                return inner(j)\n    while True:\n        pass\n",
        ),
    ];
    for (name, program) in programs {
        insta::assert_snapshot!(format!("dis_{name}"), dis(&module(program).code));
    }
}

fn deep(part: &str, count: usize, end: &str) -> String {
    format!("x = {}1{}\n", part.repeat(count), end.repeat(count))
}

#[test]
fn absurd_sources_are_refused_without_harm() {
    let sources = [
        deep("1+", 100_000, ""),
        deep("-", 200_000, ""),
        deep("not ", 60_000, ""),
        deep("[", 100_000, "]"),
        deep("(", 201, ")"),
        deep("f(", 50_000, ")"),
        deep("1 if 1 else ", 20_000, ""),
        format!("x = a{}\n", ".a".repeat(100_000)),
        format!("x = a{}\n", "[0]".repeat(50_000)),
        format!("x = {}\n", "(".repeat(500_000)),
        format!("x = 0{}\n", "**2".repeat(80_000)),
        (0..600).map(|depth| " ".repeat(depth % 400) + "if 1:\n").collect(),
        "if a: pass\n".to_owned() + &"elif a: pass\n".repeat(10_000),
    ];
    for text in sources {
        let start: String = text.chars().take(20).collect();
        assert!(compile_module(&source("absurd.py", text)).is_err(), "{start}");
    }
}

#[test]
fn long_sources_that_are_not_deep_compile() {
    let numbers: String = (0..50_000).map(|number| format!("{number}, ")).collect();
    let long = [
        deep("(", 200, ")"),
        "a = ".repeat(20_000) + "1\n",
        "x".repeat(600_000),
        format!("x = '{}'\n", "(".repeat(600_000)),
        format!("x = [{numbers}]\n"),
        format!("x ={}1 #{}\n", " ".repeat(600_000), "[".repeat(600_000)),
        deep("- ", 2900, ""),
        format!("x = a{}\n", ".a".repeat(2900)),
        "if a: pass\n".to_owned() + &"elif a: pass\n".repeat(2900),
    ];
    for text in long {
        assert!(compile_module(&source("long.py", text)).is_ok());
    }
}

#[test]
fn functions_with_too_many_parameters_are_refused() {
    let names: Vec<String> = (0..300).map(|n| format!("v{n}")).collect();
    let source = source("wide.py", format!("def f({}):\n    pass\n", names.join(", ")));
    let mistakes = compile_module(&source).expect_err("a frame has 256 slots");
    assert!(mistakes[0].message.contains("f is too large"), "{mistakes:?}");
}

#[test]
fn functions_with_many_variables_compile() {
    let names: String = (0..300).map(|n| format!("    v{n} = {n}\n")).collect();
    assert!(compile_module(&source("wide.py", format!("def f():\n{names}\n"))).is_ok());
}

#[test]
fn long_programs_within_the_limits_compile() {
    let lines: String = (0..5000).map(|n| format!("x{n} = {n}\n")).collect();
    assert!(compile_module(&source("long.py", lines)).is_ok());
    let sum = format!("x = {}1\n", "1 + ".repeat(450));
    assert!(compile_module(&source("sum.py", sum)).is_ok());
}
