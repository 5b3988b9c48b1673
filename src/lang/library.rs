//! The part of the language's own library that is written in Python: what calls back into the program.

use super::compile::Origin;
use super::mistakes::Mistakes;
use super::work::WorkNames;
use super::{compile, lower, parse};
use crate::bytecode::Code;
use crate::source::{Source, SourceFile};
use ruff_python_parser::Mode;
use std::sync::{Arc, OnceLock};

/// The library's code, compiled once. It is right: a test compiles it.
pub fn code() -> Option<Arc<Code>> {
    static CODE: OnceLock<Option<Arc<Code>>> = OnceLock::new();
    CODE.get_or_init(|| compiled().0).clone()
}

fn compiled() -> (Option<Arc<Code>>, Mistakes) {
    let file = Arc::new(SourceFile::new("<library>", include_str!("library.py")));
    let source = Arc::new(Source::whole(file));
    let mut mistakes = Mistakes::default();
    let Some(ruff_python_ast::Mod::Module(tree)) = parse::parse(&source.text, Mode::Module, &mut mistakes) else {
        return (None, mistakes);
    };
    let body = lower::module(&source.text, &tree, &mut mistakes);
    let code = compile::module(&source, &body, &WorkNames::of(&body), Origin::Native, &mut mistakes);
    (code.map(Arc::new), mistakes)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_library_compiles() {
        let (code, mistakes) = super::compiled();
        assert!(code.is_some(), "{:?}", mistakes.check());
    }
}
