//! The time that pickling takes, for an engine whose time is virtual.

use crate::vm::arguments::{Arguments, index};
use crate::vm::call::Outcome;
use crate::vm::error::Result;
use crate::vm::heap::Heap;
use crate::vm::kind::truth;
use crate::vm::system::{Pickled, SystemCall};

/// `spend(loads, bytes, copied)`: so many bytes were made or read, and so many of them only copied.
pub fn spend(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let given = arguments.only(3, 3)?;
    let count = |at: usize| index(heap, given[at]).map(|count| usize::try_from(count).unwrap_or(0));
    let (bytes, copied, is_loaded) = (count(1)?, count(2)?, truth(heap, given[0])?);
    Ok(Outcome::System(SystemCall::Pickled(Pickled { is_loaded, copied, built: bytes.saturating_sub(copied) })))
}
