//! Tests of the protocols as a whole: laws that hold under every schedule, rows of the state tables, the mistakes that
//! simulators of such locks make, and what a policy does not promise.

mod driver;
mod laws;
mod pitfalls;
mod rows;
mod weaknesses;
