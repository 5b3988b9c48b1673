//! Work that a program asks for by its length instead of doing it: `gilsim.cpu`, `io`, `native` and `held`.
//!
//! Pure values: what kind of work, how much of it, and how a length is drawn. Refuses to know who does the work, and how.

mod amount;
mod distribution;
mod draws;

pub use amount::{Amount, LONGEST, Wrong};
pub use distribution::Distribution;
pub use draws::Draws;

/// A piece of work, as a program asks for it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Work {
    pub kind: Kind,
    pub amount: Amount,
}

/// What the work needs while it lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A core and the GIL, as interpreted code: with checkpoints, so that it can be made to drop the GIL and go on later.
    Cpu,
    /// Neither: something outside of the machine takes its time.
    Io,
    /// A core: a call into C that releases the GIL.
    Native,
    /// A core and the GIL: a call into C that keeps it and has no checkpoint before its end.
    Held,
}

impl Kind {
    pub const ALL: [Kind; 4] = [Kind::Cpu, Kind::Held, Kind::Io, Kind::Native];

    /// The function of the module `gilsim` that asks for it, with the module's name.
    pub fn function(self) -> &'static str {
        match self {
            Kind::Cpu => "gilsim.cpu",
            Kind::Io => "gilsim.io",
            Kind::Native => "gilsim.native",
            Kind::Held => "gilsim.held",
        }
    }
}
