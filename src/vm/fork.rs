//! What the interpreter of a new process begins with: a copy of its parent's, or nothing but what is to be imported. Knows
//! no process.

use super::interp::Interp;
use super::modules::{Found, Module, Modules};
use super::raised::Raised;
use super::sync::threads::Idents;
use super::system::process::{FIRST_MODULE, MAIN_AGAIN};
use super::thread::ThreadState;
use super::value::{Object, Value};
use crate::bytecode::Code;
use crate::ids::ThreadId;
use std::sync::Arc;

/// In place of a thread that a forked process does not have.
const GONE: ThreadId = ThreadId(u32::MAX - 1);

impl Interp {
    /// A copy for a forked process, whose first thread goes on as `by` does here. What that thread has it keeps; the locks
    /// of the other threads stay as they are, and nobody has them. What their frames own is never released.
    #[must_use]
    pub fn forked(&self, by: ThreadId) -> Interp {
        let mut copy = self.clone();
        let now = |thread: ThreadId| if thread == by { ThreadId::MAIN } else { GONE };
        copy.heap.for_each_object(|object| match object {
            Object::Lock(lock) => lock.semaphore.rename_holder(now),
            Object::Generator(generator) => generator.of_loop = generator.of_loop.map(now),
            _ => {}
        });
        let hooks = std::mem::take(&mut copy.heap.loop_hooks);
        copy.heap.loop_hooks = hooks.into_iter().map(|(thread, hook)| (now(thread), hook)).collect();
        copy.heap.idents = Idents::forked(self.heap.idents, by);
        copy
    }

    /// The text of an exception's traceback. Consumes the exception.
    pub(super) fn take_traceback(&mut self, exception: Value) -> String {
        let text = Raised::of(self, exception).render() + "\n";
        self.heap.drop_value(exception);
        text
    }

    fn add_module(&mut self, name: &str) -> Module {
        let module = self.modules.add(&mut self.heap, name);
        self.name_module(module, name);
        module
    }

    fn name_module(&mut self, module: Module, name: &str) {
        let (symbol, name) = (self.heap.symbols.of("__name__"), self.heap.new_str(name));
        let old = self.globals.set(&self.heap.symbols, module, symbol, name);
        self.heap.drop_value(old);
    }
}

impl Modules {
    /// The program's main module by one of its names, where it is there already.
    pub fn main_by_name(&self, name: &str) -> Option<Module> {
        let is_again = name == MAIN_AGAIN && self.main_again.is_none();
        (name == "__main__" || is_again).then_some(Module::MAIN)
    }

    /// The program's code, the first time that a spawned process imports it.
    pub fn take_main_again(&mut self, name: &str) -> Option<Arc<Code>> {
        if name == MAIN_AGAIN { self.main_again.take() } else { None }
    }
}

impl ThreadState {
    /// The first thread of a spawned process: it executes the standard module that begins one. `main` is the program's
    /// code, which that module imports. None where the program can import nothing.
    pub fn of_spawned_process(interp: &mut Interp, main: &Arc<Code>) -> Option<ThreadState> {
        interp.load_library_of(main);
        interp.modules.finder = main.finder;
        interp.introduce(main);
        let Found::Code(code) = interp.modules.find(FIRST_MODULE) else { return None };
        interp.modules.main_again = Some(Arc::clone(main));
        interp.name_module(Module::MAIN, MAIN_AGAIN);
        interp.heap.module_names[Module::MAIN.number() as usize] = MAIN_AGAIN.into();
        let module = interp.add_module(FIRST_MODULE);
        Some(ThreadState::of_module(interp, module, &code))
    }

    /// The state of the thread that goes on in a forked process.
    #[must_use]
    pub fn forked(&self) -> ThreadState {
        ThreadState { id: ThreadId::MAIN, ..self.clone() }
    }
}
