//! The folder of a run whose program has processes: in memory where the system has such a place. The first process makes it
//! and takes it away; what killed runs have left is taken away as well.

use crate::ids::ProcessId;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

const PREFIX: &str = "gilsim-";

/// What stands in the file of the process that made the folder; those of others are empty.
const FIRST: &str = "first";

/// Who has a process number, as the folder tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resident {
    /// The process that made the folder.
    First,
    Other,
    /// None of the run's processes, or one that has ended.
    Nobody,
}

pub struct Folder {
    path: PathBuf,
    is_own: bool,
}

impl Folder {
    /// A new one. Processes that are started count from the first's own number on.
    pub fn make(first: ProcessId) -> io::Result<Folder> {
        static MADE: AtomicU32 = AtomicU32::new(0);
        let place = [Path::new("/dev/shm")].into_iter().find(|place| place.is_dir());
        let place = place.map_or_else(std::env::temp_dir, Path::to_owned);
        sweep(&place);
        let name = format!("{PREFIX}{}-{}", std::process::id(), MADE.fetch_add(1, Ordering::Relaxed));
        let folder = Folder { path: place.join(name), is_own: true };
        DirBuilder::new().mode(0o700).create(&folder.path)?;
        fs::write(folder.path.join("processes"), (first.0 * 1000).to_string())?;
        fs::write(folder.place_of(std::process::id().into()), FIRST)?;
        Ok(folder)
    }

    /// That of the process which started this one.
    pub fn of_parent(path: PathBuf) -> Folder {
        Folder { path, is_own: false }
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The calling process can be found by its number.
    pub fn move_in(&self) -> io::Result<()> {
        fs::write(self.place_of(std::process::id().into()), "")
    }

    /// A process has ended.
    pub fn move_out(&self, pid: i64) {
        // One that has never begun has no file.
        let _ = fs::remove_file(self.place_of(pid));
    }

    pub fn resident(&self, pid: i64) -> Resident {
        match fs::read_to_string(self.place_of(pid)) {
            Ok(text) if text == FIRST => Resident::First,
            Ok(_) => Resident::Other,
            Err(_) => Resident::Nobody,
        }
    }

    fn place_of(&self, pid: i64) -> PathBuf {
        self.path.join(format!("pid{pid}"))
    }

    /// A number for a new process of the run.
    pub fn new_process(&self) -> io::Result<ProcessId> {
        let mut file = OpenOptions::new().read(true).write(true).open(self.path.join("processes"))?;
        file.lock()?;
        let last: u32 = text_of(&mut file)?.trim().parse().map_err(io::Error::other)?;
        file.seek(SeekFrom::Start(0))?;
        file.write_all((last + 1).to_string().as_bytes())?;
        Ok(ProcessId(last + 1))
    }
}

fn text_of(file: &mut File) -> io::Result<String> {
    let mut text = String::new();
    file.read_to_string(&mut text)?;
    Ok(text)
}

impl Drop for Folder {
    fn drop(&mut self) {
        if self.is_own {
            // What cannot be removed now is when the next run begins.
            let _ = fs::remove_dir_all(&self.path);
        }
    }
}

/// Removes the folders of processes that are no more.
fn sweep(place: &Path) {
    let Ok(entries) = fs::read_dir(place) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let process = name.strip_prefix(PREFIX).and_then(|rest| rest.split('-').next()?.parse::<i32>().ok());
        if let Some(process) = process.and_then(rustix::process::Pid::from_raw)
            && rustix::process::test_kill_process(process) == Err(rustix::io::Errno::SRCH)
        {
            // It may be somebody else's.
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}
