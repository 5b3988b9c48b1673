//! Semaphores between processes. One is a named pipe with as many bytes as its value, which any process of the run has open
//! for both; who dies takes no byte along but those it has had. A value beyond what a pipe holds is a number in a file,
//! changed under the file's lock.

use super::pipes::make_named;
use super::{Deadline, Folder, Kernel, errno};
use crate::time::Nanos;
use crate::vm::Reply;
use crate::vm::system::process::SemaphoreCall;
use crate::vm::system::process::errno::{EBADF, EOVERFLOW};
use rustix::event::PollFlags;
use rustix::fs::{Mode, OFlags, open};
use rustix::io::{Errno, ioctl_fionread, read, write};
use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::fd::OwnedFd;
use std::os::unix::fs::FileExt;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// The greatest value that is kept as bytes in a pipe.
const MOST_IN_PIPE: i64 = 60_000;

/// How often one looks for a value that nobody tells of.
const LOOK: Nanos = Nanos::from_millis(1);

/// The semaphores that this process has used.
#[derive(Default)]
pub struct Semaphores(BTreeMap<i64, Arc<Semaphore>>);

enum Semaphore {
    Pipe {
        most: i64,
        file: OwnedFd,
    },
    /// Value and maximum, eight bytes each.
    Number(PathBuf),
}

impl Semaphores {
    pub fn numbers(&self) -> Vec<i64> {
        self.0.keys().copied().collect()
    }

    /// The semaphore of this number, which any process of the run may have made.
    pub fn open(&mut self, folder: &Folder, number: i64) -> io::Result<()> {
        if self.0.contains_key(&number) {
            return Ok(());
        }
        let as_number = folder.path().join(format!("n{number}"));
        let semaphore = if as_number.exists() {
            Semaphore::Number(as_number)
        } else {
            let most = fs::read_to_string(folder.path().join(format!("s{number}.most"))).map_err(|_| errno(EBADF))?;
            let path = folder.path().join(format!("s{number}"));
            let file = open(&path, OFlags::RDWR | OFlags::NONBLOCK | OFlags::CLOEXEC, Mode::empty())?;
            Semaphore::Pipe { most: most.parse().map_err(io::Error::other)?, file }
        };
        self.0.insert(number, Arc::new(semaphore));
        Ok(())
    }
}

impl Kernel {
    fn find(&self, number: i64) -> io::Result<Arc<Semaphore>> {
        let folder = self.folder()?;
        let mut semaphores = self.semaphores.lock();
        semaphores.open(folder, number)?;
        semaphores.0.get(&number).cloned().ok_or_else(|| errno(EBADF))
    }

    pub(super) fn semaphore(&self, call: &SemaphoreCall) -> io::Result<Reply> {
        match call {
            SemaphoreCall::Make { value, most } => self.make_semaphore(*value, *most),
            SemaphoreCall::Acquire { semaphore, timeout } => self.acquire(*semaphore, *timeout),
            SemaphoreCall::Release(number) => self.find(*number)?.release().map(|()| Reply::None),
            SemaphoreCall::Value(number) => self.find(*number)?.value().map(Reply::Int),
        }
    }

    fn make_semaphore(&self, value: i64, most: i64) -> io::Result<Reply> {
        let (folder, number) = (self.folder()?, self.number());
        if most > MOST_IN_PIPE {
            let file = File::create_new(folder.path().join(format!("n{number}")))?;
            file.write_all_at(&value.to_le_bytes(), 0)?;
            file.write_all_at(&most.to_le_bytes(), 8)?;
        } else {
            fs::write(folder.path().join(format!("s{number}.most")), most.to_string())?;
            make_named(&folder.path().join(format!("s{number}")))?;
        }
        let semaphore = self.find(number)?;
        if let Semaphore::Pipe { file, .. } = &*semaphore {
            write(file, &vec![1; usize::try_from(value).unwrap_or(0)])?;
        }
        Ok(Reply::Int(number))
    }

    /// The reply where it can be had at once, or is not to be waited for.
    pub(super) fn try_acquire(&self, number: i64, timeout: Option<Nanos>) -> Option<Reply> {
        match self.find(number).and_then(|semaphore| semaphore.try_acquire()) {
            Ok(false) if timeout != Some(Nanos::ZERO) => None,
            Ok(taken) => Some(Reply::Bool(taken)),
            Err(error) => Some(crate::engine::system::failed(&error)),
        }
    }

    pub(super) fn acquire(&self, number: i64, timeout: Option<Nanos>) -> io::Result<Reply> {
        let (semaphore, deadline) = (self.find(number)?, Deadline::after(timeout));
        while !semaphore.try_acquire()? {
            if !self.wait_for_value(&semaphore, deadline)? {
                return Ok(Reply::Bool(false));
            }
        }
        Ok(Reply::Bool(true))
    }

    /// False where it is not to be waited for any longer.
    fn wait_for_value(&self, semaphore: &Semaphore, deadline: Deadline) -> io::Result<bool> {
        match semaphore {
            Semaphore::Pipe { file, .. } => self.is_ready(file, PollFlags::IN, deadline),
            Semaphore::Number(_) => {
                let is_over = deadline.left() == Some(Duration::ZERO);
                let woken = self.bell()?.wait(&[], Deadline::after(Some(LOOK)))?;
                Ok(!is_over && woken == super::bell::Woken::TimedOut)
            }
        }
    }
}

impl Semaphore {
    fn try_acquire(&self) -> io::Result<bool> {
        match self {
            Semaphore::Pipe { file, .. } => loop {
                match read(file, &mut [0; 1]) {
                    Ok(count) => return Ok(count == 1),
                    Err(Errno::AGAIN) => return Ok(false),
                    Err(Errno::INTR) => {}
                    Err(error) => return Err(error.into()),
                }
            },
            Semaphore::Number(path) => change(path, |value, _| (value > 0).then_some(value - 1)),
        }
    }

    fn release(&self) -> io::Result<()> {
        let done = match self {
            Semaphore::Pipe { most, file } => self.value()? < *most && write(file, &[1])? == 1,
            Semaphore::Number(path) => change(path, |value, most| (value < most).then_some(value + 1))?,
        };
        if done { Ok(()) } else { Err(errno(EOVERFLOW)) }
    }

    fn value(&self) -> io::Result<i64> {
        match self {
            Semaphore::Pipe { file, .. } => Ok(i64::try_from(ioctl_fionread(file)?).unwrap_or(i64::MAX)),
            Semaphore::Number(path) => Ok(numbers(&File::open(path)?)?.0),
        }
    }
}

fn numbers(file: &File) -> io::Result<(i64, i64)> {
    let (mut value, mut most) = ([0; 8], [0; 8]);
    file.read_exact_at(&mut value, 0)?;
    file.read_exact_at(&mut most, 8)?;
    Ok((i64::from_le_bytes(value), i64::from_le_bytes(most)))
}

/// Changes the value, if `to` gives a new one. Each use opens the file anew, since locks exclude open files from each other.
fn change(path: &PathBuf, to: impl Fn(i64, i64) -> Option<i64>) -> io::Result<bool> {
    let file = OpenOptions::new().read(true).write(true).open(path)?;
    file.lock()?;
    let (value, most) = numbers(&file)?;
    match to(value, most) {
        Some(new) => file.write_all_at(&new.to_le_bytes(), 0).map(|()| true),
        None => Ok(false),
    }
}
