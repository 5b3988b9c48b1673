//! Finds what can be done at once: patterns of instructions, the longest first. Knows no values and no heap.

use super::cache::{Memory, Site};
use super::depth::depths;
use super::{Branch, Op, Quick};
use crate::bytecode::{BinaryOp, Code, CompareOp, Const, ConstId, Conversion, Handler, Instr, Local, Name, Target};
use crate::vm::interp::Priced;
use crate::vm::symbols;
use std::cell::Cell;

/// What the patterns need to know of loaded code.
pub struct Loaded<'a> {
    pub code: &'a Code,
    /// For each name, its global.
    pub globals: &'a [u32],
    /// For each name, its number as an attribute.
    pub symbols: &'a [u32],
    /// What an instruction costs.
    pub price: &'a dyn Fn(Priced) -> u32,
}

/// A place for each instruction, and what those that look up names will remember.
pub fn quicken(loaded: &Loaded) -> (Box<[Quick]>, Box<[Site]>) {
    let instrs = &loaded.code.instrs;
    let plain = Quick { op: Op::Plain, len: 1, sp: 0, cost: 0 };
    let Some(depths) = depths(loaded.code) else {
        return (vec![plain; instrs.len()].into(), Box::default());
    };
    let mut sites = Vec::new();
    let places = depths.iter().enumerate().map(|(at, depth)| {
        let Some(depth) = *depth else { return plain };
        let mut matcher = Matcher { loaded, at, depth, sites: &mut sites };
        matcher.fused().and_then(|fused| matcher.place(fused)).unwrap_or(plain)
    });
    let places = places.collect();
    (places, sites.into())
}

/// A fused instruction, how many instructions it does, and how much deeper the stack is then.
type Fused = (Op, u8, i32);

/// An operand of a binary operation.
#[derive(Clone, Copy)]
enum Operand {
    Slot(u8),
    Const(u16),
}

/// A binary operation, with the loads before it where there are some.
struct Operation {
    left: Operand,
    right: Operand,
    /// Where its result goes when it is pushed.
    to: u8,
    len: u8,
    effect: i32,
}

/// The instructions from one on.
struct Matcher<'a> {
    loaded: &'a Loaded<'a>,
    at: usize,
    /// Slots in use before it.
    depth: u8,
    sites: &'a mut Vec<Site>,
}

impl Matcher<'_> {
    fn instr(&self, ahead: u8) -> Option<Instr> {
        self.loaded.code.instrs.get(self.at + usize::from(ahead)).copied()
    }

    /// The slot at this depth of the stack; 1 is the top.
    fn slot(&self, depth: u8) -> Option<u8> {
        self.depth.checked_sub(depth)
    }

    /// A place of memory for the name.
    fn cache(&mut self, Name(name): Name) -> Option<u16> {
        self.cache_of(*self.loaded.symbols.get(usize::from(name))?)
    }

    fn cache_of(&mut self, symbol: u32) -> Option<u16> {
        let cache = u16::try_from(self.sites.len()).ok()?;
        self.sites.push(Site { symbol, memory: Cell::new(Memory::Empty) });
        Some(cache)
    }

    fn place(&self, (op, len, effect): Fused) -> Option<Quick> {
        let mut cost = 0u32;
        for ahead in 0..len {
            cost = cost.checked_add((self.loaded.price)(Priced::Instr(&self.instr(ahead)?)))?;
        }
        if let Op::JumpNext { body, .. } = op {
            let over = self.loaded.code.instrs.get(usize::from(body).checked_sub(2)?..usize::from(body))?;
            for instr in over {
                cost = cost.checked_add((self.loaded.price)(Priced::Instr(instr)))?;
            }
        }
        let sp = u8::try_from(i32::from(self.depth) + effect).ok()?;
        Some(Quick { op, len, sp, cost })
    }

    fn fused(&mut self) -> Option<Fused> {
        if let Some(Instr::RESUME) = self.instr(0) {
            if let Some(Instr::POP_TOP) = self.instr(1) {
                return Some((Op::ResumeAgain, 2, -1));
            }
            return Some(self.at_beginning().unwrap_or((Op::Resume, 1, 0)));
        }
        self.multiply_add().or_else(|| self.operation()).or_else(|| self.comparison()).or_else(|| self.other())
    }

    /// A comparison at the beginning of a function: it does the checkpoint too.
    fn at_beginning(&mut self) -> Option<Fused> {
        self.at += 1;
        let found = self.comparison();
        self.at -= 1;
        match found? {
            (Op::CompareJump { op, a, b, branch }, len, effect) => {
                Some((Op::CompareJump { op, a, b, branch: Branch { polls: true, ..branch } }, len + 1, effect))
            }
            (Op::CompareSmallJump { op, a, with, branch }, len, effect) => {
                Some((Op::CompareSmallJump { op, a, with, branch: Branch { polls: true, ..branch } }, len + 1, effect))
            }
            _ => None,
        }
    }

    fn operand(&self, ahead: u8) -> Option<Operand> {
        match self.instr(ahead)? {
            Instr::LOAD_FAST(Local(local)) => Some(Operand::Slot(local)),
            Instr::LOAD_CONST(ConstId(constant)) => match self.loaded.code.consts.get(usize::from(constant))? {
                Const::Int(_) | Const::Float(_) => Some(Operand::Const(constant)),
                _ => None,
            },
            _ => None,
        }
    }

    /// An instruction that takes two values, after the loads of both, of one or of none.
    fn with_operands<T>(&self, wanted: impl Fn(Instr) -> Option<T>) -> Option<(T, Operation)> {
        if let (Some(left), Some(right)) = (self.operand(0), self.operand(1))
            && let Some(found) = wanted(self.instr(2)?)
        {
            return Some((found, Operation { left, right, to: self.depth, len: 3, effect: 1 }));
        }
        if let Some(right) = self.operand(0)
            && let Some(found) = wanted(self.instr(1)?)
        {
            let to = self.slot(1)?;
            return Some((found, Operation { left: Operand::Slot(to), right, to, len: 2, effect: 0 }));
        }
        let (found, to) = (wanted(self.instr(0)?)?, self.slot(2)?);
        let right = Operand::Slot(self.slot(1)?);
        Some((found, Operation { left: Operand::Slot(to), right, to, len: 1, effect: -1 }))
    }

    /// `to = a + b * c`.
    fn multiply_add(&self) -> Option<Fused> {
        use BinaryOp::{Add, InplaceAdd, Multiply};
        let (Operand::Slot(a), Operand::Slot(b), Operand::Slot(c)) =
            (self.operand(0)?, self.operand(1)?, self.operand(2)?)
        else {
            return None;
        };
        match (self.instr(3)?, self.instr(4)?, self.instr(5)?) {
            (Instr::BINARY_OP(Multiply), Instr::BINARY_OP(Add | InplaceAdd), Instr::STORE_FAST(Local(to))) => {
                Some((Op::MultiplyAddInto { a, b, c, to }, 6, 0))
            }
            _ => None,
        }
    }

    fn operation(&self) -> Option<Fused> {
        let (op, found) = self.with_operands(|instr| match instr {
            Instr::BINARY_OP(op) => Some(op),
            _ => None,
        })?;
        if let Some(branch) = self.branch(found.len)
            && let (Operand::Slot(a), Some(by)) = (found.left, self.small(found.right))
        {
            return Some((Op::BinarySmallJump { op, a, by, branch }, found.len + 1, found.effect - 1));
        }
        if let (BinaryOp::Add, 1, Some(Instr::RETURN_VALUE)) = (op, found.len, self.instr(1)) {
            return Some((Op::ReturnSum, 2, -2));
        }
        if let Some(Instr::STORE_FAST(Local(to))) = self.instr(found.len) {
            if let (BinaryOp::InplaceAdd, 1, Operand::Slot(a), Operand::Slot(b)) =
                (op, found.len, found.left, found.right)
            {
                return Some((Op::AddTextInto { a, b, to }, 2, -2));
            }
            return Some((self.stored(op, &found, to)?, found.len + 1, found.effect - 1));
        }
        Some((self.pushed(op, &found)?, found.len, found.effect))
    }

    fn stored(&self, op: BinaryOp, found: &Operation, to: u8) -> Option<Op> {
        Some(match (op.plain(), found.left, found.right) {
            (BinaryOp::Add, Operand::Slot(a), Operand::Slot(b)) => Op::AddInto { a, b, to },
            (BinaryOp::Subtract, Operand::Slot(a), Operand::Slot(b)) => Op::SubtractInto { a, b, to },
            (BinaryOp::Multiply, Operand::Slot(a), Operand::Slot(b)) => Op::MultiplyInto { a, b, to },
            (_, Operand::Slot(a), Operand::Slot(b)) => Op::BinaryInto { op, a, b, to },
            (_, Operand::Slot(a), right @ Operand::Const(k)) => match self.addend(op, right) {
                Some(by) => Op::AddSmallInto { a, by, to },
                None => Op::BinaryConstInto { op, a, k, to },
            },
            _ => return None,
        })
    }

    fn pushed(&self, op: BinaryOp, found: &Operation) -> Option<Op> {
        let to = found.to;
        Some(match (op.plain(), found.left, found.right) {
            (BinaryOp::Add, Operand::Slot(a), Operand::Slot(b)) => Op::Add { a, b, to },
            (BinaryOp::Subtract, Operand::Slot(a), Operand::Slot(b)) => Op::Subtract { a, b, to },
            (BinaryOp::Multiply, Operand::Slot(a), Operand::Slot(b)) => Op::Multiply { a, b, to },
            (_, Operand::Slot(a), Operand::Slot(b)) => Op::Binary { op, a, b, to },
            (_, Operand::Slot(a), right @ Operand::Const(k)) => match self.addend(op, right) {
                Some(by) => Op::AddSmall { a, by, to },
                None => Op::BinaryConst { op, a, k, to },
            },
            (_, Operand::Const(k), Operand::Slot(b)) => Op::ConstBinary { op, k, b, to },
            _ => return None,
        })
    }

    fn small(&self, operand: Operand) -> Option<i16> {
        let Operand::Const(constant) = operand else { return None };
        match self.loaded.code.consts.get(usize::from(constant))? {
            Const::Int(number) => i16::try_from(*number).ok(),
            _ => None,
        }
    }

    /// The small integer that is added, where the operation is addition or subtraction.
    fn addend(&self, op: BinaryOp, right: Operand) -> Option<i16> {
        match op.plain() {
            BinaryOp::Add => self.small(right),
            BinaryOp::Subtract => self.small(right)?.checked_neg(),
            _ => None,
        }
    }

    fn branch(&self, ahead: u8) -> Option<Branch> {
        Some(match self.instr(ahead)? {
            Instr::POP_JUMP_FORWARD_IF_FALSE(Target(to)) => Branch { wants: false, polls: false, to },
            Instr::POP_JUMP_FORWARD_IF_TRUE(Target(to)) => Branch { wants: true, polls: false, to },
            Instr::POP_JUMP_BACKWARD_IF_FALSE(Target(to)) => Branch { wants: false, polls: true, to },
            Instr::POP_JUMP_BACKWARD_IF_TRUE(Target(to)) => Branch { wants: true, polls: true, to },
            _ => return None,
        })
    }

    fn comparison(&self) -> Option<Fused> {
        let (op, found) = self.with_operands(|instr| match instr {
            Instr::COMPARE_OP(op) => Some(op),
            _ => None,
        })?;
        let Some(branch) = self.branch(found.len) else {
            let (Operand::Slot(a), Operand::Slot(b)) = (found.left, found.right) else { return None };
            return Some((Op::Compare { op, a, b, to: found.to }, found.len, found.effect));
        };
        Some((self.compare_jump(op, &found, branch)?, found.len + 1, found.effect - 1))
    }

    fn compare_jump(&self, op: CompareOp, found: &Operation, branch: Branch) -> Option<Op> {
        Some(match (found.left, found.right) {
            (Operand::Slot(a), Operand::Slot(b)) => Op::CompareJump { op, a, b, branch },
            (Operand::Slot(a), right @ Operand::Const(k)) => match self.small(right) {
                Some(with) => Op::CompareSmallJump { op, a, with, branch },
                None => Op::CompareConstJump { op, a, k, branch },
            },
            _ => return None,
        })
    }

    fn other(&mut self) -> Option<Fused> {
        match self.instr(0)? {
            Instr::POP_TOP => Some((Op::Pop, 1, -1)),
            Instr::LOAD_FAST(Local(a)) => self.after_load(a),
            Instr::LOAD_CONST(ConstId(k)) => self.after_const(k),
            Instr::LOAD_GLOBAL(null, Name(name)) => {
                let slot = u16::try_from(*self.loaded.globals.get(usize::from(name))?).ok()?;
                if null && let Some(call) = self.call_of_global(slot) {
                    return Some(call);
                }
                Some((Op::Global { null, slot }, 1, if null { 2 } else { 1 }))
            }
            Instr::STORE_FAST(Local(to)) => Some((Op::Store { to }, 1, -1)),
            Instr::LOAD_DEREF(Local(a)) => Some((Op::LoadCell { a }, 1, 1)),
            Instr::IS_OP(invert) => Some(match self.branch(1) {
                Some(branch) => (Op::IsJump { branch: branch.inverted(invert) }, 2, -2),
                None => (Op::Is { invert }, 1, -1),
            }),
            Instr::BUILD_LIST(0) => match (self.instr(1)?, self.instr(2)?, self.instr(3)?) {
                (Instr::LOAD_FAST(Local(a)), Instr::LOAD_ATTR(name), Instr::LIST_EXTEND(1))
                    if self.instr(4) == Some(Instr::LIST_TO_TUPLE) =>
                {
                    Some((Op::SpreadAttribute { a, cache: self.cache(name)? }, 5, 1))
                }
                (Instr::LOAD_FAST(Local(a)), Instr::LIST_EXTEND(1), Instr::LIST_TO_TUPLE) => {
                    Some((Op::Spread(a), 4, 1))
                }
                _ => None,
            },
            Instr::SWAP(2) => self.after_swap(),
            Instr::SWAP(3) if self.instr(1) == Some(Instr::SWAP(2)) && self.instr(2) == Some(Instr::STORE_SUBSCR) => {
                Some((Op::StoreItemBelow, 3, -3))
            }
            Instr::FOR_ITER(_) => self.after_for_iter(),
            Instr::JUMP_FORWARD(Target(to)) => Some((Op::Jump { to }, 1, 0)),
            Instr::JUMP_BACKWARD(Target(to)) => self.jump_back(to),
            Instr::BINARY_SUBSCR => Some((Op::ItemOfTop, 1, -1)),
            Instr::STORE_SUBSCR => Some((Op::StoreItemOfTop, 1, -3)),
            Instr::LOAD_ATTR(name) => Some((Op::AttributeOfTop { cache: self.cache(name)? }, 1, 0)),
            Instr::STORE_ATTR(name) => Some((Op::SetAttributeOfTop { cache: self.cache(name)? }, 1, -2)),
            Instr::LOAD_METHOD(name) => Some((Op::MethodOfTop { cache: self.cache(name)? }, 1, 1)),
            Instr::CALL(count) => {
                Some((Op::Call { count, cache: self.cache_of(symbols::CALL)? }, 1, -1 - i32::from(count)))
            }
            Instr::CALL_KW(count, ConstId(names)) => {
                let op = Op::CallNamed { count, names, cache: self.cache_of(symbols::CALL)? };
                Some((op, 1, -1 - i32::from(count)))
            }
            Instr::CALL_FUNCTION_EX(false) => Some((Op::CallSpread, 1, -2)),
            Instr::RETURN_VALUE => Some((Op::Return, 1, -1)),
            Instr::FORMAT_VALUE(Conversion::Plain, false) => Some((Op::Format, 1, 0)),
            Instr::BUILD_STRING(count) => Some((Op::BuildText { count }, 1, 1 - i32::from(count))),
            // Inside a `try`, more is to be noted at a yield.
            Instr::YIELD_VALUE if !self.is_protected() => Some((Op::Yield, 1, 0)),
            Instr::GET_AWAITABLE(_) => Some((Op::GetAwaitable, 1, 0)),
            Instr::SEND(_) => Some((Op::Send, 1, 0)),
            Instr::BEFORE_WITH => {
                let (enter, exit) = (self.cache_of(symbols::ENTER)?, self.cache_of(symbols::EXIT)?);
                Some((Op::EnterContext { enter, exit }, 1, 1))
            }
            _ => Some((Op::TestJump { branch: self.branch(0)? }, 1, -1)),
        }
    }

    fn is_protected(&self) -> bool {
        let covers = |handler: &Handler| (usize::from(handler.start)..usize::from(handler.end)).contains(&self.at);
        self.loaded.code.exceptions.iter().any(covers)
    }

    fn after_load(&mut self, a: u8) -> Option<Fused> {
        if let Some(branch) = self.branch(1) {
            return Some((Op::TestLocalJump { a, branch }, 2, 0));
        }
        if let Some(branch) = self.branch_on_none(1) {
            return Some((Op::IsLocalNoneJump { a, branch }, 4, 0));
        }
        match (self.instr(1)?, self.instr(2)) {
            (Instr::LOAD_FAST(Local(b)), Some(Instr::BINARY_SUBSCR)) => Some((Op::Item { a, b, to: self.depth }, 3, 1)),
            (Instr::LOAD_FAST(Local(b)), Some(Instr::COPY(2)))
                if self.instr(3) == Some(Instr::COPY(2)) && self.instr(4) == Some(Instr::BINARY_SUBSCR) =>
            {
                Some((Op::ItemBeside { a, b }, 5, 3))
            }
            (Instr::LOAD_FAST(Local(b)), Some(Instr::STORE_SUBSCR)) => {
                Some((Op::StoreItem { a, b, value: self.slot(1)?, moved: true }, 3, -1))
            }
            (Instr::LOAD_FAST(Local(b)), Some(Instr::CONTAINS_OP(false))) => {
                Some((Op::ContainsJump { a, b, branch: self.branch(3)? }, 4, 0))
            }
            (Instr::LOAD_FAST(Local(b)), Some(Instr::LOAD_FAST(Local(c))))
                if self.instr(3) == Some(Instr::STORE_SUBSCR) =>
            {
                Some((Op::StoreItem { a: b, b: c, value: a, moved: false }, 4, 0))
            }
            (Instr::LOAD_FAST(Local(b)), _) => Some((Op::LoadTwo { a, b }, 2, 2)),
            (Instr::STORE_FAST(Local(to)), _) => Some((Op::Move { a, to }, 2, 0)),
            (Instr::LOAD_ATTR(name), _) => Some((Op::Attribute { a, cache: self.cache(name)? }, 2, 1)),
            (Instr::COPY(1), Some(Instr::LOAD_ATTR(name))) => {
                if let Some(fused) = self.add_to_attribute(a, name) {
                    return Some(fused);
                }
                Some((Op::AttributeBeside { a, cache: self.cache(name)? }, 3, 2))
            }
            (Instr::STORE_ATTR(name), _) => Some((Op::SetAttribute { a, cache: self.cache(name)? }, 2, -1)),
            (Instr::LOAD_METHOD(name), Some(Instr::CALL(0))) => {
                Some((Op::CallMethod { a, cache: self.cache(name)? }, 3, 1))
            }
            (Instr::LOAD_METHOD(name), Some(Instr::LOAD_FAST(Local(b)))) if self.instr(3) == Some(Instr::CALL(1)) => {
                Some((Op::CallMethodOne { a, b, cache: self.cache(name)? }, 4, 1))
            }
            (Instr::LOAD_METHOD(name), _) => Some((Op::Method { a, cache: self.cache(name)? }, 2, 2)),
            (Instr::RETURN_VALUE, _) => Some((Op::ReturnLocal { a }, 2, 0)),
            _ => Some((Op::Load { a }, 1, 1)),
        }
    }

    /// `a.name += b`, from its beginning on.
    fn add_to_attribute(&mut self, a: u8, name: Name) -> Option<Fused> {
        let (operand, Instr::BINARY_OP(op)) = (self.operand(3)?, self.instr(4)?) else { return None };
        if (self.instr(5)?, self.instr(6)?) != (Instr::SWAP(2), Instr::STORE_ATTR(name)) {
            return None;
        }
        let op = match (op, operand, self.addend(op, operand)) {
            (_, _, Some(by)) => Op::AddSmallToAttribute { a, by, cache: self.cache(name)? },
            (BinaryOp::InplaceAdd, Operand::Slot(b), _) => Op::AddToAttribute { a, b, cache: self.cache(name)? },
            _ => return None,
        };
        Some((op, 7, 0))
    }

    fn call_of_global(&self, slot: u16) -> Option<Fused> {
        let Operand::Slot(a) = self.operand(1)? else { return None };
        match (self.instr(2)?, self.instr(3)?, self.instr(4)) {
            (Instr::CALL(1), ..) => Some((Op::CallGlobalOne { slot, a }, 3, 1)),
            (Instr::LOAD_FAST(Local(b)), Instr::CALL(2), _) => Some((Op::CallGlobalTwo { slot, a, b }, 4, 1)),
            (Instr::LOAD_CONST(ConstId(k)), Instr::BINARY_OP(op), Some(Instr::CALL(1))) => {
                Some((Op::CallGlobalSmall { slot, a, by: self.addend(op, Operand::Const(k))? }, 5, 1))
            }
            _ => None,
        }
    }

    /// `LOAD_CONST None`, `IS_OP` and a jump by that.
    fn branch_on_none(&self, ahead: u8) -> Option<Branch> {
        let (Instr::LOAD_CONST(ConstId(k)), Instr::IS_OP(invert)) = (self.instr(ahead)?, self.instr(ahead + 1)?) else {
            return None;
        };
        let is_none = matches!(self.loaded.code.consts.get(usize::from(k)), Some(Const::None));
        Some(self.branch(ahead + 2).filter(|_| is_none)?.inverted(invert))
    }

    fn after_const(&self, k: u16) -> Option<Fused> {
        if let Some(branch) = self.branch_on_none(0) {
            return Some((Op::IsNoneJump { branch }, 3, -1));
        }
        match (self.instr(1)?, self.instr(2), self.instr(3)) {
            (Instr::LOAD_FAST(Local(a)), Some(Instr::LOAD_FAST(Local(b))), Some(Instr::STORE_SUBSCR)) => {
                Some((Op::StoreItemConst { a, b, k }, 4, 0))
            }
            (Instr::STORE_FAST(Local(to)), ..) => Some((Op::ConstInto { k, to }, 2, 0)),
            (Instr::RETURN_VALUE, ..) => Some((Op::ReturnConst { k }, 2, 0)),
            _ => Some((Op::LoadConst { k }, 1, 1)),
        }
    }

    fn after_swap(&mut self) -> Option<Fused> {
        match (self.instr(1)?, self.instr(2)) {
            (Instr::STORE_FAST(Local(first)), Some(Instr::STORE_FAST(Local(second)))) if first != second => {
                Some((Op::StoreTwo { first, second }, 3, -2))
            }
            (Instr::STORE_ATTR(name), _) => Some((Op::SetAttributeBelow { cache: self.cache(name)? }, 2, -2)),
            _ => None,
        }
    }

    fn after_for_iter(&self) -> Option<Fused> {
        let a = self.slot(1)?;
        match self.instr(1) {
            Some(Instr::STORE_FAST(Local(to))) => Some((Op::Next { a, to }, 2, 0)),
            _ => Some((Op::NextPush { a }, 1, 1)),
        }
    }

    fn jump_back(&self, to: u16) -> Option<Fused> {
        let instrs = &self.loaded.code.instrs;
        if let (Instr::FOR_ITER(_), Some(Instr::STORE_FAST(Local(local)))) =
            (instrs.get(usize::from(to))?, instrs.get(usize::from(to) + 1))
        {
            return Some((Op::JumpNext { a: self.slot(1)?, to: *local, body: to + 2 }, 1, 0));
        }
        Some((Op::JumpBack { to }, 1, 0))
    }
}
