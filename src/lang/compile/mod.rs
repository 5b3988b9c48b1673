//! From our tree to code objects.

mod alternatives;
mod assign;
mod block;
mod call;
mod display;
mod exception;
mod expr;
mod folding;
mod function;
mod pattern;
mod star;
mod stmt;

use super::builder::{Builder, Frame, Label};
use super::mistakes::Mistakes;
use super::names::for_each_body;
use super::nesting::TOO_DEEP;
use super::scope::Scope;
use super::tree::{Expr, Function, Stmt, StmtKind};
use super::work::WorkNames;
use crate::bytecode::{Code, CodePlace, Const, Flavor, Instr, Parameters};
use crate::source::{Source, Span};
use block::Block;
pub use star::GROUPS;
use std::sync::Arc;

/// So many functions may stand in each other: what loads and releases their code recurses, on any thread.
const MOST_FUNCTIONS: usize = 400;

/// Whose code it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    Program,
    /// The language's library, and standard modules that are native code in CPython.
    Native,
    /// Standard modules that are Python in CPython too.
    Python,
}

/// The code of a module. `None` where a mistake was found.
pub fn module(
    source: &Arc<Source>,
    body: &[Stmt],
    work: &WorkNames,
    origin: Origin,
    mistakes: &mut Mistakes,
) -> Option<Code> {
    let binds_groups = star::binds_groups(&source.text, body);
    let mut compiler =
        Compiler { binds_groups, imported: imported(body), ..Compiler::of(source, work, origin, mistakes) };
    compiler.start("<module>", None);
    compiler.frame().doc = function::docstring(body);
    compiler.emit(Instr::RESUME, Span::default());
    compiler.set_up_annotations(body, Span::default());
    compiler.body_with_documentation(body);
    compiler.emit_return_none(body.last().map_or(Span::default(), |stmt| stmt.span));
    compiler.end(Parameters::default(), Flavor::Function, Span::default())
}

/// What a text is that a program compiles while it runs.
#[derive(Clone, Copy, Debug)]
pub struct TextKind {
    /// One expression, whose value is returned.
    pub is_expression: bool,
    /// Its own names are kept in a mapping that it gets, like those of a class's body.
    pub in_namespace: bool,
    /// The values of its expressions are shown.
    pub shows_values: bool,
}

/// The code of such a text, which begins with its variables like a module.
pub fn text(
    source: &Arc<Source>,
    body: Vec<Stmt>,
    work: &WorkNames,
    kind: TextKind,
    mistakes: &mut Mistakes,
) -> Option<Code> {
    let scope = kind.in_namespace.then(|| Scope::of_text(&body, mistakes));
    let compiler = Compiler::of(source, work, Origin::Program, mistakes);
    let mut compiler = Compiler { imported: imported(&body), shows_values: kind.shows_values, ..compiler };
    compiler.start("<module>", scope);
    compiler.frame().doc = function::docstring(&body);
    compiler.emit(Instr::RESUME, Span::default());
    let last = body.last().map_or(Span::default(), |stmt| stmt.span);
    match body.as_slice() {
        [Stmt { kind: StmtKind::Expr(value), .. }] if kind.is_expression => {
            compiler.expr(value);
            compiler.emit(Instr::RETURN_VALUE, last);
        }
        body => {
            compiler.set_up_annotations(body, Span::default());
            compiler.body_with_documentation(body);
            compiler.emit_return_none(last);
        }
    }
    let count = u8::from(kind.in_namespace);
    let parameters = Parameters { positional: count, positional_only: count, ..Parameters::default() };
    compiler.end(parameters, Flavor::Function, last)
}

/// The code that evaluates an expression among the module's globals and returns its value.
pub fn expression(source: &Arc<Source>, expr: &Expr, work: &WorkNames, mistakes: &mut Mistakes) -> Option<Code> {
    let mut compiler = Compiler::of(source, work, Origin::Program, mistakes);
    compiler.start("<task>", None);
    compiler.emit(Instr::RESUME, Span::default());
    compiler.expr(expr);
    compiler.emit(Instr::RETURN_VALUE, expr.span);
    compiler.end(Parameters::default(), Flavor::Function, expr.span)
}

/// The code of a function by itself, in the body of the class of this name if there is one. It uses no variable of a
/// function around.
pub fn function(
    source: &Arc<Source>,
    function: &Function,
    class: Option<&str>,
    origin: Origin,
    binds_groups: bool,
    mistakes: &mut Mistakes,
) -> Option<Code> {
    let work = &WorkNames::default();
    let mut compiler = Compiler { binds_groups, ..Compiler::of(source, work, origin, mistakes) };
    compiler.start("<module>", None);
    if let Some(class) = class {
        compiler.start(class, Some(Scope::of_unknown_class()));
    }
    compiler.function(function, function.name.span);
    compiler.frames.pop()?.builder.into_last_code()
}

struct Compiler<'a> {
    source: &'a Arc<Source>,
    /// What the program calls the functions of `gilsim`.
    work: &'a WorkNames,
    mistakes: &'a mut Mistakes,
    /// The function that is being compiled, below it those that it stands in.
    frames: Vec<Unfinished>,
    origin: Origin,
    binds_groups: bool,
    imported: Arc<[Arc<str>]>,
    /// Whether the values of expressions that are statements are shown.
    shows_values: bool,
    /// Whether the module has given itself another `__name__`, by which classes know it from there on.
    is_renamed: bool,
}

/// Code that is being written.
struct Unfinished {
    name: String,
    qualname: String,
    doc: Option<Arc<str>>,
    builder: Builder,
    /// None for the module.
    scope: Option<Scope>,
    /// Whether it is an asynchronous generator, which marks what it yields.
    marks_yields: bool,
    /// What is around the statement and has to be left properly, the innermost last.
    blocks: Vec<Block>,
}

impl<'a> Compiler<'a> {
    fn of(source: &'a Arc<Source>, work: &'a WorkNames, origin: Origin, mistakes: &'a mut Mistakes) -> Compiler<'a> {
        let imported = Arc::default();
        Compiler {
            source,
            work,
            mistakes,
            frames: Vec::new(),
            origin,
            binds_groups: false,
            imported,
            shows_values: false,
            is_renamed: false,
        }
    }
}

impl Compiler<'_> {
    fn start(&mut self, name: &str, scope: Option<Scope>) {
        let around = match self.frames.last() {
            Some(Unfinished { scope: Some(scope), .. }) if scope.is_text || scope.is_global(name) => String::new(),
            Some(Unfinished { scope: Some(scope), qualname, .. }) if scope.is_class => format!("{qualname}."),
            Some(Unfinished { scope: Some(_), qualname, .. }) => format!("{qualname}.<locals>."),
            _ => String::new(),
        };
        let (name, qualname) = (name.to_owned(), around + name);
        self.frames.push(Unfinished {
            name,
            qualname,
            doc: None,
            builder: Builder::default(),
            scope,
            marks_yields: false,
            blocks: Vec::new(),
        });
    }

    fn end(&mut self, parameters: Parameters, flavor: Flavor, span: Span) -> Option<Code> {
        let unfinished = self.frames.pop()?;
        if self.frames.len() >= MOST_FUNCTIONS {
            self.mistakes.add_with_help(TOO_DEEP, span, "define functions beside each other");
            return None;
        }
        let varnames = unfinished.scope.map(|scope| scope.locals).unwrap_or_default();
        let what = unfinished.name.clone();
        // An import is not interrupted, as if CPython's import lock were held.
        let has_checkpoints = match self.origin {
            Origin::Program => true,
            Origin::Native => false,
            Origin::Python => !self.frames.is_empty(),
        };
        let frame = Frame {
            name: unfinished.name,
            qualname: unfinished.qualname,
            doc: unfinished.doc,
            source: Arc::clone(self.source),
            varnames,
            imported: Arc::clone(&self.imported),
            parameters,
            flavor,
            is_library: self.origin != Origin::Program,
            has_checkpoints,
        };
        match unfinished.builder.finish(frame) {
            Ok(code) if self.mistakes.is_empty() => Some(code),
            Ok(_) => None,
            Err(_) if !self.mistakes.is_empty() => None,
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

    /// Behind a body's last statement.
    fn emit_return_none(&mut self, last: Span) {
        let span = without_line(last);
        self.emit_const(Const::None, span);
        self.emit(Instr::RETURN_VALUE, span);
    }

    /// A statement that needs no instruction.
    fn silent(&mut self, span: Span, constant: Option<Const>) {
        self.builder().silent(span, false, constant);
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
}

/// The place of an instruction that belongs to no line by itself, as CPython has it: an empty span.
fn without_line(span: Span) -> Span {
    Span { end: span.start, ..span }
}

/// What imports bind in a module's own code.
fn imported(body: &[Stmt]) -> Arc<[Arc<str>]> {
    fn add(body: &[Stmt], names: &mut Vec<Arc<str>>) {
        for stmt in body {
            match &stmt.kind {
                StmtKind::Import(imports) | StmtKind::ImportFrom(_, imports) => {
                    names.extend(imports.iter().map(|import| Arc::clone(&import.bound.text)));
                }
                other => for_each_body(other, &mut |body| add(body, names)),
            }
        }
    }
    let mut names = Vec::new();
    add(body, &mut names);
    names.into()
}
