//! Statements.

use super::block::{Block, Loop, place_behind};
use super::folding::constant;
use super::function::{docstring, without_docstring};
use super::{Compiler, without_line};
use crate::bytecode::{BinaryOp, Const, Instr};
use crate::lang::builder::Jump;
use crate::lang::names::for_each_body;
use crate::lang::tree::{Expr, ExprKind, For, Import, Name, Stmt, StmtKind};
use crate::source::Span;
use std::sync::Arc;

impl Compiler<'_> {
    /// The body of a class or a module.
    pub(super) fn body_with_documentation(&mut self, body: &[Stmt]) {
        let rest = without_docstring(body);
        if let (Some(doc), Some(first)) = (docstring(body), body.first()) {
            self.silent(first.span, Some(Const::Str(doc)));
        }
        self.body(if self.shows_values { body } else { rest });
    }

    pub(super) fn body(&mut self, body: &[Stmt]) {
        body.iter().for_each(|stmt| self.stmt(stmt));
    }

    fn stmt(&mut self, stmt: &Stmt) {
        let span = stmt.span;
        match &stmt.kind {
            StmtKind::Expr(value) if self.shows_values && self.frames.len() == 1 => self.shown(value),
            StmtKind::Expr(Expr { kind: ExprKind::Const(_), .. }) => self.silent(span, None),
            StmtKind::Expr(value) => {
                self.expr(value);
                self.emit(Instr::POP_TOP, value.span);
            }
            StmtKind::Assign(targets, value) => self.assign(targets, value),
            StmtKind::Annotated(inner, noted, annotation) => self.annotated(inner, noted.as_ref(), annotation),
            StmtKind::AugAssign(target, op, value) => self.aug_assign(target, *op, value, span),
            StmtKind::If(test, body, orelse) => self.if_stmt(test, body, orelse, span),
            StmtKind::While(test, body, orelse) => self.while_stmt(test, body, orelse, span),
            StmtKind::For(stmt) => self.for_stmt(stmt, span),
            StmtKind::Function(function) => self.function_stmt(function, span),
            StmtKind::Class(class) => self.class(class, span),
            StmtKind::Try(stmt) => self.try_stmt(stmt, span),
            StmtKind::Match(stmt) => self.match_stmt(stmt, span),
            StmtKind::Raise(exception, cause) => self.raise(exception.as_ref(), cause.as_ref(), span),
            StmtKind::With(stmt) => self.with_stmt(stmt, span),
            StmtKind::Collect(into, key, value) => self.collect(*into, key.as_ref(), value, span),
            StmtKind::Return(value) => self.return_stmt(value.as_ref(), span),
            StmtKind::Import(imports) => imports.iter().for_each(|import| self.import(import, span)),
            StmtKind::ImportFrom(module, imports) => self.import_from(&module.text, imports, span),
            StmtKind::Assert(test, message) => self.assert(test, message.as_ref()),
            StmtKind::Delete(targets) => targets.iter().for_each(|target| self.delete(target)),
            StmtKind::Break => self.break_stmt(span),
            StmtKind::Continue => self.continue_stmt(span),
            StmtKind::Global(_) | StmtKind::Nonlocal(_) | StmtKind::Declare(_) => {}
            StmtKind::Pass => self.silent(span, None),
        }
    }

    fn assign(&mut self, targets: &[Expr], value: &Expr) {
        if let ([Expr { kind: ExprKind::Tuple(to), .. }], ExprKind::Tuple(from)) = (targets, &value.kind)
            && to.len() == from.len()
            && matches!(to.len(), 2 | 3)
            && !to.iter().chain(from).any(|item| matches!(item.kind, ExprKind::Starred(_)))
        {
            return self.assign_crosswise(to, from, value.span);
        }
        self.expr(value);
        let Some((last, others)) = targets.split_last() else { return };
        for target in others {
            self.emit(Instr::COPY(1), target.span);
            self.store(target);
        }
        self.store(last);
    }

    fn annotated(&mut self, inner: &[Stmt], noted: Option<&Name>, annotation: &Expr) {
        self.body(inner);
        self.expr(annotation);
        let span = annotation.span;
        let Some(name) = noted else { return self.emit(Instr::POP_TOP, span) };
        self.load_name(&"__annotations__".into(), span);
        self.emit_const(Const::Str(Arc::clone(&name.text)), span);
        self.emit(Instr::STORE_SUBSCR, span);
    }

    /// The dict of the annotations, where the body has any.
    pub(super) fn set_up_annotations(&mut self, body: &[Stmt], span: Span) {
        if has_annotations(body) {
            self.emit(Instr::BUILD_MAP(0), span);
            self.store_name(&"__annotations__".into(), span);
        }
    }

    /// `a, b = b, a`, or with three: without a tuple.
    fn assign_crosswise(&mut self, to: &[Expr], from: &[Expr], span: Span) {
        from.iter().for_each(|value| self.expr(value));
        self.emit(Instr::SWAP(from.len() as u8), span);
        to.iter().for_each(|target| self.store(target));
    }

    fn aug_assign(&mut self, target: &Expr, op: BinaryOp, value: &Expr, span: Span) {
        match &target.kind {
            ExprKind::Name(name) => {
                self.load_name(name, target.span);
                self.expr(value);
                self.emit_binary(op, span, target.span, value.span);
                self.store_name(name, target.span);
            }
            ExprKind::Subscript(container, index) => {
                self.expr(container);
                self.expr(index);
                self.emit(Instr::COPY(2), target.span);
                self.emit(Instr::COPY(2), target.span);
                self.emit_subscript(Instr::BINARY_SUBSCR, target.span, container.span);
                self.expr(value);
                self.emit_binary(op, span, target.span, value.span);
                self.emit(Instr::SWAP(3), target.span);
                self.emit(Instr::SWAP(2), target.span);
                self.emit_subscript(Instr::STORE_SUBSCR, target.span, container.span);
            }
            ExprKind::Attribute(object, name) => {
                let name = self.builder().name(name);
                self.expr(object);
                self.emit(Instr::COPY(1), target.span);
                self.emit(Instr::LOAD_ATTR(name), target.span);
                self.expr(value);
                self.emit_binary(op, span, target.span, value.span);
                self.emit(Instr::SWAP(2), target.span);
                self.emit(Instr::STORE_ATTR(name), target.span);
            }
            ExprKind::Invalid => {}
            _ => self.mistakes.add("this cannot be the target of an augmented assignment", target.span, ""),
        }
    }

    fn if_stmt(&mut self, test: &Expr, body: &[Stmt], orelse: &[Stmt], span: Span) {
        let (next, end) = (self.label(), self.label());
        self.jump_if(test, next, false);
        self.body(body);
        if orelse.is_empty() {
            self.bind(next);
            return;
        }
        self.jump(Jump::Always, end, last_span(body, span));
        self.bind(next);
        self.body(orelse);
        self.bind(end);
    }

    /// As in CPython 3.11, the test stands twice: once before the loop, once at its bottom.
    fn while_stmt(&mut self, test: &Expr, body: &[Stmt], orelse: &[Stmt], span: Span) {
        let (head, start, failed, end) = (self.label(), self.label(), self.label(), self.label());
        self.bind(head);
        self.jump_if(test, failed, false);
        self.bind(start);
        self.push_block(Block::Loop(Loop { head, end, has_iterator: false }), span);
        self.body(body);
        self.jump_if(test, start, true);
        self.frame().blocks.pop();
        self.bind(failed);
        self.body(orelse);
        self.bind(end);
    }

    fn for_stmt(&mut self, stmt: &For, span: Span) {
        if stmt.is_async {
            return self.async_for(stmt, span);
        }
        let (head, exhausted, end) = (self.label(), self.label(), self.label());
        self.expr(&stmt.iter);
        if !stmt.ready {
            self.emit(Instr::GET_ITER, span);
        }
        self.bind(head);
        self.jump(Jump::IterEnd, exhausted, span);
        self.store(&stmt.target);
        self.push_block(Block::Loop(Loop { head, end, has_iterator: true }), span);
        self.body(&stmt.body);
        let again = if self.is_comprehension() { span } else { last_span(&stmt.body, span) };
        self.jump(Jump::Always, head, again);
        self.frame().blocks.pop();
        self.bind(exhausted);
        self.body(&stmt.orelse);
        self.bind(end);
    }

    /// The end of the iterator is an exception, which the table of exceptions leads to the loop's own end.
    fn async_for(&mut self, stmt: &For, span: Span) {
        let (head, ended, end) = (self.label(), self.label(), self.label());
        let place = stmt.iter.span;
        self.expr(&stmt.iter);
        if !stmt.ready {
            self.emit(Instr::GET_AITER, place);
        }
        self.bind(head);
        self.enter(ended, 0, span, Block::Try);
        self.emit(Instr::GET_ANEXT, place);
        self.delegate(place);
        self.exit();
        self.store(&stmt.target);
        self.push_block(Block::Loop(Loop { head, end, has_iterator: true }), span);
        self.body(&stmt.body);
        self.jump(Jump::Always, head, last_span(&stmt.body, span));
        self.frame().blocks.pop();
        self.bind(ended);
        self.emit(Instr::END_ASYNC_FOR, place);
        self.body(&stmt.orelse);
        self.bind(end);
    }

    /// What is around is left before the value is returned.
    fn return_stmt(&mut self, value: Option<&Expr>, span: Span) {
        let is_constant = value.is_none_or(|value| constant(value).is_some());
        if let Some(value) = value.filter(|_| !is_constant) {
            self.expr(value);
        }
        if is_constant {
            self.silent(span, None);
        }
        let left = self.leave(0, !is_constant, span);
        let place = place_behind(&left, span);
        if is_constant {
            self.emit_const(value.and_then(constant).unwrap_or(Const::None), place);
        }
        self.emit(Instr::RETURN_VALUE, place);
        self.again(left);
    }

    /// `sys.displayhook(value)`.
    fn shown(&mut self, value: &Expr) {
        let (module, hook) = (self.builder().name(&"sys".into()), self.builder().name(&"displayhook".into()));
        self.emit(Instr::IMPORT_NAME(module), value.span);
        self.emit(Instr::LOAD_METHOD(hook), value.span);
        self.expr(value);
        self.emit(Instr::CALL(1), value.span);
        self.emit(Instr::POP_TOP, value.span);
    }

    fn import(&mut self, import: &Import, span: Span) {
        let name = self.builder().name(&import.name.text);
        self.emit(Instr::IMPORT_NAME(name), span);
        if import.binds_package {
            let package = self.builder().name(&import.bound.text);
            self.emit(Instr::POP_TOP, span);
            self.emit(Instr::IMPORT_NAME(package), span);
        }
        self.store_name(&import.bound.text, import.bound.span);
    }

    fn import_from(&mut self, module: &std::sync::Arc<str>, imports: &[Import], span: Span) {
        let module = self.builder().name(module);
        self.emit(Instr::IMPORT_NAME(module), span);
        for import in imports {
            if *import.name.text == *"*" {
                self.emit(Instr::IMPORT_STAR, span);
                continue;
            }
            let name = self.builder().name(&import.name.text);
            self.emit(Instr::IMPORT_FROM(name), span);
            self.store_name(&import.bound.text, import.bound.span);
        }
        self.emit(Instr::POP_TOP, span);
    }

    fn assert(&mut self, test: &Expr, message: Option<&Expr>) {
        let holds = self.label();
        self.jump_if(test, holds, true);
        if let Some(message) = message {
            self.expr(message);
        }
        self.emit(Instr::ASSERTION_FAILED(u8::from(message.is_some())), test.span);
        self.bind(holds);
    }
}

fn has_annotations(body: &[Stmt]) -> bool {
    body.iter().any(|stmt| {
        let mut found = matches!(stmt.kind, StmtKind::Annotated(_, Some(_), _));
        for_each_body(&stmt.kind, &mut |body| found |= has_annotations(body));
        found
    })
}

fn last_span(body: &[Stmt], span: Span) -> Span {
    without_line(body.last().map_or(span, |stmt| stmt.span))
}
