//! Properties: integer arithmetic against num-bigint, comparisons, and that no text makes the front end or the VM panic.

use gilsim::lang::compile_module;
use gilsim::source::{Source, SourceFile};
use gilsim::vm::{Answer, Exit, Interp, Pulse, ThreadState, run};
use num_bigint::BigInt;
use num_integer::Integer;
use proptest::prelude::*;
use std::sync::Arc;

struct Limited(u32);

impl Pulse for Limited {
    fn pending(&mut self) -> bool {
        false
    }

    // Each instruction is to be seen.
    fn afford(&mut self, _: u32) -> bool {
        false
    }

    fn charge(&mut self, _: &gilsim::bytecode::Instr) -> bool {
        self.0 = self.0.saturating_sub(1);
        self.0 == 0
    }
}

/// Standard output of a program that ends by itself, or the last line of its traceback; None where it does neither.
fn outcome(text: &str) -> Option<String> {
    let source = Arc::new(Source::whole(Arc::new(SourceFile::new("property.py", text))));
    let module = compile_module(&source).ok()?;
    let mut interp = Interp::new();
    let mut thread = ThreadState::new(&mut interp, &module.code);
    let mut printed = String::new();
    let mut pulse = Limited(50_000);
    let result = loop {
        match run(&mut interp, &mut thread, &mut pulse) {
            Exit::Print(text) => {
                printed.push_str(&text);
                thread.answer(Answer::None);
            }
            Exit::Returned(value) => {
                interp.take(value);
                break Some(printed);
            }
            Exit::Raised(raised) => break Some(raised.last_line()),
            Exit::Budget => break None,
            _ => thread.answer(Answer::Float(0.0)),
        }
    };
    thread.abandon(&mut interp);
    assert_eq!(interp.shutdown(), 0, "objects are left by {text:?}");
    result
}

/// Near the ends of 64 bits, small, and beyond.
fn integer() -> impl Strategy<Value = BigInt> {
    prop_oneof![
        (-20_i64..20).prop_map(BigInt::from),
        any::<i64>().prop_map(BigInt::from),
        any::<i128>().prop_map(BigInt::from),
        (-3_i64..3).prop_map(|near| BigInt::from(i64::MAX) + near),
        (-3_i64..3).prop_map(|near| BigInt::from(i64::MIN) + near),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn integers_are_those_of_num_bigint(a in integer(), b in integer()) {
        let text = format!(
            "a = {a}\nb = {b}\nprint(a + b, a - b, a * b, a & b, a | b, a ^ b, -a, ~a, a < b, a == b, a >= b)\n"
        );
        let wanted = format!(
            "{} {} {} {} {} {} {} {} {} {} {}\n",
            &a + &b, &a - &b, &a * &b, &a & &b, &a | &b, &a ^ &b, -&a, !&a,
            python(a < b), python(a == b), python(a >= b)
        );
        prop_assert_eq!(outcome(&text), Some(wanted));
    }

    #[test]
    fn division_floors(a in integer(), b in integer()) {
        let text = format!("print({a} // {b}, {a} % {b})\n");
        let wanted = if b == BigInt::from(0) {
            "ZeroDivisionError: integer division or modulo by zero".to_owned()
        } else {
            format!("{} {}\n", a.div_floor(&b), a.mod_floor(&b))
        };
        prop_assert_eq!(outcome(&text), Some(wanted));
    }

    #[test]
    fn shifts_are_those_of_num_bigint(a in integer(), by in 0_u32..140) {
        let text = format!("print({a} << {by}, ({a}) >> {by})\n");
        prop_assert_eq!(outcome(&text), Some(format!("{} {}\n", &a << by, &a >> by)));
    }

    #[test]
    fn floats_read_back_as_they_were(bits in any::<u64>()) {
        let float = f64::from_bits(bits);
        prop_assume!(float.is_finite());
        let printed = outcome(&format!("print({float:e})\n"));
        prop_assert_eq!(printed.and_then(|text| text.trim().parse().ok()), Some(float));
    }

    #[test]
    fn integers_and_floats_compare_exactly(a in any::<i64>(), near in -2_i64..3) {
        let float = a as f64;
        let exact = BigInt::from(a) + near;
        let order = exact.cmp(&BigInt::from(float as i128));
        let text = format!("a = {exact}\nf = {float:e}\nprint(a < f, a == f, a > f)\n");
        let wanted = format!("{} {} {}\n", python(order.is_lt()), python(order.is_eq()), python(order.is_gt()));
        prop_assert_eq!(outcome(&text), Some(wanted));
    }

    #[test]
    fn no_text_makes_the_compiler_panic(text in "\\PC{0,80}") {
        let _ = outcome(&text);
    }

    #[test]
    fn no_mixture_of_python_makes_anything_panic(
        parts in prop::collection::vec(prop::sample::select(PARTS), 0..40)
    ) {
        let _ = outcome(&parts.concat());
    }

    #[test]
    fn no_expression_makes_the_machine_panic(
        parts in prop::collection::vec(prop::sample::select(OPERANDS), 1..6),
        operators in prop::collection::vec(prop::sample::select(OPERATORS), 6)
    ) {
        let mut text = String::from("print(");
        for (part, operator) in parts.iter().zip(&operators) {
            text += part;
            text += operator;
        }
        let _ = outcome(&format!("{text} 3)\n"));
    }
}

fn python(holds: bool) -> &'static str {
    if holds { "True" } else { "False" }
}

const PARTS: &[&str] = &[
    "def f(x):",
    "\n",
    "\n    ",
    "\n        ",
    "return ",
    "x",
    "y",
    " = ",
    "1",
    "'a'",
    " + ",
    "(",
    ")",
    "[",
    "]",
    ", ",
    ":",
    "if ",
    "else",
    "while ",
    "for ",
    " in ",
    "print",
    "range",
    "break",
    "continue",
    "f",
    "global ",
    "not ",
    " < ",
    " and ",
    "pass",
    "import time",
    ".",
    "append",
    "{",
    "}",
    "f'{x}'",
    "+=",
    "lambda",
    "del ",
    "assert ",
    "-",
    "**",
];

const OPERANDS: &[&str] = &[
    "1",
    "0",
    "-1",
    "2.5",
    "0.0",
    "True",
    "None",
    "'ab'",
    "''",
    "[1, 2]",
    "[]",
    "(1,)",
    "10 ** 20",
    "-(2 ** 63)",
    "len",
    "range(3)",
    "[1][0]",
    "'xyz'[1:]",
    "float('inf')",
    "float('nan')",
    "(1, (2, 3))",
    "str",
    "[[], 1]",
    "9",
    "1e300",
];

const OPERATORS: &[&str] = &[
    " + ", " - ", " * ", " / ", " // ", " % ", " ** ", " << ", " >> ", " & ", " | ", " ^ ", " < ", " == ", " != ",
    " in ", " is ", " and ", " or ", " not in ", " if ", ", ",
];
