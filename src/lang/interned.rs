//! Names, each kept once. Knows nothing of what they name.

use crate::bytecode::NameSet;
use std::sync::Arc;

/// The names of a text.
#[derive(Debug, Default)]
pub struct Interned(NameSet);

impl Interned {
    pub fn name(&mut self, text: &str) -> Arc<str> {
        if let Some(known) = self.0.get(text) {
            return Arc::clone(known);
        }
        let name: Arc<str> = text.into();
        self.0.insert(Arc::clone(&name));
        name
    }
}
