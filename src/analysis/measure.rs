//! Counts and distributions that lanes do not show: holds, waits, latencies, requests. A fold over events in time order.

use super::convoy::{Convoy, convoy};
use super::samples::{Samples, Summary};
use super::threads;
use crate::ids::{ProcessId, TaskId, ThreadId};
use crate::time::Nanos;
use crate::trace::{Event, EventKind, Release, TaskInfo};
use std::collections::{BTreeMap, BTreeSet};

/// Of so many kinds of threads each has a group, of further ones all have the same.
const MOST_KINDS: usize = 64;
const OTHERS: &str = "other threads";

/// The latency of the blocking calls of one group: of tasks, or of threads that the program has started. Those of threads, and of
/// a script, are none that wait for others of the program's threads.
#[derive(Clone, Debug, Default)]
pub(super) struct Latency {
    pub group: String,
    /// From the beginning of the call to the moment when the thread has the GIL again.
    pub times: Summary,
    /// The mean of what the program asked for, over the calls that say it.
    pub asked: Option<Nanos>,
    /// How many calls took less than the program asked for.
    pub early: u64,
    /// The mean part of `times` in which the thread waited for the GIL.
    pub gil_wait: Nanos,
    /// From the start of the group's first task or thread to the end of its last.
    pub span: Nanos,
    /// How the waits for the GIL after the calls are spread over switch intervals.
    pub convoy: Option<Convoy>,
}

/// What was counted in one model's run.
#[derive(Clone, Debug, Default)]
pub(super) struct Measured {
    /// From acquisition to release.
    pub holds: Summary,
    /// Waits for a GIL that another thread held at some moment between wish and acquisition.
    pub waits: Summary,
    /// All time in which threads wanted the GIL, by what they said themselves.
    pub waited: Nanos,
    pub drop_requests: u64,
    pub woken_in_vain: u64,
    /// Releases that the holder was made to do, at a checkpoint.
    pub forced_releases: u64,
    /// Hand-offs to a thread that was waiting when the GIL was released, and how long the GIL was nobody's in them.
    pub gaps: u64,
    pub gap_time: Nanos,
    /// The shortest time from a thread's wish for the GIL to its drop request, of those in which it did not change hands.
    pub timeout: Option<Nanos>,
    /// One per group that made blocking calls, by name.
    pub latencies: Vec<Latency>,
    /// From the start of each task to its end.
    pub tasks: Summary,
    pub collections: Collections,
}

/// Collections in which the garbage collector looked at all objects.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Collections {
    pub count: u64,
    pub time: Nanos,
    pub longest: Nanos,
}

/// The fold.
#[derive(Debug)]
pub(super) struct Meter {
    /// By task: the place of its group.
    group_of: Vec<usize>,
    /// Whether the only task is a script, whose own threads do what tasks do elsewhere.
    is_script: bool,
    gils: BTreeMap<ProcessId, Gil>,
    threads: BTreeMap<(ProcessId, ThreadId), Thread>,
    /// Those of tasks in the order of their names, then those of threads.
    groups: Vec<Group>,
    /// How many groups of tasks there are.
    task_groups: usize,
    holds: Samples,
    waits: Samples,
    waited: Nanos,
    drop_requests: u64,
    woken_in_vain: u64,
    forced_releases: u64,
    gaps: u64,
    gap_time: Nanos,
    timeout: Option<Nanos>,
    /// From a wish to its drop request, whatever has happened between the two.
    asked_after: Option<Nanos>,
    /// Since when a task of an event loop waits, and what it asked for.
    awaited: BTreeMap<TaskId, (Nanos, Nanos)>,
    begun: BTreeMap<TaskId, Nanos>,
    lengths: Samples,
    collections: Collections,
}

#[derive(Debug, Default)]
struct Gil {
    held_since: Option<Nanos>,
    released: Option<Nanos>,
    acquisitions: u64,
}

#[derive(Debug, Default)]
struct Thread {
    task: Option<TaskId>,
    /// What it is called, and the place of its group, if the program has started it.
    name: String,
    spawned: bool,
    group: Option<usize>,
    /// When its blocking call began, and what it asked for.
    block: Option<(Nanos, Option<Nanos>)>,
    want: Option<Want>,
    /// Since when it has been about to want the lock: forced to drop it, or woken.
    about_to_want: Option<Nanos>,
    /// Its program is over, and what it waited for the lock until then is counted.
    over: bool,
}

/// What the lock was like when a thread began to want it.
#[derive(Debug)]
struct Want {
    since: Nanos,
    held: bool,
    acquisitions: u64,
}

#[derive(Debug, Default)]
struct Group {
    name: String,
    times: Samples,
    asked: Nanos,
    asking: u64,
    early: u64,
    waits: Samples,
    began: Option<Nanos>,
    ended: Nanos,
}

impl Meter {
    pub fn new(tasks: &[TaskInfo]) -> Meter {
        let names: BTreeSet<&str> = tasks.iter().map(|task| task.group.as_str()).collect();
        let names: Vec<&str> = names.into_iter().collect();
        let place = |task: &TaskInfo| names.partition_point(|name| *name < task.group.as_str());
        Meter {
            group_of: tasks.iter().map(place).collect(),
            is_script: tasks.iter().any(|task| task.script),
            gils: BTreeMap::new(),
            threads: BTreeMap::new(),
            groups: names.iter().map(|name| Group { name: name.to_string(), ..Group::default() }).collect(),
            task_groups: names.len(),
            holds: Samples::default(),
            waits: Samples::default(),
            waited: Nanos::ZERO,
            drop_requests: 0,
            woken_in_vain: 0,
            forced_releases: 0,
            gaps: 0,
            gap_time: Nanos::ZERO,
            timeout: None,
            asked_after: None,
            awaited: BTreeMap::new(),
            begun: BTreeMap::new(),
            lengths: Samples::default(),
            collections: Collections::default(),
        }
    }

    /// Takes the next event, in time order.
    pub fn observe(&mut self, event: &Event) {
        let gil = self.gils.entry(event.process).or_default();
        let thread = self.threads.entry((event.process, event.thread)).or_default();
        match event.kind {
            EventKind::ThreadStarted { ref name } => {
                thread.name.clone_from(name);
                self.put_in_group(event.process, event.thread, event.at);
            }
            EventKind::Spawned { thread: started } => {
                self.threads.entry((event.process, started)).or_default().spawned = true;
                self.put_in_group(event.process, started, event.at);
            }
            EventKind::ThreadEnded => thread.group.into_iter().for_each(|group| self.groups[group].at_work(event.at)),
            EventKind::TaskStarted { task } => {
                thread.task = Some(task);
                self.begun.insert(task, event.at);
                self.task_at_work(task, event.at);
            }
            EventKind::TaskEnded { task, .. } => {
                thread.task = None;
                let length = self.begun.remove(&task).map(|begun| event.at.saturating_sub(begun));
                length.into_iter().for_each(|length| self.lengths.add(length));
                self.task_at_work(task, event.at);
            }
            EventKind::TaskSuspended { task, asked } => {
                thread.task = None;
                self.awaited.insert(task, (event.at, asked));
            }
            EventKind::TaskResumed { task } => {
                thread.task = Some(task);
                self.resume(event, task);
            }
            EventKind::BlockBegun { call, asked } => {
                // Of a wait with a timeout, that is the longest and not what it is meant to take.
                let asked = asked.filter(|_| call.takes_what_is_asked());
                let is_of_task = thread.task.is_some() && !self.is_script;
                thread.block = (is_of_task || !call.waits_for_others()).then_some((event.at, asked));
            }
            // A signal ends what the thread waits for.
            EventKind::SignalArrived => thread.block.iter_mut().for_each(|(_, asked)| *asked = None),
            EventKind::ProgramOver | EventKind::ProcessExited { .. } => self.end_threads(event.process, event.at),
            EventKind::Collected { took, .. } => self.collections.add(took),
            EventKind::BlockEnded => thread.about_to_want = Some(event.at),
            EventKind::GilWanted => {
                self.waited += thread.about_to_want.take().map_or(Nanos::ZERO, |since| event.at.saturating_sub(since));
                let (held, acquisitions) = (gil.held_since.is_some(), gil.acquisitions);
                thread.want = Some(Want { since: event.at, held, acquisitions });
            }
            EventKind::DropRequested { .. } => {
                self.drop_requests += 1;
                let want = thread.want.as_ref();
                let waited = |want: &Want| event.at.saturating_sub(want.since);
                self.asked_after = self.asked_after.into_iter().chain(want.map(waited)).min();
                // Who has seen the lock change hands meanwhile has begun to wait anew.
                let undisturbed = want.filter(|want| want.held && want.acquisitions == gil.acquisitions);
                self.timeout = self.timeout.into_iter().chain(undisturbed.map(waited)).min();
            }
            EventKind::GilReleased { why } => {
                gil.released = Some(event.at);
                self.forced_releases += u64::from(why == Release::Forced);
                thread.about_to_want = (why == Release::Forced).then_some(event.at);
                let hold = gil.held_since.take().map(|since| event.at.saturating_sub(since));
                hold.into_iter().for_each(|hold| self.holds.add(hold));
            }
            EventKind::GilAcquired { from, waited, woken_in_vain } => {
                self.woken_in_vain += u64::from(woken_in_vain);
                let released = gil.released.take().filter(|released| from.is_some() && event.at <= *released + waited);
                if let Some(released) = released {
                    self.gaps += 1;
                    self.gap_time += event.at.saturating_sub(released);
                }
                self.acquired(event, waited);
            }
            _ => {}
        }
    }

    fn acquired(&mut self, event: &Event, waited: Nanos) {
        let gil = self.gils.entry(event.process).or_default();
        let thread = self.threads.entry((event.process, event.thread)).or_default();
        let want = thread.want.take();
        let want_was_noted = want.is_some();
        if want.is_some_and(|want| want.held || want.acquisitions != gil.acquisitions) {
            self.waits.add(waited);
        }
        if want_was_noted || !thread.over {
            self.waited += waited;
        }
        gil.held_since = Some(event.at);
        gil.acquisitions += 1;
        let of_task = thread.task.and_then(|task| self.group_of.get(task.0 as usize).copied());
        if let (Some((begun, asked)), Some(group)) = (thread.block.take(), of_task.or(thread.group)) {
            self.groups[group].add(event.at.saturating_sub(begun), asked, waited);
            if group >= self.task_groups {
                self.groups[group].at_work(event.at);
            }
        }
    }

    /// A thread that the program has started belongs to those of like name, from its beginning on.
    fn put_in_group(&mut self, process: ProcessId, thread: ThreadId, at: Nanos) {
        let Some(thread) = self.threads.get_mut(&(process, thread)) else { return };
        if !thread.spawned || thread.name.is_empty() || thread.group.is_some() {
            return;
        }
        let mut name = threads::kind(&thread.name).to_owned();
        let (of_tasks, of_threads) = self.groups.split_at(self.task_groups);
        if of_tasks.iter().any(|group| group.name == name) {
            name.push_str(" threads");
        }
        let place_of = |name: &str| of_threads.iter().position(|group| group.name == name);
        if of_threads.len() >= MOST_KINDS && place_of(&name).is_none() {
            name = OTHERS.to_owned();
        }
        let known = place_of(&name);
        let place = known.map_or(self.groups.len(), |place| self.task_groups + place);
        thread.group = Some(place);
        if known.is_none() {
            self.groups.push(Group { name, ..Group::default() });
        }
        self.groups[place].at_work(at);
    }

    /// The process's threads end, and what they are at is cut short.
    fn end_threads(&mut self, process: ProcessId, at: Nanos) {
        let held = self.gils.get_mut(&process).and_then(|gil| gil.held_since.take());
        held.into_iter().for_each(|since| self.holds.add(at.saturating_sub(since)));
        for (_, thread) in self.threads.range_mut((process, ThreadId(0))..=(process, ThreadId(u32::MAX))) {
            thread.over = true;
            thread.block.iter_mut().for_each(|(_, asked)| *asked = None);
            let wanted = thread.want.take().map(|want| want.since).or(thread.about_to_want.take());
            self.waited += wanted.map_or(Nanos::ZERO, |since| at.saturating_sub(since));
        }
    }

    /// A call that was awaited in an event loop is over, and the loop has come to it.
    fn resume(&mut self, event: &Event, task: TaskId) {
        let group = self.group_of.get(task.0 as usize);
        if let (Some((since, asked)), Some(&group)) = (self.awaited.remove(&task), group) {
            self.groups[group].add(event.at.saturating_sub(since), Some(asked), Nanos::ZERO);
        }
    }

    /// A task of some group is at work at that moment.
    fn task_at_work(&mut self, task: TaskId, at: Nanos) {
        if let Some(&group) = self.group_of.get(task.0 as usize) {
            self.groups[group].at_work(at);
        }
    }

    pub fn finish(self) -> Measured {
        let interval = self.timeout.or(self.asked_after);
        let calling = self.groups.into_iter().filter(|group| group.waits.count() > 0);
        let mut latencies: Vec<Latency> = calling.map(|group| group.finish(interval)).collect();
        latencies.sort_by(|a, b| a.group.cmp(&b.group));
        Measured {
            holds: self.holds.summary().unwrap_or_default(),
            waits: self.waits.summary().unwrap_or_default(),
            waited: self.waited,
            drop_requests: self.drop_requests,
            woken_in_vain: self.woken_in_vain,
            forced_releases: self.forced_releases,
            gaps: self.gaps,
            gap_time: self.gap_time,
            timeout: self.timeout,
            latencies,
            tasks: self.lengths.summary().unwrap_or_default(),
            collections: self.collections,
        }
    }
}

impl Collections {
    fn add(&mut self, took: Nanos) {
        self.count += 1;
        self.time += took;
        self.longest = self.longest.max(took);
    }
}

impl Group {
    fn at_work(&mut self, at: Nanos) {
        self.began = self.began.or(Some(at));
        self.ended = at;
    }

    fn add(&mut self, time: Nanos, asked: Option<Nanos>, waited: Nanos) {
        self.times.add(time);
        self.waits.add(waited);
        self.asked += asked.unwrap_or_default();
        self.asking += u64::from(asked.is_some());
        self.early += u64::from(asked.is_some_and(|asked| time < asked));
    }

    fn finish(self, timeout: Option<Nanos>) -> Latency {
        Latency {
            group: self.name,
            asked: self.asked.0.checked_div(self.asking).map(Nanos),
            early: self.early,
            gil_wait: Nanos(self.waits.sum().0.checked_div(self.waits.count()).unwrap_or_default()),
            span: self.ended.saturating_sub(self.began.unwrap_or_default()),
            convoy: convoy(&self.waits, timeout),
            times: self.times.summary().unwrap_or_default(),
        }
    }
}
