//! One lane: its fill, the borders between its tasks, and the words that have room inside its slices.

use super::super::geometry::{Rect, Scale, Unit, px};
use super::super::palette;
use super::super::text::{Label, Setter, Style};
use super::shares::fill;
use super::{Fill, LaneBox, Strip};
use crate::analysis::{Lane, State, TaskSpan};

/// Borders between tasks are never closer than this; a lane of very many tasks shows only some.
const BORDERS_APART: Unit = px(6);

/// Space left and right of words inside a slice.
pub const PADDING: Unit = px(7);

/// How the lanes of a panel are drawn.
#[derive(Clone, Copy)]
pub struct Drawn<'a> {
    pub scale: Scale,
    pub in_shares: bool,
    pub task_names: &'a [String],
    pub setter: Setter<'a>,
}

impl Drawn<'_> {
    /// A lane in its frame, without its name.
    pub fn lane(&self, lane: &Lane, frame: Rect) -> LaneBox {
        let fill = fill(&lane.slices, self.scale, self.in_shares);
        let words = match &fill {
            Fill::Slices(strips) => self.task_words(&lane.tasks, strips, frame),
            Fill::Shares(_) => Vec::new(),
        };
        LaneBox { frame, name: None, separators: separators(&lane.tasks, self.scale), words, fill }
    }

    fn task_words(&self, tasks: &[TaskSpan], strips: &[Strip], frame: Rect) -> Vec<Label> {
        tasks.iter().filter_map(|span| self.task_word(span, strips, frame)).collect()
    }

    /// The task's name in the first slice that is wide enough and makes up a third of the task: among many small slices
    /// it would stand where chance puts it. Waiting, for the GIL or a core, is no work on it.
    fn task_word(&self, span: &TaskSpan, strips: &[Strip], frame: Rect) -> Option<Label> {
        let name = self.task_names.get(span.task.0 as usize)?;
        let (left, right) = (self.scale.x(span.from), self.scale.x(span.to));
        let first = strips.partition_point(|strip| strip.right <= left);
        let inside = strips[first..].iter().take_while(|strip| strip.left < right);
        inside
            .map(|strip| Strip { left: strip.left.max(left), right: strip.right.min(right), ..*strip })
            .filter(|strip| !matches!(strip.state, State::WaitingForGil | State::Ready))
            .filter(|strip| strip.right - strip.left >= (right - left) / 3)
            .find_map(|strip| word_in(name, strip, frame, self.setter))
    }
}

/// Words at the left of a strip, where strip and lane are large enough for them.
pub fn word_in(words: &str, strip: Strip, frame: Rect, setter: Setter) -> Option<Label> {
    let style = Style::regular(word_size(frame)?, palette::ink_on(strip.state));
    let room = strip.right - strip.left - 2 * PADDING;
    setter.whole(words, style, strip.left + PADDING, style.centred_on(frame.middle()), room)
}

/// The size of words in a lane, in CSS pixels.
fn word_size(frame: Rect) -> Option<i32> {
    match frame.height() / px(1) {
        20.. => Some(14),
        15..20 => Some(12),
        _ => None,
    }
}

/// Where the second task and those after it begin.
fn separators(tasks: &[TaskSpan], scale: Scale) -> Vec<Unit> {
    let mut kept: Vec<Unit> = Vec::new();
    let inner = tasks.iter().skip(1).filter(|span| scale.from < span.from && span.from < scale.to);
    for x in inner.map(|span| scale.x(span.from)) {
        if kept.last().is_none_or(|last| x - last >= BORDERS_APART) {
            kept.push(x);
        }
    }
    kept
}
