//! Blocks with offsets: long arguments, inline caches, directions of jumps, the table of exceptions.

use super::flow::Flow;
use super::lower::Piece;
use super::{Listing, Opcode};
use std::collections::HashMap;

pub fn assemble(flow: &Flow, listing: &mut Listing) {
    let pieces: Vec<&Piece> = flow.order.iter().flat_map(|block| &flow.blocks[*block]).collect();
    let mut starts = HashMap::new();
    let mut count = 0;
    for block in &flow.order {
        starts.insert(*block, count);
        count += flow.blocks[*block].len();
    }
    let targets: Vec<Option<usize>> = pieces.iter().map(|piece| piece.target.map(|to| starts[&to])).collect();
    let (offsets, args) = settle(&pieces, &targets);
    for (at, piece) in pieces.iter().enumerate() {
        let is_backward = targets[at].is_some_and(|to| to <= at);
        let opcode = if is_backward { piece.opcode.backward() } else { piece.opcode };
        write(opcode, args[at], piece.line, listing);
        listing.places.insert(piece.of, offsets[at] + extended(args[at]));
    }
    // Who catches, by its piece.
    let catch =
        |piece: &Piece| piece.catch.map(|catch| (offsets[starts[&catch.target]], catch.depth, catch.keeps_place));
    for (at, piece) in pieces.iter().enumerate() {
        let Some((target, depth, keeps_place)) = catch(piece) else { continue };
        let (start, end) = (offsets[at], offsets[at + 1]);
        match listing.exceptions.last_mut() {
            Some(row) if row.1 == start && (row.2, row.3, row.4) == (target, depth, keeps_place) => row.1 = end,
            _ => listing.exceptions.push((start, end, target, depth, keeps_place)),
        }
    }
}

/// The pieces' offsets, and that of the end, with their arguments: jumps are longer where they lead far.
fn settle(pieces: &[&Piece], targets: &[Option<usize>]) -> (Vec<u32>, Vec<u32>) {
    let mut args: Vec<u32> = pieces.iter().map(|piece| piece.arg).collect();
    loop {
        let mut offsets = vec![0];
        for (piece, arg) in pieces.iter().zip(&args) {
            let start = offsets[offsets.len() - 1];
            offsets.push(start + extended(*arg) + 1 + u32::from(piece.opcode.caches()));
        }
        let distance = |(at, to): (usize, &Option<usize>)| match to {
            Some(to) => offsets[*to].abs_diff(offsets[at + 1]),
            None => args[at],
        };
        let wanted: Vec<u32> = targets.iter().enumerate().map(distance).collect();
        if wanted == args {
            return (offsets, args);
        }
        args = wanted;
    }
}

/// How many units hold what does not fit into the argument's byte.
fn extended(arg: u32) -> u32 {
    (arg.max(1).ilog2()) / 8
}

fn write(opcode: Opcode, arg: u32, line: Option<u32>, listing: &mut Listing) {
    for more in (1..=extended(arg)).rev() {
        listing.units.extend([Opcode::EXTENDED_ARG as u8, (arg >> (8 * more)) as u8]);
    }
    listing.units.extend([opcode as u8, arg as u8]);
    (0..opcode.caches()).for_each(|_| listing.units.extend([0, 0]));
    listing.lines.resize(listing.units.len() / 2, line);
}
