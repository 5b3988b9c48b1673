//! The text of a pattern to its tree: alternatives, repetitions, groups. Messages and their places are CPython 3.11's.

use super::class::Fold;
use super::tree::{At, ENDLESS, How, Node, Width};

pub const IGNORECASE: u32 = 2;
pub const LOCALE: u32 = 4;
pub const MULTILINE: u32 = 8;
pub const DOTALL: u32 = 16;
pub const UNICODE: u32 = 32;
pub const VERBOSE: u32 = 64;
pub const ASCII: u32 = 256;
pub const TYPES: u32 = LOCALE | UNICODE | ASCII;

/// How deep groups may stand in each other.
const DEEPEST: usize = 150;

/// What is wrong with a pattern, and where: an index in characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    pub message: String,
    pub at: usize,
}

pub type Result<T> = std::result::Result<T, Mistake>;

/// A pattern that was understood.
#[derive(Clone, Debug)]
pub struct Parsed {
    pub node: Node,
    /// How many groups there are.
    pub groups: usize,
    pub names: Vec<(String, usize)>,
    pub flags: u32,
}

pub struct Parser<'a> {
    pub(super) text: &'a [u32],
    pub(super) at: usize,
    pub(super) is_bytes: bool,
    pub(super) flags: u32,
    pub(super) names: Vec<(String, usize)>,
    /// By group, the first is the whole; None while it is open.
    pub(super) widths: Vec<Option<Width>>,
    /// The first group that a look behind must not refer to, while there is one.
    pub(super) behind_from: Option<usize>,
    /// Groups that conditions name before they are there, with their places.
    pub(super) wanted: Vec<(usize, usize)>,
    depth: usize,
}

/// Understands a pattern.
pub fn parse(text: &[u32], is_bytes: bool, flags: u32) -> Result<Parsed> {
    let widths = vec![None];
    let mut parser = Parser {
        text,
        at: 0,
        is_bytes,
        flags,
        names: Vec::new(),
        widths,
        behind_from: None,
        wanted: Vec::new(),
        depth: 0,
    };
    let node = parser.alternatives(true)?;
    if parser.at < text.len() {
        return Err(parser.wrong("unbalanced parenthesis", 0));
    }
    let groups = parser.widths.len();
    if let Some((group, at)) = parser.wanted.iter().find(|(group, _)| *group >= groups) {
        return Err(Mistake { message: format!("invalid group reference {group}"), at: *at });
    }
    if !is_bytes && parser.flags & ASCII == 0 {
        parser.flags |= UNICODE;
    }
    Ok(Parsed { node, groups: groups - 1, names: parser.names, flags: parser.flags })
}

impl Parser<'_> {
    /// A mistake so many characters before the place that was reached.
    pub(super) fn wrong(&self, message: impl Into<String>, back: usize) -> Mistake {
        Mistake { message: message.into(), at: self.at.saturating_sub(back) }
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.text.get(self.at).map(|c| char::from_u32(*c).unwrap_or('\u{fffd}'))
    }

    pub(super) fn next(&mut self) -> Option<char> {
        let found = self.peek();
        self.at += usize::from(found.is_some());
        found
    }

    pub(super) fn eat(&mut self, c: char) -> bool {
        let is_there = self.peek() == Some(c);
        self.at += usize::from(is_there);
        is_there
    }

    pub(super) fn has(&self, flag: u32) -> bool {
        self.flags & flag != 0
    }

    pub(super) fn is_ascii(&self) -> bool {
        self.is_bytes || self.has(ASCII)
    }

    pub(super) fn fold(&self) -> Fold {
        match (self.has(IGNORECASE), self.is_ascii()) {
            (false, _) => Fold::Not,
            (true, true) => Fold::Ascii,
            (true, false) => Fold::Unicode,
        }
    }

    /// `a|b|c`, up to a bracket or the end.
    pub(super) fn alternatives(&mut self, is_first: bool) -> Result<Node> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(self.wrong(format!("gilsim has patterns with at most {DEEPEST} groups in each other"), 0));
        }
        let mut all = vec![self.row(is_first)?];
        while self.eat('|') {
            all.push(self.row(false)?);
        }
        self.depth -= 1;
        Ok(if all.len() == 1 { all.remove(0) } else { Node::Branch(all) })
    }

    /// One alternative.
    pub(super) fn row(&mut self, is_first: bool) -> Result<Node> {
        let mut nodes = Vec::new();
        while let Some(c) = self.peek().filter(|c| !matches!(c, '|' | ')')) {
            self.at += 1;
            if self.has(VERBOSE) && self.skips(c) {
                continue;
            }
            match c {
                '*' | '+' | '?' | '{' => self.repeat(c, &mut nodes)?,
                '(' => nodes.extend(self.group(is_first && nodes.is_empty())?),
                _ => nodes.push(self.single(c)?),
            }
        }
        Ok(Node::Row(nodes))
    }

    /// White space and comments in a verbose pattern.
    fn skips(&mut self, c: char) -> bool {
        if c == '#' {
            while !matches!(self.next(), None | Some('\n')) {}
        }
        matches!(c, '#' | ' ' | '\t'..='\r')
    }

    fn single(&mut self, c: char) -> Result<Node> {
        Ok(match c {
            '\\' => return self.escape(),
            '[' => return self.set(),
            '.' => Node::Any(self.has(DOTALL)),
            '^' if self.has(MULTILINE) => Node::At(At::LineBeginning),
            '^' => Node::At(At::Beginning),
            '$' if self.has(MULTILINE) => Node::At(At::LineEnd),
            '$' => Node::At(At::End),
            _ => self.literal(self.text[self.at - 1]),
        })
    }

    pub(super) fn literal(&self, c: u32) -> Node {
        Node::Char(c, self.fold())
    }

    fn repeat(&mut self, sign: char, nodes: &mut Vec<Node>) -> Result<()> {
        let here = self.at;
        let (least, most) = match sign {
            '?' => (0, 1),
            '*' => (0, ENDLESS),
            '+' => (1, ENDLESS),
            _ => match self.counts(here)? {
                Some(counts) => counts,
                None => {
                    self.at = here;
                    nodes.push(self.literal('{'.into()));
                    return Ok(());
                }
            },
        };
        let back = self.at - here + 1;
        let node = match nodes.pop() {
            None | Some(Node::At(_)) => return Err(self.wrong("nothing to repeat", back)),
            Some(Node::Repeat { .. }) => return Err(self.wrong("multiple repeat", back)),
            Some(node) => Box::new(node),
        };
        let how = match (self.eat('?'), self.peek()) {
            (true, _) => How::Lazy,
            (false, Some('+')) => How::Possessive,
            _ => How::Greedy,
        };
        self.at += usize::from(how == How::Possessive);
        nodes.push(Node::Repeat { node, least, most, how });
        Ok(())
    }

    /// `{2,5}`; None where the brace means itself.
    fn counts(&mut self, here: usize) -> Result<Option<(u32, u32)>> {
        if self.peek() == Some('}') {
            return Ok(None);
        }
        let low = self.digits();
        let high = if self.eat(',') { self.digits() } else { low.clone() };
        if !self.eat('}') {
            return Ok(None);
        }
        let number = |digits: String, without: u32| match digits.as_str() {
            "" => Ok(without),
            digits => digits.parse().map_err(|_| self.wrong("the repetition number is too large", 0)),
        };
        let (least, most) = (number(low, 0)?, number(high, ENDLESS)?);
        if most < least {
            return Err(self.wrong("min repeat greater than max repeat", self.at - here));
        }
        Ok(Some((least, most)))
    }

    fn digits(&mut self) -> String {
        let mut digits = String::new();
        while let Some(c) = self.peek().filter(char::is_ascii_digit) {
            digits.push(c);
            self.at += 1;
        }
        digits
    }
}
