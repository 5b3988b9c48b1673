//! Names that are written once: those of attributes as texts. Knows no module's variables.

use super::Heap;
use crate::vm::value::Value;
use serde::{Deserialize, Serialize};

/// The texts of names, by symbol, each made when it is first asked for. Owned.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Names(Vec<Value>);

impl Heap {
    /// The text of an attribute's name: the same object each time, as CPython interns names. Owned.
    pub fn name_text(&mut self, symbol: u32) -> Value {
        let at = symbol as usize;
        if self.names.0.len() <= at {
            self.names.0.resize(at + 1, Value::Unbound);
        }
        if let Value::Unbound = self.names.0[at] {
            let name = self.symbols.name(symbol).to_string();
            self.names.0[at] = self.new_str(name);
        }
        self.keep(self.names.0[at])
    }

    /// The same by the name itself. Owned.
    pub fn interned(&mut self, name: &str) -> Value {
        let symbol = self.symbols.of(name);
        self.name_text(symbol)
    }

    /// Releases the texts: the interpreter ends.
    pub fn forget_names(&mut self) {
        let texts = std::mem::take(&mut self.names.0);
        self.drop_all(texts);
    }
}
