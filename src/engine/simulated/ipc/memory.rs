//! Blocks of memory that processes share, by number and some by name.

use super::holders::Holders;
use crate::ids::ProcessId;
use crate::vm::Reply;
use crate::vm::system::process::{MemoryCall, errno};
use std::collections::BTreeMap;

/// The most that all blocks of a run may take together, in bytes.
const MOST: usize = 1 << 30;

#[derive(Debug, Default)]
pub(super) struct Memory {
    blocks: BTreeMap<i64, Block>,
    names: BTreeMap<String, i64>,
    made: i64,
    size: usize,
}

#[derive(Debug)]
struct Block {
    bytes: Vec<u8>,
    /// How many bytes from the first on have been used.
    used: usize,
    holders: Holders,
    is_named: bool,
}

impl Memory {
    pub fn attend(&mut self, me: ProcessId, call: &MemoryCall) -> Reply {
        match call {
            MemoryCall::Create { name, size } => self.create(me, name.as_deref(), *size),
            MemoryCall::Attach(name) => self.attach(me, name),
            MemoryCall::Adopt(block) => self.with(*block, |block| {
                block.holders.add(me);
                Reply::None
            }),
            MemoryCall::Detach(block) => self.detach(me, *block),
            MemoryCall::Read { block, at, size } => self.with(*block, |block| {
                let end = at.checked_add(*size);
                let part = end.and_then(|end| block.bytes.get(*at..end));
                part.map_or_else(|| Reply::failed(errno::EFAULT), |part| Reply::Bytes(part.to_vec()))
            }),
            MemoryCall::Write { block, at, data } => self.with(*block, |block| {
                let end = at.checked_add(data.len());
                let Some(part) = end.and_then(|end| block.bytes.get_mut(*at..end)) else {
                    return Reply::failed(errno::EFAULT);
                };
                part.copy_from_slice(data);
                Reply::None
            }),
            MemoryCall::Unlink(name) => self.unlink(name),
        }
    }

    /// How many bytes the call is the first to use. A block without a name is cleared by whoever makes it.
    pub fn first_uses(&mut self, call: &MemoryCall) -> usize {
        match call {
            MemoryCall::Create { name: None, size } => *size,
            MemoryCall::Write { block, at, data } => {
                let Some(block) = self.blocks.get_mut(block).filter(|block| block.is_named) else { return 0 };
                let end = at.saturating_add(data.len()).min(block.bytes.len());
                let first = end.saturating_sub(block.used.max(*at));
                block.used = block.used.max(end);
                first
            }
            _ => 0,
        }
    }

    fn create(&mut self, me: ProcessId, name: Option<&str>, size: usize) -> Reply {
        if name.is_some_and(|name| self.names.contains_key(name)) {
            return Reply::failed(errno::EEXIST);
        }
        if self.size.saturating_add(size) > MOST {
            return Reply::failed(errno::ENOMEM);
        }
        self.made += 1;
        self.size += size;
        let mut holders = Holders::default();
        holders.add(me);
        self.blocks.insert(self.made, Block { bytes: vec![0; size], used: 0, holders, is_named: name.is_some() });
        name.map(|name| self.names.insert(name.to_owned(), self.made));
        Reply::Ints(vec![self.made, size as i64])
    }

    fn attach(&mut self, me: ProcessId, name: &str) -> Reply {
        let number = self.names.get(name).copied();
        let found = number.and_then(|number| Some((number, self.blocks.get_mut(&number)?)));
        let Some((number, block)) = found else { return Reply::failed(errno::ENOENT) };
        block.holders.add(me);
        Reply::Ints(vec![number, block.bytes.len() as i64])
    }

    fn detach(&mut self, me: ProcessId, number: i64) -> Reply {
        let had = self.blocks.get_mut(&number).is_some_and(|block| block.holders.remove(me));
        self.free_if_unused(number);
        if had { Reply::None } else { Reply::failed(errno::EBADF) }
    }

    fn unlink(&mut self, name: &str) -> Reply {
        let Some(number) = self.names.remove(name) else { return Reply::failed(errno::ENOENT) };
        self.blocks.get_mut(&number).into_iter().for_each(|block| block.is_named = false);
        self.free_if_unused(number);
        Reply::None
    }

    fn with(&mut self, number: i64, act: impl FnOnce(&mut Block) -> Reply) -> Reply {
        self.blocks.get_mut(&number).map_or_else(|| Reply::failed(errno::EBADF), act)
    }

    fn free_if_unused(&mut self, number: i64) {
        if self.blocks.get(&number).is_some_and(|block| block.holders.is_empty() && !block.is_named)
            && let Some(block) = self.blocks.remove(&number)
        {
            self.size -= block.bytes.len();
        }
    }

    pub fn copy(&mut self, parent: ProcessId, child: ProcessId) {
        self.blocks.values_mut().for_each(|block| block.holders.copy(parent, child));
    }

    pub fn leave(&mut self, process: ProcessId) {
        let left: Vec<i64> =
            self.blocks.iter_mut().filter_map(|(at, block)| block.holders.leave(process).then_some(*at)).collect();
        left.into_iter().for_each(|number| self.free_if_unused(number));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: ProcessId = ProcessId(0);
    const B: ProcessId = ProcessId(1);

    #[test]
    fn a_block_lives_as_long_as_it_has_a_name_or_an_owner() {
        let mut memory = Memory::default();
        let create = MemoryCall::Create { name: Some("one".to_owned()), size: 4 };
        assert!(matches!(memory.attend(A, &create), Reply::Ints(made) if made == [1, 4]));
        assert!(matches!(memory.attend(A, &create), Reply::Failed(errno::EEXIST, _)));
        assert!(
            matches!(memory.attend(B, &MemoryCall::Attach("one".to_owned())), Reply::Ints(found) if found == [1, 4])
        );
        memory.leave(A);
        assert!(matches!(memory.attend(B, &MemoryCall::Unlink("one".to_owned())), Reply::None));
        let write = MemoryCall::Write { block: 1, at: 2, data: vec![7, 8] };
        assert!(matches!(memory.attend(B, &write), Reply::None));
        let read = |at, size| MemoryCall::Read { block: 1, at, size };
        assert!(matches!(memory.attend(B, &read(1, 3)), Reply::Bytes(bytes) if bytes == [0, 7, 8]));
        assert!(matches!(memory.attend(B, &read(2, 3)), Reply::Failed(errno::EFAULT, _)));
        assert!(matches!(memory.attend(B, &MemoryCall::Detach(1)), Reply::None));
        assert!(matches!(memory.attend(B, &read(0, 1)), Reply::Failed(errno::EBADF, _)));
        assert_eq!(memory.size, 0);
    }
}
