//! The constants of a piece of code, each once. Knows no instruction.

use crate::bytecode::Const;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hash, Hasher};

use crate::bytecode::NameHasher;

/// In the order in which they were first wanted.
#[derive(Debug, Default)]
pub struct Constants {
    all: Vec<Const>,
    index: HashMap<Key, usize, BuildHasherDefault<NameHasher>>,
}

impl Constants {
    /// The constant's place; code has one of its own each time.
    pub fn place(&mut self, constant: Const) -> usize {
        let next = self.all.len();
        if let Const::Code(_) = constant {
            self.all.push(constant);
            return next;
        }
        *self.index.entry(Key(constant)).or_insert_with_key(|key| {
            self.all.push(key.0.clone());
            next
        })
    }

    pub fn into_all(self) -> Vec<Const> {
        self.all
    }
}

/// A constant, told apart also by its type and by the sign of zero, which equality would not do.
#[derive(Debug)]
struct Key(Const);

impl PartialEq for Key {
    fn eq(&self, other: &Key) -> bool {
        self.0.is_same(&other.0)
    }
}

impl Eq for Key {}

impl Hash for Key {
    fn hash<H: Hasher>(&self, state: &mut H) {
        add(&self.0, state);
    }
}

fn add<H: Hasher>(constant: &Const, state: &mut H) {
    std::mem::discriminant(constant).hash(state);
    match constant {
        Const::None | Const::Ellipsis | Const::Code(_) => {}
        Const::Bool(value) => value.hash(state),
        Const::Int(value) => value.hash(state),
        Const::BigInt(value) => value.hash(state),
        Const::Float(value) | Const::Imaginary(value) => value.to_bits().hash(state),
        Const::Str(text) => text.hash(state),
        Const::Bytes(bytes) => bytes.hash(state),
        Const::Tuple(items) => items.iter().for_each(|item| add(item, state)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn constants_that_are_equal_but_not_the_same_have_places_of_their_own() {
        let pair = |one, other| Const::Tuple([one, other].into());
        let given = [
            Const::Int(0),
            Const::Bool(false),
            Const::Float(0.0),
            Const::Float(-0.0),
            Const::Str("".into()),
            Const::Bytes([].into()),
            pair(Const::Int(1), Const::Int(2)),
            pair(Const::Float(1.0), Const::Int(2)),
            Const::Tuple([].into()),
            Const::None,
            Const::Ellipsis,
        ];
        let mut constants = Constants::default();
        for round in 0..2 {
            let places: Vec<usize> = given.iter().map(|constant| constants.place(constant.clone())).collect();
            assert_eq!(places, (0..given.len()).collect::<Vec<_>>(), "round {round}");
        }
        assert_eq!(constants.into_all().len(), given.len());
    }
}
