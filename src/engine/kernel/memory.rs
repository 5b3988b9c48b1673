//! Blocks of memory that processes share: files of the run's folder, read and written at offsets. A process that has a block
//! holds its file's lock with the others; who can have it alone is the last.

use super::{Folder, Kernel, errno};
use crate::vm::Reply;
use crate::vm::system::process::MemoryCall;
use crate::vm::system::process::errno::{EBADF, EEXIST, EFAULT, ENOENT};
use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::unix::fs::{FileExt, symlink};
use std::path::PathBuf;

/// No larger block is made, in bytes.
const MOST: usize = 1 << 32;

/// The blocks that this process has.
#[derive(Default)]
pub struct Blocks(BTreeMap<i64, Block>);

struct Block {
    file: File,
    size: usize,
    times: u32,
}

impl Blocks {
    pub fn counts(&self) -> Vec<(i64, u32)> {
        self.0.iter().map(|(number, block)| (*number, block.times)).collect()
    }

    /// The process has the block so many times more.
    pub fn adopt(&mut self, folder: &Folder, number: i64, times: u32) -> io::Result<usize> {
        if let Some(block) = self.0.get_mut(&number) {
            block.times += times;
            return Ok(block.size);
        }
        let file = OpenOptions::new().read(true).write(true).open(path(folder, number)).map_err(|_| errno(EBADF))?;
        file.lock_shared()?;
        let size = file.metadata()?.len() as usize;
        self.0.insert(number, Block { file, size, times });
        Ok(size)
    }

    fn get(&self, number: i64, at: usize, size: usize) -> io::Result<&File> {
        let block = self.0.get(&number).ok_or_else(|| errno(EBADF))?;
        match at.checked_add(size) {
            Some(end) if end <= block.size => Ok(&block.file),
            _ => Err(errno(EFAULT)),
        }
    }

    fn detach(&mut self, folder: &Folder, number: i64) -> io::Result<()> {
        let block = self.0.get_mut(&number).ok_or_else(|| errno(EBADF))?;
        block.times -= 1;
        if block.times > 0 {
            return Ok(());
        }
        self.0.remove(&number);
        remove_unowned(folder, number)
    }
}

/// A block without a name that nobody has is gone.
fn remove_unowned(folder: &Folder, number: i64) -> io::Result<()> {
    if marker(folder, number).exists() {
        return Ok(());
    }
    let Ok(file) = File::open(path(folder, number)) else { return Ok(()) };
    if file.try_lock().is_ok() {
        fs::remove_file(path(folder, number))?;
    }
    Ok(())
}

fn path(folder: &Folder, number: i64) -> PathBuf {
    folder.path().join(format!("m{number}"))
}

/// It is there as long as the block has a name.
fn marker(folder: &Folder, number: i64) -> PathBuf {
    folder.path().join(format!("m{number}.named"))
}

/// A link to the block's number. The name is written in hexadecimals: it may be any text.
fn link(folder: &Folder, name: &str) -> PathBuf {
    let name: String = name.bytes().map(|byte| format!("{byte:02x}")).collect();
    folder.path().join(format!("b{name}"))
}

fn number_of(folder: &Folder, name: &str) -> io::Result<i64> {
    let target = fs::read_link(link(folder, name)).map_err(|_| errno(ENOENT))?;
    target.to_string_lossy().parse().map_err(io::Error::other)
}

impl Kernel {
    pub(super) fn memory(&self, call: &MemoryCall) -> io::Result<Reply> {
        let folder = self.folder()?;
        let mut blocks = self.blocks.lock();
        match call {
            MemoryCall::Create { name, size } => {
                let number = self.number();
                create(folder, number, name.as_deref(), *size)?;
                blocks.adopt(folder, number, 1).map(|size| Reply::Ints(vec![number, size as i64]))
            }
            MemoryCall::Attach(name) => {
                let number = number_of(folder, name)?;
                blocks.adopt(folder, number, 1).map(|size| Reply::Ints(vec![number, size as i64]))
            }
            MemoryCall::Adopt(number) => blocks.adopt(folder, *number, 1).map(|_| Reply::None),
            MemoryCall::Detach(number) => blocks.detach(folder, *number).map(|()| Reply::None),
            MemoryCall::Read { block, at, size } => {
                let file = blocks.get(*block, *at, *size)?;
                let mut data = vec![0; *size];
                file.read_exact_at(&mut data, *at as u64)?;
                Ok(Reply::Bytes(data))
            }
            MemoryCall::Write { block, at, data } => {
                blocks.get(*block, *at, data.len())?.write_all_at(data, *at as u64)?;
                Ok(Reply::None)
            }
            MemoryCall::Unlink(name) => {
                let number = number_of(folder, name)?;
                fs::remove_file(link(folder, name)).map_err(|_| errno(ENOENT))?;
                fs::remove_file(marker(folder, number))?;
                if !blocks.0.contains_key(&number) {
                    remove_unowned(folder, number)?;
                }
                Ok(Reply::None)
            }
        }
    }
}

fn create(folder: &Folder, number: i64, name: Option<&str>, size: usize) -> io::Result<()> {
    if size > MOST {
        return Err(io::ErrorKind::OutOfMemory.into());
    }
    if let Some(name) = name {
        File::create_new(marker(folder, number))?;
        symlink(number.to_string(), link(folder, name)).map_err(|_| errno(EEXIST))?;
    }
    File::create_new(path(folder, number))?.set_len(size as u64)
}
