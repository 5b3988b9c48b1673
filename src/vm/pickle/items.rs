//! The items of containers, batch by batch.

use super::opcodes::*;
use super::pickler::Pickler;
use super::step::{BATCH, Items, Source, Step, Style};
use crate::vm::error::{self, Result};
use crate::vm::heap::Heap;
use crate::vm::value::Value;

/// An item; for a dict its key and its value. Borrowed.
type Item = (Value, Option<Value>);

impl Pickler {
    /// The items of a container are to come. Borrows it.
    pub(super) fn push_items(&mut self, heap: &mut Heap, of: Value, source: Source, style: Style, size: usize) {
        heap.keep(of);
        self.steps.push(Step::Items(Items { of, source, style, at: 0, count: 0, size }));
    }

    /// Writes items as far as they are simple, and leaves the rest for later.
    pub(super) fn items(&mut self, heap: &mut Heap, mut items: Items) -> Result<()> {
        loop {
            if items.count == 0 && self.begin_batch(heap, &items) {
                heap.drop_value(items.of);
                return Ok(());
            }
            let next = if items.count == BATCH && items.is_batched() { None } else { items.next(heap) };
            let Some((first, second)) = next else {
                if self.end_batch(heap, &items)? {
                    heap.drop_value(items.of);
                    return Ok(());
                }
                items.count = 0;
                continue;
            };
            items.count += 1;
            self.out.boundary();
            if second.is_none() && items.style != Style::Single && !self.asks && self.atom(heap, first) {
                continue;
            }
            if items.style == Style::Single {
                self.steps.push(Step::Items(Items { count: 1, ..items }));
                self.steps.push(Step::Write(items.short()));
            } else {
                self.steps.push(Step::Items(items));
            }
            self.push_item(heap, (first, second));
            return Ok(());
        }
    }

    fn push_item(&mut self, heap: &mut Heap, (first, second): Item) {
        if let Some(second) = second {
            self.steps.push(Step::Save(heap.keep(second)));
        }
        self.steps.push(Step::Save(heap.keep(first)));
    }

    /// Opens a batch, where the items are written in batches. Says whether it has done all there was to do.
    fn begin_batch(&mut self, heap: &mut Heap, items: &Items) -> bool {
        let is_single = match items.style {
            Style::Exact => items.at == 0 && items.size == 1 && matches!(items.source, Source::List | Source::Dict),
            Style::Iterated => items.left(heap) == 1,
            Style::Single => return items.left(heap) == 0,
        };
        if is_single {
            let mut rest = items.clone();
            if let Some(item) = rest.next(heap) {
                self.steps.push(Step::Write(items.short()));
                self.push_item(heap, item);
            }
            return true;
        }
        if items.style == Style::Iterated && items.left(heap) == 0 {
            return true;
        }
        if items.source != Source::Frozen {
            self.out.put(&[MARK]);
        }
        false
    }

    /// Closes a batch. Says whether it was the last.
    fn end_batch(&mut self, heap: &Heap, items: &Items) -> Result<bool> {
        if items.style == Style::Single || items.source == Source::Frozen {
            return Ok(true);
        }
        self.out.put(&[match items.source {
            Source::List => APPENDS,
            Source::Dict | Source::Pairs => SETITEMS,
            Source::Set | Source::Frozen => ADDITEMS,
        }]);
        if matches!(items.source, Source::Dict | Source::Set)
            && heap.as_table(items.of).map_or(0, |table| table.len()) != items.size
        {
            let kind = if items.source == Source::Set { "set" } else { "dictionary" };
            return Err(error::runtime_error(format!("{kind} changed size during iteration")));
        }
        Ok(match (items.source, items.style) {
            (Source::List, Style::Exact) => items.left(heap) == 0,
            _ => items.count < BATCH,
        })
    }
}

impl Items {
    fn is_batched(&self) -> bool {
        self.style != Style::Single && self.source != Source::Frozen
    }

    /// The opcode for one item by itself.
    fn short(&self) -> u8 {
        match self.source {
            Source::Dict | Source::Pairs => SETITEM,
            _ => APPEND,
        }
    }

    /// The next item, if there is one.
    fn next(&mut self, heap: &Heap) -> Option<Item> {
        let item = match self.source {
            Source::List => (*heap.as_list(self.of)?.get(self.at)?, None),
            Source::Pairs => match heap.as_tuple(*heap.as_list(self.of)?.get(self.at)?)? {
                [key, value, ..] => (*key, Some(*value)),
                _ => return None,
            },
            Source::Dict => {
                let (at, entry) = heap.as_table(self.of)?.entries_from(self.at).next()?;
                self.at = at;
                (entry.key, Some(entry.value))
            }
            Source::Set | Source::Frozen => {
                let (at, entry) = heap.as_table(self.of)?.entries_from(self.at).next()?;
                self.at = at;
                (entry.key, None)
            }
        };
        self.at += 1;
        Some(item)
    }

    fn left(&self, heap: &Heap) -> usize {
        match self.source {
            Source::List | Source::Pairs => heap.as_list(self.of).map_or(0, Vec::len).saturating_sub(self.at),
            _ => heap.as_table(self.of).map_or(0, |table| table.entries_from(self.at).count()),
        }
    }
}
