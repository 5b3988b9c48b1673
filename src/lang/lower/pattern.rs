//! `match` and its patterns.

use super::{Lower, MAX_DEPTH};
use crate::bytecode::Const;
use crate::lang::mistakes::span_of;
use crate::lang::nesting::TOO_DEEP;
use crate::lang::tree::{Case, Expr, ExprKind, Match, Pattern, PatternKind, StmtKind};
use ruff_python_ast as ast;
use ruff_text_size::Ranged;

impl Lower<'_> {
    pub(super) fn match_stmt(&mut self, stmt: &ast::StmtMatch) -> StmtKind {
        let subject = self.expr(&stmt.subject);
        let case = |case: &ast::MatchCase| Case {
            pattern: self.pattern(&case.pattern),
            guard: case.guard.as_ref().map(|guard| self.expr(guard)),
            body: self.body(&case.body),
        };
        let cases = stmt.cases.iter().map(case).collect();
        StmtKind::Match(Box::new(Match { subject, cases }))
    }

    fn pattern(&mut self, pattern: &ast::Pattern) -> Pattern {
        let span = span_of(pattern.range());
        if self.depth >= MAX_DEPTH {
            self.mistakes.add(TOO_DEEP, span, "");
            return Pattern { kind: PatternKind::Capture(None), span };
        }
        self.depth += 1;
        let kind = self.pattern_kind(pattern);
        self.depth -= 1;
        Pattern { kind, span }
    }

    fn patterns(&mut self, patterns: &[ast::Pattern]) -> Vec<Pattern> {
        patterns.iter().map(|pattern| self.pattern(pattern)).collect()
    }

    fn pattern_kind(&mut self, pattern: &ast::Pattern) -> PatternKind {
        match pattern {
            ast::Pattern::MatchValue(value) => PatternKind::Value(self.expr(&value.value)),
            ast::Pattern::MatchSingleton(value) => PatternKind::Singleton(match value.value {
                ast::Singleton::None => Const::None,
                ast::Singleton::True => Const::Bool(true),
                ast::Singleton::False => Const::Bool(false),
            }),
            ast::Pattern::MatchSequence(all) => PatternKind::Sequence(self.patterns(&all.patterns)),
            ast::Pattern::MatchMapping(mapping) => {
                let values = self.patterns(&mapping.patterns);
                let keys = self.exprs(&mapping.keys);
                PatternKind::Mapping(
                    keys.into_iter().zip(values).collect(),
                    mapping.rest.as_ref().map(|name| self.capture(name)),
                )
            }
            ast::Pattern::MatchClass(class) => {
                let kind = self.expr(&class.cls);
                let by_position = self.patterns(&class.arguments.patterns);
                let by_name = class.arguments.keywords.iter();
                let by_name = by_name.map(|one| (self.own_name(&one.attr), self.pattern(&one.pattern))).collect();
                PatternKind::Class(kind, by_position, by_name)
            }
            ast::Pattern::MatchStar(star) => PatternKind::Star(star.name.as_ref().map(|name| self.capture(name))),
            ast::Pattern::MatchAs(inner) => match (&inner.pattern, &inner.name) {
                (Some(pattern), Some(name)) => PatternKind::As(Box::new(self.pattern(pattern)), self.capture(name)),
                (Some(pattern), None) => self.pattern_kind(pattern),
                (None, name) => PatternKind::Capture(name.as_ref().map(|name| self.capture(name))),
            },
            ast::Pattern::MatchOr(all) => PatternKind::Or(self.patterns(&all.patterns)),
        }
    }

    fn capture(&mut self, name: &ast::Identifier) -> Expr {
        Expr { kind: ExprKind::Name(self.private(name)), span: span_of(name.range) }
    }
}
