//! Which model to take: the simplest that no other is clearly faster than. Knows no run.

use crate::model::Model;
use crate::sweep::Spread;

/// What is faster by no more than this share is not worth another model.
pub const MARGIN: f64 = 0.05;

/// The models from the simplest to have in a program to the least simple: executors and threads are a few lines, processes
/// copy what they are given, an event loop wants every function in between rewritten, the last want another Python.
pub const BY_SIMPLICITY: [Model; 9] = [
    Model::Sequential,
    Model::ThreadPool,
    Model::Threads,
    Model::ProcessPool,
    Model::Processes,
    Model::Asyncio,
    Model::Hybrid,
    Model::FreeThreaded,
    Model::SubInterpreters,
];

/// What is recommended, and what it was held against.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    pub model: Model,
    /// That with the least mean.
    pub fastest: Model,
    /// The less simple ones that the chosen one is not clearly faster than, nor they than it.
    pub ties: Vec<Model>,
    /// How many times as fast the fastest was in the mean, where that is beyond the margin and the runs leave a doubt.
    pub doubt: Option<f64>,
}

/// The choice by wall times, seed by seed, the same seeds for every model. `None` of no model.
pub fn choose(walls: &[(Model, Vec<f64>)]) -> Option<Choice> {
    let mean = |walls: &[f64]| walls.iter().sum::<f64>() / walls.len().max(1) as f64;
    let fastest = walls.iter().min_by(|a, b| mean(&a.1).total_cmp(&mean(&b.1)))?;
    let in_order = BY_SIMPLICITY.iter().filter_map(|model| walls.iter().find(|(known, _)| known == model));
    let chosen = in_order.clone().find(|(_, walls)| !is_clearly_faster(&fastest.1, walls)).unwrap_or(fastest);
    // A simpler one is clearly slower than the fastest, whatever the noise of the chosen one hides.
    let less_simple = in_order.skip_while(|(model, _)| *model != chosen.0).skip(1);
    let ties =
        less_simple.filter(|(_, walls)| !is_clearly_faster(&chosen.1, walls) && !is_clearly_faster(walls, &chosen.1));
    let times = mean(&chosen.1) / mean(&fastest.1);
    let doubt = Some(times).filter(|times| *times > 1.0 + MARGIN);
    Some(Choice { doubt, model: chosen.0, fastest: fastest.0, ties: ties.map(|(model, _)| *model).collect() })
}

/// Whether one is faster than the other by more than the margin in the mean, and by anything with 95 % confidence.
pub fn is_clearly_faster(one: &[f64], other: &[f64]) -> bool {
    let gains = one.iter().zip(other).filter(|(one, _)| **one > 0.0).map(|(one, other)| other / one - 1.0);
    let gain = Spread::of(gains);
    gain.count > 0 && gain.mean > MARGIN && gain.mean > gain.half_width()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn chosen(walls: &[(Model, Vec<f64>)]) -> Model {
        choose(walls).expect("there are models").model
    }

    #[test]
    fn the_fastest_is_taken_where_it_is_clearly_so() {
        let walls = [(Model::Sequential, vec![4.0, 4.1]), (Model::ProcessPool, vec![1.0, 1.1])];
        assert_eq!(chosen(&walls), Model::ProcessPool);
    }

    #[test]
    fn ties_go_to_the_simpler_model() {
        let walls = [(Model::Hybrid, vec![0.97]), (Model::ProcessPool, vec![1.0]), (Model::Sequential, vec![4.0])];
        let choice = choose(&walls).expect("there are models");
        assert_eq!(
            (choice.model, choice.fastest, choice.ties),
            (Model::ProcessPool, Model::Hybrid, vec![Model::Hybrid])
        );
        assert_eq!(choice.doubt, None, "within the margin there is nothing to doubt");
    }

    #[test]
    fn nobody_wins_within_the_noise() {
        // A fifth faster in the mean, but not every time.
        let walls = [(Model::Sequential, vec![1.0, 1.2, 1.4]), (Model::Threads, vec![1.3, 0.7, 1.0])];
        assert_eq!(chosen(&walls), Model::Sequential);
        assert_eq!(choose(&[]), None);
    }

    #[test]
    fn what_the_fastest_beats_is_no_tie_of_a_noisy_choice() {
        let walls = [
            (Model::Sequential, vec![0.22, 0.23]),
            (Model::ThreadPool, vec![0.06, 0.15]),
            (Model::Threads, vec![0.059, 0.060]),
        ];
        let choice = choose(&walls).expect("there are models");
        assert_eq!((choice.model, choice.ties), (Model::ThreadPool, vec![Model::Threads]));
        assert!(choice.doubt.is_some_and(|times| (1.7..1.8).contains(&times)), "{:?}", choice.doubt);
    }

    proptest! {
        #[test]
        fn the_choice_is_never_clearly_slower_than_the_fastest_and_no_simpler_one_would_do(
            walls in proptest::collection::vec(0.01f64..10.0, 1..9), noise in 0.0f64..0.3, seeds in 1usize..6,
        ) {
            let seeded = |wall: f64, at: usize| wall * (1.0 + noise * (at % 3) as f64);
            let of = |wall: f64, model: usize| (0..seeds).map(|seed| seeded(wall, seed * 7 + model)).collect::<Vec<_>>();
            let all: Vec<(Model, Vec<f64>)> =
                walls.iter().enumerate().map(|(at, wall)| (Model::ALL[at], of(*wall, at))).collect();
            let choice = choose(&all).expect("there are models");
            let walls = |model: Model| &all.iter().find(|(known, _)| *known == model).expect("it is one of them").1;
            prop_assert!(!is_clearly_faster(walls(choice.fastest), walls(choice.model)));
            let rank = |model: Model| BY_SIMPLICITY.iter().position(|known| *known == model);
            for (model, own) in all.iter().filter(|(model, _)| rank(*model) < rank(choice.model)) {
                prop_assert!(is_clearly_faster(walls(choice.fastest), own), "{model} would do");
            }
        }

        #[test]
        fn the_order_in_which_models_are_named_makes_no_difference(walls in proptest::collection::vec(0.01f64..10.0, 1..9)) {
            let mut all: Vec<(Model, Vec<f64>)> = walls.iter().enumerate().map(|(at, w)| (Model::ALL[at], vec![*w])).collect();
            let one = chosen(&all);
            all.reverse();
            prop_assert_eq!(chosen(&all), one);
        }
    }
}
