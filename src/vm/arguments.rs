//! The arguments of a native function, and the checks that most of them need.

use super::error::{self, Result};
use super::heap::Heap;
use super::kind::type_name;
use super::numeric::{Number, clamped};
use super::value::Value;

/// Borrowed arguments.
#[derive(Clone, Copy)]
pub struct Arguments<'a> {
    /// The function's name, for messages.
    pub function: &'static str,
    /// The type that a method belongs to; empty for a function.
    pub class: &'static str,
    pub positional: &'a [Value],
    pub keywords: &'a [(String, Value)],
}

impl<'a> Arguments<'a> {
    /// The same arguments under the name that messages shall give.
    pub fn function(self, function: &'static str) -> Arguments<'a> {
        Arguments { function, ..self }
    }

    /// Checks the number of positional arguments, and that there are no keywords.
    pub fn only(self, least: usize, most: usize) -> Result<&'a [Value]> {
        if !self.keywords.is_empty() {
            return Err(error::type_error(format!("{}() takes no keyword arguments", self.full_name())));
        }
        self.count(least, most)
    }

    /// Checks the number of positional arguments.
    pub fn count(self, least: usize, most: usize) -> Result<&'a [Value]> {
        let (name, given) = (self.function, self.positional.len());
        if (least..=most).contains(&given) {
            return Ok(self.positional);
        }
        let plural = |count: usize| if count == 1 { "" } else { "s" };
        Err(error::type_error(match (least, most) {
            (1, 1) => format!("{}() takes exactly one argument ({given} given)", self.full_name()),
            (0, 0) => format!("{}() takes no arguments ({given} given)", self.full_name()),
            _ if least == most => format!("{name} expected {least} arguments, got {given}"),
            _ if given < least => format!("{name} expected at least {least} argument{}, got {given}", plural(least)),
            _ => format!("{name} expected at most {most} argument{}, got {given}", plural(most)),
        }))
    }

    fn full_name(self) -> String {
        let class = unqualified(self.class);
        let dot = if class.is_empty() { "" } else { "." };
        format!("{class}{dot}{}", self.function)
    }

    /// The argument of this position among `names`, given by position or by keyword.
    pub fn either(self, at: usize, names: &[&str]) -> Result<Option<Value>> {
        Ok(self.positional.get(at).copied().or(self.keyword(names[at], names)?))
    }

    /// The value of a keyword, where it was given; all keywords must be among `known`.
    pub fn keyword(self, wanted: &str, known: &[&str]) -> Result<Option<Value>> {
        if let Some((name, _)) = self.keywords.iter().find(|(name, _)| !known.contains(&name.as_str())) {
            let function = self.function;
            return Err(error::type_error(format!("'{name}' is an invalid keyword argument for {function}()")));
        }
        Ok(self.keywords.iter().find(|(name, _)| name == wanted).map(|(_, value)| *value))
    }
}

/// A type's name as messages give it that name a method: `deque`.
pub fn unqualified(class: &str) -> &str {
    let name = class.rsplit('.').next().unwrap_or(class);
    name.strip_prefix("type ").unwrap_or(name)
}

/// An integer that fits 64 bits, or the nearest that does; anything else is a TypeError.
pub fn index(heap: &Heap, value: Value) -> Result<i64> {
    Number::of(heap, value).and_then(clamped).ok_or_else(|| not_an_integer(heap, value))
}

/// What is like bytes; anything else is a TypeError.
pub fn bytes(heap: &Heap, value: Value) -> Result<&[u8]> {
    heap.as_bytes(value).ok_or_else(|| not_bytes(heap, value))
}

#[cold]
pub fn not_bytes(heap: &Heap, value: Value) -> Box<error::Raise> {
    error::type_error(format!("a bytes-like object is required, not '{}'", type_name(heap, value)))
}

#[cold]
pub fn not_an_integer(heap: &Heap, value: Value) -> Box<error::Raise> {
    error::type_error(format!("'{}' object cannot be interpreted as an integer", type_name(heap, value)))
}
