//! What `return`, `break` and `continue` must do on their way out: release iterators, run `finally`, leave managers.

use super::{Compiler, without_line};
use crate::bytecode::{Const, Instr};
use crate::lang::builder::{Cover, Jump, Label};
use crate::lang::tree::Stmt;
use crate::source::Span;
use std::rc::Rc;
use std::sync::Arc;

/// So many blocks in each other can be compiled, as in CPython.
const MOST: usize = 20;

/// Something around a statement that has to be left properly.
#[derive(Clone)]
pub(super) enum Block {
    Loop(Loop),
    /// The body of a `try` with handlers.
    Try(Cover),
    /// All that comes before a `finally`.
    Finally(Cover, Rc<[Stmt]>),
    /// A handler; the exception handled before lies on the stack.
    Handler(Cover),
    /// The variable of an `except … as`, which ends with its handler.
    Variable(Cover, Arc<str>),
    /// A `finally` that runs because of an exception; that lies on the stack, and below it the one handled before.
    Raising(Cover),
    /// The body of a `with`, asynchronous where true; the manager's `__exit__` lies on the stack.
    With(Cover, bool),
}

#[derive(Clone, Copy)]
pub(super) struct Loop {
    /// Where `continue` goes.
    pub head: Label,
    /// Where `break` goes.
    pub end: Label,
    /// A `for` loop's iterator lies on the stack.
    pub has_iterator: bool,
}

impl Block {
    fn cover(&mut self) -> Option<&mut Cover> {
        match self {
            Block::Loop(_) => None,
            Block::Try(cover)
            | Block::Finally(cover, _)
            | Block::Handler(cover)
            | Block::Variable(cover, _)
            | Block::Raising(cover)
            | Block::With(cover, _) => Some(cover),
        }
    }
}

impl Compiler<'_> {
    /// Whether the body of a comprehension is being compiled.
    pub(super) fn is_comprehension(&mut self) -> bool {
        !matches!(&*self.frame().name, "<module>" | "<lambda>") && self.frame().name.starts_with('<')
    }

    /// A `try` has a block for its handlers and each of them one; the loops of a comprehension are none.
    pub(super) fn push_block(&mut self, block: Block, span: Span) {
        let frame = self.frame();
        let handlers = frame.blocks.iter().filter(|block| matches!(block, Block::Handler(_))).count();
        if frame.blocks.len() + handlers >= MOST && !self.is_comprehension() {
            self.mistakes.syntax("too many statically nested blocks", span);
        }
        self.frame().blocks.push(block);
    }

    /// Enters a block whose exceptions go to the label.
    pub(super) fn enter(&mut self, handler: Label, above: i32, span: Span, block: impl FnOnce(Cover) -> Block) {
        let cover = self.builder().cover(handler, above);
        self.push_block(block(cover), span);
    }

    /// The innermost block ends.
    pub(super) fn exit(&mut self) {
        if let Some(mut block) = self.frame().blocks.pop()
            && let Some(cover) = block.cover()
        {
            self.builder().uncover(*cover);
        }
    }

    /// Writes what leaving the blocks inside the one at `depth` does. They go on with [`Compiler::again`].
    pub(super) fn leave(&mut self, depth: usize, has_value: bool, span: Span) -> Vec<Block> {
        let mut left = Vec::new();
        let mut variable = None;
        while self.frame().blocks.len() > depth {
            let Some(mut block) = self.frame().blocks.pop() else { break };
            if let Some(cover) = block.cover() {
                self.builder().uncover(*cover);
            }
            let place = place_behind(&left, span);
            match &block {
                // It ends behind its handler.
                Block::Variable(_, name) => variable = Some(Arc::clone(name)),
                other => self.leave_block(other, has_value, place),
            }
            if let Some(name) = variable.take_if(|_| matches!(block, Block::Handler(_))) {
                self.forget(&name, place);
            }
            left.push(block);
        }
        left
    }

    /// The blocks are around what follows again.
    pub(super) fn again(&mut self, left: Vec<Block>) {
        for mut block in left.into_iter().rev() {
            if let Some(cover) = block.cover() {
                *cover = self.builder().cover_again(*cover);
            }
            self.frame().blocks.push(block);
        }
    }

    fn leave_block(&mut self, block: &Block, has_value: bool, span: Span) {
        match block {
            Block::Loop(Loop { has_iterator: false, .. }) | Block::Try(_) | Block::Variable(..) => {}
            Block::Loop(_) => self.drop_below(has_value, Instr::POP_TOP, span),
            Block::Finally(_, last) => {
                let last = Rc::clone(last);
                self.body(&last);
            }
            Block::Handler(_) => self.drop_below(has_value, Instr::POP_EXCEPT, span),
            Block::Raising(_) => {
                self.drop_below(has_value, Instr::POP_TOP, span);
                self.drop_below(has_value, Instr::POP_EXCEPT, span);
            }
            Block::With(_, is_async) => {
                if has_value {
                    self.emit(Instr::SWAP(2), span);
                }
                self.call_exit(*is_async, span);
            }
        }
    }

    fn drop_below(&mut self, has_value: bool, instr: Instr, span: Span) {
        if has_value {
            self.emit(Instr::SWAP(2), span);
        }
        self.emit(instr, span);
    }

    /// `exit(None, None, None)`
    pub(super) fn call_exit(&mut self, is_async: bool, span: Span) {
        for _ in 0..3 {
            self.emit_const(Const::None, span);
        }
        self.emit(Instr::CALL(2), span);
        if is_async {
            self.await_top(2, span);
        }
        self.emit(Instr::POP_TOP, span);
    }

    /// `name = None; del name`, at the end of `except … as name`.
    pub(super) fn forget(&mut self, name: &Arc<str>, span: Span) {
        self.emit_const(Const::None, span);
        self.store_name(name, span);
        self.delete_name(name, span);
    }

    fn innermost_loop(&mut self) -> Option<(usize, Loop)> {
        let blocks = self.frame().blocks.iter().enumerate().rev();
        blocks.into_iter().find_map(|(at, block)| match block {
            Block::Loop(inner) => Some((at, *inner)),
            _ => None,
        })
    }

    pub(super) fn break_stmt(&mut self, span: Span) {
        let Some((at, inner)) = self.innermost_loop() else { return };
        self.silent(span, None);
        let left = self.leave(at, false, span);
        self.jump(Jump::Always, inner.end, place_behind(&left, span));
        self.again(left);
    }

    pub(super) fn continue_stmt(&mut self, span: Span) {
        let Some((at, inner)) = self.innermost_loop() else { return };
        self.silent(span, None);
        let left = self.leave(at + 1, false, span);
        self.jump(Jump::Always, inner.head, place_behind(&left, span));
        self.again(left);
    }
}

/// The place of what comes once these blocks are left: behind a `finally`, and behind the end of a `with`, it belongs to no
/// line by itself.
pub(super) fn place_behind(left: &[Block], span: Span) -> Span {
    match left.iter().any(|block| matches!(block, Block::Finally(..) | Block::With(..))) {
        true => without_line(span),
        false => span,
    }
}
