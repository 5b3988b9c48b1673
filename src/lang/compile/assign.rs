//! Names and what is assigned to them.

use super::Compiler;
use crate::bytecode::{Instr, Local};
use crate::lang::tree::{Expr, ExprKind};
use crate::source::Span;
use std::sync::Arc;

/// Where a name's value is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Local(u8),
    Global,
    /// A global, seen from the module's own code.
    Name,
}

impl Compiler<'_> {
    pub(super) fn place(&mut self, name: &Arc<str>, span: Span) -> Place {
        let Some(scope) = &self.frame().scope else { return Place::Name };
        if let Some(slot) = scope.slot(name) {
            return Place::Local(self.builder().count(slot));
        }
        if !scope.declares_global(name) && self.is_local_further_out(name) {
            let help = "pass it as an argument, or make it global";
            self.mistakes.unsupported("variables of an enclosing function", span, Some(help));
        }
        Place::Global
    }

    fn is_local_further_out(&self, name: &str) -> bool {
        let (_, outer) = self.frames.split_last().unwrap_or_else(|| unreachable!("a frame is being compiled"));
        for frame in outer.iter().rev() {
            match &frame.scope {
                Some(scope) if scope.slot(name).is_some() => return true,
                Some(scope) if scope.declares_global(name) => return false,
                _ => {}
            }
        }
        false
    }

    pub(super) fn load_name(&mut self, name: &Arc<str>, span: Span) {
        let instr = match self.place(name, span) {
            Place::Local(slot) => Instr::LOAD_FAST(Local(slot)),
            Place::Global => Instr::LOAD_GLOBAL(false, self.builder().name(name)),
            Place::Name => Instr::LOAD_NAME(self.builder().name(name)),
        };
        self.emit(instr, span);
    }

    pub(super) fn store_name(&mut self, name: &Arc<str>, span: Span) {
        let instr = match self.place(name, span) {
            Place::Local(slot) => Instr::STORE_FAST(Local(slot)),
            Place::Global => Instr::STORE_GLOBAL(self.builder().name(name)),
            Place::Name => Instr::STORE_NAME(self.builder().name(name)),
        };
        self.emit(instr, span);
    }

    /// Stores the top of the stack.
    pub(super) fn store(&mut self, target: &Expr) {
        match &target.kind {
            ExprKind::Name(name) => self.store_name(name, target.span),
            ExprKind::Subscript(container, index) => {
                self.expr(container);
                self.expr(index);
                self.emit_subscript(Instr::STORE_SUBSCR, target.span, container.span);
            }
            ExprKind::Tuple(targets) | ExprKind::List(targets) => {
                let count = self.builder().count(targets.len());
                self.emit(Instr::UNPACK_SEQUENCE(count), target.span);
                targets.iter().for_each(|target| self.store(target));
            }
            ExprKind::Invalid => self.emit(Instr::POP_TOP, target.span),
            _ => {
                self.mistakes.add("cannot assign to this expression", target.span, "");
                self.emit(Instr::POP_TOP, target.span);
            }
        }
    }

    pub(super) fn delete(&mut self, target: &Expr) {
        match &target.kind {
            ExprKind::Name(name) => {
                let instr = match self.place(name, target.span) {
                    Place::Local(slot) => Instr::DELETE_FAST(Local(slot)),
                    Place::Global => Instr::DELETE_GLOBAL(self.builder().name(name)),
                    Place::Name => Instr::DELETE_NAME(self.builder().name(name)),
                };
                self.emit(instr, target.span);
            }
            ExprKind::Subscript(container, index) => {
                self.expr(container);
                self.expr(index);
                self.emit_subscript(Instr::DELETE_SUBSCR, target.span, container.span);
            }
            ExprKind::Tuple(targets) => targets.iter().for_each(|target| self.delete(target)),
            ExprKind::Invalid => {}
            _ => self.mistakes.add("cannot delete this expression", target.span, ""),
        }
    }
}
