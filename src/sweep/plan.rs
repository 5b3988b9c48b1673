//! A sweep before it is run: a scenario, a grid, and what each of its runs is. Knows no file and no other thread.

use super::axis::{Axis, Field, apply};
use super::grid::Grid;
use super::groups::groups;
use super::row::{Columns, Row};
use super::run::{Unmeasured, run};
use super::value::{Value, duration};
use crate::analysis::names_without_lanes;
use crate::engine::{self, Stop, WorkerCommand};
use crate::gil::Policy;
use crate::scenario::Scenario;
use parking_lot::Mutex;
use std::sync::Arc;

/// Scenarios of other paths' values that are kept compiled.
const KEPT: usize = 8;

/// What is run, with which parameters.
pub struct Plan {
    base: Scenario,
    pub grid: Grid,
    pub columns: Columns,
    /// By the places on the axes that need the scenario read anew.
    compiled: Mutex<Vec<(Vec<usize>, Arc<Scenario>)>>,
}

/// Parameters that every row has, swept or not.
const ALWAYS: [Field; 6] =
    [Field::Model, Field::Policy, Field::Cores, Field::Workers, Field::SwitchInterval, Field::Seed];

impl Plan {
    /// Checks each value of each axis, so that no run fails by its parameters.
    ///
    /// # Errors
    /// One message about the first value that cannot be.
    pub fn new(base: Scenario, axes: Vec<Axis>) -> Result<Plan, String> {
        let grid = Grid::new(axes)?;
        grid.axes().iter().try_for_each(|axis| check(&base, axis))?;
        check_interval(&base, &grid)?;
        let paths = grid.axes().iter().filter(|axis| matches!(axis.field, Field::Path(_)));
        let others = [Field::Repeat].into_iter().filter(|field| grid.axis(field).is_some());
        let fields = paths.map(|axis| axis.field.clone()).chain(ALWAYS).chain(others);
        let parameters = fields.map(|field| field.name().to_string()).collect();
        let figures = names_without_lanes(&groups(&base));
        Ok(Plan { base, grid, columns: Columns { parameters, figures }, compiled: Mutex::default() })
    }

    /// The same whose rows have figures of these groups.
    pub fn with_groups(mut self, groups: &[String]) -> Plan {
        let groups: Vec<&str> = groups.iter().map(String::as_str).collect();
        self.columns.figures = names_without_lanes(&groups);
        self
    }

    pub fn base(&self) -> &Scenario {
        &self.base
    }

    /// The scenario of a run.
    pub fn scenario(&self, number: usize) -> Result<Scenario, String> {
        let values = self.grid.values(number);
        let is_path = |field: &Field| matches!(field, Field::Path(_));
        if !values.iter().any(|(field, _)| is_path(field)) {
            return apply(&self.base, values.into_iter());
        }
        let paths = values.iter().filter(|(field, _)| is_path(field)).count();
        let mut key = self.grid.place(self.grid.point_of(number));
        key.truncate(paths);
        let compiled = self.compiled(key, &values)?;
        apply(&compiled, values.into_iter().filter(|(field, _)| !is_path(field)))
    }

    /// The scenario with the values of all paths. Paths' axes come first in a grid.
    fn compiled(&self, key: Vec<usize>, values: &[(&Field, &Value)]) -> Result<Arc<Scenario>, String> {
        if let Some((_, kept)) = self.compiled.lock().iter().find(|(known, _)| *known == key) {
            return Ok(kept.clone());
        }
        let made = Arc::new(apply(&self.base, values.iter().take(key.len()).copied())?);
        let mut compiled = self.compiled.lock();
        if compiled.len() >= KEPT {
            compiled.remove(0);
        }
        compiled.push((key, made.clone()));
        Ok(made)
    }

    /// Carries a run out; `None` where it was broken off.
    pub fn row(&self, number: usize, worker: &WorkerCommand, stop: &Arc<Stop>) -> Option<Row> {
        let scenario = match self.scenario(number) {
            Ok(scenario) => scenario,
            Err(why) => {
                return Some(Row { run: number, parameters: self.named(number, &self.base), figures: Err(why) });
            }
        };
        let figures = match run(&scenario, worker, stop) {
            Ok(figures) => {
                let model = scenario.run.models[0];
                Ok(self.columns.figures.iter().map(|name| figures.value(model, name)).collect())
            }
            Err(Unmeasured::Failed(why)) => Err(why),
            Err(Unmeasured::Stopped) => return None,
        };
        Some(Row { run: number, parameters: self.named(number, &scenario), figures })
    }

    /// The parameters of a run, by the columns.
    fn named(&self, number: usize, scenario: &Scenario) -> Vec<String> {
        let swept = self.grid.values(number);
        let value = |name: &String| {
            let found = swept.iter().find(|(field, _)| field.name() == name);
            found.map_or_else(|| of_scenario(scenario, &Field::of(name)), |(_, value)| value.text.clone())
        };
        self.columns.parameters.iter().map(value).collect()
    }
}

fn of_scenario(scenario: &Scenario, field: &Field) -> String {
    let (run, machine) = (&scenario.run, &scenario.machine);
    match field {
        Field::Model => run.models.first().map(ToString::to_string).unwrap_or_default(),
        Field::Policy => run.policy.to_string(),
        Field::Cores => machine.cores.to_string(),
        Field::Workers => run.workers.to_string(),
        Field::SwitchInterval => duration(run.switch_interval),
        Field::Seed => machine.seed.to_string(),
        Field::Repeat | Field::Path(_) => String::new(),
    }
}

/// Whether some policy has waiters that wait for the interval that is swept.
///
/// # Errors
/// One message that says what may be swept in its place.
fn check_interval(base: &Scenario, grid: &Grid) -> Result<(), String> {
    let is_swept = grid.axis(&Field::SwitchInterval).is_some_and(|axis| axis.values.len() > 1);
    let waits = |value: &Value| Policy::parse(&value.text).is_ok_and(|policy| policy.waits_an_interval());
    let is_waited_for = match grid.axis(&Field::Policy) {
        Some(axis) => axis.values.iter().any(waits),
        None => base.run.policy.waits_an_interval(),
    };
    if !is_swept || is_waited_for {
        return Ok(());
    }
    let all = grid.axis(&Field::Policy).map(|axis| axis.values.iter().map(|value| value.text.clone()).collect());
    let names: Vec<String> = all.unwrap_or_else(|| vec![base.run.policy.to_string()]);
    Err(format!(
        "nobody waits for a switch interval under {}, so to sweep it changes nothing; sweep the policy's own parameters, as \
         --policy ruby-gvl:quantum=10ms,ruby-gvl:quantum=100ms",
        names.join(", ")
    ))
}

/// Whether all values of an axis are possible; of numbers it is enough to check the first and the last.
///
/// # Errors
/// One message about the first value that cannot be.
pub fn check(base: &Scenario, axis: &Axis) -> Result<(), String> {
    let numbers =
        matches!(axis.field, Field::Seed | Field::Repeat | Field::Cores | Field::Workers | Field::SwitchInterval);
    let values: Vec<&Value> = match axis.values.as_slice() {
        [first, .., last] if numbers => vec![first, last],
        all => all.iter().collect(),
    };
    for value in values {
        let scenario = apply(base, std::iter::once((&axis.field, value)))?;
        if scenario.run.engine == crate::scenario::EngineName::Simulated {
            engine::check_machine(&scenario).map_err(|error| error.to_string())?;
        }
    }
    Ok(())
}
