//! The part of the language's own library that is written in Python: what calls back into the program. Nothing but
//! functions, each of which stands by itself, with no default but None and no docstring. So what callers see is read off
//! their first lines.

use super::compile::Origin;
use super::outline::{self, Function};
use crate::bytecode::{Body, Code, Const, Flavor, Parameters};
use crate::source::{Source, SourceFile};
use std::sync::{Arc, OnceLock};

const TEXT: &str = include_str!("library.py");

/// The library's functions as the constants of a code that does nothing, made once. They are right: a test compares them
/// with the text.
pub fn code() -> Arc<Code> {
    static CODE: OnceLock<Arc<Code>> = OnceLock::new();
    Arc::clone(CODE.get_or_init(outlined))
}

fn outlined() -> Arc<Code> {
    let source = Arc::new(Source::whole(Arc::new(SourceFile::new("<library>", TEXT))));
    let functions = outline::functions(TEXT).map(|function| Const::Code(Arc::new(seen(&source, &function))));
    Arc::new(Code { consts: functions.collect(), ..empty("<module>", &source) })
}

/// What callers see of a function.
fn seen(source: &Arc<Source>, function: &Function) -> Code {
    let header = &TEXT[function.name..function.body];
    let (name, rest) = header.split_once('(').unwrap_or((header, ""));
    let (parameters, varnames) = parameters(rest.split_once("):").map_or("", |(parameters, _)| parameters));
    let (text, span) = (Arc::clone(source), function.span());
    let body = Body::new(move || outline::body(&text, span, None, Origin::Native, false));
    let flavor = if function.says(TEXT, "yield") { Flavor::Generator } else { Flavor::Function };
    Code { parameters, varnames, flavor, body: Some(body), ..empty(name, source) }
}

fn empty(name: &str, source: &Arc<Source>) -> Code {
    Code {
        name: name.to_owned(),
        qualname: name.to_owned(),
        doc: None,
        source: Arc::clone(source),
        instrs: Box::default(),
        places: Box::default(),
        threaded: Box::default(),
        silent: Box::default(),
        consts: Box::default(),
        names: Box::default(),
        varnames: Box::default(),
        imported: Arc::default(),
        parameters: Parameters::default(),
        flavor: Flavor::Function,
        exceptions: Box::default(),
        library: None,
        finder: None,
        is_library: true,
        has_checkpoints: false,
        stack_size: 0,
        body: None,
    }
}

/// Parameters as `a, /, b, *c, d=None, **e`, and their names in the order of local variables.
fn parameters(text: &str) -> (Parameters, Box<[Arc<str>]>) {
    let mut found = Parameters::default();
    let (mut names, mut last): (Vec<Arc<str>>, Vec<Arc<str>>) = (Vec::new(), Vec::new());
    let mut by_keyword = false;
    for one in text.split(',').map(str::trim).filter(|one| !one.is_empty()) {
        match one.trim_start_matches('*') {
            "/" => found.positional_only = found.positional,
            "" => by_keyword = true,
            rest if one.starts_with("**") => {
                found.keywords = true;
                last.push(rest.into());
            }
            rest if one.starts_with('*') => {
                (found.rest, by_keyword) = (true, true);
                last.push(rest.into());
            }
            plain => {
                let count = if by_keyword { &mut found.keyword_only } else { &mut found.positional };
                *count += 1;
                names.push(plain.split_once('=').map_or(plain, |(name, _)| name).into());
            }
        }
    }
    names.append(&mut last);
    (found, names.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_library_compiles() {
        let code = code();
        for constant in &code.consts {
            let Const::Code(function) = constant else { panic!("{constant}: nothing but functions") };
            assert!(function.whole().is_some(), "{}", function.name);
        }
    }

    #[test]
    fn parameters_of_all_kinds_are_read() {
        let (found, names) = parameters("a, /, b, *c, d=None, **e");
        let wanted = Parameters { positional: 2, positional_only: 1, keyword_only: 1, rest: true, keywords: true };
        assert_eq!((found, names.join(" ")), (wanted, "a b d c e".to_owned()));
        assert_eq!(parameters(""), (Parameters::default(), Box::default()));
    }
}
