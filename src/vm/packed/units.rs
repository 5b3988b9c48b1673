//! Loaded code without the code.

use super::codes::{Codes, Place};
use crate::vm::heap::FunctionFacts;
use crate::vm::interp::Unit;
use crate::vm::modules::Module;
use crate::vm::value::Value;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

#[derive(Serialize, Deserialize)]
pub struct PackedUnit {
    place: Place,
    /// The module that its functions are defined in.
    module: Arc<str>,
    number: Module,
    consts: Box<[Value]>,
    globals: Box<[u32]>,
    symbols: Box<[u32]>,
    children: Box<[u32]>,
}

impl PackedUnit {
    /// None where the code has no place.
    pub fn of(unit: &Unit, facts: &FunctionFacts, codes: &Codes) -> Option<PackedUnit> {
        Some(PackedUnit {
            place: codes.place(&unit.code)?,
            module: Arc::clone(&facts.module),
            number: unit.module,
            consts: unit.consts.clone(),
            globals: unit.globals.clone(),
            symbols: unit.symbols.clone(),
            children: unit.children.clone(),
        })
    }

    /// None where there is no such code.
    pub fn into_unit(self, codes: &Codes) -> Option<(Unit, FunctionFacts)> {
        let PackedUnit { place, module, number, consts, globals, symbols, children } = self;
        let code = codes.code(place)?;
        let unit = match code.body {
            Some(_) => Unit::outline(code, number),
            None if number == Module::NONE => Unit::outline(code, number),
            None => Unit::of(code, number, consts, globals, symbols, children, &|_| 0),
        };
        let facts = FunctionFacts::of(&unit.code, module, unit.module);
        Some((unit, facts))
    }
}
