//! Pending events, ordered by (time, class, sequence).
//!
//! An event belongs to a *slot*, and a slot has at most one: a thread is asleep, waking or running, a core has its tick,
//! a lock its timer. So an event can be moved or taken back, none goes stale, and what sleeps without a timer costs
//! nothing. The few earliest events stand in their order, since most that is set comes soon and few others come before it;
//! all others lie in a four-ary heap that knows where each is. Refuses to know what a slot stands for.

use crate::time::Nanos;

/// What decides between events of one moment: the lower class comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Class {
    /// What a thread waited for outside the machine has happened.
    Io,
    /// A timer runs out.
    Timer,
    /// A woken thread arrives at its core.
    Wake,
    /// A core's periodic tick.
    Tick,
    /// A running thread reaches the end of its stretch.
    Step,
    /// A running thread has to find out how far it gets; everything known of this moment has happened.
    Advance,
}

impl Class {
    #[inline]
    fn numbered(number: u64) -> Class {
        match number {
            0 => Class::Io,
            1 => Class::Timer,
            2 => Class::Wake,
            3 => Class::Tick,
            4 => Class::Step,
            _ => Class::Advance,
        }
    }
}

/// Whose event it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    Thread(u32),
    Core(u32),
    Lock(u32),
    /// Those who wait in vain for a lock.
    Crowd(u32),
    /// What happens on the network by itself.
    Network,
    /// A process's alarm.
    Alarm(u32),
}

/// How many threads have slots. Processes, cores and locks are fewer.
pub const MOST_THREADS: usize = (1 << Entry::SLOT_BITS) / Slot::KINDS as usize - 1;

impl Slot {
    /// Room for the kinds; a power of two.
    const KINDS: u32 = 8;

    #[inline]
    fn number(self) -> u32 {
        match self {
            Slot::Thread(index) => index * Slot::KINDS,
            Slot::Core(index) => index * Slot::KINDS + 1,
            Slot::Lock(index) => index * Slot::KINDS + 2,
            Slot::Crowd(index) => index * Slot::KINDS + 3,
            Slot::Network => 4,
            Slot::Alarm(index) => (index + 1) * Slot::KINDS + 4,
        }
    }

    #[inline]
    fn numbered(number: u32) -> Slot {
        let index = number / Slot::KINDS;
        match number % Slot::KINDS {
            0 => Slot::Thread(index),
            1 => Slot::Core(index),
            2 => Slot::Lock(index),
            3 => Slot::Crowd(index),
            _ if index > 0 => Slot::Alarm(index - 1),
            _ => Slot::Network,
        }
    }
}

/// What is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    pub at: Nanos,
    pub class: Class,
    pub slot: Slot,
}

/// An event in 16 bytes whose order is that of the numbers: time, class, sequence number, slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Entry(u128);

impl Entry {
    const SLOT_BITS: u32 = 28;
    const SEQUENCE_BITS: u32 = 32;
    const CLASS_SHIFT: u32 = Entry::SLOT_BITS + Entry::SEQUENCE_BITS;
    const NEVER: Entry = Entry(u128::MAX);
    const LAST_SEQUENCE: u64 = (1 << Entry::SEQUENCE_BITS) - 1;

    #[inline]
    fn new(at: Nanos, class: Class, sequence: u64, slot: u32) -> Entry {
        debug_assert!(slot < 1 << Entry::SLOT_BITS, "a slot beyond the last one would change the order");
        let order = (class as u64) << Entry::CLASS_SHIFT | sequence << Entry::SLOT_BITS | u64::from(slot);
        Entry(u128::from(at.0) << 64 | u128::from(order))
    }

    #[inline]
    fn at(self) -> Nanos {
        Nanos((self.0 >> 64) as u64)
    }

    #[inline]
    fn class(self) -> Class {
        Class::numbered(self.0 as u64 >> Entry::CLASS_SHIFT)
    }

    #[inline]
    fn slot(self) -> u32 {
        self.0 as u32 & ((1 << Entry::SLOT_BITS) - 1)
    }
}

/// The place of an event that is not pending, and of one that stands before the heap.
const NOWHERE: u32 = u32::MAX;
const NEAR: u32 = u32::MAX - 1;

/// How many events stand before the heap at most, and how many come from there when none does.
const MOST_NEAR: usize = 32;
const FROM_HEAP: usize = 8;

/// The pending events.
#[derive(Debug)]
pub struct Queue {
    /// The earliest events, each before everything in `heap`, and the very next one last. Empty only if `heap` is.
    near: [Entry; MOST_NEAR],
    near_len: usize,
    /// The heap, and behind it `ARITY` entries that never come.
    heap: Vec<Entry>,
    len: usize,
    /// By slot number: the place in `heap`, `NEAR` or `NOWHERE`.
    places: Vec<u32>,
    sequence: u64,
}

const ARITY: usize = 4;

impl Default for Queue {
    /// With no event.
    fn default() -> Queue {
        let (near, heap) = ([Entry::NEVER; MOST_NEAR], vec![Entry::NEVER; ARITY]);
        Queue { near, near_len: 0, heap, len: 0, places: Vec::new(), sequence: 0 }
    }
}

impl Queue {
    /// The earliest events, the very next one last.
    #[inline]
    fn near(&self) -> &[Entry] {
        &self.near[..self.near_len]
    }

    /// When the next event is due.
    #[inline]
    pub fn next_at(&self) -> Option<Nanos> {
        self.near().last().map(|entry| entry.at())
    }

    /// Sets the slot's event, in place of one that it may have.
    #[inline]
    pub fn set(&mut self, slot: Slot, at: Nanos, class: Class) {
        self.clear(slot);
        if self.sequence == Entry::LAST_SEQUENCE {
            self.renumber();
        }
        self.sequence += 1;
        let entry = Entry::new(at, class, self.sequence, slot.number());
        if self.near_len < MOST_NEAR && entry < self.heap[0] {
            self.put_near(entry);
        } else {
            self.put_by_order(entry);
        }
    }

    /// Puts an event where it belongs before the heap; there is room.
    #[inline]
    fn put_near(&mut self, entry: Entry) {
        self.places[entry.slot() as usize] = NEAR;
        self.near_len += 1;
        let near = &mut self.near[..self.near_len];
        let mut place = near.len() - 1;
        while place > 0 && near[place - 1] < entry {
            near[place] = near[place - 1];
            place -= 1;
        }
        near[place] = entry;
    }

    /// Takes out the near event at this place.
    #[inline]
    fn remove_near(&mut self, place: usize) -> Entry {
        let entry = self.near[place];
        self.near.copy_within(place + 1..self.near_len, place);
        self.near_len -= 1;
        entry
    }

    /// Puts an event in the heap, or the last of the near ones in its stead.
    fn put_by_order(&mut self, entry: Entry) {
        if self.near().first().is_some_and(|last| entry < *last) {
            let last = self.remove_near(0);
            self.push(last);
            self.put_near(entry);
        } else {
            self.push(entry);
        }
    }

    /// Takes the slot's event back, if it has one.
    #[inline]
    pub fn clear(&mut self, slot: Slot) {
        let number = slot.number() as usize;
        match self.places.get(number) {
            Some(&NOWHERE) => {}
            Some(_) => self.take_back(number),
            None => self.places.resize(number + 1, NOWHERE),
        }
    }

    fn take_back(&mut self, number: usize) {
        let place = std::mem::replace(&mut self.places[number], NOWHERE);
        if place != NEAR {
            return self.remove(place as usize);
        }
        if let Some(near) = self.near().iter().rposition(|entry| entry.slot() as usize == number) {
            self.remove_near(near);
            self.come_near();
        }
    }

    /// Takes out the earliest event.
    #[inline]
    pub fn pop(&mut self) -> Option<Event> {
        let entry = *self.near().last()?;
        self.near_len -= 1;
        self.places[entry.slot() as usize] = NOWHERE;
        self.come_near();
        Some(Event { at: entry.at(), class: entry.class(), slot: Slot::numbered(entry.slot()) })
    }

    /// Where no event stands before the heap, its first ones do from now on.
    #[inline]
    fn come_near(&mut self) {
        if self.near_len == 0 && self.len > 0 {
            self.bring_near();
        }
    }

    fn bring_near(&mut self) {
        self.near_len = self.len.min(FROM_HEAP);
        for place in (0..self.near_len).rev() {
            let first = self.heap[0];
            self.remove(0);
            self.places[first.slot() as usize] = NEAR;
            self.near[place] = first;
        }
    }

    /// Gives the pending events the lowest sequence numbers, in their order; a sorted list is a heap too.
    #[cold]
    fn renumber(&mut self) {
        self.heap[..self.len].sort_unstable();
        self.sequence = 0;
        for place in (0..self.near_len).rev() {
            self.near[place] = self.numbered_anew(self.near[place]);
        }
        for place in 0..self.len {
            let entry = self.numbered_anew(self.heap[place]);
            self.put(place, entry);
        }
    }

    fn numbered_anew(&mut self, entry: Entry) -> Entry {
        self.sequence += 1;
        Entry::new(entry.at(), entry.class(), self.sequence, entry.slot())
    }

    fn push(&mut self, entry: Entry) {
        self.heap.push(Entry::NEVER);
        self.len += 1;
        self.rise(self.len - 1, entry);
    }

    /// Takes out the heap's last entry; there is one.
    #[inline]
    fn take_last(&mut self) -> Entry {
        self.heap.pop();
        self.len -= 1;
        std::mem::replace(&mut self.heap[self.len], Entry::NEVER)
    }

    /// Takes out what is at `place`; its slot has been told.
    fn remove(&mut self, place: usize) {
        let moved = self.take_last();
        if place < self.len {
            if place > 0 && moved < self.heap[(place - 1) / ARITY] {
                self.rise(place, moved);
            } else {
                self.sink(place, moved);
            }
        }
    }

    /// Puts `entry` where it belongs between `place`, a hole, and the root.
    fn rise(&mut self, mut place: usize, entry: Entry) {
        while place > 0 {
            let parent = (place - 1) / ARITY;
            if entry > self.heap[parent] {
                break;
            }
            self.put(place, self.heap[parent]);
            place = parent;
        }
        self.put(place, entry);
    }

    /// Puts `entry` where it belongs between `place`, a hole, and the leaves.
    fn sink(&mut self, mut place: usize, entry: Entry) {
        while let Some(child) = self.first_child(place)
            && self.heap[child] < entry
        {
            self.put(place, self.heap[child]);
            place = child;
        }
        self.put(place, entry);
    }

    /// Where the earliest child of `place` is. Behind the last entry stand enough that never come, so that there are
    /// always four to compare: two pairs and a final, without a branch that nobody could predict.
    #[inline]
    fn first_child(&self, place: usize) -> Option<usize> {
        let from = place * ARITY + 1;
        if from >= self.len {
            return None;
        }
        let [a, b, c, d] = *self.heap.get(from..from + ARITY)? else { return None };
        let (left, right) = (usize::from(b < a), 2 + usize::from(d < c));
        let right_wins = usize::from(d.min(c) < b.min(a));
        Some(from + left + right_wins * (right - left))
    }

    #[inline]
    fn put(&mut self, place: usize, entry: Entry) {
        self.heap[place] = entry;
        self.places[entry.slot() as usize] = place as u32;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const CLASSES: [Class; 6] = [Class::Io, Class::Timer, Class::Wake, Class::Tick, Class::Step, Class::Advance];

    #[test]
    fn a_class_has_its_number() {
        CLASSES.into_iter().for_each(|class| assert_eq!(Class::numbered(class as u64), class));
    }

    #[test]
    fn the_last_slots_are_as_good_as_the_first() {
        let last = MOST_THREADS as u32 - 1;
        let slots = [Slot::Thread(1 << 20), Slot::Alarm(last), Slot::Crowd(last), Slot::Thread(last)];
        let mut queue = Queue::default();
        for (nth, slot) in slots.into_iter().enumerate() {
            assert_eq!(Slot::numbered(slot.number()), slot);
            let entry = Entry::new(Nanos(7), Class::Tick, Entry::LAST_SEQUENCE, slot.number());
            assert_eq!((entry.at(), entry.class(), entry.slot()), (Nanos(7), Class::Tick, slot.number()));
            queue.set(Slot::Thread((1 << 20) + nth as u32), Nanos(5), Class::Timer);
        }
        let in_their_order = (0..slots.len() as u32).map(|nth| Slot::Thread((1 << 20) + nth));
        assert_eq!(order_of(&mut queue), in_their_order.collect::<Vec<_>>());
    }

    fn order_of(queue: &mut Queue) -> Vec<Slot> {
        std::iter::from_fn(|| queue.pop()).map(|event| event.slot).collect()
    }

    #[test]
    fn events_come_by_time_then_class_then_sequence() {
        let mut queue = Queue::default();
        queue.set(Slot::Thread(0), Nanos(5), Class::Step);
        queue.set(Slot::Thread(1), Nanos(5), Class::Io);
        queue.set(Slot::Core(0), Nanos(5), Class::Tick);
        queue.set(Slot::Thread(2), Nanos(5), Class::Step);
        queue.set(Slot::Thread(3), Nanos(4), Class::Advance);
        let threads = [Slot::Thread(3), Slot::Thread(1), Slot::Core(0), Slot::Thread(0), Slot::Thread(2)];
        assert_eq!(order_of(&mut queue), threads);
    }

    #[test]
    fn a_slot_has_one_event_which_can_be_moved_and_taken_back() {
        let mut queue = Queue::default();
        (0..4).for_each(|thread| queue.set(Slot::Thread(thread), Nanos(u64::from(thread)), Class::Timer));
        queue.set(Slot::Thread(0), Nanos(9), Class::Timer);
        queue.clear(Slot::Thread(2));
        queue.clear(Slot::Thread(77));
        assert_eq!(order_of(&mut queue), [Slot::Thread(1), Slot::Thread(3), Slot::Thread(0)]);
        assert_eq!(queue.next_at(), None);
    }

    #[test]
    fn the_order_outlives_the_last_sequence_number() {
        let mut queue = Queue { sequence: Entry::LAST_SEQUENCE - 3, ..Queue::default() };
        (0..8).for_each(|thread| queue.set(Slot::Thread(thread), Nanos(5), Class::Timer));
        assert_eq!(order_of(&mut queue), (0..8).map(Slot::Thread).collect::<Vec<_>>());
    }

    proptest! {
        #[test]
        fn it_agrees_with_a_sorted_list(moves in prop::collection::vec((0u32..120, 0u64..20, 0usize..8), 1..400)) {
            let mut queue = Queue::default();
            let mut list: Vec<(u64, Class, usize, u32)> = Vec::new();
            for (nth, (thread, at, class)) in moves.into_iter().enumerate() {
                list.retain(|entry| entry.3 != thread);
                match CLASSES.get(class) {
                    Some(&class) => {
                        queue.set(Slot::Thread(thread), Nanos(at), class);
                        list.push((at, class, nth, thread));
                    }
                    None => queue.clear(Slot::Thread(thread)),
                }
                list.sort();
                prop_assert_eq!(queue.next_at(), list.first().map(|entry| Nanos(entry.0)));
                if nth % 3 == 0 && !list.is_empty() {
                    let (at, class, _, thread) = list.remove(0);
                    let event = Event { at: Nanos(at), class, slot: Slot::Thread(thread) };
                    prop_assert_eq!(queue.pop(), Some(event));
                }
            }
        }
    }
}
