//! `gilsim explore`: what it shows, and that what it shows can be seen again.

use crate::gilsim::{PATIENCE, Running, gilsim, signal};
use std::process::Stdio;
use std::time::{Duration, Instant};

const RACY: &str = "import threading

counter = 0


def one():
    return 1


def work():
    global counter
    for _ in range(3):
        counter = counter + one()


threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print('counted', counter)
";

#[test]
fn outcomes_come_with_their_share_and_a_run_that_shows_them_again() {
    let place = gilsim("explore").with_file("racy.py", RACY.as_bytes());
    let done = place.call(["explore", "racy.py", "--seeds", "60", "--json", "--quiet"]).exits_with(0);
    let told: serde_json::Value = serde_json::from_str(done.stdout()).expect("JSON");
    let outcomes = told["outcomes"].as_array().expect("a list");
    assert!(outcomes.len() > 1, "{told:#}");
    assert_eq!(outcomes.iter().filter_map(|one| one["times"].as_u64()).sum::<u64>(), 60);
    for one in outcomes {
        let (seed, policy) = (one["seed"].to_string(), one["policy"].as_str().expect("text"));
        let again = ["run", "racy.py", "--simulated", "--policy", policy, "--seed", &seed, "--quiet", "--no-chart"];
        let again = place.call(again).exits_with(0);
        assert_eq!(again.stdout(), one["text"].as_str().expect("text"));
    }
    let done = place.call(["explore", "racy.py", "--seeds", "60", "--quiet"]).exits_with(0);
    let text = done.stdout();
    assert!(text.starts_with(&format!("{} different outcomes of 60 schedules\n", outcomes.len())), "{text}");
    assert!(text.contains("again: gilsim run racy.py --simulated --policy random:one_in="), "{text}");
}

#[test]
fn what_is_no_program_is_refused() {
    let place = gilsim("explore_refuses").with_file("wrong.py", b"x = = 1\n");
    place.call(["explore", "wrong.py"]).exits_with(2).complains("wrong.py");
    place.call(["explore", "wrong.py", "--seeds", "0"]).exits_with(2).complains("--seeds");
}

#[test]
fn what_does_not_end_is_shown_again_within_its_time_limit() {
    let place = gilsim("explore_endless").with_file("endless.py", b"while True:\n    pass\n");
    let done = place.call(["explore", "endless.py", "--seeds", "2", "--time-limit", "1.5ms", "--cores", "2"]);
    done.exits_with(0).shows("no end within 1.50 ms of virtual time").shows(" --cores 2 --time-limit 1.5ms\n");
}

/// Waits until the command has computed for so long.
fn wait_for_work(running: &Running, length: Duration) {
    let began = Instant::now();
    let stat = format!("/proc/{}/stat", running.pid());
    let computed = || {
        let told = std::fs::read_to_string(&stat).expect("it runs");
        let fields: Vec<&str> = told.rsplit(") ").next().unwrap_or_default().split(' ').collect();
        // Hundredths of a second, in programs and in the kernel.
        let hundredths: u64 = [11, 12].map(|field: usize| fields[field].parse::<u64>().expect("a number")).iter().sum();
        Duration::from_millis(10 * hundredths)
    };
    while computed() < length {
        assert!(began.elapsed() < PATIENCE, "it has nothing to do");
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn what_was_found_until_ctrl_c_is_told() {
    let place = gilsim("explore_interrupted").with_file("listing.py", b"print('ran')\n");
    let mut command = place.command(["explore", "listing.py", "--seeds", "1000000"]);
    let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the binary can be started");
    let running = Running::of(child);
    // By then the first runs are over; nothing lasts of what their programs would write.
    wait_for_work(&running, Duration::from_secs(3));
    signal("INT", running.pid());
    let done = running.wait().exits_with(130).complains("stopping; what was measured so far is told");
    done.shows("stopped after ")
        .shows(" of 1000000 schedules: 1 outcome of ")
        .shows("(100.0 %), first with seed 1:\n    ran");
}
