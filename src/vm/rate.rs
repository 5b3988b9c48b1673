//! At which of a simulated machine's rates instructions are charged for: much that the language and its modules do is Python
//! text here, which takes another time than what it stands for. Knows no prices.

use crate::bytecode::Code;

/// Modules whose text here takes a time of its own, beside what is so for native code or Python text in general. A text is
/// such a module's if its name begins with the module's as a whole word; what is called otherwise has the general rate.
pub const MODULES: [&str; 14] = [
    "collections",
    "contextlib",
    "copy",
    "csv",
    "dataclasses",
    "fractions",
    "functools",
    "io",
    "json",
    "logging",
    "os",
    "textwrap",
    "urllib",
    "uuid",
];

/// Whose instructions they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate(u8);

impl Rate {
    /// That of a program's own code.
    pub const PROGRAM: Rate = Rate(0);

    /// How many there are.
    pub const COUNT: usize = 2 * (MODULES.len() + 1);

    pub fn of(code: &Code) -> Rate {
        let place = if code.is_library { module_of(&code.source.file().name) } else { None };
        Rate::new(place, !code.has_checkpoints)
    }

    fn new(module: Option<usize>, stands_for_native: bool) -> Rate {
        let module = module.map_or(0, |place| place + 1);
        Rate(2 * module as u8 + u8::from(stands_for_native))
    }

    /// One for each number.
    pub fn table<T>(of: impl Fn(Rate) -> T) -> [T; Rate::COUNT] {
        std::array::from_fn(|number| of(Rate(number as u8)))
    }

    /// Less than [`Rate::COUNT`].
    #[inline(always)]
    pub fn number(self) -> usize {
        usize::from(self.0)
    }

    pub fn stands_for_native(self) -> bool {
        self.0 % 2 == 1
    }

    /// One of [`MODULES`].
    pub fn module(self) -> Option<&'static str> {
        MODULES.get((self.0 / 2).checked_sub(1)? as usize).copied()
    }
}

/// The place of the module to which the text of this name belongs: `<json.decoder>`, `<_json_hooks>`.
fn module_of(text: &str) -> Option<usize> {
    let name = text.trim_start_matches(['<', '_']);
    let first = name.split(['.', '_', '>']).next()?;
    MODULES.iter().position(|module| *module == first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_tells_whose_code_it_is() {
        assert_eq!(Rate::PROGRAM, Rate::new(None, false));
        for place in (0..MODULES.len()).map(Some).chain([None]) {
            for stands_for_native in [false, true] {
                let rate = Rate::new(place, stands_for_native);
                assert!(rate.number() < Rate::COUNT);
                assert_eq!((rate.module(), rate.stands_for_native()), (place.map(|at| MODULES[at]), stands_for_native));
            }
        }
        assert!(Rate::table(Rate::number).into_iter().eq(0..Rate::COUNT));
    }

    #[test]
    fn texts_belong_to_the_module_that_they_begin_with() {
        for (text, module) in [
            ("<json>", Some("json")),
            ("<json.decoder>", Some("json")),
            ("<_json_hooks>", Some("json")),
            ("<jsonlines>", None),
            ("<library>", None),
        ] {
            assert_eq!(module_of(text).map(|at| MODULES[at]), module, "{text}");
        }
    }
}
