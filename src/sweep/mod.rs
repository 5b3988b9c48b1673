//! Many runs of one scenario: a grid of parameters, the runs spread over the host's cores, and a table of their figures
//! that grows as they end and can be taken up again. Refuses to know how anything is shown.
//!
//! ```text
//! ranges ─▶ Axis ─▶ Grid ─▶ Plan ─▶ crew ─▶ Row ─▶ Table (a file)
//!                                            └──▶ Points ─▶ knee, front
//! ```

mod axis;
mod crew;
mod figure;
mod grid;
mod groups;
mod header;
mod plan;
mod range;
mod row;
mod run;
mod shape;
mod spread;
mod table;
mod value;
mod view;

pub use axis::{Axis, Field, apply};
pub use crew::work;
pub use figure::{figure, in_words, more_is_better, unit};
pub use grid::{Grid, Shard};
pub use groups::{groups, groups_of_runs};
pub use header::Header;
pub use plan::{Plan, check};
pub use row::{Columns, Row};
pub use run::{Unmeasured, run, run_traced};
pub use shape::{front, knee};
pub use spread::{Points, Spread};
pub use table::{Done, Table, TableError, read, sort};
pub use value::{Value, duration};
pub use view::{View, label, sensitive_group, title};
