//! What Python refuses of a text that its grammar takes, and that no code could be made of: yields and assignments within
//! comprehensions, and what stands at a place where it means nothing. Knows no code.

use crate::lang::mistakes::{Mistakes, span_of};
use ruff_python_ast as ast;
use ruff_python_ast::visitor::{Visitor, walk_expr, walk_stmt};
use ruff_python_ast::{Expr, ExprContext, Stmt};
use ruff_text_size::{Ranged, TextRange};

/// A text with none of these breaks no rule.
const WORDS: [&str; 5] = [":=", "yield", "nonlocal", "__future__", "__debug__"];

const FEATURES: [&str; 10] = [
    "absolute_import",
    "annotations",
    "barry_as_FLUFL",
    "division",
    "generator_stop",
    "generators",
    "nested_scopes",
    "print_function",
    "unicode_literals",
    "with_statement",
];

/// Adds what is wrong with the statements of a module.
pub fn check(text: &str, body: &[Stmt], mistakes: &mut Mistakes) {
    if WORDS.iter().any(|word| text.contains(word)) {
        let mut rules = Rules { mistakes, around: Vec::new() };
        rules.future(body);
        rules.visit_body(body);
    }
}

/// What an expression is inside of.
enum Around<'a> {
    Function,
    Class,
    /// What is made, and the names that its loops bind.
    Comprehension(&'static str, Vec<&'a str>),
    /// What a comprehension goes over.
    Iterable,
}

struct Rules<'a, 'm> {
    mistakes: &'m mut Mistakes,
    around: Vec<Around<'a>>,
}

impl<'a> Rules<'a, '_> {
    fn wrong(&mut self, message: impl Into<String>, range: TextRange) {
        self.mistakes.syntax(message, span_of(range));
    }

    fn within(&mut self, around: Around<'a>, visit: impl FnOnce(&mut Self)) {
        self.around.push(around);
        visit(self);
        self.around.pop();
    }

    /// Imports from `__future__` must come first.
    fn future(&mut self, body: &'a [Stmt]) {
        let mut is_first = true;
        for (at, stmt) in body.iter().enumerate() {
            let import = stmt.as_import_from_stmt().filter(|import| import.module.as_deref() == Some("__future__"));
            match import {
                Some(import) if is_first => self.features(import),
                Some(import) => {
                    self.wrong("from __future__ imports must occur at the beginning of the file", import.range);
                }
                None => {
                    is_first &= at == 0 && stmt.as_expr_stmt().is_some_and(|doc| doc.value.is_string_literal_expr())
                }
            }
        }
    }

    fn features(&mut self, import: &ast::StmtImportFrom) {
        for alias in &import.names {
            match alias.name.as_str() {
                "braces" => self.wrong("not a chance", import.range),
                name if !FEATURES.contains(&name) => {
                    self.wrong(format!("future feature {name} is not defined"), import.range);
                }
                _ => {}
            }
        }
    }

    fn comprehension(&mut self, what: &'static str, parts: &[&'a Expr], loops: &'a [ast::Comprehension]) {
        let mut names = Names(Vec::new());
        loops.iter().for_each(|one| names.visit_expr(&one.target));
        if let Some(first) = loops.first() {
            self.within(Around::Iterable, |rules| rules.visit_expr(&first.iter));
        }
        self.within(Around::Comprehension(what, names.0), |rules| {
            for (at, one) in loops.iter().enumerate() {
                rules.visit_expr(&one.target);
                if at > 0 {
                    rules.within(Around::Iterable, |rules| rules.visit_expr(&one.iter));
                }
                one.ifs.iter().for_each(|test| rules.visit_expr(test));
            }
            parts.iter().for_each(|part| rules.visit_expr(part));
        });
    }

    fn named(&mut self, named: &'a ast::ExprNamed) {
        let Some(target) = named.target.as_name_expr() else { return };
        let is_iterable = |around: &Around| matches!(around, Around::Iterable);
        let inner = self.around.iter().rev().take_while(|one| !matches!(one, Around::Function | Around::Class));
        let inner: Vec<&Around> = inner.collect();
        let binds = |around: &&Around| match around {
            Around::Comprehension(_, names) => names.contains(&target.id.as_str()),
            _ => false,
        };
        let in_class = matches!(self.around.iter().rev().nth(inner.len()), Some(Around::Class));
        let message = match inner.as_slice() {
            [] => return,
            all if all.iter().any(|around| is_iterable(around)) => {
                let message = "assignment expression cannot be used in a comprehension iterable expression";
                return self.wrong(message, named.range);
            }
            all if all.iter().any(binds) => {
                format!("assignment expression cannot rebind comprehension iteration variable '{}'", target.id)
            }
            _ if in_class => "assignment expression within a comprehension cannot be used in a class body".to_owned(),
            _ => return,
        };
        self.wrong(message, target.range);
    }
}

impl<'a> Visitor<'a> for Rules<'a, '_> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::FunctionDef(function) => {
                function.decorator_list.iter().for_each(|decorator| self.visit_decorator(decorator));
                self.visit_parameters(&function.parameters);
                self.within(Around::Function, |rules| rules.visit_body(&function.body));
            }
            Stmt::ClassDef(class) => {
                class.decorator_list.iter().for_each(|decorator| self.visit_decorator(decorator));
                class.arguments.iter().for_each(|arguments| self.visit_arguments(arguments));
                self.within(Around::Class, |rules| rules.visit_body(&class.body));
            }
            Stmt::Nonlocal(stmt) if self.around.is_empty() => {
                self.wrong("nonlocal declaration not allowed at module level", stmt.range);
            }
            other => walk_stmt(self, other),
        }
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Lambda(lambda) => {
                lambda.parameters.iter().for_each(|parameters| self.visit_parameters(parameters));
                self.within(Around::Function, |rules| rules.visit_expr(&lambda.body));
            }
            Expr::ListComp(made) => self.comprehension("list comprehension", &[&made.elt], &made.generators),
            Expr::SetComp(made) => self.comprehension("set comprehension", &[&made.elt], &made.generators),
            Expr::Generator(made) => self.comprehension("generator expression", &[&made.elt], &made.generators),
            Expr::DictComp(made) => {
                let parts: Vec<&Expr> = made.key.iter().map(|key| &**key).chain([&*made.value]).collect();
                self.comprehension("dict comprehension", &parts, &made.generators);
            }
            Expr::Named(named) => {
                self.named(named);
                walk_expr(self, expr);
            }
            Expr::Yield(_) | Expr::YieldFrom(_) => {
                if let Some(Around::Comprehension(what, _)) = self.around.last() {
                    self.wrong(format!("'yield' inside {what}"), expr.range());
                }
                walk_expr(self, expr);
            }
            Expr::Name(name) if name.id == "__debug__" && name.ctx != ExprContext::Load => {
                let what = if name.ctx == ExprContext::Del { "delete" } else { "assign to" };
                self.wrong(format!("cannot {what} __debug__"), name.range);
            }
            other => walk_expr(self, other),
        }
    }
}

/// The names in a target.
struct Names<'a>(Vec<&'a str>);

impl<'a> Visitor<'a> for Names<'a> {
    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Name(name) => self.0.push(&name.id),
            other => walk_expr(self, other),
        }
    }
}
