//! Where threads sleep that wait for a lock of the program, and what notices that none of them can ever be woken.
//!
//! A wake-up is a token: it waits for a sleeper that is still on its way. Which thread is woken, and whether it has what
//! it waited for, is the semaphores' business. A thread is *stuck* while it sleeps without a deadline; when all are that
//! could wake others, nothing can happen any more.

use crate::engine::Stop;
use crate::engine::deadlock::tasks_in_words;
use crate::ids::ThreadId;
use crate::trace::BlockingCall;
use crate::vm::sync::{Park, Standing, WaitingTask};
use parking_lot::{Condvar, Mutex, MutexGuard};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::{Duration, Instant};

/// The threads of one process, as far as they sleep for each other.
pub struct Lot {
    state: Mutex<State>,
    next_thread: AtomicU32,
}

#[derive(Default)]
struct State {
    /// Threads that have not ended, the main thread not counted while it joins the scenario's workers.
    live: usize,
    /// The scenario's workers among them, for which the main thread waits.
    workers: usize,
    joining: bool,
    tokens: HashMap<ThreadId, Arc<Token>>,
    stuck: BTreeMap<ThreadId, Stuck>,
    names: HashMap<ThreadId, String>,
    over: bool,
    /// Who waited for what; and which of these waited in an event loop.
    deadlock: Option<Vec<(ThreadId, String)>>,
    loops: Vec<ThreadId>,
}

/// A thread's wake-up, kept for it.
#[derive(Default)]
struct Token {
    given: AtomicBool,
    /// Whether it has been given since the sleep began, and another thread had taken what the sleeper waits for.
    was_in_vain: AtomicBool,
    wake: Condvar,
}

/// What a thread sleeps for without a deadline.
struct Stuck {
    call: BlockingCall,
    standing: Option<Standing>,
    park: Park,
}

/// How a sleep ended.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ended {
    Woken,
    TimedOut,
    /// There is a signal to handle.
    Called,
    /// The run is over, or nothing can happen any more.
    Over,
}

impl Lot {
    /// Threads that the program starts are numbered from `first` on.
    pub fn new(first: u32) -> Lot {
        Lot { state: Mutex::default(), next_thread: AtomicU32::new(first) }
    }

    pub fn new_thread(&self) -> ThreadId {
        ThreadId(self.next_thread.fetch_add(1, Ordering::Relaxed))
    }

    /// A thread is about to begin.
    pub fn enter(&self, thread: ThreadId, name: &str, is_worker: bool) {
        let mut state = self.state.lock();
        state.live += 1;
        state.workers += usize::from(is_worker);
        state.names.insert(thread, name.to_string());
    }

    /// A thread ends, or has not come to begin.
    pub fn leave(&self, thread: ThreadId, is_worker: bool, stop: &Stop) {
        let mut state = self.state.lock();
        state.live -= 1;
        state.workers -= usize::from(is_worker);
        state.names.remove(&thread);
        state.tokens.remove(&thread);
        self.look_for_deadlock(state, stop);
    }

    /// Whether there are threads besides the caller.
    pub fn has_others(&self) -> bool {
        self.state.lock().live > 1
    }

    /// Does `join`, in which the main thread waits until the scenario's workers have ended.
    pub fn while_joining<R>(&self, stop: &Stop, join: impl FnOnce() -> R) -> R {
        let mut state = self.state.lock();
        (state.joining, state.live) = (true, state.live - 1);
        self.look_for_deadlock(state, stop);
        let joined = join();
        let mut state = self.state.lock();
        (state.joining, state.live) = (false, state.live + 1);
        joined
    }

    /// Sleeps until the semaphore is the thread's, which is returned, or the time is over.
    pub fn sleep(
        &self,
        me: ThreadId,
        call: BlockingCall,
        park: &Park,
        standing: Option<Standing>,
        stop: &Stop,
    ) -> bool {
        let deadline = park.timeout.and_then(|timeout| Instant::now().checked_add(Duration::from(timeout)));
        let mut in_vain = false;
        let taken = loop {
            let stuck = deadline.is_none().then(|| Stuck { call, standing: standing.clone(), park: park.clone() });
            match self.doze(me, deadline, stuck, stop) {
                Ended::Woken if !park.semaphore.retry(me) => {
                    if !std::mem::replace(&mut in_vain, true) {
                        self.note_in_vain(me, true);
                    }
                }
                Ended::Woken => break true,
                Ended::TimedOut | Ended::Called | Ended::Over => break park.semaphore.give_up(me),
            }
        };
        if in_vain {
            self.note_in_vain(me, false);
        }
        taken
    }

    fn note_in_vain(&self, thread: ThreadId, in_vain: bool) {
        let mut state = self.state.lock();
        state.tokens.entry(thread).or_default().was_in_vain.store(in_vain, Ordering::Relaxed);
    }

    /// Whether the thread, which sleeps, has been woken for nothing before.
    pub fn was_woken_in_vain(&self, thread: ThreadId) -> bool {
        let state = self.state.lock();
        state.tokens.get(&thread).is_some_and(|token| token.was_in_vain.load(Ordering::Relaxed))
    }

    /// Sleeps until there is a token, and takes it.
    fn doze(&self, me: ThreadId, deadline: Option<Instant>, stuck: Option<Stuck>, stop: &Stop) -> Ended {
        let mut state = self.state.lock();
        let token = Arc::clone(state.tokens.entry(me).or_default());
        if let Some(stuck) = stuck.filter(|_| !token.given.load(Ordering::Relaxed)) {
            state.stuck.insert(me, stuck);
            if state.is_deadlock(stop) {
                self.look_for_deadlock(state, stop);
                state = self.state.lock();
            }
        }
        let ended = loop {
            match deadline {
                _ if state.over => break Ended::Over,
                _ if stop.signals.call_me() => break Ended::Called,
                _ if token.given.swap(false, Ordering::Relaxed) => break Ended::Woken,
                None => token.wake.wait(&mut state),
                Some(deadline) if token.wake.wait_until(&mut state, deadline).timed_out() => {
                    let woken = token.given.swap(false, Ordering::Relaxed);
                    break if woken { Ended::Woken } else { Ended::TimedOut };
                }
                Some(_) => {}
            }
        };
        state.stuck.remove(&me);
        ended
    }

    /// Gives a thread its token.
    pub fn wake(&self, thread: ThreadId) {
        let mut state = self.state.lock();
        state.stuck.remove(&thread);
        let token = Arc::clone(state.tokens.entry(thread).or_default());
        token.given.store(true, Ordering::Relaxed);
        // So that it finds the state free when it wakes.
        drop(state);
        token.wake.notify_one();
    }

    /// The thread looks whether there are signals to handle, and leaves its sleep then without what it waits for.
    pub fn call(&self, thread: ThreadId) {
        let mut state = self.state.lock();
        state.stuck.remove(&thread);
        state.tokens.entry(thread).or_default().wake.notify_one();
    }

    /// Nobody sleeps any longer.
    pub fn end(&self) {
        let mut state = self.state.lock();
        state.over = true;
        for token in state.tokens.values() {
            token.wake.notify_one();
        }
    }

    /// Who waited for what, line by line, where nothing could happen any more.
    pub fn deadlock(&self) -> Option<String> {
        let state = self.state.lock();
        let lines = |lines: &Vec<(ThreadId, String)>| {
            lines.iter().map(|(_, line)| line.as_str()).collect::<Vec<_>>().join("\n")
        };
        state.deadlock.as_ref().map(lines)
    }

    /// Says what the tasks of the event loops wait for in which threads waited, where nothing could happen any more.
    pub fn tell_of_loops(&self, tasks: impl Fn(ThreadId) -> Vec<WaitingTask>) {
        let mut state = self.state.lock();
        for thread in std::mem::take(&mut state.loops) {
            let tasks = tasks(thread);
            let State { names, deadlock: Some(lines), .. } = &mut *state else { return };
            let line = lines.iter_mut().find(|(waits, _)| *waits == thread).filter(|_| !tasks.is_empty());
            if let Some((_, line)) = line {
                *line = tasks_in_words(names.get(&thread).map_or("a thread", String::as_str), &tasks);
            }
        }
    }

    fn look_for_deadlock(&self, mut state: MutexGuard<'_, State>, stop: &Stop) {
        if !state.is_deadlock(stop) {
            return;
        }
        state.deadlock = Some(state.who_waits());
        let in_loop = |(thread, stuck): (&ThreadId, &Stuck)| stuck.park.is_select.then_some(*thread);
        state.loops = state.stuck.iter().filter_map(in_loop).collect();
        state.over = true;
        drop(state);
        // Among other things this calls `end`.
        stop.request();
    }
}

impl State {
    fn is_deadlock(&self, stop: &Stop) -> bool {
        let main_goes_on = self.joining && self.workers == 0;
        let all_are_stuck = self.live > 0 && self.stuck.len() >= self.live;
        all_are_stuck && !main_goes_on && !self.over && !stop.signals.may_come()
    }

    fn who_waits(&self) -> Vec<(ThreadId, String)> {
        let name = |thread: ThreadId| self.names.get(&thread).map(String::as_str);
        let of = |(&thread, stuck): (&ThreadId, &Stuck)| {
            let holder = stuck.park.semaphore.holder();
            let waits = crate::engine::deadlock::Waits {
                thread: name(thread).unwrap_or("a thread"),
                call: stuck.call,
                standing: stuck.standing.as_ref(),
                is_own: holder == Some(thread),
                holder: holder.map(name),
            };
            (thread, waits.to_string())
        };
        self.stuck.iter().map(of).collect()
    }
}
