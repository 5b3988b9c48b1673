//! A lane per core: what the thread that has it is doing. Needs a trace that tells who has a core, as simulated ones do.

use super::reduce::{Grid, reduce};
use super::{Lane, Slice, State};
use crate::ids::{ProcessId, ThreadId};
use crate::time::Nanos;
use crate::trace::{Event, EventKind};
use std::collections::BTreeMap;

type Tid = (ProcessId, ThreadId);

/// A stretch of time in which one thread had one core.
#[derive(Clone, Copy, Debug)]
struct Spell {
    core: u32,
    thread: Tid,
    from: Nanos,
    to: Nanos,
}

/// The fold over a run's events.
#[derive(Debug, Default)]
pub(super) struct CoreSpells {
    open: BTreeMap<Tid, (u32, Nanos)>,
    over: Vec<Spell>,
    /// By core: what it did, as far as that has been put together.
    cores: Vec<Slices>,
}

impl CoreSpells {
    /// Takes the next event, in time order.
    pub fn observe(&mut self, event: &Event) {
        let thread = (event.process, event.thread);
        match event.kind {
            EventKind::OnCore { core } => {
                self.close(thread, event.at);
                self.open.insert(thread, (core, event.at));
            }
            EventKind::OffCore | EventKind::ThreadEnded => self.close(thread, event.at),
            _ => {}
        }
    }

    fn close(&mut self, thread: Tid, to: Nanos) {
        if let Some((core, from)) = self.open.remove(&thread) {
            self.over.push(Spell { core, thread, from, to });
        }
    }

    /// What it keeps, counted.
    pub fn kept(&self) -> usize {
        self.over.len() + self.cores.iter().map(|core| core.all.len()).sum::<usize>()
    }

    /// Puts together what cores did up to `upto`, given what threads did until then.
    pub fn put_together<'a>(&mut self, states: impl Fn(Tid) -> &'a [Slice], upto: Nanos) {
        for (&thread, (core, from)) in &mut self.open {
            let spell = Spell { core: *core, thread, from: *from, to: upto };
            if *from < upto {
                self.over.push(spell);
                *from = upto;
            }
        }
        self.over.sort_by_key(|spell| (spell.core, spell.from));
        for spell in &mut self.over {
            let core = spell.core as usize;
            if self.cores.len() <= core {
                self.cores.resize_with(core + 1, Slices::default);
            }
            self.cores[core].take(spell, states(spell.thread), upto);
            spell.from = spell.from.max(upto);
        }
        self.over.retain(|spell| spell.from < spell.to);
    }

    /// The run goes on beyond the end of the grid.
    pub fn reduce(&mut self, grid: &Grid) {
        self.cores.iter_mut().for_each(|core| reduce(&mut core.all, grid));
    }

    /// The cores' lanes from zero to `end`, given those of all threads; none where nothing is known of cores.
    pub fn finish(mut self, lanes: &[Lane], end: Nanos) -> Vec<Lane> {
        let threads: BTreeMap<Tid, &[Slice]> =
            lanes.iter().map(|lane| ((lane.process, lane.thread), lane.slices.as_slice())).collect();
        self.put_together(|thread| threads.get(&thread).copied().unwrap_or_default(), end);
        self.cores.into_iter().enumerate().map(|(core, slices)| core_lane(core as u32, slices, end)).collect()
    }
}

fn core_lane(core: u32, mut slices: Slices, end: Nanos) -> Lane {
    slices.push(end, State::Idle);
    let name = format!("core {core}");
    Lane {
        name,
        process: ProcessId::MAIN,
        thread: ThreadId(core),
        slices: slices.all,
        tasks: Vec::new(),
        joining: Nanos::ZERO,
    }
}

/// What a core does while a thread in this state has it: a thread that blocks or wakes is in the system's code.
fn on_a_core(state: State) -> State {
    match state {
        State::Blocked | State::Locked | State::Awaiting | State::Idle | State::Ready => State::Native,
        state => state,
    }
}

#[derive(Debug, Default)]
struct Slices {
    all: Vec<Slice>,
    until: Nanos,
}

impl Slices {
    /// A thread that did `states` had the core for a spell, of which counts what is before `upto`.
    fn take(&mut self, spell: &Spell, states: &[Slice], upto: Nanos) {
        self.push(spell.from.min(upto), State::Idle);
        let first = states.partition_point(|slice| slice.to <= spell.from);
        for slice in states[first..].iter().take_while(|slice| slice.from < spell.to) {
            self.push(slice.to.min(spell.to).min(upto), on_a_core(slice.state));
        }
    }

    /// Goes on to `to` in `state`.
    fn push(&mut self, to: Nanos, state: State) {
        let from = self.until;
        if to <= from {
            return;
        }
        match self.all.last_mut() {
            Some(last) if last.state == state => last.to = to,
            _ => self.all.push(Slice { from, to, state }),
        }
        self.until = to;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(at: u64, thread: u32, kind: EventKind) -> Event {
        Event { at: Nanos(at), process: ProcessId::MAIN, thread: ThreadId(thread), kind }
    }

    fn lane(thread: u32, slices: &[(u64, u64, State)]) -> Lane {
        let slices =
            slices.iter().map(|&(from, to, state)| Slice { from: Nanos(from), to: Nanos(to), state }).collect();
        Lane {
            name: String::new(),
            process: ProcessId::MAIN,
            thread: ThreadId(thread),
            slices,
            tasks: Vec::new(),
            joining: Nanos::ZERO,
        }
    }

    #[test]
    fn a_core_shows_what_its_threads_do_and_idles_between_them() {
        let mut spells = CoreSpells::default();
        let events = [
            event(10, 1, EventKind::OnCore { core: 1 }),
            event(30, 1, EventKind::OffCore),
            event(40, 2, EventKind::OnCore { core: 1 }),
        ];
        events.iter().for_each(|event| spells.observe(event));
        let lanes =
            [lane(1, &[(0, 20, State::WaitingForGil), (20, 60, State::Running)]), lane(2, &[(0, 60, State::Blocked)])];
        let cores = spells.finish(&lanes, Nanos(60));
        let states = |core: &Lane| core.slices.iter().map(|s| (s.from.0, s.to.0, s.state)).collect::<Vec<_>>();
        assert_eq!(states(&cores[0]), [(0, 60, State::Idle)]);
        let expected = [
            (0, 10, State::Idle),
            (10, 20, State::WaitingForGil),
            (20, 30, State::Running),
            (30, 40, State::Idle),
            (40, 60, State::Native),
        ];
        assert_eq!(states(&cores[1]), expected);
    }

    #[test]
    fn without_word_of_cores_there_are_none() {
        assert!(CoreSpells::default().finish(&[], Nanos(5)).is_empty());
    }
}
