//! Puts blocks in a row, with jumps and with what simulated time wants: each turn of a loop is charged for beforehand,
//! as if it went the most expensive way, and cheaper ways give back. Knows no instructions.

use super::blocks::{Block, Edge, End, Exit, GivenBack};
use super::ops::{MAX_OPS, Op};
use super::sums;

pub struct Layout<'a> {
    blocks: &'a [Block],
    /// What each block and the most expensive way on from it cost, until a loop is entered, left or begun anew.
    most: Vec<u32>,
    /// The register with what is charged for.
    cost_register: &'a mut dyn FnMut(u32) -> Option<u8>,
    ops: Vec<Op>,
    placed: Vec<Option<u8>>,
    /// Jumps whose target was not placed yet.
    open: Vec<(usize, Target)>,
    /// For each call: where it goes on, and what that costs.
    returns: Vec<(u8, u32)>,
}

/// Code that is laid out.
pub struct LaidOut {
    pub ops: Vec<Op>,
    /// What each exit gives back.
    pub refunds: Vec<u32>,
    /// What the first block costs.
    pub cost: u32,
    /// For each call of the function by itself, where it goes on and what is charged for there.
    pub returns: Vec<(u8, u32)>,
}

#[derive(Clone, Copy)]
enum Target {
    Block(usize),
    /// What is to be done on the way from a block.
    Way(usize, Edge),
}

/// The code of the blocks from the first on. `None` where it is too long. `calls`: how many sites call the function by
/// itself, where it is a function's.
pub fn lay_out(
    blocks: &[Block],
    exits: &[Exit],
    calls: Option<usize>,
    cost_register: &mut dyn FnMut(u32) -> Option<u8>,
) -> Option<LaidOut> {
    let most = most(blocks)?;
    let (placed, returns) = (vec![None; blocks.len()], vec![(0, 0); calls.unwrap_or(0)]);
    let mut layout = Layout { blocks, most, cost_register, ops: Vec::new(), placed, open: Vec::new(), returns };
    if calls.is_some() {
        layout.begin()?;
    } else {
        layout.charge(0)?;
    }
    layout.place(0)?;
    layout.close()?;
    layout.join();
    let refunds = exits.iter().map(|exit| layout.refund_at(exit)).collect();
    Some(LaidOut { refunds, cost: layout.most[0], ops: layout.ops, returns: layout.returns })
}

/// The blocks that a block leads to.
fn ways(block: &Block) -> impl Iterator<Item = Edge> {
    let (one, other) = match block.end {
        Some(End::Jump(edge)) => (Some(edge), None),
        Some(End::Branch { then, otherwise, .. }) => (Some(then), Some(otherwise)),
        Some(End::Next { body, done, .. }) => (Some(body), Some(done)),
        // What comes after a call is charged for when that has returned.
        Some(End::Call { .. } | End::Return { .. } | End::ReturnSum { .. }) | None => (None, None),
    };
    one.into_iter().chain(other)
}

/// Whether an edge leads into the same turn of the same loop.
fn goes_on(blocks: &[Block], from: usize, edge: Edge) -> Option<usize> {
    match edge {
        Edge::Forward(to) if blocks[from].inside == blocks[to].inside => Some(to),
        _ => None,
    }
}

fn most(blocks: &[Block]) -> Option<Vec<u32>> {
    let mut most: Vec<Option<u32>> = vec![None; blocks.len()];
    let mut waiting: Vec<usize> = (0..blocks.len()).collect();
    // Every circle has an edge back, so this ends; a way that it would have to wait for itself is not there.
    let mut steps = 0usize;
    while let Some(&at) = waiting.last() {
        steps += 1;
        let next: Vec<usize> = ways(&blocks[at]).filter_map(|edge| goes_on(blocks, at, edge)).collect();
        match next.iter().find(|next| most[**next].is_none()) {
            Some(next) if most[at].is_none() && steps < 100_000 => waiting.push(*next),
            _ => {
                let after = next.iter().filter_map(|next| most[*next]).max().unwrap_or(0);
                most[at] = Some(blocks[at].cost.checked_add(after)?);
                waiting.pop();
            }
        }
    }
    most.into_iter().collect()
}

impl Layout<'_> {
    fn refund_at(&self, exit: &Exit) -> u32 {
        match exit.given_back {
            GivenBack::Rest => self.most[exit.block] - exit.cost,
            GivenBack::RestOfBlock => self.blocks[exit.block].cost - exit.cost,
            GivenBack::Nothing => 0,
        }
    }

    fn push(&mut self, op: Op) -> Option<()> {
        self.ops.push(op);
        (self.ops.len() <= MAX_OPS).then_some(())
    }

    fn here(&self) -> Option<u8> {
        u8::try_from(self.ops.len()).ok()
    }

    fn charge(&mut self, block: usize) -> Option<()> {
        let exit = self.blocks[block].before;
        match self.most[block] {
            0 => Some(()),
            cost => {
                let cost = (self.cost_register)(cost)?;
                self.push(Op::Charge { cost, exit })
            }
        }
    }

    fn begin(&mut self) -> Option<()> {
        let cost = (self.cost_register)(self.most[0])?;
        self.push(Op::Begin(cost, self.blocks[0].before))
    }

    fn place(&mut self, at: usize) -> Option<()> {
        self.placed[at] = Some(self.here()?);
        let block = &self.blocks[at];
        block.ops.iter().try_for_each(|op| self.push(*op))?;
        match block.end? {
            End::Jump(edge) => self.way(at, edge),
            End::Branch { test, then, otherwise } => {
                // What leads back is jumped to, so that the other way needs no jump.
                let jumps = !matches!(otherwise, Edge::Back { .. });
                let (jump, fall) = if jumps { (then, otherwise) } else { (otherwise, then) };
                if let (Some((a, b)), Edge::Back { to, exit }) = (if jumps { test.less() } else { None }, jump)
                    && self.leftover(at, jump) == 0
                    && !self.is_next(to)
                {
                    let cost = (self.cost_register)(self.most[to])?;
                    self.jump(Op::LoopLess { a, b, to: 0, cost, exit }, Target::Block(to))?;
                    return self.way(at, fall);
                }
                self.branch(at, test.jump(jumps), jump)?;
                self.way(at, fall)
            }
            End::Next { first, item, body, done } => {
                self.branch(at, Op::Next { first, item, to: 0 }, done)?;
                self.way(at, body)
            }
            End::Call { site, exit, has_sum, then } => {
                self.push(if has_sum { Op::CallWithSum(site, exit) } else { Op::Call(site, exit) })?;
                self.returns[usize::from(site)] = (self.here()?, self.most[then]);
                self.go_to(then)
            }
            End::Return { a, releases } => self.push(Op::Return(a, releases)),
            End::ReturnSum { a, b, exit } => self.push(Op::ReturnSum(a, b, exit)),
        }
    }

    /// Makes one operation of a turn over a range that is nothing but a sum, or a store into a list of what does not change;
    /// and of a return from the cheaper way. Both stay where they are, for who jumps to the second. After a turn nothing asks
    /// again at once.
    fn join(&mut self) {
        for at in 1..self.ops.len() {
            match (self.ops[at - 1], self.ops[at]) {
                (Op::SetItem { value, .. }, Op::LoopNext { first, item, to, cost, exit })
                    if usize::from(to) + 1 == at && value != item =>
                {
                    self.ops[at] = Op::LoopSetItem(first, item, to, cost, exit);
                }
                (op, Op::LoopNext { first, item, to, cost, exit })
                    if usize::from(to) + 1 == at && sums::is_sum(op, first, item) =>
                {
                    self.ops[at] = Op::LoopSum(first, item, to, cost, exit);
                }
                (_, Op::Loop { to, cost, exit }) => {
                    // Whoever has turned has just asked.
                    let has_asked = matches!(self.ops[usize::from(to)], Op::Poll(_));
                    let to = if has_asked { to + 1 } else { to };
                    self.ops[at] = match self.ops[usize::from(to)] {
                        Op::LoopNext { .. } if usize::from(to) < at => Op::LoopToNext(to, cost, exit),
                        _ => Op::Loop { to, cost, exit },
                    };
                }
                (Op::Refund(amount), Op::Return(a, false)) => self.ops[at - 1] = Op::RefundAndReturn(amount, a),
                _ => {}
            }
        }
    }

    /// A jump along an edge.
    fn branch(&mut self, from: usize, op: Op, edge: Edge) -> Option<()> {
        let target = match edge {
            Edge::Forward(to) if self.leftover(from, edge) == 0 && goes_on(self.blocks, from, edge).is_some() => {
                Target::Block(to)
            }
            edge => Target::Way(from, edge),
        };
        self.jump(op, target)
    }

    fn jump(&mut self, op: Op, target: Target) -> Option<()> {
        self.open.push((self.ops.len(), target));
        self.push(op)
    }

    /// What was charged for dearer ways than this.
    fn leftover(&self, from: usize, edge: Edge) -> u32 {
        let after = goes_on(self.blocks, from, edge).map_or(0, |to| self.most[to]);
        self.most[from] - self.blocks[from].cost - after
    }

    /// Whether the block is nothing but the beginning of a turn over a range.
    fn is_next(&self, block: usize) -> bool {
        self.blocks[block].ops.is_empty() && matches!(self.blocks[block].end, Some(End::Next { .. }))
    }

    /// Goes along an edge, to what is placed behind where that is possible.
    fn way(&mut self, from: usize, edge: Edge) -> Option<()> {
        let leftover = self.leftover(from, edge);
        match edge {
            // An exit gives back by itself.
            Edge::Exit(exit) => self.push(Op::Exit { exit }),
            Edge::Forward(to) => {
                if leftover > 0 {
                    self.push(Op::Refund(leftover))?;
                }
                if goes_on(self.blocks, from, edge).is_none() {
                    self.charge(to)?;
                }
                self.go_to(to)
            }
            Edge::Back { to, exit } => {
                if leftover > 0 {
                    self.push(Op::Refund(leftover))?;
                }
                let cost = (self.cost_register)(self.most[to])?;
                match self.blocks[to].end {
                    Some(End::Next { first, item, body, done }) if self.is_next(to) => {
                        let op = Op::LoopNext { first, item, to: 0, cost, exit };
                        self.branch(to, op, body)?;
                        self.way(to, done)
                    }
                    _ => self.jump(Op::Loop { to: 0, cost, exit }, Target::Block(to)),
                }
            }
        }
    }

    fn go_to(&mut self, to: usize) -> Option<()> {
        match self.placed[to] {
            Some(to) => self.push(Op::Jump { to }),
            None => self.place(to),
        }
    }

    /// Places what is jumped to and was not placed yet.
    fn close(&mut self) -> Option<()> {
        while let Some((at, target)) = self.open.pop() {
            let to = match target {
                Target::Block(block) => match self.placed[block] {
                    Some(to) => to,
                    None => {
                        let here = self.here()?;
                        self.place(block)?;
                        here
                    }
                },
                Target::Way(from, edge) => {
                    let here = self.here()?;
                    self.way(from, edge)?;
                    here
                }
            };
            *self.ops[at].target()? = to;
        }
        Some(())
    }
}
