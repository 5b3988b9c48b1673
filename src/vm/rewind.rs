//! Where iterators stand: what native code has taken out of one before it found that only Python can go on, Python finds
//! there again.

use super::heap::Heap;
use super::long_range::LongRangeIter;
use super::value::{Object, RangeIter, Ref, Value};

/// Where one iterator stood.
#[derive(Clone, Debug)]
enum Place {
    Range(RangeIter),
    LongRange(Box<LongRangeIter>),
    /// The number of the next entry or item.
    At(usize),
    /// What `enumerate` counts to next.
    Count(i64),
}

/// Where iterators stood.
#[derive(Debug, Default)]
pub struct Places(Vec<(Ref, Place)>);

impl Places {
    /// Of those among the values that native code drives, and of those that they take their items from.
    pub fn of(heap: &Heap, values: &[Value]) -> Places {
        let mut places = Places::default();
        values.iter().for_each(|value| places.add(heap, *value));
        places
    }

    fn add(&mut self, heap: &Heap, value: Value) {
        let Value::Obj(at) = value else { return };
        let place = match heap.get(at) {
            Object::RangeIter(range) => Place::Range(*range),
            Object::LongRangeIter(range) => Place::LongRange(range.clone()),
            Object::DictIter(over) => Place::At(over.next),
            Object::SeqIter(_, next) | Object::ReversedIter(_, next) => Place::At(*next),
            Object::Enumerate(inner, count) => {
                self.add(heap, *inner);
                Place::Count(*count)
            }
            Object::Zip(inners) => return inners.iter().for_each(|inner| self.add(heap, *inner)),
            _ => return,
        };
        self.0.push((at, place));
    }

    /// They stand there again.
    pub fn restore(&self, heap: &mut Heap) {
        for (at, place) in &self.0 {
            match (heap.get_mut(*at), place) {
                (Some(Object::RangeIter(range)), Place::Range(before)) => *range = *before,
                (Some(Object::LongRangeIter(range)), Place::LongRange(before)) => range.clone_from(before),
                (Some(Object::DictIter(over)), Place::At(before)) => over.next = *before,
                (Some(Object::SeqIter(_, next) | Object::ReversedIter(_, next)), Place::At(before)) => *next = *before,
                (Some(Object::Enumerate(_, count)), Place::Count(before)) => *count = *before,
                _ => {}
            }
        }
    }
}
