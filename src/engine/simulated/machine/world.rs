//! Stop-the-world, as in free-threaded CPython: one thread has all others stand still while it does something alone.
//!
//! | state of another thread          | what it does                                                          |
//! |----------------------------------|-----------------------------------------------------------------------|
//! | executes                         | lets go at its next checkpoint; a call into C without one delays all   |
//! | blocked, or in native code       | delays nobody                                                         |
//! | wants to execute (again)         | is suspended until the world goes on                                  |
//!
//! When nobody else executes, the world stands still and the thread's own work begins. Who wants to stop a world that
//! somebody else is stopping stands still first, as everybody, and forgets it: the collection that it wanted has been made.

use super::thread::Doing;
use super::{Machine, Program};
use crate::engine::simulated::os::{Stretch, Tid};
use crate::gil::{Release, Take};
use crate::time::Nanos;

/// A world that stands still or is about to.
#[derive(Debug)]
pub(super) struct Stopping {
    by: Tid,
    work: Nanos,
    /// Who waits for it to go on, and what for.
    suspended: Vec<(Tid, Take)>,
}

impl<P: Program> Machine<'_, P> {
    /// The thread, which executes, wants to do `work` while nobody else does anything.
    pub(super) fn stop_the_world(&mut self, me: Tid, work: Nanos) {
        let index = self.threads[me.index()].lock;
        if self.locks[index].stopping.is_some() {
            return self.begin_release(me, Release::Forced);
        }
        self.locks[index].stopping = Some(Stopping { by: me, work, suspended: Vec::new() });
        self.locks[index].attention = true;
        for at in 0..self.locks[index].members.len() {
            self.look_up(self.locks[index].members[at]);
        }
        if self.others_stand_still(index, me) {
            return self.go_on(me, Doing::AloneInWorld, work);
        }
        self.threads[me.index()].doing = Doing::StoppingWorld;
        self.os.sleep(me);
    }

    fn others_stand_still(&self, index: usize, me: Tid) -> bool {
        let executes = |tid: &Tid| self.threads[tid.index()].doing.executes();
        !self.locks[index].members.iter().any(|tid| *tid != me && executes(tid))
    }

    /// A thread executes no longer: maybe it was the last one.
    pub(super) fn note_standstill(&mut self, index: usize) {
        let Some(Stopping { by, work, .. }) = &self.locks[index].stopping else { return };
        let (by, work) = (*by, *work);
        if self.threads[by.index()].doing == Doing::StoppingWorld && self.others_stand_still(index, by) {
            self.threads[by.index()].doing = Doing::AloneInWorld;
            self.os.work(by, Stretch::of(work));
            self.os.wake(by, None);
        }
    }

    /// Whether the thread, at a checkpoint, has to let go for somebody who stops the world.
    pub(super) fn must_stand_still(&self, me: Tid) -> bool {
        self.lock_of_ref(me).stopping.as_ref().is_some_and(|stopping| stopping.by != me)
    }

    /// Suspends a thread that wants to execute while the world stands still. False: it does not.
    pub(super) fn suspend(&mut self, me: Tid, why: Take) -> bool {
        let Some(stopping) = &mut self.lock_of(me).stopping else { return false };
        stopping.suspended.push((me, why));
        self.threads[me.index()].doing = Doing::Suspended;
        self.os.sleep(me);
        true
    }

    /// What was to be done alone is done.
    pub(super) fn start_the_world(&mut self, me: Tid) {
        let index = self.threads[me.index()].lock;
        let stopping = self.locks[index].stopping.take();
        self.look_at_protocol(index);
        let by = self.os.core_of(me);
        for (thread, why) in stopping.into_iter().flat_map(|stopping| stopping.suspended) {
            self.rouse(thread, Doing::Taking(why));
            self.os.wake(thread, by);
        }
        self.hold(me);
    }
}

#[cfg(test)]
mod tests {
    use super::Doing;
    use crate::engine::simulated::body::{Op, Script};
    use crate::engine::simulated::machine::tests::{MS, loops, plan, traced};
    use crate::engine::simulated::machine::{Ending, Plan};
    use crate::ids::ThreadId;
    use crate::model::Model;
    use crate::time::Nanos;
    use crate::trace::{EventKind, Trace, check};

    fn free(threads: usize) -> Plan {
        Plan { model: Model::FreeThreaded, ..plan(8, threads) }
    }

    fn ran(ops: &[&[Op]]) -> Trace {
        let scripts = ops.iter().map(|ops| Script::new(*ops, loops())).collect();
        let (report, trace) = traced(&free(ops.len()), scripts);
        assert_eq!((check(&trace).first(), report.ending), (None, Ending::Finished));
        trace
    }

    fn end(trace: &Trace, thread: u32) -> Nanos {
        let ends = |kind: &EventKind| matches!(kind, EventKind::TaskEnded { .. });
        let event = trace.events.iter().find(|event| event.thread == ThreadId(thread) && ends(&event.kind));
        event.expect("it ends").at
    }

    #[test]
    fn who_executes_stands_still_and_goes_on_afterwards() {
        let stop = [Op::Cpu(MS), Op::StopTheWorld(10 * MS)];
        let trace = ran(&[&stop, &[Op::Cpu(20 * MS)], &[Op::Cpu(20 * MS)]]);
        assert!(end(&trace, 1) < 12 * MS, "who executes has a checkpoint within 50 ns: {}", end(&trace, 1));
        assert!(end(&trace, 2) > 30 * MS && end(&trace, 3) > 30 * MS);
    }

    #[test]
    fn pitfall_29_a_call_into_c_that_stays_attached_delays_a_stop_and_who_blocks_does_not() {
        let stop = [Op::Cpu(MS), Op::StopTheWorld(MS)];
        let beside = |op: Op| end(&ran(&[&stop, &[op]]), 1);
        assert!(beside(Op::Held(30 * MS)) > 30 * MS);
        for op in [Op::Sleep(30 * MS), Op::Io(30 * MS), Op::Native(30 * MS), Op::Cpu(30 * MS)] {
            assert!(beside(op) < 3 * MS, "{op:?}");
        }
    }

    #[test]
    fn who_comes_back_while_the_world_stands_still_waits_until_it_goes_on() {
        let trace = ran(&[&[Op::Cpu(MS), Op::StopTheWorld(20 * MS)], &[Op::Sleep(5 * MS)]]);
        assert!(end(&trace, 2) > 21 * MS, "{}", end(&trace, 2));
    }

    #[test]
    fn who_makes_a_thread_or_a_process_or_leaves_has_to_come_to_an_end_first() {
        for doing in [Doing::MakingThread, Doing::Spawning, Doing::Forking, Doing::Exiting] {
            assert!(doing.executes(), "{doing:?}");
        }
    }

    #[test]
    fn of_two_who_stop_the_world_at_once_one_stands_still_for_the_other() {
        let stop: &[Op] = &[Op::Cpu(MS), Op::StopTheWorld(5 * MS)];
        let trace = ran(&[stop; 3]);
        assert!((1..=3).all(|thread| end(&trace, thread) < 20 * MS));
    }
}
