//! The sentences, word for word, and that none is said where it is not true.

use crate::script::{ALONE, APART, CONVOY, LOCKED, LOOP, NATIVE, ONE_CORE, TURNS, stopped, trace};
use gilsim::analysis::{Host, Report};
use gilsim::ids::{ProcessId, ThreadId};
use gilsim::model::Model;
use gilsim::time::Nanos;
use gilsim::trace::{CountChange, Event, EventKind, Loss, LostCount, Outcome, Trace};

const TASKS: [&str; 2] = ["crunch-1", "crunch-2"];

fn on_cores(cores: usize, traces: &[Trace], model: Model) -> Vec<String> {
    let report = Report::new(traces, Host { cores, switch_interval: Nanos::from_millis(5), waits_an_interval: true });
    report.models.into_iter().find(|report| report.model == model).map(|report| report.verdict).unwrap_or_default()
}

fn verdict(traces: &[Trace], model: Model) -> Vec<String> {
    on_cores(2, traces, model)
}

fn sequential() -> Trace {
    trace(Model::Sequential, &TASKS, ALONE)
}

fn threads() -> Trace {
    trace(Model::Threads, &TASKS, TURNS)
}

fn processes() -> Trace {
    trace(Model::Processes, &TASKS, APART)
}

/// Two threads that sleep 100 ms each and interpret 0.2 ms each.
const SLEEPERS: &str = "
    0      1  starts nap-1
    0      2  starts nap-2
    0      1  wants
    0      2  wants
    0      1  takes
    0      1  task 0
    0.1    1  sleeps 100
    0.1    1  drops blocking
    0.1    2  takes
    0.1    2  task 1
    0.2    2  sleeps 100
    0.2    2  drops blocking
    100.1  1  wakes
    100.1  1  wants
    100.1  1  takes
    100.2  1  done 0
    100.2  1  drops exit
    100.2  1  ends
    100.2  2  wakes
    100.2  2  wants
    100.2  2  takes
    100.3  2  done 1
    100.3  2  drops exit
    100.3  2  ends";

const NAPS: &str = "
    0      0  starts main
    0      0  wants
    0      0  takes
    0      0  task 0
    0.1    0  sleeps 100
    0.1    0  drops blocking
    100.1  0  wakes
    100.1  0  wants
    100.1  0  takes
    100.2  0  done 0
    100.2  0  task 1
    100.3  0  sleeps 100
    100.3  0  drops blocking
    200.3  0  wakes
    200.3  0  wants
    200.3  0  takes
    200.4  0  done 1
    200.4  0  drops exit
    200.4  0  ends";

#[test]
fn one_thread() {
    let cpu_bound = "one thread ran 2 tasks one after the other in 19.6 ms: it was interpreting for 100.0 % of that time, \
                     so the work is CPU-bound";
    assert_eq!(verdict(&[sequential()], Model::Sequential), [cpu_bound]);
    let sleeping = "one thread ran 2 tasks one after the other in 200 ms: it was in blocking calls for 99.8 % of that \
                    time, while no other task could go on";
    assert_eq!(verdict(&[trace(Model::Sequential, &TASKS, NAPS)], Model::Sequential), [sleeping]);
}

#[test]
fn threads_that_take_turns() {
    let expected = [
        "2 threads took 1.02 times as long as one thread: exactly one thread at a time held the GIL, during 98.0 % of \
         the run, so they took turns",
        "the GIL changed hands 4 times, once every 5.00 ms on average; 3 of these hand-offs were forced: a thread that \
         has waited for the switch interval of 5.00 ms asks the holder to let go",
        "hand-offs cost 2.0 % of the time: 200 a second, each 100 µs until the next thread had the GIL",
    ];
    assert_eq!(verdict(&[sequential(), threads()], Model::Threads), expected);
}

#[test]
fn threads_in_native_code_overlap() {
    let native = || [trace(Model::Threads, &["hash-1", "hash-2"], NATIVE)];
    let expected = "2 threads took 7.00 ms: they overlapped, as each held the GIL for at most 28.6 % of the run; 1.1 of \
                    them on average were in native code at the same time, which needs no GIL";
    assert_eq!(verdict(&native(), Model::Threads)[0], expected);
    let shared = on_cores(1, &native(), Model::Threads);
    assert_eq!(shared[0], format!("{expected}, though on only 1 core"));
}

#[test]
fn too_few_cores_are_told() {
    let said = on_cores(1, &[trace(Model::Threads, &["hash", "crunch"], ONE_CORE)], Model::Threads);
    let expected = "there were too few cores (1 core): on average 0.4 that could compute had to wait for one";
    assert_eq!(said.last().map(String::as_str), Some(expected), "{said:?}");
}

#[test]
fn without_a_sequential_run_nothing_is_compared() {
    let said = verdict(&[threads()], Model::Threads);
    assert!(said[0].starts_with("2 threads took 20.0 ms: "), "{said:?}");
}

#[test]
fn threads_that_sleep_overlap() {
    let runs = [trace(Model::Sequential, &TASKS, NAPS), trace(Model::Threads, &TASKS, SLEEPERS)];
    let expected = "2 threads were 2.00 times as fast as one thread: they overlapped, as each held the GIL for at most \
                    0.2 % of the run; 2.0 of them on average were in blocking calls at the same time, which need no \
                    GIL";
    assert_eq!(verdict(&runs, Model::Threads)[0], expected);
}

#[test]
fn threads_that_wait_for_locks_of_the_program() {
    let said = verdict(&[trace(Model::Threads, &["holder", "waiter"], LOCKED)], Model::Threads);
    let expected = "2 threads took 7.00 ms: the GIL was held during 71.4 % of the run, and on average 0.43 of them were in \
                    blocking calls, 0.43 waited for another thread's lock or wake-up and 0.29 waited for the GIL";
    assert_eq!(said[0], expected);
    let without_gil = LOCKED.replacen("1  starts holder", "1  starts holder\n    0     1  free", 1);
    let said = verdict(&[trace(Model::FreeThreaded, &["holder", "waiter"], &without_gil)], Model::FreeThreaded);
    let expected = "2 threads without a GIL took 7.00 ms: no GIL keeps them apart, but on average 0.43 of them waited for \
                    another thread's lock or wake-up";
    assert_eq!(said[0], expected);
    let said = verdict(&[trace(Model::Sequential, &["holder", "waiter"], LOCKED)], Model::Sequential);
    assert!(
        said[0].ends_with("0.4 on average were in blocking calls and 0.4 waited for another thread's lock or wake-up")
    );
}

#[test]
fn who_joins_a_thread_waits_for_no_lock() {
    let joins = LOCKED.replacen("2  parks", "2  joins", 1);
    let said = verdict(&[trace(Model::Threads, &["holder", "waiter"], &joins)], Model::Threads);
    let expected = "2 threads took 7.00 ms: the GIL was held during 71.4 % of the run, and on average 0.43 of them were in \
                    blocking calls, 0.43 waited for another thread's end and 0.29 waited for the GIL";
    assert_eq!(said[0], expected);
    let without_gil = joins.replacen("1  starts holder", "1  starts holder\n    0     1  free", 1);
    let said = verdict(&[trace(Model::FreeThreaded, &["holder", "waiter"], &without_gil)], Model::FreeThreaded);
    assert!(said[0].ends_with("took 7.00 ms: no lock keeps them apart, but they hardly overlapped"), "{said:?}");
}

#[test]
fn threads_that_are_woken_in_vain() {
    let vain = TURNS.replace("10.1  1  takes", "10.1  1  takes vain 3");
    let said = verdict(&[trace(Model::Threads, &TASKS, &vain)], Model::Threads);
    let expected = "3 times a thread was woken to take the GIL and found it taken again, 1.00 times for each time that its \
                    holder had to let go of it";
    assert!(said.iter().any(|sentence| sentence == expected), "{said:?}");
}

#[test]
fn threads_that_take_turns_are_no_faster_by_that() {
    let slow = trace(Model::Sequential, &TASKS, &ALONE.replace("9.8 ", "12  ").replace("19.6", "24  "));
    let said = verdict(&[slow, threads()], Model::Threads);
    let expected = "2 threads were 1.20 times as fast as one thread: exactly one thread at a time held the GIL, during 98.0 % \
                    of the run, so they took turns; that makes nothing faster, but all in all they held it for 19.6 ms, and \
                    one thread for 24.0 ms";
    assert_eq!(said[0], expected);
    let waits = "9.8   0  sleeps 10\n    9.8   0  drops blocking\n    19.8  0  wakes\n    19.8  0  wants\n    19.8  0  \
                 takes\n    19.8  0  done 0";
    let script = ALONE.replace("19.6", "29.6").replace("9.8   0  task 1", "19.8  0  task 1");
    let waiting = trace(Model::Sequential, &TASKS, &script.replace("9.8   0  done 0", waits));
    let said = verdict(&[waiting, threads()], Model::Threads);
    assert!(
        said[0].ends_with("so they took turns; one thread alone held it during 66.2 % of its run only"),
        "{said:?}"
    );
}

#[test]
fn threads_that_never_meet() {
    let script = "
    0     1  starts crunch-1
    0     1  wants
    0     1  takes
    0     1  task 0
    2     1  done 0
    2     1  drops exit
    2     1  ends
    5     2  starts crunch-2
    5     2  wants
    5     2  takes
    5     2  task 1
    7     2  done 1
    7     2  drops exit
    7     2  ends";
    let said = verdict(&[trace(Model::Threads, &TASKS, script)], Model::Threads);
    let expected = "2 threads took 7.00 ms: the GIL was held during 57.1 % of the run, and hardly any of them waited: they ran \
                    one after the other";
    assert_eq!(said[0], expected);
}

/// Two threads that take turns of 8 ms so many times, and whose interval is 5 ms.
fn late(turns: usize) -> Vec<String> {
    let begin = "
    0     1  starts crunch-1
    0     2  starts crunch-2
    0     1  wants
    0     1  takes
    0     1  task 0
    0     2  wants\n";
    let turn = |at: usize| {
        let (now, holder, waiter) = (8 * (at + 1), at % 2 + 1, 2 - at % 2);
        format!(
            "    {now} {waiter} asks {holder}\n    {now} {holder} drops forced\n    {now} {waiter} takes\n    {now} {holder} \
             wants\n"
        )
    };
    let script = (0..turns).map(turn).fold(begin.to_string(), |script, turn| script + &turn);
    verdict(&[stopped(Model::Threads, &TASKS, &script)], Model::Threads)
}

#[test]
fn a_late_timer_is_told_where_the_waits_are_enough_to_know() {
    let told =
        |said: &[String]| said.iter().any(|one| one.starts_with("the system's timer keeps a waiter for 8.00 ms"));
    assert!(told(&late(12)), "{:?}", late(12));
    assert!(!told(&late(9)), "{:?}", late(9));
}

#[test]
fn who_sees_a_switch_waits_for_longer_than_the_timer_does() {
    let script = "
    0     1  starts a
    0     2  starts b
    0     3  starts c
    0     1  wants
    0     1  takes
    0     2  wants
    0     3  wants
    4     1  drops blocking
    4     2  takes
    9     3  asks 2";
    let host = Host { cores: 2, switch_interval: Nanos::from_millis(5), waits_an_interval: true };
    let timeout = |script: &str| {
        let report = Report::new(&[stopped(Model::Threads, &["a", "b", "c"], script)], host);
        report.figures.value(Model::Threads, "gil.timeout")
    };
    assert_eq!(timeout(script), None);
    assert_eq!(timeout(&format!("{script}\n    9.1   1  wants\n    14.2  1  asks 2")), Some(0.0051));
}

/// Two tasks of an event loop; steps of both are in blocking calls, one for 12 ms, the other for 30 ms.
const STALLED: &str = "
    0     1  starts loop
    0     1  wants
    0     1  takes
    0     1  task 0
    1     1  steps 1
    2     1  sleeps 12
    2     1  drops blocking
    14    1  wakes
    14    1  wants
    14    1  takes
    15    1  awaits 1 sleep
    15    1  steps 2
    16    1  sleeps 30
    16    1  drops blocking
    46    1  wakes
    46    1  wants
    46    1  takes
    47    1  awaits 2 sleep
    47    1  steps 1
    48    1  returns 1
    49    1  steps 2
    50    1  returns 2
    50    1  done 0
    50    1  drops exit
    50    1  ends";

#[test]
fn steps_that_block_their_event_loop() {
    let of = |script: &str| verdict(&[trace(Model::Threads, &["loop"], script)], Model::Threads);
    let rest = "and no other task of the event loop could go on meanwhile: what waits should be awaited (asyncio.sleep), \
                what only blocks belongs into another thread (asyncio.to_thread)";
    let one = "a step of task-1 was in blocking calls for 12.0 ms";
    // There is no other task yet.
    assert!(!of(STALLED).iter().any(|sentence| sentence.contains(one)), "{:?}", of(STALLED));
    let two = format!("a step of task-2 was in blocking calls for 30.0 ms, {rest}");
    assert_eq!(of(STALLED).last(), Some(&two));
    let both = STALLED.replacen(
        "    1     1  steps 1",
        "    0     1  steps 2\n    0.5   1  awaits 2 sleep\n    1     1  steps 1",
        1,
    );
    let both_told = format!("2 steps were in blocking calls for 10.0 ms and more, one of task-2 for 30.0 ms, {rest}");
    assert_eq!(of(&both).last(), Some(&both_told));
    assert!(!of(LOOP).iter().any(|sentence| sentence.contains("blocking calls for")), "{:?}", of(LOOP));
}

#[test]
fn the_convoy_effect() {
    let said = verdict(&[trace(Model::Threads, &["crunch", "short"], CONVOY)], Model::Threads);
    let convoy = "a blocking call of short that asked for 1.00 ms took 6.00 ms at the median beside a CPU-bound thread: \
                  when it is over, its thread must wait a full switch interval (5.00 ms) before it may ask for the GIL; \
                  that is the convoy effect";
    assert!(said.iter().any(|sentence| sentence == convoy), "{said:?}");
    let law = "100.0 % one, 0.0 % two, 0.0 % more; P(k) = (1 - q)^k q fits best with q = 0.50, compounding";
    assert!(said.iter().any(|sentence| sentence.contains(law)), "{said:?}");
    let arithmetic = "a request of two such calls takes 2(I + h) + c, with the interval I = 5.00 ms";
    assert!(said.iter().any(|sentence| sentence.contains(arithmetic)), "{said:?}");
    assert!(said[0].contains("nearly always by the same thread"), "{said:?}");
    let sleepers = verdict(&[trace(Model::Threads, &TASKS, SLEEPERS)], Model::Threads);
    assert!(!sleepers.iter().any(|sentence| sentence.contains("convoy")), "{sleepers:?}");
}

#[test]
fn processes_side_by_side() {
    let expected = [
        "2 processes were 1.78 times as fast as one thread: each has a GIL of its own, and 1.8 of them on average held \
         theirs at the same time",
        "it took 1.00 ms on average until a process was ready, 9.1 % of the run",
    ];
    assert_eq!(verdict(&[sequential(), processes()], Model::Processes), expected);
}

#[test]
fn more_processes_than_cores() {
    let said = on_cores(1, &[processes()], Model::Processes);
    assert!(
        said[0].ends_with("more wanted to run than the host has cores, so at most 1 interpreted at the same moment")
    );
}

#[test]
fn one_worker() {
    let alone = trace(Model::Threads, &TASKS, &ALONE.replace(" 0  ", " 1  "));
    let expected = "one thread ran 2 tasks in 19.6 ms, so nothing could overlap, and never had to wait for the GIL";
    assert_eq!(verdict(&[alone], Model::Threads), [expected]);
}

/// A program's only thread, which starts two processes and waits for them.
const PARENT: &str = "
    0     0  starts main
    0     0  wants
    0     0  takes
    0     0  task 0
    0.5   0  sleeps 11
    0.5   0  drops blocking";

#[test]
fn a_thread_with_processes_of_its_own() {
    let children =
        APART.replace("task 0", "on 0").replace("task 1", "on 1").replace("done 0", "off").replace("done 1", "off");
    let end = "
    11.5  0  wakes
    11.5  0  wants
    11.5  0  takes
    12    0  done 0
    12    0  drops exit
    12    0  ends";
    let run = trace(Model::Threads, &["main"], &format!("{PARENT}{children}{end}"));
    let expected = [
        "one thread ran 1 task in 12.0 ms, and was in blocking calls for 91.7 % of that time",
        "the program started 2 processes, each with a GIL of its own; they overlapped: 1.8 of all threads on average executed at \
         the same time",
        "it took 1.00 ms on average until a process was ready, 8.3 % of the run",
    ];
    assert_eq!(verdict(std::slice::from_ref(&run), Model::Threads), expected);
    let host = Host { cores: 2, switch_interval: Nanos::from_millis(5), waits_an_interval: true };
    assert_eq!(Report::new(&[run], host).models[0].point, expected[1], "its picture shows several processes");
}

#[test]
fn what_is_not_whole_says_so_first() {
    let cut = TURNS.lines().take(12).collect::<Vec<_>>().join("\n");
    let said = verdict(&[stopped(Model::Threads, &TASKS, &cut)], Model::Threads);
    assert_eq!(said[0], "the run was stopped after 5.10 ms with 2 of 2 tasks not ended");
    let mut failed = threads();
    failed.outcomes[0] = Outcome::Raised { error: "ValueError: no".to_string(), traceback: String::new() };
    assert_eq!(verdict(&[failed.clone()], Model::Threads)[0], "1 of 2 tasks ended by an exception");
    failed.outcomes[1] = Outcome::Lost { status: "killed by SIGKILL".to_string() };
    let said = verdict(&[failed], Model::Threads);
    assert_eq!(said[1], "1 of 2 tasks did not end, because the process that ran them died");
}

/// The point of a run in which a change was lost and an object leaked.
fn point_of_losses(outcome: Outcome) -> String {
    let mut run = threads();
    let change = |by| {
        let [instr, function, place] = ["POP_TOP", "f", "f.py:1"].map(str::to_string);
        CountChange { thread: ThreadId(1), core: 0, by, instr, function, place }
    };
    let what = || "list ['spam']".to_string();
    let how = Loss::Overwritten;
    let lost = LostCount { object: 1, what: what(), how, lost: change(1), kept: change(-1), should_be: 2, is: 1 };
    let at = run.events.last().map(|event| event.at).unwrap_or_default();
    let event = |kind| Event { at, process: ProcessId::MAIN, thread: ThreadId(1), kind };
    let leaked = EventKind::Leaked { object: 2, what: what(), count: 1 };
    run.events.extend([EventKind::CountLost(Box::new(lost)), leaked].map(event));
    run.outcomes[0] = outcome;
    let host = Host { cores: 2, switch_interval: Nanos::from_millis(5), waits_an_interval: true };
    Report::new(&[run], host).models[0].point.clone()
}

#[test]
fn a_picture_of_lost_counts_says_what_came_of_them() {
    let well = point_of_losses(Outcome::Returned { value: "None".to_string() });
    assert_eq!(well, "without a GIL a change of reference counts was lost: 1 object leaked");
    let raised = Outcome::Raised { error: "SystemError: no".to_string(), traceback: String::new() };
    assert_eq!(point_of_losses(raised), format!("{well}, 1 of 2 tasks ended by an exception"));
}

#[test]
fn a_run_in_which_nothing_ran_has_no_reasons() {
    let said = verdict(&[stopped(Model::Threads, &["a"], "")], Model::Threads);
    assert_eq!(said, ["the run was stopped after 0 s with 1 of 1 task not ended"]);
    assert_eq!(verdict(&[trace(Model::Threads, &[], "")], Model::Threads), [""; 0]);
}

/// A thread keeps the GIL until `release`, asked for at 5 ms by one that has waited since the beginning; then both end.
fn kept(release: &str, end: &str, extra: &str) -> Trace {
    let script = format!(
        "0 1 starts hog\n0 2 starts short\n0 1 wants\n0 2 wants\n0 1 takes\n0 1 task 0\n5 2 asks 1\n{extra}
         {release} 1 stands hog.py:3\n{release} 1 drops forced\n{release} 1 wants\n{release} 2 takes\n{release} 2 task 1
         {end} 2 done 1\n{end} 2 drops exit\n{end} 1 takes\n{end} 1 done 0\n{end} 1 drops exit"
    );
    trace(Model::Threads, &["hog", "short"], &script)
}

#[test]
fn a_call_that_keeps_the_gil_is_told_with_its_line_and_who_waited() {
    let said = |run: &Trace| verdict(std::slice::from_ref(run), Model::Threads);
    let found = |run: &Trace| said(run).into_iter().find(|said| said.contains("kept the GIL"));
    let expected = "hog kept the GIL for 45.0 ms (hog.py:3) after it had been asked for, 75.0 % of the run, in which short could \
                    not go on: a call that does not let the GIL go ends before anybody else has it, whatever the switch \
                    interval (on a busy machine who had it may have been without a core, too); make it several short \
                    ones, use one that releases the GIL, or give it to another process";
    assert_eq!(found(&kept("50", "60", "")).as_deref(), Some(expected));
    assert_eq!(found(&kept("9.9", "60", "")), None, "less than another switch interval");
    assert_eq!(found(&kept("50", "60", "49 1 collects 44")), None, "the garbage collector has a sentence of its own");
    assert_eq!(found(&kept("50", "60", "6 1 off\n48 1 on 0")), None, "it had no core");
    assert!(found(&kept("15", "60", "")).is_some_and(|said| said.contains("for 10.0 ms")));
    assert_eq!(found(&kept("15", "6000", "")), None, "nothing in a run of six seconds");
}
