//! Compression as zlib does it, piece by piece. Knows the data and zlib's own frame, no gzip.

use miniz_oxide::deflate::core::{CompressorOxide, create_comp_flags_from_zip_params};
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::stream::{InflateState, inflate};
use miniz_oxide::{DataFormat, MZError, MZFlush, MZStatus};
use std::fmt;

/// Bytes that come out at once.
const PIECE: usize = 1 << 15;

/// How far compression, or unpacking, has come.
#[derive(Clone)]
pub enum Stream {
    Pack(Box<CompressorOxide>),
    Unpack(Box<Unpacker>),
}

impl fmt::Debug for Stream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Stream::Pack(_) => f.write_str("Pack"),
            Stream::Unpack(_) => f.write_str("Unpack"),
        }
    }
}

impl Stream {
    /// Level from 0 to 9, strategy as zlib numbers it; in zlib's frame, or without one.
    pub fn pack(level: i32, is_framed: bool, strategy: i32) -> Stream {
        let flags = create_comp_flags_from_zip_params(level, is_framed.into(), strategy);
        Stream::Pack(Box::new(CompressorOxide::new(flags)))
    }

    pub fn unpack(is_framed: bool) -> Stream {
        let format = if is_framed { DataFormat::Zlib } else { DataFormat::Raw };
        Stream::Unpack(Box::new(Unpacker { state: InflateState::new_boxed(format), is_framed, head: Vec::new() }))
    }
}

/// What comes out for these data. `flush` as zlib numbers it.
pub fn packed(state: &mut CompressorOxide, data: &[u8], flush: i32) -> Vec<u8> {
    let flush = MZFlush::new(flush).unwrap_or(MZFlush::Sync);
    let mut out = Vec::new();
    let mut at = 0;
    let mut piece = vec![0; PIECE];
    loop {
        let result = miniz_oxide::deflate::stream::deflate(state, &data[at..], &mut piece, flush);
        at += result.bytes_consumed;
        out.extend_from_slice(&piece[..result.bytes_written]);
        let is_full = result.bytes_written == PIECE;
        if result.status != Ok(MZStatus::Ok) || (at == data.len() && !is_full) {
            return out;
        }
    }
}

/// How far unpacking has come.
#[derive(Clone)]
pub struct Unpacker {
    state: Box<InflateState>,
    is_framed: bool,
    /// The first two bytes, as far as they are there.
    head: Vec<u8>,
}

/// What came out.
pub struct Unpacked {
    pub out: Vec<u8>,
    /// How many bytes of the data it was made of.
    pub consumed: usize,
    pub is_over: bool,
}

impl Unpacker {
    /// No more than `most` bytes come out. A failure is told in zlib's words.
    pub fn unpacked(&mut self, data: &[u8], most: usize) -> Result<Unpacked, &'static str> {
        self.check_head(data)?;
        let mut made = Unpacked { out: Vec::new(), consumed: 0, is_over: false };
        let mut piece = vec![0; PIECE.min(most)];
        while made.out.len() < most {
            let room = PIECE.min(most - made.out.len());
            let result = inflate(&mut self.state, &data[made.consumed..], &mut piece[..room], MZFlush::None);
            made.consumed += result.bytes_consumed;
            made.out.extend_from_slice(&piece[..result.bytes_written]);
            match result.status {
                Ok(MZStatus::StreamEnd) => {
                    made.is_over = true;
                    break;
                }
                Ok(_) if made.consumed == data.len() && result.bytes_written < room => break,
                Ok(_) => {}
                Err(MZError::Buf) => break,
                Err(_) if self.state.last_status() == TINFLStatus::Adler32Mismatch => {
                    return Err("incorrect data check");
                }
                Err(_) => return Err("invalid data"),
            }
        }
        Ok(made)
    }

    fn check_head(&mut self, data: &[u8]) -> Result<(), &'static str> {
        if !self.is_framed || self.head.len() == 2 {
            return Ok(());
        }
        self.head.extend(data.iter().take(2 - self.head.len()));
        match self.head[..] {
            [first, second] if first & 15 != 8 || (u32::from(first) << 8 | u32::from(second)) % 31 != 0 => {
                Err("incorrect header check")
            }
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unpacked(framed: &[u8]) -> Result<Unpacked, &'static str> {
        let Stream::Unpack(mut unpacker) = Stream::unpack(true) else { panic!("it unpacks") };
        let (first, rest) = framed.split_at(framed.len() / 2);
        let mut whole = unpacker.unpacked(first, usize::MAX)?;
        let second = unpacker.unpacked(&[&first[whole.consumed..], rest].concat(), usize::MAX)?;
        whole.out.extend(second.out);
        Ok(Unpacked { is_over: second.is_over, ..whole })
    }

    #[test]
    fn what_was_packed_in_pieces_is_unpacked_in_pieces() {
        let data: Vec<u8> = (0..300_000_u32).flat_map(|number| (number / 7).to_le_bytes()).collect();
        let Stream::Pack(mut state) = Stream::pack(6, true, 0) else { panic!("it packs") };
        let mut framed = packed(&mut state, &data[..100_000], 0);
        framed.extend(packed(&mut state, &data[100_000..], 2));
        framed.extend(packed(&mut state, &[], 4));
        assert!(framed.len() < data.len());
        let whole = unpacked(&framed).expect("it is whole");
        assert!(whole.is_over && whole.out == data);
        let last = framed.len() - 1;
        framed[last] ^= 1;
        assert_eq!(unpacked(&framed).err(), Some("incorrect data check"));
        assert_eq!(unpacked(b"text").err(), Some("incorrect header check"));
    }
}
