//! Builds a code object instruction by instruction. Knows no syntax: callers name labels and never compute a jump.
//!
//! Code that no instruction leads to is dropped on the way in. The depth of the stack is followed along.

use super::constants::Constants;
use crate::bytecode::NameMap;
use crate::bytecode::{
    Code, CodePlace, Const, ConstId, FRAME_SLOTS, Flavor, Handler, Instr, Name, Parameters, Silent, Target,
};
use crate::source::{Source, Span};
use std::sync::Arc;

/// A place in the code that jumps lead to, made before it is known where it will be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label(usize);

/// When to jump.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Jump {
    Always,
    /// Takes the top and jumps if its truth is this.
    If(bool),
    /// Jumps if the top's truth is this, and takes it otherwise. Forward only.
    IfOrPop(bool),
    /// `FOR_ITER`'s jump at the iterator's end. Forward only.
    IterEnd,
    /// `SEND`'s jump at the iterator's end. Forward only.
    SendEnd,
    /// Back without a checkpoint.
    Quiet,
}

#[derive(Clone, Debug, Default)]
struct Place {
    bound: Option<usize>,
    /// The stack's depth there, once any jump or the flow has reached it.
    depth: Option<i32>,
    /// Jumps that wait for the label.
    waiting: Vec<usize>,
}

/// What is wrong with code that cannot be represented.
pub type TooLarge = String;

#[derive(Debug, Default)]
pub struct Builder {
    instrs: Vec<Instr>,
    places: Vec<CodePlace>,
    consts: Constants,
    names: Vec<Arc<str>>,
    name_index: NameMap<u16>,
    labels: Vec<Place>,
    depth: i32,
    deepest: i32,
    unreachable: bool,
    too_large: Option<TooLarge>,
    handlers: Vec<Covered>,
    silent: Vec<Silent>,
}

/// Instructions whose exceptions go to a label.
#[derive(Clone, Copy, Debug)]
struct Covered {
    start: usize,
    end: usize,
    handler: Label,
    depth: i32,
}

/// A `try` that covers the instructions written from now on.
#[derive(Clone, Copy, Debug)]
pub struct Cover {
    handler: Label,
    start: usize,
    depth: i32,
}

/// What a code object has beside its instructions.
pub struct Frame {
    pub name: String,
    pub qualname: String,
    pub doc: Option<Arc<str>>,
    pub source: Arc<Source>,
    pub varnames: Vec<Arc<str>>,
    pub imported: Arc<[Arc<str>]>,
    pub parameters: Parameters,
    pub flavor: Flavor,
    pub is_library: bool,
    pub has_checkpoints: bool,
}

impl Builder {
    pub fn emit(&mut self, instr: Instr, place: CodePlace) {
        if self.unreachable {
            return;
        }
        self.instrs.push(instr);
        self.places.push(place);
        self.depth += instr.effect();
        self.deepest = self.deepest.max(self.depth);
        self.unreachable = instr.ends_flow();
    }

    /// A statement without instructions stands here.
    pub fn silent(&mut self, span: Span, is_try: bool, constant: Option<Const>) {
        if !self.unreachable {
            let before = target(self.instrs.len()).0;
            self.silent.push(Silent { before, is_passed: false, is_try, span, constant });
        }
    }

    pub fn label(&mut self) -> Label {
        self.labels.push(Place::default());
        Label(self.labels.len() - 1)
    }

    /// The label is here.
    pub fn bind(&mut self, label: Label) {
        let here = self.instrs.len();
        let place = &mut self.labels[label.0];
        match place.depth {
            Some(depth) if self.unreachable => {
                self.depth = depth;
                self.unreachable = false;
            }
            Some(depth) => debug_assert_eq!(depth, self.depth, "two ways lead here with different stacks"),
            None => place.depth = (!self.unreachable).then_some(self.depth),
        }
        place.bound = Some(here);
        for silent in self.silent.iter_mut().rev().take_while(|silent| usize::from(silent.before) == here) {
            silent.is_passed = true;
        }
        for jump in std::mem::take(&mut place.waiting) {
            self.instrs[jump] = self.instrs[jump].with_target(target(here));
        }
    }

    /// Jumps to a label: backward where it is bound already, forward otherwise.
    pub fn jump(&mut self, jump: Jump, label: Label, code_place: CodePlace) {
        if self.unreachable {
            return;
        }
        let place = &mut self.labels[label.0];
        let to = target(place.bound.unwrap_or(0));
        let instr = match (jump, place.bound.is_some()) {
            (Jump::Always, false) => Instr::JUMP_FORWARD(to),
            (Jump::Always, true) => Instr::JUMP_BACKWARD(to),
            (Jump::If(false), false) => Instr::POP_JUMP_FORWARD_IF_FALSE(to),
            (Jump::If(true), false) => Instr::POP_JUMP_FORWARD_IF_TRUE(to),
            (Jump::If(false), true) => Instr::POP_JUMP_BACKWARD_IF_FALSE(to),
            (Jump::If(true), true) => Instr::POP_JUMP_BACKWARD_IF_TRUE(to),
            (Jump::IfOrPop(false), _) => Instr::JUMP_IF_FALSE_OR_POP(to),
            (Jump::IfOrPop(true), _) => Instr::JUMP_IF_TRUE_OR_POP(to),
            (Jump::IterEnd, _) => Instr::FOR_ITER(to),
            (Jump::SendEnd, _) => Instr::SEND(to),
            (Jump::Quiet, _) => Instr::JUMP_BACKWARD_NO_INTERRUPT(to),
        };
        if place.bound.is_none() {
            place.waiting.push(self.instrs.len());
        }
        place.depth.get_or_insert(self.depth + instr.jump_effect());
        self.emit(instr, code_place);
    }

    /// Exceptions of what follows go to the label, with the stack as deep as it is now, less its `above` last values.
    pub fn cover(&mut self, handler: Label, above: i32) -> Cover {
        Cover { handler, start: self.instrs.len(), depth: self.depth - above }
    }

    /// The cover ends here. Of covers inside one another the inner ones end first.
    pub fn uncover(&mut self, cover: Cover) {
        let (end, Cover { handler, start, depth }) = (self.instrs.len(), cover);
        if start < end {
            self.labels[handler.0].depth.get_or_insert(depth + 1);
            self.deepest = self.deepest.max(depth + 1);
            self.handlers.push(Covered { start, end, handler, depth });
        }
    }

    /// The cover goes on, after an interruption.
    pub fn cover_again(&mut self, cover: Cover) -> Cover {
        Cover { start: self.instrs.len(), ..cover }
    }

    fn exception_table(&self) -> Box<[Handler]> {
        let entry = |covered: &Covered| {
            let to = self.labels[covered.handler.0].bound.unwrap_or(0);
            Handler {
                start: target(covered.start).0,
                end: target(covered.end).0,
                target: target(to),
                depth: covered.depth as u8,
            }
        };
        self.handlers.iter().map(entry).collect()
    }

    pub fn constant(&mut self, constant: Const) -> ConstId {
        let at = self.consts.place(constant);
        ConstId(self.index(at, "constants"))
    }

    /// The code among its constants that was added last.
    pub fn into_last_code(self) -> Option<Code> {
        self.consts.into_all().into_iter().rev().find_map(|constant| match constant {
            Const::Code(code) => Arc::into_inner(code),
            _ => None,
        })
    }

    pub fn name(&mut self, name: &Arc<str>) -> Name {
        if let Some(at) = self.name_index.get(name) {
            return Name(*at);
        }
        let at = self.index(self.names.len(), "names");
        self.names.push(Arc::clone(name));
        self.name_index.insert(Arc::clone(name), at);
        Name(at)
    }

    fn index(&mut self, at: usize, what: &str) -> u16 {
        u16::try_from(at).unwrap_or_else(|_| {
            self.too_large = Some(format!("it has more than {} {what}", u16::MAX));
            0
        })
    }

    /// A number of operands that lie on the stack at once.
    pub fn count(&mut self, count: usize) -> u8 {
        u8::try_from(count).unwrap_or_else(|_| {
            self.too_large = Some(format!("it needs more than {} values at once", FRAME_SLOTS - 1));
            0
        })
    }

    pub fn finish(mut self, frame: Frame) -> Result<Code, TooLarge> {
        let slots = frame.varnames.len() + usize::try_from(self.deepest).unwrap_or(0);
        if slots >= FRAME_SLOTS {
            self.too_large = Some(format!("it needs more than {} local variables and values at once", FRAME_SLOTS - 1));
        }
        if self.instrs.len() > usize::from(u16::MAX) {
            self.too_large = Some(format!("it has more than {} instructions", u16::MAX));
        }
        if let Some(what) = self.too_large {
            return Err(what);
        }
        let threaded = self.thread_jumps();
        let exceptions = self.exception_table();
        Ok(Code {
            exceptions,
            library: None,
            finder: None,
            is_library: frame.is_library,
            has_checkpoints: frame.has_checkpoints,
            name: frame.name,
            qualname: frame.qualname,
            doc: frame.doc,
            source: frame.source,
            instrs: self.instrs.into(),
            places: self.places.into(),
            threaded: threaded.into(),
            silent: self.silent.into(),
            consts: self.consts.into_all().into(),
            names: self.names.into(),
            varnames: frame.varnames.into(),
            imported: frame.imported,
            parameters: frame.parameters,
            flavor: frame.flavor,
            stack_size: self.deepest as u8,
            body: None,
        })
    }

    /// A forward jump that leads to a jump back to a loop's head jumps there itself. Gives these jumps, and where they led.
    fn thread_jumps(&mut self) -> Vec<(u16, Target)> {
        let mut threaded = Vec::new();
        for at in 0..self.instrs.len() {
            let Some(Target(to)) = self.instrs[at].target() else { continue };
            let Some(Instr::JUMP_BACKWARD(head)) = self.instrs.get(usize::from(to)).copied() else { continue };
            let before = self.instrs[at];
            self.instrs[at] = match before {
                Instr::JUMP_FORWARD(_) => Instr::JUMP_BACKWARD(head),
                Instr::POP_JUMP_FORWARD_IF_FALSE(_) if usize::from(head.0) <= at => {
                    Instr::POP_JUMP_BACKWARD_IF_FALSE(head)
                }
                Instr::POP_JUMP_FORWARD_IF_TRUE(_) if usize::from(head.0) <= at => {
                    Instr::POP_JUMP_BACKWARD_IF_TRUE(head)
                }
                other => other,
            };
            if self.instrs[at] != before {
                threaded.push((target(at).0, target(usize::from(to))));
            }
        }
        threaded
    }
}

/// Too large ones are refused at the end.
fn target(at: usize) -> Target {
    Target(u16::try_from(at).unwrap_or(u16::MAX))
}
