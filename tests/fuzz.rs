//! Any text whatever: it is refused, it raises or it runs, and nothing panics. `examples/fuzz.rs` does the same for hours.

mod bounded;

use proptest::prelude::*;
use std::path::Path;
use std::sync::LazyLock;

/// The cases, for mutations.
static CASES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let paths = std::fs::read_dir(folder).expect("the cases are there").flatten();
    let mut texts: Vec<String> = paths.filter_map(|entry| std::fs::read_to_string(entry.path()).ok()).collect();
    texts.sort();
    texts
});

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_bytes_are_no_defect(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        bounded::check(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn arbitrary_tokens_are_no_defect(words in prop::collection::vec(prop::sample::select(TOKENS), 0..60)) {
        bounded::check(&words.join(" "));
    }

    #[test]
    fn mutated_cases_are_no_defect(
        case in any::<prop::sample::Index>(),
        lines in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>()), 1..6),
        cut in any::<prop::sample::Index>(),
    ) {
        let text = case.get(&CASES);
        let mut mutated: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
        for (from, to) in lines.iter().filter(|_| !mutated.is_empty()).collect::<Vec<_>>() {
            let (from, to) = (from.index(mutated.len()), to.index(mutated.len()));
            mutated.swap(from, to);
        }
        let mut mutated = mutated.join("\n");
        let at = cut.index(mutated.len() + 1);
        if mutated.is_char_boundary(at) {
            mutated.insert(at, ' ');
        }
        bounded::check(&mutated);
    }
}

const TOKENS: &[&str] = &[
    "def f(x):",
    "\n",
    "\n    ",
    "\n        ",
    "class C:",
    "return",
    "yield",
    "await",
    "async",
    "for x in",
    "while",
    "if",
    "else:",
    "try:",
    "except:",
    "finally:",
    "with",
    "as",
    "lambda:",
    "match x:",
    "case",
    "[",
    "]",
    "(",
    ")",
    "{",
    "}",
    ":",
    ",",
    "=",
    ":=",
    "+",
    "*",
    "**",
    "/",
    "//",
    "%",
    "<<",
    "==",
    "<",
    "not",
    "in",
    "is",
    "and",
    "or",
    "x",
    "y",
    "self",
    "0",
    "1",
    "-1",
    "3.5",
    "1_0",
    "'text'",
    "b'bytes'",
    "f'{x}'",
    "f'{",
    "'",
    "\"\"\"",
    "None",
    "True",
    "print(x)",
    "range(5)",
    "x.y",
    "x[0]",
    "import time",
    "global x",
    "nonlocal x",
    "del x",
    "raise",
    "pass",
    "break",
    "continue",
    "...",
    "@f",
    ";",
    "\\",
    "#",
    "\t",
    "\0",
    "é",
    "del",
    "from",
    "assert",
];

#[test]
fn what_is_too_deep_or_too_long_is_refused() {
    for (open, close) in [("(", ")"), ("[", "]"), ("{", "}"), ("f(", ")"), ("-", ""), ("not ", ""), ("lambda: ", "")] {
        for depth in [50, 1_000, 20_000] {
            bounded::check(&format!("x = {}1{}", open.repeat(depth), close.repeat(depth)));
            bounded::check(&open.repeat(depth));
        }
    }
    let nested: String = (0..300).map(|depth| format!("{}if x:\n", " ".repeat(depth))).collect();
    bounded::check(&(nested + &" ".repeat(300) + "pass"));
    bounded::check(&format!("x = '{}'", "a".repeat(200_000)));
    bounded::check(&format!("x = {}", "1 + ".repeat(60_000) + "1"));
    bounded::check(&("x = 1; ".repeat(30_000)));
    bounded::check(&"a.".repeat(50_000));
    bounded::check(&format!("x = [{}]", "0, ".repeat(70_000)));
    bounded::check(&"x".repeat(1 << 20));
}

#[test]
fn odd_characters_are_refused_at_their_place() {
    for text in [
        "\0",
        "x = 1\0",
        "if x:\n\ty\n        z",
        "'abc",
        "\"\"\"abc",
        "f'{x",
        "x = 5 \\",
        "\u{feff}x = 1",
        "é = 1",
        "x = 1\r\ny = 2\r",
        "\u{202e}",
        "$",
        "?",
        "x = 0777",
        "1__0",
        "0x",
        "1e",
        "'\\x'",
        "'\\N{nothing}'",
        "b'é'",
    ] {
        bounded::check(text);
    }
}
