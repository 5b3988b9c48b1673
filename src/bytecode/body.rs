//! Bodies of functions that are compiled when they are first wanted. Knows no compiler.

use super::Code;
use std::fmt;
use std::sync::{Arc, OnceLock};

/// The way to a function's whole code, which is made once in a process.
pub struct Body {
    made: OnceLock<Option<Arc<Code>>>,
    make: Box<dyn Fn() -> Option<Code> + Send + Sync>,
}

impl Body {
    /// `make` gives None where the text is wrong.
    pub fn new(make: impl Fn() -> Option<Code> + Send + Sync + 'static) -> Body {
        Body { made: OnceLock::new(), make: Box::new(make) }
    }

    /// The whole code, if somebody has wanted it before.
    pub fn made(&self) -> Option<&Arc<Code>> {
        self.made.get()?.as_ref()
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(if self.made().is_some() { "a body" } else { "a body to be compiled" })
    }
}

impl Code {
    /// The code with its body; None where the text of the body is wrong.
    pub fn whole(self: &Arc<Code>) -> Option<Arc<Code>> {
        match &self.body {
            None => Some(Arc::clone(self)),
            Some(body) => body.made.get_or_init(|| (body.make)().map(Arc::new)).clone(),
        }
    }
}
