//! Code by its place: in which of the program's parts, and there as which, counted in the order in which it is written.

use crate::bytecode::{Body, Code, Const};
use crate::vm::modules::Modules;
use crate::vm::texts::Texts;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::sync::Arc;

/// Where a piece of code stands.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Place {
    part: Part,
    /// Zero for the part's own code.
    at: u32,
    /// Within the body of a function there, which was compiled by itself; zero for the whole of it.
    inside: Option<u32>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
enum Part {
    /// Of what the engine runs, by number.
    Program(u32),
    Library,
    /// A standard module.
    Module(Arc<str>),
    /// A text that the program has compiled, by number.
    Text(u32),
}

/// All code that an interpreter can have loaded.
pub struct Codes {
    by_address: HashMap<*const Code, Place>,
    by_place: HashMap<Place, Arc<Code>>,
}

impl Codes {
    pub fn of(program: &[Arc<Code>], modules: &Modules, texts: &Texts) -> Codes {
        let mut codes = Codes { by_address: HashMap::new(), by_place: HashMap::new() };
        for (at, code) in program.iter().enumerate() {
            codes.add(&Part::Program(at as u32), code);
        }
        if let Some(library) = program.iter().find_map(|code| code.library.as_ref()) {
            codes.add(&Part::Library, library);
        }
        for (name, code) in modules.loaded_code() {
            codes.add(&Part::Module(name), &code);
        }
        for (at, code) in texts.codes().enumerate() {
            codes.add(&Part::Text(at as u32), code);
        }
        codes
    }

    fn add(&mut self, part: &Part, code: &Arc<Code>) {
        for (at, code) in all_in(code).into_iter().enumerate() {
            let place = |inside| Place { part: part.clone(), at: at as u32, inside };
            let inner = code.body.as_ref().and_then(Body::made).map(all_in).unwrap_or_default();
            for (inside, inner) in inner.into_iter().enumerate() {
                self.by_address.entry(Arc::as_ptr(&inner)).or_insert_with(|| place(Some(inside as u32)));
            }
            self.by_address.entry(Arc::as_ptr(&code)).or_insert_with(|| place(None));
            self.by_place.insert(place(None), code);
        }
    }

    pub fn place(&self, code: &Arc<Code>) -> Option<Place> {
        self.by_address.get(&Arc::as_ptr(code)).cloned()
    }

    pub fn code(&self, place: Place) -> Option<Arc<Code>> {
        let code = self.by_place.get(&Place { inside: None, ..place.clone() })?;
        match place.inside {
            None => Some(Arc::clone(code)),
            Some(inside) => all_in(&code.whole()?).into_iter().nth(inside as usize),
        }
    }
}

/// The code and all that is written in it, bodies that were left out excepted.
fn all_in(code: &Arc<Code>) -> Vec<Arc<Code>> {
    let (mut all, mut waiting) = (Vec::new(), vec![code]);
    while let Some(code) = waiting.pop() {
        all.push(Arc::clone(code));
        waiting.extend(code.consts.iter().filter_map(|constant| match constant {
            Const::Code(inner) => Some(inner),
            _ => None,
        }));
    }
    all
}
