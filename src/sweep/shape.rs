//! What there is to see in points: the knee of a curve, the front of those that nothing beats. Pure numbers.

/// The place of the knee of a curve, both of whose axes are taken logarithmically: the point that lies farthest below the
/// straight line from its first to its last (after Satopää and others, "Finding a Kneedle in a Haystack", 2011). `None`
/// where there is no bend worth the name.
pub fn knee(points: &[(f64, f64)]) -> Option<usize> {
    /// Of the height of the curve.
    const LEAST_BEND: f64 = 0.1;
    /// From the first to the last; what rises less is level, and bends by chance.
    const LEAST_RISE: f64 = 2.0;
    let logs: Vec<(f64, f64)> = points.iter().map(|(x, y)| (x.ln(), y.ln())).collect();
    let (first, last) = (logs.first()?, logs.last()?);
    let (width, height) = (last.0 - first.0, last.1 - first.1);
    if logs.len() < 3
        || !logs.iter().all(|(x, y)| x.is_finite() && y.is_finite())
        || width <= 0.0
        || height < LEAST_RISE.ln()
    {
        return None;
    }
    let below = |(x, y): &(f64, f64)| (x - first.0) / width - (y - first.1) / height;
    let (at, bend) = logs.iter().map(below).enumerate().max_by(|a, b| a.1.total_cmp(&b.1))?;
    (bend >= LEAST_BEND).then_some(at)
}

/// Those points that no other is at least as good as in both: more of the first, less of the second. In the order of the
/// second.
pub fn front(points: &[(f64, f64)]) -> Vec<usize> {
    let mut order: Vec<usize> =
        (0..points.len()).filter(|at| points[*at].0.is_finite() && points[*at].1.is_finite()).collect();
    order.sort_by(|a, b| points[*a].1.total_cmp(&points[*b].1).then(points[*b].0.total_cmp(&points[*a].0)));
    let mut best = f64::NEG_INFINITY;
    order.retain(|at| {
        let better = points[*at].0 > best;
        best = best.max(points[*at].0);
        better
    });
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_knee_of_a_floor_and_a_line_is_where_they_meet() {
        let curve = |floor: f64| [1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0].map(|x: f64| (x, x.max(floor)));
        assert_eq!(knee(&curve(8.0)), Some(3));
        assert_eq!(knee(&curve(0.5)), None, "a straight line has none");
        assert_eq!(knee(&curve(100.0)), None, "nor has a level one");
        let almost_level = [(1.0, 1.0), (2.0, 0.95), (4.0, 1.0), (8.0, 1.04), (16.0, 1.05)];
        assert_eq!(knee(&almost_level), None, "nor one that varies by chance");
        assert_eq!(knee(&[(1.0, 1.0), (2.0, 2.0)]), None);
        assert_eq!(knee(&[(1.0, 0.0), (2.0, 2.0), (3.0, 3.0)]), None);
    }

    #[test]
    fn the_front_is_what_nothing_beats() {
        assert_eq!(front(&[(10.0, 5.0), (9.0, 6.0), (12.0, 8.0), (10.0, 4.0), (f64::NAN, 1.0)]), [3, 2]);
        assert!(front(&[]).is_empty());
    }

    proptest! {
        #[test]
        fn each_point_is_on_the_front_or_beaten_by_one_that_is(points in proptest::collection::vec((0.0f64..10.0, 0.0f64..10.0), 1..30)) {
            let front = front(&points);
            let beats = |a: (f64, f64), b: (f64, f64)| a.0 >= b.0 && a.1 <= b.1 && a != b;
            for (at, point) in points.iter().enumerate() {
                let beaten = front.iter().any(|best| beats(points[*best], *point));
                prop_assert!(front.contains(&at) != beaten || front.iter().any(|best| points[*best] == *point));
            }
        }
    }
}
