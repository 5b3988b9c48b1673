//! Figures beside those that others measured and published. Refuses to know where the latter come from.

use super::figures::{Figure, Figures, describe};

/// One figure, published and of this run.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    pub name: String,
    pub published: Figure,
    /// `None` where the run did not yield it.
    pub here: Option<Figure>,
}

impl Comparison {
    /// By how many percent of the published figure this run's differs; `None` where there is nothing to divide by.
    pub fn error_percent(&self) -> Option<f64> {
        let (here, published) = (self.here?.value, self.published.value);
        (published != 0.0).then(|| (here / published - 1.0) * 100.0)
    }
}

/// Compares names and published values, in their order. What no catalogue knows is left out.
pub fn compare<'a>(published: impl IntoIterator<Item = (&'a str, f64)>, figures: &Figures) -> Vec<Comparison> {
    let compared = |(name, value): (&str, f64)| {
        let published = Figure { value, unit: describe(name)?.unit };
        Some(Comparison { name: name.to_string(), published, here: figures.get(name) })
    };
    published.into_iter().filter_map(compared).collect()
}

#[cfg(test)]
mod tests {
    use super::super::figures::Unit;
    use super::*;

    fn comparison(published: f64, here: Option<f64>) -> Comparison {
        let figure = |value| Figure { value, unit: Unit::Seconds };
        Comparison { name: "threads.wall".to_string(), published: figure(published), here: here.map(figure) }
    }

    #[test]
    fn the_error_is_a_share_of_what_was_published() {
        assert_eq!(comparison(4.0, Some(5.0)).error_percent(), Some(25.0));
        assert_eq!(comparison(4.0, Some(3.0)).error_percent(), Some(-25.0));
    }

    #[test]
    fn there_is_no_error_of_what_was_not_run_or_over_nothing() {
        assert_eq!(comparison(4.0, None).error_percent(), None);
        assert_eq!(comparison(0.0, Some(1.0)).error_percent(), None);
    }

    #[test]
    fn a_figure_that_was_not_measured_is_kept_and_one_that_does_not_exist_is_not() {
        let compared = compare([("threads.wall", 4.0), ("threads.whale", 1.0)], &Figures::default());
        assert_eq!(compared, [comparison(4.0, None)]);
    }
}
