//! Objects that threads share without a lock, and what it costs to count their references: to whom a count is biased, who
//! else has changed it lately, and when a collection is due. Knows nothing of instructions.

use crate::engine::simulated::body::Moment;
use crate::engine::simulated::profile::{Field, Profile};
use crate::ids::ThreadId;
use crate::time::Nanos;
use crate::vm::sync::Spawn;
use crate::vm::{Change, Interp, Ref, Stored, Touches};
use std::collections::HashSet;
use std::sync::Arc;

/// Changes of one count by several threads within this time hinder each other.
const AT_ONCE: Nanos = Nanos::from_micros(10);

/// How finely threads are interleaved that share something: a tenth of what counts as at once.
pub(super) const FINEST: Nanos = Nanos(AT_ONCE.0 / 10);

/// The longest that threads go on alone while none of them writes what is shared, in the finest stretches.
const LONGEST: u64 = 16;

/// They go on alone for this part of the time for which none of them has.
const QUIET_PART: u64 = 16;

/// A collection begins with this many containers more than after the last one, and with a quarter more of them.
const YOUNG: u32 = 2_000;

/// How often a collection stops the world: to find what is unreachable, and to look again after finalisers.
const STOPS: u64 = 2;

/// Stretches between two looks through the global variables.
const BETWEEN_GLOBALS: u32 = 64;

/// Nanoseconds, before the factor by which free-threaded code is slower.
#[derive(Clone, Copy, Debug)]
pub(super) struct CountCosts {
    shared: f64,
    contended: f64,
    /// An object's lock, in picoseconds.
    pub lock: u32,
    stop: Nanos,
    /// A collection's look at an object.
    look: Nanos,
}

impl CountCosts {
    pub fn new(profile: &Profile) -> CountCosts {
        let unpaced = |field| profile.value(field) / profile.value(Field::SingleThread);
        CountCosts {
            shared: unpaced(Field::SharedCount),
            contended: unpaced(Field::ContendedCount),
            lock: (unpaced(Field::ObjectLock) * 1_000.0).round() as u32,
            stop: profile.time(Field::StopTheWorld),
            look: profile.time(Field::CollectorOld),
        }
    }
}

/// An interpreter, and what is known of its objects' counts.
pub struct Shared {
    pub(super) interp: Interp,
    pub(super) costs: CountCosts,
    pub(super) touches: Arc<Touches>,
    /// Whether there has been a second thread.
    is_shared: bool,
    /// Of shared objects, by where they lie.
    objects: Vec<Option<Counted>>,
    /// Constants of the first so many units of code.
    constants: HashSet<Ref>,
    units: usize,
    /// Who executes the body of a module.
    pub(super) importer: Option<ThreadId>,
    /// Containers after the last collection.
    collected: u32,
    /// When a thread last wrote a shared object, or paid for changing its count.
    busy: Nanos,
    stretches: u32,
}

/// Who counts a shared object's references.
#[derive(Clone, Debug)]
struct Counted {
    owner: ThreadId,
    /// Who has changed the count lately, and when last.
    lately: Vec<(ThreadId, Nanos)>,
}

impl Shared {
    pub(super) fn new(mut interp: Interp, costs: CountCosts) -> Shared {
        let touches = interp.watch_shared();
        let collected = interp.containers();
        Shared {
            interp,
            costs,
            touches,
            is_shared: false,
            objects: Vec::new(),
            constants: HashSet::new(),
            units: 0,
            importer: None,
            collected,
            busy: Nanos::ZERO,
            stretches: 0,
        }
    }

    /// The world of a forked process, whose interpreter is a copy of this one's.
    pub fn copied(&self, interp: Interp) -> Shared {
        Shared {
            interp,
            costs: self.costs,
            touches: Arc::clone(&self.touches),
            is_shared: self.is_shared,
            objects: self.objects.clone(),
            constants: self.constants.clone(),
            units: self.units,
            importer: None,
            collected: self.collected,
            busy: self.busy,
            stretches: self.stretches,
        }
    }

    /// How finely threads are interleaved now: more coarsely the longer none of them has disturbed another.
    pub fn grain(&self, now: Nanos) -> Nanos {
        let quiet = now.saturating_sub(self.busy);
        let times = (quiet.0 / (QUIET_PART * FINEST.0)).clamp(1, LONGEST);
        Nanos(FINEST.0 << times.ilog2())
    }

    /// What a collection takes, if one is due.
    pub fn collection(&mut self) -> Option<Nanos> {
        let there = self.interp.containers();
        self.collected = self.collected.min(there);
        let due = there - self.collected > YOUNG.max(self.collected / 4) && self.interp.collects();
        due.then(|| {
            self.collected = there;
            STOPS * self.costs.stop + u64::from(there) * self.costs.look
        })
    }

    /// A second thread begins, or one more: what there is has been the first one's, and is everybody's from now on.
    pub fn share(&mut self, first: ThreadId) {
        if !std::mem::replace(&mut self.is_shared, true) {
            self.share_with(first, |interp, is_counted| interp.share_all(is_counted));
        }
    }

    /// What a new thread is given is shared with its maker, and the new one uses it from now on.
    pub fn share_spawned(&mut self, spawn: &Spawn, new: ThreadId) {
        self.share_with(new, |interp, is_counted| interp.share_spawned(spawn, is_counted));
    }

    /// Objects become shared that have been `owner`'s.
    fn share_with(&mut self, owner: ThreadId, share: impl FnOnce(&mut Interp, &dyn Fn(Ref) -> bool) -> Vec<Ref>) {
        let Shared { interp, constants, units, objects, .. } = self;
        if *units < interp.units() {
            constants.extend(interp.constants(*units));
            *units = interp.units();
        }
        for at in share(interp, &|at| !constants.contains(&at)) {
            if objects.len() <= at.slot() {
                objects.resize(at.slot() + 1, None);
            }
            objects[at.slot()] = Some(Counted { owner, lately: Vec::new() });
        }
    }

    /// After a stretch of instructions: finds what the thread has shared by it, and makes the changes of counts that it has
    /// brought. Returns what they cost, in nanoseconds.
    pub fn settle(&mut self, moment: &Moment) -> f64 {
        if !self.is_shared {
            return 0.0;
        }
        let written = self.touches.has_written();
        if written {
            self.share_with(moment.thread, |interp, is_counted| interp.share_written(is_counted));
        }
        self.stretches = self.stretches.wrapping_add(1);
        if self.stretches.is_multiple_of(BETWEEN_GLOBALS) {
            self.share_with(moment.thread, |interp, is_counted| interp.share_globals(is_counted));
        }
        let cost = self.count(moment);
        if written || cost > 0.0 {
            self.busy = moment.now;
        }
        cost
    }

    fn count(&mut self, moment: &Moment) -> f64 {
        let mut cost = 0.0;
        let mut changes = self.interp.take_changes();
        changes.reverse();
        while let Some(Change { at, by }) = changes.pop() {
            let Some(count) = self.interp.load_count(at) else { continue };
            cost += self.cost(at, moment);
            if let Stored::Freed { children, .. } = self.interp.store_count(at, count.saturating_add_signed(by), by) {
                self.objects[at.slot()] = None;
                changes.extend(children.into_iter().map(|at| Change { at, by: -1 }));
            }
        }
        cost
    }

    fn cost(&mut self, at: Ref, moment: &Moment) -> f64 {
        let (me, now) = (moment.thread, moment.now);
        let Some(Counted { owner, lately }) = self.objects.get_mut(at.slot()).and_then(Option::as_mut) else {
            return 0.0;
        };
        lately.retain(|(thread, last)| *thread != me && *last + AT_ONCE > now);
        lately.push((me, now));
        match (lately.len(), *owner == me) {
            (1, true) => 0.0,
            (1, false) => self.costs.shared,
            (several, _) => several as f64 * self.costs.contended,
        }
    }
}
