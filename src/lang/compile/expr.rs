//! Expressions, and the jumps that depend on one.

use super::Compiler;
use super::display::is_starred;
use super::folding::{constant, truth};
use crate::bytecode::{BinaryOp, CodePlace, Const, Instr};
use crate::lang::builder::{Jump, Label};
use crate::lang::mistakes::joined;
use crate::lang::tree::{BoolOp, Comparison, Expr, ExprKind, FormatPart, IfExpr, UnaryOp};
use crate::source::Span;
use std::sync::Arc;

/// Displays with more items than this are built one by one, so that they do not fill the frame's window.
pub(super) const MOST_AT_ONCE: usize = 30;

impl Compiler<'_> {
    /// Leaves the value on the stack.
    pub(super) fn expr(&mut self, expr: &Expr) {
        let span = expr.span;
        if let Some(constant) = constant(expr) {
            return self.emit_const(constant, span);
        }
        match &expr.kind {
            ExprKind::Const(constant) => self.emit_const(constant.clone(), span),
            ExprKind::Name(name) => self.load_name(name, span),
            ExprKind::Unary(op, operand) => {
                self.expr(operand);
                self.emit(unary_instr(*op), span);
            }
            ExprKind::Binary(op, left, right) => {
                self.expr(left);
                self.expr(right);
                self.emit_binary(*op, span, left.span, right.span);
            }
            ExprKind::Compare(left, rights) => self.compare(left, rights, span),
            ExprKind::Bool(op, values) => self.bool_op(*op, values, span),
            ExprKind::If(choice) => self.if_expr(choice, span),
            ExprKind::Call(call) => self.call(call, span),
            ExprKind::Attribute(value, name) => {
                self.expr(value);
                let name = self.builder().name(name);
                self.emit(Instr::LOAD_ATTR(name), span);
            }
            ExprKind::Subscript(container, index) => {
                self.expr(container);
                self.expr(index);
                self.emit_subscript(Instr::BINARY_SUBSCR, span, container.span);
            }
            ExprKind::Slice(parts) => self.slice(parts, span),
            ExprKind::List(items) => self.list(items, span),
            ExprKind::Tuple(items) if items.len() > MOST_AT_ONCE || items.iter().any(is_starred) => {
                self.large_tuple(items, span);
            }
            ExprKind::Tuple(items) => {
                items.iter().for_each(|item| self.expr(item));
                self.emit(Instr::BUILD_TUPLE(items.len() as u8), span);
            }
            ExprKind::Set(items) => self.set(items, span),
            ExprKind::Dict(items) => self.dict(items, span),
            ExprKind::Named(name, value) => {
                self.expr(value);
                self.emit(Instr::COPY(1), span);
                self.store_name(&name.text, name.span);
            }
            ExprKind::Lambda(function) => self.function(function, span),
            ExprKind::Comprehension(first, function) => self.comprehension(first, function, span),
            ExprKind::Yield(value) => self.yield_value(value.as_deref(), span),
            ExprKind::YieldFrom(iterable) => self.yield_from(iterable, span),
            ExprKind::Await(value) => {
                self.expr(value);
                self.await_top(0, span);
            }
            ExprKind::Starred(_) => {
                self.mistakes.syntax("can't use starred expression here", span);
                self.emit_const(Const::None, span);
            }
            ExprKind::Format(parts) => self.format(parts, span),
            // Nothing will run; the stack's depth is kept right.
            ExprKind::Invalid => self.emit_const(Const::None, span),
        }
    }

    /// The traceback points at the operator.
    pub(super) fn emit_binary(&mut self, op: BinaryOp, span: Span, left: Span, right: Span) {
        let anchor = operator_span(&self.source.text, left.end, right.start);
        self.builder().emit(Instr::BINARY_OP(op), CodePlace { span, anchor });
    }

    /// The traceback points at the brackets and what is in them.
    pub(super) fn emit_subscript(&mut self, instr: Instr, span: Span, container: Span) {
        let rest = self.source.text.get(container.end as usize..span.end as usize).unwrap_or("");
        let anchor = rest.find('[').map(|at| Span { start: container.end + at as u32, end: span.end });
        self.builder().emit(instr, CodePlace { span, anchor });
    }

    fn emit_comparison(&mut self, comparison: Comparison, span: Span) {
        let instr = match comparison {
            Comparison::Order(op) => Instr::COMPARE_OP(op),
            Comparison::Is(invert) => Instr::IS_OP(invert),
            Comparison::In(invert) => Instr::CONTAINS_OP(invert),
        };
        self.emit(instr, span);
    }

    fn compare(&mut self, left: &Expr, rights: &[(Comparison, Expr)], span: Span) {
        let Some(((comparison, last), chain)) = rights.split_last() else { return self.expr(left) };
        self.expr(left);
        let (cleanup, end) = (self.label(), self.label());
        for (comparison, right) in chain {
            self.keep_for_next(right, *comparison, span);
            self.jump(Jump::IfOrPop(false), cleanup, span);
        }
        self.expr(last);
        self.emit_comparison(*comparison, span);
        if chain.is_empty() {
            return;
        }
        self.jump(Jump::Always, end, span);
        self.bind(cleanup);
        self.emit(Instr::SWAP(2), span);
        self.emit(Instr::POP_TOP, span);
        self.bind(end);
    }

    /// Compares with `right` and keeps it below the result, for the next comparison of a chain.
    fn keep_for_next(&mut self, right: &Expr, comparison: Comparison, span: Span) {
        self.expr(right);
        self.emit(Instr::SWAP(2), span);
        self.emit(Instr::COPY(2), span);
        self.emit_comparison(comparison, span);
    }

    fn bool_op(&mut self, op: BoolOp, values: &[Expr], span: Span) {
        let end = self.label();
        for (at, value) in values.iter().enumerate() {
            self.expr(value);
            if at + 1 < values.len() {
                self.jump(Jump::IfOrPop(op == BoolOp::Or), end, span);
            }
        }
        self.bind(end);
    }

    fn if_expr(&mut self, choice: &IfExpr, span: Span) {
        let (orelse, end) = (self.label(), self.label());
        self.jump_if(&choice.test, orelse, false);
        self.expr(&choice.body);
        self.jump(Jump::Always, end, span);
        self.bind(orelse);
        self.expr(&choice.orelse);
        self.bind(end);
    }

    /// Jumps if the expression's truth is `wanted`, without making a boolean of it.
    pub(super) fn jump_if(&mut self, expr: &Expr, to: Label, wanted: bool) {
        if let Some(constant) = constant(expr) {
            let holds = truth(&constant);
            self.silent(expr.span, Some(constant));
            if holds == wanted {
                self.jump(Jump::Always, to, expr.span);
            }
            return;
        }
        match &expr.kind {
            ExprKind::Unary(UnaryOp::Not, operand) => self.jump_if(operand, to, !wanted),
            ExprKind::Bool(op, values) => self.jump_if_bool(*op, values, to, wanted),
            ExprKind::Compare(left, rights) if rights.len() > 1 => {
                self.jump_if_chain(left, rights, to, wanted, expr.span);
            }
            _ => {
                self.expr(expr);
                self.jump(Jump::If(wanted), to, expr.span);
            }
        }
    }

    fn jump_if_bool(&mut self, op: BoolOp, values: &[Expr], to: Label, wanted: bool) {
        let Some((last, others)) = values.split_last() else { return };
        let decides = op == BoolOp::Or;
        let past = self.label();
        for value in others {
            self.jump_if(value, if decides == wanted { to } else { past }, decides);
        }
        self.jump_if(last, to, wanted);
        self.bind(past);
    }

    fn jump_if_chain(&mut self, left: &Expr, rights: &[(Comparison, Expr)], to: Label, wanted: bool, span: Span) {
        let Some(((comparison, last), chain)) = rights.split_last() else { return };
        let (cleanup, end) = (self.label(), self.label());
        self.expr(left);
        for (comparison, right) in chain {
            self.keep_for_next(right, *comparison, span);
            self.jump(Jump::If(false), cleanup, span);
        }
        self.expr(last);
        self.emit_comparison(*comparison, span);
        self.jump(Jump::If(wanted), to, span);
        self.jump(Jump::Always, end, span);
        self.bind(cleanup);
        self.emit(Instr::POP_TOP, span);
        if !wanted {
            self.jump(Jump::Always, to, span);
        }
        self.bind(end);
    }

    fn slice(&mut self, parts: &[Option<Expr>; 3], span: Span) {
        let [start, stop, step] = parts;
        for part in [start, stop] {
            match part {
                Some(part) => self.expr(part),
                None => self.emit_const(Const::None, span),
            }
        }
        if let Some(step) = step {
            self.expr(step);
        }
        self.emit(Instr::BUILD_SLICE(if step.is_some() { 3 } else { 2 }), span);
    }

    fn format(&mut self, parts: &[FormatPart], span: Span) {
        let mut on_stack = 0;
        for part in parts {
            if on_stack == MOST_AT_ONCE {
                self.emit(Instr::BUILD_STRING(on_stack as u8), span);
                on_stack = 1;
            }
            match part {
                FormatPart::Literal(text) => self.emit_const(Const::Str(Arc::clone(text)), span),
                FormatPart::Value(value, conversion, spec) => {
                    self.expr(value);
                    spec.iter().for_each(|spec| self.format(spec, value.span));
                    self.emit(Instr::FORMAT_VALUE(*conversion, spec.is_some()), value.span);
                }
            }
            on_stack += 1;
        }
        match (on_stack, parts) {
            (0, _) => self.emit_const(Const::Str("".into()), span),
            (1, _) => {}
            _ => self.emit(Instr::BUILD_STRING(on_stack as u8), span),
        }
    }
}

fn unary_instr(op: UnaryOp) -> Instr {
    match op {
        UnaryOp::Positive => Instr::UNARY_POSITIVE,
        UnaryOp::Negative => Instr::UNARY_NEGATIVE,
        UnaryOp::Invert => Instr::UNARY_INVERT,
        UnaryOp::Not => Instr::UNARY_NOT,
    }
}

/// The operator between two operands, past blanks and closing brackets.
fn operator_span(text: &str, from: u32, to: u32) -> Option<Span> {
    let between = text.get(from as usize..to as usize)?;
    let at = between.find(|c: char| !c.is_whitespace() && c != ')' && c != '\\')?;
    let operator: &str = between[at..].split(|c: char| c.is_whitespace() || c == '(' || c == '#').next()?;
    let start = from + at as u32;
    Some(joined(Span { start, end: start }, Span { start, end: start + operator.len().min(2) as u32 }))
}
