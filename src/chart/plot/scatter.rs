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
    page.level_grid(frame, &y, &plot.y);
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

/// Names where they cover neither a point nor another name; those of the front first.
fn names(page: &mut Page, plot: &Scatter, frame: Rect, place: &dyn Fn(&Spot) -> (Unit, Unit)) {
    let dot = |(x, y): (Unit, Unit)| Rect::new(x - DOT, y - DOT, x + DOT, y + DOT);
    let mut taken: Vec<Rect> = plot.points.iter().map(|spot| dot(place(spot))).collect();
    let on_front = plot.points.iter().filter(|spot| spot.on_front);
    for spot in on_front.chain(plot.points.iter().filter(|spot| !spot.on_front)) {
        let label = page.setter.label(&spot.name, TICK, 0, 0, px(260));
        let free = |label: &Label| {
            let around = label.frame();
            around.left >= frame.left
                && around.right <= WIDTH - MARGIN / 2
                && !taken.iter().any(|other| other.overlaps(around))
        };
        if let Some(label) = sides(label, place(spot)).into_iter().find(free) {
            taken.push(label.frame());
            page.add(Shape::Label(label));
        }
    }
}

/// Right, above, below and left of a point.
fn sides(label: Label, (x, y): (Unit, Unit)) -> [Label; 4] {
    let beside = TICK.centred_on(y);
    let at = |left, baseline| Label { left, baseline, ..label.clone() };
    [
        at(x + px(12), beside),
        at(x - label.width / 2, y - px(12)),
        at(x - label.width / 2, y + px(24)),
        at(x - px(12) - label.width, beside),
    ]
}

#[cfg(test)]
mod tests {
    use super::stairs;

    #[test]
    fn the_front_is_drawn_as_the_edge_of_what_it_beats() {
        assert_eq!(stairs(&[(0, 10), (5, 4), (9, 1)]), [(0, 10), (5, 10), (5, 4), (9, 4), (9, 1)]);
        assert!(stairs(&[]).is_empty());
    }
}
