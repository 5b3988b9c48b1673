//! The mistakes that simulators of such locks make in what the lock's protocol does not decide, each with the number it
//! has in the list of them: timers, cores, checkpoints. (Those of the protocols are beside the protocols.)

use super::tests::{MS, loops, plan, traced};
use super::*;
use crate::engine::simulated::body::{Op, Rhythm, Script};
use crate::gil::Release;
use crate::ids::ThreadId;
use crate::trace::{BlockingCall, Trace};

fn ran(plan: &Plan, scripts: &[&[Op]]) -> Trace {
    let scripts = scripts.iter().map(|ops| Script::new(*ops, loops())).collect();
    traced(&Plan { tasks: plan.lanes.len(), ..plan.clone() }, scripts).1
}

/// From each forced release of the lock back to the acquisition before it, the median.
fn median_slice(plan: &Plan) -> Nanos {
    let trace = ran(plan, &vec![&[Op::Cpu(300 * MS)][..]; plan.lanes.len()]);
    let (mut since, mut slices) = (Nanos::ZERO, Vec::new());
    for event in trace.events.iter().filter(|event| event.thread != ThreadId::MAIN) {
        match event.kind {
            EventKind::GilAcquired { from: Some(_), .. } => since = event.at,
            EventKind::GilReleased { why: Release::Forced } => slices.push(event.at - since),
            _ => {}
        }
    }
    slices.sort_unstable();
    slices[slices.len() / 2]
}

#[test]
fn pitfall_8_an_interval_is_as_long_as_its_timer_and_its_wake_up_and_has_a_floor() {
    let slice = |switch_interval| median_slice(&Plan { switch_interval, ..plan(2, 2) });
    let (short, shorter) = (slice(Nanos::from_micros(10)), slice(Nanos::from_micros(1)));
    let floor = Nanos::from_micros(80)..Nanos::from_micros(120);
    assert!(floor.contains(&short) && floor.contains(&shorter), "{short} {shorter}");
    let long = slice(5 * MS);
    assert!((5_050..5_200).contains(&(long.0 / 1_000)), "{long}");
}

#[test]
fn pitfall_9_on_one_core_slices_are_whole_ticks() {
    let slice = median_slice(&plan(1, 2));
    assert!((7_900..8_100).contains(&(slice.0 / 1_000)), "two ticks of 4 ms, not 5 ms: {slice}");
}

#[test]
fn pitfall_11_under_the_old_lock_one_core_switches_when_the_operating_system_does() {
    let plan = Plan { policy: Policy::parse("cpython-ticks").expect("a policy"), ..plan(1, 2) };
    let trace = ran(&plan, &[&[Op::Cpu(40 * MS)], &[Op::Cpu(40 * MS)]]);
    let own = |from: &Option<ThreadId>| from.is_none();
    let (mut kept, mut changed) = (0, Vec::new());
    for event in trace.events.iter().filter(|event| event.thread != ThreadId::MAIN) {
        match &event.kind {
            EventKind::GilAcquired { from, .. } if own(from) => kept += 1,
            EventKind::GilAcquired { .. } => changed.push(event.at),
            _ => {}
        }
    }
    assert!(kept > 1_000 * changed.len(), "a look every 101 bytecodes, a switch every 4 ms: {kept} and {changed:?}");
    let gaps: Vec<u64> = changed.windows(2).map(|pair| (pair[1] - pair[0]).0 / 1_000).collect();
    assert!(gaps.iter().filter(|gap| (3_900..4_100).contains(*gap)).count() * 2 > gaps.len(), "{gaps:?}");
}

fn blocked(trace: &Trace, thread: u32, call: BlockingCall) -> Vec<Nanos> {
    let (mut began, mut lengths) = (None, Vec::new());
    for event in trace.events.iter().filter(|event| event.thread == ThreadId(thread)) {
        match event.kind {
            EventKind::BlockBegun { call: begun, .. } if begun == call => began = Some(event.at),
            EventKind::BlockEnded => lengths.extend(began.take().map(|began| event.at - began)),
            _ => {}
        }
    }
    lengths
}

#[test]
fn pitfall_14_a_call_that_does_not_wait_gives_the_lock_away_all_the_same() {
    let calls = [Op::Cpu(100 * Nanos(1_000)), Op::Native(Nanos::from_micros(60)), Op::Repeat { from: 0, times: 20 }];
    let trace = ran(&plan(2, 2), &[&calls, &[Op::Cpu(200 * MS)]]);
    let took = trace.events.iter().filter(|event| event.thread == ThreadId(2));
    let took =
        took.filter(|event| matches!(event.kind, EventKind::GilAcquired { from: Some(ThreadId(1)), .. })).count();
    assert!(took > 15, "a call longer than a wake-up loses the lock each time: {took} of 20");
}

#[test]
fn pitfall_28_without_chance_in_latencies_the_race_for_the_old_lock_has_another_end() {
    let switches = |jitter| {
        let mut plan = Plan { policy: Policy::parse("cpython-ticks").expect("a policy"), ..plan(2, 2) };
        plan.costs.os.wake_jitter = jitter;
        plan.costs.os.slack_jitter = jitter;
        let trace = ran(&plan, &[&[Op::Cpu(40 * MS)], &[Op::Cpu(40 * MS)]]);
        let change = |event: &&crate::trace::Event| matches!(event.kind, EventKind::GilAcquired { from: Some(_), .. });
        trace.events.iter().filter(change).count()
    };
    let (with, without) = (switches(400), switches(0));
    assert!(with > 100, "a waiter wins now and then: {with}");
    assert!(without * 2 < with || without > 2 * with, "phases lock without it: {without} against {with}");
}

#[test]
fn pitfall_30_a_request_waits_for_a_holder_that_has_no_core() {
    let native: &[Op] = &[Op::Native(60 * MS)];
    let trace = ran(&plan(1, 4), &[&[Op::Cpu(60 * MS)], &[Op::Cpu(60 * MS)], native, native]);
    let (mut asked, mut longest) = (None, Nanos::ZERO);
    for event in &trace.events {
        match event.kind {
            EventKind::DropRequested { .. } => asked = asked.or(Some(event.at)),
            EventKind::GilReleased { .. } => {
                longest = longest.max(asked.take().map_or(Nanos::ZERO, |asked| event.at - asked));
            }
            _ => {}
        }
    }
    assert!(longest > 2 * MS, "checkpoints come every 50 ns, and a core does not: {longest}");
}

#[test]
fn pitfall_31_a_sleep_of_nothing_is_a_sleep_of_the_timers_slack() {
    let trace = ran(&plan(2, 1), &[&[Op::Sleep(Nanos::ZERO), Op::Repeat { from: 0, times: 50 }]]);
    let mut slept = blocked(&trace, 1, BlockingCall::Sleep);
    slept.sort_unstable();
    assert_eq!(slept.len(), 50);
    assert!(slept[0] > Nanos::from_micros(40) && slept[25] < Nanos::from_micros(90), "{} {}", slept[0], slept[25]);
}

#[test]
fn pitfall_12_a_long_call_without_checkpoints_delays_all() {
    let held = |rhythm| {
        let scripts = vec![Script::new([Op::Cpu(40 * MS)], rhythm), Script::new([Op::Cpu(MS)], loops())];
        let trace = traced(&plan(2, 2), scripts).1;
        let waits = trace.events.iter().filter_map(|event| match event.kind {
            EventKind::GilAcquired { waited, .. } => Some(waited),
            _ => None,
        });
        waits.max().unwrap_or_default()
    };
    assert!(held(loops()) < 12 * MS);
    assert!(held(Rhythm { checkpoint: 20 * MS, bytecode_ps: 8_000 }) > 15 * MS, "the next checkpoint is far");
}

#[test]
fn pitfall_32_a_pending_request_delays_what_a_call_is_to_do_without_the_lock() {
    // The main thread, too, wants the lock once more, and has it by then.
    let call = [Op::Cpu(10 * MS), Op::Held(6 * MS), Op::Native(MS)];
    let begun = |beside: &[&[Op]]| {
        let scripts: Vec<&[Op]> = [&call[..]].into_iter().chain(beside.iter().copied()).collect();
        let trace = ran(&plan(4, scripts.len()), &scripts);
        blocked(&trace, 1, BlockingCall::Native)[0] - MS
    };
    let (alone, asked) = (begun(&[]), begun(&[&[Op::Cpu(40 * MS)]]));
    assert!(alone < Nanos::from_micros(2), "{alone}");
    assert!(asked > Nanos::from_micros(15), "it waits until another thread has the lock: {asked}");
}
