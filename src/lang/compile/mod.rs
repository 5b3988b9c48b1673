//! From our tree to code objects.

mod assign;
mod expr;
mod stmt;

use super::builder::{Builder, Frame, Label};
use super::mistakes::Mistakes;
use super::scope::Scope;
use super::tree::{Expr, Function, Stmt, StmtKind};
use super::work::WorkNames;
use crate::bytecode::{Code, CodePlace, Const, Instr};
use crate::source::{Source, Span};
use std::sync::Arc;

/// The code of a module. `None` where a mistake was found.
pub fn module(source: &Arc<Source>, body: &[Stmt], work: &WorkNames, mistakes: &mut Mistakes) -> Option<Code> {
    let mut compiler = Compiler::new(source, work, mistakes);
    compiler.start("<module>", None, Span::default());
    compiler.body(body);
    compiler.emit_return_none(body.last().map_or(Span::default(), |stmt| stmt.span));
    compiler.end(0, Span::default())
}

/// The code that evaluates an expression among the module's globals and returns its value.
pub fn expression(source: &Arc<Source>, expr: &Expr, work: &WorkNames, mistakes: &mut Mistakes) -> Option<Code> {
    let mut compiler = Compiler::new(source, work, mistakes);
    compiler.start("<task>", None, Span::default());
    compiler.expr(expr);
    compiler.emit(Instr::RETURN_VALUE, expr.span);
    compiler.end(0, expr.span)
}

struct Compiler<'a> {
    source: &'a Arc<Source>,
    /// What the program calls the functions of `gilsim`.
    work: &'a WorkNames,
    mistakes: &'a mut Mistakes,
    /// The function that is being compiled, below it those that it stands in.
    frames: Vec<Unfinished>,
}

/// Code that is being written.
struct Unfinished {
    name: String,
    builder: Builder,
    /// None for the module.
    scope: Option<Scope>,
    /// The loops around the statement, the innermost last.
    loops: Vec<Loop>,
}

#[derive(Clone, Copy)]
struct Loop {
    /// Where `continue` goes.
    head: Label,
    /// Where `break` goes.
    end: Label,
    /// A `for` loop's iterator lies on the stack.
    has_iterator: bool,
}

impl<'a> Compiler<'a> {
    fn new(source: &'a Arc<Source>, work: &'a WorkNames, mistakes: &'a mut Mistakes) -> Compiler<'a> {
        Compiler { source, work, mistakes, frames: Vec::new() }
    }

    fn start(&mut self, name: &str, scope: Option<Scope>, span: Span) {
        let name = name.to_owned();
        self.frames.push(Unfinished { name, builder: Builder::default(), scope, loops: Vec::new() });
        self.emit(Instr::RESUME, span);
    }

    fn end(&mut self, parameters: usize, span: Span) -> Option<Code> {
        let unfinished = self.frames.pop()?;
        let varnames = unfinished.scope.map(|scope| scope.locals).unwrap_or_default();
        let parameters = parameters.min(usize::from(u8::MAX)) as u8;
        let what = unfinished.name.clone();
        let frame = Frame { name: unfinished.name, source: Arc::clone(self.source), varnames, parameters };
        match unfinished.builder.finish(frame) {
            Ok(code) if self.mistakes.is_empty() => Some(code),
            Ok(_) => None,
            Err(why) => {
                self.mistakes.add_with_help(format!("{what} is too large: {why}"), span, "split it");
                None
            }
        }
    }

    fn frame(&mut self) -> &mut Unfinished {
        self.frames.last_mut().expect("start() comes before anything is compiled")
    }

    fn builder(&mut self) -> &mut Builder {
        &mut self.frame().builder
    }

    fn emit(&mut self, instr: Instr, span: Span) {
        self.builder().emit(instr, CodePlace { span, anchor: None });
    }

    fn emit_const(&mut self, constant: Const, span: Span) {
        let constant = self.builder().constant(constant);
        self.emit(Instr::LOAD_CONST(constant), span);
    }

    fn emit_return_none(&mut self, span: Span) {
        self.emit_const(Const::None, span);
        self.emit(Instr::RETURN_VALUE, span);
    }

    fn label(&mut self) -> Label {
        self.builder().label()
    }

    fn bind(&mut self, label: Label) {
        self.builder().bind(label);
    }

    fn jump(&mut self, jump: super::builder::Jump, to: Label, span: Span) {
        self.builder().jump(jump, to, CodePlace { span, anchor: None });
    }

    fn function(&mut self, function: &Function, span: Span) {
        let defaults: Vec<&Expr> = function.parameters.iter().filter_map(|p| p.default.as_ref()).collect();
        defaults.iter().for_each(|default| self.expr(default));
        let scope = Scope::of_function(function, self.mistakes);
        let end = Span { start: span.end, end: span.end };
        self.start(&function.name.text, Some(scope), function.name.span);
        let body = without_docstring(&function.body);
        self.body(body);
        self.emit_return_none(body.last().map_or(end, |stmt| stmt.span));
        if let Some(code) = self.end(function.parameters.len(), function.name.span) {
            let defaults = self.builder().count(defaults.len());
            let code = self.builder().constant(Const::Code(Arc::new(code)));
            self.emit(Instr::MAKE_FUNCTION(code, defaults), function.name.span);
        } else {
            // A mistake was found, so that nothing will run; the stack's depth is kept right.
            defaults.iter().for_each(|_| self.emit(Instr::POP_TOP, span));
            self.emit_const(Const::None, span);
        }
        self.store_name(&function.name.text, function.name.span);
    }
}

fn without_docstring(body: &[Stmt]) -> &[Stmt] {
    match body {
        [
            Stmt { kind: StmtKind::Expr(Expr { kind: super::tree::ExprKind::Const(Const::Str(_)), .. }), .. },
            rest @ ..,
        ] => rest,
        all => all,
    }
}
