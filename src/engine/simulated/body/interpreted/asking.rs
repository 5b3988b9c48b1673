//! What a program asks of the system: what its thread does for it, and what it is told. What would differ between two real
//! machines is the same here: the process number, the environment, the folder's name.

use super::{Execution, Then};
use crate::engine::simulated::body::{Act, Rhythm};
use crate::engine::system;
use crate::engine::zone;
use crate::ids::ProcessId;
use crate::time::Nanos;
use crate::vm::{Clock, Interp, Question, Reply, SignalCall, SystemCall};

impl Execution {
    pub(super) fn attend_to_system(&mut self, world: &mut Interp, call: SystemCall, now: Nanos) -> Then {
        let (act, reply) = match call {
            SystemCall::Signal(SignalCall::Handled) => return self.end_handler(world),
            SystemCall::Signal(call) => return Then::Do(Act::Signal(call)),
            SystemCall::Socket(call) => return Then::Do(Act::Network(call)),
            SystemCall::Tasks(call) => return Then::Do(Act::Tasks(call)),
            SystemCall::Process(call) => {
                let named = self.name_of(world, &call);
                return Then::Do(Act::Process(call, named));
            }
            SystemCall::Ask(question) => return self.answer_to(world, question),
            // The machine has answered it itself.
            SystemCall::Look(_) => return self.replied(world, Reply::None),
            SystemCall::File(call) => {
                let (calls, reply) = self.host.file(call, self.read(Clock::Wall, now));
                self.state.give(world, reply);
                return Then::Call(calls);
            }
            SystemCall::Compute(work) => {
                let (time, reply) = self.host.computation(&work);
                (Act::Computation(time), reply)
            }
            SystemCall::ComputeHeld(work) => {
                let (time, reply) = self.host.computation(&work);
                (native(time), reply)
            }
            SystemCall::SwitchInterval(interval) => (Act::SetInterval(interval), Reply::None),
            SystemCall::WriteError(text) => (Act::Complain(text), Reply::None),
            SystemCall::Step(note) => (Act::Note(system::event_of(note)), Reply::None),
            SystemCall::Searched(steps) => (native(self.host.searching(steps)), Reply::None),
            SystemCall::Pickled(pickled) => (native(self.host.pickling(pickled)), Reply::None),
            SystemCall::Library { work, times } => {
                (Act::Compute { work: self.host.library(work, times), rhythm: self.rhythm }, Reply::None)
            }
        };
        self.state.give(world, reply);
        Then::Do(act)
    }

    fn replied(&mut self, world: &mut Interp, reply: Reply) -> Then {
        self.state.give(world, reply);
        Then::RunOn
    }

    fn answer_to(&mut self, world: &mut Interp, question: Question) -> Then {
        let process = self.within.unwrap_or(self.process);
        let reply = match question {
            Question::Time(clock) => return Then::TellClock(clock, false),
            Question::Seconds(clock) => return Then::TellClock(clock, true),
            Question::ProcessId => Reply::Int(process.pid().into()),
            Question::ParentId if process == ProcessId::MAIN => Reply::Int(0),
            Question::ParentId => Reply::Int(self.parent.pid().into()),
            Question::CpuCount => Reply::Int(self.host.cores() as i64),
            Question::Traceback(exception) => Reply::Traceback(exception),
            Question::Directory => Reply::Text("/".to_owned()),
            Question::Zone(_) => Reply::Zone(0, false, "UTC".to_owned()),
            // What there is of these is the same on all machines.
            Question::NamedZone(name, at) => zone::named(&name, at),
            Question::Variables => Reply::Texts(Vec::new()),
            Question::User => Reply::Ints(vec![0; 4]),
            Question::PeakMemory => Reply::Int(self.host.peak_memory(process, world.bytes())),
            Question::Load => Reply::Ints(vec![0; 3]),
            Question::Entropy(_) | Question::Variable(_) => Reply::None,
        };
        self.replied(world, reply)
    }
}

/// One long call into C, with the lock.
fn native(work: Nanos) -> Act {
    Act::Compute { work, rhythm: Rhythm::NONE }
}
