//! Which names of a function are local: Python's rule, "local if bound anywhere in the function".

use super::mistakes::Mistakes;
use super::tree::{Expr, ExprKind, FormatPart, Function, Name, Stmt, StmtKind};
use crate::source::Span;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// The names of one function.
#[derive(Debug, Default)]
pub struct Scope {
    /// In the order of their slots, the parameters first.
    pub locals: Vec<Arc<str>>,
    index: HashMap<Arc<str>, usize>,
    globals: HashSet<Arc<str>>,
    /// Names that were read so far, for `global` that comes too late.
    read: HashSet<Arc<str>>,
}

impl Scope {
    pub fn of_function(function: &Function, mistakes: &mut Mistakes) -> Scope {
        let mut scope = Scope::default();
        for parameter in &function.parameters {
            let name = &parameter.name;
            if scope.index.contains_key(&name.text) {
                let message = format!("duplicate argument '{}' in function definition", name.text);
                mistakes.add(message, name.span, "");
            }
            scope.bind(&name.text);
        }
        let parameters = scope.locals.len();
        scope.visit(&function.body, parameters, mistakes);
        scope
    }

    /// The slot of a local variable.
    pub fn slot(&self, name: &str) -> Option<usize> {
        self.index.get(name).copied()
    }

    /// Whether the function says `global` of it.
    pub fn declares_global(&self, name: &str) -> bool {
        self.globals.contains(name)
    }

    fn bind(&mut self, name: &Arc<str>) {
        if !self.globals.contains(name) && !self.index.contains_key(name) {
            self.index.insert(Arc::clone(name), self.locals.len());
            self.locals.push(Arc::clone(name));
        }
    }

    fn declare_global(&mut self, name: &Name, parameters: usize, mistakes: &mut Mistakes) {
        let text = &name.text;
        let problem = match self.slot(text) {
            Some(slot) if slot < parameters => Some(format!("name '{text}' is parameter and global")),
            Some(_) => Some(format!("name '{text}' is assigned to before global declaration")),
            None if self.read.contains(text) => Some(format!("name '{text}' is used prior to global declaration")),
            None => None,
        };
        if let Some(problem) = problem {
            mistakes.add(problem, name.span, "");
        }
        self.globals.insert(Arc::clone(text));
    }

    fn visit(&mut self, body: &[Stmt], parameters: usize, mistakes: &mut Mistakes) {
        for stmt in body {
            self.visit_stmt(stmt, parameters, mistakes);
        }
    }

    fn visit_stmt(&mut self, stmt: &Stmt, parameters: usize, mistakes: &mut Mistakes) {
        match &stmt.kind {
            StmtKind::Expr(value) => self.read(value),
            StmtKind::Return(value) => value.iter().for_each(|value| self.read(value)),
            StmtKind::Assert(test, message) => {
                self.read(test);
                message.iter().for_each(|message| self.read(message));
            }
            StmtKind::Assign(targets, value) => {
                self.read(value);
                targets.iter().for_each(|target| self.target(target));
            }
            StmtKind::AugAssign(target, _, value) => {
                self.read(value);
                self.target(target);
            }
            StmtKind::Declare(target) => self.target(target),
            StmtKind::Delete(targets) => targets.iter().for_each(|target| self.target(target)),
            StmtKind::If(test, body, orelse) | StmtKind::While(test, body, orelse) => {
                self.read(test);
                self.visit(body, parameters, mistakes);
                self.visit(orelse, parameters, mistakes);
            }
            StmtKind::For(stmt) => {
                self.read(&stmt.iter);
                self.target(&stmt.target);
                self.visit(&stmt.body, parameters, mistakes);
                self.visit(&stmt.orelse, parameters, mistakes);
            }
            StmtKind::Function(function) => {
                function.parameters.iter().filter_map(|p| p.default.as_ref()).for_each(|value| self.read(value));
                self.bind(&function.name.text);
            }
            StmtKind::Global(names) => {
                names.iter().for_each(|name| self.declare_global(name, parameters, mistakes));
            }
            StmtKind::Import(imports) | StmtKind::ImportFrom(_, imports) => {
                imports.iter().for_each(|import| self.bind(&import.bound.text));
            }
            StmtKind::Break | StmtKind::Continue | StmtKind::Pass => {}
        }
    }

    fn target(&mut self, target: &Expr) {
        match &target.kind {
            ExprKind::Name(name) => self.bind(name),
            ExprKind::Tuple(targets) | ExprKind::List(targets) => targets.iter().for_each(|target| self.target(target)),
            _ => self.read(target),
        }
    }

    fn read(&mut self, expr: &Expr) {
        for_each_name(expr, &mut |name, _| {
            self.read.insert(Arc::clone(name));
        });
    }
}

/// Calls `visit` with each name that the expression reads.
pub fn for_each_name(expr: &Expr, visit: &mut impl FnMut(&Arc<str>, Span)) {
    match &expr.kind {
        ExprKind::Const(_) | ExprKind::Invalid => {}
        ExprKind::Name(name) => visit(name, expr.span),
        ExprKind::Unary(_, operand) | ExprKind::Attribute(operand, _) => for_each_name(operand, visit),
        ExprKind::Binary(_, left, right) | ExprKind::Subscript(left, right) => {
            for_each_name(left, visit);
            for_each_name(right, visit);
        }
        ExprKind::Compare(left, rights) => {
            for_each_name(left, visit);
            rights.iter().for_each(|(_, right)| for_each_name(right, visit));
        }
        ExprKind::Bool(_, all) | ExprKind::List(all) | ExprKind::Tuple(all) => {
            all.iter().for_each(|expr| for_each_name(expr, visit));
        }
        ExprKind::If(choice) => {
            for expr in [&choice.test, &choice.body, &choice.orelse] {
                for_each_name(expr, visit);
            }
        }
        ExprKind::Call(call) => {
            for_each_name(&call.callee, visit);
            call.positional.iter().for_each(|expr| for_each_name(expr, visit));
            call.keywords.iter().for_each(|keyword| for_each_name(&keyword.value, visit));
        }
        ExprKind::Slice(parts) => parts.iter().flatten().for_each(|expr| for_each_name(expr, visit)),
        ExprKind::Format(parts) => {
            for part in parts {
                if let FormatPart::Value(expr, _) = part {
                    for_each_name(expr, visit);
                }
            }
        }
    }
}
