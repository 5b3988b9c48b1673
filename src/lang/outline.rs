//! The library and the standard modules are long, and a program calls few of their functions. So of a function at the top
//! of such a text, or of a class there, the body is left out at first, and compiled when somebody calls the function.
//!
//! Nothing of the outline depends on what is left out: bodies that decide what the function is (a generator, one with a
//! docstring) or what is around it (`super()`, `global`) stay. Knows Python's layout only as far as these texts need it;
//! a test holds each of them against its compilation as a whole.

use super::compile::{self, Origin};
use super::mistakes::Mistakes;
use super::tree::Stmt;
use super::{lower, parse};
use crate::bytecode::Code;
use crate::source::{Source, Span};
use ruff_python_ast::{Mod, Stmt as Parsed};
use ruff_python_parser::Mode;
use std::collections::HashMap;
use std::sync::Arc;

/// The texts of the functions whose bodies are left out, by where the function's name begins.
pub type LeftOut = HashMap<u32, Span>;

/// In place of a body.
const NOTHING: &str = "pass";

/// A body with one of these stays.
const TELLING: [&str; 7] = ["yield", "super", "__class__", "global ", "\"\"\"", "'''", "\\\n"];

/// The statements of a text of ours, and its code.
pub fn compiled(source: &Arc<Source>, origin: Origin, mistakes: &mut Mistakes) -> Option<(Vec<Stmt>, Code)> {
    let (text, left_out) = of(&source.text);
    let Some(Mod::Module(tree)) = parse::parse(&text, Mode::Module, mistakes) else { return None };
    let body = lower::standard_module(&source.text, &tree, left_out, mistakes);
    let code = compile::module(source, &body, &Default::default(), origin, mistakes)?;
    Some((body, code))
}

/// The whole code of a function whose text was left out.
pub fn body(source: &Arc<Source>, text: Span, class: Option<&str>, origin: Origin, binds_groups: bool) -> Option<Code> {
    let mut mistakes = Mistakes::default();
    let alone = alone(&source.text, text);
    let Some(Mod::Module(tree)) = parse::parse(&alone, Mode::Module, &mut mistakes) else { return None };
    let function = match tree.body.first()? {
        Parsed::FunctionDef(function) => function,
        Parsed::If(around) => around.body.first()?.as_function_def_stmt()?,
        _ => return None,
    };
    let function = lower::standard_function(&source.text, function, class, &mut mistakes);
    compile::function(source, &function, class, origin, binds_groups, &mut mistakes)
}

/// The text of a function at its old place: before it stands a comment, and `if` where it is indented.
fn alone(text: &str, function: Span) -> String {
    let (start, end) = (function.start as usize, function.end as usize);
    let around = if text[start..].starts_with(' ') { "\nif 1:\n" } else { "\n" };
    let mut alone = String::with_capacity(end);
    if let Some(comment) = start.checked_sub(around.len()) {
        alone.push_str(&"#".repeat(comment));
        alone.push_str(around);
    }
    alone.push_str(&text[start..end]);
    alone
}

/// The text without those bodies, in which everything stands where it stood.
fn of(text: &str) -> (String, LeftOut) {
    let (mut outline, mut left_out) = (String::with_capacity(text.len()), LeftOut::new());
    let mut lines = Lines { text, at: 0 };
    let (mut in_class, mut in_text) = (false, false);
    while let Some(line) = lines.next() {
        let was_in_text = in_text;
        in_text ^= (line.matches("\"\"\"").count() + line.matches("'''").count()) % 2 == 1;
        if was_in_text || in_text {
            continue;
        }
        let indent = indent(line);
        if indent == 0 && !is_empty(line) {
            in_class = line.starts_with("class ");
        }
        if indent > 0 && !(indent == 4 && in_class) {
            continue;
        }
        let start = lines.at - line.len();
        let Some(function) = Function::at(text, start, indent) else { continue };
        lines.at = function.end;
        if function.tells(text) {
            continue;
        }
        outline.push_str(&text[outline.len()..function.body]);
        outline.push_str(NOTHING);
        outline.push_str(&" ".repeat(function.end - function.body - NOTHING.len() - 1));
        outline.push('\n');
        left_out.insert(function.name as u32, function.span());
    }
    outline.push_str(&text[outline.len()..]);
    (outline, left_out)
}

struct Lines<'a> {
    text: &'a str,
    /// Where the next one begins.
    at: usize,
}

impl<'a> Iterator for Lines<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let rest = self.text.get(self.at..).filter(|rest| !rest.is_empty())?;
        let line = rest.split_inclusive('\n').next()?;
        self.at += line.len();
        Some(line)
    }
}

fn indent(line: &str) -> usize {
    line.bytes().take_while(|byte| *byte == b' ').count()
}

/// Whether the line is blank or a comment.
fn is_empty(line: &str) -> bool {
    line.bytes().find(|byte| *byte != b' ').is_none_or(|first| matches!(first, b'#' | b'\n'))
}

/// The functions at the top of a text, one after the other.
pub fn functions(text: &str) -> impl Iterator<Item = Function> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let mut lines = Lines { text, at };
        let found = std::iter::from_fn(|| lines.next().map(|line| (lines.at - line.len(), line)))
            .find_map(|(start, line)| Function::at(text, start, 0).filter(|_| !line.starts_with(' ')))?;
        at = found.end;
        Some(found)
    })
}

/// Where the parts of a function begin.
pub struct Function {
    pub start: usize,
    pub name: usize,
    /// Behind the first line's indentation.
    pub body: usize,
    /// Behind the last line.
    pub end: usize,
}

impl Function {
    /// The function that is defined from a line on; None where none is, or its body stands in the same line.
    fn at(text: &str, start: usize, indent: usize) -> Option<Function> {
        let header = start + indent;
        let keyword = ["def ", "async def "].into_iter().find(|keyword| text[header..].starts_with(keyword))?;
        let name = header + keyword.len();
        let mut lines = Lines { text, at: end_of_header(text, name)? };
        let (mut body, mut end) = (None, lines.at);
        while let Some(line) = lines.next() {
            if is_empty(line) {
                continue;
            }
            let depth = self::indent(line);
            if depth <= indent {
                break;
            }
            body.get_or_insert(lines.at - line.len() + depth);
            end = lines.at;
        }
        Some(Function { start, name, body: body?, end })
    }

    pub fn span(&self) -> Span {
        Span { start: self.start as u32, end: self.end as u32 }
    }

    /// Whether the body says more than what the function does.
    pub fn tells(&self, text: &str) -> bool {
        let body = &text[self.body..self.end];
        let has_docstring = || body.trim_start_matches(|c: char| c.is_ascii_alphabetic()).starts_with(['"', '\'']);
        body.len() <= NOTHING.len() || has_docstring() || has_telling(body)
    }

    /// Whether the word stands in the body.
    pub fn says(&self, text: &str, word: &str) -> bool {
        text[self.body..self.end].contains(word)
    }
}

/// Whether one of `TELLING` stands in a body: in one pass, since bodies are most of the text.
fn has_telling(body: &str) -> bool {
    let could_begin = |byte: u8| matches!(byte, b'y' | b's' | b'_' | b'g' | b'"' | b'\'' | b'\\');
    let places = body.bytes().enumerate().filter(|(_, byte)| could_begin(*byte));
    places
        .into_iter()
        .any(|(at, _)| TELLING.iter().any(|telling| body.as_bytes()[at..].starts_with(telling.as_bytes())))
}

/// Where the line ends whose last character is the colon behind parameters and result.
fn end_of_header(text: &str, name: usize) -> Option<usize> {
    let (mut depth, mut quote) = (0, None);
    for (at, byte) in text.bytes().enumerate().skip(name) {
        match (quote, byte) {
            (Some(open), _) if open == byte => quote = None,
            (Some(_), _) => {}
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'(' | b'[' | b'{') => depth += 1,
            (None, b')' | b']' | b'}') => depth -= 1,
            (None, b':') if depth == 0 => return text[at + 1..].starts_with('\n').then_some(at + 2),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bytecode::Const;
    use crate::lang::{library, modules};
    use crate::source::SourceFile;

    fn source(text: &str) -> Arc<Source> {
        Arc::new(Source::whole(Arc::new(SourceFile::new("<text>", text))))
    }

    fn as_a_whole(source: &Arc<Source>, origin: Origin) -> Code {
        let mut mistakes = Mistakes::default();
        let Some(Mod::Module(tree)) = parse::parse(&source.text, Mode::Module, &mut mistakes) else {
            panic!("{:?}", mistakes.check())
        };
        let body = lower::standard_module(&source.text, &tree, LeftOut::new(), &mut mistakes);
        let code = compile::module(source, &body, &Default::default(), origin, &mut mistakes);
        code.unwrap_or_else(|| panic!("{:?}", mistakes.check()))
    }

    fn inner(code: &Code) -> Vec<Arc<Code>> {
        let codes = code.consts.iter().filter_map(|constant| match constant {
            Const::Code(inner) => Some(Arc::clone(inner)),
            _ => None,
        });
        codes.collect()
    }

    /// Holds both against each other. Returns how many bodies were left out.
    fn compare(whole: &Code, seen: &Code) -> usize {
        assert_eq!(whole.instrs, seen.instrs, "{}", whole.qualname);
        assert_eq!((&whole.names, &whole.varnames), (&seen.names, &seen.varnames));
        let constants = |code: &Code| code.consts.iter().map(Const::to_string).collect::<Vec<_>>();
        assert_eq!(constants(whole), constants(seen), "{}", whole.qualname);
        let facts = |code: &Code| (code.exceptions.clone(), code.stack_size, code.has_checkpoints, code.is_library);
        assert_eq!(facts(whole), facts(seen), "{}", whole.qualname);
        compare_functions(whole, seen)
    }

    fn compare_functions(whole: &Code, seen: &Code) -> usize {
        assert_eq!(inner(whole).len(), inner(seen).len(), "{}", whole.qualname);
        let pairs = inner(whole).into_iter().zip(inner(seen));
        let left_out = pairs.map(|(whole, outline)| {
            let callers_see = |code: &Code| {
                let parameters = code.varnames[..code.parameters.count()].to_vec();
                (code.qualname.clone(), code.doc.clone(), parameters, code.parameters, code.flavor)
            };
            assert_eq!(callers_see(&whole), callers_see(&outline));
            let seen = outline.whole().unwrap_or_else(|| panic!("{} does not compile", outline.qualname));
            if outline.body.is_some() {
                assert_eq!(whole.places, seen.places, "{}", whole.qualname);
            }
            usize::from(outline.body.is_some()) + compare(&whole, &seen)
        });
        left_out.sum()
    }

    fn outlined(text: &str, origin: Origin) -> usize {
        let source = source(text);
        let mut mistakes = Mistakes::default();
        let (_, outline) = compiled(&source, origin, &mut mistakes).expect("the outline compiles");
        compare(&as_a_whole(&source, origin), &outline)
    }

    #[test]
    fn bodies_compiled_by_themselves_are_those_of_the_whole_text() {
        let left_out: usize = modules::TABLE.iter().map(|(_, origin, text)| outlined(text, *origin)).sum();
        assert!(left_out > 2000, "{left_out}");
    }

    #[test]
    fn the_functions_of_the_library_are_those_of_its_text() {
        let library = library::code();
        let whole = as_a_whole(&library.source, Origin::Native);
        let left_out = compare_functions(&whole, &library);
        assert!(left_out > 200, "{left_out}");
    }

    #[test]
    fn bodies_that_tell_of_the_function_or_of_what_is_around_it_stay() {
        let stay = [
            "def f():\n    yield 1\n",
            "def f():\n    'says what it does'\n    return 1\n",
            "def f():\n    global x\n    x = 1\n",
            "class A:\n    def f(self):\n        super().f()\n",
            "def f(): return 1\n",
            "if True:\n    def f():\n        return 1\n",
        ];
        stay.iter().for_each(|text| assert_eq!(outlined(text, Origin::Python), 0, "{text}"));
        let leave = [
            "def f(a, b=': (', *c: 'x') -> 'y':\n    # first\n    return a\n\n# after\n\nx = 1\n",
            "class A:\n    x = 1\n\n    @property\n    def __f(self):\n        self.__x = [y for y in ()]\n        return A.__f\n",
            "async def f(a):\n    await a\n",
        ];
        leave.iter().for_each(|text| assert_eq!(outlined(text, Origin::Python), 1, "{text}"));
    }

    #[test]
    fn texts_of_ours_need_no_stack_of_their_own() {
        let small = std::thread::Builder::new().stack_size(1 << 20);
        let all = small.spawn(|| modules::TABLE.iter().map(|(_, origin, text)| outlined(text, *origin)).sum::<usize>());
        assert!(all.expect("there is a thread to be had").join().is_ok());
    }
}
