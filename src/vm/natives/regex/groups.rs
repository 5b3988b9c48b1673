//! What stands in round brackets of a pattern: groups, looks around, conditions, flags.

use super::parse::{ASCII, DOTALL, IGNORECASE, LOCALE, MULTILINE, Mistake, Parser, Result, TYPES, UNICODE, VERBOSE};
use super::tree::Node;

/// The largest number of a group.
const MOST_GROUPS: usize = 10_000;

fn flag_of(c: char) -> Option<u32> {
    Some(match c {
        'i' => IGNORECASE,
        'L' => LOCALE,
        'm' => MULTILINE,
        's' => DOTALL,
        'x' => VERBOSE,
        'a' => ASCII,
        'u' => UNICODE,
        _ => return None,
    })
}

impl Parser<'_> {
    /// The bracket has been read. None where it matches nothing by itself: a comment, flags.
    pub(super) fn group(&mut self, may_set_flags: bool) -> Result<Option<Node>> {
        let start = self.at - 1;
        if !self.eat('?') {
            return self.capturing(None, start).map(Some);
        }
        let Some(c) = self.next() else { return Err(self.wrong("unexpected end of pattern", 0)) };
        match c {
            'P' => self.named(start).map(Some),
            ':' => self.inside(start, false).map(Some),
            '>' => Ok(Some(Node::Atomic(Box::new(self.inside(start, false)?)))),
            '#' => self.comment(start),
            '=' | '!' => self.look(start, false, c == '!').map(Some),
            '<' => match self.next() {
                None => Err(self.wrong("unexpected end of pattern", 0)),
                Some(c @ ('=' | '!')) => self.look(start, true, c == '!').map(Some),
                Some(c) => Err(self.wrong(format!("unknown extension ?<{c}"), 3)),
            },
            '(' => self.condition(start).map(Some),
            c if c == '-' || flag_of(c).is_some() => self.flags(c, start, may_set_flags),
            c => {
                // A backslash and what follows count as one.
                let escaped = self.next().filter(|_| c == '\\').map(String::from).unwrap_or_default();
                let at = start + 1;
                Err(Mistake { message: format!("unknown extension ?{c}{escaped}"), at })
            }
        }
    }

    /// What stands up to the closing bracket.
    fn inside(&mut self, start: usize, is_first: bool) -> Result<Node> {
        let flags = self.flags;
        let node = self.alternatives(is_first)?;
        self.flags = flags;
        self.close(start)?;
        Ok(node)
    }

    fn close(&mut self, start: usize) -> Result<()> {
        match self.eat(')') {
            true => Ok(()),
            false => Err(self.wrong("missing ), unterminated subpattern", self.at - start)),
        }
    }

    fn capturing(&mut self, name: Option<String>, start: usize) -> Result<Node> {
        let group = self.widths.len();
        if let Some(name) = name {
            if let Some((_, was)) = self.names.iter().find(|(known, _)| *known == name) {
                let message = format!("redefinition of group name '{name}' as group {group}; was group {was}");
                return Err(self.wrong(message, name.chars().count() + 1));
            }
            self.names.push((name, group));
        }
        self.widths.push(None);
        let node = self.inside(start, false)?;
        self.widths[group] = Some(node.width(&self.known_widths()));
        Ok(Node::Group(group, Box::new(node)))
    }

    fn known_widths(&self) -> Vec<(u64, u64)> {
        self.widths.iter().map(|width| width.unwrap_or((0, u64::from(u32::MAX)))).collect()
    }

    /// After `(?P`: a group with a name, or a reference to one.
    fn named(&mut self, start: usize) -> Result<Node> {
        match self.next() {
            Some('<') => {
                let name = self.name('>')?;
                self.capturing(Some(name), start)
            }
            Some('=') => {
                let name = self.name(')')?;
                let length = name.chars().count() + 1;
                let Some(group) = self.group_named(&name) else {
                    return Err(self.wrong(format!("unknown group name '{name}'"), length));
                };
                self.reference(group, length)
            }
            Some(c) => Err(self.wrong(format!("unknown extension ?P{c}"), 3)),
            None => Err(self.wrong("unexpected end of pattern", 0)),
        }
    }

    fn group_named(&self, name: &str) -> Option<usize> {
        self.names.iter().find(|(known, _)| known == name).map(|(_, group)| *group)
    }

    fn until(&mut self, end: char) -> Result<String> {
        let mut name = String::new();
        loop {
            match self.next() {
                None if name.is_empty() => return Err(self.wrong("missing group name", 0)),
                None => {
                    let message = format!("missing {end}, unterminated name");
                    return Err(self.wrong(message, name.chars().count()));
                }
                Some(c) if c == end && name.is_empty() => return Err(self.wrong("missing group name", 1)),
                Some(c) if c == end => return Ok(name),
                Some(c) => name.push(c),
            }
        }
    }

    fn name(&mut self, end: char) -> Result<String> {
        let name = self.until(end)?;
        match is_identifier(&name) {
            true => Ok(name),
            false => Err(self.wrong(format!("bad character in group name '{name}'"), name.chars().count() + 1)),
        }
    }

    /// What the group has matched. The reference is so many characters long.
    pub(super) fn reference(&mut self, group: usize, length: usize) -> Result<Node> {
        if self.widths[group].is_none() {
            return Err(self.wrong("cannot refer to an open group", length));
        }
        self.check_behind(group)?;
        Ok(Node::Same(group, self.fold()))
    }

    fn check_behind(&self, group: usize) -> Result<()> {
        match self.behind_from {
            Some(from) if group >= from => {
                Err(self.wrong("cannot refer to group defined in the same lookbehind subpattern", 0))
            }
            _ => Ok(()),
        }
    }

    fn comment(&mut self, start: usize) -> Result<Option<Node>> {
        loop {
            match self.next() {
                Some(')') => return Ok(None),
                Some(_) => {}
                None => return Err(self.wrong("missing ), unterminated comment", self.at - start)),
            }
        }
    }

    fn look(&mut self, start: usize, is_behind: bool, negated: bool) -> Result<Node> {
        let before = self.behind_from;
        if is_behind {
            self.behind_from = before.or(Some(self.widths.len()));
        }
        let node = self.inside(start, false)?;
        self.behind_from = before;
        let behind = match is_behind.then(|| node.width(&self.known_widths())) {
            None => None,
            Some((least, most)) if least == most => Some(least as u32),
            // CPython says no place here.
            Some(_) => {
                return Err(Mistake { message: "look-behind requires fixed-width pattern".to_owned(), at: usize::MAX });
            }
        };
        Ok(Node::Look { behind, negated, node: Box::new(node) })
    }

    /// After `(?(`.
    fn condition(&mut self, start: usize) -> Result<Node> {
        let name = self.until(')')?;
        let length = name.chars().count() + 1;
        let group = match (is_identifier(&name), name.parse::<usize>()) {
            (true, _) => match self.group_named(&name) {
                Some(group) => group,
                None => return Err(self.wrong(format!("unknown group name '{name}'"), length)),
            },
            (false, Ok(0)) => return Err(self.wrong("bad group number", length)),
            (false, Ok(group)) if group >= MOST_GROUPS => {
                return Err(self.wrong(format!("invalid group reference {group}"), length));
            }
            (false, Ok(group)) => {
                self.wanted.push((group, self.at - length));
                group
            }
            (false, Err(_)) => return Err(self.wrong(format!("bad character in group name '{name}'"), length)),
        };
        self.check_behind(group)?;
        let yes = self.row(false)?;
        let mut no = Node::Row(Vec::new());
        if self.eat('|') {
            no = self.row(false)?;
            if self.peek() == Some('|') {
                return Err(self.wrong("conditional backref with more than two branches", 0));
            }
        }
        self.close(start)?;
        Ok(Node::Choice(group, Box::new(yes), Box::new(no)))
    }

    /// `(?i)` for the whole, `(?i-s:…)` for a part. The first letter has been read.
    fn flags(&mut self, first: char, start: usize, may_set: bool) -> Result<Option<Node>> {
        let (mut on, mut off, mut end) = (0, 0, first);
        if first != '-' {
            (on, end) = self.flags_on(first)?;
        }
        if end == ')' {
            if !may_set {
                let message = "global flags not at the start of the expression";
                return Err(self.wrong(message, self.at - start));
            }
            self.flags |= on;
            return Ok(None);
        }
        if end == '-' {
            off = self.flags_off()?;
        }
        if on & off != 0 {
            return Err(self.wrong("bad inline flags: flag turned on and off", 1));
        }
        let before = self.flags;
        if on & TYPES != 0 {
            self.flags &= !TYPES;
        }
        self.flags = (self.flags | on) & !off;
        let node = self.inside(start, false);
        self.flags = before;
        node.map(Some)
    }

    fn flags_on(&mut self, first: char) -> Result<(u32, char)> {
        let (mut on, mut c) = (0, first);
        loop {
            let flag = flag_of(c).unwrap_or(0);
            match (c, self.is_bytes) {
                ('L', false) => {
                    return Err(self.wrong("bad inline flags: cannot use 'L' flag with a str pattern", 0));
                }
                ('u', true) => {
                    return Err(self.wrong("bad inline flags: cannot use 'u' flag with a bytes pattern", 0));
                }
                ('L', true) => return Err(self.wrong("gilsim has no patterns that depend on a locale", 0)),
                _ => on |= flag,
            }
            if flag & TYPES != 0 && on & TYPES != flag {
                return Err(self.wrong("bad inline flags: flags 'a', 'u' and 'L' are incompatible", 0));
            }
            c = match self.next() {
                None => return Err(self.wrong("missing -, : or )", 0)),
                Some(c @ (')' | '-' | ':')) => return Ok((on, c)),
                Some(c) if flag_of(c).is_some() => c,
                Some(c) if c.is_alphabetic() => return Err(self.wrong("unknown flag", 1)),
                Some(_) => return Err(self.wrong("missing -, : or )", 1)),
            };
        }
    }

    fn flags_off(&mut self) -> Result<u32> {
        let mut off = 0;
        loop {
            let missing = if off == 0 { "missing flag" } else { "missing :" };
            let flag = match self.next() {
                None => return Err(self.wrong(missing, 0)),
                Some(':') if off != 0 => return Ok(off),
                Some(c) => match flag_of(c) {
                    Some(flag) => flag,
                    None if c.is_alphabetic() => return Err(self.wrong("unknown flag", 1)),
                    None => return Err(self.wrong(missing, 1)),
                },
            };
            if flag & TYPES != 0 {
                return Err(self.wrong("bad inline flags: cannot turn off flags 'a', 'u' and 'L'", 0));
            }
            off |= flag;
        }
    }
}

fn is_identifier(name: &str) -> bool {
    let mut chars = name.chars();
    chars.next().is_some_and(|c| c == '_' || c.is_alphabetic()) && chars.all(|c| c == '_' || c.is_alphanumeric())
}
