//! Title and subtitle of a picture, broken into lines. Knows nothing below them.

use super::geometry::{Unit, px};
use super::text::{Label, Setter, Style};

const TITLE_LINES: usize = 2;

/// How they look, and how far apart lines are, in CSS pixels.
pub struct Heading {
    pub title: Style,
    pub title_pitch: i32,
    pub subtitle: Style,
    pub subtitle_lines: usize,
    /// From the title's last line to the subtitle's first, and from there on.
    pub gap: i32,
    pub subtitle_pitch: i32,
}

impl Heading {
    /// The lines from a baseline on, and the last one's.
    pub fn set(
        &self,
        (title, subtitle): (&str, &str),
        (left, baseline, room): (Unit, Unit, Unit),
        setter: Setter,
    ) -> (Vec<Label>, Unit) {
        let mut lines = Vec::new();
        let mut y = baseline;
        for (nth, line) in setter.wrapped(title, self.title, room, TITLE_LINES).iter().enumerate() {
            y += px(if nth == 0 { 0 } else { self.title_pitch });
            lines.push(setter.label(line, self.title, left, y, room));
        }
        for (nth, line) in setter.wrapped(subtitle, self.subtitle, room, self.subtitle_lines).iter().enumerate() {
            y += px(if nth == 0 { self.gap } else { self.subtitle_pitch });
            lines.push(setter.label(line, self.subtitle, left, y, room));
        }
        (lines, y)
    }
}
