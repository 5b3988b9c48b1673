//! What ends a wait for files: a pipe of the process's own that becomes readable when the run is over.

use super::Deadline;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use std::io::{self, PipeReader, PipeWriter, Write};
use std::os::fd::BorrowedFd;
use std::sync::Mutex;

pub struct Bell {
    reader: PipeReader,
    writer: Mutex<Option<PipeWriter>>,
}

/// How a wait ended.
#[derive(Debug, PartialEq, Eq)]
pub enum Woken {
    /// For each file whether it is ready, or broken, which shows when it is used.
    Ready(Vec<bool>),
    TimedOut,
    /// The run is over.
    Over,
}

impl Bell {
    pub fn new() -> io::Result<Bell> {
        let (reader, writer) = io::pipe()?;
        Ok(Bell { reader, writer: Mutex::new(Some(writer)) })
    }

    pub fn ring(&self) {
        let writer = self.writer.lock().unwrap_or_else(std::sync::PoisonError::into_inner).take();
        // Closing it wakes as well.
        writer.into_iter().for_each(|mut writer| drop(writer.write_all(b"!")));
    }

    /// Waits until one of the files is ready.
    pub fn wait(&self, files: &[(BorrowedFd, PollFlags)], deadline: Deadline) -> io::Result<Woken> {
        let mut all: Vec<PollFd> = files.iter().map(|(file, flags)| PollFd::from_borrowed_fd(*file, *flags)).collect();
        all.push(PollFd::new(&self.reader, PollFlags::IN));
        loop {
            let left = deadline.left().map(|left| Timespec {
                tv_sec: i64::try_from(left.as_secs()).unwrap_or(i64::MAX),
                tv_nsec: left.subsec_nanos().into(),
            });
            match poll(&mut all, left.as_ref()) {
                Err(Errno::INTR) => continue,
                Err(error) => return Err(error.into()),
                Ok(0) => return Ok(Woken::TimedOut),
                Ok(_) => {}
            }
            let is_ready = |file: &PollFd| !file.revents().is_empty();
            let over = all.last().is_some_and(is_ready);
            let ready: Vec<bool> = all[..files.len()].iter().map(is_ready).collect();
            return Ok(if over { Woken::Over } else { Woken::Ready(ready) });
        }
    }
}
