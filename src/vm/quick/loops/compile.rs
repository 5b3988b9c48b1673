//! Makes blocks of a loop's instructions, for the kinds of values that it has now. Knows no eval loop.
//!
//! The instructions are followed from the loop's head along every way, with what is known of each slot. Where ways meet
//! with different kinds, there is a block for each. What has no operation ends in an exit before it, so that the
//! ordinary instructions do it; exits have all local variables and the stack as they would be there.

use super::access::Site;
use super::blocks::{Block, Edge, End, Exit, GivenBack};
use super::kinds::{Kind, Level, Place, Slot, State};
use super::ops::{MAX_OPS, Op};
use super::recursion::Recursion;
use super::regions::{Region, innermost};
use crate::bytecode::Instr;
use crate::vm::globals::Globals;
use crate::vm::heap::Heap;
use crate::vm::interp::Unit;
use crate::vm::value::Value;

/// So many blocks may begin with the same instruction, for different kinds.
const VARIANTS: usize = 4;

/// What a loop is compiled from.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    pub unit: &'a Unit,
    pub units: &'a [Unit],
    pub heap: &'a Heap,
    pub globals: &'a Globals,
    pub region: Region,
}

/// A global variable that the loop uses: its register, and what it was at the beginning.
#[derive(Clone, Copy, Debug)]
pub struct Variable {
    pub index: u32,
    pub register: u8,
    pub slot: Slot,
    pub is_written: bool,
}

pub struct Compiler<'a> {
    pub source: Source<'a>,
    pub blocks: Vec<Block>,
    pub exits: Vec<Exit>,
    pub variables: Vec<Variable>,
    /// Globals that must mean what they mean now.
    pub guards: Vec<(u32, Value)>,
    pub sites: Vec<Site>,
    /// Registers with a constant in them.
    pub constants: Vec<(u8, u64)>,
    /// Whether it counts on classes not having changed.
    pub knows_classes: bool,
    /// Whether it enters functions.
    pub calls: bool,
    /// Where it is a function's code: what that calls itself with.
    pub recursion: Option<Recursion>,
    /// Some text, as a sample of others.
    pub text_sample: Option<Value>,
    /// Registers above are in use beside the slots.
    next_register: u8,
    /// How many slots are used at most.
    most_slots: usize,
    /// Registers that belong to a slot: for numbers of two registers, and for ranges.
    beside: Vec<(usize, Kind, u8)>,
    waiting: Vec<usize>,
    pub here: Here,
}

/// The place that is being compiled.
#[derive(Clone, Debug, Default)]
pub struct Here {
    block: usize,
    pub pc: u16,
    pub state: State,
    pub ops: Vec<Op>,
    /// What the block's instructions cost, without this one.
    cost: u32,
    /// What was known before this instruction, and its exit if there is one already.
    pub before: State,
    exit: Option<u16>,
}

impl Here {
    pub fn cost(&self) -> u32 {
        self.cost
    }

    pub fn set_cost(&mut self, cost: u32) {
        self.cost = cost;
    }
}

/// How it goes on after an instruction.
pub enum Then {
    /// With the instruction so many further on.
    Next(u16),
    End(End),
}

impl<'a> Compiler<'a> {
    pub fn new(source: Source<'a>) -> Compiler<'a> {
        Compiler {
            source,
            blocks: Vec::new(),
            exits: Vec::new(),
            variables: Vec::new(),
            guards: Vec::new(),
            sites: Vec::new(),
            constants: Vec::new(),
            knows_classes: false,
            calls: false,
            recursion: None,
            text_sample: None,
            next_register: u8::MAX,
            most_slots: 0,
            beside: Vec::new(),
            waiting: Vec::new(),
            here: Here::default(),
        }
    }

    /// Compiles everything that the instruction leads to. `None` where that is too much.
    pub fn compile(&mut self, entry: State, pc: u16) -> Option<()> {
        self.block_at(entry, pc, 0)?;
        while let Some(block) = self.waiting.pop() {
            self.fill(block)?;
        }
        Some(())
    }

    fn fill(&mut self, block: usize) -> Option<()> {
        let Block { pc, state, cost, .. } = &self.blocks[block];
        self.here = Here { block, pc: *pc, cost: *cost, state: state.clone(), ..Here::default() };
        let end = loop {
            self.here.before = self.here.state.clone();
            self.here.exit = None;
            let (written, cost, pc, instr) = (self.here.ops.len(), self.here.cost, self.here.pc, self.instr(0)?);
            match self.translate(instr) {
                Some(Then::End(end)) => break end,
                Some(Then::Next(by)) => self.advance(by)?,
                None if self.has_failed() => return None,
                None => {
                    self.here.ops.truncate(written);
                    (self.here.cost, self.here.pc) = (cost, pc);
                    break End::Jump(Edge::Exit(self.exit()?));
                }
            }
            if self.unit().loops.targets[usize::from(self.here.pc)] {
                self.here.before = self.here.state.clone();
                self.here.exit = None;
                break End::Jump(self.edge(self.here.pc, 0)?);
            }
        };
        let done = &mut self.blocks[block];
        (done.ops, done.cost, done.end) = (std::mem::take(&mut self.here.ops), self.here.cost, Some(end));
        Some(())
    }

    /// Whether registers or places for operations have run out.
    fn has_failed(&self) -> bool {
        self.most_slots >= usize::from(self.next_register) || self.blocks.len() > MAX_OPS / 2
    }

    /// Passes so many instructions.
    pub fn advance(&mut self, by: u16) -> Option<()> {
        self.here.cost = self.here.cost.checked_add(self.price(by))?;
        self.here.pc += by;
        self.most_slots = self.most_slots.max(self.here.state.slots.len());
        (!self.has_failed()).then_some(())
    }

    /// What the next instructions cost.
    pub fn price(&self, count: u16) -> u32 {
        let at = usize::from(self.here.pc);
        let prices = self.unit().loops.prices.get(at..at + usize::from(count));
        prices.unwrap_or_default().iter().sum()
    }

    /// Charges for what happens within this instruction, in its code's prices.
    pub fn spend(&mut self, price: u32) -> Option<()> {
        self.here.cost = self.here.cost.checked_add(price)?;
        Some(())
    }

    /// The unit whose instructions are being compiled.
    pub fn unit(&self) -> &'a Unit {
        match self.here.state.levels.last() {
            Some(level) => &self.source.units[level.unit as usize],
            None => self.source.unit,
        }
    }

    /// An instruction from here on; `None` too where a jump leads to it and it cannot be taken with those before.
    pub fn instr(&self, ahead: u16) -> Option<Instr> {
        let at = usize::from(self.here.pc) + usize::from(ahead);
        if ahead > 0 && *self.unit().loops.targets.get(at)? {
            return None;
        }
        self.unit().code.instrs.get(at).copied()
    }

    /// The exit before this instruction.
    pub fn exit(&mut self) -> Option<u16> {
        if let Some(exit) = self.here.exit {
            return Some(exit);
        }
        let exit = self.new_exit(self.here.pc, self.here.before.clone(), self.here.cost)?;
        self.here.exit = Some(exit);
        Some(exit)
    }

    pub fn new_exit(&mut self, pc: u16, state: State, cost: u32) -> Option<u16> {
        let exit = u16::try_from(self.exits.len()).ok()?;
        self.exits.push(Exit { block: self.here.block, cost, pc, state, given_back: GivenBack::Rest });
        Some(exit)
    }

    /// The exit after so many instructions, with what is known now.
    pub fn exit_after(&mut self, count: u16) -> Option<u16> {
        let cost = self.here.cost.checked_add(self.price(count))?;
        self.new_exit(self.here.pc + count, self.here.state.clone(), cost)
    }

    /// The exit before this instruction, and behind it the one after so many instructions.
    pub fn exit_pair(&mut self, count: u16) -> Option<u16> {
        self.exit_pair_spending(count, 0)
    }

    /// The same where something costs more than these instructions.
    pub fn exit_pair_spending(&mut self, count: u16, price: u32) -> Option<u16> {
        let before = self.new_exit(self.here.pc, self.here.before.clone(), self.here.cost)?;
        self.spend(price)?;
        self.exit_after(count)?;
        Some(before)
    }

    /// Forward to an instruction, with what is known now. `cost`: of instructions before it that are done with it.
    pub fn edge(&mut self, to: u16, cost: u32) -> Option<Edge> {
        self.settle()?;
        let (state, inside) = (self.here.state.clone(), self.is_inside(to));
        let block = if inside { self.block_at(state.clone(), to, cost) } else { None };
        match block {
            Some(block) => Some(Edge::Forward(block)),
            None => self.new_exit(to, state, self.here.cost).map(Edge::Exit),
        }
    }

    /// The same with the cost of so many instructions, of which the last is the jump.
    pub fn edge_after(&mut self, to: u16, count: u16) -> Option<Edge> {
        let cost = self.price(count);
        self.here.cost += cost;
        let edge = self.edge(to, 0);
        self.here.cost -= cost;
        edge
    }

    /// Back to the head of a loop, by the last of so many instructions, which asks whether somebody waits.
    pub fn edge_back(&mut self, to: u16, count: u16) -> Option<Edge> {
        let written = self.here.ops.len();
        self.settle()?;
        // The exit is before the jump, so nothing may be moved for what comes after it.
        if self.here.ops.len() > written {
            return None;
        }
        // This one and the one after it belong together.
        let exit = self.new_exit(self.here.pc, self.here.before.clone(), self.here.cost)?;
        let next = self.exits.len();
        self.new_exit(to, State::default(), 0)?;
        match self.edge_after(to, count)? {
            Edge::Forward(block) => {
                self.exits[next].state = self.blocks[block].state.clone();
                self.exits[next].given_back = GivenBack::Nothing;
                self.exits[usize::from(exit)].given_back = GivenBack::RestOfBlock;
                Some(Edge::Back { to: block, exit })
            }
            // The jump is not made: it asks.
            _ => Some(Edge::Exit(exit)),
        }
    }

    fn is_inside(&self, at: u16) -> bool {
        !self.here.state.levels.is_empty() || self.source.region.contains(at)
    }

    /// The block for this instruction and what is known. `None` where there are too many.
    fn block_at(&mut self, state: State, pc: u16, cost: u32) -> Option<usize> {
        let entry_globals: Vec<Slot> = self.variables.iter().map(|variable| variable.slot).collect();
        let same = |block: &&(usize, &Block)| {
            block.1.pc == pc && block.1.cost_before == cost && block.1.state.levels == state.levels
        };
        let all: Vec<(usize, &Block)> = self.blocks.iter().enumerate().collect();
        let found: Vec<_> = all.iter().filter(same).collect();
        if let Some((at, _)) = found.iter().find(|(_, block)| block.state.is_like(&state, &entry_globals)) {
            return Some(*at);
        }
        if found.len() >= VARIANTS {
            return None;
        }
        let inside = self.innermost(&state.levels, pc);
        let (at, before) = (self.blocks.len(), self.new_exit(pc, state.clone(), 0)?);
        self.exits[usize::from(before)].given_back = GivenBack::Nothing;
        self.blocks.push(Block { pc, state, ops: Vec::new(), cost, cost_before: cost, end: None, inside, before });
        self.waiting.push(at);
        Some(at)
    }

    /// Names the innermost loop around an instruction: the places of the calls on the way to it, and its head.
    fn innermost(&self, levels: &[Level], pc: u16) -> Vec<u16> {
        let mut name: Vec<u16> = levels.iter().map(|level| level.back).collect();
        let mut at = pc;
        for level in levels.iter().rev() {
            if let Some(region) = innermost(&self.source.units[level.unit as usize].loops.regions, at) {
                name.push(region.head);
                return name;
            }
            name.pop();
            at = level.back - 1;
        }
        name.extend(innermost(&self.source.unit.loops.regions, at).map(|region| region.head));
        name
    }

    /// Puts what lies on the stack into the registers of its slots, as blocks that are reached in several ways expect it.
    pub fn settle(&mut self) -> Option<()> {
        let first = self.here.state.base() + usize::from(self.unit().locals);
        for at in first..self.here.state.slots.len() {
            let Place::Register { at: from, kind, owned } = self.here.state.slots[at].place else { continue };
            let to = u8::try_from(at).ok()?;
            if from == to || kind == Kind::Wide {
                continue;
            }
            self.evict(to, Some(at))?;
            self.here.ops.push(Op::Move { a: from, to });
            self.here.state.slots[at].place = Place::Register { at: to, kind, owned };
        }
        Some(())
    }

    /// Moves what other slots have in the register elsewhere.
    pub fn evict(&mut self, register: u8, but: Option<usize>) -> Option<()> {
        if !self.here.state.uses(register, but) {
            return Some(());
        }
        let fresh = self.fresh(1)?;
        self.here.ops.push(Op::Move { a: register, to: fresh });
        for (at, slot) in self.here.state.all_mut().enumerate() {
            if Some(at) == but || !slot.place.uses(register) {
                continue;
            }
            match &mut slot.place {
                Place::Register { at, kind, .. } if *kind != Kind::Wide => *at = fresh,
                _ => return None,
            }
        }
        Some(())
    }

    /// So many registers in a row that nothing else uses.
    pub fn fresh(&mut self, count: u8) -> Option<u8> {
        self.next_register = self.next_register.checked_sub(count)?;
        Some(self.next_register + 1)
    }

    /// A register with a constant.
    pub fn constant(&mut self, bits: u64) -> Option<u8> {
        if let Some((register, _)) = self.constants.iter().find(|(_, known)| *known == bits) {
            return Some(*register);
        }
        let register = self.fresh(1)?;
        self.constants.push((register, bits));
        Some(register)
    }

    /// The registers that a slot has beside its own: two for a wide number, three for a range.
    pub fn beside(&mut self, slot: usize, kind: Kind) -> Option<u8> {
        if let Some((.., register)) = self.beside.iter().find(|(at, of, _)| (*at, *of) == (slot, kind)) {
            return Some(*register);
        }
        let register = self.fresh(if kind == Kind::Wide { 2 } else { 3 })?;
        self.beside.push((slot, kind, register));
        Some(register)
    }

    /// The place of an attribute among those that the code names.
    pub fn site(&mut self, site: Site) -> Option<u16> {
        self.knows_classes = true;
        let at = self.sites.iter().position(|known| *known == site).unwrap_or_else(|| {
            self.sites.push(site);
            self.sites.len() - 1
        });
        u16::try_from(at).ok()
    }
}
