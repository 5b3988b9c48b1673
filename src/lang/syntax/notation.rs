//! The notation of `grammar.txt`, read. Knows no token of a program.

use std::collections::HashMap;
use std::iter::Peekable;
use std::str::Chars;

#[derive(Debug)]
pub enum Item {
    /// A keyword or an operator.
    Fixed(&'static str),
    /// A word that is a name elsewhere.
    Soft(&'static str),
    /// A kind of token, in capitals.
    Kind(&'static str),
    Rule(usize),
    Group(Vec<Alternative>),
    Optional(Box<Item>),
    /// How many there are at least.
    Repeat(Box<Item>, usize),
    /// Items with a separator in between.
    Separated(&'static str, Box<Item>),
    /// What must follow, or must not, and is not taken.
    Ahead(Box<Item>, bool),
    /// What is missing where it does not follow.
    Forced(&'static str),
    Cut,
}

#[derive(Debug)]
pub struct Alternative {
    /// With the letter by which an action knows it.
    pub items: Vec<(Option<char>, Item)>,
    pub label: Option<&'static str>,
    pub action: Option<Action>,
}

/// What is raised where an alternative fits.
#[derive(Clone, Copy, Debug)]
pub struct Action {
    pub what: What,
    pub message: &'static str,
}

#[derive(Clone, Copy, Debug)]
pub enum What {
    At,
    Range,
    From,
    Last,
    Indent,
    /// A check by its name.
    Check(&'static str),
}

#[derive(Debug)]
pub struct Rule {
    pub name: &'static str,
    pub alternatives: Vec<Alternative>,
    pub is_memo: bool,
    pub is_invalid: bool,
}

#[derive(Debug)]
pub struct Grammar {
    pub rules: Vec<Rule>,
    pub keywords: Vec<&'static str>,
}

const KINDS: [&str; 8] = ["NAME", "NUMBER", "STRING", "NEWLINE", "INDENT", "DEDENT", "ENDMARKER", "SOFT_KEYWORD"];

impl Grammar {
    /// Panics where the text is not in its notation: a test reads it.
    pub fn read(text: &'static str) -> Grammar {
        let lines = || text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        let parts = |line: &'static str| line.split_once(": ").expect("a rule has a name and a colon");
        let name = |head: &'static str| head.trim_end_matches(" (memo)");
        let numbers: HashMap<&str, usize> = lines().enumerate().map(|(at, line)| (name(parts(line).0), at)).collect();
        let mut keywords = Vec::new();
        let rules = lines().map(parts).map(|(head, body)| {
            let mut reader =
                Reader { text: body, rest: body.chars().peekable(), numbers: &numbers, keywords: &mut keywords };
            let alternatives = reader.alternatives();
            assert!(reader.rest.peek().is_none(), "{head}: {}", reader.rest.collect::<String>());
            Rule {
                name: name(head),
                alternatives,
                is_memo: head.ends_with("(memo)"),
                is_invalid: head.starts_with("invalid_"),
            }
        });
        let rules = rules.collect();
        Grammar { rules, keywords }
    }

    pub fn rule(&self, name: &str) -> Option<usize> {
        self.rules.iter().position(|rule| rule.name == name)
    }
}

struct Reader<'a> {
    text: &'static str,
    rest: Peekable<Chars<'static>>,
    numbers: &'a HashMap<&'static str, usize>,
    keywords: &'a mut Vec<&'static str>,
}

impl Reader<'_> {
    fn at(&self) -> usize {
        self.text.len() - self.rest.clone().map(char::len_utf8).sum::<usize>()
    }

    fn skip(&mut self, count: usize) {
        self.rest.by_ref().take(count).for_each(drop);
    }

    fn space(&mut self) {
        while self.rest.next_if_eq(&' ').is_some() {}
    }

    /// Whether the character comes next; it is taken.
    fn eats(&mut self, c: char) -> bool {
        self.rest.next_if_eq(&c).is_some()
    }

    fn word(&mut self) -> &'static str {
        let start = self.at();
        while self.rest.next_if(|c| c.is_ascii_alphanumeric() || *c == '_').is_some() {}
        &self.text[start..self.at()]
    }

    fn quoted(&mut self, quote: char) -> &'static str {
        let start = self.at();
        while self.rest.next_if(|c| *c != quote).is_some() {}
        let found = &self.text[start..self.at()];
        self.rest.next();
        found
    }

    fn alternatives(&mut self) -> Vec<Alternative> {
        let mut found = vec![self.alternative()];
        while self.eats('|') {
            found.push(self.alternative());
        }
        found
    }

    fn alternative(&mut self) -> Alternative {
        let mut made = Alternative { items: Vec::new(), label: None, action: None };
        loop {
            self.space();
            match self.rest.peek() {
                None | Some('|' | ')') => return made,
                Some('@') => {
                    self.rest.next();
                    made.label = Some(self.word());
                }
                Some('=') => made.action = Some(self.action()),
                Some(_) => {
                    let item = self.named();
                    made.items.push(item);
                }
            }
        }
    }

    fn action(&mut self) -> Action {
        self.skip(2);
        self.space();
        let kind = self.word();
        let (mut what, mut message) = (What::Last, "");
        match kind {
            "at" => what = What::At,
            "range" => what = What::Range,
            "from" => what = What::From,
            "indent" => what = What::Indent,
            "check" => {
                self.space();
                what = What::Check(self.word());
            }
            _ => {}
        }
        while self.rest.next_if(|c| matches!(c, ' ' | 'a' | 'b')).is_some() {}
        if self.eats('"') {
            message = self.message();
        }
        Action { what, message }
    }

    /// A text that ends with a quote behind which the alternative does; quotes within are written with a backslash.
    fn message(&mut self) -> &'static str {
        let start = self.at();
        let mut last = ' ';
        while let Some(c) = self.rest.next_if(|c| *c != '"' || last == '\\') {
            last = c;
        }
        let found = &self.text[start..self.at()];
        self.rest.next();
        found
    }

    fn named(&mut self) -> (Option<char>, Item) {
        let mut ahead = self.rest.clone();
        let (name, sign) = (ahead.next(), ahead.next());
        if sign == Some('=') && ahead.next() != Some('>') && matches!(name, Some('a' | 'b')) {
            self.skip(2);
            return (name, self.item());
        }
        (None, self.item())
    }

    fn item(&mut self) -> Item {
        if self.eats('~') {
            return Item::Cut;
        }
        if self.eats('&') {
            if self.eats('&') {
                self.rest.next();
                return Item::Forced(self.quoted('\''));
            }
            return Item::Ahead(Box::new(self.repeated()), true);
        }
        if self.eats('!') {
            return Item::Ahead(Box::new(self.repeated()), false);
        }
        self.repeated()
    }

    fn repeated(&mut self) -> Item {
        let item = self.plain();
        match self.rest.peek() {
            Some('?') => {
                self.rest.next();
                Item::Optional(Box::new(item))
            }
            Some('*') => {
                self.rest.next();
                Item::Repeat(Box::new(item), 0)
            }
            Some('+') => {
                self.rest.next();
                Item::Repeat(Box::new(item), 1)
            }
            Some('.') => {
                self.rest.next();
                let Item::Fixed(separator) = item else { panic!("only operators separate: {}", self.text) };
                let item = self.plain();
                self.rest.next();
                Item::Separated(separator, Box::new(item))
            }
            _ => item,
        }
    }

    fn plain(&mut self) -> Item {
        if self.eats('(') {
            let inner = self.alternatives();
            self.rest.next();
            return Item::Group(inner);
        }
        if self.eats('\'') {
            let fixed = self.quoted('\'');
            if fixed.starts_with(|c: char| c.is_ascii_alphabetic()) && !self.keywords.contains(&fixed) {
                self.keywords.push(fixed);
            }
            return Item::Fixed(fixed);
        }
        if self.eats('"') {
            return Item::Soft(self.quoted('"'));
        }
        let word = self.word();
        if let Some(kind) = KINDS.iter().find(|kind| **kind == word) {
            return Item::Kind(kind);
        }
        Item::Rule(*self.numbers.get(word).unwrap_or_else(|| panic!("no rule {word:?}: {}", self.text)))
    }
}
