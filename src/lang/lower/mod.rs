//! From the parser library's tree to our own: what gilsim does not support becomes a diagnostic at its place.

mod expr;
mod function;
mod import;
mod literal;
mod pattern;
mod rules;
mod stmt;
pub mod warnings;

use super::interned::Interned;
use super::mistakes::Mistakes;
use super::outline::LeftOut;
use super::tree::{Expr, Function, Stmt};
use ruff_python_ast as ast;

/// Deeper nesting is refused, in levels of the tree, as CPython does.
pub use super::nesting::TREE as MAX_DEPTH;

pub struct Lower<'a> {
    text: &'a str,
    mistakes: &'a mut Mistakes,
    depth: usize,
    /// The class around, without leading underscores: names with two of them are private to it.
    class: Option<String>,
    /// Whether the statements are inside a function, and inside a loop of it.
    in_function: bool,
    in_loop: bool,
    star: Star,
    /// Whether `await` may stand here.
    in_async: bool,
    /// Whether there was a `yield` in the function so far, or an `await` in the comprehension.
    yields: bool,
    awaits: bool,
    /// Whether annotations are not evaluated: `from __future__ import annotations`.
    annotations_are_text: bool,
    /// Whether it is a standard module, whose imports are right.
    is_standard: bool,
    /// Whether it is compiled while the program runs, which may catch what an import raises.
    is_text: bool,
    /// The modules in the program's folder.
    neighbours: &'a [String],
    /// Functions whose bodies are not in the tree.
    left_out: LeftOut,
    interned: Interned,
}

/// Where a statement stands in the handler of an `except*`, which `break`, `continue` and `return` must not leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Star {
    Outside,
    Handler,
    /// In a loop of its own there.
    Loop,
}

/// The statements of a module, which can import these beside the standard ones.
pub fn module(text: &str, module: &ast::ModModule, neighbours: &[String], mistakes: &mut Mistakes) -> Vec<Stmt> {
    rules::check(text, &module.body, mistakes);
    Lower { neighbours, ..Lower::new(text, mistakes) }.body(&module.body)
}

/// The statements of a text that is compiled while the program runs.
pub fn text(text: &str, module: &ast::ModModule, annotations_are_text: bool, mistakes: &mut Mistakes) -> Vec<Stmt> {
    rules::check(text, &module.body, mistakes);
    Lower { is_text: true, annotations_are_text, ..Lower::new(text, mistakes) }.body(&module.body)
}

/// The statements of a standard module, of which some bodies are left out.
pub fn standard_module(text: &str, module: &ast::ModModule, left_out: LeftOut, mistakes: &mut Mistakes) -> Vec<Stmt> {
    Lower { is_standard: true, left_out, ..Lower::new(text, mistakes) }.body(&module.body)
}

/// A function of a standard module by itself, in the body of the class of this name if there is one.
pub fn standard_function(
    text: &str,
    function: &ast::StmtFunctionDef,
    class: Option<&str>,
    mistakes: &mut Mistakes,
) -> Function {
    let class = class.map(|name| name.trim_start_matches('_').to_owned());
    Lower { is_standard: true, class, ..Lower::new(text, mistakes) }.function(function)
}

/// An expression by itself.
pub fn expression(text: &str, expression: &ast::ModExpression, mistakes: &mut Mistakes) -> Expr {
    Lower::new(text, mistakes).expr(&expression.body)
}

impl<'a> Lower<'a> {
    fn new(text: &'a str, mistakes: &'a mut Mistakes) -> Lower<'a> {
        Lower {
            text,
            mistakes,
            depth: 0,
            class: None,
            in_function: false,
            in_loop: false,
            star: Star::Outside,
            in_async: false,
            yields: false,
            awaits: false,
            annotations_are_text: false,
            is_standard: false,
            is_text: false,
            neighbours: &[],
            left_out: LeftOut::default(),
            interned: Interned::default(),
        }
    }
}
