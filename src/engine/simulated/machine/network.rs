//! Threads on the network: a call costs its thread CPU time without the lock, is tried, and tried again whenever
//! something has changed that it waits for. Knows no address and no protocol.

use super::thread::{Block, Doing};
use super::{Machine, Program};
use crate::engine::simulated::kernel::{Class, Slot};
use crate::engine::simulated::network::Progress;
use crate::engine::simulated::os::Tid;
use crate::engine::system::name_of;
use crate::time::Nanos;
use crate::vm::sync::Standing;
use crate::vm::{Reply, SocketCall};

/// A thread's call on the network.
#[derive(Debug)]
pub(super) struct OnNetwork {
    pub call: SocketCall,
    /// When its time is over, once it has begun.
    pub ends: Option<Nanos>,
}

impl<P: Program> Machine<'_, P> {
    /// `ends`: of a call that a signal has interrupted.
    pub(super) fn call_network(&mut self, me: Tid, call: SocketCall, ends: Option<Nanos>) {
        let name = name_of(&call);
        self.threads[me.index()].affairs.on_network = Some(OnNetwork { call, ends });
        // A timeout is the longest that a call may take, and nothing that it asks for.
        self.block(me, name, None, Block::Network);
    }

    /// The lock is released: the system call takes its time.
    pub(super) fn begin_network(&mut self, me: Tid) {
        let now = self.os.now;
        let timeout = self.threads[me.index()].affairs.on_network.as_ref().and_then(|calling| timeout(&calling.call));
        let ends = timeout.map(|timeout| if timeout == Nanos::ZERO { now } else { self.os.timer_end(timeout) });
        let mut bytes = 0;
        if let Some(calling) = &mut self.threads[me.index()].affairs.on_network {
            calling.ends = calling.ends.or(ends);
            bytes = calling.call.bytes();
        }
        let cost = self.costs.network.call + per_byte(bytes, self.costs.network.byte_ps);
        self.go_on(me, Doing::Native, cost.max(Nanos(1)));
    }

    /// The thread runs and tries its call. False where it has to sleep.
    pub(super) fn end_network(&mut self, me: Tid) -> bool {
        let now = self.os.now;
        let Some(mut calling) = self.threads[me.index()].affairs.on_network.take() else { return true };
        self.network.advance(now);
        let process = self.threads[me.index()].process;
        let progress = self.network.call(now, (process, me), &mut calling.call);
        self.spread_network_news(me);
        let over = calling.ends.is_some_and(|ends| ends <= now);
        let reply = match progress {
            Progress::Done(reply) => reply,
            Progress::Wait if over => Reply::Many(Vec::new()),
            Progress::Wait => {
                let ends = calling.ends;
                self.threads[me.index()].affairs.on_network = Some(calling);
                self.doze_on_network(me, ends);
                return false;
            }
        };
        if let SocketCall::Poll { watched, .. } = &calling.call {
            self.network.end_poll(me, watched);
        }
        self.threads[me.index()].reply = Some(reply);
        true
    }

    fn doze_on_network(&mut self, me: Tid, ends: Option<Nanos>) {
        self.threads[me.index()].doing = Doing::Blocked;
        self.os.sleep(me);
        if let Some(ends) = ends {
            self.os.queue.set(Slot::Thread(me.0), ends.max(self.os.now), Class::Timer);
        }
        self.leave_wait(me);
    }

    /// What a thread waits for that sleeps in a call.
    pub(super) fn why_on_network(&self, thread: &super::Thread<P::Body>, waiting: &OnNetwork) -> String {
        let standing = self.standing(thread).filter(Standing::is_of_program);
        let at = standing.map(|standing| format!(", at {standing}")).unwrap_or_default();
        format!("  {} waits in {} {}{at}", thread.name, name_of(&waiting.call), what_is_missing(&waiting.call))
    }

    /// Something happens on the network by itself.
    pub(super) fn network_moves(&mut self) {
        self.network.advance(self.os.now);
        self.rouse_callers(None);
    }

    /// What a thread has done there may matter to others.
    fn spread_network_news(&mut self, me: Tid) {
        let by = self.os.core_of(me);
        self.rouse_callers(by);
    }

    pub(super) fn rouse_callers(&mut self, by: Option<u32>) {
        for thread in self.network.take_woken() {
            let waits = &self.threads[thread.index()];
            if waits.doing == Doing::Blocked && waits.wait.block == Some(Block::Network) {
                self.os.queue.clear(Slot::Thread(thread.0));
                self.unblock(thread, by);
            }
        }
        match self.network.next_at() {
            Some(at) => self.os.queue.set(Slot::Network, at.max(self.os.now), Class::Io),
            None => self.os.queue.clear(Slot::Network),
        }
    }
}

/// What somebody else would have to do, for a call that waits.
fn what_is_missing(call: &SocketCall) -> &'static str {
    match call {
        SocketCall::Accept { .. } => "for somebody to connect",
        SocketCall::Connect { .. } => "for a connection to be accepted",
        SocketCall::Send { .. } | SocketCall::SendTo { .. } => "for the other side to receive",
        SocketCall::Receive { .. } | SocketCall::ReceiveFrom { .. } => "for the other side to send something",
        _ => "for sockets on which nothing will happen",
    }
}

fn timeout(call: &SocketCall) -> Option<Nanos> {
    match call {
        SocketCall::Poll { timeout, .. } => *timeout,
        _ => None,
    }
}

fn per_byte(bytes: usize, picoseconds: u64) -> Nanos {
    Nanos((bytes as u64).saturating_mul(picoseconds) / 1_000)
}
