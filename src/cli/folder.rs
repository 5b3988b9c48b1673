//! The folder that a run's results go to. Files appear whole or not at all: written beside, then renamed.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// `DIR/<scenario>`, which exists and can be written.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
}

impl Folder {
    /// Makes the folder where it does not exist, and tries whether it can be written.
    pub fn prepare(dir: &Path, scenario: &str) -> io::Result<Folder> {
        let folder = Folder { path: dir.join(scenario) };
        fs::create_dir_all(&folder.path)?;
        let probe = folder.path.join(format!(".writable-{}", std::process::id()));
        fs::File::create(&probe)?;
        fs::remove_file(&probe)?;
        Ok(folder)
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes `bytes` to the file `name`, replacing an older one. After an error the older one is untouched.
    pub fn write(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let beside = self.path.join(format!("{name}.partial"));
        let written = fs::write(&beside, bytes).and_then(|()| fs::rename(&beside, self.path.join(name)));
        if written.is_err() {
            // The first error is the one to report.
            let _ = fs::remove_file(&beside);
        }
        written
    }

    /// Removes the file `name` of an earlier run, if there is one, so that it does not pass for this run's.
    pub fn remove(&self, name: &str) {
        // What cannot be removed stays; a failure to write this run's file is reported where it happens.
        let _ = fs::remove_file(self.path.join(name));
    }
}
