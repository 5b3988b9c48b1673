//! Functions, lambdas, comprehensions and classes.

use super::{Lower, Star};
use crate::bytecode::{Const, Flavor};
use crate::lang::mistakes::span_of;
use crate::lang::names::Known;
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
    star: Star,
    in_async: bool,
    yields: bool,
    awaits: bool,
}

impl Lower<'_> {
    fn enter(&mut self, in_function: bool, in_async: bool) -> Around {
        let around = Around {
            in_function: self.in_function,
            in_loop: self.in_loop,
            star: self.star,
            in_async: self.in_async,
            yields: self.yields,
            awaits: self.awaits,
        };
        (self.in_function, self.in_loop, self.in_async) = (in_function, false, in_async);
        (self.yields, self.awaits, self.star) = (false, false, Star::Outside);
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
        (self.yields, self.awaits, self.star) = (around.yields, around.awaits, around.star);
        flavor
    }

    pub(super) fn function(&mut self, stmt: &ast::StmtFunctionDef) -> Function {
        if let Some(parameters) = &stmt.type_params {
            self.mistakes.unsupported("type parameters", span_of(parameters.range), None);
        }
        let decorators = stmt.decorator_list.iter().map(|decorator| self.expr(&decorator.expression)).collect();
        let parameters = self.parameters(&stmt.parameters);
        let annotations = self.annotations(stmt);
        let around = self.enter(true, stmt.is_async);
        let body = self.body(&stmt.body);
        let flavor = self.leave(around);
        if flavor == Flavor::AsyncGenerator {
            self.refuse_results(&stmt.body);
        }
        Function {
            name: self.plain_name(&stmt.name),
            bound: self.own_name(&stmt.name),
            kind: FunctionKind::Def,
            parameters,
            rest: stmt.parameters.vararg.as_ref().map(|rest| self.own_name(&rest.name)),
            keywords: stmt.parameters.kwarg.as_ref().map(|rest| self.own_name(&rest.name)),
            annotations,
            decorators,
            body,
            flavor,
            left_out: self.left_out.get(&stmt.name.range.start().to_u32()).copied(),
            names: Known::default(),
        }
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
            bound: Name { text: "<lambda>".into(), span },
            kind: FunctionKind::Lambda,
            parameters: lowered,
            rest: parameters.and_then(|all| all.vararg.as_ref()).map(|rest| self.own_name(&rest.name)),
            keywords: parameters.and_then(|all| all.kwarg.as_ref()).map(|rest| self.own_name(&rest.name)),
            annotations: Vec::new(),
            decorators: Vec::new(),
            body: vec![Stmt { span: value.span, kind: StmtKind::Return(Some(value)) }],
            flavor,
            left_out: None,
            names: Known::default(),
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
                let default = parameter.default.as_ref().map(|default| self.expr(default));
                lowered.push(Parameter { name: self.own_name(&parameter.parameter.name), default, kind });
            }
        }
        lowered
    }

    /// The annotations of a function, in the order in which Python evaluates them.
    fn annotations(&mut self, stmt: &ast::StmtFunctionDef) -> Vec<(Name, Expr)> {
        let all = &stmt.parameters;
        let plain = |group: &'_ [ast::ParameterWithDefault]| -> Vec<ast::Parameter> {
            group.iter().map(|parameter| parameter.parameter.clone()).collect()
        };
        let mut annotated = [plain(&all.args), plain(&all.posonlyargs)].concat();
        annotated.extend(all.vararg.as_deref().cloned());
        annotated.extend(plain(&all.kwonlyargs));
        annotated.extend(all.kwarg.as_deref().cloned());
        let mut lowered = Vec::new();
        for parameter in annotated {
            if let Some(annotation) = &parameter.annotation {
                lowered.push((self.own_name(&parameter.name), self.annotation(annotation)));
            }
        }
        if let Some(returns) = &stmt.returns {
            let span = span_of(returns.range());
            lowered.push((Name { text: "return".into(), span }, self.annotation(returns)));
        }
        lowered
    }

    /// An annotation; its text where the module asks for that by `from __future__ import annotations`.
    pub(super) fn annotation(&mut self, annotation: &ast::Expr) -> Expr {
        if !self.annotations_are_text {
            return self.expr(annotation);
        }
        let range = annotation.range();
        let text = &self.text[range.start().to_usize()..range.end().to_usize()];
        Expr { kind: ExprKind::Const(Const::Str(text.into())), span: span_of(range) }
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
        // A generator expression may await wherever it stands: it becomes an asynchronous generator then.
        let around = self.enter(true, may_await || into.is_none());
        let (key, item) = (key.map(|key| self.expr(key)), self.expr(item));
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
            self.mistakes.syntax("asynchronous comprehension outside of an asynchronous function", span);
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
            bound: Name { text: name.into(), span },
            kind: FunctionKind::Comprehension(into),
            parameters: vec![parameter],
            rest: None,
            keywords: None,
            annotations: Vec::new(),
            decorators: Vec::new(),
            body: vec![stmt],
            flavor,
            left_out: None,
            names: Known::default(),
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
        let bound = self.own_name(&stmt.name);
        let around = self.enter(false, false);
        let outer = self.class.replace(stmt.name.trim_start_matches('_').to_owned());
        let body = self.body(&stmt.body);
        self.class = outer;
        self.leave(around);
        let name = self.plain_name(&stmt.name);
        Class { name, bound, decorators, bases, keywords, body, names: Known::default() }
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
            self.mistakes.syntax("'return' with value in async generator", span_of(range));
        }
    }
}
