//! What CPython warns of when it compiles a text: code that means something, but hardly what was meant. Knows no code.

use crate::lang::mistakes::span_of;
use crate::source::{Diagnostic, Span};
use ruff_python_ast as ast;
use ruff_python_ast::visitor::{Visitor, walk_expr, walk_stmt};
use ruff_python_ast::{CmpOp, Expr, Number, Stmt};
use ruff_text_size::Ranged;

/// The warnings in the order of the text.
pub fn of(body: &[Stmt]) -> Vec<Diagnostic> {
    let mut found = Warnings(Vec::new());
    found.visit_body(body);
    found.0.sort_by_key(|warning| warning.span.start);
    found.0
}

struct Warnings(Vec<Diagnostic>);

impl Warnings {
    fn warn(&mut self, message: impl Into<String>, span: Span) {
        self.0.push(Diagnostic::new(message, span));
    }

    fn identity(&mut self, compare: &ast::ExprCompare) {
        let operands: Vec<&Expr> = std::iter::once(&*compare.left).chain(&compare.comparators).collect();
        for (pair, op) in operands.windows(2).zip(&compare.ops) {
            let message = match op {
                CmpOp::Is => "\"is\" with a literal. Did you mean \"==\"?",
                CmpOp::IsNot => "\"is not\" with a literal. Did you mean \"!=\"?",
                _ => continue,
            };
            if pair.iter().any(|operand| is_literal(operand)) {
                return self.warn(message, span_of(compare.range));
            }
        }
    }

    fn call(&mut self, call: &ast::ExprCall) {
        let is_known = !matches!(*call.func, Expr::Lambda(_));
        if let Some(kind) = type_of(&call.func).filter(|_| is_known) {
            let message = format!("'{kind}' object is not callable; perhaps you missed a comma?");
            self.warn(message, span_of(call.range()));
        }
    }

    fn subscript(&mut self, subscript: &ast::ExprSubscript) {
        let (value, index) = (&*subscript.value, &*subscript.slice);
        let Some(kind) = type_of(value) else { return };
        let message = match kind {
            "str" | "bytes" | "tuple" | "list" => match type_of(index) {
                Some(index) if !matches!(index, "int" | "bool") => {
                    format!("{kind} indices must be integers or slices, not {index}; perhaps you missed a comma?")
                }
                _ => return,
            },
            "dict" => return,
            _ => format!("'{kind}' object is not subscriptable; perhaps you missed a comma?"),
        };
        self.warn(message, span_of(subscript.range));
    }
}

impl<'a> Visitor<'a> for Warnings {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        if let Stmt::Assert(assert) = stmt
            && assert.test.as_tuple_expr().is_some_and(|tuple| !tuple.is_empty())
        {
            self.warn("assertion is always true, perhaps remove parentheses?", span_of(assert.range));
        }
        walk_stmt(self, stmt);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Compare(compare) => self.identity(compare),
            Expr::Call(call) => self.call(call),
            Expr::Subscript(subscript) => self.subscript(subscript),
            _ => {}
        }
        walk_expr(self, expr);
    }
}

/// Whether the value is made anew or shared as the interpreter likes.
fn is_literal(expr: &Expr) -> bool {
    match expr {
        Expr::Tuple(tuple) => tuple.iter().all(|item| is_literal(item) || is_singleton(item)),
        Expr::UnaryOp(unary) => is_literal(&unary.operand),
        other => other.is_literal_expr() && !is_singleton(other),
    }
}

fn is_singleton(expr: &Expr) -> bool {
    matches!(expr, Expr::NoneLiteral(_) | Expr::BooleanLiteral(_) | Expr::EllipsisLiteral(_))
}

/// The type's name, where the text alone tells it.
fn type_of(expr: &Expr) -> Option<&'static str> {
    Some(match expr {
        Expr::Tuple(_) => "tuple",
        Expr::List(_) | Expr::ListComp(_) => "list",
        Expr::Dict(_) | Expr::DictComp(_) => "dict",
        Expr::Set(_) | Expr::SetComp(_) => "set",
        Expr::Generator(_) => "generator",
        Expr::Lambda(_) => "function",
        Expr::FString(_) | Expr::StringLiteral(_) => "str",
        Expr::BytesLiteral(_) => "bytes",
        Expr::NoneLiteral(_) => "NoneType",
        Expr::BooleanLiteral(_) => "bool",
        Expr::EllipsisLiteral(_) => "ellipsis",
        Expr::NumberLiteral(number) => match number.value {
            Number::Int(_) => "int",
            Number::Float(_) => "float",
            Number::Complex { .. } => "complex",
        },
        _ => return None,
    })
}
