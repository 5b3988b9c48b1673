//! How long a chart takes, from timelines to bytes: `cargo bench --bench chart`. The bound is 2 s for a million slices.

#[path = "../tests/chart/synthetic.rs"]
mod synthetic;

use gilsim::analysis::{State, Timeline};
use gilsim::chart::{self, Chart, Inter, Panel, Turn};
use gilsim::time::Nanos;
use std::hint::black_box;
use std::time::{Duration, Instant};
use synthetic::{MS, noise, sequential, turns};

const ROUNDS: usize = 5;

fn main() {
    println!("{:<34}{:>10}{:>10}{:>10}{:>12}{:>12}", "timelines", "layout", "PNG", "SVG", "PNG bytes", "SVG bytes");
    measure("one lane, one slice", &[sequential(&[800 * MS], State::Running)], 5 * MS);
    measure("10 lanes, 10,000 slices", &[noise(10, 10_000)], 5 * MS);
    measure("10 lanes, 1,000,000 slices", &[noise(10, 1_000_000)], 5 * MS);
    measure("64 lanes, 1,000,000 slices", &[noise(64, 1_000_000)], 5 * MS);
    measure("4 lanes, 500,000 hand-offs", &[turns(4, 12_500 * MS, MS / 10)], MS / 10);
}

/// Prints the median of a few rounds.
fn measure(name: &str, timelines: &[Timeline], interval: u64) {
    let panel = |timeline| Panel {
        title: "threads".to_owned(),
        timeline,
        task_names: &[],
        headline: "1.00×".to_owned(),
        note: "1.00 s · as a measure".to_owned(),
    };
    let chart = Chart {
        title: name.to_owned(),
        subtitle: "How long does it take to draw this?".to_owned(),
        panels: timelines.iter().map(panel).collect(),
        turn: Turn::by_interval(Nanos(interval)),
        is_small: false,
    };
    let (layout, placing) = median(|| chart::layout(&chart, chart::WIDTH, &Inter));
    let (png, painting) = median(|| chart::png(&layout).expect("a chart of ordinary size can be drawn"));
    let (svg, writing) = median(|| chart::svg(&layout).expect("a chart of ordinary size can be drawn"));
    let ms = |time: Duration| format!("{:.1} ms", time.as_secs_f64() * 1e3);
    let (placing, painting, writing) = (ms(placing), ms(painting), ms(writing));
    println!("{name:<34}{placing:>10}{painting:>10}{writing:>10}{:>12}{:>12}", png.len(), svg.len());
}

fn median<T>(mut work: impl FnMut() -> T) -> (T, Duration) {
    let mut times: Vec<Duration> = Vec::new();
    let mut result = None;
    for _ in 0..ROUNDS {
        let begin = Instant::now();
        result = Some(black_box(work()));
        times.push(begin.elapsed());
    }
    times.sort_unstable();
    (result.expect("there is at least one round"), times[ROUNDS / 2])
}
