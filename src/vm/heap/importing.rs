//! Which bodies of standard modules are being executed, and by whom. Another thread that wants such a module waits for its end,
//! as it would for the lock that CPython gives a module while it is imported; so nobody sees half a module. Who would wait in
//! a circle sees it, as there. Modules of the program have gates of their own, in `_importer`.

use super::Heap;
use crate::ids::ThreadId;
use crate::vm::modules::Module;
use crate::vm::sync::{Park, Posted, Request, Semaphore};
use std::sync::Arc;

/// The imports of one interpreter.
#[derive(Debug, Default)]
pub struct Imports {
    /// By the module's number, a thread's innermost last.
    begun: Vec<(u32, ThreadId)>,
    /// What is waited for, and belongs to who executes that module's body.
    gates: Vec<(u32, Arc<Semaphore>)>,
    /// Who waits before a gate, or has been let through and has not run yet.
    waiting: Vec<(ThreadId, u32, Arc<Semaphore>)>,
    /// Gates whose next waiter is to be woken.
    open: Vec<Arc<Semaphore>>,
}

/// In a copied process only the copied thread is there.
impl Clone for Imports {
    fn clone(&self) -> Imports {
        Imports::default()
    }
}

impl Imports {
    pub fn begin(&mut self, module: u32, me: ThreadId) {
        self.begun.push((module, me));
    }

    /// The body has come to its end, in whatever way. Whether somebody has to be woken.
    #[must_use]
    pub fn end(&mut self, module: u32, me: ThreadId) -> bool {
        if let Some(at) = self.begun.iter().rposition(|begun| *begun == (module, me)) {
            self.begun.remove(at);
        }
        let goes_on = self.begun.iter().any(|(other, _)| *other == module);
        match self.gates.iter().position(|(other, _)| *other == module).filter(|_| !goes_on) {
            Some(at) => {
                self.open.push(self.gates.remove(at).1);
                true
            }
            None => false,
        }
    }

    /// Whether the thread is in the middle of a body.
    #[inline]
    pub fn is_importing(&self, me: ThreadId) -> bool {
        self.begun.iter().any(|(_, by)| *by == me)
    }

    /// Whether the thread has to wait for the module: another one executes its body, and does not wait for this one.
    #[inline]
    pub fn must_wait(&self, module: u32, me: ThreadId) -> bool {
        !self.begun.is_empty() && self.executor(module).is_some_and(|by| by != me && !self.waits_for(by, me))
    }

    fn executor(&self, module: u32) -> Option<ThreadId> {
        self.begun.iter().find(|(begun, _)| *begun == module).map(|(_, by)| *by)
    }

    /// Whether one thread waits for another, or for one that does. No circle has come about before.
    fn waits_for(&self, mut one: ThreadId, other: ThreadId) -> bool {
        while let Some((_, module, _)) = self.waiting.iter().find(|(waiter, ..)| *waiter == one) {
            match self.executor(*module) {
                Some(by) if by == other => return true,
                Some(by) => one = by,
                None => return false,
            }
        }
        false
    }

    /// Queues before the gate of a module that must be waited for.
    pub fn wait(&mut self, module: u32, me: ThreadId) -> Park {
        let holder = self.executor(module);
        let known = self.gates.iter().find(|(other, _)| *other == module).map(|(_, gate)| Arc::clone(gate));
        let semaphore = known.unwrap_or_else(|| {
            let gate = Arc::new(Semaphore::held_by(holder));
            self.gates.push((module, Arc::clone(&gate)));
            gate
        });
        if semaphore.retry(me) {
            debug_assert!(false, "a gate is its module's while that is executed");
        }
        self.waiting.push((me, module, Arc::clone(&semaphore)));
        Park { semaphore, timeout: None, holder, is_select: false }
    }

    /// The thread has been let through a gate; whether it has waited at one. Then the next is to be woken.
    #[must_use]
    pub fn came_through(&mut self, me: ThreadId) -> bool {
        let Some(at) = self.waiting.iter().position(|(waiter, ..)| *waiter == me) else { return false };
        self.open.push(self.waiting.remove(at).2);
        true
    }

    /// Who is to be woken now.
    pub fn next_to_wake(&mut self) -> Option<ThreadId> {
        while let Some(gate) = self.open.pop() {
            if let Posted::Wakes(waiter) = gate.post() {
                return Some(waiter);
            }
        }
        None
    }
}

impl Heap {
    /// Whether the running thread is in the middle of a standard module's body. It keeps the lock there if it can.
    #[inline]
    pub fn is_importing(&self) -> bool {
        self.imports.is_importing(self.running)
    }

    /// The thread begins to execute the body of a standard module.
    pub(in crate::vm) fn begin_import(&mut self, module: Module, me: ThreadId) {
        self.imports.begin(module.number(), me);
    }

    /// The running thread has come to the end of a standard module's body.
    pub(in crate::vm) fn end_import(&mut self, module: Module) {
        self.wants_attention |= self.imports.end(module.number(), self.running);
    }

    /// Whether the running thread has to wait until another one has imported the module.
    #[inline]
    pub(in crate::vm) fn must_wait_for(&self, module: Module) -> bool {
        self.imports.must_wait(module.number(), self.running)
    }

    /// The wait for a module that must be waited for.
    pub(in crate::vm) fn wait_for(&mut self, module: Module) -> Request {
        Request::Park(self.imports.wait(module.number(), self.running))
    }

    /// The running thread goes on after a wait for a module, or has woken who waits for one.
    pub(in crate::vm) fn came_through_gate(&mut self) {
        self.wants_attention |= self.imports.came_through(self.running);
    }

    /// Who is to be woken, as a module that was waited for has been imported.
    pub(in crate::vm) fn next_to_wake(&mut self) -> Option<Request> {
        self.imports.next_to_wake().map(Request::Wake)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: ThreadId = ThreadId(1);
    const B: ThreadId = ThreadId(2);
    const C: ThreadId = ThreadId(3);

    #[test]
    fn who_wants_a_module_that_another_executes_waits_until_its_end_and_wakes_the_next() {
        let mut imports = Imports::default();
        imports.begin(7, A);
        assert_eq!([A, B].map(|me| imports.must_wait(7, me)), [false, true]);
        let (first, second) = (imports.wait(7, B), imports.wait(7, C));
        assert!(first == second && first.holder == Some(A));
        assert!(imports.end(7, A) && !imports.must_wait(7, B));
        assert_eq!(imports.next_to_wake(), Some(B));
        assert!(first.semaphore.retry(B) && imports.came_through(B));
        assert_eq!(imports.next_to_wake(), Some(C));
        assert!(second.semaphore.retry(C) && imports.came_through(C) && !imports.came_through(C));
        assert_eq!(imports.next_to_wake(), None);
    }

    #[test]
    fn a_module_is_whole_when_all_of_it_has_been_executed() {
        let mut imports = Imports::default();
        imports.begin(7, A);
        imports.begin(7, A);
        let _ = imports.wait(7, B);
        assert!(!imports.end(7, A) && imports.must_wait(7, C) && imports.is_importing(A));
        assert!(imports.end(7, A) && !imports.is_importing(A));
    }

    #[test]
    fn nobody_waits_in_a_circle() {
        let mut imports = Imports::default();
        [(1, A), (2, B), (3, C)].into_iter().for_each(|(module, by)| imports.begin(module, by));
        let _ = (imports.wait(2, A), imports.wait(3, B));
        assert_eq!([1, 2].map(|module| imports.must_wait(module, C)), [false; 2]);
        assert!(imports.must_wait(3, A), "C does not wait");
    }
}
