//! The clocks of the module `time`: each only says which clock is wanted.

use crate::vm::arguments::{Arguments, index};
use crate::vm::call::Outcome;
use crate::vm::error::Result;
use crate::vm::heap::Heap;
use crate::vm::system::{Clock, Question, SystemCall};

fn ask(arguments: Arguments, question: Question) -> Result<Outcome> {
    arguments.only(0, 0).map(|_| Outcome::System(SystemCall::Ask(question)))
}

/// In nanoseconds.
fn whole(arguments: Arguments, clock: Clock) -> Result<Outcome> {
    ask(arguments, Question::Time(clock))
}

/// In seconds.
fn seconds(arguments: Arguments, clock: Clock) -> Result<Outcome> {
    ask(arguments, Question::Seconds(clock))
}

pub fn time(_: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    seconds(arguments, Clock::Wall)
}

pub fn time_ns(_: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    whole(arguments, Clock::Wall)
}

pub fn monotonic_ns(_: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    whole(arguments, Clock::Monotonic)
}

pub fn process_time(_: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    seconds(arguments, Clock::Process)
}

pub fn process_time_ns(_: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    whole(arguments, Clock::Process)
}

pub fn thread_time(_: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    seconds(arguments, Clock::Thread)
}

pub fn thread_time_ns(_: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    whole(arguments, Clock::Thread)
}

/// The same in the zone of a name.
pub fn named_zone(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let given = arguments.only(2, 2)?;
    let (name, at) = (super::system::text(heap, given[0])?, index(heap, given[1])?);
    Ok(Outcome::System(SystemCall::Ask(Question::NamedZone(name, at))))
}

/// How far local time was ahead of UTC at this time, whether that was summer time, and the zone's name.
pub fn zone(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let at = index(heap, arguments.only(1, 1)?[0])?;
    Ok(Outcome::System(SystemCall::Ask(Question::Zone(at))))
}
