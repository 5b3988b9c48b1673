//! Asynchronous generators of event loops: what a loop wants to be told of, and which of them are not at their end. Knows
//! no loop, only the function that it gave.

use super::Heap;
use super::watch::plain_generation;
use crate::ids::ThreadId;
use crate::vm::generator::{GeneratorFlavor, State};
use crate::vm::value::{Object, Ref, Value};
use std::collections::HashMap;

/// By thread: the function, owned, that its loop wants called with a generator that nobody owns any more.
pub(in crate::vm) type LoopHooks = HashMap<ThreadId, Value>;

impl Heap {
    /// Sets the running thread's hook, or takes it away.
    pub fn set_loop_hook(&mut self, hook: Value) {
        let old = match hook {
            Value::None => self.loop_hooks.remove(&self.running),
            hook => {
                let hook = self.keep(hook);
                self.loop_hooks.insert(self.running, hook)
            }
        };
        self.drop_all(old);
    }

    /// The thread whose loop is to be told when a generator dies that is first asked for an item now.
    pub fn hooked_thread(&self) -> Option<ThreadId> {
        Some(self.running).filter(|thread| self.loop_hooks.contains_key(thread))
    }

    /// The generators, each owned, that the running thread's loop has begun and not ended.
    pub fn unfinished_generators(&mut self) -> Vec<Value> {
        let is_unfinished = |object: &Object| match object {
            Object::Generator(generator) => {
                generator.flavor == GeneratorFlavor::AsyncGenerator
                    && generator.state == State::Resting
                    && generator.of_loop == Some(self.running)
            }
            _ => false,
        };
        let slots = self.slots.iter().enumerate().filter(|(_, slot)| is_unfinished(&slot.object));
        let found: Vec<Value> =
            slots.map(|(at, slot)| Value::Obj(Ref::new(at as u32, plain_generation(slot.generation)))).collect();
        self.keep_all(&found)
    }
}
