//! A grammar held against tokens: alternatives in order, with what was found remembered. What an invalid rule says of the
//! text ends it. Knows no message but that something is expected.

use super::mistakes_of::raise;
use super::notation::{Alternative, Grammar, Item};
use super::tokens::{Kind, Token, Tokens};
use super::{Mistake, MistakeKind};
use std::collections::HashMap;

/// Part of a text that a rule fits, as numbers of tokens, the end behind it.
#[derive(Clone, Debug)]
pub struct Node {
    pub label: &'static str,
    pub start: usize,
    pub end: usize,
    pub parts: Vec<NodeId>,
}

pub type NodeId = usize;

/// CPython gives up a text that is nested deeper.
const DEEPEST: usize = 6000;

/// Of each item that has a letter, what it was.
pub type Named = Vec<(char, NodeId)>;

/// Nothing fits, or the text is known to be wrong.
pub enum Failure {
    No,
    /// No later alternative counts.
    NoMore,
    Wrong(Option<Box<Mistake>>),
}

pub type Match<T> = Result<T, Failure>;

pub struct Matcher<'a> {
    pub grammar: &'static Grammar,
    pub tokens: &'a Tokens<'a>,
    pub nodes: Vec<Node>,
    /// The next token.
    pub at: usize,
    /// How many tokens have been looked at.
    pub seen: usize,
    /// Whether invalid rules are asked.
    pub is_strict: bool,
    depth: usize,
    memo: HashMap<(usize, usize, bool), Option<(NodeId, usize)>>,
}

impl<'a> Matcher<'a> {
    pub fn new(grammar: &'static Grammar, tokens: &'a Tokens<'a>) -> Matcher<'a> {
        let (nodes, memo) = (Vec::new(), HashMap::new());
        Matcher { grammar, tokens, nodes, at: 0, seen: 0, is_strict: false, depth: 0, memo }
    }

    /// Begins anew, with invalid rules.
    pub fn again(&mut self) {
        (self.at, self.depth, self.is_strict) = (0, 0, true);
        self.memo.clear();
    }

    /// The next token; a mistake where the text is over or wrong there.
    pub fn token(&mut self) -> Match<Token<'a>> {
        self.seen = self.seen.max(self.at + 1);
        match (self.tokens.all.get(self.at), &self.tokens.mistake) {
            (Some(token), _) => Ok(*token),
            (None, Some(mistake)) => Err(Failure::Wrong(Some(Box::new(mistake.clone())))),
            (None, None) => Err(Failure::No),
        }
    }

    fn node(&mut self, label: &'static str, start: usize, parts: Vec<NodeId>) -> NodeId {
        self.nodes.push(Node { label, start, end: self.at, parts });
        self.nodes.len() - 1
    }

    pub fn rule(&mut self, rule: usize) -> Match<NodeId> {
        let definition = &self.grammar.rules[rule];
        if definition.is_invalid && !self.is_strict {
            return Err(Failure::No);
        }
        if self.depth >= DEEPEST {
            return Err(Failure::Wrong(None));
        }
        let (start, strict) = (self.at, self.is_strict);
        let key = (rule, start, strict && !definition.is_memo);
        if let Some(known) = self.memo.get(&key) {
            let (node, end) = known.ok_or(Failure::No)?;
            self.at = end;
            return Ok(node);
        }
        if definition.name == "expression_without_invalid" {
            self.is_strict = false;
        }
        self.depth += 1;
        let found = self.alternatives(&definition.alternatives);
        self.depth -= 1;
        self.is_strict = strict;
        let found = match found {
            Err(Failure::NoMore) => Err(Failure::No),
            found => found,
        };
        if !matches!(found, Err(Failure::Wrong(_))) {
            self.memo.insert(key, found.as_ref().ok().map(|node| (*node, self.at)));
        }
        if found.is_ok() {
            let looked = match definition.name {
                "strings" => super::literals::check(self, start),
                "real_number" => super::literals::number(self, start, false),
                "imaginary_number" => super::literals::number(self, start, true),
                _ => Ok(()),
            };
            looked.map_err(|wrong| Failure::Wrong(Some(Box::new(wrong))))?;
        }
        found
    }

    /// The first that fits; where none does, the next token is again what it was.
    fn alternatives(&mut self, alternatives: &'static [Alternative]) -> Match<NodeId> {
        let start = self.at;
        for alternative in alternatives {
            match self.alternative(alternative) {
                Err(Failure::No) => self.at = start,
                Err(Failure::NoMore) => {
                    self.at = start;
                    return Err(Failure::NoMore);
                }
                other => return other,
            }
        }
        Err(Failure::No)
    }

    fn alternative(&mut self, alternative: &'static Alternative) -> Match<NodeId> {
        let (start, mut parts, mut named, mut is_cut) = (self.at, Vec::new(), Named::new(), false);
        for (name, item) in &alternative.items {
            if matches!(item, Item::Cut) {
                is_cut = true;
                continue;
            }
            let from = self.at;
            let count = parts.len();
            match self.item(item, &mut parts) {
                Err(Failure::No) if is_cut => return Err(Failure::NoMore),
                other => other?,
            }
            if let Some(name) = name {
                let node = match parts[count..] {
                    [only] => only,
                    _ => self.node("", from, parts[count..].to_vec()),
                };
                named.push((*name, node));
            }
        }
        if let Some(action) = alternative.action {
            return match raise(self, action, &named) {
                Some(mistake) => Err(Failure::Wrong(Some(Box::new(mistake)))),
                None => Err(Failure::No),
            };
        }
        Ok(match (alternative.label, &*parts) {
            (Some(label), _) => self.node(label, start, parts),
            (None, [only]) => *only,
            (None, _) => self.node("", start, parts),
        })
    }

    /// Adds what the item makes to the parts: tokens make nothing.
    fn item(&mut self, item: &'static Item, parts: &mut Vec<NodeId>) -> Match<()> {
        match item {
            Item::Fixed(text) => {
                self.fits(|token, _| matches!(token.kind, Kind::Name | Kind::Operator) && token.text == *text)
            }
            Item::Soft(text) => self.fits(|token, _| token.kind == Kind::Name && token.text == *text),
            Item::Kind(kind) => self.fits(|token, grammar| is_of(token, kind, grammar)),
            Item::Rule(rule) => self.rule(*rule).map(|node| parts.push(node)),
            Item::Group(inner) => self.alternatives(inner).map(|node| parts.push(node)),
            Item::Optional(inner) => self.maybe(inner, parts).map(|_| ()),
            Item::Repeat(inner, least) => self.repeat(inner, *least, parts),
            Item::Separated(separator, inner) => self.separated(separator, inner, parts),
            Item::Ahead(inner, wanted) => self.ahead(inner, *wanted),
            Item::Forced(text) => self.forced(text),
            Item::Cut => Ok(()),
        }
    }

    fn fits(&mut self, is_one: impl Fn(&Token, &Grammar) -> bool) -> Match<()> {
        let token = self.token()?;
        if !is_one(&token, self.grammar) {
            return Err(Failure::No);
        }
        self.at += 1;
        Ok(())
    }

    fn maybe(&mut self, inner: &'static Item, parts: &mut Vec<NodeId>) -> Match<bool> {
        let (start, count) = (self.at, parts.len());
        match self.item(inner, parts) {
            Err(Failure::No | Failure::NoMore) => {
                self.at = start;
                parts.truncate(count);
                Ok(false)
            }
            other => other.map(|()| true),
        }
    }

    fn repeat(&mut self, inner: &'static Item, least: usize, parts: &mut Vec<NodeId>) -> Match<()> {
        let mut count = 0;
        loop {
            let start = self.at;
            if !self.maybe(inner, parts)? || self.at == start {
                break;
            }
            count += 1;
        }
        if count < least { Err(Failure::No) } else { Ok(()) }
    }

    fn separated(&mut self, separator: &'static str, inner: &'static Item, parts: &mut Vec<NodeId>) -> Match<()> {
        self.item(inner, parts)?;
        loop {
            let start = self.at;
            let follows = match self.fits(|token, _| token.text == separator) {
                Err(Failure::No) => false,
                other => other.map(|()| true)?,
            };
            if !follows || !self.maybe(inner, parts)? {
                self.at = start;
                return Ok(());
            }
        }
    }

    fn ahead(&mut self, inner: &'static Item, wanted: bool) -> Match<()> {
        let start = self.at;
        let found = self.maybe(inner, &mut Vec::new())?;
        self.at = start;
        if found == wanted { Ok(()) } else { Err(Failure::No) }
    }

    fn forced(&mut self, text: &'static str) -> Match<()> {
        let token = self.token()?;
        if token.text == text {
            self.at += 1;
            return Ok(());
        }
        let message = format!("expected '{text}'");
        let mistake = Mistake { end: token.end, ..Mistake::new(MistakeKind::Syntax, message, token.start) };
        Err(Failure::Wrong(Some(Box::new(mistake))))
    }
}

fn is_of(token: &Token, kind: &str, grammar: &Grammar) -> bool {
    match kind {
        "NAME" => token.kind == Kind::Name && !grammar.keywords.contains(&token.text),
        "SOFT_KEYWORD" => token.kind == Kind::Name && matches!(token.text, "_" | "case" | "match"),
        "NUMBER" => token.kind == Kind::Number,
        "STRING" => token.kind == Kind::String,
        "NEWLINE" => token.kind == Kind::Newline,
        "INDENT" => token.kind == Kind::Indent,
        "DEDENT" => token.kind == Kind::Dedent,
        _ => token.kind == Kind::End,
    }
}
