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

const CALLED: &str = "import gc, time
began, pauses = 0, {0: [], 1: [], 2: []}
def called(phase, info):
    global began
    if phase == 'start':
        began = time.perf_counter()
    else:
        pauses[info['generation']].append(time.perf_counter() - began)
gc.callbacks.append(called)
kept = [[number] for number in range(200_000)]
gc.callbacks.clear()
youngest, oldest = sum(pauses[0]) / len(pauses[0]), max(pauses[2])
print(len(pauses[0]) > 200, len(pauses[2]), 5e-6 < youngest < 1e-4, 0.005 < oldest < 0.05)
";

#[test]
fn who_is_called_around_collections_can_measure_them() {
    let place = gilsim("collector_called").with_file("listing.py", CALLED.as_bytes());
    let done = place.call(["run", "listing.py", "--simulated", "--quiet", "--no-chart"]).exits_with(0);
    assert_eq!(done.stdout, "True 2 True True\n");
}
