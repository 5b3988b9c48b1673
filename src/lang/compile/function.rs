//! Functions, lambdas, comprehensions and classes: bodies of their own.

use super::assign::NAMESPACE;
use super::{Compiler, Origin, without_line};
use crate::bytecode::{Body, Code, Const, Flavor, Instr, Local, Parameters, SURPLUS};
use crate::lang::outline;
use crate::lang::scope::Scope;
use crate::lang::tree::{Accumulator, Class, Expr, ExprKind, Function, FunctionKind, ParameterKind, Stmt, StmtKind};
use crate::source::Span;
use std::sync::Arc;

/// `MAKE_FUNCTION`'s flags, as CPython has them.
const DEFAULTS: u8 = 1;
const KEYWORD_DEFAULTS: u8 = 2;
const ANNOTATIONS: u8 = 4;
const CELLS: u8 = 8;

impl Compiler<'_> {
    pub(super) fn function_stmt(&mut self, function: &Function, span: Span) {
        function.decorators.iter().for_each(|decorator| self.expr(decorator));
        self.function(function, span);
        // A decorator lies where the NULL of a call would, and the function is its first argument.
        function.decorators.iter().rev().for_each(|decorator| self.emit(Instr::CALL(0), decorator.span));
        self.store_name(&function.bound.text, function.name.span);
    }

    /// Leaves the function on the stack.
    pub(super) fn function(&mut self, function: &Function, span: Span) {
        let mut flags = self.defaults(function, span) | self.annotations(function);
        let around: Vec<&Scope> = self.frames.iter().filter_map(|frame| frame.scope.as_ref()).collect();
        let scope = Scope::of_function(function, &around, self.mistakes);
        let free = scope.free_names().to_vec();
        if !free.is_empty() {
            flags |= CELLS;
            self.cells(&free, function.name.span);
        }
        let place = function.name.span;
        self.start(&function.name.text, Some(scope));
        self.frame().doc = match function.kind {
            FunctionKind::Def => docstring(&function.body),
            _ => None,
        };
        self.frame().marks_yields = function.flavor == Flavor::AsyncGenerator;
        // Nobody asks where a function of the library begins, and its body may be compiled without its decorators.
        let decorator = function.decorators.first().filter(|_| self.origin == Origin::Program);
        let first = decorator.map_or(place, |first| Span { start: first.span.start, end: place.end });
        self.prologue(function.flavor != Flavor::Function, first);
        self.function_body(function, span);
        let code = self.end(parameters(function), function.flavor, place);
        let code = code.map(|code| Code { body: function.left_out.map(|text| self.body_left_out(text)), ..code });
        self.make(code, flags, place);
    }

    /// The way to the body of a function whose text stands here.
    fn body_left_out(&self, text: Span) -> Body {
        let around = self.frames.last().filter(|frame| frame.scope.as_ref().is_some_and(|scope| scope.is_class));
        let class = around.map(|frame| frame.name.clone());
        let (source, origin, binds_groups) = (Arc::clone(self.source), self.origin, self.binds_groups);
        Body::new(move || outline::body(&source, text, class.as_deref(), origin, binds_groups))
    }

    /// `MAKE_FUNCTION`; where a mistake was found nothing will run, and only the stack's depth is kept right.
    fn make(&mut self, code: Option<Code>, flags: u8, span: Span) {
        if let Some(code) = code {
            let code = self.builder().constant(Const::Code(Arc::new(code)));
            return self.emit(Instr::MAKE_FUNCTION(code, flags), span);
        }
        for _ in 0..flags.count_ones() {
            self.emit(Instr::POP_TOP, span);
        }
        self.emit_const(Const::None, span);
    }

    fn defaults(&mut self, function: &Function, span: Span) -> u8 {
        let mut flags = 0;
        let is_keyword_only = |kind: ParameterKind| kind == ParameterKind::KeywordOnly;
        let of_kind = |keyword_only: bool| {
            let those = function.parameters.iter().filter(move |p| is_keyword_only(p.kind) == keyword_only);
            those.filter_map(|parameter| Some((&parameter.name.text, parameter.default.as_ref()?)))
        };
        let count = of_kind(false).count();
        if count > 0 {
            flags |= DEFAULTS;
            of_kind(false).for_each(|(_, default)| self.expr(default));
            let count = self.builder().count(count);
            self.emit(Instr::BUILD_TUPLE(count), span);
        }
        let count = of_kind(true).count();
        if count > 0 {
            flags |= KEYWORD_DEFAULTS;
            for (name, default) in of_kind(true) {
                self.emit_const(Const::Str(Arc::clone(name)), default.span);
                self.expr(default);
            }
            let count = self.builder().count(count);
            self.emit(Instr::BUILD_MAP(count), span);
        }
        flags
    }

    /// A tuple of names and annotations in turn.
    fn annotations(&mut self, function: &Function) -> u8 {
        if function.annotations.is_empty() {
            return 0;
        }
        for (name, annotation) in &function.annotations {
            self.emit_const(Const::Str(Arc::clone(&name.text)), annotation.span);
            self.expr(annotation);
        }
        let count = self.builder().count(function.annotations.len() * 2);
        self.emit(Instr::BUILD_TUPLE(count), function.name.span);
        ANNOTATIONS
    }

    /// A tuple of the cells that a function inside takes along.
    fn cells(&mut self, names: &[Arc<str>], span: Span) {
        for name in names {
            let slot = self.frame().scope.as_ref().and_then(|scope| scope.slot(name)).unwrap_or(0);
            let slot = self.builder().count(slot);
            self.emit(Instr::LOAD_CLOSURE(Local(slot)), span);
        }
        let count = self.builder().count(names.len());
        self.emit(Instr::BUILD_TUPLE(count), span);
    }

    /// What comes before the body: cells, the variables without a slot, and the generator.
    fn prologue(&mut self, is_generator: bool, span: Span) {
        let Some(scope) = &self.frame().scope else { return };
        let (cells, free, surplus) = (scope.cells.clone(), scope.free, scope.slot(SURPLUS));
        for cell in cells {
            let slot = self.builder().count(cell);
            self.emit(Instr::MAKE_CELL(Local(slot)), span);
        }
        if free > 0 {
            let free = self.builder().count(free);
            self.emit(Instr::COPY_FREE_VARS(free), span);
        }
        if let Some(slot) = surplus {
            let slot = self.builder().count(slot);
            self.emit(Instr::BUILD_MAP(0), span);
            self.emit(Instr::STORE_FAST(Local(slot)), span);
        }
        if is_generator {
            self.emit(Instr::RETURN_GENERATOR, span);
            self.emit(Instr::POP_TOP, span);
        }
        self.emit(Instr::RESUME, span);
    }

    fn function_body(&mut self, function: &Function, span: Span) {
        let end = Span { start: span.end, end: span.end };
        match function.kind {
            FunctionKind::Comprehension(Some(accumulator)) => {
                let empty = match accumulator {
                    Accumulator::List => Instr::BUILD_LIST(0),
                    Accumulator::Set => Instr::BUILD_SET(0),
                    Accumulator::Dict => Instr::BUILD_MAP(0),
                };
                self.emit(empty, span);
                self.body(&function.body);
                self.emit(Instr::RETURN_VALUE, span);
            }
            _ => {
                let body = without_docstring(&function.body);
                self.body(body);
                self.emit_return_none(body.last().map_or(end, |stmt| stmt.span));
            }
        }
    }

    pub(super) fn comprehension(&mut self, first: &Expr, function: &Function, span: Span) {
        self.function(function, span);
        self.expr(first);
        let is_async = matches!(function.body.first(), Some(Stmt { kind: StmtKind::For(first), .. }) if first.is_async);
        self.emit(if is_async { Instr::GET_AITER } else { Instr::GET_ITER }, span);
        self.emit(Instr::CALL(0), span);
        if function.flavor == Flavor::Coroutine {
            self.await_top(0, span);
        }
    }

    /// One item more for the comprehension that is being compiled.
    pub(super) fn collect(&mut self, into: Accumulator, key: Option<&Expr>, value: &Expr, span: Span) {
        key.iter().for_each(|key| self.expr(key));
        self.expr(value);
        let loops = self.frame().blocks.len() + 1;
        let depth = self.builder().count(loops);
        self.emit(
            match into {
                Accumulator::List => Instr::LIST_APPEND(depth),
                Accumulator::Set => Instr::SET_ADD(depth),
                Accumulator::Dict => Instr::MAP_ADD(depth),
            },
            span,
        );
    }

    pub(super) fn class(&mut self, class: &Class, span: Span) {
        if let Some(keyword) = class.keywords.iter().find(|keyword| keyword.name.is_none()) {
            self.mistakes.unsupported("`**` among the keywords of a class", keyword.span, None);
        }
        class.decorators.iter().for_each(|decorator| self.expr(decorator));
        let place = class.name.span;
        self.emit(Instr::PUSH_NULL, place);
        self.emit(Instr::LOAD_BUILD_CLASS, place);
        self.class_body(class, span);
        self.emit_const(Const::Str(Arc::clone(&class.name.text)), place);
        for base in &class.bases {
            if let ExprKind::Starred(_) = base.kind {
                self.mistakes.unsupported("`*` among the bases of a class", base.span, None);
            }
            self.expr(base);
        }
        class.keywords.iter().for_each(|keyword| self.expr(&keyword.value));
        let count = self.builder().count(class.bases.len() + class.keywords.len() + 2);
        if class.keywords.is_empty() {
            self.emit(Instr::CALL(count), span);
        } else {
            let names = class.keywords.iter().filter_map(|keyword| keyword.name.clone()).map(Const::Str).collect();
            let names = self.builder().constant(Const::Tuple(names));
            self.emit(Instr::CALL_KW(count, names), span);
        }
        class.decorators.iter().rev().for_each(|decorator| self.emit(Instr::CALL(0), decorator.span));
        self.store_name(&class.bound.text, place);
    }

    /// Leaves the function that fills the namespace which it is given, and returns it.
    fn class_body(&mut self, class: &Class, span: Span) {
        let around: Vec<&Scope> = self.frames.iter().filter_map(|frame| frame.scope.as_ref()).collect();
        let scope = Scope::of_class(class, &around, self.mistakes);
        let free = scope.free_names().to_vec();
        let mut flags = 0;
        if !free.is_empty() {
            flags |= CELLS;
            self.cells(&free, span);
        }
        self.start(&class.name.text, Some(scope));
        self.frame().doc = docstring(&class.body);
        self.prologue(false, class.name.span);
        if self.is_renamed {
            self.load_name(&"__name__".into(), class.name.span);
            let module = self.builder().name(&"__module__".into());
            self.emit(Instr::STORE_LOCAL_NAME(Local(NAMESPACE), module), class.name.span);
        }
        self.set_up_annotations(&class.body, span);
        self.body_with_documentation(&class.body);
        let end = without_line(class.body.last().map_or(span, |stmt| stmt.span));
        self.emit(Instr::CLASS_NAMESPACE, end);
        self.emit(Instr::RETURN_VALUE, end);
        let namespace = Parameters { positional: 1, positional_only: 1, ..Parameters::default() };
        let code = self.end(namespace, Flavor::Function, span);
        self.make(code, flags, class.name.span);
    }
}

fn parameters(function: &Function) -> Parameters {
    let count = |kinds: &[ParameterKind]| {
        let found = function.parameters.iter().filter(|parameter| kinds.contains(&parameter.kind)).count();
        // More do not fit into a frame, which is refused elsewhere.
        u8::try_from(found).unwrap_or(u8::MAX)
    };
    Parameters {
        positional: count(&[ParameterKind::PositionalOnly, ParameterKind::Either]),
        positional_only: count(&[ParameterKind::PositionalOnly]),
        keyword_only: count(&[ParameterKind::KeywordOnly]),
        rest: function.rest.is_some(),
        keywords: function.keywords.is_some(),
    }
}

/// The text that a body begins with.
pub(super) fn docstring(body: &[Stmt]) -> Option<Arc<str>> {
    match body.first().map(|first| &first.kind) {
        Some(StmtKind::Expr(Expr { kind: ExprKind::Const(Const::Str(text)), .. })) => Some(Arc::clone(text)),
        _ => None,
    }
}

pub(super) fn without_docstring(body: &[Stmt]) -> &[Stmt] {
    match body {
        [Stmt { kind: StmtKind::Expr(Expr { kind: ExprKind::Const(Const::Str(_)), .. }), .. }, rest @ ..] => rest,
        all => all,
    }
}
