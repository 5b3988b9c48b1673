//! The names beside the lanes: one for each where there is room, else one for each few.

use super::super::geometry::{Rect, Unit, px};
use super::super::text::{Label, Setter, Style};
use super::columns::{Columns, GUTTER, NAME};
use super::pitch::Pitch;
use crate::analysis::Lane;
use std::ops::Range;

/// A name, flush right beside the lanes in the frame; `room` is the distance from name to name.
pub fn name_of(name: &str, frame: Rect, room: Unit, columns: Columns, setter: Setter) -> Label {
    let size = (room * 9 / 10).clamp(px(11), NAME.size);
    let style = Style { size, ..NAME };
    let right = columns.plot_left - GUTTER;
    setter.label(name, style, right, style.centred_on(frame.middle()), columns.name_room()).flush_right()
}

/// From the middle of a name to that of the next.
const APART: Unit = px(14);

/// How many lanes share a name, so that names do not overlap: one, two, four, five, eight, ten…
pub fn name_step(pitch: Pitch) -> usize {
    let steps = [1, 2, 4, 5, 8, 10, 16, 20];
    let enough = |step: &&usize| **step as Unit * pitch.pitch >= APART;
    steps.iter().find(enough).copied().unwrap_or(20)
}

/// Of so many lanes those that share a name. A few at the end are named with those before them where their own name would
/// overlap the last.
pub fn named_together(lanes: usize, pitch: Pitch) -> Vec<Range<usize>> {
    let step = name_step(pitch);
    let mut all: Vec<Range<usize>> = (0..lanes).step_by(step).map(|at| at..lanes.min(at + step)).collect();
    if let [.., before, last] = all.as_mut_slice()
        && (step + last.len()) as Unit * pitch.pitch < 2 * APART
    {
        before.end = last.end;
        all.pop();
    }
    all
}

/// What lanes beside each other are called together: `crunch-1, 2`, `crunch-1 to 4`, `crunch-4, short-1`.
pub fn common_name(lanes: &[Lane]) -> String {
    let Some((first, [.., last])) = lanes.split_first() else {
        return lanes.first().map_or(String::new(), |lane| lane.name.clone());
    };
    let (stem, _) = numbered(&first.name);
    let own = match numbered(&last.name) {
        (other, number) if other == stem && !number.is_empty() => number,
        _ => &last.name,
    };
    let between = if lanes.len() == 2 { "," } else { " to" };
    format!("{}{between} {own}", first.name)
}

/// A name's number at its end, and what is before it.
fn numbered(name: &str) -> (&str, &str) {
    name.split_at(name.trim_end_matches(|c: char| c.is_ascii_digit()).len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::{ProcessId, ThreadId};

    #[test]
    fn a_few_lanes_at_the_end_have_a_name_where_there_is_room() {
        let ends = |lanes: usize, pitch: Unit| {
            let pitch = Pitch { pitch: px(pitch), height: px(pitch) };
            named_together(lanes, pitch).into_iter().map(|together| together.end).collect::<Vec<_>>()
        };
        assert_eq!((ends(8, 3), ends(10, 3)), (vec![8], vec![5, 10]));
        assert_eq!((ends(3, 3), ends(3, 10)), (vec![3], vec![2, 3]));
        assert!(ends(0, 3).is_empty());
    }

    #[test]
    fn lanes_share_a_name_that_names_them_all() {
        let lane = |name: &&str| Lane {
            name: (*name).to_owned(),
            process: ProcessId::MAIN,
            thread: ThreadId::MAIN,
            slices: Vec::new(),
            tasks: Vec::new(),
            joining: crate::time::Nanos::ZERO,
        };
        let called = |names: &[&str]| common_name(&names.iter().map(lane).collect::<Vec<_>>());
        assert_eq!(called(&["main"]), "main");
        assert_eq!(called(&["crunch-1", "crunch-2"]), "crunch-1, 2");
        assert_eq!(called(&["pool_8", "pool_9", "pool_10", "pool_11"]), "pool_8 to 11");
        assert_eq!(called(&["crunch-4", "short-1"]), "crunch-4, short-1");
        assert_eq!(called(&["main", "worker"]), "main, worker");
        assert_eq!(called(&[]), "");
    }
}
