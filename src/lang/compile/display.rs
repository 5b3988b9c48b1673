//! Lists, tuples, sets and dicts as they are written; `yield`.

use super::Compiler;
use super::expr::MOST_AT_ONCE;
use super::folding::{constant, constants};
use crate::bytecode::{Const, Instr};
use crate::lang::builder::Jump;
use crate::lang::tree::{Expr, ExprKind};
use crate::source::Span;

pub(super) fn is_starred(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::Starred(_))
}

/// How many of the items are built at once: all, or none where they are too many or not known one by one.
fn at_once(items: &[Expr]) -> usize {
    if items.len() > MOST_AT_ONCE { 0 } else { items.iter().position(is_starred).unwrap_or(items.len()) }
}

/// The tuple of many items that are known when they are compiled, as CPython has it among the constants.
fn many_constants(items: &[Expr]) -> Option<Const> {
    if items.len() <= MOST_AT_ONCE { None } else { constants(items) }
}

impl Compiler<'_> {
    pub(super) fn list(&mut self, items: &[Expr], span: Span) {
        if let Some(all) = many_constants(items) {
            self.emit(Instr::BUILD_LIST(0), span);
            self.emit_const(all, span);
            return self.emit(Instr::LIST_EXTEND(1), span);
        }
        let (first, rest) = items.split_at(at_once(items));
        first.iter().for_each(|item| self.expr(item));
        self.emit(Instr::BUILD_LIST(first.len() as u8), span);
        for item in rest {
            self.add(item, Instr::LIST_APPEND(1), Instr::LIST_EXTEND(1), span);
        }
    }

    pub(super) fn large_tuple(&mut self, items: &[Expr], span: Span) {
        match many_constants(items) {
            Some(all) => self.emit_const(all, span),
            None => {
                self.list(items, span);
                self.emit(Instr::LIST_TO_TUPLE, span);
            }
        }
    }

    pub(super) fn set(&mut self, items: &[Expr], span: Span) {
        if let Some(all) = many_constants(items) {
            self.emit(Instr::BUILD_SET(0), span);
            self.emit_const(all, span);
            return self.emit(Instr::SET_UPDATE(1), span);
        }
        let (first, rest) = items.split_at(at_once(items));
        first.iter().for_each(|item| self.expr(item));
        let count = first.len() as u8;
        let is_constant = count > 2 && rest.is_empty() && first.iter().all(|item| constant(item).is_some());
        self.emit(if is_constant { Instr::BUILD_CONST_SET(count) } else { Instr::BUILD_SET(count) }, span);
        for item in rest {
            self.add(item, Instr::SET_ADD(1), Instr::SET_UPDATE(1), span);
        }
    }

    fn add(&mut self, item: &Expr, one: Instr, several: Instr, span: Span) {
        match &item.kind {
            ExprKind::Starred(inner) => {
                self.expr(inner);
                self.emit(several, item.span);
            }
            _ => {
                self.expr(item);
                self.emit(one, span);
            }
        }
    }

    pub(super) fn dict(&mut self, items: &[(Option<Expr>, Expr)], span: Span) {
        let known = items.iter().position(|(key, _)| key.is_none()).unwrap_or(items.len());
        let (first, rest) = items.split_at(if items.len() > MOST_AT_ONCE / 2 { 0 } else { known });
        for (key, value) in first {
            key.iter().for_each(|key| self.expr(key));
            self.expr(value);
        }
        self.emit(Instr::BUILD_MAP(first.len() as u8), span);
        for (key, value) in rest {
            key.iter().for_each(|key| self.expr(key));
            self.expr(value);
            self.emit(if key.is_some() { Instr::MAP_ADD(1) } else { Instr::DICT_UPDATE(1) }, span);
        }
    }

    pub(super) fn yield_value(&mut self, value: Option<&Expr>, span: Span) {
        match value {
            Some(value) => self.expr(value),
            None => self.emit_const(Const::None, span),
        }
        if self.frame().marks_yields {
            self.emit(Instr::ASYNC_GEN_WRAP, span);
        }
        self.emit(Instr::YIELD_VALUE, span);
        self.emit(Instr::RESUME, span);
    }

    pub(super) fn yield_from(&mut self, iterable: &Expr, span: Span) {
        self.expr(iterable);
        self.emit(Instr::GET_YIELD_FROM_ITER, span);
        self.delegate(span);
    }

    /// Waits for the awaitable on the stack, and leaves its result.
    pub(super) fn await_top(&mut self, of: u8, span: Span) {
        self.emit(Instr::GET_AWAITABLE(of), span);
        self.delegate(span);
    }

    /// Yields what the iterator on the stack yields, until it leaves its result.
    pub(super) fn delegate(&mut self, span: Span) {
        let (again, end) = (self.label(), self.label());
        self.emit_const(Const::None, span);
        self.bind(again);
        self.jump(Jump::SendEnd, end, span);
        self.emit(Instr::YIELD_VALUE, span);
        self.jump(Jump::Quiet, again, span);
        self.bind(end);
    }
}
