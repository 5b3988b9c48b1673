//! Signals in a thread's life: the main thread leaves whatever it waits for, runs the program's handler as a frame upon
//! what it was at, and goes on waiting for what is left, unless the handler has raised.

use super::driving::Ran;
use super::lock::Seat;
use super::worker::{Lock, Worker};
use crate::time::Nanos;
use crate::trace::BlockingCall;
use crate::vm::sync::Park;
use crate::vm::system::process::errno::EINTR;
use crate::vm::{Reply, SignalCall, SystemCall, ThreadState};
use crate::work::Draws;

/// SIGALRM.
const ALARM: i32 = 14;

/// What a wait that signals may interrupt came to: a value, or the end of all that the thread runs.
type Waited<'e, T> = (Lock<'e>, Result<T, Ran>);

impl<'e> Worker<'_, 'e> {
    /// Whether the thread has signals to handle.
    pub(super) fn is_called(&self) -> bool {
        let stop = self.shared.stop;
        stop.signals.call_me() && !stop.requested()
    }

    /// Runs the handlers of the signals that have arrived. An error: one has raised, and what it has ended has run to its end.
    pub(super) fn handle_signals(
        &mut self,
        mut held: Lock<'e>,
        state: &mut ThreadState,
        draws: &mut Draws,
    ) -> Waited<'e, ()> {
        self.shared.gil.call(false);
        for number in self.shared.stop.signals.take() {
            let Some(resting) = state.begin_handler(&mut held, number) else { continue };
            let ran;
            (held, ran) = self.run_on(held, state, draws, false);
            match ran {
                Ran::Handled => state.end_handler(&mut held, resting),
                ended => return (held, Err(ended)),
            }
        }
        (held, Ok(()))
    }

    pub(super) fn sleep(
        &mut self,
        mut held: Lock<'e>,
        length: Nanos,
        state: &mut ThreadState,
        draws: &mut Draws,
    ) -> Waited<'e, ()> {
        let (stop, ends) = (self.shared.stop, self.seat.now() + length);
        let mut left = length;
        loop {
            (held, ()) = self.block(held, BlockingCall::Sleep, Some(left), || stop.sleep(left));
            if !self.is_called() {
                return (held, Ok(()));
            }
            let handled;
            (held, handled) = self.handle_signals(held, state, draws);
            left = ends.saturating_sub(self.seat.now());
            if handled.is_err() || left == Nanos::ZERO {
                return (held, handled);
            }
        }
    }

    /// Waits for a lock of the program.
    pub(super) fn park(
        &mut self,
        mut held: Lock<'e>,
        mut park: Park,
        state: &mut ThreadState,
        draws: &mut Draws,
    ) -> Waited<'e, bool> {
        let ends = park.timeout.map(|timeout| self.seat.now() + timeout);
        loop {
            let taken;
            (held, taken) = self.park_once(held, &park, state);
            if taken || !self.is_called() {
                return (held, Ok(taken));
            }
            let handled;
            (held, handled) = self.handle_signals(held, state, draws);
            if let Err(ended) = handled {
                return (held, Err(ended));
            }
            park.timeout = ends.map(|ends| ends.saturating_sub(self.seat.now()));
            if park.timeout == Some(Nanos::ZERO) {
                return (held, Ok(park.semaphore.try_take(self.seat.thread())));
            }
            if park.semaphore.retry(self.seat.thread()) {
                return (held, Ok(true));
            }
        }
    }

    /// What the system is asked for, again where a signal has cut it short.
    pub(super) fn system_again(
        &mut self,
        mut held: Lock<'e>,
        mut call: SystemCall,
        state: &mut ThreadState,
        draws: &mut Draws,
    ) -> Waited<'e, Reply> {
        let is_pause = matches!(call, SystemCall::Signal(SignalCall::Pause));
        let ends = call.timeout_mut().map(|timeout| self.seat.now() + *timeout);
        loop {
            let reply;
            (held, reply) = self.system(held, call.clone(), state);
            let interrupted = matches!(reply, Reply::Failed(EINTR, _)) || is_pause || call.note_written(&reply);
            if !interrupted || !self.is_called() {
                return (held, Ok(reply));
            }
            let handled;
            (held, handled) = self.handle_signals(held, state, draws);
            match handled {
                Ok(()) if is_pause => return (held, Ok(Reply::None)),
                Ok(()) => {
                    if let (Some(timeout), Some(ends)) = (call.timeout_mut(), ends) {
                        *timeout = ends.saturating_sub(self.seat.now());
                    }
                }
                Err(ended) => return (held, Err(ended)),
            }
        }
    }

    /// What the program wants of signals.
    pub(super) fn of_signals(&mut self, held: Lock<'e>, call: SignalCall) -> (Lock<'e>, Reply) {
        let stop = self.shared.stop;
        match call {
            SignalCall::Own { number, own } => stop.signals.set_own(number, own),
            SignalCall::Raise(number) => {
                let _ = stop.signal(number);
            }
            SignalCall::Alarm { after, every } => return (held, self.set_alarm(after, every)),
            SignalCall::Pause => {
                return self.block(held, BlockingCall::Sleep, None, || {
                    stop.sleep(Nanos::MAX);
                    Reply::None
                });
            }
            // The loop that runs the handler has seen it.
            SignalCall::Handled => {}
        }
        (held, Reply::None)
    }

    /// The reply: how many nanoseconds the alarm before had left.
    fn set_alarm(&mut self, after: Option<Nanos>, every: Nanos) -> Reply {
        let (shared, now) = (self.shared, self.seat.now());
        let due = after.map(|after| (now + after).0);
        let (number, before) = shared.stop.signals.set_alarm(due);
        if let Some(after) = after {
            self.scope.spawn(move || {
                let mut left = after;
                loop {
                    shared.stop.sleep(left);
                    let next = (every > Nanos::ZERO).then(|| (shared.clock.now() + every).0);
                    if shared.stop.requested() || !shared.stop.signals.alarm_is_due(number, next) {
                        return;
                    }
                    let _ = shared.stop.signal(ALARM);
                    if next.is_none() {
                        return;
                    }
                    left = every;
                }
            });
        }
        Reply::Int(before.map_or(0, |before| i64::try_from(before.saturating_sub(now.0)).unwrap_or(i64::MAX)))
    }
}
