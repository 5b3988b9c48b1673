//! Chance for the lengths of work, seeded: a stream of its own for each task, so that a task draws the same lengths
//! whatever the others do, under every model and in every engine.

use super::Amount;
use crate::ids::{TaskId, ThreadId};
use crate::time::Nanos;
use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

/// Streams of tasks begin here; those below are free for the machine that a task runs on.
const FIRST_TASK: u64 = 1 << 32;

/// The draws of one task.
#[derive(Debug)]
pub struct Draws {
    stream: ChaCha8Rng,
}

impl Draws {
    pub fn of_task(seed: u64, task: TaskId) -> Draws {
        Draws::of_stream(seed, FIRST_TASK + u64::from(task.0))
    }

    /// Those of the module's body, the same wherever it runs.
    pub fn of_module(seed: u64) -> Draws {
        Draws::of_stream(seed, FIRST_TASK - 1)
    }

    /// Those of a thread that the program has started, by its number in its process.
    pub fn of_thread(seed: u64, thread: ThreadId) -> Draws {
        Draws::of_stream(seed, 2 * FIRST_TASK + u64::from(thread.0))
    }

    /// Those of the network, all services together.
    pub fn of_network(seed: u64) -> Draws {
        Draws::of_stream(seed, FIRST_TASK - 2)
    }

    fn of_stream(seed: u64, stream: u64) -> Draws {
        let mut chance = ChaCha8Rng::seed_from_u64(seed);
        chance.set_stream(stream);
        Draws { stream: chance }
    }

    /// Whether something happens that does in so large a share of cases. What always or never does draws nothing.
    pub fn happens(&mut self, share: f64) -> bool {
        share > 0.0 && (share >= 1.0 || self.stream.random::<f64>() < share)
    }

    /// The length of the next piece of work.
    pub fn draw(&mut self, amount: Amount) -> Nanos {
        amount.draw(&mut self.stream)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(mut draws: Draws) -> Vec<Nanos> {
        let amount = Amount::parse("exponential(20ms)").expect("right");
        (0..8).map(|_| draws.draw(amount)).collect()
    }

    #[test]
    fn a_task_draws_the_same_again_and_other_lengths_than_another() {
        let task = |seed, task| drawn(Draws::of_task(seed, TaskId(task)));
        assert_eq!(task(7, 0), task(7, 0));
        assert_ne!(task(7, 0), task(8, 0));
        assert_ne!(task(7, 0), task(7, 1));
        assert_ne!(task(7, 0), drawn(Draws::of_module(7)));
    }

    #[test]
    fn a_fixed_amount_takes_nothing_from_the_stream() {
        let mut draws = Draws::of_task(7, TaskId(0));
        assert_eq!(draws.draw(Amount::Fixed(Nanos(5))), Nanos(5));
        assert_eq!(drawn(draws), drawn(Draws::of_task(7, TaskId(0))));
    }
}
