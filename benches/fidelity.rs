//! How true the simulated machine is: `cargo bench --bench fidelity > FIDELITY.md`. Prints that document; asserts nothing.
//!
//! First the targets: what was measured on real machines, and what the simulated one makes of the same. Then programs whose
//! times under a real CPython are known. Then the bundled scenarios in both engines, the simulated one with as many cores
//! as there are here.

#[path = "fidelity/engines.rs"]
mod engines;
#[path = "fidelity/programs.rs"]
mod programs;

use gilsim::engine::simulated::targets;

fn main() {
    println!("{}", include_str!("fidelity/targets.md").trim_end());
    println!("\n```");
    targets::table().iter().for_each(|row| println!("{row}"));
    println!("```\n\n{}", include_str!("fidelity/programs.md").trim_end());
    programs::print();
    println!("\n{}\n", include_str!("fidelity/engines.md").trim_end());
    engines::print();
}
