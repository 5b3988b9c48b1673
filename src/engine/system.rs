//! Files of a run's own folder, for every engine: what a program may read and write. Knows no lock and no clock.

use super::{attributes, input};
use crate::trace::{BlockingCall, EventKind, StepEnd};
use crate::vm::{FileCall, Reply, SocketCall, StepNote, StepResult, WriteHow};
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};

/// No larger file is read, in bytes.
const MOST: u64 = 1 << 30;

/// C's numbers of the errors that are made here.
const EACCES: i32 = 13;
const EFBIG: i32 = 27;

/// What is said of a path that leads out of the folder.
const REFUSED: &str = "gilsim opens files in the current folder only (start it in a folder above)";

/// Does what is wanted with a file of the folder.
pub fn attend(call: &FileCall) -> Reply {
    let done = match call {
        FileCall::Read(path) if is_null(path) => Ok(Reply::Bytes(Vec::new())),
        FileCall::Write { path, .. } if is_null(path) => Ok(Reply::None),
        FileCall::Kind(path) if is_null(path) => Ok(Reply::Text("other".to_owned())),
        FileCall::Size(path) if is_null(path) => Ok(Reply::Int(0)),
        FileCall::Read(path) => inside(path).and_then(|path| read(&path)).map(Reply::Bytes),
        FileCall::Input(number) => input::line(*number).map(Reply::Bytes),
        FileCall::Write { path, data, how } => inside(path).and_then(|path| write(&path, data, *how)),
        FileCall::Kind(path) => Ok(Reply::Text(inside(path).map_or("", |path| kind(&path)).to_owned())),
        FileCall::Size(path) => inside(path).and_then(|path| size(&path)),
        FileCall::Status(path) => inside(path).and_then(|path| attributes::status(&path)),
        FileCall::SetTimes { path, accessed, modified } => {
            inside(path).and_then(|path| attributes::set_times(&path, *accessed, *modified))
        }
        FileCall::SetMode(path, mode) => inside(path).and_then(|path| attributes::set_mode(&path, *mode)),
        FileCall::SetMask(mask) => Ok(attributes::set_mask(*mask)),
        FileCall::List(path) => inside(path).and_then(|path| list(&path)).map(Reply::Texts),
        FileCall::Remove(path) => inside(path).and_then(fs::remove_file).map(|()| Reply::None),
        FileCall::MakeFolder(path) => inside(path).and_then(fs::create_dir).map(|()| Reply::None),
        FileCall::RemoveFolder(path) => inside(path).and_then(fs::remove_dir).map(|()| Reply::None),
        FileCall::Rename(from, to) => inside(from).and_then(|from| fs::rename(from, inside(to)?)).map(|()| Reply::None),
    };
    done.unwrap_or_else(|error| failed(&error))
}

/// The same where the system's files may be looked at: what there is anywhere is told as it is, and what is nowhere is
/// missed as Python misses it. Nothing outside of the folder is opened or changed.
pub fn attend_in_view(call: &FileCall) -> Reply {
    let seen = match call {
        FileCall::Kind(path) => Ok(Reply::Text(kind(Path::new(path)).to_owned())),
        FileCall::Size(path) => size(Path::new(path)),
        FileCall::List(path) => list(Path::new(path)).map(Reply::Texts),
        FileCall::Status(path) => attributes::status(Path::new(path)),
        FileCall::Read(path)
        | FileCall::Remove(path)
        | FileCall::RemoveFolder(path)
        | FileCall::Rename(path, _)
        | FileCall::SetTimes { path, .. }
        | FileCall::SetMode(path, _) => fs::symlink_metadata(path).map(|_| attend(call)),
        FileCall::Write { path, .. } | FileCall::MakeFolder(path) => folder_of(path).map(|()| attend(call)),
        FileCall::Input(_) | FileCall::SetMask(_) => Ok(attend(call)),
    };
    seen.unwrap_or_else(|error| failed(&error))
}

/// Fails where there is no folder for the path to be in.
fn folder_of(path: &str) -> io::Result<()> {
    match Path::new(path).parent() {
        Some(folder) if folder != Path::new("") => fs::metadata(folder).map(drop),
        _ => Ok(()),
    }
}

/// Whether it is the file in which all is lost; on the simulated machine it is below the root.
pub fn is_null(path: &str) -> bool {
    matches!(path, "/dev/null" | "./dev/null")
}

/// Random bytes of the system's; none where it has none to give.
pub fn entropy(size: usize) -> Reply {
    let mut bytes = vec![0; size];
    let read = fs::File::open("/dev/urandom").and_then(|mut source| io::Read::read_exact(&mut source, &mut bytes));
    read.map_or(Reply::None, |()| Reply::Bytes(bytes))
}

/// What an event loop tells, as a trace has it.
pub fn event_of(note: StepNote) -> EventKind {
    match note {
        StepNote::Begun { task, name } => EventKind::StepBegun { coroutine: task, name },
        StepNote::Ended { task, how, awaits } => {
            let then = match how {
                StepResult::Awaits => StepEnd::Awaits { what: awaits },
                StepResult::Done => StepEnd::Done,
                StepResult::Failed => StepEnd::Failed,
                StepResult::Cancelled => StepEnd::Cancelled,
            };
            EventKind::StepEnded { coroutine: task, then }
        }
    }
}

/// The name of a call on a socket, as a trace has it.
pub fn name_of(call: &SocketCall) -> BlockingCall {
    match call {
        SocketCall::Connect { .. } => BlockingCall::SocketConnect,
        SocketCall::Accept { .. } => BlockingCall::SocketAccept,
        SocketCall::Send { .. } | SocketCall::SendTo { .. } => BlockingCall::SocketSend,
        SocketCall::Receive { .. } | SocketCall::ReceiveFrom { .. } => BlockingCall::SocketReceive,
        SocketCall::Poll { .. } => BlockingCall::Select,
        _ => BlockingCall::Socket,
    }
}

/// The error with C's number and text.
pub fn failed(error: &io::Error) -> Reply {
    let text = error.to_string();
    let text = text.split(" (os error").next().unwrap_or_default().to_owned();
    Reply::Failed(error.raw_os_error().unwrap_or(EACCES), text)
}

/// The path, if it leads to somewhere in the current folder, links followed.
pub fn inside(path: &str) -> io::Result<PathBuf> {
    let escapes = || io::Error::new(io::ErrorKind::PermissionDenied, REFUSED);
    let folder = fs::canonicalize(".")?;
    let path = Path::new(path);
    let own = if path.is_absolute() { path.strip_prefix(&folder).map_err(|_| escapes())? } else { path };
    if own.components().any(|part| !matches!(part, Component::Normal(_) | Component::CurDir)) {
        return Err(escapes());
    }
    let whole = folder.join(own);
    let known = whole.ancestors().find_map(|part| fs::canonicalize(part).ok());
    match known.is_some_and(|known| known.starts_with(&folder)) {
        true => Ok(whole),
        false => Err(escapes()),
    }
}

/// A whole path that leads into the current folder, as if that were the root.
pub fn in_folder(path: &str) -> Option<String> {
    let path = Path::new(path);
    let folder = path.is_absolute().then(|| fs::canonicalize(".").ok())??;
    let rest = path.strip_prefix(&folder).ok()?;
    Some(format!("/{}", rest.display()))
}

pub fn read(path: &Path) -> io::Result<Vec<u8>> {
    if fs::metadata(path)?.len() > MOST {
        return Err(io::Error::from_raw_os_error(EFBIG));
    }
    fs::read(path)
}

pub fn size(path: &Path) -> io::Result<Reply> {
    fs::metadata(path).map(|found| Reply::Int(found.len() as i64))
}

fn write(path: &Path, data: &[u8], how: WriteHow) -> io::Result<Reply> {
    let mut options = OpenOptions::new();
    match how {
        WriteHow::Replace => options.write(true).create(true).truncate(true),
        WriteHow::Append => options.append(true).create(true),
        WriteHow::Create => options.write(true).create_new(true),
    };
    options.open(path)?.write_all(data)?;
    Ok(Reply::None)
}

fn kind(path: &Path) -> &'static str {
    match fs::metadata(path) {
        Ok(found) if found.is_dir() => "folder",
        Ok(found) if found.is_file() => "file",
        Ok(_) => "other",
        Err(_) => "",
    }
}

/// Names, in their order.
pub fn list(path: &Path) -> io::Result<Vec<String>> {
    let names: io::Result<Vec<String>> =
        fs::read_dir(path)?.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect();
    let mut names = names?;
    // The system's order is no order; one is chosen that is the same each time.
    names.sort_unstable();
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_leads_out_of_the_folder_is_refused() {
        for path in ["/etc/passwd", "../other", "a/../../b", "src/../.."] {
            let reply = attend(&FileCall::Read(path.to_owned()));
            assert!(
                matches!(&reply, Reply::Failed(EACCES, text) if text.contains("current folder")),
                "{path}: {reply:?}"
            );
        }
    }

    #[test]
    fn what_is_there_is_read_and_what_is_not_has_cs_number() {
        let Reply::Bytes(bytes) = attend(&FileCall::Read("Cargo.toml".to_owned())) else { panic!("it is there") };
        assert!(bytes.starts_with(b"[package]"));
        assert!(
            matches!(attend(&FileCall::Read("nothing".to_owned())), Reply::Failed(2, text) if text == "No such file or directory")
        );
        assert!(matches!(attend(&FileCall::Kind("src".to_owned())), Reply::Text(kind) if kind == "folder"));
    }
}
