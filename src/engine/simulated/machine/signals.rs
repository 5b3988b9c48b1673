//! Signals of the program's processes in virtual time: which of them a process handles itself, those that wait to be
//! handled, and alarms. The first thread of a process handles them, at a checkpoint or out of a wait, which then goes on
//! with what is left. A wait for a file ends first. Knows no handler.

use super::thread::{Block, Doing};
use super::{Machine, Program};
use crate::engine::signals::STOPPING;
use crate::engine::simulated::body::{Again, Body};
use crate::engine::simulated::kernel::{Class, Slot};
use crate::engine::simulated::os::Tid;
use crate::ids::{ProcessId, ThreadId};
use crate::time::Nanos;
use crate::trace::{BlockingCall, EventKind};
use crate::vm::sync::Park;
use crate::vm::{Reply, SignalCall};
use std::collections::BTreeMap;

const INTERRUPT: i32 = 2;
const ALARM: i32 = 14;
const KILL: i32 = 9;
const CONTINUE: i32 = 18;

/// SIGCHLD, SIGCONT, SIGURG, SIGWINCH: by default nothing comes of them.
const WITHOUT_EFFECT: [i32; 4] = [17, 18, 23, 28];

/// Those of all processes.
#[derive(Debug, Default)]
pub(super) struct Signals {
    of: BTreeMap<ProcessId, OfProcess>,
    /// Whether any has come to wait: most runs have none.
    some_wait: bool,
}

#[derive(Debug, Default)]
struct OfProcess {
    /// A bit for each that the program has a handler of its own for.
    own: u64,
    pending: Vec<i32>,
    alarm: Option<Alarm>,
    /// While it is stopped, those that do what they do once it goes on.
    stopped: Option<Vec<i32>>,
}

#[derive(Debug)]
struct Alarm {
    due: Nanos,
    every: Nanos,
}

impl Signals {
    /// A forked process has its parent's handlers; neither what waits nor the alarm.
    pub fn fork(&mut self, parent: ProcessId, child: ProcessId) {
        if let Some(own) = self.of.get(&parent).map(|parent| parent.own) {
            self.of.insert(child, OfProcess { own, ..OfProcess::default() });
        }
    }

    fn handles(&self, process: ProcessId, number: i32) -> bool {
        // Of SIGINT each process makes an exception.
        number == INTERRUPT || self.of.get(&process).is_some_and(|of| of.own & bit(number) != 0)
    }

    /// When the process's alarm rings next.
    #[inline]
    pub fn alarm(&self, process: ProcessId) -> Option<Nanos> {
        self.of.get(&process)?.alarm.as_ref().map(|alarm| alarm.due)
    }

    fn any(&self, process: ProcessId) -> bool {
        self.of.get(&process).is_some_and(|of| !of.pending.is_empty())
    }

    /// Whether the process is stopped, so that the signal waits.
    fn hold_back(&mut self, process: ProcessId, number: i32) -> bool {
        let stopped = self.of.get_mut(&process).and_then(|of| of.stopped.as_mut());
        stopped.map(|held_back| held_back.push(number)).is_some()
    }

    /// The process is not stopped any more; those that have waited for that. Of what would stop it nothing is left.
    fn go_on(&mut self, process: ProcessId) -> Option<Vec<i32>> {
        let of = self.of.get_mut(&process)?;
        let held_back = of.stopped.take()?;
        of.pending.retain(|number| !STOPPING.contains(number));
        Some(held_back)
    }

    /// One of a kind waits, as under POSIX.
    fn push(&mut self, process: ProcessId, number: i32) {
        self.some_wait = true;
        let pending = &mut self.of.entry(process).or_default().pending;
        if !pending.contains(&number) {
            pending.push(number);
        }
    }

    fn take_first(&mut self, process: ProcessId) -> Option<i32> {
        let pending = &mut self.of.get_mut(&process)?.pending;
        (!pending.is_empty()).then(|| pending.remove(0))
    }
}

fn bit(number: i32) -> u64 {
    u32::try_from(number).ok().and_then(|number| 1u64.checked_shl(number)).unwrap_or_default()
}

impl<P: Program> Machine<'_, P> {
    /// What the thread, which has the lock, wants of signals.
    pub(super) fn signal_call(&mut self, me: Tid, call: SignalCall) {
        let process = self.threads[me.index()].process;
        let reply = match call {
            SignalCall::Own { number, own } => {
                let bits = &mut self.signals.of.entry(process).or_default().own;
                *bits = if own { *bits | bit(number) } else { *bits & !bit(number) };
                Reply::None
            }
            SignalCall::Raise(number) => {
                self.signal_arrives(process, number);
                Reply::None
            }
            SignalCall::Alarm { after, every } => self.set_alarm(process, after, every),
            SignalCall::Pause => return self.block(me, BlockingCall::Sleep, None, Block::Pause),
            // The body has seen to it.
            SignalCall::Handled => Reply::None,
        };
        self.reply_later(me, reply);
    }

    /// The reply: how many nanoseconds the alarm before had left.
    fn set_alarm(&mut self, process: ProcessId, after: Option<Nanos>, every: Nanos) -> Reply {
        let due = after.map(|after| self.os.now + after);
        let alarm = &mut self.signals.of.entry(process).or_default().alarm;
        let before = std::mem::replace(alarm, due.map(|due| Alarm { due, every }));
        match due {
            Some(due) => self.os.queue.set(Slot::Alarm(process.0), due, Class::Timer),
            None => self.os.queue.clear(Slot::Alarm(process.0)),
        }
        let left = before.map_or(Nanos::ZERO, |before| before.due.saturating_sub(self.os.now));
        Reply::Int(i64::try_from(left.0).unwrap_or(i64::MAX))
    }

    pub(super) fn alarm_rings(&mut self, process: ProcessId) {
        let Some(of) = self.signals.of.get_mut(&process) else { return };
        of.alarm = of.alarm.take().filter(|alarm| alarm.every > Nanos::ZERO);
        if let Some(alarm) = &mut of.alarm {
            alarm.due = self.os.now + alarm.every;
            let due = alarm.due;
            self.os.queue.set(Slot::Alarm(process.0), due, Class::Timer);
        }
        self.signal_process(process, ALARM);
    }

    /// A process gets a signal: it handles it, is stopped or goes on, or it is the end of it.
    pub(super) fn signal_process(&mut self, process: ProcessId, number: i32) {
        if number == CONTINUE {
            self.let_process_go_on(process);
        }
        if self.signals.handles(process, number) {
            self.signal_arrives(process, number);
        } else if STOPPING.contains(&number) {
            self.stop_process(process);
        } else if !WITHOUT_EFFECT.contains(&number) && (number == KILL || !self.signals.hold_back(process, number)) {
            self.end_process(process, -i64::from(number));
        }
    }

    /// None of its threads has a core until it is told to go on.
    pub(super) fn stop_process(&mut self, process: ProcessId) {
        let Some(lock) = self.lock_of_process(process) else { return };
        self.signals.of.entry(process).or_default().stopped.get_or_insert_default();
        for &member in self.locks[lock].members.iter().filter(|member| !self.threads[member.index()].has_ended()) {
            self.os.stop(member);
        }
    }

    fn let_process_go_on(&mut self, process: ProcessId) {
        let Some(held_back) = self.signals.go_on(process) else { return };
        let Some(lock) = self.lock_of_process(process) else { return };
        for &member in self.locks[lock].members.iter().filter(|member| !self.threads[member.index()].has_ended()) {
            self.os.resume(member);
        }
        held_back.into_iter().for_each(|number| self.signal_process(process, number));
    }

    /// Whether the process stands still, and nobody lets it go on.
    pub(super) fn is_stopped(&self, process: ProcessId) -> bool {
        self.signals.of.get(&process).is_some_and(|of| of.stopped.is_some())
    }

    /// A process that is gone has none.
    pub(super) fn forget_signals(&mut self, process: ProcessId) {
        self.signals.of.remove(&process);
        self.os.queue.clear(Slot::Alarm(process.0));
    }

    fn signal_arrives(&mut self, process: ProcessId, number: i32) {
        self.signals.push(process, number);
        if let Some(lock) = self.lock_of_process(process) {
            self.leave_wait(self.locks[lock].members[0]);
        }
    }

    /// Whether the thread has one to handle.
    pub(super) fn is_called(&self, me: Tid) -> bool {
        let thread = &self.threads[me.index()];
        self.signals.some_wait && thread.id == ThreadId::MAIN && self.signals.any(thread.process)
    }

    /// A thread that has begun to wait and has a signal to handle waits no longer, where that can be; nor does one whose program
    /// is over.
    pub(super) fn leave_wait(&mut self, me: Tid) {
        // It was on its way to sleep when its program ended.
        if self.threads[me.index()].doomed {
            return self.bury(me);
        }
        if !self.is_called(me) || self.threads[me.index()].doing != Doing::Blocked {
            return;
        }
        let Some(again) = self.broken_off(me) else { return };
        let thread = &mut self.threads[me.index()];
        (thread.interrupted, thread.affairs.again) = (true, Some(again));
        self.os.queue.clear(Slot::Thread(me.0));
        self.os.witness.record(self.os.now, me, EventKind::SignalArrived);
        self.unblock(me, None);
    }

    /// Takes the thread out of its wait. None: it has to stay, or has what it waited for.
    fn broken_off(&mut self, me: Tid) -> Option<Again> {
        let thread = &mut self.threads[me.index()];
        match thread.wait.block? {
            Block::Sleep(_) => Some(Again::Sleep(thread.wait.ends)),
            Block::Io(_) => Some(Again::Io(thread.wait.ends)),
            Block::Pause => Some(Again::Answer),
            Block::Park => {
                let parked = thread.affairs.parked.take()?;
                if parked.park.semaphore.give_up(thread.id) {
                    // It was about to be woken: that comes first.
                    thread.woken = true;
                    thread.affairs.parked = Some(parked);
                    return None;
                }
                Some(Again::Park(parked.park, parked.call, parked.ends))
            }
            Block::Call => {
                let calling = thread.affairs.calling.take()?;
                self.ipc.forget(me, &calling.call);
                self.wake_callers_from(None);
                Some(Again::Call(calling.call, calling.named, calling.ends))
            }
            Block::Network => {
                let calling = thread.affairs.on_network.take()?;
                self.network.forget(me);
                Some(Again::Network(calling.call, calling.ends))
            }
            _ => None,
        }
    }

    /// The thread, with the lock, goes to the handler; afterwards to what it was at.
    pub(super) fn handle_signal(&mut self, me: Tid, again: Option<Again>) {
        let thread = &mut self.threads[me.index()];
        let number = self.signals.take_first(thread.process);
        let world = &mut self.locks[thread.lock].world;
        let left = match (number, &mut thread.body) {
            (Some(number), Some(body)) => body.interrupt(world, number, again),
            (_, _) => Err(again),
        };
        match left {
            Ok(()) | Err(None) => self.hold_later(me),
            Err(Some(again)) => self.wait_again(me, again),
        }
    }

    /// The handler has returned, and the wait that it has interrupted goes on.
    pub(super) fn wait_again(&mut self, me: Tid, again: Again) {
        let (now, id) = (self.os.now, self.threads[me.index()].id);
        let left = |ends: Option<Nanos>| ends.map(|ends| ends.saturating_sub(now));
        match again {
            Again::Answer => self.reply_later(me, Reply::None),
            Again::Sleep(ends) | Again::Io(ends) if ends <= now => self.hold_later(me),
            Again::Io(ends) => self.block(me, BlockingCall::Io, Some(ends - now), Block::Io(ends - now)),
            Again::Sleep(ends) => self.block(me, BlockingCall::Sleep, Some(ends - now), Block::Sleep(ends - now)),
            Again::Park(park, call, ends) => {
                let is_over = left(ends) == Some(Nanos::ZERO);
                let taken = if is_over { park.semaphore.try_take(id) } else { park.semaphore.retry(id) };
                if taken || is_over {
                    self.threads[me.index()].body.iter_mut().for_each(|body| body.answer(taken));
                    return self.hold_later(me);
                }
                self.park(me, Park { timeout: left(ends), ..park }, call);
            }
            Again::Call(call, named, ends) => self.call_and_wait(me, call, named, left(ends)),
            Again::Network(call, ends) => self.call_network(me, call, ends),
        }
    }
}
