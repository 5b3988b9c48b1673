//! What the simulated machine says of files beside their contents: times are virtual ones, and what was there before the run
//! has been there since its clock began. Knows no file.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

/// What there is at a path, as far as its mode tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    File,
    Folder,
    Device,
}

/// Of all files that the run has changed or looked at, by their paths. Times are nanoseconds since 1970.
#[derive(Debug)]
pub struct Attributes {
    known: BTreeMap<PathBuf, Entry>,
    /// What files of before have for their times.
    beginning: i64,
    /// What new files are not given.
    mask: u32,
    numbers: i64,
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    number: i64,
    /// Without its kind; None: what files have that were there before.
    mode: Option<u32>,
    accessed: i64,
    modified: i64,
    changed: i64,
}

/// How large a block is, and in how many the system counts.
const BLOCK: i64 = 4096;
const UNIT: i64 = 512;

impl Attributes {
    pub fn new(beginning: i64) -> Attributes {
        Attributes { known: BTreeMap::new(), beginning, mask: 0o022, numbers: 1 }
    }

    /// What there is, in the order of `FileCall::Status`: on the first device, of the user and the group 0.
    pub fn status(&mut self, path: &str, kind: Kind, size: i64) -> Vec<i64> {
        let entry = *self.entry(path);
        let (format, usual) = match kind {
            Kind::File => (0o100000, 0o644),
            Kind::Folder => (0o040000, 0o755),
            Kind::Device => (0o020000, 0o666),
        };
        let mode = format | entry.mode.unwrap_or(usual);
        let (size, links) = if kind == Kind::Folder { (BLOCK, 2) } else { (size, 1) };
        let blocks = (size + BLOCK - 1) / BLOCK * (BLOCK / UNIT);
        let Entry { number, accessed, modified, changed, .. } = entry;
        vec![mode.into(), number, 1, links, 0, 0, size, accessed, modified, changed, BLOCK, blocks, 0]
    }

    /// A file or a folder is there that was not.
    pub fn made(&mut self, path: &str, kind: Kind, now: i64) {
        let usual = if kind == Kind::Folder { 0o777 } else { 0o666 };
        let mode = Some(usual & !self.mask);
        self.known.remove(&place(path));
        *self.entry(path) = Entry { number: self.numbers, mode, accessed: now, modified: now, changed: now };
        self.written_around(path, now);
    }

    pub fn written(&mut self, path: &str, now: i64) {
        let entry = self.entry(path);
        (entry.modified, entry.changed) = (now, now);
    }

    pub fn removed(&mut self, path: &str, now: i64) {
        self.known.remove(&place(path));
        self.written_around(path, now);
    }

    /// With all that is below; what was there is gone.
    pub fn renamed(&mut self, from: &str, to: &str, now: i64) {
        self.entry(from).changed = now;
        let (old, new) = (place(from), place(to));
        if old != new {
            self.known.retain(|path, _| !path.starts_with(&new) || path.starts_with(&old));
            let moved: Vec<PathBuf> = self.known.keys().filter(|path| path.starts_with(&old)).cloned().collect();
            for path in moved {
                let rest = path.strip_prefix(&old).unwrap_or(&path);
                let whole = if rest.as_os_str().is_empty() { new.clone() } else { new.join(rest) };
                if let Some(entry) = self.known.remove(&path) {
                    self.known.insert(whole, entry);
                }
            }
        }
        self.written_around(from, now);
        self.written_around(to, now);
    }

    pub fn set_times(&mut self, path: &str, accessed: i64, modified: i64, now: i64) {
        let entry = self.entry(path);
        (entry.accessed, entry.modified, entry.changed) = (accessed, modified, now);
    }

    pub fn set_mode(&mut self, path: &str, mode: u32, now: i64) {
        let entry = self.entry(path);
        (entry.mode, entry.changed) = (Some(mode & 0o7777), now);
    }

    /// The reply is what it was.
    pub fn set_mask(&mut self, mask: u32) -> u32 {
        std::mem::replace(&mut self.mask, mask & 0o777)
    }

    /// The folder that the path is in has another content.
    fn written_around(&mut self, path: &str, now: i64) {
        let place = place(path);
        let folder = place.parent().unwrap_or(Path::new("")).to_string_lossy().into_owned();
        self.written(&folder, now);
    }

    fn entry(&mut self, path: &str) -> &mut Entry {
        let (numbers, beginning) = (&mut self.numbers, self.beginning);
        self.known.entry(place(path)).or_insert_with(|| {
            *numbers += 1;
            let times = (beginning, beginning, beginning);
            Entry { number: *numbers, mode: None, accessed: times.0, modified: times.1, changed: times.2 }
        })
    }
}

/// The path from the root.
fn place(path: &str) -> PathBuf {
    Path::new(path).components().filter(|part| matches!(part, Component::Normal(_))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Number and time of the last change of the contents.
    fn seen(attributes: &mut Attributes, path: &str) -> (i64, i64) {
        let status = attributes.status(path, Kind::File, 5);
        (status[1], status[8])
    }

    #[test]
    fn what_was_there_before_has_one_time_and_what_is_written_its_own() {
        let mut attributes = Attributes::new(1000);
        assert_eq!(seen(&mut attributes, "./old").1, 1000);
        attributes.made("./new", Kind::File, 1007);
        assert_eq!(seen(&mut attributes, "new").1, 1007);
        assert_eq!(seen(&mut attributes, ".").1, 1007);
        attributes.written("old", 1008);
        assert_eq!(seen(&mut attributes, "./old").1, 1008);
        assert_eq!(seen(&mut attributes, "./.").1, 1007);
    }

    #[test]
    fn what_is_renamed_keeps_its_number_and_times_and_what_is_below() {
        let mut attributes = Attributes::new(0);
        attributes.made("a", Kind::Folder, 1);
        attributes.made("a/b", Kind::File, 2);
        attributes.made("c", Kind::File, 3);
        let before = seen(&mut attributes, "a/b");
        attributes.renamed("a", "d", 4);
        assert_eq!(seen(&mut attributes, "d/b"), before);
        assert_ne!(seen(&mut attributes, "a/b"), before);
        let before = seen(&mut attributes, "d/b");
        attributes.renamed("d/b", "c", 5);
        assert_eq!(seen(&mut attributes, "c"), before);
        attributes.removed("c", 6);
        assert_ne!(seen(&mut attributes, "c"), before);
        assert_eq!(seen(&mut attributes, ".").1, 6);
    }

    #[test]
    fn new_files_have_what_the_mask_leaves() {
        let mut attributes = Attributes::new(0);
        assert_eq!(attributes.set_mask(0o077), 0o022);
        attributes.made("file", Kind::File, 1);
        assert_eq!(attributes.status("file", Kind::File, 0)[0], 0o100600);
        attributes.set_mode("file", 0o100751, 2);
        assert_eq!(attributes.status("file", Kind::File, 0)[0], 0o100751);
    }
}
