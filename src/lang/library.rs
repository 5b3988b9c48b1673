//! The part of the language's own library that is written in Python: what calls back into the program.

use super::compile::Origin;
use super::mistakes::Mistakes;
use super::outline;
use crate::bytecode::Code;
use crate::source::{Source, SourceFile};
use std::sync::{Arc, OnceLock};

pub const TEXT: &str = include_str!("library.py");

/// The library's code, compiled once. It is right: a test compiles it.
pub fn code() -> Option<Arc<Code>> {
    static CODE: OnceLock<Option<Arc<Code>>> = OnceLock::new();
    CODE.get_or_init(|| compiled().0).clone()
}

fn compiled() -> (Option<Arc<Code>>, Mistakes) {
    let file = Arc::new(SourceFile::new("<library>", TEXT));
    let mut mistakes = Mistakes::default();
    let code = outline::compiled(&Arc::new(Source::whole(file)), Origin::Native, &mut mistakes);
    (code.map(|(_, code)| Arc::new(code)), mistakes)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_library_compiles() {
        let (code, mistakes) = super::compiled();
        assert!(code.is_some(), "{:?}", mistakes.check());
    }
}
