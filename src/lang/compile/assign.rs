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
    /// In a cell that functions share.
    Cell(u8),
    /// In the namespace that is this local variable. Where it has no value in a class's body, the global is meant.
    Namespace(u8),
    Global,
    /// A global, seen from the module's own code.
    Name,
}

/// The only parameter of a class's body: where its names are kept.
pub(super) const NAMESPACE: u8 = 0;

impl Compiler<'_> {
    pub(super) fn place(&mut self, name: &str) -> Place {
        let Some(scope) = &self.frame().scope else { return Place::Name };
        if scope.is_in_namespace(name) {
            return Place::Namespace(NAMESPACE);
        }
        if let Some(slot) = scope.surplus_slot(name) {
            return Place::Namespace(self.builder().count(slot));
        }
        let Some(slot) = scope.slot(name) else { return Place::Global };
        let is_shared = scope.is_shared(slot);
        let slot = self.builder().count(slot);
        if is_shared { Place::Cell(slot) } else { Place::Local(slot) }
    }

    pub(super) fn load_name(&mut self, name: &Arc<str>, span: Span) {
        if self.is_group(name) {
            return self.load_of_groups(name, span);
        }
        let instr = match self.place(name) {
            Place::Local(slot) => Instr::LOAD_FAST(Local(slot)),
            Place::Cell(slot) => Instr::LOAD_DEREF(Local(slot)),
            Place::Namespace(slot) => Instr::LOAD_LOCAL_NAME(Local(slot), self.builder().name(name)),
            Place::Global => Instr::LOAD_GLOBAL(false, self.builder().name(name)),
            Place::Name => Instr::LOAD_NAME(self.builder().name(name)),
        };
        self.emit(instr, span);
    }

    pub(super) fn store_name(&mut self, name: &Arc<str>, span: Span) {
        self.is_renamed |= self.frames.len() == 1 && &**name == "__name__";
        let instr = match self.place(name) {
            Place::Local(slot) => Instr::STORE_FAST(Local(slot)),
            Place::Namespace(slot) => Instr::STORE_LOCAL_NAME(Local(slot), self.builder().name(name)),
            Place::Cell(slot) => Instr::STORE_DEREF(Local(slot)),
            Place::Global => Instr::STORE_GLOBAL(self.builder().name(name)),
            Place::Name => Instr::STORE_NAME(self.builder().name(name)),
        };
        self.emit(instr, span);
    }

    pub(super) fn delete_name(&mut self, name: &Arc<str>, span: Span) {
        let instr = match self.place(name) {
            Place::Local(slot) => Instr::DELETE_FAST(Local(slot)),
            Place::Namespace(slot) => Instr::DELETE_LOCAL_NAME(Local(slot), self.builder().name(name)),
            Place::Cell(slot) => Instr::DELETE_DEREF(Local(slot)),
            Place::Global => Instr::DELETE_GLOBAL(self.builder().name(name)),
            Place::Name => Instr::DELETE_NAME(self.builder().name(name)),
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
            ExprKind::Tuple(targets) | ExprKind::List(targets) => self.unpack(targets, target.span),
            ExprKind::Attribute(object, name) => {
                self.expr(object);
                let name = self.builder().name(name);
                self.emit(Instr::STORE_ATTR(name), target.span);
            }
            ExprKind::Invalid => self.emit(Instr::POP_TOP, target.span),
            ExprKind::Starred(_) => {
                self.mistakes.syntax("starred assignment target must be in a list or tuple", target.span);
                self.emit(Instr::POP_TOP, target.span);
            }
            _ => {
                self.mistakes.add("cannot assign to this expression", target.span, "");
                self.emit(Instr::POP_TOP, target.span);
            }
        }
    }

    fn unpack(&mut self, targets: &[Expr], span: Span) {
        let is_starred = |target: &Expr| matches!(target.kind, ExprKind::Starred(_));
        let stars: Vec<usize> = targets.iter().enumerate().filter(|(_, t)| is_starred(t)).map(|(at, _)| at).collect();
        let instr = match stars.as_slice() {
            [] => Instr::UNPACK_SEQUENCE(self.builder().count(targets.len())),
            [at] if *at > u8::MAX.into() => {
                self.mistakes.syntax("too many expressions in star-unpacking assignment", span);
                return self.emit(Instr::POP_TOP, span);
            }
            [at] => Instr::UNPACK_EX(self.builder().count(*at), self.builder().count(targets.len() - at - 1)),
            [_, _, ..] => {
                self.mistakes.syntax("multiple starred expressions in assignment", span);
                return self.emit(Instr::POP_TOP, span);
            }
        };
        self.emit(instr, span);
        for target in targets {
            match &target.kind {
                ExprKind::Starred(inner) => self.store(inner),
                _ => self.store(target),
            }
        }
    }

    pub(super) fn delete(&mut self, target: &Expr) {
        match &target.kind {
            ExprKind::Name(name) => self.delete_name(name, target.span),
            ExprKind::Attribute(object, name) => {
                self.expr(object);
                let name = self.builder().name(name);
                self.emit(Instr::DELETE_ATTR(name), target.span);
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
