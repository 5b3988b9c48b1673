//! Expressions.

use super::{Lower, MAX_DEPTH};
use crate::bytecode::{BinaryOp, CompareOp, Const};
use crate::lang::mistakes::span_of;
use crate::lang::nesting::TOO_DEEP;
use crate::lang::tree::{Accumulator, BoolOp, Call, Comparison, Expr, ExprKind, IfExpr, Keyword, Name, UnaryOp};
use ruff_python_ast::{self as ast, CmpOp, Operator};
use ruff_text_size::Ranged;
use std::rc::Rc;

impl Lower<'_> {
    pub(super) fn expr(&mut self, expr: &ast::Expr) -> Expr {
        let span = span_of(expr.range());
        if self.depth >= MAX_DEPTH {
            self.mistakes.add_with_help(TOO_DEEP, span, "name parts of it with variables");
            return Expr { kind: ExprKind::Invalid, span };
        }
        self.depth += 1;
        let kind = self.expr_kind(expr);
        self.depth -= 1;
        Expr { kind, span }
    }

    fn boxed(&mut self, expr: &ast::Expr) -> Box<Expr> {
        Box::new(self.expr(expr))
    }

    pub(super) fn exprs<'e>(&mut self, exprs: impl IntoIterator<Item = &'e ast::Expr>) -> Vec<Expr> {
        exprs.into_iter().map(|expr| self.expr(expr)).collect()
    }

    fn expr_kind(&mut self, expr: &ast::Expr) -> ExprKind {
        match expr {
            ast::Expr::NoneLiteral(_) => ExprKind::Const(Const::None),
            ast::Expr::BooleanLiteral(literal) => ExprKind::Const(Const::Bool(literal.value)),
            ast::Expr::NumberLiteral(literal) => self.number(literal),
            ast::Expr::StringLiteral(literal) => self.string(literal),
            ast::Expr::BytesLiteral(literal) => {
                ExprKind::Const(Const::Bytes(literal.value.bytes().collect::<Vec<u8>>().into()))
            }
            ast::Expr::EllipsisLiteral(_) => ExprKind::Const(Const::Ellipsis),
            ast::Expr::FString(literal) => self.f_string(literal),
            ast::Expr::Name(name) if name.id.is_empty() => ExprKind::Invalid,
            // Nothing runs optimised here.
            ast::Expr::Name(name) if name.id == "__debug__" => ExprKind::Const(Const::Bool(true)),
            ast::Expr::Name(name) => ExprKind::Name(self.private(&name.id)),
            ast::Expr::UnaryOp(unary) => ExprKind::Unary(unary_op(unary.op), self.boxed(&unary.operand)),
            ast::Expr::BinOp(binary) => self.binary(binary),
            ast::Expr::BoolOp(bool_op) => {
                let op = if bool_op.op == ast::BoolOp::And { BoolOp::And } else { BoolOp::Or };
                ExprKind::Bool(op, self.exprs(&bool_op.values))
            }
            ast::Expr::Compare(compare) => {
                let left = self.boxed(&compare.left);
                let rights = self.exprs(&*compare.comparators);
                ExprKind::Compare(left, compare.ops.iter().map(|op| comparison(*op)).zip(rights).collect())
            }
            ast::Expr::If(choice) => ExprKind::If(Box::new(IfExpr {
                test: self.expr(&choice.test),
                body: self.expr(&choice.body),
                orelse: self.expr(&choice.orelse),
            })),
            ast::Expr::Call(call) => self.call(call),
            ast::Expr::Attribute(attribute) => {
                ExprKind::Attribute(self.boxed(&attribute.value), self.private(&attribute.attr))
            }
            ast::Expr::Subscript(subscript) => {
                ExprKind::Subscript(self.boxed(&subscript.value), self.boxed(&subscript.slice))
            }
            ast::Expr::Slice(slice) => {
                let parts = [&slice.lower, &slice.upper, &slice.step];
                ExprKind::Slice(Box::new(parts.map(|part| part.as_ref().map(|part| self.expr(part)))))
            }
            ast::Expr::List(list) => ExprKind::List(self.exprs(&list.elts)),
            ast::Expr::Tuple(tuple) => ExprKind::Tuple(self.exprs(&tuple.elts)),
            ast::Expr::Set(set) => ExprKind::Set(self.exprs(&set.elts)),
            ast::Expr::Dict(dict) => {
                let item = |item: &ast::DictItem| (item.key.as_ref().map(|key| self.expr(key)), self.expr(&item.value));
                ExprKind::Dict(dict.items.iter().map(item).collect())
            }
            ast::Expr::Starred(starred) => ExprKind::Starred(self.boxed(&starred.value)),
            ast::Expr::Named(named) => self.named(named),
            ast::Expr::Lambda(lambda) => ExprKind::Lambda(Rc::new(self.lambda(lambda))),
            ast::Expr::ListComp(comp) => {
                self.comprehension(Some(Accumulator::List), None, &comp.elt, &comp.generators, comp.range)
            }
            ast::Expr::SetComp(comp) => {
                self.comprehension(Some(Accumulator::Set), None, &comp.elt, &comp.generators, comp.range)
            }
            ast::Expr::DictComp(comp) => self.comprehension(
                Some(Accumulator::Dict),
                comp.key.as_deref(),
                &comp.value,
                &comp.generators,
                comp.range,
            ),
            ast::Expr::Generator(comp) => self.comprehension(None, None, &comp.elt, &comp.generators, comp.range),
            ast::Expr::Yield(stmt) => {
                self.yields(span_of(stmt.range));
                ExprKind::Yield(stmt.value.as_ref().map(|value| self.boxed(value)))
            }
            ast::Expr::YieldFrom(stmt) => {
                self.yields(span_of(stmt.range));
                if self.in_async {
                    self.mistakes.syntax("'yield from' inside async function", span_of(stmt.range));
                }
                ExprKind::YieldFrom(self.boxed(&stmt.value))
            }
            ast::Expr::Await(stmt) => {
                if !self.in_async {
                    let message =
                        if self.in_function { "'await' outside async function" } else { "'await' outside function" };
                    self.mistakes.syntax(message, span_of(stmt.range));
                }
                self.awaits = true;
                ExprKind::Await(self.boxed(&stmt.value))
            }
            other => self.unsupported_expr(other),
        }
    }

    fn named(&mut self, named: &ast::ExprNamed) -> ExprKind {
        let value = self.boxed(&named.value);
        match &*named.target {
            ast::Expr::Name(name) => {
                let span = span_of(name.range);
                ExprKind::Named(Name { text: self.private(&name.id), span }, value)
            }
            _ => ExprKind::Invalid,
        }
    }

    fn yields(&mut self, span: crate::source::Span) {
        if !self.in_function {
            self.mistakes.syntax("'yield' outside function", span);
        }
        self.yields = true;
    }

    fn binary(&mut self, binary: &ast::ExprBinOp) -> ExprKind {
        ExprKind::Binary(binary_op(binary.op), self.boxed(&binary.left), self.boxed(&binary.right))
    }

    fn call(&mut self, call: &ast::ExprCall) -> ExprKind {
        let callee = self.expr(&call.func);
        let positional = self.exprs(&*call.arguments.args);
        let mut keywords = Vec::new();
        for keyword in &call.arguments.keywords {
            let value = self.expr(&keyword.value);
            let name = keyword.arg.as_ref().map(|name| self.private(name));
            let span = span_of(keyword.arg.as_ref().map_or(keyword.range, |name| name.range));
            keywords.push(Keyword { name, span, value });
        }
        ExprKind::Call(Box::new(Call { callee, positional, keywords }))
    }

    fn unsupported_expr(&mut self, expr: &ast::Expr) -> ExprKind {
        let (what, instead) = match expr {
            ast::Expr::TString(_) => ("template strings", Some("use an f-string")),
            _ => ("this expression", None),
        };
        self.mistakes.unsupported(what, span_of(expr.range()), instead);
        ExprKind::Invalid
    }
}

fn unary_op(op: ast::UnaryOp) -> UnaryOp {
    match op {
        ast::UnaryOp::UAdd => UnaryOp::Positive,
        ast::UnaryOp::USub => UnaryOp::Negative,
        ast::UnaryOp::Invert => UnaryOp::Invert,
        ast::UnaryOp::Not => UnaryOp::Not,
    }
}

pub(super) fn binary_op(op: Operator) -> BinaryOp {
    match op {
        Operator::Add => BinaryOp::Add,
        Operator::Sub => BinaryOp::Subtract,
        Operator::Mult => BinaryOp::Multiply,
        Operator::MatMult => BinaryOp::MatrixMultiply,
        Operator::Div => BinaryOp::TrueDivide,
        Operator::Mod => BinaryOp::Remainder,
        Operator::Pow => BinaryOp::Power,
        Operator::LShift => BinaryOp::Lshift,
        Operator::RShift => BinaryOp::Rshift,
        Operator::BitOr => BinaryOp::Or,
        Operator::BitXor => BinaryOp::Xor,
        Operator::BitAnd => BinaryOp::And,
        Operator::FloorDiv => BinaryOp::FloorDivide,
    }
}

fn comparison(op: CmpOp) -> Comparison {
    match op {
        CmpOp::Eq => Comparison::Order(CompareOp::Eq),
        CmpOp::NotEq => Comparison::Order(CompareOp::Ne),
        CmpOp::Lt => Comparison::Order(CompareOp::Lt),
        CmpOp::LtE => Comparison::Order(CompareOp::Le),
        CmpOp::Gt => Comparison::Order(CompareOp::Gt),
        CmpOp::GtE => Comparison::Order(CompareOp::Ge),
        CmpOp::Is => Comparison::Is(false),
        CmpOp::IsNot => Comparison::Is(true),
        CmpOp::In => Comparison::In(false),
        CmpOp::NotIn => Comparison::In(true),
    }
}
