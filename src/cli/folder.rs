//! The folder that a run's results go to. Files appear whole or not at all: written beside, then renamed. What runs at the same
//! time under the same name gets a folder of its own.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

/// `DIR/<scenario>`, which exists and can be written.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    /// Keeps others away until this is dropped, however the process ends.
    _lock: Option<File>,
}

impl Folder {
    /// Makes the folder where it does not exist, and tries whether it can be written.
    pub fn prepare(dir: &Path, scenario: &str) -> io::Result<Folder> {
        Folder::at(dir.join(scenario), None)
    }

    /// The same for what replaces all that is there: where another run is writing to it, `DIR/<scenario>-2`, and so on.
    pub fn prepare_alone(dir: &Path, scenario: &str) -> io::Result<Folder> {
        let mut path = dir.join(scenario);
        let mut number = 1;
        loop {
            fs::create_dir_all(&path)?;
            match Lock::of(&path) {
                Lock::Own(lock) => return Folder::at(path, lock),
                Lock::Others => number += 1,
            }
            path = dir.join(format!("{scenario}-{number}"));
        }
    }

    fn at(path: PathBuf, lock: Option<File>) -> io::Result<Folder> {
        fs::create_dir_all(&path)?;
        let folder = Folder { path, _lock: lock };
        let probe = folder.path.join(format!(".writable-{}", std::process::id()));
        File::create(&probe)?;
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

/// Who may write to a folder.
enum Lock {
    /// This process alone, as long as the file is open; none where the system locks no folders.
    Own(Option<File>),
    Others,
}

impl Lock {
    fn of(folder: &Path) -> Lock {
        let Ok(file) = File::open(folder) else { return Lock::Own(None) };
        match file.try_lock() {
            Ok(()) => Lock::Own(Some(file)),
            Err(TryLockError::WouldBlock) => Lock::Others,
            Err(TryLockError::Error(_)) => Lock::Own(None),
        }
    }
}
