//! Pipes between the program's processes: named ones. End 2n reads, end 2n + 1 writes.

use super::bell::Woken;
use super::{Deadline, Folder, Kernel, LOOK, errno};
use crate::engine::Stop;
use crate::time::Nanos;
use crate::vm::Reply;
use crate::vm::system::process::errno::EBADF;
use crate::vm::system::process::{End, PipeCall};
use rustix::event::PollFlags;
use rustix::fs::{CWD, Mode, OFlags, mknodat, open};
use rustix::io::Errno;
use std::collections::BTreeMap;
use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::path::PathBuf;
use std::sync::Arc;

/// Bytes of a read at most; a pipe does not hold more.
const MOST: usize = 65_536;

/// The ends that this process has.
#[derive(Default)]
pub struct Ends(BTreeMap<End, Held>);

struct Held {
    file: Arc<OwnedFd>,
    times: u32,
}

impl Ends {
    pub fn counts(&self) -> Vec<(End, u32)> {
        self.0.iter().map(|(end, held)| (*end, held.times)).collect()
    }

    /// The file of an end that reads, or of one that writes.
    fn file(&self, end: End, writes: bool) -> io::Result<Arc<OwnedFd>> {
        let held = self.0.get(&end).filter(|_| (end % 2 == 1) == writes);
        held.map(|held| Arc::clone(&held.file)).ok_or_else(|| errno(EBADF))
    }

    /// The process has the end so many times more.
    pub fn adopt(&mut self, folder: &Folder, end: End, times: u32) -> io::Result<()> {
        if let Some(held) = self.0.get_mut(&end) {
            held.times += times;
            return Ok(());
        }
        let file =
            open_end(folder, end).map_err(|error| if error == Errno::NOENT { errno(EBADF) } else { error.into() })?;
        self.0.insert(end, Held { file: Arc::new(file), times });
        Ok(())
    }

    /// Once less. The file itself is closed by whoever uses it last.
    fn close(&mut self, end: End) -> io::Result<Option<Held>> {
        let held = self.0.get_mut(&end).ok_or_else(|| errno(EBADF))?;
        held.times -= 1;
        Ok(if held.times == 0 { self.0.remove(&end) } else { None })
    }
}

fn path(folder: &Folder, end: End) -> PathBuf {
    folder.path().join(format!("p{}", end / 2))
}

fn open_end(folder: &Folder, end: End) -> Result<OwnedFd, Errno> {
    let path = path(folder, end);
    let flags = OFlags::CLOEXEC | OFlags::NONBLOCK;
    let reader = || open(&path, flags | OFlags::RDONLY, Mode::empty());
    if end % 2 == 0 {
        return reader();
    }
    match open(&path, flags | OFlags::WRONLY, Mode::empty()) {
        // Nobody reads any more; to be told so is the writer's right.
        Err(Errno::NXIO) => {
            let _reader = reader()?;
            open(&path, flags | OFlags::WRONLY, Mode::empty())
        }
        other => other,
    }
}

impl Kernel {
    pub(super) fn make_pipe(&self) -> io::Result<Reply> {
        let (folder, reader) = (self.folder()?, self.number() * 2);
        make_named(&path(folder, reader))?;
        let mut ends = self.ends.lock();
        ends.adopt(folder, reader, 1)?;
        ends.adopt(folder, reader + 1, 1)?;
        Ok(Reply::Ints(vec![reader, reader + 1]))
    }

    pub(super) fn adopt(&self, end: End) -> io::Result<Reply> {
        self.ends.lock().adopt(self.folder()?, end, 1).map(|()| Reply::None)
    }

    pub(super) fn pipe(&self, call: &PipeCall) -> io::Result<Reply> {
        match call {
            PipeCall::Make => self.make_pipe(),
            PipeCall::Adopt(end) => self.adopt(*end),
            PipeCall::Close(end) => self.ends.lock().close(*end).map(|_| Reply::None),
            PipeCall::Read { end, most } => self.read(*end, *most),
            PipeCall::Unread(end) => {
                let file = self.ends.lock().file(*end, false)?;
                Ok(Reply::Int(rustix::io::ioctl_fionread(&file)? as i64))
            }
            PipeCall::Write { end, data, written } => self.write(*end, data, *written, None),
            PipeCall::Poll { ends, timeout } => self.poll(ends, Deadline::after(*timeout)),
        }
    }

    fn read(&self, end: End, most: usize) -> io::Result<Reply> {
        let file = self.ends.lock().file(end, false)?;
        let mut buffer = vec![0; most.min(MOST)];
        loop {
            match rustix::io::read(&file, &mut buffer) {
                Ok(count) => {
                    buffer.truncate(count);
                    return Ok(Reply::Bytes(buffer));
                }
                Err(Errno::INTR) => {}
                Err(Errno::AGAIN) if self.is_ready(&file, PollFlags::IN, Deadline::after(None))? => {}
                Err(Errno::AGAIN) => return Ok(Reply::None),
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// Writes the rest of the data. `stop`: of the thread that handles signals; one of them ends the wait for room, and the
    /// reply is how many bytes are written then.
    pub(super) fn write(&self, end: End, data: &[u8], mut written: usize, stop: Option<&Stop>) -> io::Result<Reply> {
        let file = self.ends.lock().file(end, true)?;
        let patience = stop.map(|_| Nanos::from(LOOK));
        while written < data.len() {
            match rustix::io::write(&file, &data[written..]) {
                Ok(count) => written += count,
                Err(Errno::INTR) => {}
                Err(Errno::AGAIN) => {
                    let has_room = self.is_ready(&file, PollFlags::OUT, Deadline::after(patience))?;
                    match stop {
                        Some(stop) if stop.signals.call_me() => {
                            return Ok(Reply::Int(i64::try_from(written).unwrap_or(i64::MAX)));
                        }
                        _ if stop.map_or(!has_room, Stop::requested) => break,
                        _ => {}
                    }
                }
                Err(error) => return Err(error.into()),
            }
        }
        Ok(Reply::None)
    }

    pub(super) fn poll(&self, ends: &[End], deadline: Deadline) -> io::Result<Reply> {
        let files: io::Result<Vec<_>> = ends.iter().map(|end| self.ends.lock().file(*end, false)).collect();
        let files = files?;
        let watched: Vec<_> = files.iter().map(|file| (file.as_fd(), PollFlags::IN)).collect();
        let ready = match self.bell()?.wait(&watched, deadline)? {
            Woken::Ready(ready) => ends.iter().zip(ready).filter(|(_, ready)| *ready).map(|(end, _)| *end).collect(),
            Woken::TimedOut | Woken::Over => Vec::new(),
        };
        Ok(Reply::Ints(ready))
    }

    /// Waits until the file can be used; false where that is not to be waited for any longer.
    pub(super) fn is_ready(&self, file: &OwnedFd, flags: PollFlags, deadline: Deadline) -> io::Result<bool> {
        Ok(matches!(self.bell()?.wait(&[(file.as_fd(), flags)], deadline)?, Woken::Ready(_)))
    }
}

/// A named pipe.
pub(super) fn make_named(path: &std::path::Path) -> io::Result<()> {
    let mode = Mode::RUSR | Mode::WUSR;
    Ok(mknodat(CWD, path, rustix::fs::FileType::Fifo, mode, 0)?)
}
