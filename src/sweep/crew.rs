//! Runs spread over the host's cores, results in order. Knows neither scenarios nor files.

use crossbeam_channel::{Receiver, Sender, bounded, unbounded};
use parking_lot::Mutex;
use std::collections::BTreeMap;

/// Runs per worker that may be ahead of the oldest one that is not done, which bounds what is held in memory.
const AHEAD: usize = 64;

/// Gives each job to one of `workers` threads, and each result to `take`, in the order of the jobs. Once `stop` says so
/// no further job is begun, and what was done is still taken; `take` returns false to the same end.
pub fn work<T: Send>(
    workers: usize,
    jobs: impl Iterator<Item = usize> + Send,
    stop: impl Fn() -> bool + Sync,
    job: impl Fn(usize) -> T + Sync,
    mut take: impl FnMut(T) -> bool,
) {
    let jobs = Mutex::new(jobs.enumerate());
    let (done, results) = unbounded();
    let (tickets, ticket) = bounded(workers * AHEAD);
    for _ in 0..workers * AHEAD {
        tickets.send(()).unwrap_or_else(|_| unreachable!("the receiver lives, and there is room"));
    }
    std::thread::scope(|scope| {
        for _ in 0..workers {
            let (done, ticket) = (done.clone(), ticket.clone());
            let (jobs, stop, job) = (&jobs, &stop, &job);
            scope.spawn(move || worker(jobs, stop, job, &ticket, &done));
        }
        drop((done, ticket));
        in_order(results, tickets, &mut take);
    });
}

/// Works until there are no jobs, no tickets, or nobody who would take results.
fn worker<T>(
    jobs: &Mutex<impl Iterator<Item = (usize, usize)>>,
    stop: &impl Fn() -> bool,
    job: &impl Fn(usize) -> T,
    ticket: &Receiver<()>,
    done: &Sender<(usize, T)>,
) {
    while ticket.recv().is_ok() && !stop() {
        let next = jobs.lock().next();
        let Some((at, number)) = next else { return };
        if done.send((at, job(number))).is_err() {
            return;
        }
    }
}

/// Takes results in the order of their jobs, and at the end those that have a gap before them. Dropping the channels ends
/// the workers.
fn in_order<T>(results: Receiver<(usize, T)>, tickets: Sender<()>, take: &mut impl FnMut(T) -> bool) {
    let mut waiting = BTreeMap::new();
    let mut next = 0;
    for (at, result) in results.iter() {
        waiting.insert(at, result);
        while let Some(result) = waiting.remove(&next) {
            next += 1;
            if !take(result) {
                return;
            }
            // Where all workers have gone nobody needs it.
            let _ = tickets.try_send(());
        }
    }
    for result in waiting.into_values() {
        if !take(result) {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[test]
    fn results_come_in_order_whoever_is_first() {
        let mut taken = Vec::new();
        let slow_start = |number: usize| {
            std::thread::sleep(std::time::Duration::from_micros(if number == 0 { 3_000 } else { 1 }));
            number * 10
        };
        work(
            4,
            0..1_000,
            || false,
            slow_start,
            |result| {
                taken.push(result);
                true
            },
        );
        assert_eq!(taken, (0..1_000).map(|number| number * 10).collect::<Vec<_>>());
    }

    #[test]
    fn nobody_runs_far_ahead_of_the_oldest() {
        let (oldest_is_done, begun) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let job = |number: usize| {
            begun.fetch_add(1, Ordering::SeqCst);
            if number == 0 {
                std::thread::sleep(std::time::Duration::from_millis(20));
                oldest_is_done.store(begun.load(Ordering::SeqCst), Ordering::SeqCst);
            }
        };
        work(2, 0..100_000, || false, job, |()| true);
        assert!(oldest_is_done.load(Ordering::SeqCst) <= 2 * AHEAD);
        assert_eq!(begun.load(Ordering::SeqCst), 100_000);
    }

    #[test]
    fn after_a_stop_what_was_done_is_taken() {
        let (begun, mut taken) = (AtomicUsize::new(0), 0);
        let job = |_| begun.fetch_add(1, Ordering::SeqCst);
        work(
            3,
            0..10_000,
            || begun.load(Ordering::SeqCst) >= 50,
            job,
            |_| {
                taken += 1;
                true
            },
        );
        assert_eq!(taken, begun.load(Ordering::SeqCst));
        assert!(taken < 10_000);
    }

    #[test]
    fn whoever_takes_no_more_ends_the_work() {
        let mut taken = 0;
        work(
            2,
            0..,
            || false,
            |number| number,
            |_| {
                taken += 1;
                taken < 10
            },
        );
        assert_eq!(taken, 10);
    }
}
