//! Functions, lambdas, comprehensions and classes.

use super::Lower;
use super::stmt::name;
use crate::bytecode::Flavor;
use crate::lang::mistakes::span_of;
use crate::lang::tree::{
    Accumulator, Class, Expr, ExprKind, For, Function, FunctionKind, Keyword, Name, Parameter, ParameterKind, Stmt,
    StmtKind,
};
use ruff_python_ast as ast;
use ruff_python_ast::statement_visitor::{StatementVisitor, walk_stmt};
use ruff_text_size::{Ranged, TextRange};
use std::rc::Rc;

/// What a function's body is inside of, put aside while another body is lowered.
struct Around {
    in_function: bool,
    in_loop: bool,
    in_async: bool,
    yields: bool,
    awaits: bool,
}

impl Lower<'_> {
    fn enter(&mut self, in_function: bool, in_async: bool) -> Around {
        let around = Around {
            in_function: self.in_function,
            in_loop: self.in_loop,
            in_async: self.in_async,
            yields: self.yields,
            awaits: self.awaits,
        };
        (self.in_function, self.in_loop, self.in_async) = (in_function, false, in_async);
        (self.yields, self.awaits) = (false, false);
        around
    }

    /// What the body that ends here makes of its function.
    fn leave(&mut self, around: Around) -> Flavor {
        let flavor = match (self.in_async, self.yields) {
            (false, false) => Flavor::Function,
            (false, true) => Flavor::Generator,
            (true, false) => Flavor::Coroutine,
            (true, true) => Flavor::AsyncGenerator,
        };
        (self.in_function, self.in_loop, self.in_async) = (around.in_function, around.in_loop, around.in_async);
        (self.yields, self.awaits) = (around.yields, around.awaits);
        flavor
    }

    pub(super) fn function(&mut self, stmt: &ast::StmtFunctionDef) -> Function {
        if let Some(parameters) = &stmt.type_params {
            self.mistakes.unsupported("type parameters", span_of(parameters.range), None);
        }
        let decorators = stmt.decorator_list.iter().map(|decorator| self.expr(&decorator.expression)).collect();
        if let Some(returns) = &stmt.returns {
            self.annotation(returns);
        }
        let parameters = self.parameters(&stmt.parameters);
        let around = self.enter(true, stmt.is_async);
        let body = self.body(&stmt.body);
        let flavor = self.leave(around);
        if flavor == Flavor::AsyncGenerator {
            self.refuse_results(&stmt.body);
        }
        Function {
            name: name(&stmt.name),
            kind: FunctionKind::Def,
            parameters,
            rest: stmt.parameters.vararg.as_ref().map(|rest| self.extra(rest)),
            keywords: stmt.parameters.kwarg.as_ref().map(|rest| self.extra(rest)),
            decorators,
            body,
            flavor,
        }
    }

    /// `*args` or `**kwargs`.
    fn extra(&mut self, parameter: &ast::Parameter) -> Name {
        if let Some(annotation) = &parameter.annotation {
            self.annotation(annotation);
        }
        name(&parameter.name)
    }

    pub(super) fn lambda(&mut self, lambda: &ast::ExprLambda) -> Function {
        let parameters = lambda.parameters.as_deref();
        let lowered = parameters.map(|parameters| self.parameters(parameters)).unwrap_or_default();
        let around = self.enter(true, false);
        let value = self.expr(&lambda.body);
        let flavor = self.leave(around);
        let span = span_of(lambda.range);
        Function {
            name: Name { text: "<lambda>".into(), span },
            kind: FunctionKind::Lambda,
            parameters: lowered,
            rest: parameters.and_then(|all| all.vararg.as_ref()).map(|rest| self.extra(rest)),
            keywords: parameters.and_then(|all| all.kwarg.as_ref()).map(|rest| self.extra(rest)),
            decorators: Vec::new(),
            body: vec![Stmt { span: value.span, kind: StmtKind::Return(Some(value)) }],
            flavor,
        }
    }

    fn parameters(&mut self, parameters: &ast::Parameters) -> Vec<Parameter> {
        let kinds = [
            (&parameters.posonlyargs, ParameterKind::PositionalOnly),
            (&parameters.args, ParameterKind::Either),
            (&parameters.kwonlyargs, ParameterKind::KeywordOnly),
        ];
        let mut lowered = Vec::new();
        for (group, kind) in kinds {
            for parameter in group {
                if let Some(annotation) = &parameter.parameter.annotation {
                    self.annotation(annotation);
                }
                let default = parameter.default.as_ref().map(|default| self.expr(default));
                lowered.push(Parameter { name: name(&parameter.parameter.name), default, kind });
            }
        }
        lowered
    }

    /// Annotations that cannot fail and have no effect are skipped; others are refused.
    fn annotation(&mut self, annotation: &ast::Expr) {
        if !is_plain_annotation(annotation, 0) {
            let help = "name a built-in type, or put the annotation in quotes";
            self.mistakes.unsupported("this annotation", span_of(annotation.range()), Some(help));
        }
    }

    /// The first iterable belongs to the scope around, all else to a function of its own.
    pub(super) fn comprehension(
        &mut self,
        into: Option<Accumulator>,
        key: Option<&ast::Expr>,
        item: &ast::Expr,
        loops: &[ast::Comprehension],
        range: TextRange,
    ) -> ExprKind {
        let span = span_of(range);
        let Some((first, _)) = loops.split_first() else { return ExprKind::Invalid };
        let iterable = self.expr(&first.iter);
        let may_await = self.in_async;
        let around = self.enter(true, may_await);
        let (key, item) = (key.map(|key| self.expr(key)), self.expr(item));
        if self.yields {
            self.mistakes.add("'yield' inside a comprehension", span, "");
        }
        let mut stmt = match into {
            Some(into) => Stmt { span: item.span, kind: StmtKind::Collect(into, key, item) },
            None => {
                let span = item.span;
                let value = Expr { kind: ExprKind::Yield(Some(Box::new(item))), span };
                Stmt { kind: StmtKind::Expr(value), span }
            }
        };
        for (at, inner) in loops.iter().enumerate().rev() {
            for test in inner.ifs.iter().rev() {
                let test = self.expr(test);
                stmt = Stmt { span: test.span, kind: StmtKind::If(test, vec![stmt], Vec::new()) };
            }
            let iter = match at {
                0 => Expr { kind: ExprKind::Name(".0".into()), span: iterable.span },
                _ => self.expr(&inner.iter),
            };
            let target = self.target(&inner.target);
            self.awaits |= inner.is_async;
            let inner =
                For { ready: at == 0, is_async: inner.is_async, target, iter, body: vec![stmt], orelse: Vec::new() };
            stmt = Stmt { kind: StmtKind::For(Box::new(inner)), span };
        }
        let awaits = self.awaits;
        self.leave(around);
        if awaits && !may_await && into.is_some() {
            self.mistakes.add("asynchronous comprehension outside of an asynchronous function", span, "");
        }
        // Around a comprehension that awaits, each comprehension does.
        self.awaits |= awaits && into.is_some();
        let flavor = match (awaits, into) {
            (false, Some(_)) => Flavor::Function,
            (false, None) => Flavor::Generator,
            (true, Some(_)) => Flavor::Coroutine,
            (true, None) => Flavor::AsyncGenerator,
        };
        let name = match into {
            Some(Accumulator::List) => "<listcomp>",
            Some(Accumulator::Set) => "<setcomp>",
            Some(Accumulator::Dict) => "<dictcomp>",
            None => "<genexpr>",
        };
        let parameter =
            Parameter { name: Name { text: ".0".into(), span }, default: None, kind: ParameterKind::Either };
        let function = Function {
            name: Name { text: name.into(), span },
            kind: FunctionKind::Comprehension(into),
            parameters: vec![parameter],
            rest: None,
            keywords: None,
            decorators: Vec::new(),
            body: vec![stmt],
            flavor,
        };
        ExprKind::Comprehension(Box::new(iterable), Rc::new(function))
    }

    pub(super) fn class(&mut self, stmt: &ast::StmtClassDef) -> Class {
        if let Some(parameters) = &stmt.type_params {
            self.mistakes.unsupported("type parameters", span_of(parameters.range), None);
        }
        let decorators = stmt.decorator_list.iter().map(|decorator| self.expr(&decorator.expression)).collect();
        let (mut bases, mut keywords) = (Vec::new(), Vec::new());
        if let Some(arguments) = &stmt.arguments {
            bases = self.exprs(&*arguments.args);
            for keyword in &arguments.keywords {
                let value = self.expr(&keyword.value);
                let name = keyword.arg.as_ref().map(|name| name.as_str().into());
                keywords.push(Keyword { name, span: span_of(keyword.range), value });
            }
        }
        self.refuse_hooks(&stmt.body);
        let around = self.enter(false, false);
        let body = self.body(&stmt.body);
        self.leave(around);
        Class { name: name(&stmt.name), decorators, bases, keywords, body }
    }
}

/// What a class can define to change how attributes, instances and the class itself behave, and what the virtual machine
/// would not ask for: without a word the program would run otherwise than under Python.
const HOOKS: &[&str] = &[
    "__new__",
    "__del__",
    "__slots__",
    "__setattr__",
    "__delattr__",
    "__getattribute__",
    "__get__",
    "__set__",
    "__delete__",
    "__instancecheck__",
    "__subclasscheck__",
    "__class_getitem__",
    "__prepare__",
];

impl Lower<'_> {
    fn refuse_hooks(&mut self, body: &[ast::Stmt]) {
        for stmt in body {
            let (name, range) = match stmt {
                ast::Stmt::FunctionDef(function) => (function.name.as_str(), function.name.range),
                ast::Stmt::Assign(assign) => match assign.targets.as_slice() {
                    [ast::Expr::Name(target)] => (target.id.as_str(), target.range),
                    _ => continue,
                },
                _ => continue,
            };
            if HOOKS.contains(&name) {
                self.mistakes.unsupported(&format!("`{name}`"), span_of(range), None);
            }
        }
    }
}

/// Whether the annotation cannot fail and has no effect. A name is taken for a class that is there.
pub(super) fn is_plain_annotation(annotation: &ast::Expr, depth: usize) -> bool {
    const TYPES: &[&str] =
        &["int", "float", "str", "bool", "list", "tuple", "dict", "set", "object", "range", "bytes", "complex"];
    if depth > 20 {
        return false;
    }
    match annotation {
        ast::Expr::NoneLiteral(_) | ast::Expr::StringLiteral(_) => true,
        ast::Expr::Name(name) => TYPES.contains(&name.id.as_str()) || name.id.starts_with(char::is_uppercase),
        ast::Expr::Subscript(subscript) => {
            let generic = matches!(&*subscript.value, ast::Expr::Name(name)
                if ["list", "tuple", "dict", "set"].contains(&name.id.as_str()));
            let inside = match &*subscript.slice {
                ast::Expr::Tuple(items) => items
                    .elts
                    .iter()
                    .all(|item| item.is_ellipsis_literal_expr() || is_plain_annotation(item, depth + 1)),
                one => is_plain_annotation(one, depth + 1),
            };
            generic && inside
        }
        _ => false,
    }
}

impl Lower<'_> {
    /// An asynchronous generator returns nothing.
    fn refuse_results(&mut self, body: &[ast::Stmt]) {
        struct Returns(Vec<TextRange>);
        impl<'a> StatementVisitor<'a> for Returns {
            fn visit_stmt(&mut self, stmt: &'a ast::Stmt) {
                match stmt {
                    ast::Stmt::Return(stmt) if stmt.value.is_some() => self.0.push(stmt.range),
                    ast::Stmt::FunctionDef(_) | ast::Stmt::ClassDef(_) => {}
                    other => walk_stmt(self, other),
                }
            }
        }
        let mut found = Returns(Vec::new());
        found.visit_body(body);
        for range in found.0 {
            self.mistakes.add("'return' with value in async generator", span_of(range), "");
        }
    }
}
