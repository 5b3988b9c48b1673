//! The syntax tree that the compiler works on: only what gilsim supports, with the span of everything.
//!
//! `lower` makes it from the parser library's tree, so that no other file depends on that.

use super::names::Known;
use crate::bytecode::{BinaryOp, CompareOp, Const, Conversion, Flavor};
use crate::source::Span;
use std::rc::Rc;
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
    Set(Vec<Expr>),
    /// Keys with values; a value without a key is a mapping to be unpacked.
    Dict(Vec<(Option<Expr>, Expr)>),
    /// `*value`, in displays, calls and targets.
    Starred(Box<Expr>),
    /// `name := value`.
    Named(Name, Box<Expr>),
    Lambda(Rc<Function>),
    /// The iterable of the first `for`, and the function that does the rest.
    Comprehension(Box<Expr>, Rc<Function>),
    Yield(Option<Box<Expr>>),
    YieldFrom(Box<Expr>),
    Await(Box<Expr>),
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
    /// None for `**value`.
    pub name: Option<Arc<str>>,
    pub span: Span,
    pub value: Expr,
}

#[derive(Debug)]
pub enum FormatPart {
    Literal(Arc<str>),
    Value(Expr, Conversion, Option<Vec<FormatPart>>),
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
    /// Outside of functions: the assignment or declaration, then the name that is noted with it, and the annotation.
    Annotated(Vec<Stmt>, Option<Name>, Expr),
    If(Expr, Vec<Stmt>, Vec<Stmt>),
    While(Expr, Vec<Stmt>, Vec<Stmt>),
    For(Box<For>),
    Function(Rc<Function>),
    Class(Rc<Class>),
    Try(Box<Try>),
    /// The exception and its cause.
    Raise(Option<Expr>, Option<Expr>),
    /// One manager and what its value is assigned to; several are nested.
    With(Box<With>),
    Match(Box<Match>),
    Nonlocal(Vec<Name>),
    /// One more item of the comprehension that the function is: (key and) value.
    Collect(Accumulator, Option<Expr>, Expr),
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
    /// Whether `iter` is an iterator already, as in a comprehension.
    pub ready: bool,
    pub is_async: bool,
    pub target: Expr,
    pub iter: Expr,
    pub body: Vec<Stmt>,
    pub orelse: Vec<Stmt>,
}

#[derive(Debug)]
pub struct Function {
    pub name: Name,
    /// What a `def` binds to it: another name where it is private to a class around.
    pub bound: Name,
    pub kind: FunctionKind,
    /// By position first, then by keyword only.
    pub parameters: Vec<Parameter>,
    /// `*args`.
    pub rest: Option<Name>,
    /// `**kwargs`.
    pub keywords: Option<Name>,
    /// Of parameters, and under the name `return` of the result.
    pub annotations: Vec<(Name, Expr)>,
    pub decorators: Vec<Expr>,
    pub body: Vec<Stmt>,
    pub flavor: Flavor,
    /// Where its text stands, of which the body has been left out.
    pub left_out: Option<Span>,
    pub names: Known,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FunctionKind {
    Def,
    Lambda,
    /// A comprehension, and what it makes; None for a generator expression.
    Comprehension(Option<Accumulator>),
}

/// What a comprehension collects its items in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Accumulator {
    List,
    Set,
    Dict,
}

#[derive(Debug)]
pub struct Parameter {
    pub name: Name,
    pub default: Option<Expr>,
    pub kind: ParameterKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParameterKind {
    PositionalOnly,
    Either,
    KeywordOnly,
}

impl Expr {
    /// The statement that is this expression.
    pub fn into_statement(self) -> Stmt {
        Stmt { span: self.span, kind: StmtKind::Expr(self) }
    }
}

#[derive(Debug)]
pub struct Class {
    pub name: Name,
    /// What is bound to it: another name where it is private to a class around.
    pub bound: Name,
    pub decorators: Vec<Expr>,
    pub bases: Vec<Expr>,
    pub keywords: Vec<Keyword>,
    pub body: Vec<Stmt>,
    pub names: Known,
}

#[derive(Debug)]
pub struct Try {
    /// Whether its handlers are `except*`, each of which gets its part of a group of exceptions.
    pub is_star: bool,
    pub body: Vec<Stmt>,
    pub handlers: Vec<Handler>,
    pub orelse: Vec<Stmt>,
    /// Empty where there is no `finally`.
    pub last: Rc<[Stmt]>,
}

/// `except kind as name`.
#[derive(Debug)]
pub struct Handler {
    pub kind: Option<Expr>,
    pub name: Option<Name>,
    pub body: Vec<Stmt>,
    pub span: Span,
}

#[derive(Debug)]
pub struct With {
    pub is_async: bool,
    pub manager: Expr,
    pub target: Option<Expr>,
    pub body: Vec<Stmt>,
}

#[derive(Debug)]
pub struct Match {
    pub subject: Expr,
    pub cases: Vec<Case>,
}

#[derive(Debug)]
pub struct Case {
    pub pattern: Pattern,
    pub guard: Option<Expr>,
    pub body: Vec<Stmt>,
}

#[derive(Debug)]
pub struct Pattern {
    pub kind: PatternKind,
    pub span: Span,
}

#[derive(Debug)]
pub enum PatternKind {
    /// Compared with `==`.
    Value(Expr),
    /// None, True or False, compared with `is`.
    Singleton(Const),
    /// Fits all; binds the name, or nothing for `_`.
    Capture(Option<Expr>),
    /// `*name` in a sequence.
    Star(Option<Expr>),
    /// `pattern as name`.
    As(Box<Pattern>, Expr),
    Or(Vec<Pattern>),
    Sequence(Vec<Pattern>),
    /// Keys with patterns, and `**rest`.
    Mapping(Vec<(Expr, Pattern)>, Option<Expr>),
    /// The class, patterns by position, patterns by attribute.
    Class(Expr, Vec<Pattern>, Vec<(Name, Pattern)>),
}

impl Pattern {
    /// Calls `visit` with this pattern and all inside it.
    pub fn for_each(&self, visit: &mut dyn FnMut(&Pattern)) {
        visit(self);
        match &self.kind {
            PatternKind::As(inner, _) => inner.for_each(visit),
            PatternKind::Or(all) | PatternKind::Sequence(all) => all.iter().for_each(|one| one.for_each(visit)),
            PatternKind::Mapping(items, _) => items.iter().for_each(|(_, one)| one.for_each(visit)),
            PatternKind::Class(_, by_position, by_name) => {
                by_position.iter().chain(by_name.iter().map(|(_, one)| one)).for_each(|one| one.for_each(visit));
            }
            PatternKind::Value(_) | PatternKind::Singleton(_) | PatternKind::Capture(_) | PatternKind::Star(_) => {}
        }
    }

    /// What is evaluated to match the pattern itself.
    pub fn values(&self) -> Vec<&Expr> {
        match &self.kind {
            PatternKind::Value(value) | PatternKind::Class(value, ..) => vec![value],
            PatternKind::Mapping(items, _) => items.iter().map(|(key, _)| key).collect(),
            _ => Vec::new(),
        }
    }

    /// What the pattern itself binds.
    pub fn target(&self) -> Option<&Expr> {
        match &self.kind {
            PatternKind::Capture(name) | PatternKind::Star(name) | PatternKind::Mapping(_, name) => name.as_ref(),
            PatternKind::As(_, name) => Some(name),
            _ => None,
        }
    }
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
    /// `import a.b`, which binds `a`.
    pub binds_package: bool,
}
