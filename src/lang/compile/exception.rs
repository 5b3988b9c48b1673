//! `try`, `raise` and `with`: code whose exceptions go to a handler of the same function.
//!
//! As in CPython 3.11 nothing is executed on entering a `try`: the exception table says where the flow goes on.

use super::block::Block;
use super::{Compiler, without_line};
use crate::bytecode::Instr;
use crate::lang::builder::{Jump, Label};
use crate::lang::tree::{Expr, Handler, Try, With};
use crate::source::Span;
use std::rc::Rc;
use std::sync::Arc;

impl Compiler<'_> {
    pub(super) fn try_stmt(&mut self, stmt: &Try, span: Span) {
        self.builder().silent(span, true, None);
        if stmt.last.is_empty() {
            return self.try_handlers(stmt, span);
        }
        let (raised, again, end) = (self.label(), self.label(), self.label());
        self.enter(raised, 0, span, |cover| Block::Finally(cover, Rc::clone(&stmt.last)));
        match stmt.handlers.is_empty() {
            true => self.body(&stmt.body),
            false => self.try_handlers(stmt, span),
        }
        self.exit();
        self.body(&stmt.last);
        self.jump(Jump::Always, end, without_line(span));
        self.bind(raised);
        self.emit(Instr::PUSH_EXC_INFO, without_line(span));
        self.enter(again, 1, span, Block::Raising);
        self.body(&stmt.last);
        self.emit(Instr::RERAISE, without_line(span));
        self.exit();
        self.raise_again(again, span);
        self.bind(end);
    }

    /// Where an exception in a handler goes: the one handled before is so again.
    pub(super) fn raise_again(&mut self, label: Label, span: Span) {
        let span = without_line(span);
        self.bind(label);
        self.emit(Instr::SWAP(2), span);
        self.emit(Instr::POP_EXCEPT, span);
        self.emit(Instr::RERAISE, span);
    }

    fn try_handlers(&mut self, stmt: &Try, span: Span) {
        match stmt.is_star {
            true => self.try_star(stmt, span),
            false => self.try_except(stmt, span),
        }
    }

    fn try_except(&mut self, stmt: &Try, span: Span) {
        let (raised, again, end) = (self.label(), self.label(), self.label());
        self.enter(raised, 0, span, Block::Try);
        self.body(&stmt.body);
        self.exit();
        self.body(&stmt.orelse);
        self.jump(Jump::Always, end, without_line(span));
        self.bind(raised);
        self.emit(Instr::PUSH_EXC_INFO, without_line(span));
        self.enter(again, 1, span, Block::Handler);
        stmt.handlers.iter().for_each(|handler| self.handler(handler, end));
        self.emit(Instr::RERAISE, without_line(span));
        self.exit();
        self.raise_again(again, span);
        self.bind(end);
    }

    fn handler(&mut self, handler: &Handler, end: Label) {
        let (span, next) = (handler.span, self.label());
        if let Some(kind) = &handler.kind {
            self.expr(kind);
            self.emit(Instr::CHECK_EXC_MATCH, kind.span);
            self.jump(Jump::If(false), next, kind.span);
        }
        match &handler.name {
            Some(name) => self.handler_with_variable(handler, &name.text, name.span),
            None => {
                self.emit(Instr::POP_TOP, span);
                self.body(&handler.body);
                self.emit(Instr::POP_EXCEPT, without_line(span));
            }
        }
        self.jump(Jump::Always, end, without_line(span));
        self.bind(next);
    }

    fn handler_with_variable(&mut self, handler: &Handler, name: &Arc<str>, span: Span) {
        let (raised, done) = (self.label(), self.label());
        self.store_name(name, span);
        self.enter(raised, 0, span, |cover| Block::Variable(cover, Arc::clone(name)));
        self.body(&handler.body);
        self.exit();
        let span = without_line(span);
        self.emit(Instr::POP_EXCEPT, span);
        self.forget(name, span);
        self.jump(Jump::Always, done, span);
        self.bind(raised);
        self.forget(name, span);
        self.emit(Instr::RERAISE, span);
        self.bind(done);
    }

    pub(super) fn raise(&mut self, exception: Option<&Expr>, cause: Option<&Expr>, span: Span) {
        exception.iter().chain(&cause).for_each(|expr| self.expr(expr));
        let count = u8::from(exception.is_some()) + u8::from(cause.is_some());
        self.emit(Instr::RAISE_VARARGS(count), span);
    }

    pub(super) fn with_stmt(&mut self, stmt: &With, span: Span) {
        let (raised, again, suppressed, end) = (self.label(), self.label(), self.label(), self.label());
        let place = stmt.manager.span;
        self.expr(&stmt.manager);
        match stmt.is_async {
            true => {
                self.emit(Instr::BEFORE_ASYNC_WITH, place);
                self.await_top(1, place);
            }
            false => self.emit(Instr::BEFORE_WITH, place),
        }
        self.enter(raised, 1, span, |cover| Block::With(cover, stmt.is_async));
        match &stmt.target {
            Some(target) => self.store(target),
            None => self.emit(Instr::POP_TOP, place),
        }
        self.body(&stmt.body);
        self.exit();
        self.call_exit(stmt.is_async, span);
        self.jump(Jump::Always, end, span);
        self.bind(raised);
        self.emit(Instr::PUSH_EXC_INFO, span);
        self.enter(again, 1, span, Block::Handler);
        self.emit(Instr::WITH_EXCEPT_START, span);
        if stmt.is_async {
            self.await_top(2, span);
        }
        self.jump(Jump::If(true), suppressed, span);
        self.emit(Instr::RERAISE, span);
        self.exit();
        self.raise_again(again, span);
        self.bind(suppressed);
        self.emit(Instr::POP_TOP, span);
        self.emit(Instr::POP_EXCEPT, span);
        self.emit(Instr::POP_TOP, span);
        self.bind(end);
    }
}
