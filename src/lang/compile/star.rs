//! `except*`, and the names of groups of exceptions: both mean what the module `_groups` has. Each handler gets its part
//! of the group that was raised; what is left, and what handlers raise, goes on together.

use super::Compiler;
use super::block::Block;
use crate::bytecode::{Const, Instr};
use crate::lang::builder::Jump;
use crate::lang::check;
use crate::lang::tree::{Handler, Stmt, Try};
use crate::source::Span;
use std::sync::Arc;

/// Classes that are built in under CPython, and Python here.
pub const GROUPS: [&str; 3] = ["BaseExceptionGroup", "ExceptionGroup", "memoryview"];

/// The module of all that is built in, as programs see it.
const BUILTINS: &str = "__builtins__";

/// Whether a module binds one of the names itself, so that it means something else there.
pub(super) fn binds_groups(text: &str, body: &[Stmt]) -> bool {
    GROUPS[1..].iter().any(|name| text.contains(name))
        && check::globals(body).1.iter().any(|name| GROUPS.contains(&name.as_str()))
}

impl Compiler<'_> {
    /// Whether the name means a class of groups: no variable of a function, and none of the module.
    pub(super) fn is_group(&mut self, name: &str) -> bool {
        use super::assign::Place;
        let is_one = GROUPS.contains(&name) || name == BUILTINS;
        is_one && !self.binds_groups && matches!(self.place(name), Place::Global | Place::Name)
    }

    /// → what the module `_groups`, or that of views, has under the name.
    pub(super) fn load_of_groups(&mut self, name: &str, span: Span) {
        if name == BUILTINS {
            let module = self.builder().name(&"builtins".into());
            return self.emit(Instr::IMPORT_NAME(module), span);
        }
        let module = if name == GROUPS[2] { "_memoryview" } else { "_groups" };
        let (module, name) = (self.builder().name(&module.into()), self.builder().name(&Arc::from(name)));
        self.emit(Instr::IMPORT_NAME(module), span);
        self.emit(Instr::IMPORT_FROM(name), span);
        self.emit(Instr::SWAP(2), span);
        self.emit(Instr::POP_TOP, span);
    }

    /// On the stack while handlers run: the exception handled before, the one that was raised, a list of what is to be
    /// raised in the end, and what is left of the one that was raised.
    pub(super) fn try_star(&mut self, stmt: &Try, span: Span) {
        let (raised, again, end) = (self.label(), self.label(), self.label());
        self.enter(raised, 0, span, Block::Try);
        self.body(&stmt.body);
        self.exit();
        self.body(&stmt.orelse);
        self.jump(Jump::Always, end, span);
        self.bind(raised);
        self.emit(Instr::PUSH_EXC_INFO, span);
        self.enter(again, 1, span, Block::Handler);
        self.emit(Instr::BUILD_LIST(0), span);
        self.emit(Instr::COPY(2), span);
        stmt.handlers.iter().for_each(|handler| self.star_handler(handler));
        self.emit(Instr::LIST_APPEND(1), span);
        self.raise_what_is_left(span);
        self.exit();
        self.emit(Instr::POP_EXCEPT, span);
        self.jump(Jump::Always, end, span);
        self.raise_again(again, span);
        self.bind(end);
    }

    fn star_handler(&mut self, handler: &Handler) {
        let Some(kind) = &handler.kind else { return };
        let (matches, raised, next) = (self.label(), self.label(), self.label());
        self.emit(Instr::PUSH_NULL, handler.span);
        self.load_of_groups("_handled_by", handler.span);
        self.emit(Instr::COPY(3), handler.span);
        self.expr(kind);
        self.emit(Instr::CALL(2), handler.span);
        self.emit(Instr::SWAP(2), handler.span);
        self.emit(Instr::POP_TOP, handler.span);
        self.emit(Instr::UNPACK_SEQUENCE(2), handler.span);
        self.emit(Instr::COPY(1), handler.span);
        self.emit_const(Const::None, handler.span);
        self.emit(Instr::IS_OP(true), handler.span);
        self.jump(Jump::If(true), matches, handler.span);
        self.emit(Instr::POP_TOP, handler.span);
        self.jump(Jump::Always, next, handler.span);
        self.bind(matches);
        self.emit(Instr::PUSH_EXC_INFO, handler.span);
        match &handler.name {
            Some(name) => self.store_name(&name.text, name.span),
            None => self.emit(Instr::POP_TOP, handler.span),
        }
        self.enter(raised, 0, handler.span, Block::Try);
        self.body(&handler.body);
        self.exit();
        self.emit(Instr::POP_EXCEPT, handler.span);
        self.forget_variable(handler);
        self.jump(Jump::Always, next, handler.span);
        self.bind(raised);
        self.emit(Instr::SWAP(2), handler.span);
        self.emit(Instr::POP_EXCEPT, handler.span);
        self.forget_variable(handler);
        self.emit(Instr::LIST_APPEND(2), handler.span);
        self.bind(next);
    }

    fn forget_variable(&mut self, handler: &Handler) {
        if let Some(name) = &handler.name {
            self.forget(&name.text, name.span);
        }
    }

    /// raised, list → (raised again in part, or with what handlers raised, or not)
    fn raise_what_is_left(&mut self, span: Span) {
        let done = self.label();
        self.emit(Instr::PUSH_NULL, span);
        self.load_of_groups("_raised_after", span);
        self.emit(Instr::COPY(4), span);
        self.emit(Instr::COPY(4), span);
        self.emit(Instr::CALL(2), span);
        self.emit(Instr::COPY(1), span);
        self.emit_const(Const::None, span);
        self.emit(Instr::IS_OP(false), span);
        self.jump(Jump::If(true), done, span);
        self.emit(Instr::RERAISE, span);
        self.bind(done);
        (0..3).for_each(|_| self.emit(Instr::POP_TOP, span));
    }
}
