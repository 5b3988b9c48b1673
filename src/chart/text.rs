//! Text as the layout sees it: styles, measured labels, shortening and wrapping. Knows no font file; widths come from a
//! `Measure`.

use super::geometry::{Rect, Unit, px};

/// How wide text is.
pub trait Measure {
    /// The width in units of one line of `text` at `size` units per em.
    fn width(&self, text: &str, size: Unit, weight: Weight) -> Unit;
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    Regular,
    SemiBold,
}

/// What a text is for, which decides its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ink {
    Strong,
    Muted,
    OnDark,
    OnLight,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    pub size: Unit,
    pub weight: Weight,
    pub ink: Ink,
}

impl Style {
    pub const fn regular(size_px: i32, ink: Ink) -> Style {
        Style { size: px(size_px), weight: Weight::Regular, ink }
    }

    pub const fn semi_bold(size_px: i32, ink: Ink) -> Style {
        Style { size: px(size_px), weight: Weight::SemiBold, ink }
    }

    /// The baseline that centres capitals on `middle`; Inter's capitals are 0.727 em high.
    pub fn centred_on(self, middle: Unit) -> Unit {
        middle + self.size * 4 / 11
    }
}

/// One line of text in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    pub left: Unit,
    pub baseline: Unit,
    pub width: Unit,
    pub style: Style,
    pub text: String,
}

impl Label {
    /// The box that the line needs, ascenders and descenders included.
    pub fn frame(&self) -> Rect {
        let (up, down) = (self.style.size * 4 / 5, self.style.size / 4);
        Rect::new(self.left, self.baseline - up, self.left + self.width, self.baseline + down)
    }

    /// The same label with its middle, or its right end, where the left end was.
    pub fn centred(mut self) -> Label {
        self.left -= self.width / 2;
        self
    }

    pub fn flush_right(mut self) -> Label {
        self.left -= self.width;
        self
    }
}

/// Makes labels: measures, cleans and shortens.
#[derive(Clone, Copy)]
pub struct Setter<'a> {
    measure: &'a dyn Measure,
}

/// No label shows more characters than this; a name may be of any length, and measuring is not free.
const LONGEST: usize = 400;

impl<'a> Setter<'a> {
    pub fn new(measure: &'a dyn Measure) -> Setter<'a> {
        Setter { measure }
    }

    pub fn width(&self, text: &str, style: Style) -> Unit {
        self.measure.width(text, style.size, style.weight)
    }

    /// A label that starts at `left` and is at most `room` wide, shortened with an ellipsis where it must be. It keeps the
    /// number at its end.
    pub fn label(&self, text: &str, style: Style, left: Unit, baseline: Unit, room: Unit) -> Label {
        let text = clean(text);
        let (name, number) = text.split_at(text.len() - number_at_end(&text).len());
        let text = match self.shortened(name, style, room - self.width(number, style)) {
            short if self.width(&text, style) > room && short.chars().count() > 1 => short + number,
            _ => self.shortened(&text, style, room),
        };
        Label { left, baseline, width: self.width(&text, style), style, text }
    }

    /// The label where the text fits as it is.
    pub fn whole(&self, text: &str, style: Style, left: Unit, baseline: Unit, room: Unit) -> Option<Label> {
        let label = self.label(text, style, left, baseline, room);
        (!label.text.is_empty() && label.text == clean(text)).then_some(label)
    }

    /// Text broken at spaces into at most `lines` lines of at most `room`; what is too much ends in an ellipsis.
    pub fn wrapped(&self, text: &str, style: Style, room: Unit, lines: usize) -> Vec<String> {
        let text = clean(text);
        let mut words = text.split(' ').filter(|word| !word.is_empty()).peekable();
        let mut done = Vec::new();
        while words.peek().is_some() && done.len() + 1 < lines {
            done.push(self.shortened(&self.one_line(&mut words, style, room), style, room));
        }
        let rest = words.collect::<Vec<_>>().join(" ");
        if !rest.is_empty() && lines > 0 {
            done.push(self.shortened(&rest, style, room));
        }
        done
    }

    /// Takes as many words as fit, but at least one.
    fn one_line<'w>(
        &self,
        words: &mut std::iter::Peekable<impl Iterator<Item = &'w str>>,
        style: Style,
        room: Unit,
    ) -> String {
        let mut line = words.next().unwrap_or_default().to_owned();
        while let Some(word) = words.peek() {
            let longer = format!("{line} {word}");
            if self.width(&longer, style) > room {
                break;
            }
            line = longer;
            words.next();
        }
        line
    }

    fn shortened(&self, text: &str, style: Style, room: Unit) -> String {
        if self.width(text, style) <= room {
            return text.to_owned();
        }
        let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let cut = |end: usize| format!("{}…", text[..end].trim_end());
        let fitting = ends.partition_point(|&end| self.width(&cut(end), style) <= room);
        match fitting {
            0 => String::new(),
            n => cut(ends[n - 1]),
        }
    }
}

/// What tells names apart that are otherwise the same: `-12` or `_3`.
fn number_at_end(text: &str) -> &str {
    let name = text.trim_end_matches(|c: char| c.is_ascii_digit());
    match name.strip_suffix(['-', '_']) {
        Some(before) if name.len() < text.len() => &text[before.len()..],
        _ => "",
    }
}

/// The text without what cannot be drawn on one line or stand in an XML file, cut to `LONGEST`.
pub fn clean(text: &str) -> String {
    let mut shown: String = text.chars().take(LONGEST).map(printable).collect();
    if text.chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    shown.trim().to_owned()
}

fn printable(c: char) -> char {
    match c {
        c if c.is_whitespace() || c.is_control() => ' ',
        // Direction marks would reorder the line in an SVG viewer only.
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every character is half an em wide.
    struct Typewriter;

    impl Measure for Typewriter {
        fn width(&self, text: &str, size: Unit, _: Weight) -> Unit {
            text.chars().count() as Unit * size / 2
        }
    }

    const STYLE: Style = Style::regular(10, Ink::Strong);

    fn shortened(text: &str, characters: i32) -> String {
        Setter::new(&Typewriter).label(text, STYLE, 0, 0, px(5 * characters)).text
    }

    #[test]
    fn text_that_fits_stays_and_longer_text_ends_in_an_ellipsis() {
        assert_eq!(shortened("worker", 6), "worker");
        assert_eq!(shortened("worker", 5), "work…");
        assert_eq!(shortened("a worker", 3), "a…");
        assert_eq!(shortened("worker", 1), "…");
        assert_eq!(shortened("worker", 0), "");
    }

    #[test]
    fn names_that_differ_in_their_number_do_so_when_they_are_shortened() {
        assert_eq!(shortened("fetch_order-12", 9), "fetch…-12");
        assert_eq!(shortened("Executor-0_3", 6), "Exe…_3");
        assert_eq!(shortened("fetch_order-", 6), "fetch…");
        assert_eq!(shortened("worker-7", 8), "worker-7");
        assert_eq!(shortened("worker-7", 3), "wo…");
        assert_eq!(shortened("-123456", 4), "-12…");
    }

    #[test]
    fn line_breaks_and_direction_marks_become_harmless() {
        assert_eq!(clean("a\nb\u{7}c"), "a b c");
        assert_eq!(clean("\u{202e}x"), "\u{fffd}x");
        assert_eq!(clean(&"x".repeat(1000)).chars().count(), LONGEST + 1);
    }

    #[test]
    fn wrapping_keeps_words_whole_and_shortens_the_last_line() {
        let wrapped = |lines| Setter::new(&Typewriter).wrapped("one two three four", STYLE, px(40), lines);
        assert_eq!(wrapped(3), ["one two", "three", "four"]);
        assert_eq!(wrapped(2), ["one two", "three f…"]);
        assert_eq!(wrapped(0), Vec::<String>::new());
    }
}
