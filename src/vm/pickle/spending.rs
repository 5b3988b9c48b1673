//! The time that pickling takes, for an engine whose time is virtual.

use crate::vm::arguments::{Arguments, index};
use crate::vm::call::Outcome;
use crate::vm::error::Result;
use crate::vm::heap::Heap;
use crate::vm::kind::truth;
use crate::vm::system::{Pickled, SystemCall};

/// `spend(loads, bytes, copied, objects, message)`: so many bytes were made or read, so many of them only copied, with so
/// many functions and classes that were found by their names, perhaps for another process.
pub fn spend(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let given = arguments.only(5, 5)?;
    let count = |at: usize| index(heap, given[at]).map(|count| usize::try_from(count).unwrap_or(0));
    let (bytes, copied, objects) = (count(1)?, count(2)?, count(3)?);
    let (is_loaded, is_message) = (truth(heap, given[0])?, truth(heap, given[4])?);
    let built = bytes.saturating_sub(copied);
    Ok(Outcome::System(SystemCall::Pickled(Pickled { is_loaded, copied, built, objects, is_message })))
}
