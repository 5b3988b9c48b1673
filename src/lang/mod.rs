//! From Python source to bytecode. Knows no virtual machine, engine or file.
//!
//! `parse` is the library's parser behind one door, `lower` turns its tree into ours and refuses what gilsim does not
//! have, `scope` finds the local variables, `compile` writes code through `builder`. All mistakes of a text are
//! collected. What is not supported is a mistake at its place, never a silent difference.

mod builder;
mod check;
mod compile;
mod constants;
mod interned;
mod library;
mod lower;
mod mistakes;
mod modules;
mod names;
mod nesting;
mod outline;
mod parse;
mod scope;
mod syntax;
mod texts;
mod tree;
mod work;

pub use check::Signature;

use crate::bytecode::{Code, Finder};
use crate::source::{Diagnostic, Source, Span};
use mistakes::Mistakes;
use ruff_python_parser::Mode;
use std::collections::{HashMap, HashSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use work::WorkNames;

/// The front end's own stack, in bytes for each level that a tree can have. It is reserved, not used.
const STACK_PER_LEVEL: usize = 8192;

/// The least that is reserved.
const STACK: usize = 512 << 20;

/// Where programs get more code from.
const FINDER: Finder = Finder { module: modules::find, text: texts::compile };

/// A compiled module, and what its text alone says about its names.
#[derive(Clone, Debug)]
pub struct Module {
    pub code: Arc<Code>,
    /// The functions that are defined once, at the top level, and never bound otherwise.
    pub functions: HashMap<String, Signature>,
    /// All names that the program binds globally.
    pub names: HashSet<String>,
    /// What CPython warns of when it compiles the text, as `SyntaxWarning`.
    pub warnings: Vec<Diagnostic>,
    work: WorkNames,
}

/// Compiles a program. Reports all mistakes at once.
pub fn compile_module(source: &Arc<Source>) -> Result<Module, Vec<Diagnostic>> {
    on_large_stack(&source.text, || {
        let mut mistakes = Mistakes::default();
        let mut compiled = None;
        if let Some(ruff_python_ast::Mod::Module(tree)) = parse::parse(&source.text, Mode::Module, &mut mistakes) {
            let body = lower::module(&source.text, &tree, &source.file().neighbours, &mut mistakes);
            let work = WorkNames::of(&source.text, &body);
            let code = compile::module(source, &body, &work, compile::Origin::Program, &mut mistakes);
            let behind = |code| Code { library: Some(library::code()), finder: Some(FINDER), ..code };
            let warnings = lower::warnings::of(&tree.body);
            compiled = code.map(|code| (behind(code), check::globals(&body), warnings, work));
        }
        finished(mistakes, compiled).map(|(code, (functions, names), warnings, work)| Module {
            code: Arc::new(code),
            functions,
            names,
            warnings,
            work,
        })
    })
}

/// Compiles one call, to be evaluated among the globals of `module`. Checks that its names exist and its arguments fit.
pub fn compile_call(source: &Arc<Source>, _task: &str, module: &Module) -> Result<Arc<Code>, Vec<Diagnostic>> {
    on_large_stack(&source.text, || {
        let mut mistakes = Mistakes::default();
        let mut compiled = None;
        if let Some(ruff_python_ast::Mod::Expression(tree)) =
            parse::parse(&source.text, Mode::Expression, &mut mistakes)
        {
            let expr = lower::expression(&source.text, &tree, &mut mistakes);
            check::call(&expr, module, &mut mistakes);
            compiled = compile::expression(source, &expr, &module.work, &mut mistakes);
        }
        finished(mistakes, compiled).map(Arc::new)
    })
}

fn finished<T>(mistakes: Mistakes, compiled: Option<T>) -> Result<T, Vec<Diagnostic>> {
    mistakes.check()?;
    compiled.ok_or_else(|| vec![failure("the compiler has found no program in this text")])
}

fn failure(message: &str) -> Diagnostic {
    Diagnostic { message: message.to_owned(), span: Span::default(), label: String::new(), help: None }
}

/// A text as short as this needs no more stack than any thread has: half a mebibyte.
const SHORT: usize = 256;

/// Runs the front end on a thread whose stack is as deep as its input can be.
fn on_large_stack<T: Send>(
    text: &str,
    work: impl FnOnce() -> Result<T, Vec<Diagnostic>> + Send,
) -> Result<T, Vec<Diagnostic>> {
    if text.len() <= SHORT {
        return catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Err(vec![defect()]));
    }
    // A level takes a byte at least.
    let levels = text.len().min(nesting::PARSED);
    let stack = STACK.max(levels * STACK_PER_LEVEL);
    std::thread::scope(|scope| {
        let builder = std::thread::Builder::new().name("compiler".to_owned()).stack_size(stack);
        let Ok(thread) = builder.spawn_scoped(scope, work) else {
            return Err(vec![failure("the compiler needs a thread, and the system gives none")]);
        };
        // All programs need it, and this thread has nothing else to do.
        library::code();
        thread.join().unwrap_or_else(|_| Err(vec![defect()]))
    })
}

fn defect() -> Diagnostic {
    failure("the compiler has failed on this text: a defect of gilsim")
}
