//! Backslashes and sets of a pattern.

use super::class::{Item, Kind, Set};
use super::parse::{Parser, Result};
use super::tree::{At, Node};

impl Parser<'_> {
    /// The backslash has been read.
    pub(super) fn escape(&mut self) -> Result<Node> {
        let start = self.at - 1;
        let Some(c) = self.next() else { return Err(self.wrong("bad escape (end of pattern)", 1)) };
        let ascii = self.is_ascii();
        Ok(match c {
            'A' => Node::At(At::Beginning),
            'Z' => Node::At(At::VeryEnd),
            'b' => Node::At(At::Boundary(ascii)),
            'B' => Node::At(At::NoBoundary(ascii)),
            '1'..='9' => return self.number(start),
            '0' => {
                let value = self.octal(start, 3)?;
                self.literal(value)
            }
            c => match self.class(c) {
                Some(item) => Node::Set(Set { items: vec![item], negated: false, fold: super::class::Fold::Not }),
                None => {
                    let value = self.character(c, start)?;
                    self.literal(value)
                }
            },
        })
    }

    fn class(&self, c: char) -> Option<Item> {
        let kind = match c.to_ascii_lowercase() {
            'd' => Kind::Digit,
            's' => Kind::Space,
            'w' => Kind::Word,
            _ => return None,
        };
        Some(Item::Class { kind, negated: c.is_ascii_uppercase(), ascii: self.is_ascii() })
    }

    /// The escape of one character, which begins at `start`.
    fn character(&mut self, c: char, start: usize) -> Result<u32> {
        Ok(match c {
            'a' => 7,
            'f' => 12,
            'n' => 10,
            'r' => 13,
            't' => 9,
            'v' => 11,
            'x' => self.hexadecimal(start, 2)?,
            'u' if !self.is_bytes => self.hexadecimal(start, 4)?,
            'U' if !self.is_bytes => self.hexadecimal(start, 8)?,
            'N' if !self.is_bytes => {
                return Err(self.wrong("gilsim has no names of characters in patterns", self.at - start));
            }
            c if c.is_ascii_alphabetic() => return Err(self.wrong(format!("bad escape \\{c}"), self.at - start)),
            _ => self.text[self.at - 1],
        })
    }

    fn hexadecimal(&mut self, start: usize, count: usize) -> Result<u32> {
        let mut digits = String::new();
        while let Some(c) = self.peek().filter(|c| c.is_ascii_hexdigit() && digits.len() < count) {
            digits.push(c);
            self.at += 1;
        }
        let length = self.at - start;
        let own = || self.shown(start);
        if digits.len() < count {
            return Err(self.wrong(format!("incomplete escape {}", own()), length));
        }
        match u32::from_str_radix(&digits, 16) {
            Ok(value) if value <= 0x10ffff => Ok(value),
            _ => Err(self.wrong(format!("bad escape {}", own()), length)),
        }
    }

    /// The text from there up to here.
    fn shown(&self, start: usize) -> String {
        self.text[start..self.at].iter().map(|c| char::from_u32(*c).unwrap_or('\u{fffd}')).collect()
    }

    /// Digits below 8 from behind the backslash on.
    fn octal(&mut self, start: usize, most: usize) -> Result<u32> {
        self.at = start + 1;
        let mut value = 0;
        while let Some(digit) = self.peek().and_then(|c| c.to_digit(8)).filter(|_| self.at - start <= most) {
            value = value * 8 + digit;
            self.at += 1;
        }
        if value > 0o377 {
            let message = format!("octal escape value {} outside of range 0-0o377", self.shown(start));
            return Err(self.wrong(message, self.at - start));
        }
        Ok(value)
    }

    /// A reference to a group, or three octal digits.
    fn number(&mut self, start: usize) -> Result<Node> {
        let digit = |at: usize, radix: u32| self.text.get(at).and_then(|c| char::from_u32(*c)?.to_digit(radix));
        let mut group = digit(start + 1, 10).unwrap_or(0) as usize;
        if let Some(second) = digit(start + 2, 10) {
            if [1, 2, 3].iter().all(|at| digit(start + at, 8).is_some()) {
                let value = self.octal(start, 3)?;
                return Ok(self.literal(value));
            }
            group = group * 10 + second as usize;
            self.at = start + 3;
        }
        let length = self.at - start;
        match group < self.widths.len() {
            true => self.reference(group, length),
            false => Err(self.wrong(format!("invalid group reference {group}"), length - 1)),
        }
    }

    /// `[…]`; the bracket has been read.
    pub(super) fn set(&mut self) -> Result<Node> {
        let start = self.at - 1;
        let negated = self.eat('^');
        let mut items: Vec<Item> = Vec::new();
        loop {
            let from = self.at;
            let first = match self.next() {
                None => return Err(self.wrong("unterminated character set", self.at - start)),
                Some(']') if !items.is_empty() => break,
                Some(c) => self.member(c)?,
            };
            if !self.eat('-') {
                items.push(first);
                continue;
            }
            let last = match self.next() {
                None => return Err(self.wrong("unterminated character set", self.at - start)),
                Some(']') => {
                    items.extend([first, Item::Range('-'.into(), '-'.into())]);
                    break;
                }
                Some(c) => self.member(c)?,
            };
            match (first, last) {
                (Item::Range(low, _), Item::Range(high, _)) if low <= high => items.push(Item::Range(low, high)),
                _ => {
                    let message = format!("bad character range {}", self.shown(from));
                    return Err(self.wrong(message, self.at - from));
                }
            }
        }
        Ok(Node::Set(Set { items, negated, fold: self.fold() }))
    }

    fn member(&mut self, c: char) -> Result<Item> {
        let one = |c: u32| Item::Range(c, c);
        let start = self.at - 1;
        if c != '\\' {
            return Ok(one(self.text[start]));
        }
        let Some(c) = self.next() else { return Err(self.wrong("bad escape (end of pattern)", 1)) };
        if let Some(item) = self.class(c) {
            return Ok(item);
        }
        Ok(one(match c {
            'b' => 8,
            '0'..='7' => self.octal(start, 3)?,
            '8' | '9' => return Err(self.wrong(format!("bad escape \\{c}"), 2)),
            c => self.character(c, start)?,
        }))
    }
}
