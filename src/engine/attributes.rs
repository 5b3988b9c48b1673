//! What the file system says of a file beside its contents: kind, rights, times. Knows no run.

use crate::vm::Reply;
use std::fs::{self, File, FileTimes, Metadata};
use std::io;
use std::path::Path;
use std::time::{Duration, SystemTime};

/// What there is at the path, as `Reply::Ints`, in the order of `FileCall::Status`.
pub fn status(path: &Path) -> io::Result<Reply> {
    fs::metadata(path).map(|found| Reply::Ints(numbers(&found)))
}

/// Nanoseconds since 1970.
pub fn set_times(path: &Path, accessed: i64, modified: i64) -> io::Result<Reply> {
    let times = FileTimes::new().set_accessed(moment(accessed)).set_modified(moment(modified));
    File::open(path)?.set_times(times).map(|()| Reply::None)
}

#[cfg(unix)]
pub fn set_mode(path: &Path, mode: u32) -> io::Result<Reply> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).map(|()| Reply::None)
}

/// Elsewhere a file can be written, or not.
#[cfg(not(unix))]
pub fn set_mode(path: &Path, mode: u32) -> io::Result<Reply> {
    let mut rights = fs::metadata(path)?.permissions();
    rights.set_readonly(mode & 0o200 == 0);
    fs::set_permissions(path, rights).map(|()| Reply::None)
}

/// What new files are not given from now on; the reply is what it was.
#[cfg(unix)]
pub fn set_mask(mask: u32) -> Reply {
    use rustix::fs::Mode;
    Reply::Int(rustix::process::umask(Mode::from_bits_truncate(mask)).bits().into())
}

#[cfg(not(unix))]
pub fn set_mask(_: u32) -> Reply {
    Reply::Int(0)
}

#[cfg(unix)]
fn numbers(found: &Metadata) -> Vec<i64> {
    use std::os::unix::fs::MetadataExt;
    let nanos = |seconds: i64, rest: i64| seconds.saturating_mul(1_000_000_000).saturating_add(rest);
    vec![
        found.mode().into(),
        found.ino() as i64,
        found.dev() as i64,
        found.nlink() as i64,
        found.uid().into(),
        found.gid().into(),
        found.size() as i64,
        nanos(found.atime(), found.atime_nsec()),
        nanos(found.mtime(), found.mtime_nsec()),
        nanos(found.ctime(), found.ctime_nsec()),
        found.blksize() as i64,
        found.blocks() as i64,
        found.rdev() as i64,
    ]
}

#[cfg(not(unix))]
fn numbers(found: &Metadata) -> Vec<i64> {
    let mode = if found.is_dir() { 0o040777 } else { 0o100666 };
    let mode = if found.permissions().readonly() { mode & !0o222 } else { mode };
    let nanos = |time: io::Result<SystemTime>| {
        let since = time.ok().and_then(|time| time.duration_since(SystemTime::UNIX_EPOCH).ok());
        since.map_or(0, |since| since.as_nanos() as i64)
    };
    let times = [found.accessed(), found.modified(), found.created()].map(nanos);
    [&[mode, 0, 0, 1, 0, 0, found.len() as i64][..], &times, &[4096, 0, 0]].concat()
}

fn moment(nanos: i64) -> SystemTime {
    let length = Duration::from_nanos(nanos.unsigned_abs());
    if nanos < 0 { SystemTime::UNIX_EPOCH - length } else { SystemTime::UNIX_EPOCH + length }
}
