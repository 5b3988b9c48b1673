//! The language's cases: each `tests/cases/*.py` is a plain Python program whose expected output stands in comments at its end.
//!
//! After `# expect:` each line of standard output stands behind `# `; `# raises: ` begins the last line of a traceback.
//! Every case runs three times on the VM (undisturbed, leaving at every checkpoint, leaving after every few
//! instructions), must leave no object behind, and must do the same under `python3` where there is one.

use gilsim::bytecode::Instr;
use gilsim::ids::ThreadId;
use gilsim::lang::compile_module;
use gilsim::source::{Source, SourceFile};
use gilsim::vm::sync::Request;
use gilsim::vm::{
    Answer, Exit, Interp, Note, Noted, Priced, Prices, Pulse, Question, Raised, Rate, Reply, SystemCall, ThreadState,
    run,
};
use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

struct Undisturbed;

impl Pulse for Undisturbed {
    fn pending(&mut self) -> bool {
        false
    }
}

/// Somebody always wants the lock.
struct AlwaysPending;

impl Pulse for AlwaysPending {
    fn pending(&mut self) -> bool {
        true
    }
}

/// A budget of a few instructions a time.
struct TinyBudget {
    left: u32,
}

impl Pulse for TinyBudget {
    fn pending(&mut self) -> bool {
        false
    }

    // Each instruction is to be seen.
    fn afford(&mut self, _: u32) -> bool {
        false
    }

    fn charge(&mut self, _: &Instr) -> bool {
        let empty = self.left == 0;
        self.left = if empty { 3 } else { self.left - 1 };
        empty
    }
}

/// Has room for a few instructions at once now and then, and wants the lock now and then.
struct Fickle {
    seed: u32,
}

impl Fickle {
    fn one_in(&mut self, count: u32) -> bool {
        self.seed = self.seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.seed >> 16).is_multiple_of(count)
    }
}

impl Pulse for Fickle {
    fn pending(&mut self) -> bool {
        self.one_in(7)
    }

    fn afford(&mut self, _: u32) -> bool {
        !self.one_in(3)
    }

    fn charge(&mut self, _: &Instr) -> bool {
        self.one_in(11)
    }
}

#[derive(Debug, PartialEq, Eq)]
struct Outcome {
    stdout: String,
    raised: Option<String>,
}

/// Runs a program to its end as a trivial engine would.
fn execute(source: &Arc<Source>, pulse: impl Pulse) -> Outcome {
    execute_in(Interp::new(), source, pulse)
}

fn execute_in(mut interp: Interp, source: &Arc<Source>, mut pulse: impl Pulse) -> Outcome {
    let module = compile_module(source).unwrap_or_else(|mistakes| panic!("{}: {mistakes:#?}", source.file().name));
    let mut thread = ThreadState::new(&mut interp, &module.code);
    let mut stdout = String::new();
    let mut clock = 0.0;
    let raised = loop {
        match run(&mut interp, &mut thread, &mut pulse) {
            Exit::Checkpoint | Exit::Budget => {}
            Exit::Sleep(length) => {
                clock += length.as_secs_f64();
                thread.answer(Answer::None);
            }
            Exit::Work(_) => thread.answer(Answer::None),
            Exit::System(SystemCall::Compute(work) | SystemCall::ComputeHeld(work)) => {
                thread.give(&mut interp, work.run())
            }
            Exit::System(SystemCall::Ask(Question::CpuCount | Question::ProcessId)) => {
                thread.give(&mut interp, Reply::Int(2));
            }
            Exit::System(SystemCall::Ask(Question::Zone(_))) => {
                thread.give(&mut interp, Reply::Zone(0, false, "UTC".to_owned()));
            }
            Exit::System(SystemCall::Ask(Question::Time(_))) => {
                clock += 1e-6;
                thread.give(&mut interp, Reply::Int((clock * 1e9) as i64));
            }
            Exit::System(SystemCall::Ask(Question::Seconds(_))) => {
                clock += 1e-6;
                thread.give(&mut interp, Reply::Seconds((clock * 1e9) as i64));
            }
            Exit::System(_) => thread.give(&mut interp, Reply::None),
            Exit::Clock => {
                clock += 1e-6;
                thread.answer(Answer::Float(clock));
            }
            Exit::Threads(Request::Park(park)) if park.timeout.is_some() => {
                clock += park.timeout.map_or(0.0, |timeout| timeout.as_secs_f64());
                thread.answer(Answer::Bool(park.semaphore.give_up(ThreadId(0))));
            }
            Exit::Threads(_) => panic!("{}: what starts threads stands in tests/threads", source.file().name),
            Exit::Print(text) => {
                stdout.push_str(&text);
                thread.answer(Answer::None);
            }
            Exit::Returned(value) => {
                interp.take(value);
                break None;
            }
            Exit::Raised(raised) => break Some(raised),
        }
    };
    drop(thread);
    assert_eq!(interp.shutdown(), 0, "{}: objects are left on the heap", source.file().name);
    Outcome { stdout, raised: raised.as_ref().map(Raised::last_line) }
}

fn expected(text: &str) -> Outcome {
    let (_, block) = text.split_once("# expect:\n").expect("a case has a block `# expect:`");
    let mut outcome = Outcome { stdout: String::new(), raised: None };
    for line in block.lines() {
        if let Some(last_line) = line.strip_prefix("# raises: ") {
            outcome.raised = Some(last_line.to_owned());
        } else {
            let shown = line.strip_prefix("# ").or_else(|| line.strip_prefix('#'));
            outcome.stdout.push_str(shown.expect("a line of the block is a comment"));
            outcome.stdout.push('\n');
        }
    }
    outcome
}

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut cases: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the cases are there")
        .map(|entry| entry.expect("the folder can be read").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "py"))
        .collect();
    cases.sort();
    cases
}

fn source_of(path: &Path) -> Arc<Source> {
    let text = std::fs::read_to_string(path).expect("the case can be read");
    let name = path.file_name().expect("a case has a name").to_string_lossy().into_owned();
    Arc::new(Source::whole(Arc::new(SourceFile::new(name, text))))
}

fn check_all<P: Pulse>(pulse: impl Fn() -> P) {
    let mut failed = Vec::new();
    for path in cases() {
        let source = source_of(&path);
        let (found, wanted) = (execute(&source, pulse()), expected(&source.text));
        if found != wanted {
            failed.push(format!("{}\nfound:\n{found:#?}\nwanted:\n{wanted:#?}", source.file().name));
        }
    }
    assert!(failed.is_empty(), "{} cases fail:\n{}", failed.len(), failed.join("\n\n"));
}

#[test]
fn every_case_prints_what_it_says() {
    check_all(|| Undisturbed);
}

#[test]
fn leaving_at_every_checkpoint_changes_nothing() {
    check_all(|| AlwaysPending);
}

#[test]
fn leaving_after_a_few_instructions_changes_nothing() {
    check_all(|| TinyBudget { left: 0 });
}

#[test]
fn instructions_one_by_one_and_a_few_at_once_are_the_same() {
    for seed in 0..3 {
        check_all(|| Fickle { seed });
    }
}

/// What an instruction costs in the test below, and what happens within one: any numbers that differ.
fn price(what: Priced, rate: Rate) -> u32 {
    let cost = match what {
        Priced::Instr(instr) => instr.name().bytes().map(u32::from).sum::<u32>(),
        Priced::Note(
            note @ (Note::Whole
            | Note::Wide
            | Note::PowerStep
            | Note::Float
            | Note::Keyed
            | Note::Constructed
            | Note::Made
            | Note::FloatPower),
        ) => 10_000 + 1_000 * note as u32,
        Priced::Note(Note::Conversion) => 7_770_000,
        Priced::Note(_) => return 0,
    };
    cost + rate.number() as u32
}

/// Counts what the instructions cost.
struct Spends<'a> {
    spent: &'a Cell<u64>,
    at_once: bool,
    rate: Rate,
}

impl Pulse for Spends<'_> {
    fn pending(&mut self) -> bool {
        false
    }

    fn afford(&mut self, cost: u32) -> bool {
        self.spent.set(self.spent.get() + if self.at_once { u64::from(cost) } else { 0 });
        self.at_once
    }

    fn turns(&mut self, cost: u32, most: u32) -> u32 {
        let many = if self.at_once { most.min(5) } else { 0 };
        self.spent.set(self.spent.get() + u64::from(many * cost));
        many
    }

    fn settle(&mut self, owed: i64) {
        self.spent.set(self.spent.get().wrapping_sub(owed.cast_unsigned()));
    }

    fn charge(&mut self, instr: &Instr) -> bool {
        self.spent.set(self.spent.get() + u64::from(price(Priced::Instr(instr), self.rate)));
        false
    }

    const WANTS_NOTED: bool = true;

    fn noted(&mut self, noted: &Noted) {
        let costs = noted.counts().map(|(note, count)| count * u64::from(price(Priced::Note(note), self.rate)));
        self.spent.set(self.spent.get() + costs.sum::<u64>());
    }

    fn enters(&mut self, rate: Rate) {
        self.rate = rate;
    }
}

#[test]
fn instructions_cost_the_same_one_by_one_and_many_at_once() {
    for path in cases() {
        let source = source_of(&path);
        let [one_by_one, at_once] = [false, true].map(|at_once| {
            let spent = Cell::new(0);
            execute_in(
                Interp::with_prices(Prices::new(price)),
                &source,
                Spends { spent: &spent, at_once, rate: Rate::PROGRAM },
            );
            spent.get()
        });
        assert_eq!(one_by_one, at_once, "{}", source.file().name);
    }
}

/// Runs each file named on the command line as a main program, and prints what it wrote and raised as JSON.
const UNDER_PYTHON: &str = r#"
import contextlib, io, json, sys, types
outcomes = []
for path in sys.argv[1:]:
    out, raised = io.StringIO(), None
    with open(path) as file, contextlib.redirect_stdout(out):
        code = compile(file.read(), path, "exec")
        try:
            sys.modules["__main__"] = main = types.ModuleType("__main__")
            main.__file__ = path
            exec(code, main.__dict__)
        except BaseException as exception:
            text = str(exception)
            raised = type(exception).__name__ + (": " + text if text else "")
    outcomes.append([out.getvalue(), raised])
print(json.dumps(outcomes))
"#;

#[test]
fn python_does_the_same() {
    let cases = cases();
    let stand_in = Path::new(env!("CARGO_MANIFEST_DIR")).join("python");
    let mut python = Command::new("python3");
    python.env("PYTHONPATH", stand_in).env("PYTHONDONTWRITEBYTECODE", "1").arg("-c").arg(UNDER_PYTHON).args(&cases);
    let Ok(output) = python.output() else {
        eprintln!("there is no python3 here: nothing is compared");
        return;
    };
    let outcomes: Vec<(String, Option<String>)> = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stderr)));
    assert_eq!(outcomes.len(), cases.len());
    let mut failed = Vec::new();
    for (path, (stdout, raised)) in cases.iter().zip(outcomes) {
        let found = Outcome { stdout, raised };
        let wanted = expected(&std::fs::read_to_string(path).expect("the case can be read"));
        if found != wanted {
            failed.push(format!("{}\nfound:\n{found:#?}\nwanted:\n{wanted:#?}", path.display()));
        }
    }
    assert!(failed.is_empty(), "{} cases differ under python3:\n{}", failed.len(), failed.join("\n\n"));
}
