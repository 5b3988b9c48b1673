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
    /// The same arguments under the name that messages shall give; one with a dot is whole.
    pub fn function(self, function: &'static str) -> Arguments<'a> {
        let class = if function.contains('.') { "" } else { self.class };
        Arguments { function, class, ..self }
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
        let given = self.positional.len();
        if (least..=most).contains(&given) {
            return Ok(self.positional);
        }
        Err(error::type_error(match (least, most) {
            (1, 1) => format!("{}() takes exactly one argument ({given} given)", self.full_name()),
            (0, 0) => format!("{}() takes no arguments ({given} given)", self.full_name()),
            _ => return self.unpacked(least, most),
        }))
    }

    /// The same, in the words of CPython's functions that unpack a tuple of arguments.
    pub fn unpacked(self, least: usize, most: usize) -> Result<&'a [Value]> {
        let (name, given) = (self.function, self.positional.len());
        if (least..=most).contains(&given) {
            return Ok(self.positional);
        }
        let (how, count) = match (least, most) {
            _ if least == most => ("", least),
            _ if given < least => ("at least ", least),
            _ => ("at most ", most),
        };
        Err(error::type_error(format!("{name} expected {how}{count} argument{}, got {given}", plural(count))))
    }

    /// The arguments in the order of their parameters, of which `least` must be given and `most` can be by position; one
    /// without a name can be by position only. In the words of CPython's functions that are made by Argument Clinic.
    pub fn of<const N: usize>(self, names: [&str; N], least: usize, most: usize) -> Result<[Option<Value>; N]> {
        let (function, by_position) = (self.function, self.positional.len());
        let given = by_position + self.keywords.len();
        if given > N {
            let keyword = if by_position == 0 { "keyword " } else { "" };
            let message = format!("{function}() takes at most {N} {keyword}argument{} ({given} given)", plural(N));
            return Err(error::type_error(message));
        }
        if by_position > most {
            let message = format!("{function}() takes at most {most} positional argument{}", plural(most));
            return Err(error::type_error(format!("{message} ({by_position} given)")));
        }
        let named = |name: &str| self.keywords.iter().find(|(given, _)| given == name && !name.is_empty());
        let mut found = [None; N];
        for (at, (name, found)) in names.iter().zip(&mut found).enumerate() {
            *found = self.positional.get(at).copied().or(named(name).map(|(_, value)| *value));
            if found.is_none() && at < least {
                return Err(self.missing(&names, at, least));
            }
        }
        match self.keywords.iter().find(|(name, _)| !names[by_position.min(N)..].contains(&name.as_str())) {
            Some((name, _)) => Err(self.unwanted(name, &names)),
            None => Ok(found),
        }
    }

    #[cold]
    fn missing(self, names: &[&str], at: usize, least: usize) -> Box<error::Raise> {
        let (function, name) = (self.function, names[at]);
        if !name.is_empty() {
            return error::type_error(format!("{function}() missing required argument '{name}' (pos {})", at + 1));
        }
        let least = names[..least].iter().take_while(|name| name.is_empty()).count();
        let how = if least == names.len() { "exactly" } else { "at least" };
        let given = self.positional.len();
        let message = format!("{function}() takes {how} {least} positional argument{}", plural(least));
        error::type_error(format!("{message} ({given} given)"))
    }

    #[cold]
    fn unwanted(self, name: &str, names: &[&str]) -> Box<error::Raise> {
        let function = self.function;
        error::type_error(match names.iter().position(|known| *known == name) {
            Some(at) => format!("argument for {function}() given by name ('{name}') and position ({})", at + 1),
            None => format!("'{name}' is an invalid keyword argument for {function}()"),
        })
    }

    /// Checks that the argument of this name is a text, where it was given.
    pub fn text(self, heap: &Heap, name: &str, value: Option<Value>) -> Result<()> {
        let Some(value) = value.filter(|value| heap.as_str(*value).is_none()) else { return Ok(()) };
        let kind = if let Value::None = value { "None" } else { type_name(heap, value) };
        Err(error::type_error(format!("{}() argument '{name}' must be str, not {kind}", self.function)))
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

fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
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

/// A size or a place, which must fit 64 bits.
pub fn size(heap: &Heap, value: Value) -> Result<i64> {
    match Number::of(heap, value) {
        Some(Number::Big(_)) => Err(error::overflow_error("Python int too large to convert to C ssize_t")),
        _ => index(heap, value),
    }
}

/// What is like bytes; anything else is a TypeError.
pub fn bytes(heap: &Heap, value: Value) -> Result<&[u8]> {
    heap.as_bytes(value).ok_or_else(|| not_bytes(heap, value))
}

/// Whether the class of the value, which is Python, has a method of the name.
pub fn has_method(heap: &Heap, value: Value, name: &str) -> bool {
    let name = heap.symbols.known(name).filter(|_| heap.as_instance(value).is_some());
    name.is_some_and(|name| super::class::special(heap, value, name).is_some())
}

/// Whether its bytes are had by asking it, as those of a memoryview and of an array.
pub fn is_view(heap: &Heap, value: Value) -> bool {
    has_method(heap, value, "tobytes")
}

/// Whether which number it is is known by asking it.
pub fn is_index(heap: &Heap, value: Value) -> bool {
    has_method(heap, value, "__index__")
}

#[cold]
pub fn not_bytes(heap: &Heap, value: Value) -> Box<error::Raise> {
    if is_view(heap, value) {
        return error::needs_python();
    }
    error::type_error(format!("a bytes-like object is required, not '{}'", type_name(heap, value)))
}

#[cold]
pub fn not_an_integer(heap: &Heap, value: Value) -> Box<error::Raise> {
    error::type_error(format!("'{}' object cannot be interpreted as an integer", type_name(heap, value)))
}
