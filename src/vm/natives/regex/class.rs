//! Classes of characters, and which characters are the same but for their case.

use super::unicode::{DIGIT, SPACE, WORD};
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// How case is disregarded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fold {
    Not,
    Ascii,
    Unicode,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    Digit,
    Space,
    Word,
}

/// A part of a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Item {
    Range(u32, u32),
    Class { kind: Kind, negated: bool, ascii: bool },
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Set {
    pub items: Vec<Item>,
    pub negated: bool,
    pub fold: Fold,
}

impl Set {
    pub fn has(&self, c: u32) -> bool {
        let found = match self.fold {
            Fold::Not => self.has_plainly(c),
            fold => variants(c, fold).into_iter().flatten().any(|one| self.has_plainly(one)),
        };
        found != self.negated
    }

    fn has_plainly(&self, c: u32) -> bool {
        self.items.iter().any(|item| match *item {
            Item::Range(first, last) => (first..=last).contains(&c),
            Item::Class { kind, negated, ascii } => is_in(c, kind, ascii) != negated,
        })
    }
}

pub fn is_in(c: u32, kind: Kind, ascii: bool) -> bool {
    match char::from_u32(c) {
        Some(c) if c.is_ascii() => match kind {
            Kind::Digit => c.is_ascii_digit(),
            Kind::Space => matches!(c, ' ' | '\t'..='\r') || (!ascii && matches!(c, '\x1c'..='\x1f')),
            Kind::Word => c.is_ascii_alphanumeric() || c == '_',
        },
        _ if ascii => false,
        _ => is_listed(
            c,
            match kind {
                Kind::Digit => DIGIT,
                Kind::Space => SPACE,
                Kind::Word => WORD,
            },
        ),
    }
}

fn is_listed(c: u32, ranges: &[(u32, u32)]) -> bool {
    let order = |(first, last): &(u32, u32)| match c {
        c if c < *first => Ordering::Greater,
        c if c > *last => Ordering::Less,
        _ => Ordering::Equal,
    };
    ranges.binary_search_by(order).is_ok()
}

/// Lower-case letters that are the same as others though lower-casing does not say so (CPython's `re._casefix`).
const ALIKE: &[&[u32]] = &[
    &[0x69, 0x131],
    &[0x73, 0x17f],
    &[0xb5, 0x3bc],
    &[0x345, 0x3b9, 0x1fbe],
    &[0x390, 0x1fd3],
    &[0x3b0, 0x1fe3],
    &[0x3b2, 0x3d0],
    &[0x3b5, 0x3f5],
    &[0x3b8, 0x3d1],
    &[0x3ba, 0x3f0],
    &[0x3c0, 0x3d6],
    &[0x3c1, 0x3f1],
    &[0x3c2, 0x3c3],
    &[0x3c6, 0x3d5],
    &[0x432, 0x1c80],
    &[0x434, 0x1c81],
    &[0x43e, 0x1c82],
    &[0x441, 0x1c83],
    &[0x442, 0x1c84, 0x1c85],
    &[0x44a, 0x1c86],
    &[0x463, 0x1c87],
    &[0x1c88, 0xa64b],
    &[0x1e61, 0x1e9b],
    &[0xfb05, 0xfb06],
];

pub fn lower(c: u32, fold: Fold) -> u32 {
    match (char::from_u32(c), fold) {
        (Some(c), Fold::Ascii) => c.to_ascii_lowercase().into(),
        (Some(c), Fold::Unicode) => single(c.to_lowercase()).unwrap_or(c).into(),
        _ => c,
    }
}

/// What the mapping gives, where that is one character.
fn single(mut mapped: impl Iterator<Item = char>) -> Option<char> {
    let first = mapped.next()?;
    mapped.next().is_none().then_some(first)
}

pub fn same(one: u32, other: u32, fold: Fold) -> bool {
    if one == other {
        return true;
    }
    let (one, other) = (lower(one, fold), lower(other, fold));
    let are_alike = || ALIKE.iter().any(|all| all.contains(&one) && all.contains(&other));
    one == other || (fold == Fold::Unicode && (one > 0x7f || other > 0x7f) && are_alike())
}

/// The character with its other cases.
fn variants(c: u32, fold: Fold) -> [Option<u32>; 6] {
    let small = lower(c, fold);
    let large = match (char::from_u32(small), fold) {
        (Some(c), Fold::Ascii) => c.to_ascii_uppercase(),
        (Some(c), _) => single(c.to_uppercase()).unwrap_or(c),
        (None, _) => return [Some(c), None, None, None, None, None],
    };
    let mut all = [Some(c), Some(small), Some(large.into()), None, None, None];
    if fold == Fold::Unicode {
        let alike = ALIKE.iter().find(|all| all.contains(&small));
        for (slot, other) in all[3..].iter_mut().zip(alike.into_iter().flat_map(|all| all.iter())) {
            *slot = Some(*other);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases_of_letters_are_the_same() {
        for (one, other) in [('a', 'A'), ('ß', 'ẞ'), ('s', 'ſ'), ('µ', 'Μ'), ('k', 'K'), ('σ', 'ς')] {
            assert!(same(one.into(), other.into(), Fold::Unicode), "{one} {other}");
        }
        assert!(!same('s'.into(), 'ſ'.into(), Fold::Ascii));
        assert!(!same('a'.into(), 'A'.into(), Fold::Not));
    }

    #[test]
    fn classes_go_beyond_ascii_unless_told_otherwise() {
        assert!(is_in('é'.into(), Kind::Word, false) && !is_in('é'.into(), Kind::Word, true));
        assert!(is_in('٣'.into(), Kind::Digit, false) && !is_in('²'.into(), Kind::Digit, false));
        assert!(is_in('\u{a0}'.into(), Kind::Space, false) && !is_in('\u{a0}'.into(), Kind::Space, true));
    }
}
