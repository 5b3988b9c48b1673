//! Pickles of values by the thousand: what was written is read again as the same, the bytes are Python's, and bytes that are
//! no pickle are refused.

use gilsim::bytecode::Instr;
use gilsim::lang::compile_module;
use gilsim::source::{Source, SourceFile};
use gilsim::vm::{Answer, Exit, Interp, Pulse, Raised, ThreadState, run};
use proptest::prelude::*;
use std::io::Write;
use std::process::{Command, Stdio};
use std::sync::Arc;

struct Undisturbed;

impl Pulse for Undisturbed {
    fn pending(&mut self) -> bool {
        false
    }

    fn charge(&mut self, _: &Instr) -> bool {
        false
    }
}

/// What the program prints. It must end well, and leave no object behind.
fn output(text: &str) -> String {
    let source = Arc::new(Source::whole(Arc::new(SourceFile::new("pickles.py", text))));
    let module = compile_module(&source).unwrap_or_else(|mistakes| panic!("{mistakes:#?}\n{text}"));
    let mut interp = Interp::new();
    let mut thread = ThreadState::new(&mut interp, &module.code);
    let mut printed = String::new();
    loop {
        match run(&mut interp, &mut thread, &mut Undisturbed) {
            Exit::Print(text) => {
                printed.push_str(&text);
                thread.answer(Answer::None);
            }
            Exit::Returned(value) => break interp.take(value),
            Exit::Raised(raised) => panic!("{}\n{text}", Raised::render(&raised)),
            _ => thread.answer(Answer::None),
        }
    }
    drop(thread);
    assert_eq!(interp.shutdown(), 0, "objects are left on the heap: {text}");
    printed
}

/// A value as a program writes it, hashable where it is to be a key.
fn atom() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("None".to_owned()),
        any::<bool>().prop_map(|holds| if holds { "True" } else { "False" }.to_owned()),
        any::<i64>().prop_map(|number| format!("({number})")),
        (-70_000..70_000_i64).prop_map(|number| format!("({number})")),
        (any::<i64>(), 0..200_u32).prop_map(|(number, places)| format!("({number} << {places})")),
        any::<f64>().prop_filter("NaN is not itself", |number| !number.is_nan()).prop_map(|number| match number {
            n if n.is_infinite() => format!("({}1e999)", if n < 0.0 { "-" } else { "" }),
            n => format!("({n:e})"),
        }),
        "[a-zé€\u{1f600} \\n\\\\]{0,12}"
            .prop_map(|text| { format!("'{}'", text.replace('\\', "\\\\").replace('\n', "\\n")) }),
        (0..300_usize, "[a-z]{1,3}").prop_map(|(count, text)| format!("times('{text}', {count})")),
        prop::collection::vec(any::<u8>(), 0..6)
            .prop_map(|bytes| format!("b'{}'", bytes.iter().map(|byte| format!("\\x{byte:02x}")).collect::<String>())),
    ]
}

fn value() -> impl Strategy<Value = String> {
    atom().prop_recursive(4, 40, 6, |inner| {
        let many = prop::collection::vec(inner, 0..6);
        prop_oneof![
            many.clone().prop_map(|items| format!("[{}]", items.join(", "))),
            many.clone().prop_map(|items| format!("tuple([{}])", items.join(", "))),
            (prop::collection::vec(atom(), 6), many).prop_map(|(keys, items)| {
                let pairs = keys.iter().zip(items).map(|(key, item)| format!("{key}: {item}"));
                format!("{{{}}}", pairs.collect::<Vec<_>>().join(", "))
            }),
            prop::collection::vec(atom(), 1..6).prop_map(|items| format!("{{{}}}", items.join(", "))),
            prop::collection::vec(atom(), 0..2).prop_map(|items| format!("frozenset([{}])", items.join(", "))),
        ]
    })
}

/// Pickles the values under all protocols, reads them again, and prints a line of hexadecimals for each. The order of
/// sets differs, so of what has one the length is shown, save under protocol 0, where it depends on the order as well.
fn program(values: &[String]) -> String {
    let mut text = "import pickle\ndef times(text, count):\n    return text * count\n".to_owned();
    text += "def has_set(x):\n    if isinstance(x, dict):\n        return has_set(list(x.values()))\n";
    text +=
        "    return isinstance(x, (set, frozenset)) or isinstance(x, (list, tuple)) and any([has_set(y) for y in x])\n";
    text += "def check(x):\n    for protocol in range(6):\n        data = pickle.dumps(x, protocol)\n";
    text += "        back = pickle.loads(data)\n        assert back == x and type(back) is type(x), repr(x)\n";
    text += "        print(data.hex() if not has_set(x) else len(data) if protocol else 'a set')\n";
    values.iter().for_each(|value| text += &format!("check({value})\n"));
    text
}

fn under_python(program: &str) -> Option<String> {
    let mut python = Command::new("python3");
    let mut child = python.arg("-").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().ok()?;
    child.stdin.take()?.write_all(program.as_bytes()).ok()?;
    let output = child.wait_with_output().ok()?;
    assert!(output.status.success(), "{program}");
    String::from_utf8(output.stdout).ok()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_was_written_is_read_again_and_the_bytes_are_pythons(values in prop::collection::vec(value(), 20)) {
        let program = program(&values);
        let found = output(&program);
        if let Some(wanted) = under_python(&program) {
            prop_assert_eq!(found, wanted, "{}", program);
        }
    }

    #[test]
    fn bytes_that_are_no_pickle_are_refused(
        many in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..40), 20),
        cuts in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 20),
    ) {
        let mut text = "import pickle\nwhole = pickle.dumps([1, 'two', {'three': (4.0, None)}, {5}, b'6', int, 2**99])\n".to_owned();
        text += "def check(data):\n    try:\n        pickle.loads(data)\n    except Exception:\n        pass\n";
        for bytes in &many {
            let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
            text += &format!("check(bytes.fromhex('{hex}'))\n");
        }
        for (at, byte) in &cuts {
            let at = at.index(1_000);
            text += &format!("check(whole[:{at} % len(whole)] + bytes([{byte}]) + whole[{at} % len(whole) + 1:])\n");
        }
        prop_assert_eq!(output(&(text + "print('over')\n")), "over\n");
    }
}
