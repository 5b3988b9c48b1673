//! What a body of code does with names: binds, reads, declares. Knows nothing of the bodies around it.

use super::mistakes::Mistakes;
use super::tree::{Class, Expr, ExprKind, FormatPart, Function, Name, Stmt, StmtKind};
use crate::bytecode::NameSet;
use crate::source::Span;
use std::cell::OnceCell;
use std::rc::Rc;
use std::sync::Arc;

/// The names in one function, class body or module, without those inside functions in it.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// In the order in which they are first bound, the parameters first.
    pub bound: Vec<Arc<str>>,
    is_bound: NameSet,
    pub globals: NameSet,
    pub nonlocals: Vec<(Arc<str>, Span)>,
    /// Names that functions inside take from around them.
    pub inner: NameSet,
    read: NameSet,
    /// Names that a comprehension binds for the function around it, by `:=`.
    exported: Vec<Arc<str>>,
    parameters: usize,
    is_comprehension: bool,
}

/// The names of a function or class body, found out once, with the mistakes that there are about them.
#[derive(Debug, Default)]
pub struct Known(OnceCell<(Rc<Names>, Mistakes)>);

impl Known {
    fn names(&self, mistakes: &mut Mistakes, find: impl FnOnce(&mut Mistakes) -> Names) -> Rc<Names> {
        let (names, found) = self.0.get_or_init(|| {
            let mut found = Mistakes::default();
            (Rc::new(find(&mut found)), found)
        });
        mistakes.add_all(found);
        Rc::clone(names)
    }
}

impl Names {
    pub fn of_function(function: &Function, mistakes: &mut Mistakes) -> Rc<Names> {
        function.names.names(mistakes, |mistakes| Names::in_function(function, mistakes))
    }

    fn in_function(function: &Function, mistakes: &mut Mistakes) -> Names {
        let mut names = Names { is_comprehension: function.is_comprehension(), ..Names::default() };
        let parameters = function.parameters.iter().map(|parameter| &parameter.name);
        for name in parameters.chain(&function.rest).chain(&function.keywords) {
            if names.is_bound.contains(&name.text) {
                let message = format!("duplicate argument '{}' in function definition", name.text);
                mistakes.syntax(message, name.span);
            }
            names.bind(&name.text);
        }
        names.parameters = names.bound.len();
        names.body(&function.body, mistakes);
        names
    }

    pub fn of_class(class: &Class, mistakes: &mut Mistakes) -> Rc<Names> {
        class.names.names(mistakes, |mistakes| Names::of_body(&class.body, mistakes))
    }

    pub fn of_body(body: &[Stmt], mistakes: &mut Mistakes) -> Names {
        let mut names = Names::default();
        names.body(body, mistakes);
        names
    }

    /// How many of the names that are bound first are parameters.
    pub fn parameters(&self) -> usize {
        self.parameters
    }

    pub fn bind(&mut self, name: &Arc<str>) {
        let declared = self.globals.contains(name) || self.nonlocals.iter().any(|(other, _)| other == name);
        if !declared && self.is_bound.insert(Arc::clone(name)) {
            self.bound.push(Arc::clone(name));
        }
    }

    /// The names that the body takes from around it, if they are there. What a class binds, its methods do not see.
    pub fn needs(&self, is_class: bool) -> NameSet {
        let own = |name: &&Arc<str>| !self.is_bound.contains(*name);
        let from_inside = |name: &&Arc<str>| if is_class { ***name != *"__class__" } else { own(name) };
        let nonlocals = self.nonlocals.iter().map(|(name, _)| name);
        let all = self.read.iter().filter(own).chain(self.inner.iter().filter(from_inside)).chain(nonlocals);
        all.filter(|name| !self.globals.contains(*name)).cloned().collect()
    }

    fn declare_global(&mut self, name: &Name, mistakes: &mut Mistakes) {
        self.check_declaration(name, "global", mistakes);
        self.globals.insert(Arc::clone(&name.text));
    }

    fn check_declaration(&self, name: &Name, what: &str, mistakes: &mut Mistakes) {
        let text = &name.text;
        let problem = match self.bound.iter().position(|bound| bound == text) {
            Some(slot) if slot < self.parameters => format!("name '{text}' is parameter and {what}"),
            Some(_) => format!("name '{text}' is assigned to before {what} declaration"),
            None if self.read.contains(text) => format!("name '{text}' is used prior to {what} declaration"),
            None => return,
        };
        mistakes.syntax(problem, name.span);
    }

    fn body(&mut self, body: &[Stmt], mistakes: &mut Mistakes) {
        for stmt in body {
            self.stmt(stmt, mistakes);
        }
    }

    fn stmt(&mut self, stmt: &Stmt, mistakes: &mut Mistakes) {
        match &stmt.kind {
            StmtKind::Global(names) => names.iter().for_each(|name| self.declare_global(name, mistakes)),
            StmtKind::Nonlocal(names) => {
                for name in names {
                    self.check_declaration(name, "nonlocal", mistakes);
                    self.nonlocals.push((Arc::clone(&name.text), name.span));
                }
            }
            StmtKind::Function(function) => {
                function.decorators.iter().for_each(|decorator| self.read(decorator, mistakes));
                self.function(function, mistakes);
                self.bind(&function.bound.text);
            }
            StmtKind::Class(class) => {
                let inside = class.bases.iter().chain(&class.decorators);
                inside.chain(class.keywords.iter().map(|keyword| &keyword.value)).for_each(|e| self.read(e, mistakes));
                self.inner.extend(Names::of_class(class, mistakes).needs(true));
                self.bind(&class.bound.text);
            }
            StmtKind::Import(imports) | StmtKind::ImportFrom(_, imports) => {
                let named = imports.iter().filter(|import| *import.name.text != *"*");
                named.for_each(|import| self.bind(&import.bound.text));
            }
            other => {
                for_each_value(other, &mut |value| self.read(value, mistakes));
                for_each_target(other, &mut |target| self.target(target, mistakes));
                for_each_body(other, &mut |body| self.body(body, mistakes));
            }
        }
        if let StmtKind::Annotated(_, Some(_), _) = &stmt.kind {
            self.bind(&"__annotations__".into());
        }
        if let StmtKind::Try(stmt) = &stmt.kind {
            stmt.handlers.iter().filter_map(|handler| handler.name.as_ref()).for_each(|name| self.bind(&name.text));
        }
    }

    fn function(&mut self, function: &Function, mistakes: &mut Mistakes) {
        let defaults = function.parameters.iter().filter_map(|parameter| parameter.default.as_ref());
        let annotations = function.annotations.iter().map(|(_, annotation)| annotation);
        defaults.chain(annotations).for_each(|value| self.read(value, mistakes));
        let inside = Names::of_function(function, mistakes);
        self.inner.extend(inside.needs(false));
        for name in &inside.exported {
            self.export(name);
        }
    }

    fn export(&mut self, name: &Arc<str>) {
        match self.is_comprehension {
            true => {
                self.exported.push(Arc::clone(name));
                self.read.insert(Arc::clone(name));
            }
            false => self.bind(name),
        }
    }

    fn target(&mut self, target: &Expr, mistakes: &mut Mistakes) {
        match &target.kind {
            ExprKind::Name(name) => self.bind(name),
            ExprKind::Tuple(targets) | ExprKind::List(targets) => {
                targets.iter().for_each(|target| self.target(target, mistakes));
            }
            ExprKind::Starred(target) => self.target(target, mistakes),
            _ => self.read(target, mistakes),
        }
    }

    fn read(&mut self, expr: &Expr, mistakes: &mut Mistakes) {
        match &expr.kind {
            ExprKind::Name(name) => {
                self.read.insert(Arc::clone(name));
                // `super()` means the class around.
                if **name == *"super" {
                    self.read.insert("__class__".into());
                }
            }
            ExprKind::Named(name, value) => {
                self.read(value, mistakes);
                self.export(&name.text);
            }
            ExprKind::Lambda(function) => self.function(function, mistakes),
            ExprKind::Comprehension(first, function) => {
                self.read(first, mistakes);
                self.function(function, mistakes);
            }
            _ => for_each_child(expr, &mut |child| self.read(child, mistakes)),
        }
    }
}

/// Calls `visit` with each name that the expression reads from around it.
pub fn for_each_name(expr: &Expr, visit: &mut dyn FnMut(&Arc<str>, Span)) {
    match &expr.kind {
        ExprKind::Name(name) => visit(name, expr.span),
        ExprKind::Lambda(function) | ExprKind::Comprehension(_, function) => {
            if let ExprKind::Comprehension(first, _) = &expr.kind {
                for_each_name(first, visit);
            }
            let mut needs: Vec<_> =
                Names::of_function(function, &mut Mistakes::default()).needs(false).into_iter().collect();
            needs.sort();
            needs.iter().for_each(|name| visit(name, expr.span));
        }
        _ => for_each_child(expr, &mut |child| for_each_name(child, visit)),
    }
}

/// Calls `visit` with the expressions of which the expression is made, but not with what is in a function of its own.
pub fn for_each_child(expr: &Expr, visit: &mut dyn FnMut(&Expr)) {
    match &expr.kind {
        ExprKind::Const(_) | ExprKind::Invalid | ExprKind::Name(_) | ExprKind::Lambda(_) => {}
        ExprKind::Unary(_, inner)
        | ExprKind::Attribute(inner, _)
        | ExprKind::Starred(inner)
        | ExprKind::Named(_, inner)
        | ExprKind::YieldFrom(inner)
        | ExprKind::Await(inner)
        | ExprKind::Comprehension(inner, _) => visit(inner),
        ExprKind::Yield(value) => value.iter().for_each(|value| visit(value)),
        ExprKind::Binary(_, left, right) | ExprKind::Subscript(left, right) => {
            visit(left);
            visit(right);
        }
        ExprKind::Compare(left, rights) => {
            visit(left);
            rights.iter().for_each(|(_, right)| visit(right));
        }
        ExprKind::Bool(_, all) | ExprKind::List(all) | ExprKind::Tuple(all) | ExprKind::Set(all) => {
            all.iter().for_each(visit);
        }
        ExprKind::Dict(items) => {
            for (key, value) in items {
                key.iter().for_each(&mut *visit);
                visit(value);
            }
        }
        ExprKind::If(choice) => [&choice.test, &choice.body, &choice.orelse].into_iter().for_each(visit),
        ExprKind::Call(call) => {
            visit(&call.callee);
            call.positional.iter().for_each(&mut *visit);
            call.keywords.iter().for_each(|keyword| visit(&keyword.value));
        }
        ExprKind::Slice(parts) => parts.iter().flatten().for_each(visit),
        ExprKind::Format(parts) => parts.iter().for_each(|part| in_format(part, visit)),
    }
}

fn in_format(part: &FormatPart, visit: &mut dyn FnMut(&Expr)) {
    if let FormatPart::Value(value, _, spec) = part {
        visit(value);
        spec.iter().flatten().for_each(|part| in_format(part, visit));
    }
}

/// The expressions that a statement evaluates, but for functions, classes and targets.
fn for_each_value(stmt: &StmtKind, visit: &mut dyn FnMut(&Expr)) {
    match stmt {
        StmtKind::Expr(value) | StmtKind::Assign(_, value) | StmtKind::Annotated(_, _, value) => visit(value),
        StmtKind::AugAssign(_, _, value) | StmtKind::If(value, ..) | StmtKind::While(value, ..) => visit(value),
        StmtKind::Return(value) => value.iter().for_each(visit),
        StmtKind::Assert(test, message) => {
            visit(test);
            message.iter().for_each(visit);
        }
        StmtKind::Raise(exception, cause) => exception.iter().chain(cause).for_each(visit),
        StmtKind::Collect(_, key, value) => {
            key.iter().for_each(&mut *visit);
            visit(value);
        }
        StmtKind::For(stmt) => visit(&stmt.iter),
        StmtKind::With(stmt) => visit(&stmt.manager),
        StmtKind::Match(stmt) => {
            visit(&stmt.subject);
            for case in &stmt.cases {
                case.pattern.for_each(&mut |pattern| pattern.values().into_iter().for_each(&mut *visit));
                case.guard.iter().for_each(&mut *visit);
            }
        }
        StmtKind::Try(stmt) => stmt.handlers.iter().filter_map(|handler| handler.kind.as_ref()).for_each(visit),
        _ => {}
    }
}

/// What a statement assigns to or deletes, but for names that it binds otherwise.
pub fn for_each_target(stmt: &StmtKind, visit: &mut dyn FnMut(&Expr)) {
    match stmt {
        StmtKind::Assign(targets, _) | StmtKind::Delete(targets) => targets.iter().for_each(visit),
        StmtKind::AugAssign(target, ..) | StmtKind::Declare(target) => visit(target),
        StmtKind::For(stmt) => visit(&stmt.target),
        StmtKind::With(stmt) => stmt.target.iter().for_each(visit),
        StmtKind::Match(stmt) => {
            for case in &stmt.cases {
                case.pattern.for_each(&mut |pattern| pattern.target().into_iter().for_each(&mut *visit));
            }
        }
        _ => {}
    }
}

/// The statements inside a statement, but for those of functions and classes.
pub fn for_each_body(stmt: &StmtKind, visit: &mut dyn FnMut(&[Stmt])) {
    match stmt {
        StmtKind::If(_, body, orelse) | StmtKind::While(_, body, orelse) => {
            visit(body);
            visit(orelse);
        }
        StmtKind::For(stmt) => {
            visit(&stmt.body);
            visit(&stmt.orelse);
        }
        StmtKind::With(stmt) => visit(&stmt.body),
        StmtKind::Annotated(inner, ..) => visit(inner),
        StmtKind::Match(stmt) => stmt.cases.iter().for_each(|case| visit(&case.body)),
        StmtKind::Try(stmt) => {
            visit(&stmt.body);
            stmt.handlers.iter().for_each(|handler| visit(&handler.body));
            visit(&stmt.orelse);
            visit(&stmt.last);
        }
        _ => {}
    }
}
