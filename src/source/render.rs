//! Diagnostics as text for people, in rustc's look: message, place, excerpt with carets, help. Knows no file system.
//!
//! Text from a file may hold anything, so what would disturb a terminal is replaced before it is shown, and a long line
//! is cut around the caret.

use super::{Diagnostic, SourceFile};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use std::ops::Range;
use unicode_width::UnicodeWidthChar;

/// With or without terminal colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    Plain,
    Coloured,
}

/// More mistakes than this in one file are counted, not shown.
const SHOWN: usize = 30;
/// So many carets at most, in columns of the terminal.
const CARETS: usize = 80;

/// All diagnostics about `file`, their spans being spans of the file, in the order of their places. Ends with a newline
/// unless there is nothing to tell.
pub fn render(file: &SourceFile, diagnostics: &[Diagnostic], style: Style) -> String {
    let mut sorted: Vec<&Diagnostic> = diagnostics.iter().collect();
    sorted.sort_by_key(|diagnostic| diagnostic.span);
    sorted.dedup();
    let mut shown: Vec<String> = sorted.iter().take(SHOWN).map(|one| render_one(file, one, style)).collect();
    if sorted.len() > SHOWN {
        let more = format!("{} more mistakes in {} are not shown", sorted.len() - SHOWN, file.name);
        shown.push(render_message(&more, None, style));
    }
    shown.join("\n")
}

/// A message about no place: `error: …`, and `help: …` below where there is help. Ends with a newline.
pub fn render_message(message: &str, help: Option<&str>, style: Style) -> String {
    let mut report = vec![Group::with_title(Level::ERROR.primary_title(visible(message)))];
    report.extend(help.map(|help| Group::with_title(Level::HELP.secondary_title(visible(help)))));
    let text = renderer(style).render(&report);
    // Nothing lies between the two lines, so neither does the gutter's empty line.
    let lines: Vec<&str> = text.lines().filter(|line| line.trim() != "|").collect();
    lines.join("\n") + "\n"
}

fn render_one(file: &SourceFile, diagnostic: &Diagnostic, style: Style) -> String {
    let place = file.place(diagnostic.span.start);
    let (line_start, _) = file.line_bounds(place.line);
    let offset = |end: u32| (end as usize).saturating_sub(line_start);
    let excerpt = Excerpt::of(file.line_text(place.line), offset(diagnostic.span.start)..offset(diagnostic.span.end));
    let label = Some(one_line(&diagnostic.label)).filter(|label| !label.is_empty());
    let caret = AnnotationKind::Primary.span(excerpt.caret).label(label);
    let snippet = Snippet::source(excerpt.text).path(one_line(&file.name)).line_start(place.line).annotation(caret);
    let mut group = Level::ERROR.primary_title(visible(&diagnostic.message)).element(snippet);
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(visible(help)));
    }
    renderer(style).render(&[group]) + "\n"
}

fn renderer(style: Style) -> Renderer {
    match style {
        Style::Plain => Renderer::plain(),
        Style::Coloured => Renderer::styled(),
    }
}

/// A source line made fit to be shown, and the bytes of it that get carets. The renderer cuts it to the terminal's width.
#[derive(Debug, PartialEq)]
struct Excerpt {
    text: String,
    caret: Range<usize>,
}

impl Excerpt {
    /// `caret` in bytes of `line`; it may reach past the line's end, where the span goes on in the next line.
    fn of(line: &str, caret: Range<usize>) -> Excerpt {
        let start = line.floor_char_boundary(caret.start);
        let end = line.ceil_char_boundary(caret.end.clamp(start, line.len()));
        let end = start + fitting(&line[start..end]);
        let mut text = visible(&line[..start]);
        let from = text.len();
        text += &visible(&line[start..end]);
        let caret = from..text.len();
        text += &visible(&line[end..]);
        Excerpt { text, caret }
    }
}

/// How many bytes of the text carets may cover without filling more than a line of the terminal.
fn fitting(text: &str) -> usize {
    let mut used = 0;
    let fits = |c: &char| {
        used += columns(*c).max(1);
        used <= CARETS
    };
    text.chars().take_while(fits).map(char::len_utf8).sum()
}

fn columns(c: char) -> usize {
    if c == '\t' { 4 } else { c.width().unwrap_or(1) }
}

/// The text with stand-ins for what a terminal would obey: control characters and changes of the writing direction.
/// Tabs and newlines stay.
fn visible(text: &str) -> String {
    text.chars().map(stand_in).collect()
}

/// The same in one line, without tabs.
fn one_line(text: &str) -> String {
    visible(text).replace(['\t', '\n'], " ")
}

fn stand_in(c: char) -> char {
    match c {
        '\t' | '\n' => c,
        // Unicode's control pictures.
        '\0'..' ' => char::from_u32(0x2400 + c as u32).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        '\u{80}'..='\u{9f}' | '\u{2028}' | '\u{2029}' => '\u{fffd}',
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::{Excerpt, Style, render, render_message};
    use crate::source::{Diagnostic, SourceFile, Span};
    use proptest::prelude::*;

    fn shown(text: &str, start: usize, end: usize) -> String {
        let file = SourceFile::new("x.toml", text);
        let mistake = Diagnostic::new("wrong", Span::new(start as u32, end as u32)).label("here").help("do right");
        render(&file, &[mistake], Style::Plain)
    }

    #[test]
    fn a_mistake_is_shown_with_place_excerpt_caret_and_help() {
        insta::assert_snapshot!(shown("a = 1\nworkers = 0\n", 16, 17));
    }

    #[test]
    fn mistakes_are_sorted_by_place_and_told_once() {
        let file = SourceFile::new("x.toml", "a = 1\nb = 2\n");
        let one = |message: &str, start| Diagnostic::new(message, Span::new(start, start + 1));
        insta::assert_snapshot!(render(&file, &[one("second", 6), one("first", 0), one("second", 6)], Style::Plain));
    }

    #[test]
    fn tabs_controls_and_wide_characters_keep_the_caret_in_place() {
        let text = "\tname = '日本\0\u{1b}[31m\u{9b}\u{202e}x' wrong";
        insta::assert_snapshot!(shown(text, text.len() - 5, text.len()));
    }

    #[test]
    fn a_very_long_line_is_cut_around_the_caret() {
        let text = format!("{}wrong{}", "a".repeat(500_000), "b".repeat(500_000));
        insta::assert_snapshot!(shown(&text, 500_000, 500_005));
    }

    #[test]
    fn a_span_of_many_lines_is_marked_in_its_first() {
        insta::assert_snapshot!(shown("a = '''\nb\nc'''\n", 4, 14));
    }

    #[test]
    fn the_end_of_a_file_can_be_pointed_at() {
        insta::assert_snapshot!(shown("a = 1\n", 6, 6));
    }

    #[test]
    fn too_many_mistakes_are_counted() {
        let file = SourceFile::new("x.toml", "a".repeat(100));
        let mistakes: Vec<_> = (0..100).map(|at| Diagnostic::new("wrong", Span::new(at, at + 1))).collect();
        let text = render(&file, &mistakes, Style::Plain);
        assert_eq!(text.matches("error: wrong").count(), 30);
        assert!(text.ends_with("error: 70 more mistakes in x.toml are not shown\n"), "{text}");
    }

    #[test]
    fn a_message_without_place_is_two_lines() {
        let text = render_message("no such file: x", Some("gilsim list shows the bundled scenarios"), Style::Plain);
        assert_eq!(text, "error: no such file: x\nhelp: gilsim list shows the bundled scenarios\n");
    }

    #[test]
    fn colour_is_added_and_nothing_else() {
        let file = SourceFile::new("x.toml", "a = 1\n");
        let mistakes = [Diagnostic::new("wrong", Span::new(0, 1)).label("here").help("do right")];
        let coloured = render(&file, &mistakes, Style::Coloured);
        assert!(coloured.contains("\u{1b}["));
        assert_eq!(anstream::adapter::strip_str(&coloured).to_string(), render(&file, &mistakes, Style::Plain));
    }

    proptest! {
        #[test]
        fn no_text_and_no_span_break_the_rendering(text in "(?s).{0,300}", start in 0u32..400, end in 0u32..400) {
            let file = SourceFile::new(text.clone(), text.clone());
            let mistake = Diagnostic::new(text.clone(), Span::new(start, end)).label(text.clone()).help(text);
            let shown = render(&file, std::slice::from_ref(&mistake), Style::Plain);
            prop_assert!(shown.chars().all(|c| matches!(c, '\n' | '\t') || !c.is_control()), "{shown:?}");
        }

        #[test]
        fn an_excerpt_holds_its_caret(line in "[^\n]{0,400}", start in 0usize..500, len in 0usize..500) {
            let excerpt = Excerpt::of(&line, start..start + len);
            prop_assert!(excerpt.text.get(excerpt.caret).is_some_and(|marked| marked.chars().count() <= 80));
        }
    }
}
