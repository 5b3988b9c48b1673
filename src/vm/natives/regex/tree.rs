//! A pattern as it was written: its parts, and how wide they can be. Knows neither text nor matching.

use super::class::{Fold, Set};
use serde::{Deserialize, Serialize};

/// No limit to a repetition.
pub const ENDLESS: u32 = u32::MAX;

#[derive(Clone, Debug)]
pub enum Node {
    Char(u32, Fold),
    /// A dot; true where it matches line breaks too.
    Any(bool),
    Set(Set),
    At(At),
    Row(Vec<Node>),
    Branch(Vec<Node>),
    Repeat {
        node: Box<Node>,
        least: u32,
        most: u32,
        how: How,
    },
    Group(usize, Box<Node>),
    /// What a group has matched.
    Same(usize, Fold),
    Look {
        /// How many characters before; None looks ahead.
        behind: Option<u32>,
        negated: bool,
        node: Box<Node>,
    },
    Atomic(Box<Node>),
    /// Depends on whether a group has matched.
    Choice(usize, Box<Node>, Box<Node>),
}

/// Which of several numbers of repetitions is tried first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum How {
    Greedy,
    Lazy,
    Possessive,
}

/// A place, of no width.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum At {
    Beginning,
    LineBeginning,
    /// At the end, or before a line break there.
    End,
    LineEnd,
    VeryEnd,
    /// Between a word and something else, or not; true for words of ASCII only.
    Boundary(bool),
    NoBoundary(bool),
}

/// Fewest and most characters that something matches.
pub type Width = (u64, u64);

const WIDEST: u64 = ENDLESS as u64;

impl Node {
    pub fn is_empty(&self) -> bool {
        matches!(self, Node::Row(nodes) if nodes.is_empty())
    }

    /// `groups` has the widths of the groups that are known.
    pub fn width(&self, groups: &[Width]) -> Width {
        match self {
            Node::Char(..) | Node::Any(_) | Node::Set(_) => (1, 1),
            Node::At(_) | Node::Look { .. } => (0, 0),
            Node::Row(nodes) => nodes
                .iter()
                .map(|node| node.width(groups))
                .fold((0, 0), |(least, most), (a, b)| ((least + a).min(WIDEST), (most + b).min(WIDEST))),
            Node::Branch(nodes) => widest(nodes.iter().map(|node| node.width(groups))),
            Node::Repeat { node, least, most, .. } => {
                let (low, high) = node.width(groups);
                let times = |width: u64, count: u32| width.saturating_mul(count.into()).min(WIDEST);
                (times(low, *least), times(high, *most))
            }
            Node::Group(_, node) | Node::Atomic(node) => node.width(groups),
            Node::Same(group, _) => groups.get(*group).copied().unwrap_or((0, WIDEST)),
            Node::Choice(_, yes, no) => widest([yes.width(groups), no.width(groups)].into_iter()),
        }
    }
}

fn widest(widths: impl Iterator<Item = Width>) -> Width {
    widths.reduce(|(least, most), (a, b)| (least.min(a), most.max(b))).unwrap_or((0, 0))
}
