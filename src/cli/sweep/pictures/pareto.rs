//! What latency costs in throughput: all points, and those that nothing measured beats in both.

use super::name_of;
use crate::chart::plot::{AxisKind, Format, Scatter, Spot};
use crate::chart::{Inter, Sheet, plot};
use crate::cli::sweep::results::Results;
use crate::sweep::{Field, front, in_words, sensitive_group};

/// Work done in a time against the tail of latency.
pub fn pareto(results: &Results) -> Option<Sheet> {
    let points = results.points;
    let tail = format!("latency.{}.p99", sensitive_group(points)?);
    // Other tasks or another program are other work, whose wall time is not to be compared: the last of their values.
    let axes = points.grid.point_axes();
    let same_work = |point: &usize| {
        let place = points.grid.place(*point);
        place.iter().zip(axes).all(|(at, axis)| !matches!(axis.field, Field::Path(_)) || at + 1 == axis.values.len())
    };
    let both = |point: usize| Some((point, points.mean(point, "wall")?, points.mean(point, &tail)?));
    let all: Vec<(usize, f64, f64)> = (0..points.grid.points()).filter(same_work).filter_map(both).collect();
    if all.len() < 2 {
        return None;
    }
    let fastest = all.iter().map(|(_, wall, _)| *wall).fold(f64::INFINITY, f64::min);
    // Smaller differences of throughput than a thousandth are none.
    let share = |wall: f64| (1_000.0 * fastest / wall).round() / 1_000.0;
    let pairs: Vec<(f64, f64)> = all.iter().map(|(_, wall, tail)| (share(*wall), *tail)).collect();
    let best = front(&pairs);
    let spot = |(at, (point, ..)): (usize, &(usize, f64, f64))| Spot {
        x: pairs[at].1,
        y: pairs[at].0,
        name: name_of(points, *point).replace("switch interval ", ""),
        // Of points at the same place each is as good as the other.
        on_front: best.iter().any(|one| pairs[*one] == pairs[at]),
    };
    let mut spots: Vec<Spot> = all.iter().enumerate().map(spot).collect();
    spots.sort_by(|a, b| a.x.total_cmp(&b.x));
    let plot = Scatter {
        title: format!("{}: throughput against latency", results.title),
        subtitle: trade_off(&spots),
        x: AxisKind { title: format!("{} (less is better)", in_words(&tail)), format: Format::Time, log: true },
        y: AxisKind {
            title: "Throughput: work a second, as a share of the best".to_string(),
            format: Format::Share,
            log: false,
        },
        most: Some(1.0),
        points: spots,
        note: note(all.len() < points.grid.points()),
    };
    Some(plot::scatter(&plot, &Inter))
}

fn note(is_partial: bool) -> String {
    let other = if is_partial { " Points whose tasks or program do other work are left out." } else { "" };
    format!("Filled: no other is better in one and as good in the other. Rings: another is.{other}")
}

/// The two ends of the front.
fn trade_off(spots: &[Spot]) -> String {
    let mut front = spots.iter().filter(|spot| spot.on_front);
    let told = |spot: &Spot| {
        format!(
            "{} with {} of the best throughput ({})",
            Format::Time.value(spot.x),
            Format::Share.value(spot.y),
            spot.name
        )
    };
    match (front.next(), front.next_back()) {
        (Some(one), Some(same)) if (one.x, one.y) == (same.x, same.y) => {
            format!("One setting is best in both: {}; {} is no worse.", told(one), same.name)
        }
        (Some(one), None) => format!("One setting is best in both: {}.", told(one)),
        (Some(first), Some(last)) => format!("From {} to {}.", told(first), told(last)),
        _ => String::new(),
    }
}
