//! The syntax tree that the compiler works on: only what gilsim supports, with the span of everything.
//!
//! `lower` makes it from the parser library's tree, so that no other file depends on that.

use crate::bytecode::{BinaryOp, CompareOp, Const, Conversion};
use crate::source::Span;
use std::sync::Arc;

#[derive(Debug)]
pub struct Expr {
    pub kind: ExprKind,
    pub span: Span,
}

#[derive(Debug)]
pub enum ExprKind {
    Const(Const),
    Name(Arc<str>),
    Unary(UnaryOp, Box<Expr>),
    Binary(BinaryOp, Box<Expr>, Box<Expr>),
    /// The first operand, then each operator with what stands on its right.
    Compare(Box<Expr>, Vec<(Comparison, Expr)>),
    Bool(BoolOp, Vec<Expr>),
    /// `body if test else orelse`.
    If(Box<IfExpr>),
    Call(Box<Call>),
    Attribute(Box<Expr>, Arc<str>),
    Subscript(Box<Expr>, Box<Expr>),
    /// Start, stop, step.
    Slice(Box<[Option<Expr>; 3]>),
    List(Vec<Expr>),
    Tuple(Vec<Expr>),
    /// An f-string: literal parts are constants.
    Format(Vec<FormatPart>),
    /// Stands where a mistake has been reported.
    Invalid,
}

#[derive(Debug)]
pub struct IfExpr {
    pub test: Expr,
    pub body: Expr,
    pub orelse: Expr,
}

#[derive(Debug)]
pub struct Call {
    pub callee: Expr,
    pub positional: Vec<Expr>,
    pub keywords: Vec<Keyword>,
}

#[derive(Debug)]
pub struct Keyword {
    pub name: Arc<str>,
    pub span: Span,
    pub value: Expr,
}

#[derive(Debug)]
pub enum FormatPart {
    Literal(Arc<str>),
    Value(Expr, Conversion),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnaryOp {
    Positive,
    Negative,
    Invert,
    Not,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoolOp {
    And,
    Or,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    Order(CompareOp),
    /// `is`, or `is not` where true.
    Is(bool),
    /// `in`, or `not in` where true.
    In(bool),
}

#[derive(Debug)]
pub struct Stmt {
    pub kind: StmtKind,
    pub span: Span,
}

#[derive(Debug)]
pub enum StmtKind {
    Expr(Expr),
    /// One value to one or more targets: names, subscripts, tuples and lists of targets.
    Assign(Vec<Expr>, Expr),
    AugAssign(Expr, BinaryOp, Expr),
    /// `x: int` without a value: makes the name local, and does nothing else.
    Declare(Expr),
    If(Expr, Vec<Stmt>, Vec<Stmt>),
    While(Expr, Vec<Stmt>, Vec<Stmt>),
    For(Box<For>),
    Function(Box<Function>),
    Return(Option<Expr>),
    Global(Vec<Name>),
    Import(Vec<Import>),
    /// The module and what is taken from it.
    ImportFrom(Name, Vec<Import>),
    Assert(Expr, Option<Expr>),
    Delete(Vec<Expr>),
    Break,
    Continue,
    Pass,
}

#[derive(Debug)]
pub struct For {
    pub target: Expr,
    pub iter: Expr,
    pub body: Vec<Stmt>,
    pub orelse: Vec<Stmt>,
}

#[derive(Debug)]
pub struct Function {
    pub name: Name,
    pub parameters: Vec<Parameter>,
    pub body: Vec<Stmt>,
}

#[derive(Debug)]
pub struct Parameter {
    pub name: Name,
    pub default: Option<Expr>,
}

/// A name where it is written.
#[derive(Clone, Debug)]
pub struct Name {
    pub text: Arc<str>,
    pub span: Span,
}

/// `name as bound`.
#[derive(Debug)]
pub struct Import {
    pub name: Name,
    pub bound: Name,
}
