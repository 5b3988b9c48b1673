//! `match`: tests on the subject, with what a pattern captures kept on the stack until all of the pattern fits.
//!
//! As CPython 3.11 does it. A pattern takes its subject off the stack. Captured values lie below whatever else is still
//! needed, the first one on top; where a test fails, as many values are dropped as have come onto the stack since.

use super::Compiler;
use crate::bytecode::{BinaryOp, CompareOp, Const, Instr};
use crate::lang::builder::{Jump, Label};
use crate::lang::tree::{Case, Expr, ExprKind, Match, Pattern, PatternKind};
use crate::source::Span;
use std::sync::Arc;

/// The state of one case.
#[derive(Default)]
pub(super) struct Matching {
    /// Names that have captured something, in the order of the stack from its top.
    pub stores: Vec<(Arc<str>, Span)>,
    /// Labels for failing with so many values to be dropped.
    pub failures: Vec<Label>,
    /// How many values lie above the captured ones.
    pub on_top: usize,
    /// Whether a pattern that fits everything may stand here.
    pub may_be_irrefutable: bool,
}

fn is_wildcard(pattern: &Pattern) -> bool {
    matches!(pattern.kind, PatternKind::Capture(None))
}

impl Compiler<'_> {
    pub(super) fn match_stmt(&mut self, stmt: &Match, span: Span) {
        let end = self.label();
        self.expr(&stmt.subject);
        let Some((last, others)) = stmt.cases.split_last() else { return self.emit(Instr::POP_TOP, span) };
        let default = (!others.is_empty() && is_wildcard(&last.pattern)).then_some(last);
        let tested = if default.is_some() { others } else { &stmt.cases };
        for (at, case) in tested.iter().enumerate() {
            let is_last = at + 1 == tested.len();
            let may_be_irrefutable = case.guard.is_some() || at + 1 == stmt.cases.len();
            self.case(case, is_last, may_be_irrefutable, end);
        }
        if let Some(default) = default {
            if let Some(guard) = &default.guard {
                self.jump_if(guard, end, false);
            }
            self.body(&default.body);
        }
        self.bind(end);
        let _ = span;
    }

    fn case(&mut self, case: &Case, is_last: bool, may_be_irrefutable: bool, end: Label) {
        let span = case.pattern.span;
        if !is_last {
            self.emit(Instr::COPY(1), span);
        }
        let mut matching = Matching { may_be_irrefutable, ..Matching::default() };
        self.pattern(&case.pattern, &mut matching);
        for (name, span) in std::mem::take(&mut matching.stores) {
            self.store_name(&name, span);
        }
        if let Some(guard) = &case.guard {
            let failed = self.failure(&mut matching, 0);
            self.jump_if(guard, failed, false);
        }
        if !is_last {
            self.emit(Instr::POP_TOP, span);
        }
        self.body(&case.body);
        self.jump(Jump::Always, end, span);
        self.bind_failures(&mut matching, span);
    }

    fn failure(&mut self, matching: &mut Matching, drops: usize) -> Label {
        while matching.failures.len() <= drops {
            matching.failures.push(self.label());
        }
        matching.failures[drops]
    }

    pub(super) fn fail(&mut self, jump: Jump, matching: &mut Matching, span: Span) {
        let failed = self.failure(matching, matching.on_top + matching.stores.len());
        self.jump(jump, failed, span);
    }

    fn fail_if_false(&mut self, matching: &mut Matching, span: Span) {
        self.fail(Jump::If(false), matching, span);
    }

    /// Where a failed pattern goes on: what it has left on the stack is dropped.
    pub(super) fn bind_failures(&mut self, matching: &mut Matching, span: Span) {
        for (drops, label) in std::mem::take(&mut matching.failures).into_iter().enumerate().rev() {
            self.bind(label);
            if drops > 0 {
                self.emit(Instr::POP_TOP, span);
            }
        }
    }

    /// Moves the top below `count - 1` others.
    pub(super) fn rotate(&mut self, count: usize, span: Span) {
        for depth in (2..=count).rev() {
            let depth = self.builder().count(depth);
            self.emit(Instr::SWAP(depth), span);
        }
    }

    fn capture(&mut self, name: Option<&Expr>, matching: &mut Matching, span: Span) {
        let Some(Expr { kind: ExprKind::Name(name), span: place }) = name else {
            return self.emit(Instr::POP_TOP, span);
        };
        if matching.stores.iter().any(|(other, _)| other == name) {
            self.mistakes.syntax(format!("multiple assignments to name '{name}' in pattern"), *place);
        }
        self.rotate(matching.on_top + matching.stores.len() + 1, span);
        matching.stores.push((Arc::clone(name), *place));
    }

    pub(super) fn pattern(&mut self, pattern: &Pattern, matching: &mut Matching) {
        let span = pattern.span;
        match &pattern.kind {
            PatternKind::Value(value) => {
                self.expr(value);
                self.emit(Instr::COMPARE_OP(CompareOp::Eq), span);
                self.fail_if_false(matching, span);
            }
            PatternKind::Singleton(constant) => {
                self.emit_const(constant.clone(), span);
                self.emit(Instr::IS_OP(false), span);
                self.fail_if_false(matching, span);
            }
            PatternKind::Capture(name) => {
                if !matching.may_be_irrefutable {
                    self.irrefutable(name.as_ref(), span);
                }
                self.capture(name.as_ref(), matching, span);
            }
            PatternKind::Star(name) => self.capture(name.as_ref(), matching, span),
            PatternKind::As(inner, name) => {
                matching.on_top += 1;
                self.emit(Instr::COPY(1), span);
                self.pattern(inner, matching);
                matching.on_top -= 1;
                self.capture(Some(name), matching, span);
            }
            PatternKind::Or(all) => self.or_pattern(all, matching, span),
            PatternKind::Sequence(all) => self.sequence_pattern(all, matching, span),
            PatternKind::Mapping(items, rest) => self.mapping_pattern(items, rest.as_ref(), matching, span),
            PatternKind::Class(kind, by_position, by_name) => {
                self.class_pattern(kind, by_position, by_name, matching, span);
            }
        }
    }

    fn irrefutable(&mut self, name: Option<&Expr>, span: Span) {
        let what = match name.map(|name| &name.kind) {
            Some(ExprKind::Name(name)) => format!("name capture '{name}'"),
            _ => "wildcard".to_owned(),
        };
        self.mistakes.syntax(format!("{what} makes remaining patterns unreachable"), span);
    }

    /// A pattern inside another may fit everything.
    fn inner_pattern(&mut self, pattern: &Pattern, matching: &mut Matching) {
        let outer = std::mem::replace(&mut matching.may_be_irrefutable, true);
        self.pattern(pattern, matching);
        matching.may_be_irrefutable = outer;
    }

    /// Takes values off the stack one by one, each by its pattern.
    fn inner_patterns<'p>(
        &mut self,
        count: usize,
        patterns: impl Iterator<Item = &'p Pattern>,
        matching: &mut Matching,
    ) {
        matching.on_top += count;
        for pattern in patterns {
            matching.on_top -= 1;
            self.inner_pattern(pattern, matching);
        }
    }

    fn sequence_pattern(&mut self, all: &[Pattern], matching: &mut Matching, span: Span) {
        let is_star = |pattern: &Pattern| matches!(pattern.kind, PatternKind::Star(_));
        let star = all.iter().position(is_star);
        if all.iter().filter(|pattern| is_star(pattern)).count() > 1 {
            self.mistakes.syntax("multiple starred names in sequence pattern", span);
        }
        matching.on_top += 1;
        self.emit(Instr::MATCH_SEQUENCE, span);
        self.fail_if_false(matching, span);
        let least = all.len() - usize::from(star.is_some());
        if star.is_none() || least > 0 {
            self.emit(Instr::GET_LEN, span);
            self.emit_const(Const::Int(least as i64), span);
            self.emit(Instr::COMPARE_OP(if star.is_some() { CompareOp::Ge } else { CompareOp::Eq }), span);
            self.fail_if_false(matching, span);
        }
        matching.on_top -= 1;
        let is_nothing = |pattern: &Pattern| is_wildcard(pattern) || matches!(pattern.kind, PatternKind::Star(None));
        if all.iter().all(is_nothing) {
            return self.emit(Instr::POP_TOP, span);
        }
        match star {
            Some(at) if matches!(all[at].kind, PatternKind::Star(None)) => self.by_index(all, at, matching),
            _ => {
                let after = star.map(|at| all.len() - at - 1);
                let instr = match (star, after) {
                    (Some(at), Some(after)) => Instr::UNPACK_EX(self.builder().count(at), self.builder().count(after)),
                    _ => Instr::UNPACK_SEQUENCE(self.builder().count(all.len())),
                };
                self.emit(instr, span);
                self.inner_patterns(all.len(), all.iter(), matching);
            }
        }
    }

    /// Only the items beside `*_` are looked at.
    fn by_index(&mut self, all: &[Pattern], star: usize, matching: &mut Matching) {
        matching.on_top += 1;
        for (at, pattern) in all.iter().enumerate() {
            let span = pattern.span;
            if at == star || is_wildcard(pattern) {
                continue;
            }
            self.emit(Instr::COPY(1), span);
            if at < star {
                self.emit_const(Const::Int(at as i64), span);
            } else {
                self.emit(Instr::GET_LEN, span);
                self.emit_const(Const::Int((all.len() - at) as i64), span);
                self.emit(Instr::BINARY_OP(BinaryOp::Subtract), span);
            }
            self.emit(Instr::BINARY_SUBSCR, span);
            self.inner_pattern(pattern, matching);
        }
        matching.on_top -= 1;
        self.emit(Instr::POP_TOP, all[star].span);
    }

    fn mapping_pattern(&mut self, items: &[(Expr, Pattern)], rest: Option<&Expr>, matching: &mut Matching, span: Span) {
        matching.on_top += 1;
        self.emit(Instr::MATCH_MAPPING, span);
        self.fail_if_false(matching, span);
        if items.is_empty() && rest.is_none() {
            matching.on_top -= 1;
            return self.emit(Instr::POP_TOP, span);
        }
        if !items.is_empty() {
            self.emit(Instr::GET_LEN, span);
            self.emit_const(Const::Int(items.len() as i64), span);
            self.emit(Instr::COMPARE_OP(CompareOp::Ge), span);
            self.fail_if_false(matching, span);
        }
        self.check_keys(items, span);
        items.iter().for_each(|(key, _)| self.expr(key));
        let count = self.builder().count(items.len());
        self.emit(Instr::BUILD_TUPLE(count), span);
        self.emit(Instr::MATCH_KEYS, span);
        matching.on_top += 2;
        self.fail_if_none(matching, span);
        self.emit(Instr::UNPACK_SEQUENCE(count), span);
        matching.on_top -= 1;
        self.inner_patterns(items.len(), items.iter().map(|(_, pattern)| pattern), matching);
        matching.on_top -= 2;
        match rest {
            Some(rest) => self.rest_of_mapping(items.len(), rest, matching, span),
            None => {
                self.emit(Instr::POP_TOP, span);
                self.emit(Instr::POP_TOP, span);
            }
        }
    }

    fn check_keys(&mut self, items: &[(Expr, Pattern)], span: Span) {
        let mut seen: Vec<String> = Vec::new();
        for (key, _) in items {
            let ExprKind::Const(constant) = &key.kind else { continue };
            let text = match constant {
                Const::Str(text) => format!("'{text}'"),
                other => other.to_string(),
            };
            if seen.contains(&text) {
                self.mistakes.syntax(format!("mapping pattern checks duplicate key ({text})"), span);
            }
            seen.push(text);
        }
    }

    /// The top is the values that were looked for, or None.
    fn fail_if_none(&mut self, matching: &mut Matching, span: Span) {
        self.emit(Instr::COPY(1), span);
        self.emit_const(Const::None, span);
        self.emit(Instr::IS_OP(true), span);
        self.fail_if_false(matching, span);
    }

    /// Mapping and keys are on the stack: a copy of the mapping loses the keys, and is captured.
    fn rest_of_mapping(&mut self, count: usize, rest: &Expr, matching: &mut Matching, span: Span) {
        self.emit(Instr::BUILD_MAP(0), span);
        self.emit(Instr::SWAP(3), span);
        self.emit(Instr::DICT_UPDATE(2), span);
        let keys = self.builder().count(count);
        self.emit(Instr::UNPACK_SEQUENCE(keys), span);
        for left in (1..=count).rev() {
            let depth = self.builder().count(left + 1);
            self.emit(Instr::COPY(depth), span);
            self.emit(Instr::SWAP(2), span);
            self.emit(Instr::DELETE_SUBSCR, span);
        }
        self.capture(Some(rest), matching, span);
    }

    fn class_pattern(
        &mut self,
        kind: &Expr,
        by_position: &[Pattern],
        by_name: &[(crate::lang::tree::Name, Pattern)],
        matching: &mut Matching,
        span: Span,
    ) {
        for (at, (name, pattern)) in by_name.iter().enumerate() {
            if by_name[..at].iter().any(|(other, _)| other.text == name.text) {
                let message = format!("attribute name repeated in class pattern: {}", name.text);
                self.mistakes.syntax(message, pattern.span);
            }
        }
        self.expr(kind);
        let names = by_name.iter().map(|(name, _)| Const::Str(Arc::clone(&name.text))).collect();
        self.emit_const(Const::Tuple(names), span);
        let count = self.builder().count(by_position.len());
        self.emit(Instr::MATCH_CLASS(count), span);
        matching.on_top += 1;
        self.fail_if_none(matching, span);
        let all = by_position.iter().chain(by_name.iter().map(|(_, pattern)| pattern));
        let count = by_position.len() + by_name.len();
        let slots = self.builder().count(count);
        self.emit(Instr::UNPACK_SEQUENCE(slots), span);
        matching.on_top -= 1;
        self.inner_patterns(count, all, matching);
    }
}
