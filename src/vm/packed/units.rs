//! Loaded code without the code.

use super::codes::{Codes, Place};
use crate::vm::interp::Unit;
use crate::vm::value::Value;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
pub struct PackedUnit {
    place: Place,
    consts: Box<[Value]>,
    globals: Box<[u32]>,
    symbols: Box<[u32]>,
    children: Box<[u32]>,
}

impl PackedUnit {
    /// None where the code has no place.
    pub fn of(unit: &Unit, codes: &Codes) -> Option<PackedUnit> {
        Some(PackedUnit {
            place: codes.place(&unit.code)?,
            consts: unit.consts.clone(),
            globals: unit.globals.clone(),
            symbols: unit.symbols.clone(),
            children: unit.children.clone(),
        })
    }

    /// None where there is no such code.
    pub fn into_unit(self, codes: &Codes) -> Option<Unit> {
        let PackedUnit { place, consts, globals, symbols, children } = self;
        Some(Unit::of(codes.code(place)?, consts, globals, symbols, children, &|_| 0))
    }
}
