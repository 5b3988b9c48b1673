//! Random schedules of a GIL: sound ones have no violations and add up, and every one that is broken is caught.

use crate::script::task;
use gilsim::analysis::{Host, Report, State, Timeline, timeline};
use gilsim::ids::{ProcessId, TaskId, ThreadId};
use gilsim::model::Model;
use gilsim::time::Nanos;
use gilsim::trace::{BlockingCall, Event, EventKind, Outcome, Release, Sink, Trace, check};
use proptest::prelude::*;

/// Where a thread of the random machine is.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Unborn,
    Ready,
    Wanting(Nanos),
    Holding,
    Blocked,
    Done,
}

/// What can happen next.
#[derive(Clone, Copy)]
enum Act {
    Start,
    Want,
    Take,
    Ask,
    DropForced,
    Block,
    Unblock,
    Begin,
    Finish,
    Exit,
}

/// A machine that does anything that the lock allows.
struct Machine {
    now: Nanos,
    places: Vec<Place>,
    open: Vec<Option<TaskId>>,
    holder: Option<usize>,
    last: Option<usize>,
    asked: bool,
    taken: Nanos,
    tasks: u32,
    begun: u32,
    events: Vec<Event>,
}

impl Machine {
    fn new(threads: usize, tasks: u32) -> Machine {
        Machine {
            now: Nanos::ZERO,
            places: vec![Place::Unborn; threads],
            open: vec![None; threads],
            holder: None,
            last: None,
            asked: false,
            taken: Nanos::ZERO,
            tasks,
            begun: 0,
            events: Vec::new(),
        }
    }

    /// What can happen to `me`, what leads to the end first.
    fn possible(&self, me: usize) -> Vec<Act> {
        let left = self.begun < self.tasks;
        let may = |act: Act, is: bool| is.then_some(act);
        match self.places[me] {
            Place::Unborn => vec![Act::Start],
            Place::Ready => vec![Act::Want],
            Place::Blocked => vec![Act::Unblock],
            Place::Wanting(_) if self.holder.is_none() => vec![Act::Take],
            // As with a switch interval of one nanosecond.
            Place::Wanting(since) => {
                may(Act::Ask, !self.asked && self.now > since.max(self.taken)).into_iter().collect()
            }
            Place::Holding => [
                may(Act::Finish, self.open[me].is_some()),
                may(Act::Begin, self.open[me].is_none() && left),
                may(Act::Exit, self.open[me].is_none() && !left),
                may(Act::DropForced, self.asked),
                Some(Act::Block),
            ]
            .into_iter()
            .flatten()
            .collect(),
            Place::Done => Vec::new(),
        }
    }

    fn act(&mut self, me: usize, act: Act) {
        match act {
            Act::Start => {
                self.log(me, EventKind::ThreadStarted { name: format!("worker-{me}") });
                self.places[me] = Place::Ready;
            }
            Act::Want => {
                self.log(me, EventKind::GilWanted);
                self.places[me] = Place::Wanting(self.now);
            }
            Act::Take => self.take(me),
            Act::Ask => {
                let against = ThreadId(self.holder.expect("only asked of a holder") as u32);
                self.log(me, EventKind::DropRequested { against });
                self.asked = true;
            }
            Act::DropForced => self.drop(me, Release::Forced, Place::Ready),
            Act::Block => {
                self.log(me, EventKind::BlockBegun { call: BlockingCall::Sleep, asked: Some(Nanos(10)) });
                self.drop(me, Release::Blocking, Place::Blocked);
            }
            Act::Unblock => {
                self.log(me, EventKind::BlockEnded);
                self.places[me] = Place::Ready;
            }
            Act::Begin => {
                self.open[me] = Some(TaskId(self.begun));
                self.log(me, EventKind::TaskStarted { task: TaskId(self.begun) });
                self.begun += 1;
            }
            Act::Finish => {
                let task = self.open[me].take().expect("only an open task is finished");
                self.log(me, EventKind::TaskEnded { task, ok: true });
            }
            Act::Exit => {
                self.drop(me, Release::Exit, Place::Done);
                self.log(me, EventKind::ThreadEnded);
            }
        }
    }

    fn take(&mut self, me: usize) {
        let Place::Wanting(since) = self.places[me] else { return };
        let from = self.last.filter(|last| *last != me).map(|last| ThreadId(last as u32));
        self.log(me, EventKind::GilAcquired { from, waited: self.now - since, woken_in_vain: 0 });
        (self.holder, self.last, self.asked) = (Some(me), Some(me), false);
        self.taken = self.now;
        self.places[me] = Place::Holding;
    }

    fn drop(&mut self, me: usize, why: Release, to: Place) {
        self.log(me, EventKind::GilReleased { why });
        self.holder = None;
        self.places[me] = to;
    }

    fn log(&mut self, me: usize, kind: EventKind) {
        self.events.push(Event { at: self.now, process: ProcessId(0), thread: ThreadId(me as u32), kind });
    }

    /// Does something for each choice, then whatever ends the run.
    fn run(mut self, choices: &[(u8, u8)]) -> Vec<Event> {
        for &(choice, dt) in choices {
            self.now += Nanos(u64::from(dt));
            let all: Vec<(usize, Act)> =
                (0..self.places.len()).flat_map(|me| self.possible(me).into_iter().map(move |act| (me, act))).collect();
            if !all.is_empty() {
                let (me, act) = all[usize::from(choice) % all.len()];
                self.act(me, act);
            }
        }
        while self.places.iter().any(|place| *place != Place::Done) {
            self.now += Nanos(1);
            for me in 0..self.places.len() {
                if let Some(&act) = self.possible(me).first() {
                    self.act(me, act);
                }
            }
        }
        self.events
    }
}

/// A whole run in the order in which it happened. Half of the steps take no time, so that many events share a moment.
fn schedule() -> impl Strategy<Value = Vec<Event>> {
    let dt = prop_oneof![Just(0u8), 1..20u8];
    (1..5usize, 0..6u32, prop::collection::vec((any::<u8>(), dt), 0..200))
        .prop_map(|(threads, tasks, choices)| Machine::new(threads, tasks).run(&choices))
}

fn whole(events: Vec<Event>) -> Trace {
    let tasks: Vec<_> = (0..6).map(|n| task(&format!("job-{n}"))).collect();
    let outcomes = vec![Outcome::Returned { value: "None".to_string() }; tasks.len()];
    Trace::new(Model::Threads, events, tasks, outcomes)
}

/// The events as they come over a channel from a recorder per thread.
fn recorded(events: &[Event]) -> Vec<Event> {
    let (sink, batches) = Sink::collecting();
    let mut recorders: Vec<_> = (0..5).map(|thread| sink.recorder(ProcessId(0), ThreadId(thread))).collect();
    for event in events {
        recorders[event.thread.0 as usize].record(event.at, event.kind.clone());
    }
    drop((recorders, sink));
    batches.into_events()
}

fn count(events: &[Event], is: fn(&EventKind) -> bool) -> usize {
    events.iter().filter(|event| is(&event.kind)).count()
}

fn total(timeline: &Timeline) -> Nanos {
    State::ALL.iter().flat_map(|state| timeline.lanes.iter().map(|lane| lane.time(*state))).sum()
}

/// One event left out or doubled: no lock, thread or task can have done that.
fn broken(events: &[Event], at: usize, doubled: bool) -> Vec<Event> {
    let mut events = events.to_vec();
    match doubled {
        true => events.insert(at, events[at].clone()),
        false => drop(events.remove(at)),
    }
    events
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn sound_schedules_have_no_violations(events in schedule()) {
        prop_assert_eq!(check(&whole(events)), []);
    }

    #[test]
    fn no_event_is_lost_on_its_way_and_the_order_stays_sound(events in schedule()) {
        let run = whole(recorded(&events));
        prop_assert_eq!(run.events.len(), events.len());
        for thread in 0..5 {
            let of_thread = |events: &[Event]| -> Vec<Event> {
                events.iter().filter(|event| event.thread == ThreadId(thread)).cloned().collect()
            };
            prop_assert_eq!(of_thread(&run.events), of_thread(&events));
        }
        prop_assert_eq!(check(&run), []);
    }

    #[test]
    fn times_add_up(events in schedule()) {
        let run = whole(recorded(&events));
        let timeline = timeline(&run);
        for lane in &timeline.lanes {
            prop_assert!(lane.covers(timeline.end), "{:?}", lane);
            prop_assert!(lane.slices.windows(2).all(|pair| pair[0].state != pair[1].state), "{:?}", lane);
        }
        prop_assert_eq!(total(&timeline).0, timeline.end.0 * timeline.lanes.len() as u64);
        let running: Nanos = timeline.lanes.iter().map(|lane| lane.time(State::Running)).sum();
        prop_assert!(running <= timeline.end, "{} of {}", running, timeline.end);
    }

    #[test]
    fn figures_count_what_happened(events in schedule()) {
        let run = whole(recorded(&events));
        let report = Report::new(std::slice::from_ref(&run), Host { cores: 2, switch_interval: Nanos(10), waits_an_interval: true });
        let figure = |name: &str| report.figures.value(Model::Threads, name).unwrap_or_default() as usize;
        prop_assert_eq!(figure("hold.count"), count(&events, |kind| matches!(kind, EventKind::GilReleased { .. })));
        prop_assert_eq!(figure("drop_requests"), count(&events, |kind| matches!(kind, EventKind::DropRequested { .. })));
        prop_assert_eq!(figure("handoffs.total"), figure("handoffs.forced") + figure("handoffs.voluntary"));
        let held = report.figures.value(Model::Threads, "gil.held").unwrap_or_default();
        prop_assert!((0.0..=1.0).contains(&held), "{}", held);
        prop_assert!(report.figures.iter().all(|(_, figure)| figure.value.is_finite() && figure.value >= 0.0));
    }

    #[test]
    fn broken_schedules_are_caught(events in schedule(), at in any::<prop::sample::Index>(), doubled: bool) {
        let at = at.index(events.len());
        // A request more or less may have happened as well.
        prop_assume!(!matches!(events[at].kind, EventKind::DropRequested { .. }));
        let run = whole(broken(&events, at, doubled));
        prop_assert!(!check(&run).is_empty(), "{:?} {} unnoticed", events[at], if doubled { "doubled" } else { "left out" });
    }

    #[test]
    fn lies_about_waits_are_caught(events in schedule(), at in any::<prop::sample::Index>(), lie in 1..100u64) {
        let mut events = events;
        let acquisitions: Vec<usize> = (0..events.len())
            .filter(|&i| matches!(events[i].kind, EventKind::GilAcquired { .. }))
            .collect();
        let chosen = acquisitions[at.index(acquisitions.len())];
        if let EventKind::GilAcquired { waited, .. } = &mut events[chosen].kind {
            *waited += Nanos(lie);
        }
        prop_assert!(!check(&whole(events)).is_empty());
    }

    #[test]
    fn a_run_cut_off_anywhere_is_sound_and_adds_up(events in schedule(), at in any::<prop::sample::Index>()) {
        let cut = at.index(events.len());
        let run = Trace { stopped: true, ..whole(events[..cut].to_vec()) };
        prop_assert_eq!(check(&run), []);
        let timeline = timeline(&run);
        prop_assert!(timeline.lanes.iter().all(|lane| lane.covers(timeline.end)));
    }
}
