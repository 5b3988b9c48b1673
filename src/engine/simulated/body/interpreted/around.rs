//! Bodies around the virtual machine: whatever they add to it, a thread is answered, interrupted and looked at in one way.
//! Knows nothing of counts and costs.

use super::{Again, Execution};
use crate::engine::simulated::body::{Act, Body, GRAIN, Moment};
use crate::time::Nanos;
use crate::vm::sync::{Standing, WaitingTask};
use crate::vm::{Interp, Reply};

/// A body that is an execution, with or without something around it.
pub trait Around {
    /// The interpreter, with or without something around it.
    type World;

    fn interp(world: &Self::World) -> &Interp;

    fn interp_mut(world: &mut Self::World) -> &mut Interp;

    fn execution(&self) -> &Execution;

    fn execution_mut(&mut self) -> &mut Execution;

    /// See [`Body::grain`].
    fn interleaving(_world: &Self::World, _now: Nanos) -> Nanos {
        GRAIN
    }

    /// See [`Body::advance`].
    fn go_on(&mut self, world: &mut Self::World, moment: &Moment) -> Act;
}

impl<A: Around> Body for A {
    type World = A::World;

    const STAYS_IN_ROOM: bool = true;

    fn grain(world: &A::World, now: Nanos) -> Nanos {
        A::interleaving(world, now)
    }

    fn advance(&mut self, world: &mut A::World, moment: &Moment) -> Act {
        self.go_on(world, moment)
    }

    fn answer(&mut self, holds: bool) {
        self.execution_mut().take_answer(holds);
    }

    fn hear(&mut self, reply: Reply) {
        self.execution_mut().take_reply(reply);
    }

    fn reply(&mut self, world: &mut A::World, reply: Reply) {
        self.execution_mut().state.give(A::interp_mut(world), reply);
    }

    fn refuse_print(&mut self, world: &mut A::World) {
        self.execution_mut().state.refuse_print(A::interp_mut(world));
    }

    fn interrupt(&mut self, world: &mut A::World, signal: i32, again: Option<Again>) -> Result<(), Option<Again>> {
        self.execution_mut().begin_handler(A::interp_mut(world), signal, again)
    }

    fn standing(&self, world: &A::World) -> Option<Standing> {
        self.execution().state.standing(A::interp(world))
    }

    fn waiting_tasks(&self, world: &A::World) -> Vec<WaitingTask> {
        A::interp(world).waiting_tasks(self.execution().thread)
    }
}
