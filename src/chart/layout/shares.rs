//! From slices to what a lane shows: strips where there is room for them, shares of time per column where there is not.

use super::super::geometry::{Scale, Unit, px};
use super::{Bin, Fill, STATES, Strip, WHOLE};
use crate::analysis::{Slice, State};
use crate::time::Nanos;
use std::iter::Peekable;

/// The width of a column of shares.
pub const BIN: Unit = px(4);

/// The slices as strips, neighbours of the same state joined, what is outside the scale left out. Nothing is lost to
/// rounding: a strip ends where the next begins.
pub fn strips(slices: &[Slice], scale: Scale) -> Vec<Strip> {
    let mut strips: Vec<Strip> = Vec::new();
    for slice in visible(slices, scale) {
        let (left, right) = (scale.x(slice.from), scale.x(slice.to));
        match strips.last_mut() {
            Some(last) if last.state == slice.state && last.right == left => last.right = right,
            _ if left == right => {}
            _ => strips.push(Strip { left, right, state: slice.state }),
        }
    }
    strips
}

/// How many slices a lane shows per pixel, times 1000; neighbours of the same state count once.
pub fn density(slices: &[Slice], scale: Scale) -> u64 {
    let first = slices.partition_point(|slice| slice.to <= scale.from);
    let after = slices.partition_point(|slice| slice.from < scale.to);
    let slices = slices.get(first..after).unwrap_or_default();
    let changes = 1 + slices.windows(2).filter(|pair| pair[0].state != pair[1].state).count() as u64;
    let (Some(first), Some(last)) = (slices.first(), slices.last()) else { return 0 };
    let width = (scale.x(last.to) - scale.x(first.from)).max(BIN) as u64;
    changes * 1000 * px(1) as u64 / width
}

/// Column by column, the share of time in each state.
pub fn shares(slices: &[Slice], scale: Scale) -> Vec<Bin> {
    let mut rest = visible(slices, scale).peekable();
    let columns = (scale.left..scale.right).step_by(BIN as usize);
    let bins = columns.filter_map(|left| {
        let right = (left + BIN).min(scale.right);
        let end = if right == scale.right { scale.to } else { scale.time(right) };
        let column = Column::collect(&mut rest, scale.time(left), end);
        let (from, to) = column.life?;
        bin(scale.x(from).max(left), scale.x(to).min(right), column.spent)
    });
    bins.collect()
}

/// What happens between two moments: time per state, and from when to when there was a slice at all.
#[derive(Default)]
struct Column {
    spent: [u64; STATES.len()],
    life: Option<(Nanos, Nanos)>,
}

impl Column {
    /// Takes the slices that end in the column; leaves the one that goes on after it.
    fn collect<'s>(rest: &mut Peekable<impl Iterator<Item = &'s Slice>>, begin: Nanos, end: Nanos) -> Column {
        let mut column = Column::default();
        while let Some(slice) = rest.peek().filter(|slice| slice.from < end) {
            let (from, to) = (slice.from.max(begin), slice.to.min(end));
            column.spent[slot(slice.state)] += to.saturating_sub(from).0;
            column.life = Some((column.life.map_or(from, |(first, _)| first), to));
            if slice.to > end {
                break;
            }
            rest.next();
        }
        column
    }
}

/// The share of each state so that the sum is `WHOLE`: what is rounded is the running total.
fn bin(left: Unit, right: Unit, spent: [u64; STATES.len()]) -> Option<Bin> {
    let total: u128 = spent.iter().map(|&nanos| u128::from(nanos)).sum();
    if total == 0 || left >= right {
        return None;
    }
    let mut so_far = 0u128;
    let mut given = 0u32;
    let shares = spent.map(|nanos| {
        so_far += u128::from(nanos);
        let upto = ((so_far * u128::from(WHOLE) * 2 + total) / (total * 2)) as u32;
        std::mem::replace(&mut given, upto).abs_diff(upto)
    });
    Some(Bin { left, right, shares })
}

fn slot(state: State) -> usize {
    STATES.iter().position(|&known| known == state).unwrap_or(STATES.len() - 1)
}

/// The slices that touch the scale's stretch of time, found without walking the others.
fn visible(slices: &[Slice], scale: Scale) -> impl Iterator<Item = &Slice> {
    let first = slices.partition_point(|slice| slice.to <= scale.from);
    slices[first..].iter().take_while(move |slice| slice.from < scale.to)
}

/// Shares where the lane is drawn in shares, strips elsewhere.
pub fn fill(slices: &[Slice], scale: Scale, in_shares: bool) -> Fill {
    match in_shares {
        true => Fill::Shares(shares(slices, scale)),
        false => Fill::Slices(strips(slices, scale)),
    }
}
