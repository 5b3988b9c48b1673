//! The whole comparison: every model that fits, the choice, what would change it, and the choice by the number of cores.
//! Where it is stopped, what there is stands.

use super::bench::{Bench, Case, Stopped};
use super::changes::{Change, changes, choice_in};
use super::choice::Choice;
use super::fits::why_not;
use super::line::{Line, calling_group};
use super::memory::memory;
use crate::engine::simulated::{self, Sides};
use crate::model::Model;
use crate::scenario::{EngineName, Scenario};
use std::num::NonZeroUsize;

/// Steps of all walks together, about.
const MOST_STEPS: usize = 12;

/// What is to be compared.
pub struct Plan {
    /// The sequential one among them, as what all others are held against.
    pub models: Vec<Model>,
    /// Numbers of cores to choose for, ascending; may be none.
    pub cores: Vec<NonZeroUsize>,
    /// How many cores a run of the scenario can use.
    pub usable: usize,
    /// Whether to look for what would change the choice.
    pub changes: bool,
}

/// What is told while it lasts.
pub trait Told {
    /// So many runs at most are next, for this purpose.
    fn begin(&self, what: &str, most: usize);
    fn one_more(&self);
}

/// What was found.
#[derive(Debug, Default)]
pub struct Study {
    /// In the order of the plan.
    pub lines: Vec<Line>,
    /// Models that do not fit, and why.
    pub unfit: Vec<(Model, String)>,
    /// The tasks whose blocking calls the lines tell of.
    pub group: Option<String>,
    pub choice: Option<Choice>,
    pub changes: Vec<Change>,
    pub by_cores: Vec<OnCores>,
    /// Somebody has asked for an end before everything was there.
    pub stopped: bool,
}

/// All models on a number of cores.
#[derive(Debug)]
pub struct OnCores {
    pub cores: NonZeroUsize,
    /// Those that ran there.
    pub lines: Vec<Line>,
    pub choice: Choice,
}

impl Study {
    /// Runs the models that fit, and chooses.
    pub fn of(bench: &mut Bench, plan: &Plan, told: &dyn Told) -> Study {
        let mut study = Study::default();
        study.stopped = study.run_models(bench, plan, told).is_err();
        study
    }

    /// Runs what else the plan wants, unless it was stopped before.
    pub fn go_further(&mut self, bench: &mut Bench, plan: &Plan, told: &dyn Told) {
        self.stopped = self.stopped || self.run_changes(bench, plan, told).is_err();
    }

    fn run_models(&mut self, bench: &mut Bench, plan: &Plan, told: &dyn Told) -> Result<(), Stopped> {
        let models = self.fitting(bench, plan);
        let case = Case::of(&bench.base);
        told.begin("models", models.len() * bench.seeds.len());
        let seeds = bench.seeds.clone();
        let all: Vec<(Model, Case)> = models.iter().map(|model| (*model, case)).collect();
        let ran = bench.run(&all, &seeds, &|| told.one_more());
        self.settle(bench, &models, plan);
        ran?;
        self.choice = choice_in(bench, case, &self.comparable(), &seeds, &|| told.one_more())?;
        Ok(())
    }

    fn run_changes(&mut self, bench: &mut Bench, plan: &Plan, told: &dyn Told) -> Result<(), Stopped> {
        let models: Vec<Model> = self.lines.iter().map(|line| line.model).collect();
        self.go_through_cores(bench, &models, plan, told)?;
        if let (Some(choice), true) = (self.choice.clone(), plan.changes) {
            told.begin("what would change it", MOST_STEPS * models.len());
            let models = self.comparable();
            changes(bench, &choice, &models, &|| told.one_more(), &mut self.changes)?;
        }
        Ok(())
    }

    /// The models that are worth a run.
    fn fitting(&mut self, bench: &Bench, plan: &Plan) -> Vec<Model> {
        let mut models = Vec::new();
        for model in &plan.models {
            let sides = if *model == Model::Hybrid { sides(&bench.base, bench) } else { None };
            match why_not(*model, &bench.base, sides) {
                Some(why) => self.unfit.push((*model, why)),
                None => models.push(*model),
            }
        }
        models
    }

    /// What came of the runs of the scenario as it is.
    fn settle(&mut self, bench: &Bench, models: &[Model], plan: &Plan) {
        let case = Case::of(&bench.base);
        self.group = calling_group(bench, models, case);
        let profile = simulated::profile_of(&bench.base).ok();
        for model in models {
            if let Some(why) = bench.failure(*model, case) {
                self.unfit.push((*model, why.to_string()));
                continue;
            }
            let Some(mut line) = Line::of(bench, *model, case, plan.usable, self.group.as_deref()) else { continue };
            let parts = bench.trace(*model).zip(profile.as_ref());
            line.memory = parts.map(|(trace, profile)| memory(trace, profile, bench.base.machine.start_method));
            self.lines.push(line);
        }
    }

    /// The models under which the fewest tasks fail: what does less is no choice, however fast.
    fn comparable(&self) -> Vec<Model> {
        let least = self.lines.iter().map(|line| line.failed).fold(f64::INFINITY, f64::min);
        self.lines.iter().filter(|line| line.failed <= least).map(|line| line.model).collect()
    }

    fn go_through_cores(
        &mut self,
        bench: &mut Bench,
        models: &[Model],
        plan: &Plan,
        told: &dyn Told,
    ) -> Result<(), Stopped> {
        let seeds = bench.seeds.clone();
        told.begin("numbers of cores", plan.cores.len() * models.len() * seeds.len());
        for cores in &plan.cores {
            let case = Case { cores: *cores, ..Case::of(&bench.base) };
            let choice = choice_in(bench, case, &self.comparable(), &seeds, &|| told.one_more())?;
            let line = |model: &Model| Line::of(bench, *model, case, cores.get(), self.group.as_deref());
            let lines = models.iter().filter_map(line).collect();
            self.by_cores.extend(choice.map(|choice| OnCores { cores: *cores, lines, choice }));
        }
        Ok(())
    }
}

/// How the model `hybrid` would part the tasks; unknown where they cannot be run one after the other, or for real.
fn sides(base: &Scenario, bench: &Bench) -> Option<Sides> {
    if base.run.engine == EngineName::Real {
        return None;
    }
    simulated::sides(base, &|| bench.stop.requested()).ok()
}
