//! The chart from outside: geometry as text, properties of every layout, and the two files it becomes.

mod properties;
mod synthetic;
mod xml;

use gilsim::analysis::{State, Timeline};
use gilsim::chart::{self, Chart, Inter, Layout, Panel, Turn};
use gilsim::time::Nanos;
use synthetic::*;

fn layout_of(timelines: &[Timeline], tasks: &[String], interval: u64) -> Layout {
    titled("Four tasks", timelines, tasks, interval)
}

fn titled(title: &str, timelines: &[Timeline], tasks: &[String], interval: u64) -> Layout {
    let panel = |timeline| Panel {
        title: Timeline::clone(timeline).model.name().to_owned(),
        timeline,
        task_names: tasks,
        headline: "1.92×".to_owned(),
        note: format!("{} · faster than sequential", timeline.end),
    };
    let chart = Chart {
        title: title.to_owned(),
        subtitle: "Threads take turns, processes run side by side.".to_owned(),
        panels: timelines.iter().map(panel).collect(),
        turn: Turn::by_interval(Nanos(interval)),
        is_small: false,
    };
    chart::layout(&chart, chart::WIDTH, &Inter)
}

fn cpu_bound() -> [Timeline; 3] {
    let lengths = [40 * MS; 4];
    [sequential(&lengths, State::Running), turns(4, 40 * MS, 5 * MS), side_by_side(&lengths, 4 * MS, State::Running)]
}

#[test]
fn cpu_bound_tasks_in_three_models() {
    insta::assert_snapshot!(layout_of(&cpu_bound(), &names(4, "crunch"), 5 * MS));
}

#[test]
fn sleeping_threads_overlap_and_their_zoom_has_voluntary_handoffs() {
    let waits = [450 * MS, 380 * MS, 520 * MS, 410 * MS];
    let timelines = [sequential(&waits, State::Blocked), sleepers(&waits)];
    insta::assert_snapshot!(layout_of(&timelines, &names(4, "download"), 5 * MS));
}

#[test]
fn native_code_and_threads_without_a_core_have_colours_and_a_legend_of_their_own() {
    let layout = layout_of(&[natives(4, 80 * MS)], &names(4, "hash"), 5 * MS);
    let legend: Vec<&str> = layout.legend.iter().map(|entry| entry.label.text.as_str()).collect();
    let expected =
        ["running, holds the GIL", "native, runs without the GIL", "ready, waits for a core", "waiting for the GIL"];
    assert_eq!(legend, expected);
}

#[test]
fn a_pools_own_threads_have_no_lanes_unless_they_compute() {
    let lengths = [2, 40, 40, 2].map(|length| length * MS);
    let mut timeline = side_by_side(&lengths, 4 * MS, State::Running);
    timeline.end = Nanos(400 * MS);
    let names =
        ["Thread-1 (_handle_workers)", "Thread-2 (_handle_results)", "Thread-3 (work)", "Thread-4 (_handle_tasks)"];
    for (lane, name) in timeline.lanes.iter_mut().zip(names) {
        (lane.name, lane.tasks) = (name.to_owned(), Vec::new());
    }
    let layout = layout_of(&[timeline], &[], 5 * MS);
    let shown: Vec<&str> =
        layout.panels[0].lanes.iter().flat_map(|lane| &lane.name).map(|name| name.text.as_str()).collect();
    assert_eq!(shown, ["Thread-2 (_handle_results)", "Thread-3 (work)"]);
    let told = layout.title.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ");
    let left_out = "side by side. 2 lanes are left out: threads of a pool's own, which do nothing of the program's";
    assert!(told.ends_with(left_out), "{told}");
}

#[test]
fn a_convoy_shows_forced_and_voluntary_handoffs() {
    insta::assert_snapshot!(layout_of(&[convoy(2, 12, 5 * MS)], &[], 5 * MS));
}

#[test]
fn very_many_slices_become_shares() {
    insta::assert_snapshot!(layout_of(&[noise(2, 20_000)], &[], 5 * MS));
}

#[test]
fn a_chart_without_lanes_or_without_panels_is_still_a_page() {
    let empty = Timeline { lanes: vec![], ..sequential(&[], State::Idle) };
    let layout = layout_of(&[empty], &[], 5 * MS);
    insta::assert_snapshot!(layout);
    assert!(chart::png(&layout).is_ok());
    let nothing = layout_of(&[], &[], 0);
    assert!(nothing.axis.is_none() && nothing.height > 0);
    assert!(chart::png(&nothing).is_ok());
}

#[test]
fn the_zoom_shows_the_interval_the_requests_and_who_takes_over() {
    let zoom = layout_of(&cpu_bound(), &[], 5 * MS).zoom.expect("threads that take turns hand over");
    assert_eq!(zoom.dimension.expect("a request has its interval in view").label.text, "5 ms switch interval");
    assert!(zoom.arrows.iter().filter(|arrow| arrow.forced).count() >= 3);
    let asked: Vec<&str> = zoom.requests.iter().filter_map(|mark| Some(mark.label.as_ref()?.text.as_str())).collect();
    assert!(asked.iter().any(|words| words.starts_with("asks worker-")), "{asked:?}");
}

#[test]
fn the_axis_of_the_zoom_says_when_it_begins() {
    let since = |timelines: &[Timeline], interval| {
        layout_of(timelines, &[], interval).zoom.expect("threads that take turns hand over").axis.title.text
    };
    let later = since(&cpu_bound(), 5 * MS);
    assert!(later.starts_with("time since ") && later.ends_with(" ms after the model’s start"), "{later}");
    assert_eq!(since(&[turns(2, 8 * MS, 5 * MS)], 5 * MS), "time since the model’s start");
}

#[test]
fn without_handoffs_there_is_no_zoom() {
    assert!(layout_of(&[sequential(&[5 * MS], State::Running)], &[], 5 * MS).zoom.is_none());
}

#[test]
fn a_handoff_is_enlarged_only_where_both_of_its_threads_have_a_lane() {
    let whole = sleepers(&[450 * MS, 380 * MS]);
    let arrows = |timeline| layout_of(&[timeline], &[], 5 * MS).zoom.map(|zoom| zoom.arrows.len());
    assert_eq!(arrows(whole.clone()), Some(1));
    let without_main = Timeline { lanes: whole.lanes[1..].to_vec(), ..whole };
    assert_eq!(arrows(without_main), None);
}

#[test]
fn who_finds_the_gil_free_has_it_from_nobody() {
    let mut timeline = sleepers(&[450 * MS, 380 * MS, 520 * MS, 410 * MS]);
    let zoom = |timeline: &Timeline| layout_of(std::slice::from_ref(timeline), &[], 5 * MS).zoom;
    let told = |timeline: &Timeline| {
        let zoom = zoom(timeline).expect("one of them is handed over");
        let key = zoom.key.into_iter().flat_map(|entry| entry.lines);
        (zoom.arrows.len(), key.map(|line| line.text).collect::<Vec<_>>().join(" "))
    };
    assert!(matches!(told(&timeline), (3, key) if !key.contains("no arrow")));
    timeline.handoffs[1].found_free = true;
    let free = "no arrow: the GIL was free when its next holder came";
    assert!(matches!(told(&timeline), (2, key) if key.ends_with(free)));
    timeline.handoffs.iter_mut().for_each(|handoff| handoff.found_free = true);
    assert_eq!(zoom(&timeline), None);
}

#[test]
fn a_long_title_goes_on_in_a_second_line() {
    let title =
        "Eight tasks on one thread, on threads, on a pool of threads, on processes, on a pool of processes, awaited";
    let layout = titled(title, &[side_by_side(&[5 * MS; 2], MS, State::Running)], &[], 5 * MS);
    let [first, second, subtitle] = layout.title.as_slice() else { panic!("three lines: {:?}", layout.title) };
    assert_eq!(format!("{} {}", first.text, second.text), title);
    assert!(first.baseline < second.baseline && second.baseline < subtitle.baseline);
    assert!(layout.legend.iter().all(|entry| entry.frame.top > subtitle.baseline));
}

#[test]
fn the_legend_speaks_of_a_gil_only_where_there_is_one() {
    let legend = |timelines: &[Timeline]| {
        let legend = layout_of(timelines, &[], 5 * MS).legend;
        legend.into_iter().map(|entry| entry.label.text).collect::<Vec<_>>()
    };
    let with = side_by_side(&[5 * MS; 2], MS, State::Running);
    let without = Timeline { has_gil: false, ..with.clone() };
    assert_eq!(legend(std::slice::from_ref(&with))[0], "running, holds the GIL");
    assert_eq!(legend(std::slice::from_ref(&without))[0], "running");
    assert_eq!(legend(&[with, without])[0], "running, holds the GIL where there is one");
    let native = side_by_side(&[5 * MS; 2], MS, State::Native);
    assert_eq!(legend(&[Timeline { has_gil: false, ..native }])[0], "native");
}

#[test]
fn lanes_beyond_the_most_are_counted() {
    let layout = layout_of(&[side_by_side(&[MS; 450], MS, State::Running)], &[], 5 * MS);
    assert_eq!(layout.panels[0].lanes.len(), 400);
    assert_eq!(layout.panels[0].omitted.as_ref().map(|label| label.text.as_str()), Some("… and 50 more lanes"));
}

#[test]
fn png_has_twice_the_pixels_and_the_same_bytes_every_time() {
    let layout = layout_of(&cpu_bound(), &names(4, "漢字 <&> \u{7}"), 5 * MS);
    let bytes = chart::png(&layout).expect("a chart of ordinary size can be drawn");
    let decoder = png::Decoder::new(std::io::Cursor::new(&bytes));
    let reader = decoder.read_info().expect("what was encoded can be decoded");
    let (width, height) = (reader.info().width, reader.info().height);
    assert_eq!(width, chart::WIDTH * chart::DENSITY);
    assert_eq!(height as i32, layout.height * chart::DENSITY as i32 / chart::px(1));
    assert_eq!(bytes, chart::png(&layout).expect("what was drawn once can be drawn again"));
}

#[test]
fn svg_is_well_formed_and_keeps_text_as_text() {
    let mut named = cpu_bound();
    named[1].lanes[0].name = "a <b> & \"c\" \u{1}\u{fffe} 🐍".to_owned();
    let svg =
        chart::svg(&layout_of(&named, &names(4, "crunch"), 5 * MS)).expect("a chart of ordinary size can be drawn");
    assert_eq!(xml::mistake(&svg), None);
    assert!(svg.contains(">5 ms switch interval</text>"));
    assert!(svg.contains("a &lt;b&gt; &amp; &quot;c&quot;"));
}

#[test]
fn svg_of_a_million_slices_is_bounded() {
    let svg = chart::svg(&layout_of(&[noise(10, 1_000_000)], &[], 5 * MS)).expect("shares are few");
    assert!(svg.len() < 600_000, "{} bytes", svg.len());
}

#[test]
fn svg_draws_each_state_of_a_lane_as_one_path() {
    let svg = chart::svg(&layout_of(&[convoy(2, 40, 5 * MS)], &[], 5 * MS)).expect("a small chart");
    let running =
        svg.lines().filter(|line| line.contains("fill=\"#124282\"") && line.matches('z').count() > 10).count();
    assert!((1..=3).contains(&running), "{running} paths of many slices for three lanes");
}
