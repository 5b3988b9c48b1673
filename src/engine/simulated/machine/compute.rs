//! Executing: how far a body gets before somebody wants something of it.
//!
//! Work that only takes time is one stretch, cut at a checkpoint when attention is asked for in its middle.

use super::thread::{Block, Doing};
use super::{Machine, Program};
use crate::engine::simulated::body::{Act, Body, Moment, Rhythm};
use crate::engine::simulated::kernel::Class;
use crate::engine::simulated::os::{Stretch, Tid};
use crate::gil::{Pace, Release};
use crate::time::Nanos;
use crate::trace::{BlockingCall, EventKind};

impl<P: Program> Machine<'_, P> {
    /// The thread has the lock and a core and its hands free.
    #[inline]
    pub(super) fn hold(&mut self, me: Tid) {
        let thread = &mut self.threads[me.index()];
        if let Some(reply) = thread.reply.take()
            && let Some(body) = &mut thread.body
        {
            body.reply(&mut self.locks[thread.lock].world, reply);
        }
        let thread = &self.threads[me.index()];
        match &thread.body {
            _ if thread.doomed => self.begin_release(me, Release::Exit),
            Some(_) if thread.interrupted => {
                let thread = &mut self.threads[me.index()];
                thread.interrupted = false;
                let again = thread.affairs.again.take();
                self.handle_signal(me, again);
            }
            None => self.live(me),
            Some(_) if thread.wants_task => self.hand_task(me),
            Some(_) if thread.compute.is_over(self.os.now) => self.advance_later(me),
            Some(_) => self.compute(me),
        }
    }

    /// The same as an event of its own, so that a row of things that take no time is no row of nested calls.
    #[inline]
    pub(super) fn hold_later(&mut self, me: Tid) {
        self.threads[me.index()].doing = Doing::Holding;
        self.os.work(me, Stretch::default());
    }

    /// Asks the body what comes next, once everything has happened that happens at this moment.
    #[inline]
    fn advance_later(&mut self, me: Tid) {
        if P::Body::STAYS_IN_ROOM {
            self.threads[me.index()].doing = Doing::Computing;
            self.os.work(me, Stretch::default());
            self.os.set_now(me, Class::Advance);
        } else {
            self.advance(me);
        }
    }

    pub(super) fn advance(&mut self, me: Tid) {
        let room = if P::Body::STAYS_IN_ROOM { self.room(me) } else { Nanos::MAX };
        let core = self.os.core_of(me).unwrap_or_default();
        let is_called = self.is_called(me);
        let thread = &mut self.threads[me.index()];
        let lock = &mut self.locks[thread.lock];
        let pace_left = u32::try_from(lock.pace_left / 1_000).unwrap_or(u32::MAX);
        let (now, attention, pace) = (self.os.now, lock.attention || is_called, lock.pace);
        let moment = Moment { now, process: thread.process, thread: thread.id, core, room, attention, pace, pace_left };
        let Some(body) = &mut thread.body else { return };
        let act = body.advance(&mut lock.world, &moment);
        self.act(me, act);
    }

    fn act(&mut self, me: Tid, act: Act) {
        match act {
            Act::Compute { work, rhythm } => {
                let work = self.costs.paced(work);
                self.begin_compute(me, work, Nanos::ZERO, rhythm);
            }
            Act::Ran { work, counted } => {
                let lock = self.lock_of(me);
                lock.pace_left = lock.pace_left.saturating_sub(u64::from(counted) * 1_000);
                let work = self.costs.paced(work);
                self.begin_compute(me, work, Nanos::ZERO, Rhythm::NONE);
            }
            Act::Until { deadline, rhythm } => self.begin_compute(me, rhythm.checkpoint, deadline, rhythm),
            Act::Attend => self.attend(me),
            Act::Sleep(length) | Act::Io(length) if self.threads[me.index()].is_step => self.suspend_task(me, length),
            Act::Tasks(call) => self.attend_to_tasks(me, call),
            Act::Sleep(length) => self.block(me, BlockingCall::Sleep, Some(length), Block::Sleep(length)),
            Act::Io(length) => self.block(me, BlockingCall::Io, Some(length), Block::Io(length)),
            Act::Native(work) => self.block(me, BlockingCall::Native, Some(work), Block::Native(work)),
            Act::Park(park, call) => self.park(me, park, call),
            Act::Signal(call) => self.signal_call(me, call),
            Act::Again(again) => self.wait_again(me, again),
            Act::Network(call) => self.call_network(me, call, None),
            Act::Wake(thread) => self.wake(me, thread),
            Act::Spawn(spawn) => self.spawn(me, spawn),
            Act::Process(call, named) => self.process_call(me, call, named),
            Act::Complain(text) => {
                (self.complain)(&self.threads[me.index()].name, &text);
                self.hold_later(me);
            }
            Act::Computation(work) => self.block(me, BlockingCall::Compute, None, Block::Native(work)),
            Act::File(work) => self.block(me, BlockingCall::File, None, Block::Native(work)),
            Act::StopTheWorld { work } => self.stop_the_world(me, work),
            Act::Print(text) => {
                self.print(me, text);
                self.hold_later(me);
            }
            Act::SetInterval(interval) => {
                self.set_interval(me, interval);
                self.hold_later(me);
            }
            Act::Note(kind) => {
                self.os.witness.record(self.os.now, me, kind);
                self.hold_later(me);
            }
            Act::End(outcome) => self.send_result(me, outcome),
        }
    }

    #[inline]
    fn begin_compute(&mut self, me: Tid, work: Nanos, until: Nanos, rhythm: Rhythm) {
        let compute = &mut self.threads[me.index()].compute;
        (compute.left, compute.until, compute.rhythm) = (work, until, rhythm);
        compute.since_checkpoint = compute.since_checkpoint.min(rhythm.checkpoint);
        if compute.at_checkpoint() {
            compute.leave_checkpoint();
        }
        self.compute(me);
    }

    /// Goes on with the work, up to its end or to where the thread has to look.
    #[inline]
    fn compute(&mut self, me: Tid) {
        let thread = &mut self.threads[me.index()];
        thread.doing = Doing::Computing;
        let lock = &self.locks[thread.lock];
        let mut stretch = Stretch { left: thread.compute.left, until: thread.compute.until };
        let to_checkpoint = if lock.attention { thread.compute.until_checkpoint() } else { None };
        let to_pace = pace_unit(lock.pace, thread.compute.rhythm).map(|unit| time_of(lock.pace_left, unit));
        let look = match (to_checkpoint, to_pace) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
        if let Some(look) = look
            && (look < stretch.left || self.os.now + look < stretch.until)
        {
            stretch = Stretch::of(look);
        }
        self.os.work(me, stretch);
    }

    /// The stretch has come to its end.
    #[inline]
    pub(super) fn end_compute(&mut self, me: Tid) {
        self.count_work(me);
        let (now, thread) = (self.os.now, &self.threads[me.index()]);
        let lock = &mut self.locks[thread.lock];
        if lock.pace_left == 0 {
            lock.restart_pace();
            return self.attend(me);
        }
        if lock.attention && thread.compute.at_checkpoint() {
            return self.attend(me);
        }
        if thread.compute.is_over(now) { self.advance_later(me) } else { self.compute(me) }
    }

    #[inline]
    fn count_work(&mut self, me: Tid) {
        let had = self.os.done(me);
        let thread = &mut self.threads[me.index()];
        thread.compute.count(had);
        let lock = &mut self.locks[thread.lock];
        if let Some(unit) = pace_unit(lock.pace, thread.compute.rhythm) {
            lock.pace_left = lock.pace_left.saturating_sub(units_in(had, unit));
        }
    }

    /// At a checkpoint: the protocol says whether the lock must go.
    #[inline]
    fn attend(&mut self, me: Tid) {
        if self.is_called(me) {
            self.threads[me.index()].compute.leave_checkpoint();
            return self.handle_signal(me, None);
        }
        let (now, index) = (self.os.now, self.threads[me.index()].lock);
        let id = self.threads[me.index()].id;
        let must_release = self.locks[index].protocol.checkpoint(id, now);
        self.threads[me.index()].compute.leave_checkpoint();
        self.look_at_protocol(index);
        let must_release = must_release || self.must_stand_still(me);
        if must_release { self.begin_release(me, Release::Forced) } else { self.hold(me) }
    }

    /// Attention is asked of the holder: it stops at its first checkpoint from now on. What has no checkpoints goes on,
    /// and so does a body that stays in its room, since it looks by itself.
    #[inline]
    pub(super) fn look_up(&mut self, holder: Tid) {
        let thread = &self.threads[holder.index()];
        let has_checkpoints = thread.compute.rhythm.checkpoint > Nanos::ZERO && !thread.compute.is_over(self.os.now);
        if thread.doing == Doing::Computing && has_checkpoints {
            self.count_work(holder);
            self.compute(holder);
        }
    }

    pub(super) fn block(&mut self, me: Tid, call: BlockingCall, asked: Option<Nanos>, block: Block) {
        self.os.witness.record(self.os.now, me, EventKind::BlockBegun { call, asked });
        self.threads[me.index()].wait.block = Some(block);
        self.begin_release(me, Release::Blocking);
    }

    /// Gives way until that thread has had its first slice.
    pub(super) fn await_first_slice(&mut self, me: Tid, worker: Tid) {
        self.block(me, BlockingCall::ThreadStart, None, Block::FirstSlice(worker));
    }

    pub(super) fn await_end(&mut self, me: Tid, worker: Tid) {
        self.block(me, BlockingCall::ThreadJoin, None, Block::End(worker));
    }

    /// Waits for the next task, which takes `length` to come.
    pub(super) fn await_task(&mut self, me: Tid, length: Nanos) {
        self.block(me, BlockingCall::Receive, None, Block::Io(length));
    }
}

/// Picoseconds between what the pace counts.
#[inline]
fn pace_unit(pace: Pace, rhythm: Rhythm) -> Option<u64> {
    let unit = match pace {
        Pace::OnRequest => 0,
        Pace::EveryBytecodes(_) => rhythm.bytecode_ps,
        Pace::EveryBackJumps(_) => rhythm.checkpoint.0.saturating_mul(1_000),
    };
    (unit > 0).then_some(unit)
}

/// The time that so many thousandths take, rounded up.
#[inline]
fn time_of(thousandths: u64, unit: u64) -> Nanos {
    let picoseconds = u128::from(thousandths) * u128::from(unit);
    Nanos(u64::try_from(picoseconds.div_ceil(1_000_000)).unwrap_or(u64::MAX))
}

/// How many thousandths there are in a time, rounded down.
#[inline]
fn units_in(time: Nanos, unit: u64) -> u64 {
    u64::try_from(u128::from(time.0) * 1_000_000 / u128::from(unit)).unwrap_or(u64::MAX)
}
