//! One thread of the virtual machine: takes the GIL, interprets, attends to what the machine asks for.
//!
//! Knows one thread's life, not how many there are, nor which task comes next.

use super::driving::{Ran, Suspended, Tasks};
use super::lock::{Gil, Held, Seat};
use super::parking::Lot;
use crate::bytecode::{Code, Instr};
use crate::engine::kernel::Kernel;
use crate::engine::pace::counts;
use crate::engine::sockets::Sockets;
use crate::engine::{Clock, Complain, Print, Stop, native_id};
use crate::gil::{Pace, Policy, Release, Take};
use crate::ids::{ProcessId, TaskId, ThreadId};
use crate::time::Nanos;
use crate::trace::{BlockingCall, EventKind, Outcome, Recorder, Sink};
use crate::vm::sync::Request;
use crate::vm::{self, Answer, Exit, Interp, Pulse, SignalCall, SystemCall, ThreadState, Turn};
use crate::work::{Draws, Kind, Work};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::Scope;

/// What the threads of a run share.
#[derive(Clone, Copy)]
pub struct Shared<'a> {
    pub gil: &'a Gil<Interp>,
    pub stop: &'a Stop,
    pub clock: Clock,
    pub print: Print<'a>,
    pub complain: Complain<'a>,
    /// Where threads sleep for each other.
    pub lot: &'a Lot,
    pub sockets: &'a Sockets,
    pub sink: &'a Sink,
    pub process: ProcessId,
    /// What the program's processes share.
    pub kernel: &'a Kernel,
    /// All code that this process can run, in the same order in each process of the run.
    pub program: &'a [Arc<Code>],
    /// Of what programs draw at random.
    pub seed: u64,
    /// The run's tasks, where a standard module carries the model out.
    pub tasks: Option<&'a Tasks<'a>>,
}

/// A thread of the run. It holds the GIL where it has a [`Held`] in hand.
pub struct Worker<'s, 'e> {
    pub(super) shared: Shared<'e>,
    /// Where threads live that the program starts.
    pub(super) scope: &'s Scope<'s, 'e>,
    pub(super) seat: Desk,
    pub(super) name: String,
    /// Tasks that wait in its event loop; and whether it is at one for a model's module.
    pub(super) suspended: BTreeMap<TaskId, Suspended>,
    pub(super) is_driven: bool,
    /// A thread that it has woken, and of which the system does not know yet.
    pub(super) woken: Option<ThreadId>,
}

/// How many steps a thread that has woken another may go on before the system is told. Who blocks within them lets
/// the GIL go first, so that the other does not wake up only to find it taken. Few enough that they take no longer than
/// a wake-up does.
const BEFORE_WAKING: u32 = 200;

/// A turn of register code is taken for so many.
const STEPS_OF_A_TURN: u32 = 20;

/// The thread's place at the lock.
pub(super) struct Desk {
    pub(super) thread: ThreadId,
    clock: Clock,
    recorder: Recorder,
}

impl Desk {
    /// Sends what it has recorded on its way.
    pub(super) fn flush(&mut self) {
        self.recorder.flush();
    }
}

impl Seat for Desk {
    fn thread(&self) -> ThreadId {
        self.thread
    }

    fn now(&self) -> Nanos {
        self.clock.now()
    }

    fn record(&mut self, at: Nanos, kind: EventKind) {
        self.recorder.record(at, kind);
    }
}

/// What a checkpoint asks: one relaxed load.
pub(super) struct Breaker<'a>(&'a AtomicBool);

impl Pulse for Breaker<'_> {
    #[inline(always)]
    fn pending(&mut self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// The same under a protocol whose holder looks by itself after so many counted instructions. The counter lies with the
/// lock, so it goes on where the last holder stopped.
pub(super) struct Counter<'a> {
    breaker: Breaker<'a>,
    pace: Pace,
    left: &'a mut u32,
    /// Whether what is done at once counts as one, since the end may be about there.
    is_rough: bool,
}

impl<'a> Counter<'a> {
    pub fn new(breaker: &'a AtomicBool, pace: Pace, left: &'a mut u32) -> Counter<'a> {
        Counter { breaker: Breaker(breaker), pace, left, is_rough: false }
    }

    /// For so many steps, each an instruction or a few.
    fn roughly(breaker: &'a AtomicBool, left: &'a mut u32) -> Counter<'a> {
        Counter { is_rough: true, ..Counter::new(breaker, Pace::EveryBytecodes(*left), left) }
    }
}

impl Pulse for Counter<'_> {
    #[inline(always)]
    fn pending(&mut self) -> bool {
        self.breaker.pending()
    }

    #[inline(always)]
    fn afford(&mut self, _: u32) -> bool {
        // Each instruction is counted, or else each step.
        let may_go = self.is_rough && *self.left > 0;
        *self.left -= u32::from(may_go);
        may_go
    }

    /// A turn of register code may be long.
    #[inline(always)]
    fn turn(&mut self, _owed: i64, _cost: u32) -> Turn {
        match self.pending() {
            true => Turn::Asked,
            false if self.is_rough && *self.left > STEPS_OF_A_TURN => {
                *self.left -= STEPS_OF_A_TURN;
                Turn::Go
            }
            false => Turn::Short,
        }
    }

    #[inline(always)]
    fn charge(&mut self, instr: &Instr) -> bool {
        if *self.left == 0 {
            return true;
        }
        *self.left -= u32::from(counts(self.pace, instr));
        false
    }
}

pub type Lock<'a> = Held<'a, Interp>;

impl<'s, 'e> Worker<'s, 'e> {
    /// A process's first thread begins, and says what is to be known of the lock in order to understand its events.
    pub fn begin_process(
        shared: Shared<'e>,
        scope: &'s Scope<'s, 'e>,
        policy: Policy,
        mut recorder: Recorder,
        name: &str,
    ) -> Worker<'s, 'e> {
        shared.lot.enter(ThreadId::MAIN, name, false);
        if policy.forces_unasked() {
            recorder.record(shared.clock.now(), EventKind::ForcedUnasked);
        }
        Worker::begin(shared, scope, ThreadId::MAIN, recorder, name)
    }

    /// The thread begins; it does not have the GIL yet.
    pub fn begin(
        shared: Shared<'e>,
        scope: &'s Scope<'s, 'e>,
        thread: ThreadId,
        recorder: Recorder,
        name: &str,
    ) -> Worker<'s, 'e> {
        let seat = Desk { thread, clock: shared.clock, recorder };
        let (name, suspended) = (name.to_string(), BTreeMap::new());
        let mut worker = Worker { shared, scope, seat, name: name.clone(), suspended, is_driven: false, woken: None };
        worker.note(EventKind::ThreadStarted { name });
        worker
    }

    /// Waits for the GIL.
    pub fn take(&mut self, why: Take) -> Lock<'e> {
        let gil = self.shared.gil;
        gil.take(&mut self.seat, why)
    }

    /// The thread ends, and with it its hold of the GIL.
    pub fn end(mut self, held: Lock<'e>) {
        held.release(&mut self.seat, Release::Exit);
        self.note(EventKind::ThreadEnded);
    }

    /// Runs one task from its start to its end.
    pub fn run_task(&mut self, held: Lock<'e>, task: TaskId, code: &Arc<Code>) -> (Lock<'e>, Outcome) {
        self.note(EventKind::TaskStarted { task });
        self.seat.recorder.flush();
        let mut held = held;
        let state = ThreadState::new(&mut held, code);
        let (held, outcome) = self.run(held, state, Draws::of_task(self.shared.seed, task));
        self.note(EventKind::TaskEnded { task, ok: matches!(outcome, Outcome::Returned { .. }) });
        (held, outcome)
    }

    /// Runs the module's body.
    pub fn run_module(&mut self, mut held: Lock<'e>, code: &Arc<Code>) -> (Lock<'e>, Outcome) {
        let state = ThreadState::new(&mut held, code);
        self.run(held, state, Draws::of_module(self.shared.seed))
    }

    /// Runs what the process was started for.
    pub fn run_process(&mut self, held: Lock<'e>, state: ThreadState) -> (Lock<'e>, Outcome) {
        let draws = Draws::of_module(self.shared.seed);
        // Whatever becomes of the process, that it began is known.
        self.seat.flush();
        self.run(held, state, draws)
    }

    /// Interprets until the code returns, raises, or the run is stopped.
    pub(super) fn run(&mut self, mut held: Lock<'e>, mut state: ThreadState, mut draws: Draws) -> (Lock<'e>, Outcome) {
        loop {
            match self.run_on(held, &mut state, &mut draws, false) {
                (held, Ran::Ended(outcome)) => return (held, outcome),
                (still_held, Ran::Waits(_) | Ran::Handled) => held = still_held,
            }
        }
    }

    /// The same; a step ends also where the code has to wait, without waiting.
    pub(super) fn run_on(
        &mut self,
        mut held: Lock<'e>,
        state: &mut ThreadState,
        draws: &mut Draws,
        is_step: bool,
    ) -> (Lock<'e>, Ran) {
        state.belongs_to(self.seat.thread, native_id());
        loop {
            let exit = self.interpret(&mut held, state);
            if !matches!(exit, Exit::Threads(Request::Park(_))) {
                self.rouse();
            }
            match exit {
                // It went as far as it may before a thread that it has woken is told of it; that is no checkpoint.
                Exit::Budget if self.shared.gil.pace() == Pace::OnRequest => {}
                // Nobody is to find half a module.
                Exit::Budget if held.is_importing() => held.count_anew(self.shared.gil.pace()),
                Exit::Checkpoint | Exit::Budget if self.shared.stop.requested() => {
                    return (held, Ran::Ended(self.shared.kernel.ending().unwrap_or(Outcome::Stopped)));
                }
                Exit::Checkpoint | Exit::Budget if self.is_called() => {
                    let handled;
                    (held, handled) = self.handle_signals(held, state, draws);
                    if let Err(ended) = handled {
                        return (held, ended);
                    }
                }
                Exit::Checkpoint | Exit::Budget => {
                    self.tell_if_kept_long(&held, state);
                    held = self.shared.gil.attend(held, &mut self.seat);
                }
                Exit::Sleep(length) if is_step => {
                    state.answer(Answer::None);
                    return (held, Ran::Waits(length));
                }
                Exit::Work(Work { kind: Kind::Io, amount }) if is_step => {
                    state.answer(Answer::None);
                    return (held, Ran::Waits(draws.draw(amount)));
                }
                Exit::Sleep(length) => {
                    let slept;
                    (held, slept) = self.sleep(held, length, state, draws);
                    if let Err(ended) = slept {
                        return (held, ended);
                    }
                    state.answer(Answer::None);
                }
                Exit::Clock => state.answer(Answer::Float(self.seat.now().as_secs_f64())),
                Exit::Print(text) => {
                    let is_read = self.print(text);
                    state.answer(Answer::None);
                    if !is_read {
                        state.refuse_print(&mut held);
                    }
                }
                Exit::Work(work) => {
                    held = self.work(held, work, draws);
                    state.answer(Answer::None);
                }
                Exit::Threads(request) => {
                    let attended;
                    (held, attended) = self.attend_to(held, request, state, draws);
                    if let Err(ended) = attended {
                        return (held, ended);
                    }
                }
                Exit::System(SystemCall::Signal(SignalCall::Handled)) => return (held, Ran::Handled),
                Exit::System(call) => {
                    let reply;
                    (held, reply) = self.system_again(held, call, state, draws);
                    match reply {
                        Ok(reply) => state.give(&mut held, reply),
                        Err(ended) => return (held, ended),
                    }
                }
                Exit::Returned(value) => {
                    let value = held.take_repr(value);
                    return (held, Ran::Ended(Outcome::Returned { value }));
                }
                Exit::Raised(raised) => {
                    let outcome = Outcome::Raised { error: raised.last_line(), traceback: raised.render() };
                    return (held, Ran::Ended(outcome));
                }
            }
            // What was cut short by a stop must not go on as if it were done.
            if self.shared.stop.requested() {
                return (held, Ran::Ended(self.shared.kernel.ending().unwrap_or(Outcome::Stopped)));
            }
        }
    }

    /// Runs until the thread needs something, or somebody needs something of it.
    fn interpret(&self, held: &mut Lock<'e>, state: &mut ThreadState) -> Exit {
        let gil = self.shared.gil;
        match gil.pace() {
            Pace::OnRequest if self.woken.is_some() => {
                let mut left = BEFORE_WAKING;
                vm::run(held, state, &mut Counter::roughly(gil.breaker(), &mut left))
            }
            Pace::OnRequest => vm::run(held, state, &mut Breaker(gil.breaker())),
            pace => {
                let (interp, left) = held.with_counter();
                vm::run(interp, state, &mut Counter::new(gil.breaker(), pace, left))
            }
        }
    }

    /// Lets go of the GIL for as long as `call` takes.
    pub fn block<R>(
        &mut self,
        held: Lock<'e>,
        name: BlockingCall,
        asked: Option<Nanos>,
        call: impl FnOnce() -> R,
    ) -> (Lock<'e>, R) {
        self.block_for(held, [EventKind::BlockBegun { call: name, asked }], call)
    }

    /// The same; the events that come before it end with its beginning. Each moment is read from the clock once, as that
    /// takes longer than to note it.
    pub(super) fn block_for<R>(
        &mut self,
        held: Lock<'e>,
        begun: impl IntoIterator<Item = EventKind>,
        call: impl FnOnce() -> R,
    ) -> (Lock<'e>, R) {
        held.release_for(&mut self.seat, begun, Release::Blocking);
        self.rouse();
        let result = call();
        let ended = self.seat.now();
        if self.is_called() {
            self.seat.record(ended, EventKind::SignalArrived);
        }
        self.seat.record(ended, EventKind::BlockEnded);
        let gil = self.shared.gil;
        (gil.take_since(&mut self.seat, Take::AfterBlocking, ended), result)
    }

    /// Whoever it has woken begins to run.
    pub(super) fn rouse(&mut self) {
        if let Some(woken) = self.woken.take() {
            self.shared.lot.wake(woken);
        }
    }

    /// Where it stands, if it was asked long ago to let the lock go.
    fn tell_if_kept_long(&mut self, interp: &Interp, state: &ThreadState) {
        if self.shared.gil.is_kept_long(&self.seat)
            && let Some(standing) = state.standing_at_checkpoint(interp)
        {
            self.note(EventKind::GilKept { at: standing.to_string() });
        }
    }

    /// Whether somebody reads it.
    fn print(&mut self, text: String) -> bool {
        let is_read = (self.shared.print)(&self.name, &text);
        self.note(EventKind::Printed { text });
        is_read
    }

    pub(super) fn note(&mut self, kind: EventKind) {
        let now = self.seat.now();
        self.seat.record(now, kind);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::pace::sample;

    #[test]
    fn the_counter_counts_what_cpython_2_counts() {
        let (mut interp, mut state) = sample::begun();
        let (breaker, mut left) = (AtomicBool::new(false), u32::MAX);
        let mut counter = Counter::new(&breaker, Pace::EveryBytecodes(100), &mut left);
        assert!(matches!(vm::run(&mut interp, &mut state, &mut counter), Exit::Returned(_)));
        assert_eq!(u32::MAX - left, sample::BYTECODES);
    }
}
