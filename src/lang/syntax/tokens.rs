//! Python's tokens, and the mistakes that are found between them: as CPython 3.11 cuts a text, so that its messages and
//! places follow. Knows no grammar. A text is cut only where it is known to be wrong, so this need not be fast.

use super::numbers;
use super::{Mistake, MistakeKind, Spot};

/// What a token is; keywords and operators are told apart by their text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Name,
    Number,
    String,
    Operator,
    Newline,
    Indent,
    Dedent,
    End,
}

#[derive(Clone, Copy, Debug)]
pub struct Token<'a> {
    pub kind: Kind,
    pub text: &'a str,
    pub start: Spot,
    pub end: Spot,
    /// How many brackets are open behind it.
    pub level: usize,
}

/// How a text ends.
#[derive(Clone, Debug)]
pub struct Tokens<'a> {
    pub all: Vec<Token<'a>>,
    /// What is wrong behind the last token.
    pub mistake: Option<Mistake>,
    /// What had been opened and not closed when the text was over or wrong.
    pub open: Option<(char, Spot)>,
    /// Whether that is told also where the grammar has been violated before.
    pub is_loud: bool,
}

/// CPython's limits.
pub const BRACKETS: usize = 200;
pub const INDENTS: usize = 100;

const OPERATORS: [&str; 47] = [
    "**=", "//=", ">>=", "<<=", "...", "!=", "%=", "&=", "**", "*=", "+=", "-=", "->", "//", "/=", ":=", "<<", "<=",
    "<>", "==", ">=", ">>", "@=", "^=", "|=", "%", "&", "(", ")", "*", "+", ",", "-", ".", "/", ":", ";", "<", "=",
    ">", "@", "[", "]", "^", "{", "|", "}",
];

pub fn tokens(text: &str) -> Tokens<'_> {
    let mut cutter = Cutter {
        text,
        at: 0,
        line: 1,
        line_start: 0,
        found: Vec::new(),
        open: Vec::new(),
        indents: vec![(0, 0)],
        is_loud: true,
    };
    let mistake = cutter.cut().err();
    let open = cutter.open.last().copied();
    Tokens { all: cutter.found, mistake, open, is_loud: cutter.is_loud }
}

pub(super) struct Cutter<'a> {
    pub text: &'a str,
    /// The next character.
    pub at: usize,
    line: usize,
    line_start: usize,
    found: Vec<Token<'a>>,
    open: Vec<(char, Spot)>,
    /// In columns with tabs of eight and of one.
    indents: Vec<(usize, usize)>,
    is_loud: bool,
}

const MIXED: &str = "inconsistent use of tabs and spaces in indentation";

type Cut = Result<(), Mistake>;

impl<'a> Cutter<'a> {
    pub fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    pub fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub fn spot(&self, at: usize) -> Spot {
        Spot { line: self.line, column: self.text[self.line_start..at].chars().count() }
    }

    /// A mistake whose column is that of the last character read.
    pub fn wrong(&self, message: impl Into<String>) -> Mistake {
        let spot = self.spot(self.at);
        Mistake::new(MistakeKind::Syntax, message, Spot { column: spot.column.saturating_sub(1), ..spot })
    }

    fn cut(&mut self) -> Cut {
        loop {
            if self.open.is_empty() && !self.indentation()? {
                continue;
            }
            if self.line()? {
                return self.ending();
            }
        }
    }

    fn ending(&mut self) -> Cut {
        if let Some((bracket, spot)) = self.open.last() {
            self.is_loud = false;
            return Err(never_closed(*bracket, *spot));
        }
        self.empty(Kind::End);
        Ok(())
    }

    /// Where the text has been read to: at its end behind the newline of the last line.
    fn here(&self) -> Spot {
        match self.rest().is_empty() && self.at == self.line_start && self.line > 1 {
            true => {
                let last = self.text[..self.at - 1].rfind('\n').map_or(0, |newline| newline + 1);
                Spot { line: self.line - 1, column: self.text[last..self.at].chars().count() }
            }
            false => self.spot(self.at),
        }
    }

    /// A token without text; its column is where the text has been read to.
    fn empty(&mut self, kind: Kind) {
        let spot = self.here();
        self.found.push(Token { kind, text: "", start: spot, end: spot, level: self.open.len() });
    }

    fn push(&mut self, kind: Kind, start: usize) {
        let (text, level) = (&self.text[start..self.at], self.open.len());
        let (start, end) = (self.spot(start), self.spot(self.at));
        self.found.push(Token { kind, text, start, end, level });
    }

    fn next_line(&mut self) {
        self.at += 1;
        (self.line, self.line_start) = (self.line + 1, self.at);
    }

    /// What stands at the beginning of a line. False where nothing else stands there.
    fn indentation(&mut self) -> Result<bool, Mistake> {
        let (mut column, mut plain) = (0, 0);
        while let Some(c @ (' ' | '\t' | '\x0c')) = self.peek() {
            self.at += 1;
            (column, plain) = match c {
                ' ' => (column + 1, plain + 1),
                '\t' => ((column / 8 + 1) * 8, plain + 1),
                _ => (0, 0),
            };
        }
        if self.peek() == Some('#') {
            self.at += self.rest().find('\n').unwrap_or(self.rest().len());
        }
        match self.peek() {
            Some('\n') => {
                self.next_line();
                Ok(false)
            }
            Some('\\') if self.rest()[1..].starts_with('\n') => Ok(true),
            _ => self.indent(column, plain).map(|()| true),
        }
    }

    fn indent(&mut self, column: usize, plain: usize) -> Cut {
        let (top, plain_top) = self.indents.last().copied().unwrap_or_default();
        if column > top {
            if self.indents.len() >= INDENTS {
                return Err(self.quiet(MistakeKind::Indentation, "too many levels of indentation", 0));
            }
            if plain <= plain_top {
                return Err(self.quiet(MistakeKind::Tab, MIXED, 0));
            }
            self.indents.push((column, plain));
            self.empty(Kind::Indent);
            return Ok(());
        }
        let count = self.indents.iter().filter(|(indent, _)| *indent > column).count();
        self.indents.truncate(self.indents.len() - count);
        let (top, plain_top) = self.indents.last().copied().unwrap_or_default();
        if top != column {
            let message = "unindent does not match any outer indentation level";
            let end = self.spot(self.line_end());
            return Err(self.quiet(MistakeKind::Indentation, message, end.column));
        }
        if plain != plain_top {
            return Err(self.quiet(MistakeKind::Tab, MIXED, 0));
        }
        (0..count).for_each(|_| self.empty(Kind::Dedent));
        Ok(())
    }

    fn line_end(&self) -> usize {
        self.rest().find('\n').map_or(self.text.len(), |end| self.at + end)
    }

    /// A mistake in the indentation, which is told only where the text was right up to there.
    fn quiet(&mut self, kind: MistakeKind, message: &str, column: usize) -> Mistake {
        self.is_loud = false;
        Mistake::new(kind, message, Spot { line: self.line, column })
    }

    /// The rest of a line; true where the text ends.
    fn line(&mut self) -> Result<bool, Mistake> {
        loop {
            while matches!(self.peek(), Some(' ' | '\t' | '\x0c')) {
                self.at += 1;
            }
            match self.peek() {
                None => return Ok(true),
                Some('#') => self.at = self.line_end(),
                Some('\n') => {
                    if self.open.is_empty() {
                        let start = self.at;
                        self.push(Kind::Newline, start);
                    }
                    self.next_line();
                    return Ok(false);
                }
                Some('\\') => self.continuation()?,
                Some(c) => self.token(c)?,
            }
        }
    }

    /// A backslash, which must be the last character of its line.
    fn continuation(&mut self) -> Cut {
        self.at += 1;
        match self.peek() {
            Some('\n') => self.next_line(),
            next => {
                self.at += next.map_or(0, char::len_utf8);
                self.is_loud = false;
                return Err(self.wrong("unexpected character after line continuation character"));
            }
        }
        if self.rest().is_empty() {
            self.is_loud = false;
            let message = "unexpected EOF while parsing";
            return Err(match self.open.last() {
                Some((bracket, spot)) => never_closed(*bracket, *spot),
                None => {
                    let here = self.here();
                    Mistake::new(MistakeKind::Syntax, message, Spot { column: here.column - 1, ..here })
                }
            });
        }
        Ok(())
    }

    fn token(&mut self, c: char) -> Cut {
        let start = self.at;
        let quote = self.rest().find(|c: char| !c.is_ascii_alphabetic()).map_or("", |at| &self.rest()[at..]);
        let prefix = &self.rest()[..self.rest().len() - quote.len()];
        let is_text = quote.starts_with(['"', '\'']) && is_prefix(prefix);
        if is_text {
            return self.string(prefix.len());
        }
        if c.is_ascii_digit() || c == '.' && self.rest()[1..].starts_with(|c: char| c.is_ascii_digit()) {
            numbers::skip(self)?;
            self.push(Kind::Number, start);
            return Ok(());
        }
        if c.is_ascii_alphabetic() || c == '_' || !c.is_ascii() {
            return self.name();
        }
        self.operator(c)
    }

    fn name(&mut self) -> Cut {
        let start = self.at;
        let could_be = |c: char| c.is_ascii_alphanumeric() || c == '_' || !c.is_ascii();
        let length = self.rest().find(|c| !could_be(c)).unwrap_or(self.rest().len());
        let text = &self.rest()[..length];
        let is_good = |(at, c): (usize, char)| match at {
            0 => c == '_' || c.is_alphabetic(),
            _ => c == '_' || c == '·' || c.is_alphanumeric() || is_mark(c),
        };
        if let Some((at, c)) = text.char_indices().find(|one| !is_good(*one)) {
            self.at = start + at + c.len_utf8();
            return Err(self.wrong(invalid(c)));
        }
        self.at += length;
        self.push(Kind::Name, start);
        Ok(())
    }

    fn operator(&mut self, c: char) -> Cut {
        let start = self.at;
        self.at += match OPERATORS.iter().find(|operator| self.rest().starts_with(**operator)) {
            Some(operator) => operator.len(),
            None => c.len_utf8(),
        };
        match c {
            '(' | '[' | '{' => {
                if self.open.len() >= BRACKETS {
                    return Err(self.wrong("too many nested parentheses"));
                }
                self.open.push((c, self.spot(start)));
            }
            ')' | ']' | '}' => self.close(c)?,
            c if c.is_control() => return Err(self.wrong(invalid(c))),
            _ => {}
        }
        self.push(Kind::Operator, start);
        Ok(())
    }

    fn close(&mut self, closing: char) -> Cut {
        let Some((opening, spot)) = self.open.pop() else {
            return Err(self.wrong(format!("unmatched '{closing}'")));
        };
        if matches!((opening, closing), ('(', ')') | ('[', ']') | ('{', '}')) {
            return Ok(());
        }
        let place = if spot.line == self.line { String::new() } else { format!(" on line {}", spot.line) };
        let message = format!("closing parenthesis '{closing}' does not match opening parenthesis '{opening}'{place}");
        Err(self.wrong(message))
    }

    fn string(&mut self, prefix: usize) -> Cut {
        let start = self.at;
        let (spot, first_line, first_start) = (self.spot(start), self.line, self.line_start);
        self.at += prefix;
        let Some(quote) = self.peek() else { return Ok(()) };
        let triple = quote.to_string().repeat(3);
        let closing = if self.rest().starts_with(&triple) { &*triple } else { &triple[..1] };
        self.at += closing.len();
        while !self.rest().starts_with(closing) {
            match self.peek() {
                None => return Err(self.unterminated(closing.len() == 3, spot)),
                Some('\n') if closing.len() == 1 => return Err(self.unterminated(false, spot)),
                Some('\n') => self.next_line(),
                Some('\\') => {
                    self.at += 1;
                    match self.peek() {
                        Some('\n') => self.next_line(),
                        next => self.at += next.map_or(0, char::len_utf8),
                    }
                }
                Some(c) => self.at += c.len_utf8(),
            }
        }
        self.at += closing.len();
        let end = self.spot(self.at);
        let text = &self.text[start..self.at];
        let start = Spot { line: first_line, column: self.text[first_start..start].chars().count() };
        self.found.push(Token { kind: Kind::String, text, start, end, level: self.open.len() });
        Ok(())
    }

    fn unterminated(&self, is_triple: bool, start: Spot) -> Mistake {
        // A text that ends without a newline is read as if it had one.
        let is_over = self.rest().is_empty() && self.at == self.line_start && self.line > start.line;
        let (kind, line) =
            (if is_triple { "triple-quoted string" } else { "string" }, self.line - usize::from(is_over));
        let message = format!("unterminated {kind} literal (detected at line {line})");
        Mistake::new(MistakeKind::Syntax, message, start)
    }
}

pub fn never_closed(bracket: char, spot: Spot) -> Mistake {
    Mistake::new(MistakeKind::Syntax, format!("'{bracket}' was never closed"), spot)
}

/// Letters that may stand before a text, each once.
fn is_prefix(text: &str) -> bool {
    matches!(&*text.to_ascii_lowercase(), "" | "b" | "br" | "f" | "fr" | "r" | "rb" | "rf" | "u")
}

/// Whether a character combines with the one before it, which `char` does not tell.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{487}' | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{669}' | '\u{900}'..='\u{903}' | '\u{93a}'..='\u{94f}' | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20f0}' | '\u{203f}' | '\u{2040}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{fe20}'..='\u{fe2f}')
}

fn invalid(c: char) -> String {
    let is_seen = !(c.is_control()
        || c.is_whitespace()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{ad}' | '\u{feff}' | '\u{e000}'..='\u{f8ff}'));
    match is_seen {
        true => format!("invalid character '{c}' (U+{:04X})", c as u32),
        false => format!("invalid non-printable character U+{:04X}", c as u32),
    }
}
