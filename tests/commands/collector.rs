//! What is said of the garbage collector's pauses on the simulated machine.

use crate::gilsim::gilsim;

const COLLECTED: &str = "import gc, threading, time
kept = []
def build():
    for number in range(200_000):
        kept.append([number])
def nap():
    for _ in range(40):
        time.sleep(0.001)
threads = [threading.Thread(target=build), threading.Thread(target=nap)]
";

/// The report of the program after these lines, on the simulated machine.
fn collected(test: &str, before: &str) -> String {
    let program =
        format!("{COLLECTED}{before}\n[thread.start() for thread in threads]\n[thread.join() for thread in threads]\n");
    let place = gilsim(test).with_file("listing.py", program.as_bytes());
    place.call(["run", "listing.py", "--simulated", "--no-chart"]).exits_with(0).stderr
}

#[test]
fn pauses_of_the_garbage_collector_are_told_where_they_are_long() {
    let told = "the garbage collector looked at all objects twice, for up to ";
    assert!(collected("collected", "").contains(told));
    for before in ["gc.disable()", "gc.set_threshold(0)", "gc.set_threshold(700, 10, 1000)"] {
        let report = collected("not_collected", before);
        assert!(!report.contains("garbage collector"), "{before}: {report}");
    }
}
