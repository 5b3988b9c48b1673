//! What invalid rules raise, and the checks that some of them leave the last word to. Knows no rule.

use super::matcher::{Matcher, Named, Node, NodeId};
use super::notation::{Action, What};
use super::tokens::{Kind, Token};
use super::{Mistake, MistakeKind, Spot};

/// The mistake that an alternative tells of; None where its check finds nothing wrong.
pub fn raise(matcher: &Matcher, action: Action, named: &Named) -> Option<Mistake> {
    let a = named.iter().find(|(name, _)| *name == 'a').map(|(_, node)| *node);
    let b = named.iter().find(|(name, _)| *name == 'b').map(|(_, node)| *node);
    let message = filled(matcher, action.message, a);
    match (action.what, a) {
        (What::At, Some(a)) => Some(range(matcher, a, a, message)),
        (What::Range, Some(a)) => Some(range(matcher, a, b?, message)),
        (What::From, Some(a)) => Some(from(matcher, a, message)),
        (What::Indent, _) => Some(at_last(matcher, MistakeKind::Indentation, message)),
        (What::Check(check), _) => checked(matcher, check, a?, b),
        _ => Some(at_last(matcher, MistakeKind::Syntax, message)),
    }
}

fn filled(matcher: &Matcher, message: &str, a: Option<NodeId>) -> String {
    let message = message.replace("\\\"", "\"");
    let Some(a) = a else { return message };
    let line = first(matcher, a).map_or(0, |token| token.start.line);
    message.replace("{line a}", &line.to_string()).replace("{a}", &name_of(matcher, a))
}

fn first<'a>(matcher: &Matcher<'a>, node: NodeId) -> Option<&'a Token<'a>> {
    matcher.tokens.all.get(matcher.nodes[node].start)
}

fn last<'a>(matcher: &Matcher<'a>, node: NodeId) -> Option<&'a Token<'a>> {
    matcher.tokens.all.get(matcher.nodes[node].end.checked_sub(1)?)
}

fn range(matcher: &Matcher, a: NodeId, b: NodeId, message: impl Into<String>) -> Mistake {
    let start = first(matcher, a).map_or(Spot::default(), |token| token.start);
    let end = last(matcher, b).map_or(start, |token| token.end);
    Mistake { end, ..Mistake::new(MistakeKind::Syntax, message, start) }
}

/// From a node to the last token that was looked at.
fn from(matcher: &Matcher, a: NodeId, message: impl Into<String>) -> Mistake {
    let end = matcher.seen.checked_sub(1).and_then(|at| matcher.tokens.all.get(at)).map(|token| token.end);
    let mistake = range(matcher, a, a, message);
    // CPython counts from zero here.
    Mistake { end: end.map_or(mistake.end, |end| Spot { column: end.column.saturating_sub(1), ..end }), ..mistake }
}

/// A mistake at the last token that was looked at.
pub fn at_last(matcher: &Matcher, kind: MistakeKind, message: impl Into<String>) -> Mistake {
    let Some(token) = matcher.seen.checked_sub(1).and_then(|at| matcher.tokens.all.get(at)) else {
        return Mistake::new(kind, message, Spot::default());
    };
    match token.kind {
        // Their column is that of the last character read.
        Kind::Indent | Kind::Dedent | Kind::End => {
            let column = token.start.column.saturating_sub(1);
            Mistake::new(kind, message, Spot { column, ..token.start })
        }
        _ => Mistake { end: token.end, ..Mistake::new(kind, message, token.start) },
    }
}

/// What an expression is called.
fn name_of(matcher: &Matcher, node: NodeId) -> String {
    let Node { label, parts, .. } = &matcher.nodes[node];
    let token = first(matcher, node).map_or("", |token| token.text);
    match *label {
        "primary" => parts.last().map_or_else(String::new, |part| name_of(matcher, *part)),
        "strings" => (if token.starts_with(['f', 'F']) || token[1..].starts_with(['f', 'F']) {
            "f-string expression"
        } else {
            "literal"
        })
        .to_owned(),
        "" => token.to_owned(),
        label => label.replace('_', " "),
    }
}

fn checked(matcher: &Matcher, check: &str, a: NodeId, b: Option<NodeId>) -> Option<Mistake> {
    match check {
        "generator_in_call" => generator_in_call(matcher, a, b?),
        "argument_order" => Some(argument_order(matcher, a)),
        "legacy_statement" => {
            let name = legacy(matcher, a)?;
            let message = format!("Missing parentheses in call to '{name}'. Did you mean {name}(...)?");
            Some(range(matcher, a, b?, message))
        }
        "forgotten_comma" => {
            let is_inside = last(matcher, b?).is_some_and(|token| token.level > 0);
            let message = "invalid syntax. Perhaps you forgot a comma?";
            (is_inside && legacy(matcher, a).is_none()).then(|| range(matcher, a, b.unwrap_or(a), message))
        }
        "forgotten_colon" => {
            let end = last(matcher, a)?.end;
            let start = Spot { column: end.column.saturating_sub(1), line: first(matcher, a)?.start.line };
            Some(Mistake::new(MistakeKind::Syntax, "':' expected after dictionary key", start))
        }
        "for_target" => target(matcher, a, Use::For, "cannot assign to"),
        "delete_target" => target(matcher, a, Use::Delete, "cannot delete"),
        _ => target(matcher, a, Use::Assign, "cannot assign to"),
    }
}

/// A name that was a statement in Python 2.
fn legacy(matcher: &Matcher, node: NodeId) -> Option<&'static str> {
    let Node { start, end, .. } = matcher.nodes[node];
    let token = first(matcher, node).filter(|_| end == start + 1)?;
    ["print", "exec"].into_iter().find(|name| *name == token.text)
}

/// The parts of a node, without those that only hold others together.
fn flat(matcher: &Matcher, node: NodeId) -> Vec<NodeId> {
    let parts = matcher.nodes[node].parts.iter();
    let within = |part: &NodeId| match matcher.nodes[*part].label {
        "" | "list_of" => flat(matcher, *part),
        _ => vec![*part],
    };
    parts.flat_map(within).collect()
}

fn generator_in_call(matcher: &Matcher, args: NodeId, clauses: NodeId) -> Option<Mistake> {
    let positional = |part: &NodeId| !matches!(matcher.nodes[*part].label, "keyword" | "unpacking");
    let positional: Vec<NodeId> = flat(matcher, args).into_iter().filter(positional).collect();
    let last = positional.last().filter(|_| positional.len() > 1)?;
    Some(range(matcher, *last, clauses, "Generator expression must be parenthesized"))
}

fn argument_order(matcher: &Matcher, args: NodeId) -> Mistake {
    let unpacks = flat(matcher, args).iter().any(|part| matcher.nodes[*part].label == "unpacking");
    let kind = if unpacks { "keyword argument unpacking" } else { "keyword argument" };
    at_last(matcher, MistakeKind::Syntax, format!("positional argument follows {kind}"))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    Assign,
    For,
    Delete,
}

fn target(matcher: &Matcher, node: NodeId, wanted: Use, what: &str) -> Option<Mistake> {
    let wrong = no_target(matcher, node, wanted)?;
    Some(range(matcher, wrong, wrong, format!("{what} {}", name_of(matcher, wrong))))
}

/// The first part that nothing can be assigned to.
fn no_target(matcher: &Matcher, node: NodeId, wanted: Use) -> Option<NodeId> {
    let parts = flat(matcher, node);
    match matcher.nodes[node].label {
        "list" | "tuple" | "list_of" => parts.into_iter().find_map(|part| no_target(matcher, part, wanted)),
        "starred" if wanted != Use::Delete => no_target(matcher, *parts.first()?, wanted),
        // `for a in b` is a comparison, too.
        "comparison" if wanted == Use::For => {
            let is_in = parts.get(1).is_some_and(|part| matcher.nodes[*part].label == "in");
            is_in.then(|| no_target(matcher, parts[0], wanted))?
        }
        "name" => None,
        "primary" if matches!(&*name_of(matcher, node), "subscript" | "attribute") => None,
        _ => Some(node),
    }
}
