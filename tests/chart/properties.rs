//! What holds for every layout, whatever the timelines.

use super::synthetic::{lane, task, timeline};
use gilsim::analysis::{Handoff, Slice, State, Timeline};
use gilsim::chart::{
    self, Axis, Chart, Fill, Inter, Label, LaneBox, Layout, Panel, PanelBox, Rect, STATES, Turn, Unit, WHOLE, Zoom,
};
use gilsim::ids::{ProcessId, ThreadId};
use gilsim::model::Model;
use gilsim::time::Nanos;
use proptest::prelude::*;

fn state() -> impl Strategy<Value = State> {
    prop::sample::select(STATES.to_vec())
}

/// A lane's name and slices; lengths from nanoseconds to minutes.
fn life() -> impl Strategy<Value = (String, Vec<(u64, State)>)> {
    let length = prop_oneof![1u64..50, 1_000u64..900_000, 1_000_000u64..80_000_000, Just(90_000_000_000)];
    let few = prop::collection::vec((length.clone(), state()), 0..12);
    let many = prop::collection::vec((1_000u64..60_000, state()), 900..1200);
    ("\\PC{0,12}|[a-z]{1,90}", prop_oneof![4 => few, 1 => many])
}

fn handoff(lanes: usize) -> impl Strategy<Value = (u64, u64, usize, usize, Option<(u64, usize)>)> {
    let lane = 0..lanes.max(1);
    (0u64..120_000_000, 0u64..90_000, lane.clone(), lane.clone(), prop::option::of((0u64..200_000, lane)))
}

fn model_run() -> impl Strategy<Value = Timeline> {
    let lives = prop_oneof![3 => prop::collection::vec(life(), 0..7), 1 => prop::collection::vec(life(), 20..60)];
    lives.prop_flat_map(|lives| {
        let handoffs = prop::collection::vec(handoff(lives.len()), 0..30);
        (Just(lives), handoffs, prop::sample::select(Model::ALL.to_vec())).prop_map(built)
    })
}

type Given = (Vec<(String, Vec<(u64, State)>)>, Vec<(u64, u64, usize, usize, Option<(u64, usize)>)>, Model);

fn built((lives, handoffs, model): Given) -> Timeline {
    let lanes = lives.into_iter().zip(0..).map(|((name, slices), number)| {
        let mut one = lane(name, 0, number);
        let mut now = 0;
        for (length, state) in slices {
            one.slices.push(Slice { from: Nanos(now), to: Nanos(now + length), state });
            now += length;
        }
        task(&mut one, number, 0, now / 2);
        task(&mut one, number + 1, now / 2, now);
        one
    });
    let handoffs = handoffs.into_iter().map(|(released, gap, from, to, requested)| Handoff {
        released: Nanos(released),
        acquired: Nanos(released + gap),
        process: ProcessId(0),
        from: ThreadId(from as u32),
        to: ThreadId(to as u32),
        forced: requested.is_some(),
        requested: requested.map(|(before, by)| (Nanos(released.saturating_sub(before)), ThreadId(by as u32))),
        found_free: requested.is_none() && gap % 2 == 0,
    });
    timeline(model, lanes.collect(), handoffs.collect())
}

fn layout_of(runs: &[Timeline], words: &str, interval: u64) -> Layout {
    let names = ["short".to_owned(), words.to_owned()];
    let panel = |timeline| Panel {
        title: words.to_owned(),
        timeline,
        task_names: &names,
        headline: "12.34×".to_owned(),
        note: format!("{words} · faster than sequential · {words}"),
    };
    let chart = Chart {
        title: words.to_owned(),
        subtitle: format!("{words} {words} {words}"),
        panels: runs.iter().map(panel).collect(),
        turn: Turn::by_interval(Nanos(interval)),
        is_small: false,
    };
    chart::layout(&chart, 1_400, &Inter)
}

fn labels(layout: &Layout) -> Vec<&Label> {
    let mut all: Vec<&Label> = layout.title.iter().chain(layout.legend.iter().map(|entry| &entry.label)).collect();
    layout.panels.iter().for_each(|panel| panel_labels(panel, &mut all));
    layout.axis.iter().for_each(|axis| axis_labels(axis, &mut all));
    layout.zoom.iter().for_each(|zoom| zoom_labels(zoom, &mut all));
    all
}

fn panel_labels<'l>(panel: &'l PanelBox, all: &mut Vec<&'l Label>) {
    all.push(&panel.title);
    all.extend(panel.omitted.iter().chain(&panel.headline.figure).chain(&panel.headline.note).chain(&panel.end.label));
    all.extend(panel.zoomed.iter().filter_map(|(_, tag)| tag.as_ref()));
    panel.lanes.iter().for_each(|lane| all.extend(lane.name.iter().chain(&lane.words)));
}

fn axis_labels<'l>(axis: &'l Axis, all: &mut Vec<&'l Label>) {
    all.push(&axis.title);
    all.extend(axis.ticks.iter().map(|tick| &tick.label));
}

fn zoom_labels<'l>(zoom: &'l Zoom, all: &mut Vec<&'l Label>) {
    all.push(&zoom.title);
    zoom.lanes.iter().for_each(|lane| all.extend(lane.name.iter().chain(&lane.words)));
    all.extend(zoom.requests.iter().filter_map(|mark| mark.label.as_ref()));
    all.extend(zoom.dimension.iter().map(|dimension| &dimension.label));
    all.extend(zoom.key.iter().flat_map(|entry| &entry.lines));
    axis_labels(&zoom.axis, all);
}

fn lanes(layout: &Layout) -> impl Iterator<Item = &LaneBox> {
    let zoomed = layout.zoom.iter().flat_map(|zoom| &zoom.lanes);
    layout.panels.iter().flat_map(|panel| &panel.lanes).chain(zoomed)
}

/// Units of x axis that a lane gives to a state.
fn drawn(fill: &Fill, state: State) -> f64 {
    let slot = STATES.iter().position(|&known| known == state).expect("all states are in the list");
    match fill {
        Fill::Slices(strips) => {
            let of_state = strips.iter().filter(|strip| strip.state == state);
            of_state.map(|strip| f64::from(strip.right - strip.left)).sum()
        }
        Fill::Shares(bins) => {
            let share = |bin: &chart::Bin| f64::from(bin.shares[slot]) / f64::from(WHOLE);
            bins.iter().map(|bin| share(bin) * f64::from(bin.right - bin.left)).sum()
        }
    }
}

fn spent(slices: &[Slice], state: State) -> f64 {
    let of_state = slices.iter().filter(|slice| slice.state == state);
    of_state.map(|slice| (slice.to.0 - slice.from.0) as f64).sum()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn everything_lies_inside_the_page_and_no_lanes_overlap(
        runs in prop::collection::vec(model_run(), 0..4), words in "\\PC{0,80}", interval in 1u64..20_000_000,
    ) {
        let layout = layout_of(&runs, &words, interval);
        let page = Rect::new(0, 0, layout.width, layout.height);
        let frames: Vec<Rect> = lanes(&layout).map(|lane| lane.frame).collect();
        for (at, frame) in frames.iter().enumerate() {
            prop_assert!(page.contains(*frame));
            prop_assert!(frames[at + 1..].iter().all(|other| !frame.overlaps(*other)));
        }
        for label in labels(&layout) {
            prop_assert!(page.contains(label.frame()), "{label} is outside");
        }
    }

    #[test]
    fn no_text_overlaps_another(
        runs in prop::collection::vec(model_run(), 1..4), words in "[a-zA-Z ]{0,80}", interval in 1u64..20_000_000,
    ) {
        let layout = layout_of(&runs, &words, interval);
        let all: Vec<&Label> = labels(&layout).into_iter().filter(|label| !label.text.is_empty()).collect();
        for (at, label) in all.iter().enumerate() {
            let over = all[at + 1..].iter().find(|other| label.frame().overlaps(other.frame()));
            prop_assert!(over.is_none(), "{label} overlaps {}", over.expect("it was just found"));
        }
    }

    #[test]
    fn no_edge_of_the_enlarged_window_crosses_a_word(
        runs in prop::collection::vec(model_run(), 1..4), words in "[a-z]{1,12}", interval in 1u64..20_000_000,
    ) {
        for panel in layout_of(&runs, &words, interval).panels {
            for edge in panel.zoomed.iter().flat_map(|(frame, _)| [frame.left, frame.right]) {
                let crossed = |word: &&Label| word.left < edge && edge < word.left + word.width;
                let word = panel.lanes.iter().flat_map(|lane| &lane.words).find(crossed);
                prop_assert!(word.is_none(), "{edge} crosses {}", word.expect("it was just found"));
            }
        }
    }

    #[test]
    fn fills_stay_in_their_lane_in_order_and_shares_are_whole(runs in prop::collection::vec(model_run(), 1..3)) {
        for lane in lanes(&layout_of(&runs, "words", 5_000_000)) {
            let ends: Vec<(Unit, Unit)> = match &lane.fill {
                Fill::Slices(strips) => strips.iter().map(|strip| (strip.left, strip.right)).collect(),
                Fill::Shares(bins) => {
                    prop_assert!(bins.iter().all(|bin| bin.shares.iter().sum::<u32>() == WHOLE));
                    bins.iter().map(|bin| (bin.left, bin.right)).collect()
                }
            };
            prop_assert!(ends.iter().all(|&(left, right)| lane.frame.left <= left && left < right && right <= lane.frame.right));
            prop_assert!(ends.windows(2).all(|pair| pair[0].1 <= pair[1].0));
        }
    }

    #[test]
    fn no_time_is_lost(runs in prop::collection::vec(model_run(), 1..3)) {
        let layout = layout_of(&runs, "words", 5_000_000);
        let end = runs.iter().map(|run| run.end.0).max().unwrap_or(0).max(1) as f64;
        for (panel, run) in layout.panels.iter().zip(&runs) {
            for (placed, lane) in panel.lanes.iter().zip(&run.lanes) {
                let per_nano = f64::from(placed.frame.right - placed.frame.left) / end;
                // Half a unit at each end of each slice or bin.
                let parts = match &placed.fill { Fill::Slices(_) => lane.slices.len(), Fill::Shares(bins) => bins.len() };
                for state in STATES {
                    let (drawn, spent) = (drawn(&placed.fill, state), spent(&lane.slices, state) * per_nano);
                    prop_assert!((drawn - spent).abs() <= parts as f64 + 1.0, "{state:?}: {drawn} for {spent}");
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn every_layout_becomes_well_formed_svg(runs in prop::collection::vec(model_run(), 0..3), words in "\\PC{0,60}") {
        let layout = layout_of(&runs, &words, 5_000_000);
        let svg = chart::svg(&layout).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(super::xml::mistake(&svg), None);
    }
}

proptest! {
    // Painting is slow without optimisation.
    #![proptest_config(ProptestConfig { cases: 2, ..ProptestConfig::default() })]

    #[test]
    fn every_layout_becomes_a_png(runs in prop::collection::vec(model_run(), 0..2), words in "\\PC{0,60}") {
        prop_assert!(chart::png(&layout_of(&runs, &words, 5_000_000)).is_ok());
    }
}
