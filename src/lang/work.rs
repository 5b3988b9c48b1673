//! Lengths of work that a program writes out, as in `gilsim.cpu("3ms")`: a wrong one is told where it stands, before
//! anything runs. Knows a function of `gilsim` only by a name that means nothing else anywhere in the program.

use super::check::targets_of;
use super::mistakes::Mistakes;
use super::names::{for_each_body, for_each_target};
use super::tree::{Call, Expr, ExprKind, Import, Name, Stmt, StmtKind};
use crate::bytecode::Const;
use crate::work::{Amount, Kind};
use std::collections::HashMap;

/// What the program calls `gilsim` and its functions.
#[derive(Clone, Debug, Default)]
pub struct WorkNames {
    meanings: HashMap<String, Meaning>,
}

/// What a name is bound to, in whatever scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meaning {
    Module,
    Function(Kind),
    /// Something else, or several things.
    Other,
}

impl WorkNames {
    /// Those of the program with this text.
    pub fn of(text: &str, body: &[Stmt]) -> WorkNames {
        let mut names = WorkNames::default();
        if text.contains("gilsim") {
            names.visit(body);
        }
        names.meanings.retain(|_, meaning| *meaning != Meaning::Other);
        names
    }

    /// Tells of the text of a call that is wrong, if it is a call of one of the functions with a text.
    pub fn check(&self, call: &Call, mistakes: &mut Mistakes) {
        let [Expr { kind: ExprKind::Const(Const::Str(text)), span }] = &call.positional[..] else { return };
        if let Some(kind) = self.called(&call.callee)
            && let Err(wrong) = Amount::parse(text)
        {
            mistakes.add_with_help(format!("{}(): {}", kind.function(), wrong.message), *span, wrong.help);
        }
    }

    fn called(&self, callee: &Expr) -> Option<Kind> {
        match &callee.kind {
            ExprKind::Name(name) => match self.meanings.get(&**name) {
                Some(Meaning::Function(kind)) => Some(*kind),
                _ => None,
            },
            ExprKind::Attribute(value, member) => match &value.kind {
                ExprKind::Name(name) if self.meanings.get(&**name) == Some(&Meaning::Module) => function(member),
                _ => None,
            },
            _ => None,
        }
    }

    fn visit(&mut self, body: &[Stmt]) {
        for stmt in body {
            match &stmt.kind {
                StmtKind::Function(function) => {
                    let parameters = function.parameters.iter().map(|parameter| &parameter.name);
                    let names = parameters.chain(&function.rest).chain(&function.keywords).chain([&function.name]);
                    names.for_each(|name| self.bind(&name.text, Meaning::Other));
                    self.visit(&function.body);
                }
                StmtKind::Class(class) => {
                    self.bind(&class.name.text, Meaning::Other);
                    self.visit(&class.body);
                }
                StmtKind::Import(imports) => imports.iter().for_each(|import| self.imported(None, import)),
                StmtKind::ImportFrom(module, imports) => {
                    imports.iter().for_each(|import| self.imported(Some(module), import));
                }
                other => {
                    for_each_target(other, &mut |target| self.assigned(target));
                    for_each_body(other, &mut |body| self.visit(body));
                }
            }
        }
    }

    fn imported(&mut self, from: Option<&Name>, import: &Import) {
        let meaning = match from {
            None if &*import.name.text == "gilsim" => Meaning::Module,
            Some(module) if &*module.text == "gilsim" => {
                function(&import.name.text).map_or(Meaning::Other, Meaning::Function)
            }
            _ => Meaning::Other,
        };
        self.bind(&import.bound.text, meaning);
    }

    fn assigned(&mut self, target: &Expr) {
        targets_of(target, &mut |name| self.bind(name, Meaning::Other));
    }

    fn bind(&mut self, name: &str, meaning: Meaning) {
        let known = self.meanings.entry(name.to_owned()).or_insert(meaning);
        if *known != meaning {
            *known = Meaning::Other;
        }
    }
}

fn function(name: &str) -> Option<Kind> {
    Kind::ALL.into_iter().find(|kind| kind.function().strip_prefix("gilsim.") == Some(name))
}
