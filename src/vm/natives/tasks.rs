//! What the standard modules of models ask of the engine about the run's tasks. Knows no model.

use crate::vm::arguments::{Arguments, index};
use crate::vm::call::Outcome;
use crate::vm::error::{self, Result};
use crate::vm::heap::Heap;
use crate::vm::system::{SystemCall, TaskCall};

fn ask(call: TaskCall) -> Outcome {
    Outcome::System(SystemCall::Tasks(call))
}

/// A task's number.
fn number(heap: &Heap, arguments: Arguments) -> Result<u32> {
    let number = index(heap, arguments.only(1, 1)?[0])?;
    u32::try_from(number).map_err(|_| error::value_error("there is no task of this number"))
}

pub fn names(_: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    arguments.only(0, 0).map(|_| ask(TaskCall::Names))
}

pub fn workers(_: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    arguments.only(0, 0).map(|_| ask(TaskCall::Workers))
}

pub fn next(_: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    arguments.only(0, 0).map(|_| ask(TaskCall::Next))
}

pub fn run(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    number(heap, arguments).map(|number| ask(TaskCall::Run(number)))
}

pub fn step(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    number(heap, arguments).map(|number| ask(TaskCall::Step(number)))
}
