//! From a goal to a recommendation: settings tried on the simulated machine over the same seeds, the best one checked
//! with fresh ones, and where none is good enough, changes that are proved to help. Refuses to know how it is told.

mod advice;
mod goal;
mod search;
mod trials;
mod whatif;

pub use advice::{Advice, Line, advise};
pub use goal::{Aim, Bound, Goal};
pub use search::{Space, far_end, is_suspect};
pub use trials::{Setting, TrialError, Trials};
pub use whatif::WhatIf;
