//! Functions that call themselves, in register code: what is known where they begin, their calls and their returns.
//! Knows no frames.

use super::activations::{CallSite, KEPT, Sum};
use super::blocks::{Edge, End, GivenBack};
use super::calls::owned;
use super::compile::{Compiler, Then};
use super::kinds::{Kind, Level, Place, Row, Slot, State};
use super::ops::Op;
use super::passage::{Entry, Wanted};
use crate::vm::value::Value;

/// What is known of the function whose code is made.
#[derive(Clone, Debug, Default)]
pub struct Recursion {
    /// What its arguments are, in every call.
    pub parameters: Vec<Wanted>,
    /// What it is taken to return: a number, or None. What is not so leaves before it is returned.
    pub result: Option<Returned>,
    /// What was found to be returned first, rather a number than None. Without the one above no call is made, so it does not hang on itself.
    pub found: Option<Returned>,
    /// Where it calls itself; laying out says the rest.
    pub sites: Vec<CallSite>,
}

/// What a function returns: a number of the kind, or None.
pub type Returned = Option<Kind>;

/// What is known where a function's code begins, by the arguments that it has now. They belong to the caller.
pub fn at_call(compiler: &mut Compiler, arguments: &[Value]) -> Option<(State, Entry)> {
    let (mut state, mut entry) = (State::default(), Entry::default());
    for (at, value) in (0u8..).zip(arguments) {
        let wanted = Wanted::of(compiler.source.heap, *value, false, false);
        let place = match wanted {
            Wanted::Number(kind) => Place::register(at, kind),
            Wanted::Object => Place::register(at, Kind::Object),
            Wanted::None => Place::Fixed(Value::None),
            _ => return None,
        };
        entry.slots.push((at, wanted, at));
        state.slots.push(Slot { place, sample: Some(*value) });
    }
    state.slots.resize(compiler.source.unit.locals.into(), Slot::at(Place::NULL));
    Some((state, entry))
}

impl Compiler<'_> {
    /// Whether this is the first instruction of a function's code.
    pub fn is_at_beginning(&self) -> bool {
        self.recursion.is_some() && self.here.pc == 0 && self.here.state.levels.is_empty()
    }

    /// The function calls itself with so many arguments, below which lie so many slots that are not its frame's.
    pub fn call_itself(&mut self, unit: u32, count: usize, below: usize) -> Option<Then> {
        let recursion = self.recursion.as_ref()?;
        let result = recursion.result?;
        let first = self.here.state.slots.len() - count;
        let arguments = self.arguments(first)?;
        let exit = self.exit()?;
        self.pass(1)?;
        let (back, keep) = (self.here.pc + 1, first - below);
        let written = self.here.ops.len();
        self.here.state.slots.truncate(keep);
        self.settle()?;
        // What the exit before the call and the arguments need must not be written over.
        let before = &self.here.before;
        if self.here.ops[written..].iter_mut().filter_map(Op::result).any(|to| before.uses(*to, None)) {
            return None;
        }
        let kept = self.kept()?;
        let level =
            Level { unit, base: u8::try_from(first).ok()?, back, keep: u8::try_from(keep).ok()?, is_generator: false };
        let waiting = self.waiting_exit(level)?;
        let to = self.own_register(keep)?;
        self.push_place(result.map_or(Place::Fixed(Value::None), |kind| Place::register(to, kind)));
        let after = self.exit_at(back)?;
        let Edge::Forward(then) = self.edge(back, 0)? else { return None };
        let sum = self.sum_before(&arguments);
        let has_sum = sum.is_some();
        let site = self.add_site(arguments, kept, to, [after, waiting], sum.unwrap_or_default())?;
        Some(Then::End(End::Call { site, exit, has_sum, then }))
    }

    /// Takes the operation before into the call, where it adds a constant to make the only argument.
    fn sum_before(&mut self, arguments: &[u8]) -> Option<Sum> {
        let constant =
            |register: u8| self.constants.iter().find(|(at, _)| *at == register).map(|(_, bits)| *bits as i64);
        let (a, by, to, exit) = match *self.here.ops.last()? {
            Op::AddInt { a, b, to, exit } => (a, constant(b)?, to, exit),
            Op::SubtractInt { a, b, to, exit } => (a, constant(b)?.checked_neg()?, to, exit),
            _ => return None,
        };
        if *arguments != [to] || self.here.state.uses(to, None) {
            return None;
        }
        self.here.ops.pop();
        Some(Sum { a, by, exit })
    }

    /// The registers of the arguments from this slot on, if they are what the code begins with.
    fn arguments(&self, first: usize) -> Option<Vec<u8>> {
        let recursion = self.recursion.as_ref()?;
        let given = self.here.state.slots.get(first..)?;
        let is_right = given.len() == recursion.parameters.len() && given.len() <= KEPT && !given.is_empty();
        let register = |(slot, wanted): (&Slot, &Wanted)| match (slot.place, *wanted) {
            (Place::Register { at, kind, owned: false }, Wanted::Number(same)) if kind == same => Some(at),
            (Place::Register { at, kind: Kind::Object, owned: false }, Wanted::Object) => Some(at),
            (Place::Fixed(Value::None), Wanted::None) => Some(0),
            _ => None,
        };
        if is_right { given.iter().zip(&recursion.parameters).map(register).collect() } else { None }
    }

    /// The registers that must come back after the call.
    fn kept(&self) -> Option<Vec<u8>> {
        let mut kept = Vec::new();
        for slot in &self.here.state.slots {
            let (first, count) = match slot.place {
                Place::Register { at, kind: Kind::Wide, .. } => (at, 2),
                Place::Register { at, .. } => (at, 1),
                Place::Range { first, .. } => (first, 3),
                Place::Text(Row { first, count, .. }) => (first, count),
                Place::Kept => return None,
                Place::Fixed(_) | Place::Function { .. } => continue,
            };
            for register in first..first + count {
                let stays = self.is_constant(register) || self.variables.iter().any(|own| own.register == register);
                if !stays && !kept.contains(&register) {
                    kept.push(register);
                }
            }
        }
        (kept.len() <= KEPT).then_some(kept)
    }

    /// The register of the next slot, if it is free.
    fn own_register(&self, slot: usize) -> Option<u8> {
        u8::try_from(slot).ok().filter(|own| !self.here.state.uses(*own, None))
    }

    /// What is known while the function waits for itself: what lies between its slots and those of the new frame is no
    /// matter, but the last, where the callee would be.
    fn waiting_exit(&mut self, level: Level) -> Option<u16> {
        let mut state = self.here.state.clone();
        state.slots.resize(usize::from(level.base) - 1, Slot::at(Place::NULL));
        state.slots.push(Slot::at(Place::Fixed(Value::None)));
        state.levels.push(level);
        let exit = self.new_exit(level.back, state, 0)?;
        self.exits[usize::from(exit)].given_back = GivenBack::Nothing;
        Some(exit)
    }

    /// The exit to an instruction with what is known now, before anything is charged for there.
    fn exit_at(&mut self, pc: u16) -> Option<u16> {
        let exit = self.new_exit(pc, self.here.state.clone(), 0)?;
        self.exits[usize::from(exit)].given_back = GivenBack::Nothing;
        Some(exit)
    }

    fn add_site(&mut self, arguments: Vec<u8>, kept: Vec<u8>, result: u8, exits: [u16; 2], sum: Sum) -> Option<u16> {
        let [after, waiting] = exits;
        let frames = self.here.state.levels.len() as u8 + 1;
        let row = |registers: &[u8]| -> [u8; KEPT] {
            let one = registers.first().copied().unwrap_or(0);
            std::array::from_fn(|at| registers.get(at).copied().unwrap_or(one))
        };
        let (count, parameters) = (kept.len().max(2) as u8, arguments.len() as u8);
        let (kept, arguments) = (row(&kept), row(&arguments));
        let (back, cost) = (0, 0);
        let site = CallSite { kept, count, arguments, parameters, sum, frames, result, back, cost, after, waiting };
        let sites = &mut self.recursion.as_mut()?.sites;
        sites.push(site);
        u16::try_from(sites.len() - 1).ok()
    }

    /// The function whose code this is returns.
    pub fn return_from_itself(&mut self) -> Option<Then> {
        self.recursion.as_ref()?;
        let (a, returned) = match self.pop()?.place {
            Place::Register { at, kind: kind @ (Kind::Int | Kind::Float | Kind::Bool), owned: false } => {
                (at, Some(kind))
            }
            Place::Fixed(Value::None) => (0, None),
            _ => return None,
        };
        let recursion = self.recursion.as_mut()?;
        recursion.found = recursion.found.filter(Option::is_some).or(Some(returned));
        if recursion.result.is_some_and(|result| result != returned) {
            return None;
        }
        self.pass(1)?;
        let owned: Vec<u8> = self.here.state.slots.iter().filter_map(owned).collect();
        if let Some(Op::AddInt { a: one, b, to, exit }) = self.here.ops.last().copied()
            && owned.is_empty()
            && to == a
        {
            self.here.ops.pop();
            return Some(Then::End(End::ReturnSum { a: one, b, exit }));
        }
        self.here.ops.extend(owned.iter().map(|a| Op::Release(*a)));
        Some(Then::End(End::Return { a, releases: !owned.is_empty() }))
    }
}
