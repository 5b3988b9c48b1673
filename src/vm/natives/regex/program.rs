//! A pattern as a list of instructions for the matcher.

use super::class::{Fold, Set, lower, same};
use super::parse::{Mistake, Parsed, parse};
use super::tree::{At, ENDLESS, How, Node};
use serde::{Deserialize, Serialize};

/// What matches one character.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Single {
    Char(u32),
    /// In lower case.
    Folded(u32, Fold),
    Any,
    /// Any but a line break.
    InLine,
    Set(Box<Set>),
}

impl Single {
    pub fn has(&self, c: u32) -> bool {
        match self {
            Single::Char(own) => *own == c,
            Single::Folded(own, fold) => same(*own, c, *fold),
            Single::Any => true,
            Single::InLine => c != 10,
            Single::Set(set) => set.has(c),
        }
    }

    fn of(node: &Node) -> Option<Single> {
        Some(match node {
            Node::Char(c, Fold::Not) => Single::Char(*c),
            Node::Char(c, fold) => Single::Folded(lower(*c, *fold), *fold),
            Node::Any(true) => Single::Any,
            Node::Any(false) => Single::InLine,
            Node::Set(set) => Single::Set(Box::new(set.clone())),
            Node::Row(nodes) if nodes.len() == 1 => Single::of(&nodes[0])?,
            _ => return None,
        })
    }
}

/// One instruction. Places in the program are indices.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Step {
    One(Single),
    /// One kind of character again and again.
    Many {
        of: Single,
        least: u32,
        most: u32,
        how: How,
    },
    At(At),
    Jump(usize),
    /// Goes on, and where that fails, there.
    OrElse(usize),
    /// A place in the text is kept: the beginning of a group at its number twice, its end after that.
    Keep(usize),
    Same(usize, Fold),
    /// A counter is set back.
    Begin(usize),
    /// Decides whether what follows is repeated once more; `end` is behind it.
    Loop {
        counter: usize,
        least: u32,
        most: u32,
        lazy: bool,
        end: usize,
    },
    /// What a lazy loop comes back to.
    Again {
        counter: usize,
        most: u32,
    },
    /// What follows up to `Leave` is tried once. Where it fails, it goes on at the place, if there is one.
    Enter(Option<usize>),
    /// The ways that `Enter`'s part has left untried are forgotten; the text is gone back to where it began, if so told.
    Leave {
        returns: bool,
    },
    /// The part of `Enter` has matched, and must not.
    Refuse,
    /// So many characters back.
    Back(usize),
    /// Goes there where the group has not matched.
    Unless(usize, usize),
    Matched,
}

/// A compiled pattern.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Program {
    pub steps: Vec<Step>,
    pub groups: usize,
    pub counters: usize,
    pub names: Vec<(String, usize)>,
    pub flags: u32,
    pub is_bytes: bool,
    /// What every match begins with, where that is known.
    pub first: Option<Single>,
}

impl Program {
    pub fn new(text: &[u32], is_bytes: bool, flags: u32) -> Result<Program, Mistake> {
        let Parsed { node, groups, names, flags } = parse(text, is_bytes, flags)?;
        let mut builder = Builder { steps: Vec::new(), counters: 0 };
        builder.node(&node);
        builder.steps.push(Step::Matched);
        let first = first(&node);
        Ok(Program { steps: builder.steps, groups, counters: builder.counters, names, flags, is_bytes, first })
    }
}

/// What the first character of any match is.
fn first(node: &Node) -> Option<Single> {
    match node {
        Node::Row(nodes) => nodes.first().and_then(first),
        Node::Group(_, node) | Node::Atomic(node) => first(node),
        Node::Repeat { node, least, .. } if *least > 0 => first(node),
        node => Single::of(node),
    }
}

struct Builder {
    steps: Vec<Step>,
    counters: usize,
}

impl Builder {
    fn push(&mut self, step: Step) -> usize {
        self.steps.push(step);
        self.steps.len() - 1
    }

    fn node(&mut self, node: &Node) {
        if let Some(single) = Single::of(node) {
            self.push(Step::One(single));
            return;
        }
        match node {
            Node::Char(..) | Node::Any(_) | Node::Set(_) => {}
            Node::At(at) => {
                self.push(Step::At(*at));
            }
            Node::Row(nodes) => nodes.iter().for_each(|node| self.node(node)),
            Node::Branch(nodes) => self.branch(nodes),
            Node::Repeat { node, least, most, how } => self.repeat(node, *least, *most, *how),
            Node::Group(group, node) => {
                self.push(Step::Keep(group * 2));
                self.node(node);
                self.push(Step::Keep(group * 2 + 1));
            }
            Node::Same(group, fold) => {
                self.push(Step::Same(*group, *fold));
            }
            Node::Look { behind, negated, node } => self.look(*behind, *negated, node),
            Node::Atomic(node) => {
                self.push(Step::Enter(None));
                self.node(node);
                self.push(Step::Leave { returns: false });
            }
            Node::Choice(group, yes, no) => self.choice(*group, yes, no),
        }
    }

    fn branch(&mut self, nodes: &[Node]) {
        let mut ends = Vec::new();
        for (at, node) in nodes.iter().enumerate() {
            let is_last = at + 1 == nodes.len();
            let start = (!is_last).then(|| self.push(Step::OrElse(0)));
            self.node(node);
            if let Some(start) = start {
                ends.push(self.push(Step::Jump(0)));
                self.steps[start] = Step::OrElse(self.steps.len());
            }
        }
        for end in ends {
            self.steps[end] = Step::Jump(self.steps.len());
        }
    }

    fn repeat(&mut self, node: &Node, least: u32, most: u32, how: How) {
        if let Some(of) = Single::of(node) {
            self.push(Step::Many { of, least, most, how });
            return;
        }
        if how == How::Possessive {
            self.push(Step::Enter(None));
            self.repeat(node, least, most, How::Greedy);
            self.push(Step::Leave { returns: false });
            return;
        }
        let (counter, lazy) = (self.counters, how == How::Lazy);
        self.counters += 1;
        self.push(Step::Begin(counter));
        let start = self.push(Step::Jump(0));
        if lazy {
            self.push(Step::Again { counter, most });
        }
        self.node(node);
        self.push(Step::Jump(start));
        self.steps[start] = Step::Loop { counter, least, most, lazy, end: self.steps.len() };
    }

    fn look(&mut self, behind: Option<u32>, negated: bool, node: &Node) {
        let start = self.push(Step::Enter(None));
        if let Some(count) = behind {
            self.push(Step::Back(count as usize));
        }
        self.node(node);
        self.push(if negated { Step::Refuse } else { Step::Leave { returns: true } });
        if negated {
            self.steps[start] = Step::Enter(Some(self.steps.len()));
        }
    }

    fn choice(&mut self, group: usize, yes: &Node, no: &Node) {
        let start = self.push(Step::Jump(0));
        self.node(yes);
        let end = self.push(Step::Jump(0));
        self.steps[start] = Step::Unless(group, self.steps.len());
        if !no.is_empty() {
            self.node(no);
        }
        self.steps[end] = Step::Jump(self.steps.len());
    }
}

const _: () = assert!(ENDLESS == u32::MAX, "no limit is the largest number");
