//! A scenario on the simulated machine: the plan that its file describes, and what becomes of it.

use super::body::{Biased, Interpreted, Racing};
use super::kernel::MOST_THREADS;
use super::machine::{Costs, Ending, Plan, Watch, run};
use super::profile::{self, Profile, ProfileError};
use super::split;
use crate::engine::{EngineError, Setup, lane_name, worker_count};
use crate::gil::Policy;
use crate::model::Model;
use crate::scenario::{Scenario, Task};
use crate::source::Diagnostic;
use crate::time::Nanos;

/// The most cores that a machine may have.
pub const MOST_CORES: usize = 4_096;

/// Virtual time after which a run is broken off that would not end by itself.
pub const TIME_LIMIT: Nanos = Nanos(86_400_000_000_000);

/// Whether the machine that the scenario describes can be built.
pub fn check(scenario: &Scenario) -> Result<(), EngineError> {
    let profile = profile_of(scenario)?;
    scenario.run.models.iter().try_for_each(|&model| plan(model, scenario, &profile).map(drop))
}

/// The profile that the scenario names, with its own costs in place of the profile's.
pub fn profile_of(scenario: &Scenario) -> Result<Profile, EngineError> {
    let name = scenario.machine.profile.as_deref().unwrap_or(profile::DEFAULT);
    let mut profile = Profile::find(name).map_err(EngineError::from)?;
    let mut mistakes = Vec::new();
    for cost in &scenario.machine.costs {
        let wrong = profile.set(&cost.name, cost.value).err();
        mistakes.extend(wrong.map(|wrong| Diagnostic::new(wrong, cost.span)));
    }
    if mistakes.is_empty() { Ok(profile) } else { Err(EngineError::Mistakes { profile: None, mistakes }) }
}

/// By worker: the core that its task is bound to.
fn pins(scenario: &Scenario, cores: usize) -> Result<Vec<Option<u32>>, EngineError> {
    let bound = |task: &&Task| task.core.is_some();
    let Some(first) = scenario.tasks.iter().find(bound) else { return Ok(Vec::new()) };
    if scenario.tasks.len() > worker_count(scenario) {
        let what = format!("task {} is bound to a core, which needs a worker for each task", first.name);
        return Err(EngineError::Machine { what });
    }
    let beyond = |task: &&Task| task.core.is_some_and(|core| core as usize >= cores);
    if let Some(task) = scenario.tasks.iter().find(beyond) {
        let core = task.core.unwrap_or_default();
        let what =
            format!("task {} is bound to core {core}, but the machine's cores are 0 to {}", task.name, cores - 1);
        return Err(EngineError::Machine { what });
    }
    Ok(scenario.tasks.iter().map(|task| task.core).collect())
}

/// Runs all tasks under `model` on the machine that the scenario describes.
pub fn run_scenario(model: Model, setup: &Setup) -> Result<(), EngineError> {
    let scenario = setup.scenario;
    let profile = profile_of(scenario)?;
    let mut plan = plan(model, scenario, &profile)?;
    if model == Model::Hybrid && !plan.script {
        split::split(&mut plan, scenario, &profile, &|| setup.stop.requested())?;
    }
    let watch = Watch { stop: &|| setup.stop.requested(), print: setup.print, complain: setup.complain };
    let program = program(scenario, &profile, &plan);
    let program = if setup.keeps_files { program } else { program.rehearsing(&profile, plan.cores) };
    let report = if plan.counts_race() {
        run(&plan, Racing::new(program, plan.seed), Some(setup.sink), &watch)
    } else if model == Model::FreeThreaded {
        run(&plan, Biased::new(program, &profile), Some(setup.sink), &watch)
    } else {
        run(&plan, program, Some(setup.sink), &watch)
    };
    report.results.into_iter().for_each(|(task, outcome)| setup.outcomes.put(task, outcome));
    match report.ending {
        Ending::ModuleRaised { traceback } => Err(EngineError::ModuleRaised { traceback }),
        Ending::Deadlock(waiting) => Err(EngineError::Deadlock { waiting: waiting.join("\n") }),
        Ending::TimeLimit => Err(EngineError::TimeLimit { limit: plan.time_limit }),
        Ending::Finished | Ending::Stopped => Ok(()),
    }
}

/// The scenario's program on the plan's machine.
pub(super) fn program(scenario: &Scenario, profile: &Profile, plan: &Plan) -> Interpreted {
    let (module, tasks) = (scenario.module.clone(), scenario.tasks.iter().map(|task| task.code.clone()).collect());
    let program = Interpreted::new(module, tasks, profile, plan.seed).on(profile, plan.cores, plan.switch_interval);
    let program = program
        .supposing(plan.supposed)
        .within(scenario.run.memory_limit)
        .called_with(&scenario.run.arguments)
        .paced(plan.costs.pace);
    if scenario.script { program.whose_task_is_its_module() } else { program }
}

/// The run that a scenario describes. Which tasks of the model `hybrid` wait is not known yet.
pub fn plan(model: Model, scenario: &Scenario, profile: &Profile) -> Result<Plan, EngineError> {
    let cores = scenario.machine.cores.get();
    if cores > MOST_CORES {
        let what = format!("a machine of {cores} cores is too large; at most {MOST_CORES} are possible");
        return Err(EngineError::Machine { what });
    }
    let pool = scenario.run.pool_size(model, cores);
    let costs = Costs::new(profile, model, scenario.machine.start_method);
    let explores = matches!(scenario.run.policy, Policy::Random { .. });
    let workers = match model {
        _ if scenario.script => 0,
        Model::Sequential | Model::ThreadPool | Model::Asyncio => 0,
        Model::ProcessPool | Model::Hybrid => pool.min(scenario.tasks.len()),
        Model::Threads | Model::Processes | Model::SubInterpreters | Model::FreeThreaded => worker_count(scenario),
    };
    Ok(Plan {
        model,
        script: scenario.script,
        cores,
        lanes: (0..workers).map(|worker| lane_name(scenario, workers, worker)).collect(),
        tasks: scenario.tasks.len(),
        names: scenario.tasks.iter().map(|task| task.name.clone()).collect(),
        pool: pool.min(scenario.tasks.len().max(1)),
        split: None,
        pins: pins(scenario, cores)?,
        costs: if explores { costs.at_once() } else { costs },
        supposed: scenario.machine.supposed,
        seed: scenario.machine.seed,
        time_limit: scenario.machine.time_limit.unwrap_or(TIME_LIMIT),
        most_threads: MOST_THREADS,
        policy: scenario.run.policy,
        switch_interval: scenario.run.switch_interval,
        network: scenario.network.clone(),
    })
}

impl From<ProfileError> for EngineError {
    fn from(error: ProfileError) -> EngineError {
        match error {
            ProfileError::Unknown(what) => EngineError::Machine { what },
            ProfileError::Wrong(file, mistakes) => EngineError::Mistakes { profile: Some(file), mistakes },
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::engine::{Clock, Outcomes, Stop, WorkerCommand, task_infos};
    use crate::trace::{Outcome, Sink, Trace, check};
    use std::path::Path;
    use std::sync::Arc;

    /// A scenario that does a little of everything, on four cores.
    fn small() -> Scenario {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/engine/simulated/small.toml");
        crate::scenario::load(&path).expect("the scenario is sound")
    }

    pub fn traced(model: Model, scenario: &Scenario) -> Trace {
        let (sink, events) = Sink::collecting();
        let worker = WorkerCommand { program: "/nothing".into(), args: vec![] };
        let stop = Arc::new(Stop::new());
        let setup = Setup {
            scenario,
            sink: &sink,
            stop,
            clock: Clock::start(),
            print: &|_, _| true,
            complain: &|_, _| {},
            worker: &worker,
            outcomes: Outcomes::of(scenario),
            keeps_files: true,
        };
        run_scenario(model, &setup).expect("the scenario runs");
        let outcomes = setup.outcomes.into_vec();
        drop(sink);
        Trace::new(model, events.into_events(), task_infos(scenario), outcomes)
    }

    #[test]
    fn a_scenario_runs_under_every_model_with_the_same_outcomes_and_sound_traces() {
        let scenario = small();
        for model in Model::ALL {
            let trace = traced(model, &scenario);
            assert_eq!(check(&trace), [], "{model}");
            let values: Vec<_> = trace.outcomes.iter().map(in_short).collect();
            let expected = ["5999", "5999", "True", "None", "ZeroDivisionError: integer division or modulo by zero"];
            assert_eq!(values, expected, "{model}");
        }
    }

    fn in_short(outcome: &Outcome) -> &str {
        match outcome {
            Outcome::Returned { value } => value,
            Outcome::Raised { error, .. } => error,
            Outcome::Lost { .. } | Outcome::Stopped => "did not end",
        }
    }

    #[test]
    fn a_scenario_runs_under_every_policy() {
        for policy in crate::gil::Policy::ALL {
            let mut scenario = small();
            scenario.run.policy = policy;
            let trace = traced(Model::Threads, &scenario);
            assert!(trace.outcomes.iter().all(|outcome| in_short(outcome) != "did not end"), "{policy}");
            assert_eq!(check(&trace).first(), None, "{policy}");
        }
    }

    #[test]
    fn one_seed_gives_one_run_and_another_seed_another() {
        let mut scenario = small();
        for model in Model::ALL {
            assert!(traced(model, &scenario) == traced(model, &scenario), "{model}");
        }
        let once = traced(Model::Threads, &scenario);
        scenario.machine.seed += 1;
        assert!(once != traced(Model::Threads, &scenario));
    }

    #[test]
    fn pitfall_15_text_that_is_written_gives_the_lock_to_nobody() {
        let text =
            "program = '''\ndef talk():\n    for i in range(20):\n        print(i)\n'''\n[[tasks]]\ncall = 'talk()'\n";
        let file = crate::source::SourceFile::new("talk.toml", text);
        let scenario = crate::scenario::parse(file, &|_| unreachable!("no other file is named")).expect("sound");
        let trace = traced(Model::Threads, &scenario);
        let of_talk = || trace.events.iter().filter(|event| event.thread == crate::ids::ThreadId(1));
        let printed = of_talk().filter(|event| matches!(event.kind, crate::trace::EventKind::Printed { .. })).count();
        let released = of_talk().filter(|event| matches!(event.kind, crate::trace::EventKind::GilReleased { .. }));
        let whys: Vec<_> = released.map(|event| event.kind.clone()).collect();
        assert!(printed >= 20, "{printed}");
        assert!(
            !whys.contains(&crate::trace::EventKind::GilReleased { why: crate::gil::Release::Blocking }),
            "{whys:?}"
        );
    }

    #[test]
    fn a_thread_beyond_the_last_cannot_be_started_nor_a_process() {
        let text = "program = '''
import os, threading
def start():
    started = 0
    try:
        while True:
            threading.Thread(target=len, args=('',)).start()
            started += 1
    except RuntimeError as error:
        try:
            os.fork()
        except OSError as failed:
            return started, str(error), failed.errno
'''
[[tasks]]
call = 'start()'
";
        let file = crate::source::SourceFile::new("start.toml", text);
        let scenario = crate::scenario::parse(file, &|_| unreachable!("no other file is named")).expect("sound");
        let profile = profile_of(&scenario).expect("part of the program");
        let plan = plan(Model::Threads, &scenario, &profile).expect("it can be planned");
        let plan = Plan { most_threads: 5, ..plan };
        let watch = Watch { stop: &|| false, print: &|_, _| true, complain: &|_, _| {} };
        let report = run(&plan, program(&scenario, &profile, &plan), None, &watch);
        let values: Vec<&str> = report.results.iter().map(|(_, outcome)| in_short(outcome)).collect();
        assert_eq!(values, ["(3, \"can't start new thread\", 11)"], "the main thread and the worker are two more");
    }

    #[test]
    fn a_profile_that_is_not_known_is_refused_with_the_nearest_name() {
        let Err(ProfileError::Unknown(what)) = Profile::find("cpython-3.1") else { panic!("it is not known") };
        assert!(what.contains("did you mean"));
    }
}
