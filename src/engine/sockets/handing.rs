//! The sockets of a process for one that it forks, which is another program of the system's: they go through a socket that has
//! a name in the run's folder, as messages of rights.

use super::{Entry, Sockets};
use rustix::cmsg_space;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::net::{
    RecvAncillaryBuffer, RecvAncillaryMessage, RecvFlags, SendAncillaryBuffer, SendAncillaryMessage, SendFlags,
    recvmsg, sendmsg,
};
use serde::{Deserialize, Serialize};
use std::io::{self, IoSlice, IoSliceMut};
use std::mem::MaybeUninit;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::PathBuf;
use std::sync::Arc;

/// So many go in one message.
const AT_ONCE: usize = 64;

/// How many seconds a process has to fetch them.
const PATIENCE: i64 = 30;

/// What a forked process is told: where it gets its sockets, their numbers, and which of them are streams.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Handed {
    path: PathBuf,
    sockets: Vec<(i64, bool)>,
}

impl Sockets {
    /// Holds all that are open ready to be fetched there, for a while.
    pub fn hand_over(&self, path: PathBuf) -> io::Result<Handed> {
        let entries: Vec<(i64, Arc<Entry>)> =
            self.table.lock().sockets.iter().map(|(number, entry)| (*number, Arc::clone(entry))).collect();
        if entries.is_empty() {
            return Ok(Handed::default());
        }
        let sockets = entries.iter().map(|(number, entry)| (*number, entry.is_stream)).collect();
        let listener = UnixListener::bind(&path)?;
        let removed = path.clone();
        std::thread::Builder::new().name("sockets".to_string()).spawn(move || {
            // A process that does not come for them has ended by now.
            let _ = give(&listener, &entries);
            let _ = std::fs::remove_file(removed);
        })?;
        Ok(Handed { path, sockets })
    }

    /// This process has the sockets, under the same numbers.
    pub fn fetch(&self, handed: &Handed) -> io::Result<()> {
        if handed.sockets.is_empty() {
            return Ok(());
        }
        let from = UnixStream::connect(&handed.path)?;
        let mut files = Vec::new();
        while files.len() < handed.sockets.len() {
            let before = files.len();
            receive(&from, &mut files)?;
            if files.len() == before {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
        }
        let mut table = self.table.lock();
        for ((number, is_stream), socket) in handed.sockets.iter().zip(files) {
            let entry = Entry { socket, is_stream: *is_stream, attempt: Default::default(), error: Default::default() };
            table.sockets.insert(*number, Arc::new(entry));
        }
        Ok(())
    }
}

fn give(listener: &UnixListener, entries: &[(i64, Arc<Entry>)]) -> io::Result<()> {
    let patience = Timespec { tv_sec: PATIENCE, tv_nsec: 0 };
    if poll(&mut [PollFd::new(listener, PollFlags::IN)], Some(&patience))? == 0 {
        return Ok(());
    }
    let (to, _) = listener.accept()?;
    for some in entries.chunks(AT_ONCE) {
        let files: Vec<_> = some.iter().map(|(_, entry)| entry.socket.as_fd()).collect();
        let mut space = [MaybeUninit::uninit(); cmsg_space!(ScmRights(AT_ONCE))];
        let mut rights = SendAncillaryBuffer::new(&mut space);
        rights.push(SendAncillaryMessage::ScmRights(&files));
        sendmsg(&to, &[IoSlice::new(&[0])], &mut rights, SendFlags::NOSIGNAL)?;
    }
    Ok(())
}

fn receive(from: &UnixStream, files: &mut Vec<OwnedFd>) -> Result<(), Errno> {
    let mut space = [MaybeUninit::uninit(); cmsg_space!(ScmRights(AT_ONCE))];
    let mut rights = RecvAncillaryBuffer::new(&mut space);
    recvmsg(from, &mut [IoSliceMut::new(&mut [0])], &mut rights, RecvFlags::CMSG_CLOEXEC)?;
    for message in rights.drain() {
        if let RecvAncillaryMessage::ScmRights(some) = message {
            files.extend(some);
        }
    }
    Ok(())
}
