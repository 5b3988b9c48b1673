//! Reads a pickle's bytes: arguments of opcodes by their kinds. Knows no value of the machine.

/// What is wrong with the bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// They end where an opcode was to come.
    Empty,
    /// Anything else, as CPython words it.
    Text(String),
}

pub fn wrong<T>(text: impl Into<String>) -> Read<T> {
    Err(Wrong::Text(text.into()))
}

pub type Read<T> = Result<T, Wrong>;

#[derive(Clone, Debug, Default)]
pub struct Reader {
    bytes: Box<[u8]>,
    pub at: usize,
    /// How many bytes of texts and byte strings there were.
    pub copied: usize,
}

impl Reader {
    pub fn new(bytes: &[u8], at: usize) -> Reader {
        Reader { bytes: bytes.into(), at, copied: 0 }
    }

    pub fn opcode(&mut self) -> Read<u8> {
        let opcode = *self.bytes.get(self.at).ok_or(Wrong::Empty)?;
        self.at += 1;
        Ok(opcode)
    }

    /// So many bytes.
    pub fn take(&mut self, count: u64) -> Read<&[u8]> {
        let end = usize::try_from(count).ok().and_then(|count| self.at.checked_add(count));
        match end.filter(|end| *end <= self.bytes.len()) {
            Some(end) => Ok(&self.bytes[std::mem::replace(&mut self.at, end)..end]),
            None => wrong("pickle data was truncated"),
        }
    }

    /// An unsigned number of so many bytes, at most eight, the lowest first.
    pub fn number(&mut self, width: u64) -> Read<u64> {
        let bytes = self.take(width)?;
        Ok(bytes.iter().rev().fold(0, |all, byte| all << 8 | u64::from(*byte)))
    }

    /// Bytes behind a length of so many bytes.
    pub fn sized(&mut self, width: u64) -> Read<&[u8]> {
        let length = self.number(width)?;
        self.check(length)?;
        self.copied += length as usize;
        self.take(length)
    }

    /// Up to the end of the line, which is left out.
    pub fn line(&mut self) -> Read<&[u8]> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        match rest.iter().position(|byte| *byte == b'\n') {
            Some(length) => {
                let start = self.at;
                self.at += length + 1;
                Ok(&self.bytes[start..start + length])
            }
            None => wrong("pickle data was truncated"),
        }
    }

    /// The same as a text.
    pub fn text_line(&mut self) -> Read<&str> {
        std::str::from_utf8(self.line()?).or_else(|_| wrong("invalid text in a pickle"))
    }

    /// Looks whether so many bytes are there.
    pub fn check(&self, count: u64) -> Read<()> {
        match (self.bytes.len() - self.at) as u64 >= count {
            true => Ok(()),
            false => wrong("pickle data was truncated"),
        }
    }
}
