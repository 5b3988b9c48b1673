//! Files for a run of which nothing shall last: all changes go into memory, over the run's own folder, which stays as it
//! is. Programs see what they have changed. Knows no run.

use super::system;
use crate::vm::{FileCall, Reply, WriteHow};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

/// C's numbers of errors.
const ENOENT: i32 = 2;
const EEXIST: i32 = 17;
const ENOTDIR: i32 = 20;
const EISDIR: i32 = 21;
const ENOTEMPTY: i32 = 39;

/// What a program has changed.
#[derive(Debug, Default)]
pub struct Scratch(RefCell<BTreeMap<PathBuf, Changed>>);

#[derive(Clone, Debug)]
enum Changed {
    File(Vec<u8>),
    Folder,
    Gone,
}

/// What there is at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Nothing,
    File,
    Folder,
}

impl Scratch {
    /// Does what is wanted with a file.
    pub fn attend(&self, call: &FileCall) -> Reply {
        match call {
            FileCall::Read(path) | FileCall::Write { path, .. } | FileCall::Kind(path) | FileCall::Size(path)
                if system::is_null(path) =>
            {
                system::attend(call)
            }
            FileCall::Input(_) => system::attend(call),
            _ => self.change(call).unwrap_or_else(|error| system::failed(&error)),
        }
    }

    fn change(&self, call: &FileCall) -> io::Result<Reply> {
        match call {
            FileCall::Kind(path) => {
                let kind = system::inside(path).map_or(Kind::Nothing, |path| self.kind(&path));
                let name =
                    [(Kind::File, "file"), (Kind::Folder, "folder")].into_iter().find(|(known, _)| *known == kind);
                return Ok(Reply::Text(name.map_or("", |(_, name)| name).to_owned()));
            }
            FileCall::Read(path) => return self.read(&system::inside(path)?).map(Reply::Bytes),
            FileCall::Size(path) => return self.size(&system::inside(path)?),
            FileCall::List(path) => return self.list(&system::inside(path)?).map(Reply::Texts),
            FileCall::Write { path, data, how } => self.write(&system::inside(path)?, data, *how)?,
            FileCall::Remove(path) => self.remove(&system::inside(path)?)?,
            FileCall::MakeFolder(path) => self.make_folder(&system::inside(path)?)?,
            FileCall::RemoveFolder(path) => self.remove_folder(&system::inside(path)?)?,
            FileCall::Rename(from, to) => self.rename(&system::inside(from)?, &system::inside(to)?)?,
            // What is said of files beside their contents, others keep.
            FileCall::Status(path) | FileCall::SetTimes { path, .. } | FileCall::SetMode(path, _) => {
                drop(self.size(&system::inside(path)?)?);
            }
            FileCall::Input(_) | FileCall::SetMask(_) => {}
        }
        Ok(Reply::None)
    }

    fn set(&self, path: &Path, to: Changed) {
        self.0.borrow_mut().insert(path.to_path_buf(), to);
    }

    fn changed(&self, path: &Path) -> Option<Changed> {
        self.0.borrow().get(path).cloned()
    }

    fn kind(&self, path: &Path) -> Kind {
        match self.0.borrow().get(path) {
            Some(Changed::File(_)) => Kind::File,
            Some(Changed::Folder) => Kind::Folder,
            Some(Changed::Gone) => Kind::Nothing,
            None if path.is_dir() => Kind::Folder,
            None if path.exists() => Kind::File,
            None => Kind::Nothing,
        }
    }

    /// What is made at the path has a folder to be in.
    fn has_room(&self, path: &Path) -> io::Result<()> {
        match path.parent().map_or(Kind::Nothing, |parent| self.kind(parent)) {
            Kind::Folder => Ok(()),
            Kind::File => failed(ENOTDIR),
            Kind::Nothing => failed(ENOENT),
        }
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        match self.changed(path) {
            Some(Changed::File(data)) => Ok(data),
            Some(Changed::Folder) => failed(EISDIR),
            Some(Changed::Gone) => failed(ENOENT),
            None => system::read(path),
        }
    }

    fn size(&self, path: &Path) -> io::Result<Reply> {
        match self.0.borrow().get(path) {
            Some(Changed::File(data)) => Ok(Reply::Int(data.len() as i64)),
            Some(Changed::Folder) => Ok(Reply::Int(0)),
            Some(Changed::Gone) => failed(ENOENT),
            None => system::size(path),
        }
    }

    fn list(&self, path: &Path) -> io::Result<Vec<String>> {
        match self.kind(path) {
            Kind::Nothing => return failed(ENOENT),
            Kind::File => return failed(ENOTDIR),
            Kind::Folder => {}
        }
        let mut names = if path.is_dir() { system::list(path)? } else { Vec::new() };
        let changes = self.0.borrow();
        let below = changes.keys().filter(|changed| changed.parent() == Some(path));
        names.extend(below.filter_map(|changed| Some(changed.file_name()?.to_string_lossy().into_owned())));
        names.sort_unstable();
        names.dedup();
        names.retain(|name| !matches!(changes.get(&path.join(name)), Some(Changed::Gone)));
        Ok(names)
    }

    fn write(&self, path: &Path, data: &[u8], how: WriteHow) -> io::Result<()> {
        let kind = self.kind(path);
        match (how, kind) {
            (WriteHow::Create, Kind::File | Kind::Folder) => return failed(EEXIST),
            (_, Kind::Folder) => return failed(EISDIR),
            (WriteHow::Append, Kind::File) => return self.append(path, data),
            (_, Kind::File) => {}
            (_, Kind::Nothing) => self.has_room(path)?,
        }
        self.set(path, Changed::File(data.to_vec()));
        Ok(())
    }

    fn append(&self, path: &Path, data: &[u8]) -> io::Result<()> {
        if let Some(Changed::File(before)) = self.0.borrow_mut().get_mut(path) {
            before.extend_from_slice(data);
            return Ok(());
        }
        self.set(path, Changed::File([&system::read(path)?, data].concat()));
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        match self.kind(path) {
            Kind::Nothing => failed(ENOENT),
            Kind::Folder => failed(EISDIR),
            Kind::File => {
                self.set(path, Changed::Gone);
                Ok(())
            }
        }
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        if self.kind(path) != Kind::Nothing {
            return failed(EEXIST);
        }
        self.has_room(path)?;
        self.set(path, Changed::Folder);
        Ok(())
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        if !self.list(path)?.is_empty() {
            return failed(ENOTEMPTY);
        }
        self.set(path, Changed::Gone);
        Ok(())
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        match (self.kind(from), self.kind(to)) {
            (Kind::Nothing, _) => return failed(ENOENT),
            (Kind::File, Kind::Folder) => return failed(EISDIR),
            (Kind::Folder, Kind::File) => return failed(ENOTDIR),
            (Kind::Folder, Kind::Folder) if from != to && !self.list(to)?.is_empty() => return failed(ENOTEMPTY),
            _ => self.has_room(to)?,
        }
        if from != to { self.take_over(from, to) } else { Ok(()) }
    }

    /// With all that is in it.
    fn take_over(&self, from: &Path, to: &Path) -> io::Result<()> {
        if self.kind(from) == Kind::Folder {
            self.set(to, Changed::Folder);
            for name in self.list(from)? {
                self.take_over(&from.join(&name), &to.join(&name))?;
            }
        } else {
            let data = self.read(from)?;
            self.set(to, Changed::File(data));
        }
        self.set(from, Changed::Gone);
        Ok(())
    }
}

fn failed<T>(number: i32) -> io::Result<T> {
    Err(io::Error::from_raw_os_error(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(path: &str, data: &[u8], how: WriteHow) -> FileCall {
        FileCall::Write { path: path.to_owned(), data: data.to_vec(), how }
    }

    /// What a reply is, in short.
    fn told(scratch: &Scratch, call: &FileCall) -> String {
        match scratch.attend(call) {
            Reply::Bytes(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
            Reply::Text(text) => text,
            Reply::Texts(texts) => texts.join(" "),
            Reply::Int(number) => number.to_string(),
            Reply::Failed(number, _) => format!("error {number}"),
            Reply::None => "done".to_owned(),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn what_is_changed_is_seen_and_the_folder_stays_as_it_is() {
        let scratch = Scratch::default();
        let at = |path: &str| path.to_owned();
        let steps = [
            (write("new.txt", b"one", WriteHow::Append), "done"),
            (write("new.txt", b" two", WriteHow::Append), "done"),
            (FileCall::Read(at("new.txt")), "one two"),
            (FileCall::Size(at("./new.txt")), "7"),
            (write("new.txt", b"", WriteHow::Create), "error 17"),
            (write("Cargo.toml", b"gone", WriteHow::Replace), "done"),
            (FileCall::Read(at("Cargo.toml")), "gone"),
            (FileCall::Remove(at("LICENSE")), "done"),
            (FileCall::Kind(at("LICENSE")), ""),
            (FileCall::Read(at("LICENSE")), "error 2"),
            (write("none/file", b"", WriteHow::Replace), "error 2"),
            (write("../out", b"", WriteHow::Replace), "error 13"),
            (FileCall::MakeFolder(at("made")), "done"),
            (FileCall::Rename(at("new.txt"), at("made/old.txt")), "done"),
            (FileCall::List(at("made")), "old.txt"),
            (FileCall::RemoveFolder(at("made")), "error 39"),
            (FileCall::Rename(at("made"), at("moved")), "done"),
            (FileCall::Read(at("moved/old.txt")), "one two"),
            (FileCall::Kind(at("made")), ""),
            (FileCall::Remove(at("moved")), "error 21"),
            (FileCall::Kind(at("src")), "folder"),
        ];
        for (call, reply) in steps {
            assert_eq!(told(&scratch, &call), reply, "{call:?}");
        }
        let names = told(&scratch, &FileCall::List(".".to_owned()));
        assert!(names.contains("moved") && !names.contains("LICENSE"), "{names}");
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        assert!(root.join("LICENSE").exists() && !root.join("new.txt").exists() && !root.join("moved").exists());
        assert!(std::fs::read(root.join("Cargo.toml")).unwrap().starts_with(b"[package]"));
    }
}
