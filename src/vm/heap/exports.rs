//! Bytearrays whose bytes somebody else sees: as long as a view of one lives, its length stays as it is.

use super::Heap;
use crate::vm::arguments::Arguments;
use crate::vm::error::{self, Result};
use crate::vm::value::{Ref, Value};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// By bytearray, the views of it that nobody has released; some may be dead. Neither is owned.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Exports {
    views: HashMap<Ref, Vec<Ref>>,
    /// How many bytearrays there may be until the dead are forgotten.
    prune_at: usize,
}

/// With so many views, and each time that they have doubled, the dead ones are forgotten.
const MANY: usize = 32;

impl Heap {
    /// Fails where the bytearray would get another length while somebody sees its bytes.
    #[inline]
    pub(in crate::vm) fn check_resize(&mut self, bytes: Value, length: usize) -> Result<()> {
        if self.exports.views.is_empty() { Ok(()) } else { self.check_views(bytes, length) }
    }

    #[cold]
    fn check_views(&mut self, bytes: Value, length: usize) -> Result<()> {
        let is_same = self.as_bytes(bytes).is_some_and(|bytes| bytes.len() == length);
        match is_same || !self.is_exported(bytes) {
            true => Ok(()),
            false => Err(error::buffer_error("Existing exports of data: object cannot be re-sized")),
        }
    }

    fn is_exported(&mut self, bytes: Value) -> bool {
        let Value::Obj(at) = self.base(bytes) else { return false };
        let lives = self.exports.views.get(&at).is_some_and(|views| views.iter().any(|view| self.is_alive(*view)));
        if !lives {
            self.exports.views.remove(&at);
        }
        lives
    }

    fn export(&mut self, bytes: Ref, view: Ref) {
        if self.exports.views.len() >= self.exports.prune_at.max(MANY) {
            let mut all = std::mem::take(&mut self.exports.views);
            all.retain(|bytes, views| self.is_alive(*bytes) && views.iter().any(|view| self.is_alive(*view)));
            self.exports = Exports { prune_at: all.len() * 2, views: all };
        }
        let mut views = self.exports.views.remove(&bytes).unwrap_or_default();
        if views.len() >= MANY && views.len().is_power_of_two() {
            views.retain(|view| self.is_alive(*view));
        }
        views.push(view);
        self.exports.views.insert(bytes, views);
    }
}

/// A view and what it is of.
pub fn made(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(2, 2)?;
    if let (Value::Obj(view), Value::Obj(bytes)) = (given[0], heap.base(given[1]))
        && heap.is_bytearray(Value::Obj(bytes))
    {
        heap.export(bytes, view);
    }
    Ok(Value::None)
}

/// A view that sees no more what it was of.
pub fn released(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(2, 2)?;
    if let (Value::Obj(view), Value::Obj(bytes)) = (given[0], heap.base(given[1]))
        && let Some(views) = heap.exports.views.get_mut(&bytes)
    {
        views.retain(|other| *other != view);
    }
    Ok(Value::None)
}

/// Whether anybody sees the bytes.
pub fn any(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let bytes = arguments.only(1, 1)?[0];
    Ok(Value::bool(heap.is_exported(bytes)))
}
