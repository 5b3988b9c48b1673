//! The replacement fields of an f-string: where they begin and end, as CPython 3.11 looks for that, before the expressions
//! in them are parsed. Knows no format.

use super::{Mistake, explained};

/// What is wrong: within an expression, or with the text around it.
pub enum Wrong {
    /// What follows `f-string`.
    Around(String),
    Within(Mistake),
}

impl Wrong {
    pub fn into_mistake(self, around: impl Fn(String) -> Mistake) -> Mistake {
        match self {
            Wrong::Around(message) => around(format!("f-string{message}")),
            Wrong::Within(mistake) => mistake,
        }
    }
}

type Scan = Result<(), Wrong>;

/// Fields in fields in fields are refused.
const DEEPEST: usize = 2;
const BRACKETS: usize = 200;

pub struct Scanner<'a> {
    text: &'a str,
    at: usize,
    is_raw: bool,
    /// Of the text's first character.
    line: usize,
}

impl<'a> Scanner<'a> {
    pub fn new(text: &'a str, is_raw: bool, line: usize) -> Scanner<'a> {
        Scanner { text, at: 0, is_raw, line }
    }

    pub fn check(mut self) -> Scan {
        self.literal(0)
    }

    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    fn next_is(&self, c: char) -> bool {
        self.peek().is_some_and(|here| self.text[self.at + here.len_utf8()..].starts_with(c))
    }

    fn step(&mut self) {
        self.at += self.peek().map_or(0, char::len_utf8);
    }

    /// Text and fields, up to the end; within a format up to its brace.
    fn literal(&mut self, level: usize) -> Scan {
        while let Some(c) = self.peek() {
            match c {
                '\\' if !self.is_raw => self.escape(),
                '{' if level == 0 && self.next_is('{') => self.at += 2,
                '{' => {
                    self.at += 1;
                    self.field(level)?;
                }
                '}' if level > 0 => return Ok(()),
                '}' if self.next_is('}') => self.at += 2,
                '}' => return Err(Wrong::Around(": single '}' is not allowed".to_owned())),
                _ => self.step(),
            }
        }
        Ok(())
    }

    fn escape(&mut self) {
        self.at += 1;
        if self.text[self.at..].starts_with("N{") {
            self.at += self.text[self.at..].find('}').map_or(1, |end| end + 1);
        } else if !matches!(self.peek(), Some('{' | '}')) {
            self.step();
        }
    }

    fn field(&mut self, level: usize) -> Scan {
        if level >= DEEPEST {
            return Err(Wrong::Around(": expressions nested too deeply".to_owned()));
        }
        let start = self.at;
        self.expression()?;
        let expression = &self.text[start..self.at];
        if self.peek().is_none() {
            return Err(open_ended());
        }
        self.parse(expression, start)?;
        if self.peek() == Some('=') {
            self.at += 1;
            while self.peek().is_some_and(|c| c.is_ascii_whitespace()) {
                self.at += 1;
            }
        }
        if self.peek() == Some('!') {
            self.at += 1;
            let conversion = self.peek().ok_or_else(open_ended)?;
            self.step();
            if !matches!(conversion, 's' | 'r' | 'a') {
                return Err(Wrong::Around(": invalid conversion character: expected 's', 'r', or 'a'".to_owned()));
            }
        }
        if self.peek() == Some(':') {
            self.at += 1;
            self.literal(level + 1)?;
        }
        match self.peek() {
            Some('}') => self.at += 1,
            _ => return Err(open_ended()),
        }
        Ok(())
    }

    /// Up to what ends an expression, outside of brackets and texts.
    fn expression(&mut self) -> Scan {
        let (mut open, mut quote): (Vec<char>, Option<&str>) = (Vec::new(), None);
        while let Some(c) = self.peek() {
            let rest = &self.text[self.at..];
            match (quote, c) {
                (_, '\\') => return Err(part("a backslash")),
                (Some(closing), _) if rest.starts_with(closing) => {
                    quote = None;
                    self.at += closing.len();
                    continue;
                }
                (Some(_), _) => {}
                (None, '"' | '\'') => {
                    let is_triple = rest.len() >= 3 && rest[1..].chars().take(2).eq([c, c]);
                    let opening = &rest[..if is_triple { 3 } else { 1 }];
                    quote = Some(opening);
                    self.at += opening.len();
                    continue;
                }
                (None, '#') => return Err(part("'#'")),
                (None, '(' | '[' | '{') if open.len() >= BRACKETS => {
                    return Err(Wrong::Around(": too many nested parenthesis".to_owned()));
                }
                (None, '(' | '[' | '{') => open.push(c),
                (None, '!' | '=' | '<' | '>') if open.is_empty() && self.next_is('=') => self.at += 1,
                (None, '!' | ':' | '}' | '=') if open.is_empty() => return Ok(()),
                (None, ')' | ']' | '}') => close(&mut open, c)?,
                _ => {}
            }
            self.step();
        }
        match (quote, open.last()) {
            (Some(_), _) => Err(Wrong::Around(": unterminated string".to_owned())),
            (None, Some(opening)) => Err(Wrong::Around(format!(": unmatched '{opening}'"))),
            (None, None) => Ok(()),
        }
    }

    fn parse(&self, expression: &str, start: usize) -> Scan {
        if expression.trim_matches([' ', '\t', '\n', '\x0c', '\r']).is_empty() {
            return Err(Wrong::Around(": empty expression not allowed".to_owned()));
        }
        let lines = self.text[..start].matches('\n').count() + self.line - 1;
        let Some(mut mistake) = explained(&format!("({expression})"), "fstring") else { return Ok(()) };
        mistake.message = format!("f-string: {}", mistake.message);
        (mistake.start.line, mistake.end.line) = (mistake.start.line + lines, mistake.end.line + lines);
        Err(Wrong::Within(mistake))
    }
}

fn open_ended() -> Wrong {
    Wrong::Around(": expecting '}'".to_owned())
}

fn part(what: &str) -> Wrong {
    Wrong::Around(format!(" expression part cannot include {what}"))
}

fn close(open: &mut Vec<char>, closing: char) -> Scan {
    let Some(opening) = open.pop() else { return Err(Wrong::Around(format!(": unmatched '{closing}'"))) };
    if matches!((opening, closing), ('(', ')') | ('[', ']') | ('{', '}')) {
        return Ok(());
    }
    let message = format!(": closing parenthesis '{closing}' does not match opening parenthesis '{opening}'");
    Err(Wrong::Around(message))
}
