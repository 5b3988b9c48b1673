//! How deep a text can be nested, seen from its words and operators alone, before it is parsed: parser, compiler and trees
//! recurse, and a host's stack is not endless. Knows no grammar; what it says is never too little.

/// So deep a tree is always parsed; a deeper one may be.
pub const PARSED: usize = 20_000;

/// CPython's parser gives up where so many operators before an operand stand in a row; `lambda` and `**` count twice.
pub const PREFIXES: usize = 5967;

/// CPython's compiler gives up in a tree that is deeper, in expressions and the statement around them.
pub const TREE: usize = 2994;

/// What CPython says then.
pub const TOO_DEEP: &str = "RecursionError: maximum recursion depth exceeded during compilation";
pub const TOO_MANY: &str = "MemoryError";

/// The most that there is of each anywhere in a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Nesting {
    /// Levels of the tree of an expression, or more.
    pub depth: usize,
    pub brackets: usize,
    pub prefixes: usize,
}

/// Reads a text, in one pass.
pub fn nesting(text: &str) -> Nesting {
    let mut reader =
        Reader { text: text.as_bytes(), at: 0, levels: vec![Level::default()], depth: 0, most: Nesting::default() };
    while reader.step() {}
    reader.most
}

/// Inside one pair of brackets.
#[derive(Clone, Copy, Debug, Default)]
struct Level {
    /// Since the last comma or the like.
    depth: usize,
    /// Those that a binary operator does not end, and those that it does.
    loose: usize,
    tight: usize,
    /// Whose parameters are being read.
    lambdas: usize,
    is_behind_operand: bool,
}

struct Reader<'a> {
    text: &'a [u8],
    at: usize,
    levels: Vec<Level>,
    /// Of all levels together.
    depth: usize,
    most: Nesting,
}

impl Reader<'_> {
    fn step(&mut self) -> bool {
        let Some(byte) = self.text.get(self.at).copied() else { return false };
        self.at += 1;
        match byte {
            b' ' | b'\t' | b'\r' | b'\x0c' => {}
            b'\\' => self.at += 1,
            b'\n' if self.levels.len() == 1 => self.separate(true),
            b'\n' => {}
            b'#' => self.at += self.text[self.at..].iter().take_while(|byte| **byte != b'\n').count(),
            b'"' | b'\'' => self.string(byte),
            b'a'..=b'z' | b'A'..=b'Z' | b'_' | 0x80.. => self.word(),
            b'0'..=b'9' => {
                self.skip(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
                self.operand();
            }
            b'(' | b'[' | b'{' => self.open(),
            b')' | b']' | b'}' => self.close(),
            b',' | b';' | b':' | b'=' => self.separator(byte),
            _ => self.operator(byte),
        }
        true
    }

    fn level(&mut self) -> &mut Level {
        self.levels.last_mut().expect("the outermost level is never taken away")
    }

    fn skip(&mut self, goes_on: impl Fn(u8) -> bool) {
        self.at += self.text[self.at..].iter().take_while(|byte| goes_on(**byte)).count();
    }

    fn deeper(&mut self) {
        self.level().depth += 1;
        self.depth += 1;
        self.most.depth = self.most.depth.max(self.depth);
    }

    fn prefix(&mut self, loose: usize, tight: usize) {
        self.deeper();
        let level = self.level();
        (level.loose, level.tight, level.is_behind_operand) = (level.loose + loose, level.tight + tight, false);
        let prefixes = level.loose + level.tight;
        self.most.prefixes = self.most.prefixes.max(prefixes);
    }

    fn operand(&mut self) {
        self.level().is_behind_operand = true;
    }

    fn operator(&mut self, byte: u8) {
        let is_double = self.text.get(self.at) == Some(&byte);
        match byte {
            b'*' if is_double => {
                self.at += 1;
                self.prefix(2, 0);
            }
            b'-' | b'+' | b'~' if !self.level().is_behind_operand => self.prefix(0, 1),
            b'.' => self.deeper(),
            _ => self.binary(),
        }
    }

    fn binary(&mut self) {
        self.deeper();
        (self.level().tight, self.level().is_behind_operand) = (0, false);
    }

    fn word(&mut self) {
        let start = self.at - 1;
        self.skip(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80);
        match &self.text[start..self.at] {
            b"not" => self.prefix(0, 1),
            b"else" | b"yield" => self.prefix(1, 0),
            b"lambda" => {
                self.prefix(2, 0);
                self.level().lambdas += 1;
            }
            b"and" | b"or" | b"in" | b"is" | b"if" | b"for" | b"from" | b"import" | b"async" | b"await" | b"as" => {
                self.binary()
            }
            _ => self.operand(),
        }
    }

    /// What is inside an f-string may be nested, too: all that it could be is counted at once.
    fn string(&mut self, quote: u8) {
        let before = &self.text[..self.at - 1];
        let prefix = before.iter().rev().take(2).take_while(|byte| byte.is_ascii_alphabetic());
        let is_format = prefix.into_iter().any(|byte| matches!(byte, b'f' | b'F'));
        let is_triple = self.text[self.at..].starts_with(&[quote, quote]);
        self.at += if is_triple { 2 } else { 0 };
        let start = self.at;
        while let Some(byte) = self.text.get(self.at).copied() {
            let ends = if is_triple { self.text[self.at..].starts_with(&[quote; 3]) } else { byte == quote };
            if ends || !is_triple && byte == b'\n' {
                break;
            }
            self.at += if byte == b'\\' { 2 } else { 1 };
        }
        let end = self.at.min(self.text.len());
        self.at = (end + if is_triple { 3 } else { 1 }).min(self.text.len());
        if is_format && self.text[start..end].contains(&b'{') {
            let is_deep =
                |byte: &&u8| matches!(byte, b'-' | b'+' | b'~' | b'*' | b'.' | b'(' | b'[' | b'{' | b'n' | b'l' | b'e');
            self.most.depth = self.most.depth.max(self.text[start..end].iter().filter(is_deep).count());
        }
        self.operand();
    }

    fn open(&mut self) {
        if self.level().is_behind_operand {
            self.deeper();
        }
        self.levels.push(Level::default());
        self.deeper();
        self.most.brackets = self.most.brackets.max(self.levels.len() - 1);
    }

    fn close(&mut self) {
        if self.levels.len() > 1 {
            self.separate(true);
            self.levels.pop();
        }
        self.operand();
    }

    fn separator(&mut self, byte: u8) {
        let is_comparison = byte == b'=' && self.text.get(self.at) == Some(&b'=');
        let is_walrus = byte == b':' && self.text.get(self.at) == Some(&b'=');
        if is_comparison || is_walrus {
            self.at += 1;
            return self.binary();
        }
        let level = self.level();
        if byte == b':' && level.lambdas > 0 {
            level.lambdas -= 1;
            level.is_behind_operand = false;
        } else {
            let is_over = level.lambdas == 0;
            self.separate(is_over);
        }
    }

    /// What comes now is no part of what was.
    fn separate(&mut self, is_over: bool) {
        let level = self.level();
        level.is_behind_operand = false;
        if is_over {
            let depth = level.depth;
            *level = Level::default();
            self.depth -= depth;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn depth(text: &str) -> usize {
        nesting(text).depth
    }

    #[test]
    fn what_stands_side_by_side_is_not_nested() {
        let side_by_side = ["-1, ", "x = ", "a.b; ", "f(1)\n", "x if y else z, ", "lambda: 1, ", "'--' ", "# --\n"];
        for text in side_by_side {
            assert!(depth(&text.repeat(1000)) < 10, "{text}");
        }
    }

    #[test]
    fn what_is_nested_is_counted_at_least_once_a_level() {
        for text in
            ["-", "not ", "a.", "(", "f(", "1 if y else ", "lambda: ", "lambda a, b=1: ", "2 ** ", "1 + ", "a[0]"]
        {
            assert!(depth(&text.repeat(1000)) >= 1000, "{text}");
        }
    }

    #[test]
    fn prefixes_count_as_they_do_for_the_parser_of_cpython() {
        let prefixes = |text: &str| nesting(&text.repeat(1000)).prefixes;
        assert_eq!((prefixes("- "), prefixes("not "), prefixes("lambda: ")), (1000, 1000, 2000));
        assert_eq!((prefixes("a + -"), prefixes("a and not "), prefixes("a if b else ")), (1, 1, 1000));
    }

    #[test]
    fn brackets_in_texts_and_comments_are_none() {
        assert_eq!(nesting("'((((' # ((((\n\"\"\"(((\n((\"\"\" + r'\\\\' + ((1))").brackets, 2);
        assert_eq!(nesting("x = [[[1], [2]], ([3])]").brackets, 3);
    }
}
