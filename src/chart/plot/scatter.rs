//! Points of which some form a front, joined by a line and named. Pure geometry.

use super::super::geometry::{Rect, Unit, px};
use super::super::sheet::{Shape, Sheet, Tone};
use super::super::text::{Label, Measure, Setter};
use super::frame::{MARGIN, NAME, Page, TICK, TICKS_APART, WIDTH};
use super::ruler::Ruler;
use super::{Scatter, Spot};

const LEFT: Unit = MARGIN + px(84);
const RIGHT: Unit = WIDTH - MARGIN - px(60);
const HEIGHT: Unit = px(520);
const DOT: Unit = px(5);

/// Places a scatter plot on a page.
pub fn scatter(plot: &Scatter, measure: &dyn Measure) -> Sheet {
    let mut page = Page::new(&plot.title, &plot.subtitle, Setter::new(measure));
    let top = page.bottom + px(38);
    let frame = Rect::new(LEFT, top, RIGHT, top + HEIGHT);
    let x = Ruler::over(plot.points.iter().map(|spot| spot.x), plot.x.log, LEFT, RIGHT).with_room(0.05);
    let ys = || plot.points.iter().map(|spot| spot.y);
    let y = Ruler::over(ys(), plot.y.log, frame.bottom, frame.top).with_room(0.08).beginning_near(ys());
    page.words(&plot.y.title, NAME, frame.left, frame.top - px(12), frame.width());
    let levels = y.ticks(px(40)).into_iter().filter(|tick| plot.most.is_none_or(|most| tick.value <= most + 1e-9));
    page.level_lines(frame, &levels.collect::<Vec<_>>(), &plot.y);
    let ticks = x.ticks(TICKS_APART);
    page.upright_grid(frame, &ticks);
    let place = |spot: &Spot| (x.place(spot.x), y.place(spot.y));
    let front: Vec<_> = plot.points.iter().filter(|spot| spot.on_front).map(place).collect();
    if front.len() > 1 {
        page.add(Shape::Line { points: stairs(&front), tone: Tone::Tint(0), width: px(5) / 2 });
    }
    for spot in &plot.points {
        let (tone, radius) = if spot.on_front { (Tone::Series(0), DOT * 4 / 3) } else { (Tone::Axis, DOT) };
        page.add(Shape::Dot { at: place(spot), radius, tone, hollow: !spot.on_front });
    }
    names(&mut page, plot, frame, &place);
    page.axis_below(frame, &ticks, &plot.x);
    page.note(&plot.note);
    page.finish()
}

/// The edge of what the front's points beat: level, then upright.
fn stairs(front: &[(Unit, Unit)]) -> Vec<(Unit, Unit)> {
    let corner = |pair: &[(Unit, Unit)]| [pair[0], (pair[1].0, pair[0].1)];
    front.windows(2).flat_map(corner).chain(front.last().copied()).collect()
}

/// The box around a level or an upright line.
fn along((x, y): (Unit, Unit), (to_x, to_y): (Unit, Unit)) -> Rect {
    let half = px(2);
    Rect::new(x.min(to_x) - half, y.min(to_y) - half, x.max(to_x) + half, y.max(to_y) + half)
}

/// Names where they cover neither a point, the front's line nor another name; those of the front first. The grid ends around
/// them.
fn names(page: &mut Page, plot: &Scatter, frame: Rect, place: &dyn Fn(&Spot) -> (Unit, Unit)) {
    let dot = |(x, y): (Unit, Unit)| Rect::new(x - DOT, y - DOT, x + DOT, y + DOT);
    let line: Vec<_> = plot.points.iter().filter(|spot| spot.on_front).map(place).collect();
    let dots = plot.points.iter().map(|spot| dot(place(spot)));
    let mut taken: Vec<Rect> = dots.chain(stairs(&line).windows(2).map(|ends| along(ends[0], ends[1]))).collect();
    let on_front = plot.points.iter().filter(|spot| spot.on_front);
    for spot in on_front.chain(plot.points.iter().filter(|spot| !spot.on_front)) {
        let label = page.setter.label(&spot.name, TICK, 0, 0, px(260));
        let free = |label: &Label| {
            let around = label.frame();
            around.left >= frame.left
                && around.bottom < frame.bottom
                && around.right <= WIDTH - MARGIN / 2
                && !taken.iter().any(|other| other.overlaps(around))
        };
        if let Some(label) = sides(label, place(spot)).into_iter().find(free) {
            taken.push(label.frame());
            page.add(Shape::Box(label.frame(), Tone::Paper));
            page.add(Shape::Label(label));
        }
    }
}

/// Right, above, below and left of a point, and above and below it to the right.
fn sides(label: Label, (x, y): (Unit, Unit)) -> [Label; 6] {
    let beside = TICK.centred_on(y);
    let at = |left, baseline| Label { left, baseline, ..label.clone() };
    [
        at(x + px(12), beside),
        at(x - label.width / 2, y - px(12)),
        at(x - label.width / 2, y + px(24)),
        at(x - px(12) - label.width, beside),
        at(x - DOT, y - px(12)),
        at(x + px(4), y + px(24)),
    ]
}

#[cfg(test)]
mod tests {
    use super::super::super::Inter;
    use super::super::{AxisKind, Format, Scatter, Spot};
    use super::*;

    fn spot(x: f64, y: f64, name: &str) -> Spot {
        Spot { x, y, name: name.into(), on_front: true }
    }

    fn plot(most: Option<f64>) -> Sheet {
        let points = vec![
            spot(0.001, 0.85, "the first of three, with a long name"),
            spot(0.005, 0.95, "second"),
            spot(0.02, 1.0, "third"),
        ];
        plot_of(points, most)
    }

    fn plot_of(points: Vec<Spot>, most: Option<f64>) -> Sheet {
        let kind = |format, log| AxisKind { title: String::new(), format, log };
        let (x, y) = (kind(Format::Time, true), kind(Format::Share, false));
        let words = String::new;
        scatter(&Scatter { title: words(), subtitle: words(), x, y, most, points, note: words() }, &Inter)
    }

    fn labels(sheet: &Sheet) -> Vec<&Label> {
        fn label(shape: &Shape) -> Option<&Label> {
            match shape {
                Shape::Label(label) => Some(label),
                _ => None,
            }
        }
        sheet.shapes.iter().filter_map(label).collect()
    }

    #[test]
    fn no_level_stands_above_the_most_that_there_can_be() {
        let over = |most| labels(&plot(most)).iter().any(|label| label.text == "102 %");
        assert!(over(None) && !over(Some(1.0)));
    }

    #[test]
    fn names_stand_beside_the_line_of_the_front() {
        let sheet = plot(Some(1.0));
        let mut lines = sheet.shapes.iter().filter_map(|shape| match shape {
            Shape::Line { points, tone: Tone::Tint(0), .. } => Some(points.clone()),
            _ => None,
        });
        let line = lines.next().expect("there is a front");
        for name in ["the first of three, with a long name", "second", "third"] {
            let label = labels(&sheet).into_iter().find(|label| label.text == name).expect("it is named");
            let crossed = |ends: &[(Unit, Unit)]| along(ends[0], ends[1]).overlaps(label.frame());
            assert!(!line.windows(2).any(crossed), "{name}");
        }
    }

    #[test]
    fn the_axis_crosses_no_name() {
        let on_axis = Spot { on_front: false, ..spot(0.1, 0.0, "on the axis") };
        let sheet = plot_of(vec![spot(0.001, 1.0, "best"), on_axis], Some(1.0));
        let axis = sheet.shapes.iter().find_map(|shape| match shape {
            Shape::Line { points, tone: Tone::Axis, .. } => Some(points[0].1),
            _ => None,
        });
        let axis = axis.expect("there is one");
        let name = labels(&sheet).into_iter().find(|label| label.text.starts_with("on the axis")).expect("it is named");
        assert!(name.frame().bottom < axis, "{name:?}");
    }

    #[test]
    fn no_line_of_the_grid_crosses_a_name() {
        let sheet = plot(Some(1.0));
        let name =
            |shape: &Shape| matches!(shape, Shape::Label(label) if ["second", "third"].contains(&label.text.as_str()));
        let at: Vec<usize> = (0..sheet.shapes.len()).filter(|&at| name(&sheet.shapes[at])).collect();
        assert_eq!(at.len(), 2);
        for at in at {
            let Shape::Label(label) = &sheet.shapes[at] else { unreachable!("it is one") };
            assert_eq!(sheet.shapes[at - 1], Shape::Box(label.frame(), Tone::Paper));
            let is_grid = |shape: &Shape| matches!(shape, Shape::Line { tone: Tone::Grid, .. });
            assert!(!sheet.shapes[at..].iter().any(is_grid), "painted over it");
        }
    }

    #[test]
    fn the_front_is_drawn_as_the_edge_of_what_it_beats() {
        assert_eq!(stairs(&[(0, 10), (5, 4), (9, 1)]), [(0, 10), (5, 10), (5, 4), (9, 4), (9, 1)]);
        assert!(stairs(&[]).is_empty());
    }
}
