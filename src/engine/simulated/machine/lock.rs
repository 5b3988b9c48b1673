//! The lock on the simulated machine: carries out a protocol's steps with virtual condition variables.
//!
//! A step is atomic, at the end of the time that its mutex section takes. A signal goes to the sleeper whose present
//! wait is the oldest, and is paid for by whoever gives it; the sleeper counts as signalled at once and runs when the
//! operating system lets it. Refuses to know why a protocol says what it says.

use super::crowd::Crowd;
use super::thread::{Doing, For};
use super::world::Stopping;
use super::{Body, Machine, Program};
use crate::engine::simulated::kernel::{Class, Slot};
use crate::engine::simulated::os::{Stretch, Tid};
use crate::gil::{Acquired, Cond, Next, Pace, Protocol, Release, Step, Take, Woken};
use crate::ids::{ProcessId, ThreadId};
use crate::time::Nanos;
use crate::trace::{EventKind, KEPT_LONG};
use crate::vm::sync::Standing;
use std::collections::VecDeque;

/// One lock and the interpreter that it protects.
pub(super) struct Lock<W> {
    pub protocol: Box<dyn Protocol>,
    pub world: W,
    pub process: ProcessId,
    /// The threads of its process by their ids.
    pub members: Vec<Tid>,
    /// How many of them have not ended.
    pub living: usize,
    /// Whether the holder shall look at its next checkpoint.
    pub attention: bool,
    /// When the present holder was first asked to drop it, and where it stood.
    asked: Option<(Nanos, Option<Standing>)>,
    /// Thousandths of bytecodes, or of backward jumps, until the holder looks by itself.
    pub pace_left: u64,
    pub pace: Pace,
    /// What it has set its timer to.
    timer: Option<Nanos>,
    pub released: VecDeque<Tid>,
    taken: VecDeque<Tid>,
    urgent: VecDeque<Tid>,
    /// Who sleeps on the lock's release in vain.
    pub crowd: Crowd,
    /// Whether somebody stops the world.
    pub stopping: Option<Stopping>,
    /// When the event of a member's return is set for.
    pub awaited: Option<Nanos>,
}

impl<W> Lock<W> {
    pub fn new(process: ProcessId, protocol: Box<dyn Protocol>, world: W) -> Lock<W> {
        let mut lock = Lock {
            pace: protocol.pace(),
            protocol,
            world,
            process,
            members: Vec::new(),
            living: 0,
            attention: false,
            pace_left: 0,
            timer: None,
            released: VecDeque::new(),
            taken: VecDeque::new(),
            urgent: VecDeque::new(),
            crowd: Crowd::default(),
            stopping: None,
            asked: None,
            awaited: None,
        };
        lock.restart_pace();
        lock
    }

    /// The next look is a whole pace away.
    pub fn restart_pace(&mut self) {
        self.pace_left = match self.pace {
            Pace::OnRequest => u64::MAX,
            Pace::EveryBytecodes(count) | Pace::EveryBackJumps(count) => u64::from(count) * 1_000,
        };
    }

    /// Who sleeps on it; those with a condition variable of their own are not queued.
    #[inline]
    pub fn sleepers(&mut self, on: Cond) -> Option<&mut VecDeque<Tid>> {
        match on {
            Cond::Released => Some(&mut self.released),
            Cond::Taken => Some(&mut self.taken),
            Cond::Urgent => Some(&mut self.urgent),
            Cond::Own(_) | Cond::Pause => None,
        }
    }

    #[inline]
    fn forget_sleeper(&mut self, on: Cond, thread: Tid) {
        let Some(sleepers) = self.sleepers(on) else { return };
        if sleepers.front() == Some(&thread) {
            sleepers.pop_front();
        } else if let Some(place) = sleepers.iter().position(|&sleeper| sleeper == thread) {
            sleepers.remove(place);
        }
    }

    #[inline]
    pub fn member(&self, id: ThreadId) -> Option<Tid> {
        self.members.get(id.0 as usize).copied()
    }
}

impl<P: Program> Machine<'_, P> {
    /// The thread, on a core, begins to want the lock.
    #[inline]
    pub(super) fn begin_take(&mut self, me: Tid, why: Take) {
        self.os.witness.note(self.os.now, me, || EventKind::GilWanted);
        let wait = &mut self.threads[me.index()].wait;
        (wait.wanted, wait.woken_in_vain, wait.slow) = (self.os.now, 0, false);
        self.go_on(me, Doing::Taking(why), self.costs.lock.mutex);
    }

    /// The thread, the holder, begins to give the lock up.
    #[inline]
    pub(super) fn begin_release(&mut self, me: Tid, why: Release) {
        match self.slow_requester(me, why) {
            Some(by) => self.sleep_for_mutex(me, Doing::Releasing(why), by),
            None => self.go_on(me, Doing::Releasing(why), self.costs.lock.mutex),
        }
    }

    #[inline]
    pub(super) fn take(&mut self, me: Tid, why: Take) {
        if self.suspend(me, why) {
            return;
        }
        let (thread, now) = (&self.threads[me.index()], self.os.now);
        let step = self.locks[thread.lock].protocol.take(thread.id, why, now);
        self.settle_take(me, step);
    }

    #[inline]
    pub(super) fn release(&mut self, me: Tid, why: Release) {
        let (index, now) = (self.threads[me.index()].lock, self.os.now);
        if let Some((asked, Some(standing))) = self.locks[index].asked.take()
            && why == Release::Forced
            && now - asked >= KEPT_LONG
        {
            self.os.witness.note(now, me, || EventKind::GilKept { at: standing.to_string() });
        }
        self.os.witness.note(now, me, || EventKind::GilReleased { why });
        let thread = &self.threads[me.index()];
        let step = self.locks[index].protocol.release(thread.id, why, now);
        // Whoever comes back while the lock is free may take it.
        self.await_crowd(index);
        self.settle_release(me, why, step);
    }

    /// A sleep on a condition variable is over and the mutex is the thread's again.
    #[inline]
    pub(super) fn woken(&mut self, me: Tid, what: For, how: Woken) {
        let (thread, now) = (&mut self.threads[me.index()], self.os.now);
        let protocol = &mut self.locks[thread.lock].protocol;
        match what {
            For::Lock => {
                let step = protocol.woken_to_take(thread.id, how, now);
                let waits_on = how == Woken::Signalled && matches!(step.next, Next::Wait { .. });
                let in_vain = waits_on && !protocol.is_handed_over();
                thread.wait.woken_in_vain += u32::from(in_vain);
                self.settle_take(me, step);
            }
            For::Leave(why) => {
                let step = protocol.woken_to_leave(thread.id, how, now);
                self.settle_release(me, why, step);
            }
        }
    }

    #[inline]
    fn settle_take(&mut self, me: Tid, step: Step<Acquired>) {
        let cost = self.carry_out(me, &step);
        match step.next {
            Next::Done(Acquired { from }) => {
                let (thread, now) = (&self.threads[me.index()], self.os.now);
                let (waited, woken_in_vain) = (now - thread.wait.wanted, thread.wait.woken_in_vain);
                self.os.witness.note(now, me, || EventKind::GilAcquired { from, waited, woken_in_vain });
                self.acquisitions += 1;
                if from.is_some() {
                    self.gather_crowd(thread.lock);
                }
                self.go_on(me, Doing::Holding, cost);
            }
            Next::Wait { on, timeout } => self.fall_asleep(me, For::Lock, on, timeout, cost),
        }
    }

    #[inline]
    fn settle_release(&mut self, me: Tid, why: Release, step: Step<crate::gil::Freed>) {
        let cost = self.carry_out(me, &step);
        match step.next {
            Next::Done(_) => self.go_on(me, Doing::Leaving(why), cost),
            Next::Wait { on, timeout } => self.fall_asleep(me, For::Leave(why), on, timeout, cost),
        }
    }

    /// Gives a step's signal and makes its request known. Returns what that costs the caller.
    #[inline]
    fn carry_out<D>(&mut self, me: Tid, step: &Step<D>) -> Nanos {
        if let Some(against) = step.drop_request {
            self.os.witness.note(self.os.now, me, || EventKind::DropRequested { against });
            let index = self.threads[me.index()].lock;
            if self.locks[index].asked.is_none() {
                self.locks[index].asked = Some((self.os.now, self.standing_of(index, against)));
            }
        }
        let cost = step.signal.map_or(Nanos::ZERO, |on| self.signal(me, on));
        self.look_at_protocol(self.threads[me.index()].lock);
        cost
    }

    /// It has executed, and pays for now, the instruction that it stands behind.
    fn standing_of(&self, lock: usize, holder: ThreadId) -> Option<Standing> {
        let lock = &self.locks[lock];
        let holder = &self.threads[lock.member(holder)?.index()];
        holder.body.as_ref()?.standing(&lock.world)
    }

    /// Wakes the sleeper that has waited longest, unless one is still awake: that one sees the signal first. Returns what
    /// that costs.
    #[inline]
    fn signal(&mut self, me: Tid, on: Cond) -> Nanos {
        let lock = self.threads[me.index()].lock;
        let sleeper = match on {
            Cond::Own(id) => self.locks[lock].member(id),
            _ => self.take_awake(lock, on).or_else(|| self.take_oldest(lock, on)),
        };
        let Some(sleeper) = sleeper else { return Nanos::ZERO };
        let wait = &mut self.threads[sleeper.index()].wait;
        if wait.on != Some(on) {
            return Nanos::ZERO;
        }
        // It is the timer's end that makes a slow requester.
        (wait.on, wait.slow) = (None, false);
        let by = self.os.core_of(me);
        let slept = self.end_sleep(sleeper, Woken::Signalled, by);
        if slept { self.costs.lock.futex_wake } else { self.costs.lock.futex_call }
    }

    /// Who was the last to queue, if it is still awake.
    #[inline]
    fn take_awake(&mut self, lock: usize, on: Cond) -> Option<Tid> {
        let last = *self.locks[lock].sleepers(on)?.back()?;
        if self.is_awake(last) { self.locks[lock].sleepers(on)?.pop_back() } else { None }
    }

    /// A sleeper is no longer one. False: it was still awake, which is cheap for whoever gives the signal.
    #[inline]
    fn end_sleep(&mut self, sleeper: Tid, how: Woken, by: Option<u32>) -> bool {
        let Doing::Asleep(what) = self.threads[sleeper.index()].doing else {
            self.threads[sleeper.index()].wait.kept_out = by.filter(|_| self.is_mutex_taken());
            return false;
        };
        let is_awake = how == Woken::Signalled && self.is_awake(sleeper);
        self.rouse(sleeper, Doing::Woken(what, how));
        if is_awake && !self.is_mutex_taken() {
            self.os.wake_after(sleeper, Nanos::ZERO);
            return false;
        }
        self.os.wake(sleeper, by);
        true
    }

    /// Once it has a core, the sleeper has to have the mutex.
    #[inline]
    pub(super) fn rouse(&mut self, sleeper: Tid, doing: Doing) {
        self.threads[sleeper.index()].doing = doing;
        self.os.queue.clear(Slot::Thread(sleeper.0));
        self.os.work(sleeper, Stretch::of(self.costs.lock.mutex));
    }

    #[inline]
    fn fall_asleep(&mut self, me: Tid, what: For, on: Cond, timeout: Option<Nanos>, cost: Nanos) {
        if on == Cond::Pause {
            return self.go_on(me, Doing::Pausing(what), cost + timeout.unwrap_or_default());
        }
        let thread = &mut self.threads[me.index()];
        (thread.wait.on, thread.wait.timeout, thread.wait.since) = (Some(on), timeout, self.os.now);
        if let Some(sleepers) = self.locks[thread.lock].sleepers(on) {
            sleepers.push_back(me);
        }
        self.go_on(me, Doing::FallingAsleep(what), cost);
    }

    /// The thread's core goes to somebody else, unless it was signalled on its way.
    #[inline]
    pub(super) fn sleep_on(&mut self, me: Tid, what: For) {
        let wait = &mut self.threads[me.index()].wait;
        if wait.on.is_none() {
            return match wait.kept_out.take() {
                Some(by) => self.sleep_for_mutex(me, Doing::Woken(what, Woken::Signalled), by),
                None => self.go_on(me, Doing::Woken(what, Woken::Signalled), self.costs.lock.mutex),
            };
        }
        let timeout = wait.timeout;
        wait.sets_timer_until = if timeout.is_some() { self.os.now + self.costs.lock.set_timer } else { Nanos::ZERO };
        self.threads[me.index()].doing = Doing::Asleep(what);
        self.os.sleep(me);
        if let Some(timeout) = timeout {
            let at = self.os.timer_end(timeout);
            self.threads[me.index()].wait.ends = at;
            self.os.queue.set(Slot::Thread(me.0), at, Class::Timer);
        }
    }

    /// The timeout of a sleep on a condition variable has come.
    #[inline]
    pub(super) fn time_out(&mut self, me: Tid) {
        if let Some(on) = self.threads[me.index()].wait.on.take() {
            self.lock_of(me).forget_sleeper(on, me);
            self.threads[me.index()].wait.slow =
                self.has_become_slow(self.os.now - self.threads[me.index()].wait.since);
            let _ = self.end_sleep(me, Woken::TimedOut, None);
        }
    }

    /// The time has come that the protocol had set.
    #[inline]
    pub(super) fn lock_timer(&mut self, lock: usize) {
        let now = self.os.now;
        self.locks[lock].timer = None;
        self.locks[lock].protocol.on_timer(now);
        self.look_at_protocol(lock);
    }

    /// After any call of a protocol: what it wants of the holder, and when it wants to be called.
    pub(super) fn look_at_protocol(&mut self, index: usize) {
        if self.plan.policy.has_timer() {
            self.look_at_timer(index);
        }
        let lock = &mut self.locks[index];
        let attention = lock.protocol.attention() || lock.stopping.is_some();
        let newly = attention && !lock.attention;
        lock.attention = attention;
        if newly && let Some(holder) = lock.protocol.holder().and_then(|id| lock.member(id)) {
            self.look_up(holder);
        }
    }

    fn look_at_timer(&mut self, index: usize) {
        let lock = &mut self.locks[index];
        let timer = lock.protocol.next_timer();
        if timer != lock.timer {
            lock.timer = timer;
            match timer {
                Some(at) => self.os.queue.set(Slot::Lock(index as u32), at.max(self.os.now), Class::Timer),
                None => self.os.queue.clear(Slot::Lock(index as u32)),
            }
        }
    }

    #[inline]
    pub(super) fn lock_of_ref(&self, thread: Tid) -> &Lock<<P::Body as super::Body>::World> {
        &self.locks[self.threads[thread.index()].lock]
    }

    #[inline]
    pub(super) fn lock_of(&mut self, thread: Tid) -> &mut Lock<<P::Body as super::Body>::World> {
        &mut self.locks[self.threads[thread.index()].lock]
    }
}
