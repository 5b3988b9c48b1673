//! Basic blocks, treated as CPython 3.11's compiler treats them (`optimize_cfg` and what follows it in `compile.c`): jumps to
//! jumps, instructions that do nothing, lines.

use super::Opcode;
use super::lower::{Catch, Piece};
use std::collections::{BTreeSet, HashMap, HashSet};

/// Ends of a frame that are as short as this are copied to where a jump leads to them.
const MOST_COPIED: usize = 4;

pub struct Flow {
    /// Pieces lead to blocks, by their numbers; only the last of a block jumps.
    pub blocks: Vec<Vec<Piece>>,
    /// The blocks as they lie in the code.
    pub order: Vec<usize>,
    first_line: u32,
}

impl Flow {
    pub fn of(pieces: Vec<Piece>, first_line: u32) -> Flow {
        let mut starts: BTreeSet<usize> = BTreeSet::from([0]);
        for (at, piece) in pieces.iter().enumerate() {
            starts.extend(piece.target);
            starts.extend(piece.catch.map(|catch| catch.target));
            if piece.target.is_some() || piece.opcode.leaves() {
                starts.insert(at + 1);
            }
        }
        let number: HashMap<usize, usize> = starts.iter().enumerate().map(|(number, at)| (*at, number)).collect();
        let mut blocks = vec![Vec::new(); starts.len()];
        let mut current = 0;
        for (at, mut piece) in pieces.into_iter().enumerate() {
            current = number.get(&at).copied().unwrap_or(current);
            piece.target = piece.target.map(|target| number[&target]);
            piece.catch = piece.catch.map(|catch| Catch { target: number[&catch.target], ..catch });
            blocks[current].push(piece);
        }
        Flow { order: (0..blocks.len()).collect(), blocks, first_line }
    }

    pub fn optimize(&mut self) {
        for at in 0..self.order.len() {
            self.simplify(self.order[at]);
            self.clean(at);
        }
        (0..self.order.len()).for_each(|at| self.extend(self.order[at]));
        self.drop_unreachable();
        self.drop_redundant_jumps();
        self.copy_ends_without_line();
        self.spread_lines();
        (0..self.order.len()).for_each(|at| self.clean(at));
    }

    /// The first block from there on that has any piece.
    fn first_filled(&self, block: usize) -> Option<usize> {
        let at = self.order.iter().position(|other| *other == block)?;
        self.order[at..].iter().copied().find(|block| !self.blocks[*block].is_empty())
    }

    fn falls_through(&self, block: usize) -> bool {
        self.blocks[block].last().is_none_or(|last| !last.opcode.ends_flow())
    }

    fn leaves(&self, block: usize) -> bool {
        self.blocks[block].last().is_some_and(|last| last.opcode.leaves())
    }

    /// Tests for None, exchanged values that are stored, jumps to jumps.
    fn simplify(&mut self, block: usize) {
        test_for_none(&mut self.blocks[block]);
        for at in 0..self.blocks[block].len() {
            if self.blocks[block][at].opcode == Opcode::SWAP {
                store_in_other_order(&mut self.blocks[block], at);
            }
        }
        while self.thread(block) {}
    }

    /// Lets the jump at the block's end lead to where the jump that it leads to does; whether it did.
    fn thread(&mut self, block: usize) -> bool {
        use Opcode::*;
        let Some(last) = self.blocks[block].last() else { return false };
        let Some(to) = last.target.and_then(|target| self.first_filled(target)) else { return false };
        let jump = self.blocks[to][0].clone();
        let is_same_line = last.line == jump.line;
        let is_threaded = is_same_line && last.target != jump.target;
        let (opcode, target) = match (last.opcode, jump.opcode) {
            (JUMP_IF_FALSE_OR_POP, POP_JUMP_FORWARD_IF_FALSE) | (JUMP_IF_TRUE_OR_POP, POP_JUMP_FORWARD_IF_TRUE)
                if is_threaded =>
            {
                (jump.opcode, jump.target)
            }
            (JUMP_IF_FALSE_OR_POP, JUMP_FORWARD | JUMP_IF_FALSE_OR_POP)
            | (JUMP_IF_TRUE_OR_POP, JUMP_FORWARD | JUMP_IF_TRUE_OR_POP)
            | (
                JUMP_FORWARD
                | POP_JUMP_FORWARD_IF_FALSE
                | POP_JUMP_FORWARD_IF_TRUE
                | POP_JUMP_FORWARD_IF_NONE
                | POP_JUMP_FORWARD_IF_NOT_NONE,
                JUMP_FORWARD,
            ) if is_threaded => (last.opcode, jump.target),
            (JUMP_IF_FALSE_OR_POP, JUMP_IF_TRUE_OR_POP | POP_JUMP_FORWARD_IF_TRUE) if is_same_line => {
                (POP_JUMP_FORWARD_IF_FALSE, self.behind(to))
            }
            (JUMP_IF_TRUE_OR_POP, JUMP_IF_FALSE_OR_POP | POP_JUMP_FORWARD_IF_FALSE) if is_same_line => {
                (POP_JUMP_FORWARD_IF_TRUE, self.behind(to))
            }
            _ => return false,
        };
        if let Some(last) = self.blocks[block].last_mut() {
            (last.opcode, last.target) = (opcode, target);
        }
        true
    }

    fn behind(&self, block: usize) -> Option<usize> {
        let at = self.order.iter().position(|other| *other == block)?;
        self.order.get(at + 1).copied()
    }

    /// Takes away what does nothing, unless its line would have no instruction then.
    fn clean(&mut self, at: usize) {
        let block = self.order[at];
        let behind = self.order.get(at + 1).and_then(|next| self.first_filled(*next));
        let behind = behind.and_then(|next| self.blocks[next][0].line);
        let mut kept: Vec<Piece> = Vec::new();
        let mut rest = std::mem::take(&mut self.blocks[block]).into_iter().peekable();
        while let Some(piece) = rest.next() {
            let before = kept.last().and_then(|before| before.line);
            let is_needless = piece.opcode == Opcode::NOP
                && (piece.line.is_none()
                    || piece.line == before
                    || match rest.peek_mut() {
                        Some(next) if next.line.is_none() => {
                            next.line = piece.line;
                            true
                        }
                        Some(next) => next.line == piece.line,
                        None => piece.line == behind,
                    });
            if !is_needless {
                kept.push(piece);
            }
        }
        self.blocks[block] = kept;
    }

    /// Puts a short end of the frame that belongs to no line in place of a jump to it.
    fn extend(&mut self, block: usize) {
        let Some(last) = self.blocks[block].last() else { return };
        let Some(to) = last.target.filter(|_| last.opcode == Opcode::JUMP_FORWARD) else { return };
        if self.is_end_without_line(to) && self.blocks[to].len() <= MOST_COPIED {
            let copied = self.blocks[to].clone();
            if let Some(last) = self.blocks[block].last_mut() {
                (last.opcode, last.target) = (Opcode::NOP, None);
            }
            self.blocks[block].extend(copied);
        }
    }

    /// How many ways lead to each block that can be reached.
    fn predecessors(&self) -> HashMap<usize, usize> {
        let mut ways = HashMap::from([(self.order[0], 1)]);
        let mut waiting = vec![self.order[0]];
        let mut seen: HashSet<usize> = HashSet::from([self.order[0]]);
        while let Some(block) = waiting.pop() {
            let behind = self.behind(block).filter(|_| self.falls_through(block));
            let jumps = self.blocks[block].iter().filter_map(|piece| piece.target);
            let catches: BTreeSet<usize> =
                self.blocks[block].iter().filter_map(|piece| Some(piece.catch?.target)).collect();
            for next in jumps.chain(behind).chain(catches) {
                *ways.entry(next).or_insert(0) += 1;
                if seen.insert(next) {
                    waiting.push(next);
                }
            }
        }
        ways
    }

    fn drop_unreachable(&mut self) {
        let ways = self.predecessors();
        self.order.retain(|block| ways.contains_key(block));
    }

    fn drop_redundant_jumps(&mut self) {
        for at in 0..self.order.len() {
            let block = self.order[at];
            let behind = self.order.get(at + 1).and_then(|next| self.first_filled(*next));
            let to = self.blocks[block].last().filter(|last| last.opcode == Opcode::JUMP_FORWARD);
            let to = to.and_then(|last| self.first_filled(last.target?));
            if to.is_some() && to == behind {
                if let Some(last) = self.blocks[block].last_mut() {
                    (last.opcode, last.target) = (Opcode::NOP, None);
                }
                self.clean(at);
            }
        }
        self.forget_empty();
    }

    /// Empty blocks give way to those behind them.
    fn forget_empty(&mut self) {
        let filled: HashMap<usize, usize> =
            self.order.iter().filter_map(|block| Some((*block, self.first_filled(*block)?))).collect();
        for piece in self.blocks.iter_mut().flatten() {
            let now = |target: usize| filled.get(&target).copied().unwrap_or(target);
            piece.target = piece.target.map(now);
            piece.catch = piece.catch.map(|catch| Catch { target: now(catch.target), ..catch });
        }
        self.order.retain(|block| !self.blocks[*block].is_empty());
    }

    /// An end of the frame that belongs to no line gets a copy for each jump to it, on that jump's line.
    fn copy_ends_without_line(&mut self) {
        let mut ways = self.predecessors();
        for block in self.order.clone() {
            let Some((line, to)) = self.blocks[block].last().and_then(|last| Some((last.line, last.target?))) else {
                continue;
            };
            if self.is_end_without_line(to) && ways.get(&to).is_some_and(|ways| *ways > 1) {
                let mut copy = self.blocks[to].clone();
                copy[0].line = line;
                let (new, at) = (self.blocks.len(), self.order.iter().position(|other| *other == to));
                self.blocks.push(copy);
                self.order.insert(at.map_or(self.order.len(), |at| at + 1), new);
                if let Some(last) = self.blocks[block].last_mut() {
                    last.target = Some(new);
                }
                *ways.entry(to).or_insert(1) -= 1;
            }
        }
        for pair in self.order.windows(2) {
            let (block, behind) = (pair[0], pair[1]);
            if self.falls_through(block) && self.is_end_without_line(behind) {
                self.blocks[behind][0].line = self.blocks[block].last().and_then(|last| last.line);
            }
        }
    }

    fn is_end_without_line(&self, block: usize) -> bool {
        self.leaves(block) && self.blocks[block].iter().all(|piece| piece.line.is_none())
    }

    /// What belongs to no line gets that of what comes before, where only one way leads to it.
    fn spread_lines(&mut self) {
        let ways = self.predecessors();
        for at in 0..self.order.len() {
            let block = self.order[at];
            let mut line = None;
            for piece in &mut self.blocks[block] {
                piece.line = piece.line.or(line);
                line = piece.line;
            }
            let behind = self.order.get(at + 1).copied().filter(|_| self.falls_through(block));
            let target = self.blocks[block].last().and_then(|last| last.target);
            for next in behind.into_iter().chain(target).filter(|next| ways.get(next) == Some(&1)) {
                if let Some(first) = self.blocks[next].first_mut() {
                    first.line = first.line.or(line);
                }
            }
        }
        for block in &self.order {
            if let Some(last) = self.blocks[*block].last_mut().filter(|last| last.opcode == Opcode::RETURN_VALUE) {
                last.line = last.line.or(Some(self.first_line));
            }
        }
    }
}

/// `is None` and `is not None` before a jump are one instruction with it.
fn test_for_none(block: &mut Vec<Piece>) {
    use Opcode::*;
    let Some(start) = block.len().checked_sub(3) else { return };
    let [none, test, jump] = &block[start..] else { return };
    if !none.is_none || test.opcode != IS_OP {
        return;
    }
    let opcode = match (jump.opcode, test.arg) {
        (POP_JUMP_FORWARD_IF_FALSE, 0) | (POP_JUMP_FORWARD_IF_TRUE, 1) => POP_JUMP_FORWARD_IF_NOT_NONE,
        (POP_JUMP_FORWARD_IF_TRUE, 0) | (POP_JUMP_FORWARD_IF_FALSE, 1) => POP_JUMP_FORWARD_IF_NONE,
        _ => return,
    };
    let jump = Piece { opcode, ..jump.clone() };
    block.truncate(start);
    block.push(jump);
}

/// Values that would be exchanged and then stored are stored in the other order (`apply_static_swaps`).
fn store_in_other_order(block: &mut [Piece], from: usize) {
    for at in (0..=from).rev() {
        match block[at].opcode {
            Opcode::SWAP => {}
            Opcode::NOP | Opcode::POP_TOP | Opcode::STORE_FAST => continue,
            _ => return,
        }
        let Some(first) = next_stored(block, at, None) else { return };
        let mut last = first;
        for _ in 1..block[at].arg {
            let Some(next) = next_stored(block, last, block[first].line) else { return };
            last = next;
        }
        block[at].opcode = Opcode::NOP;
        block.swap(first, last);
    }
}

fn next_stored(block: &[Piece], from: usize, line: Option<u32>) -> Option<usize> {
    for (at, piece) in block.iter().enumerate().skip(from + 1) {
        match piece.opcode {
            _ if line.is_some() && piece.line != line => return None,
            Opcode::NOP => {}
            Opcode::STORE_FAST | Opcode::POP_TOP => return Some(at),
            _ => return None,
        }
    }
    None
}
