//! What each instruction is in register code. `None`: there is nothing for it, and the loop is left before it.

use super::blocks::{Edge, End, Test};
use super::compile::{Compiler, Then};
use super::kinds::{Kind, Place, Slot};
use super::ops::Op;
use super::stack::Target;
use crate::bytecode::{ConstId, Conversion, Instr, Local, Name};
use crate::vm::value::Value;

impl Compiler<'_> {
    pub fn translate(&mut self, instr: Instr) -> Option<Then> {
        match instr {
            Instr::JUMP_FORWARD(to) => {
                let edge = self.edge_after(to.0, 1)?;
                return self.jump(edge);
            }
            Instr::JUMP_BACKWARD(to) => {
                let edge = self.edge_back(to.0, 1)?;
                return self.jump(edge);
            }
            Instr::FOR_ITER(end) => return self.for_iter(end.0),
            Instr::COMPARE_OP(op) => return self.compare(op),
            Instr::CONTAINS_OP(invert) => return self.contains(invert),
            Instr::CALL(count) => return self.call(count),
            Instr::RETURN_VALUE => return self.return_value(),
            Instr::YIELD_VALUE => return self.yield_value(),
            Instr::IS_OP(invert) => {
                let holds = self.is_none()? != invert;
                self.push_known(Value::bool(holds))?;
            }
            _ if self.jump_test(0).is_some() => return self.test(),
            Instr::NOP => {}
            // A function's code asks where it begins.
            Instr::RESUME if self.is_at_beginning() => {}
            Instr::RESUME => {
                let exit = self.exit()?;
                self.here.ops.push(Op::Poll(exit));
            }
            Instr::POP_TOP => self.drop_top()?,
            Instr::PUSH_NULL => self.push_place(Place::NULL),
            Instr::COPY(depth) => {
                let slot = self.here.state.top(depth.into())?;
                self.copy(slot)?;
            }
            Instr::SWAP(depth) => self.swap(depth.into())?,
            Instr::LOAD_CONST(ConstId(k)) => self.push_known(self.unit().consts[usize::from(k)])?,
            Instr::LOAD_FAST(Local(local)) => self.load(self.here.state.slots[self.local(local)])?,
            Instr::STORE_FAST(Local(local)) => self.store(Target::Local(self.local(local)), 1)?,
            Instr::LOAD_GLOBAL(null, Name(name)) => {
                if null {
                    self.push_place(Place::NULL);
                }
                self.load_global(self.unit().globals[usize::from(name)])?;
            }
            Instr::LOAD_NAME(Name(name)) => self.load_global(self.unit().globals[usize::from(name)])?,
            Instr::STORE_GLOBAL(Name(name)) | Instr::STORE_NAME(Name(name)) => {
                let at = self.written_global(self.unit().globals[usize::from(name)])?;
                self.store(Target::Global(at), 1)?;
            }
            Instr::BINARY_OP(op) => return self.binary_op(op),
            Instr::FORMAT_VALUE(Conversion::Plain, false) => self.format()?,
            Instr::BUILD_STRING(count) => self.build_text(count)?,
            Instr::UNARY_NEGATIVE => self.negate()?,
            Instr::UNARY_INVERT => {
                let (Kind::Int, a) = self.number()? else { return None };
                self.result(Kind::Int, |to| Op::InvertInt { a, to })?;
            }
            Instr::UNARY_NOT => {
                let a = self.truth()?;
                self.result(Kind::Bool, |to| Op::Not { a, to })?;
            }
            Instr::BINARY_SUBSCR => self.item()?,
            Instr::STORE_SUBSCR => self.set_item()?,
            Instr::LOAD_ATTR(Name(name)) => self.attribute(name)?,
            Instr::STORE_ATTR(Name(name)) => self.set_attribute(name)?,
            Instr::LOAD_METHOD(Name(name)) => self.method(name)?,
            _ => return None,
        }
        Some(Then::Next(1))
    }

    /// The slot of a local variable.
    pub fn local(&self, local: u8) -> usize {
        self.here.state.base() + usize::from(local)
    }

    fn drop_top(&mut self) -> Option<()> {
        match self.pop()?.place {
            Place::Register { owned: true, .. } | Place::Kept | Place::Range { .. } => None,
            _ => Some(()),
        }
    }

    fn copy(&mut self, slot: Slot) -> Option<()> {
        match slot.place {
            Place::Register { owned: false, .. } => self.push(slot),
            _ => return None,
        }
        Some(())
    }

    fn swap(&mut self, depth: usize) -> Option<()> {
        let top = self.here.state.slots.len().checked_sub(1)?;
        let other = self.here.state.slots.len().checked_sub(depth)?;
        let moves = |slot: &Slot| matches!(slot.place, Place::Register { owned: false, .. } | Place::Fixed(_));
        let slots = &mut self.here.state.slots;
        if !moves(&slots[top]) || !moves(&slots[other]) {
            return None;
        }
        slots.swap(top, other);
        Some(())
    }

    /// The jump that comes so many instructions further on, if one by a test does: where to, whether where the test
    /// holds, and whether back.
    pub fn jump_test(&self, ahead: u16) -> Option<(u16, bool, bool)> {
        Some(match self.instr(ahead)? {
            Instr::POP_JUMP_FORWARD_IF_FALSE(to) => (to.0, false, false),
            Instr::POP_JUMP_FORWARD_IF_TRUE(to) => (to.0, true, false),
            Instr::POP_JUMP_BACKWARD_IF_FALSE(to) => (to.0, false, true),
            Instr::POP_JUMP_BACKWARD_IF_TRUE(to) => (to.0, true, true),
            _ => return None,
        })
    }

    /// A jump by a test, the last of so many instructions.
    pub fn branch(&mut self, test: Test, count: u16) -> Option<Then> {
        let (to, wants, is_back) = self.jump_test(count - 1)?;
        let written = self.here.ops.len();
        let jump = if is_back { self.edge_back(to, count)? } else { self.edge_after(to, count)? };
        let next = self.edge_after(self.here.pc + count, count)?;
        let mut moves = self.here.ops[written..].to_vec();
        if moves.iter_mut().filter_map(Op::result).any(|to| test.reads(*to)) {
            return None;
        }
        let (then, otherwise) = if wants { (jump, next) } else { (next, jump) };
        self.pass(count)?;
        Some(Then::End(End::Branch { test, then, otherwise }))
    }

    /// Counts what the last instructions of a block cost.
    pub fn pass(&mut self, count: u16) -> Option<()> {
        let pc = self.here.pc;
        self.advance(count)?;
        self.here.pc = pc;
        Some(())
    }

    /// A jump by the truth of the top.
    fn test(&mut self) -> Option<Then> {
        if let Some(Slot { place: Place::Fixed(Value::None), .. }) = self.here.state.top(1) {
            let (to, wants, is_back) = self.jump_test(0)?;
            self.pop()?;
            let edge = match (wants, is_back) {
                (true, _) => self.edge_after(self.here.pc + 1, 1)?,
                (false, true) => self.edge_back(to, 1)?,
                (false, false) => self.edge_after(to, 1)?,
            };
            return self.jump(edge);
        }
        if let Some(then) = self.test_of_bits() {
            return Some(then);
        }
        let a = self.truth()?;
        self.branch(Test::Register { a }, 1)
    }

    /// `a & b` without its result, where that was made for this test. Not where the jump asks first: before it there is
    /// a value on the stack that no register would have.
    fn test_of_bits(&mut self) -> Option<Then> {
        let (Op::AndInt { a, b, to }, (.., false)) = (*self.here.ops.last()?, self.jump_test(0)?) else { return None };
        let Place::Register { at, .. } = self.here.state.top(1)?.place else { return None };
        if at != to || usize::from(to) + 1 != self.here.state.slots.len() {
            return None;
        }
        let slot = self.pop()?;
        let operation = self.here.ops.pop()?;
        let then = self.branch(Test::Together { a, b }, 1);
        if then.is_none() {
            self.here.ops.push(operation);
            self.push(slot);
        }
        then
    }

    /// Ends the block with a jump, which is this instruction.
    pub fn jump(&mut self, edge: Edge) -> Option<Then> {
        self.pass(1)?;
        Some(Then::End(End::Jump(edge)))
    }

    /// Whether the two values on the stack are the same None; `None` where they may be objects.
    fn is_none(&mut self) -> Option<bool> {
        let (right, left) = (self.pop()?.place, self.pop()?.place);
        let is_none = |place: Place| match place {
            Place::Fixed(Value::None) => Some(true),
            Place::Register { .. } | Place::Function { .. } | Place::Fixed(Value::Builtin(_)) => Some(false),
            _ => None,
        };
        let (right, left) = (is_none(right)?, is_none(left)?);
        (right || left).then_some(right && left)
    }

    /// The next item of an iterator.
    fn for_iter(&mut self, end: u16) -> Option<Then> {
        let top = self.here.state.slots.len().checked_sub(1)?;
        match self.here.state.slots[top] {
            Slot { place: Place::Range { first, made }, .. } => self.next_of_range(first, made, end),
            _ if self.here.state.resting.as_ref().is_some_and(|resting| resting.slot == top) => self.resume(),
            Slot { place: Place::Register { at, kind: Kind::Object, .. }, sample } => {
                let item = self.sample_of_iterator(sample?)?;
                let kind = super::stack::kind_of(item)?;
                let (exit, to) = (self.exit()?, self.next()?);
                self.here.ops.push(Op::NextItem { iterator: at, to, kind, exit });
                self.push(Slot { place: Place::register(to, kind), sample: Some(item) });
                Some(Then::Next(1))
            }
            _ => None,
        }
    }

    fn next_of_range(&mut self, first: u8, made: bool, end: u16) -> Option<Then> {
        let top = self.here.state.slots.len() - 1;
        let done = if made {
            self.here.state.slots.truncate(top);
            let done = self.edge_after(end, 1)?;
            self.here.state.slots.push(self.here.before.slots[top]);
            done
        } else {
            Edge::Exit(self.exit()?)
        };
        let (before, cost) = (self.here.cost(), self.price(2) - self.price(1));
        let (item, ahead) = self.item_of_range()?;
        self.pass(1)?;
        let made = self.unit().loops.extras.whole;
        match self.edge(self.here.pc + ahead, made + if ahead == 2 { cost } else { 0 })? {
            // Whoever comes to an exit at the body's beginning has passed the store as well.
            Edge::Exit(_) => {
                self.here.set_cost(before);
                None
            }
            body => Some(Then::End(End::Next { first, item, body, done })),
        }
    }

    /// Where the next number goes, and how many instructions that is: with a store into a variable two.
    fn item_of_range(&mut self) -> Option<(u8, u16)> {
        if let Some(Instr::STORE_FAST(Local(local))) = self.instr(1)
            && self.is_simple(self.local(local))
        {
            let at = self.local(local);
            let own = self.register_of(Target::Local(at), Kind::Int)?;
            self.here.state.slots[at] = Slot::at(Place::register(own, Kind::Int));
            return Some((own, 2));
        }
        let item = self.next()?;
        self.push_place(Place::register(item, Kind::Int));
        Some((item, 1))
    }

    /// Whether a local variable can be stored to by writing to its register.
    fn is_simple(&self, at: usize) -> bool {
        let slot = self.here.state.slots[at].place;
        let is_number = matches!(
            slot,
            Place::Kept | Place::Fixed(_) | Place::Register { kind: Kind::Int | Kind::Float | Kind::Bool, .. }
        );
        let is_next_free = self.unit().loops.targets.get(usize::from(self.here.pc) + 2).is_some_and(|target| !target);
        is_number && is_next_free && u8::try_from(at).is_ok_and(|own| !self.here.state.uses(own, Some(at)))
    }
}
