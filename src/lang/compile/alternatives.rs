//! Alternatives of a pattern: each captures the same names, which come to lie in one order.

use super::Compiler;
use super::pattern::Matching;
use crate::bytecode::Instr;
use crate::lang::builder::Jump;
use crate::lang::tree::Pattern;
use crate::source::Span;
use std::sync::Arc;

impl Compiler<'_> {
    pub(super) fn or_pattern(&mut self, all: &[Pattern], matching: &mut Matching, span: Span) {
        let end = self.label();
        let mut names: Vec<(Arc<str>, Span)> = Vec::new();
        for (at, pattern) in all.iter().enumerate() {
            let may_be_irrefutable = at + 1 == all.len() && matching.may_be_irrefutable;
            let mut own = Matching { may_be_irrefutable, ..Matching::default() };
            self.emit(Instr::COPY(1), pattern.span);
            self.pattern(pattern, &mut own);
            match at {
                0 => names = std::mem::take(&mut own.stores),
                _ => self.reorder(&names, &mut own, pattern.span),
            }
            self.jump(Jump::Always, end, pattern.span);
            self.bind_failures(&mut own, pattern.span);
        }
        self.emit(Instr::POP_TOP, span);
        self.fail(Jump::Always, matching, span);
        self.bind(end);
        // The captured values go below what else is needed, and the subject is dropped.
        let below = names.len() + 1 + matching.on_top + matching.stores.len();
        for (name, place) in names {
            self.rotate(below, span);
            if matching.stores.iter().any(|(other, _)| *other == name) {
                self.mistakes.syntax(format!("multiple assignments to name '{name}' in pattern"), place);
            }
            matching.stores.push((name, place));
        }
        self.emit(Instr::POP_TOP, span);
    }

    /// Brings what an alternative has captured into the order of the first one.
    fn reorder(&mut self, names: &[(Arc<str>, Span)], own: &mut Matching, span: Span) {
        let has = |name: &Arc<str>| own.stores.iter().any(|(other, _)| other == name);
        if names.len() != own.stores.len() || !names.iter().all(|(name, _)| has(name)) {
            return self.mistakes.syntax("alternative patterns bind different names", span);
        }
        for at in (0..names.len()).rev() {
            let found = own.stores.iter().position(|(other, _)| *other == names[at].0).unwrap_or(at);
            if found == at {
                continue;
            }
            let rotated: Vec<_> = own.stores.drain(..=found).collect();
            own.stores.splice(at - found..at - found, rotated);
            for _ in 0..=found {
                self.rotate(at + 1, span);
            }
        }
    }
}
