//! What can be said of a task's call before it runs: whether its names exist and its arguments fit the parameters.

use super::Module;
use super::compile::GROUPS;
use super::mistakes::Mistakes;
use super::names::{Names, for_each_body, for_each_name, for_each_target};
use super::tree::{Call, Expr, ExprKind, Function, Parameter, ParameterKind, Stmt, StmtKind};
use crate::bytecode::BUILTINS;
use std::collections::{HashMap, HashSet};

/// The parameters of a function.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    pub parameters: Vec<String>,
    /// How many of them, from the first on, have no default value.
    pub required: usize,
}

/// The functions defined exactly once at the top level, and all names that the program binds globally.
pub fn globals(body: &[Stmt]) -> (HashMap<String, Signature>, HashSet<String>) {
    let mut bindings: HashMap<String, usize> = HashMap::new();
    let names = Names::of_body(body, &mut Mistakes::default());
    names.bound.iter().for_each(|name| *bindings.entry(name.to_string()).or_default() += 1);
    // Each name counts once more for each place where it is bound other than by a lone definition.
    for_each_binding(body, true, &mut |name| *bindings.entry(name.to_owned()).or_default() += 1);
    let once = |function: &&Function| bindings.get(&*function.name.text) == Some(&2) && is_plain(function);
    let functions = body.iter().filter_map(|stmt| match &stmt.kind {
        StmtKind::Function(function) => Some(&**function),
        _ => None,
    });
    let signatures = functions.filter(once).map(|function| (function.name.text.to_string(), signature(function)));
    (signatures.collect(), bindings.into_keys().collect())
}

/// Whether calls can be checked by number and names alone.
fn is_plain(function: &Function) -> bool {
    let either = |parameter: &Parameter| parameter.kind == ParameterKind::Either;
    function.rest.is_none()
        && function.keywords.is_none()
        && function.decorators.is_empty()
        && function.parameters.iter().all(either)
}

fn signature(function: &Function) -> Signature {
    Signature {
        parameters: function.parameters.iter().map(|parameter| parameter.name.text.to_string()).collect(),
        required: function.parameters.iter().filter(|parameter| parameter.default.is_none()).count(),
    }
}

/// Calls `visit` with each name bound by the statements; inside functions, only with those declared global there.
fn for_each_binding(body: &[Stmt], top: bool, visit: &mut dyn FnMut(&str)) {
    for stmt in body {
        match &stmt.kind {
            StmtKind::Function(function) => {
                if top {
                    visit(&function.name.text);
                }
                for_each_binding(&function.body, false, visit);
            }
            StmtKind::Class(class) => {
                if top {
                    visit(&class.name.text);
                }
                for_each_binding(&class.body, false, visit);
            }
            StmtKind::Import(imports) | StmtKind::ImportFrom(_, imports) if top => {
                imports.iter().for_each(|import| visit(&import.bound.text));
            }
            StmtKind::Global(names) => names.iter().for_each(|name| visit(&name.text)),
            other => {
                if top {
                    for_each_target(other, &mut |target| targets_of(target, visit));
                }
                for_each_body(other, &mut |body| for_each_binding(body, top, visit));
            }
        }
    }
}

pub fn targets_of(target: &Expr, visit: &mut dyn FnMut(&str)) {
    match &target.kind {
        ExprKind::Name(name) => visit(name),
        ExprKind::Tuple(targets) | ExprKind::List(targets) => targets.iter().for_each(|t| targets_of(t, visit)),
        ExprKind::Starred(target) => targets_of(target, visit),
        _ => {}
    }
}

/// Names that every module has without binding them.
const ALWAYS: &[&str] = &["__name__"];

fn is_built_in(name: &str) -> bool {
    BUILTINS.contains(&name) || GROUPS.contains(&name)
}

/// Checks a task's call.
pub fn call(expr: &Expr, module: &Module, mistakes: &mut Mistakes) {
    let ExprKind::Call(call) = &expr.kind else {
        if !matches!(expr.kind, ExprKind::Invalid) {
            mistakes.add_with_help("this is not a call", expr.span, "write a call such as work(1000)");
        }
        return;
    };
    for_each_name(expr, &mut |name, span| {
        let known = module.names.contains(&**name) || ALWAYS.contains(&&**name) || is_built_in(name);
        if !known {
            let help = nearest(name, module).map(|near| format!("did you mean `{near}`?"));
            let message = format!("the program defines no `{name}`");
            match help {
                Some(help) => mistakes.add_with_help(message, span, help),
                None => mistakes.add(message, span, "not defined"),
            }
        }
    });
    arguments(expr, call, module, mistakes);
}

fn arguments(expr: &Expr, call: &Call, module: &Module, mistakes: &mut Mistakes) {
    let ExprKind::Name(name) = &call.callee.kind else { return };
    let Some(signature) = module.functions.get(&**name) else { return };
    let parameters = &signature.parameters;
    let is_spread = |value: &Expr| matches!(value.kind, ExprKind::Starred(_));
    if call.positional.iter().any(is_spread) || call.keywords.iter().any(|keyword| keyword.name.is_none()) {
        return;
    }
    if let Some(extra) = call.positional.get(parameters.len()) {
        let message = format!("{name}() takes {}, and {} are given", takes(signature), call.positional.len());
        mistakes.add(message, extra.span, "one too many");
        return;
    }
    let mut given: HashSet<&str> = parameters[..call.positional.len()].iter().map(String::as_str).collect();
    let keywords = call.keywords.iter().filter_map(|keyword| keyword.name.as_ref().map(|name| (name, keyword.span)));
    for (keyword, span) in keywords {
        if !parameters.iter().any(|parameter| **parameter == **keyword) {
            mistakes.add(format!("{name}() has no parameter `{keyword}`"), span, "unknown");
        } else if !given.insert(keyword) {
            mistakes.add(format!("{name}() gets two values for `{keyword}`"), span, "the second");
        }
    }
    let missing = parameters[..signature.required].iter().filter(|parameter| !given.contains(parameter.as_str()));
    let missing: Vec<String> = missing.map(|parameter| format!("`{parameter}`")).collect();
    if !missing.is_empty() {
        let message = format!("{name}() takes {}, and there is none for {}", takes(signature), missing.join(", "));
        mistakes.add(message, expr.span, "too few arguments");
    }
}

fn takes(signature: &Signature) -> String {
    let (least, most) = (signature.required, signature.parameters.len());
    let plural = if most == 1 { "" } else { "s" };
    match least == most {
        true => format!("{most} argument{plural}"),
        false => format!("{least} to {most} arguments"),
    }
}

/// The known name that is most like a mistyped one, if any is like it at all.
fn nearest<'a>(name: &str, module: &'a Module) -> Option<&'a str> {
    let alike = |known: &str| strsim::jaro_winkler(name, known);
    let best = module.names.iter().map(String::as_str).max_by(|a, b| alike(a).total_cmp(&alike(b)).then(b.cmp(a)));
    best.filter(|known| alike(known) > 0.7)
}
