//! Statements.

use super::expr::binary_op;
use super::{Lower, MAX_DEPTH, Star};
use crate::lang::mistakes::span_of;
use crate::lang::nesting::{self, TOO_DEEP};
use crate::lang::tree::{Expr, ExprKind, For, Handler, Name, Stmt, StmtKind, Try, With};
use crate::source::Span;
use ruff_python_ast as ast;
use ruff_text_size::Ranged;
use std::rc::Rc;
use std::sync::Arc;

impl Lower<'_> {
    pub(super) fn body(&mut self, stmts: &[ast::Stmt]) -> Vec<Stmt> {
        stmts.iter().filter_map(|stmt| self.stmt(stmt)).collect()
    }

    fn stmt(&mut self, stmt: &ast::Stmt) -> Option<Stmt> {
        let span = span_of(stmt.range());
        if self.depth >= MAX_DEPTH {
            self.mistakes.add(TOO_DEEP, span, "");
            return None;
        }
        self.depth += 1;
        let kind = self.stmt_kind(stmt, span);
        self.depth -= 1;
        kind.map(|kind| Stmt { kind, span })
    }

    fn stmt_kind(&mut self, stmt: &ast::Stmt, span: Span) -> Option<StmtKind> {
        Some(match stmt {
            ast::Stmt::Expr(stmt) if stmt.value.is_ellipsis_literal_expr() => StmtKind::Pass,
            ast::Stmt::Expr(stmt) => StmtKind::Expr(self.expr(&stmt.value)),
            ast::Stmt::Assign(stmt) => {
                let value = self.expr(&stmt.value);
                StmtKind::Assign(stmt.targets.iter().map(|target| self.target(target)).collect(), value)
            }
            ast::Stmt::AugAssign(stmt) => {
                let target = self.target(&stmt.target);
                StmtKind::AugAssign(target, binary_op(stmt.op).in_place(), self.expr(&stmt.value))
            }
            ast::Stmt::AnnAssign(stmt) => return self.annotated(stmt),
            ast::Stmt::If(stmt) => return Some(self.if_stmt(stmt)),
            ast::Stmt::While(stmt) => {
                let test = self.expr(&stmt.test);
                StmtKind::While(test, self.loop_body(&stmt.body), self.body(&stmt.orelse))
            }
            ast::Stmt::For(stmt) => return self.for_stmt(stmt),
            ast::Stmt::FunctionDef(stmt) => StmtKind::Function(Rc::new(self.function(stmt))),
            ast::Stmt::ClassDef(stmt) => StmtKind::Class(Rc::new(self.class(stmt))),
            ast::Stmt::Try(stmt) => self.try_stmt(stmt),
            ast::Stmt::Raise(stmt) => {
                let exception = stmt.exc.as_ref().map(|exception| self.expr(exception));
                StmtKind::Raise(exception, stmt.cause.as_ref().map(|cause| self.expr(cause)))
            }
            ast::Stmt::Match(stmt) => self.match_stmt(stmt),
            ast::Stmt::With(stmt) => return self.with_stmt(stmt, span),
            ast::Stmt::Nonlocal(stmt) => StmtKind::Nonlocal(self.declared(&stmt.names, span)),
            ast::Stmt::Return(stmt) => {
                if !self.in_function {
                    self.mistakes.syntax("'return' outside function", span);
                }
                let result = stmt.value.as_ref().map_or(span, |value| span_of(value.range()));
                self.not_in_star(true, result);
                StmtKind::Return(stmt.value.as_ref().map(|value| self.expr(value)))
            }
            ast::Stmt::Global(stmt) => StmtKind::Global(self.declared(&stmt.names, span)),
            ast::Stmt::Import(stmt) => StmtKind::Import(self.imports(stmt)),
            ast::Stmt::ImportFrom(stmt) => return self.import_from(stmt),
            ast::Stmt::Assert(stmt) => {
                let test = self.expr(&stmt.test);
                StmtKind::Assert(test, stmt.msg.as_ref().map(|message| self.expr(message)))
            }
            ast::Stmt::Delete(stmt) => {
                StmtKind::Delete(stmt.targets.iter().map(|target| self.target(target)).collect())
            }
            ast::Stmt::Break(_) => self.in_loop_only(StmtKind::Break, "'break' outside loop", span),
            ast::Stmt::Continue(_) => self.in_loop_only(StmtKind::Continue, "'continue' not properly in loop", span),
            ast::Stmt::Pass(_) => StmtKind::Pass,
            other => return self.unsupported_stmt(other, span),
        })
    }

    /// Names of which the whole statement is told where one is wrong.
    fn declared(&mut self, names: &[ast::Identifier], span: Span) -> Vec<Name> {
        names.iter().map(|name| Name { span, ..self.own_name(name) }).collect()
    }

    fn in_loop_only(&mut self, kind: StmtKind, message: &str, span: Span) -> StmtKind {
        if self.in_loop || self.star == Star::Handler {
            self.not_in_star(false, span);
            return kind;
        }
        self.mistakes.syntax(message, span);
        StmtKind::Pass
    }

    fn unsupported_stmt(&mut self, stmt: &ast::Stmt, span: Span) -> Option<StmtKind> {
        let (word, instead) = match stmt {
            ast::Stmt::TypeAlias(_) => ("type", None),
            _ => ("this statement", None),
        };
        self.mistakes.unsupported(&format!("`{word}`"), keyword(span, word), instead);
        None
    }

    /// What is assigned to.
    pub(super) fn target(&mut self, target: &ast::Expr) -> Expr {
        let span = span_of(target.range());
        if self.depth >= MAX_DEPTH {
            return self.expr(target);
        }
        self.depth += 1;
        let kind = match target {
            ast::Expr::Tuple(ast::ExprTuple { elts, .. }) | ast::Expr::List(ast::ExprList { elts, .. }) => {
                ExprKind::Tuple(elts.iter().map(|target| self.target(target)).collect())
            }
            ast::Expr::Starred(starred) => ExprKind::Starred(Box::new(self.target(&starred.value))),
            _ => self.expr(target).kind,
        };
        self.depth -= 1;
        Expr { kind, span }
    }

    /// `x: int = 1`. A function's local annotations are not evaluated.
    fn annotated(&mut self, stmt: &ast::StmtAnnAssign) -> Option<StmtKind> {
        let target = self.target(&stmt.target);
        let noted = match &*stmt.target {
            ast::Expr::Name(written) if stmt.simple => {
                Some(Name { text: self.private(&written.id), span: target.span })
            }
            _ => None,
        };
        let span = span_of(stmt.range);
        let kind = match &stmt.value {
            Some(value) => StmtKind::Assign(vec![target], self.expr(value)),
            None => StmtKind::Declare(target),
        };
        if self.in_function {
            return Some(kind);
        }
        let annotation = self.annotation(&stmt.annotation);
        Some(StmtKind::Annotated(vec![Stmt { kind, span }], noted, annotation))
    }

    fn if_stmt(&mut self, stmt: &ast::StmtIf) -> StmtKind {
        let test = self.expr(&stmt.test);
        let body = self.body(&stmt.body);
        // From the last `elif` on, each becomes the `else` of the one before it.
        let mut orelse = Vec::new();
        for clause in stmt.elif_else_clauses.iter().rev() {
            let body = self.body(&clause.body);
            match &clause.test {
                None => orelse = body,
                Some(test) => {
                    let kind = StmtKind::If(self.expr(test), body, orelse);
                    orelse = vec![Stmt { kind, span: span_of(clause.range) }];
                }
            }
        }
        if stmt.elif_else_clauses.len() > MAX_DEPTH {
            let is_parsed = stmt.elif_else_clauses.len() < nesting::PREFIXES;
            let told = if is_parsed { TOO_DEEP } else { nesting::TOO_MANY };
            self.mistakes.add(told, span_of(stmt.test.range()), "");
            orelse = flattened(orelse);
        }
        StmtKind::If(test, body, orelse)
    }

    fn loop_body(&mut self, body: &[ast::Stmt]) -> Vec<Stmt> {
        let outer = std::mem::replace(&mut self.in_loop, true);
        let inside = if self.star == Star::Outside { Star::Outside } else { Star::Loop };
        let around = std::mem::replace(&mut self.star, inside);
        let body = self.body(body);
        (self.in_loop, self.star) = (outer, around);
        body
    }

    fn for_stmt(&mut self, stmt: &ast::StmtFor) -> Option<StmtKind> {
        self.only_in_async(stmt.is_async, "'async for' outside async function", span_of(stmt.range));
        let (target, iter) = (self.target(&stmt.target), self.expr(&stmt.iter));
        let (body, orelse) = (self.loop_body(&stmt.body), self.body(&stmt.orelse));
        Some(StmtKind::For(Box::new(For { ready: false, is_async: stmt.is_async, target, iter, body, orelse })))
    }

    fn try_stmt(&mut self, stmt: &ast::StmtTry) -> StmtKind {
        let body = self.body(&stmt.body);
        let handlers = stmt.handlers.iter().map(|ast::ExceptHandler::ExceptHandler(handler)| Handler {
            kind: handler.type_.as_ref().map(|kind| self.expr(kind)),
            name: handler.name.as_ref().map(|name| self.own_name(name)),
            body: if stmt.is_star { self.star_body(&handler.body) } else { self.body(&handler.body) },
            span: span_of(handler.range),
        });
        let handlers: Vec<Handler> = handlers.collect();
        if let Some(bare) = handlers.iter().rev().skip(1).find(|handler| handler.kind.is_none()) {
            self.mistakes.syntax("default 'except:' must be last", bare.span);
        }
        let (orelse, last) = (self.body(&stmt.orelse), self.body(&stmt.finalbody).into());
        StmtKind::Try(Box::new(Try { is_star: stmt.is_star, body, handlers, orelse, last }))
    }

    /// The body of an `except*`, which nothing leaves but by its end or an exception.
    fn star_body(&mut self, body: &[ast::Stmt]) -> Vec<Stmt> {
        let outer = std::mem::replace(&mut self.star, Star::Handler);
        let body = self.body(body);
        self.star = outer;
        body
    }

    fn not_in_star(&mut self, is_return: bool, span: Span) {
        if self.star == Star::Handler || is_return && self.star == Star::Loop {
            self.mistakes.syntax("'break', 'continue' and 'return' cannot appear in an except* block", span);
        }
    }

    fn only_in_async(&mut self, is_async: bool, message: &str, span: Span) {
        if is_async && !self.in_async {
            self.mistakes.syntax(message, span);
        }
    }

    /// Several managers become one inside the other.
    fn with_stmt(&mut self, stmt: &ast::StmtWith, span: Span) -> Option<StmtKind> {
        self.only_in_async(stmt.is_async, "'async with' outside async function", span);
        if stmt.items.len() + self.depth > MAX_DEPTH {
            self.mistakes.add("too many managers in one `with`", span, "");
            return None;
        }
        let items: Vec<(Expr, Option<Expr>)> = stmt
            .items
            .iter()
            .map(|item| (self.expr(&item.context_expr), item.optional_vars.as_ref().map(|to| self.target(to))))
            .collect();
        let mut body = self.body(&stmt.body);
        for (manager, target) in items.into_iter().rev() {
            let kind = StmtKind::With(Box::new(With { is_async: stmt.is_async, manager, target, body }));
            body = vec![Stmt { kind, span }];
        }
        body.pop().map(|stmt| stmt.kind)
    }
}

/// The `else` part without what is nested in it; a mistake has been reported.
fn flattened(mut orelse: Vec<Stmt>) -> Vec<Stmt> {
    while let Some(Stmt { kind: StmtKind::If(_, _, inner), .. }) = orelse.pop() {
        orelse = inner;
    }
    Vec::new()
}

impl Lower<'_> {
    pub(super) fn plain_name(&mut self, identifier: &ast::Identifier) -> Name {
        Name { text: self.interned.name(identifier.as_str()), span: span_of(identifier.range) }
    }

    /// The name as it is known: inside a class, `__name` means `_Class__name`.
    pub(super) fn private(&mut self, name: &str) -> Arc<str> {
        match &self.class {
            Some(class) if name.starts_with("__") && !name.ends_with("__") && !class.is_empty() => {
                self.interned.name(&format!("_{class}{name}"))
            }
            _ => self.interned.name(name),
        }
    }

    pub(super) fn own_name(&mut self, identifier: &ast::Identifier) -> Name {
        Name { text: self.private(identifier.as_str()), span: span_of(identifier.range) }
    }
}

/// The first word of a statement.
pub(super) fn keyword(span: Span, word: &str) -> Span {
    Span { start: span.start, end: span.end.min(span.start + word.len() as u32) }
}
