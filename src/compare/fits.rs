//! Which models fit a workload, as far as that is known before they are run.

use crate::engine::simulated::Sides;
use crate::model::Model;
use crate::scenario::{EngineName, Scenario};

/// Why a model is not worth a run, or cannot have one. `sides`: how the model `hybrid` would part the tasks, where that is
/// known.
pub fn why_not(model: Model, scenario: &Scenario, sides: Option<Sides>) -> Option<String> {
    if scenario.run.engine == EngineName::Real && !model.runs_for_real() {
        return Some("the real engine cannot run it; without --real it is simulated".to_string());
    }
    if model != Model::Hybrid {
        return None;
    }
    let sides = sides?;
    match (sides.waiting, sides.computing, sides.threads) {
        (_, 0, _) => Some("all tasks wait for nearly all of their time, so it would be thread-pool".to_string()),
        (0, _, 1) => Some("no task waits long enough to want a thread, so it would be process-pool".to_string()),
        _ => None,
    }
}
