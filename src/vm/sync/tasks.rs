//! What the tasks of a thread's event loop wait for, in words: for when nothing is left to wake them. Reads the objects of
//! the standard module, and executes nothing.

use super::Standing;
use crate::ids::ThreadId;
use crate::vm::class;
use crate::vm::dict::Entry;
use crate::vm::generator::Generator;
use crate::vm::heap::Heap;
use crate::vm::interp::Interp;
use crate::vm::own;
use crate::vm::value::{Object, Ref, Value};
use std::fmt;
use std::sync::Arc;

/// A task that awaits something.
#[derive(Clone, Debug)]
pub struct WaitingTask {
    pub name: String,
    /// `Lock.acquire`, `Task-3`, `a future`.
    pub awaits: String,
    /// The task that has the lock, where it awaits one.
    pub holder: Option<Holder>,
    pub standing: Option<Standing>,
}

/// A task that has a lock.
#[derive(Clone, Debug)]
pub struct Holder {
    pub name: String,
    /// It has come to its end with the lock.
    has_ended: bool,
}

/// `Task-2 awaits Lock.acquire, which Task-3 has, at program.py:6: async with second:`
impl fmt::Display for WaitingTask {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{} awaits {}", self.name, self.awaits)?;
        if let Some(holder) = &self.holder {
            let has = if holder.has_ended { "had when it ended" } else { "has" };
            let whom = if holder.name == self.name { "it has itself" } else { &format!("{} {has}", holder.name) };
            write!(f, " of a lock that {whom}")?;
        }
        match &self.standing {
            Some(standing) => write!(f, ", at {standing}"),
            None => Ok(()),
        }
    }
}

/// A task, and the coroutines that await one another from its own on.
struct Chain<'a> {
    task: Value,
    coroutines: Vec<&'a Generator>,
}

impl Interp {
    /// The tasks of the thread's running loop that are not at their end, in the order in which they were made.
    pub fn waiting_tasks(&self, thread: ThreadId) -> Vec<WaitingTask> {
        let chains: Vec<Chain> = self.tasks_of(thread).into_iter().map(|task| self.chain(task)).collect();
        chains.iter().map(|chain| self.waiting(chain, &chains)).collect()
    }

    fn tasks_of(&self, thread: ThreadId) -> Vec<Value> {
        let ident = self.heap.idents.of(thread);
        let mut tasks = Vec::new();
        self.heap.look_at_objects(|object| {
            let Object::Instance(instance) = object else { return };
            let named = |name| own::get_named(&self.heap, &instance.attributes, name);
            if let (Some(Value::Int(running)), Some(Value::Obj(known))) = (named("_thread"), named("_tasks"))
                && running == ident
                && let Object::Dict(known) = self.heap.get(known)
            {
                tasks.extend(known.entries().map(|entry: Entry| entry.key));
            }
        });
        tasks
    }

    fn chain(&self, task: Value) -> Chain<'_> {
        let mut coroutines = Vec::new();
        let mut next = attribute(&self.heap, task, "_coro");
        while let Some(coroutine) = next.and_then(|next| self.heap.as_generator(next)) {
            coroutines.push(coroutine);
            next = coroutine.window.last().copied();
        }
        Chain { task, coroutines }
    }

    fn waiting(&self, chain: &Chain, all: &[Chain]) -> WaitingTask {
        let own = chain.coroutines.iter().rposition(|coroutine| !self.is_library(coroutine));
        let within = &chain.coroutines[own.map_or(0, |own| own + 1)..];
        // What enters a context or awaits a future is not what is waited for.
        let call = within.iter().find(|coroutine| !self.qualname(coroutine).ends_with("__"));
        let standing = own.map(|own| {
            let coroutine = chain.coroutines[own];
            let code = &self.units[coroutine.unit as usize].code;
            let call = call.map(|call| self.qualname(call).to_string()).unwrap_or_default();
            let span = code.places[coroutine.pc.saturating_sub(1) as usize].span;
            Standing { call, source: Arc::clone(&code.source), span }
        });
        let awaits = match call {
            Some(call) => self.qualname(call).to_string(),
            None => self.awaited(chain.task),
        };
        let lock = call.and_then(|call| self.acquired(call));
        let holder = lock.and_then(|lock| self.holder(lock, all));
        WaitingTask { name: self.name(chain.task), awaits, holder, standing }
    }

    /// The task that has the lock: a lock knows it, of a semaphore only the block tells.
    fn holder(&self, lock: Ref, all: &[Chain]) -> Option<Holder> {
        let known = attribute(&self.heap, Value::Obj(lock), "_holder").filter(|known| reference(*known).is_some());
        let within = || all.iter().find(|other| self.is_within(other, lock)).map(|other| other.task);
        let task = known.or_else(within)?;
        let has_ended = !all.iter().any(|other| reference(other.task) == reference(task));
        Some(Holder { name: self.name(task), has_ended })
    }

    /// Whether the task is in a block that begins with `async with` and this lock.
    fn is_within(&self, chain: &Chain, lock: Ref) -> bool {
        let exits = |value: &&Value| match reference(**value).map(|at| self.heap.get(at)) {
            Some(Object::BoundFunction(_, of)) => reference(*of) == Some(lock),
            _ => false,
        };
        let own = chain.coroutines.iter().filter(|coroutine| !self.is_library(coroutine));
        let begun = own.map(|own| own.window.iter().filter(exits).count()).sum::<usize>();
        // One that it has begun and is not in yet, as it still waits for the lock.
        let is_entering = chain.coroutines.iter().any(|coroutine| self.qualname(coroutine).ends_with(".__aenter__"))
            && chain.coroutines.iter().any(|call| self.acquired(call) == Some(lock));
        begun > usize::from(is_entering)
    }

    /// The lock that the coroutine is to acquire.
    fn acquired(&self, coroutine: &Generator) -> Option<Ref> {
        let is_acquire = self.is_library(coroutine) && self.qualname(coroutine).ends_with(".acquire");
        coroutine.window.first().filter(|_| is_acquire).and_then(|lock| reference(*lock))
    }

    /// What a task says of the future that it waits for.
    fn awaited(&self, task: Value) -> String {
        let future = attribute(&self.heap, task, "_fut_waiter");
        let told = |name| {
            let told = attribute(&self.heap, future?, name)?;
            Some(self.heap.as_str(told)?.text.to_string())
        };
        told("_name").or_else(|| told("_awaited_as")).unwrap_or_else(|| "a future".to_string())
    }

    fn name(&self, task: Value) -> String {
        let name = attribute(&self.heap, task, "_name").and_then(|name| self.heap.as_str(name));
        name.map_or_else(|| "a task".to_string(), |name| name.text.to_string())
    }

    fn qualname(&self, coroutine: &Generator) -> &str {
        &self.units[coroutine.unit as usize].code.qualname
    }

    fn is_library(&self, coroutine: &Generator) -> bool {
        self.units[coroutine.unit as usize].code.source.file().name.starts_with('<')
    }
}

/// The object's own attribute, or that of its class.
fn attribute(heap: &Heap, object: Value, name: &str) -> Option<Value> {
    let symbol = heap.symbols.known(name)?;
    let of_class = || class::lookup(heap, heap.as_instance(object)?.class, symbol);
    own::get(heap, object, symbol).or_else(of_class)
}

fn reference(value: Value) -> Option<Ref> {
    match value {
        Value::Obj(at) => Some(at),
        _ => None,
    }
}
