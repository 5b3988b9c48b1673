//! Where threads sleep that wait for a lock of the program, and what notices that none of them can ever be woken.
//!
//! A wake-up is kept for a sleeper that is still on its way. Which thread is woken, and whether it has what
//! it waited for, is the semaphores' business. A thread is *stuck* while it sleeps without a deadline; when all are that
//! could wake others, nothing can happen any more.

use crate::engine::Stop;
use crate::engine::deadlock::{Waits, concerns, tasks_in_words};
use crate::ids::ThreadId;
use crate::trace::BlockingCall;
use crate::vm::sync::{Park, Standing, WaitingTask};
use parking_lot::{Condvar, Mutex, MutexGuard};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// The threads of one process, as far as they sleep for each other.
pub struct Lot {
    state: Mutex<State>,
    next_thread: AtomicU32,
    /// How many sleepers have been woken for nothing: mostly none, and then nobody has to look which.
    in_vain: AtomicUsize,
}

#[derive(Default)]
struct State {
    /// Threads that have not ended, the main thread not counted while it joins the scenario's workers.
    live: usize,
    /// The scenario's workers among them, for which the main thread waits.
    workers: usize,
    joining: bool,
    /// By the thread's number; none of one that has ended.
    lanes: Vec<Option<Box<Lane>>>,
    /// How many of them are stuck.
    stuck: usize,
    over: bool,
    /// Who waited for what; and which of these waited in an event loop.
    deadlock: Option<Vec<(ThreadId, String)>>,
    loops: Vec<ThreadId>,
}

/// What is known of one thread.
struct Lane {
    name: String,
    wake: Arc<Condvar>,
    /// A wake-up, kept for it.
    given: bool,
    /// Whether it has been woken since the sleep began, and another thread had taken what it waits for.
    was_in_vain: bool,
    is_stuck: bool,
    /// What it sleeps for, or slept for last, without a deadline.
    wait: Option<Wait>,
}

/// What a thread sleeps for without a deadline.
struct Wait {
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
        Lot { state: Mutex::default(), next_thread: AtomicU32::new(first), in_vain: AtomicUsize::new(0) }
    }

    pub fn new_thread(&self) -> ThreadId {
        ThreadId(self.next_thread.fetch_add(1, Ordering::Relaxed))
    }

    /// A thread is about to begin.
    pub fn enter(&self, thread: ThreadId, name: &str, is_worker: bool) {
        let mut state = self.state.lock();
        state.live += 1;
        state.workers += usize::from(is_worker);
        state.begin(thread, name);
    }

    /// A thread ends, or has not come to begin.
    pub fn leave(&self, thread: ThreadId, is_worker: bool, stop: &Stop) {
        let mut state = self.state.lock();
        state.live -= 1;
        state.workers -= usize::from(is_worker);
        if let Some(lane) = state.lanes.get_mut(thread.0 as usize) {
            *lane = None;
        }
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
        let mut wait = deadline.is_none().then(|| Wait { call, standing, park: park.clone() });
        let mut in_vain = false;
        let taken = loop {
            match self.doze(me, deadline, wait.take(), stop) {
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
        if let Some(lane) = state.lane(thread) {
            lane.was_in_vain = in_vain;
        }
        match in_vain {
            true => self.in_vain.fetch_add(1, Ordering::Relaxed),
            false => self.in_vain.fetch_sub(1, Ordering::Relaxed),
        };
    }

    /// Whether the thread, which sleeps, has been woken for nothing before.
    pub fn was_woken_in_vain(&self, thread: ThreadId) -> bool {
        self.in_vain.load(Ordering::Relaxed) > 0 && self.state.lock().lane(thread).is_some_and(|lane| lane.was_in_vain)
    }

    /// Sleeps until there is a wake-up, and takes it. `wait`: what for, where that is new and has no deadline.
    fn doze(&self, me: ThreadId, deadline: Option<Instant>, wait: Option<Wait>, stop: &Stop) -> Ended {
        let mut state = self.state.lock();
        let Some(lane) = state.lane(me) else { return Ended::Over };
        let wake = Arc::clone(&lane.wake);
        if let Some(wait) = wait {
            lane.wait = Some(wait);
        }
        if deadline.is_none() && !lane.given {
            state.stick(me);
            if state.is_deadlock(stop) {
                self.look_for_deadlock(state, stop);
                state = self.state.lock();
            }
        }
        let ended = loop {
            match deadline {
                _ if state.over => break Ended::Over,
                _ if stop.signals.call_me() => break Ended::Called,
                _ if state.take_wake_up(me) => break Ended::Woken,
                None => wake.wait(&mut state),
                Some(deadline) if wake.wait_until(&mut state, deadline).timed_out() => {
                    break if state.take_wake_up(me) { Ended::Woken } else { Ended::TimedOut };
                }
                Some(_) => {}
            }
        };
        state.unstick(me);
        ended
    }

    /// Wakes a thread, or lets it not fall asleep.
    pub fn wake(&self, thread: ThreadId) {
        let mut state = self.state.lock();
        state.unstick(thread);
        let Some(lane) = state.lane(thread) else { return };
        lane.given = true;
        let wake = Arc::clone(&lane.wake);
        // So that it finds the state free when it wakes.
        drop(state);
        wake.notify_one();
    }

    /// The thread looks whether there are signals to handle, and leaves its sleep then without what it waits for.
    pub fn call(&self, thread: ThreadId) {
        let mut state = self.state.lock();
        state.unstick(thread);
        if let Some(lane) = state.lane(thread) {
            lane.wake.notify_one();
        }
    }

    /// Nobody sleeps any longer.
    pub fn end(&self) {
        let mut state = self.state.lock();
        state.over = true;
        for lane in state.lanes.iter().flatten() {
            lane.wake.notify_one();
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
            let name = state.name(thread).unwrap_or("a thread").to_owned();
            let Some(lines) = &mut state.deadlock else { return };
            let line = lines.iter_mut().find(|(waits, _)| *waits == thread).filter(|_| !tasks.is_empty());
            if let Some((_, line)) = line {
                *line = tasks_in_words(&name, &tasks);
            }
        }
    }

    fn look_for_deadlock(&self, mut state: MutexGuard<'_, State>, stop: &Stop) {
        if !state.is_deadlock(stop) {
            return;
        }
        state.deadlock = Some(state.who_waits());
        state.loops = state.waits().filter(|(_, wait)| wait.park.is_select).map(|(thread, _)| thread).collect();
        state.over = true;
        drop(state);
        // Among other things this calls `end`.
        stop.request();
    }
}

impl State {
    fn begin(&mut self, thread: ThreadId, name: &str) {
        let number = thread.0 as usize;
        if self.lanes.len() <= number {
            self.lanes.resize_with(number + 1, || None);
        }
        let (name, wake) = (name.to_string(), Arc::default());
        let lane = Lane { name, wake, given: false, was_in_vain: false, is_stuck: false, wait: None };
        self.lanes[number] = Some(Box::new(lane));
    }

    fn lane(&mut self, thread: ThreadId) -> Option<&mut Lane> {
        self.lanes.get_mut(thread.0 as usize)?.as_deref_mut()
    }

    fn name(&self, thread: ThreadId) -> Option<&str> {
        self.lanes.get(thread.0 as usize)?.as_deref().map(|lane| lane.name.as_str())
    }

    fn take_wake_up(&mut self, thread: ThreadId) -> bool {
        self.lane(thread).is_some_and(|lane| std::mem::take(&mut lane.given))
    }

    fn stick(&mut self, thread: ThreadId) {
        let was_stuck = self.lane(thread).map(|lane| std::mem::replace(&mut lane.is_stuck, true));
        self.stuck += usize::from(was_stuck == Some(false));
    }

    fn unstick(&mut self, thread: ThreadId) {
        let was_stuck = self.lane(thread).is_some_and(|lane| std::mem::take(&mut lane.is_stuck));
        self.stuck -= usize::from(was_stuck);
    }

    fn is_deadlock(&self, stop: &Stop) -> bool {
        let main_goes_on = self.joining && self.workers == 0;
        let all_are_stuck = self.live > 0 && self.stuck >= self.live;
        all_are_stuck && !main_goes_on && !self.over && !stop.signals.may_come()
    }

    /// The waits of those that are stuck.
    fn waits(&self) -> impl Iterator<Item = (ThreadId, &Wait)> {
        let lanes = (0..).map(ThreadId).zip(&self.lanes);
        lanes.filter_map(|(thread, lane)| {
            let lane = lane.as_deref().filter(|lane| lane.is_stuck)?;
            Some((thread, lane.wait.as_ref()?))
        })
    }

    fn who_waits(&self) -> Vec<(ThreadId, String)> {
        let of = |(thread, wait): (ThreadId, &Wait)| {
            let holder = wait.park.semaphore.holder();
            let waits = Waits {
                thread: self.name(thread).unwrap_or("a thread"),
                call: wait.call,
                standing: wait.standing.as_ref(),
                is_own: holder == Some(thread),
                holder: holder.map(|holder| self.name(holder)),
            };
            (thread, waits.to_string())
        };
        let told = self.waits().filter(|(thread, wait)| concerns(*thread, wait.standing.as_ref()));
        told.map(of).collect()
    }
}
