//! The scenarios inside the binary: `gilsim list` shows them, and they run by name where no such file exists.

use crate::scenario::{self, LoadError, Scenario, Unreadable};
use crate::source::SourceFile;
use std::path::Path;

/// A scenario that ships with the program.
pub struct Bundled {
    pub name: &'static str,
    /// Its path in the project.
    pub path: &'static str,
    pub text: &'static str,
}

macro_rules! bundled {
    ($($name:literal),* $(,)?) => {
        &[$(Bundled {
            name: $name,
            path: concat!("scenarios/", $name, ".toml"),
            text: include_str!(concat!("../../scenarios/", $name, ".toml")),
        }),*]
    };
}

/// In the order in which a newcomer should meet them.
pub const SCENARIOS: &[Bundled] = bundled!["cpu_bound", "io_bound", "mixed", "native", "no_gil_race"];

/// The scenario in the file `path`, or where there is no such file the bundled one of that name.
pub fn load(path: &Path) -> Result<Scenario, LoadError> {
    match find(path).filter(|_| !path.exists()) {
        Some(bundled) => bundled.parse(),
        None => scenario::load(path),
    }
}

impl Bundled {
    /// Bundled scenarios hold their programs themselves.
    pub fn parse(&self) -> Result<Scenario, LoadError> {
        let no_file = |_: &str| Err(Unreadable { message: format!("{} names a program file", self.path), help: None });
        scenario::parse(SourceFile::new(self.path, self.text), &no_file)
    }
}

/// The bundled scenario that `path` means, be it by its name or by its path in the project.
pub fn find(path: &Path) -> Option<&'static Bundled> {
    SCENARIOS.iter().find(|bundled| path == Path::new(bundled.name) || path == Path::new(bundled.path))
}
