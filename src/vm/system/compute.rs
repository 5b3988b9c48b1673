//! What CPython computes in C with the lock let go: hashes, checksums, compression. Bytes in, bytes out.

use super::Reply;
use crate::vm::listed::listed;
use flate2::read::{ZlibDecoder, ZlibEncoder};
use md5::Md5;
use sha1::Sha1;
use sha2::{Digest, Sha224, Sha256, Sha384, Sha512};
use std::io::Read;

/// How far a hash has come.
#[derive(Clone, Debug)]
pub enum Hasher {
    Md5(Md5),
    Sha1(Sha1),
    Sha224(Sha224),
    Sha256(Sha256),
    Sha384(Sha384),
    Sha512(Sha512),
}

impl Hasher {
    pub fn named(name: &str) -> Option<Hasher> {
        Some(match name {
            "md5" => Hasher::Md5(Md5::new()),
            "sha1" => Hasher::Sha1(Sha1::new()),
            "sha224" => Hasher::Sha224(Sha224::new()),
            "sha256" => Hasher::Sha256(Sha256::new()),
            "sha384" => Hasher::Sha384(Sha384::new()),
            "sha512" => Hasher::Sha512(Sha512::new()),
            _ => return None,
        })
    }

    #[must_use]
    pub fn updated(mut self, data: &[u8]) -> Hasher {
        match &mut self {
            Hasher::Md5(state) => state.update(data),
            Hasher::Sha1(state) => state.update(data),
            Hasher::Sha224(state) => state.update(data),
            Hasher::Sha256(state) => state.update(data),
            Hasher::Sha384(state) => state.update(data),
            Hasher::Sha512(state) => state.update(data),
        }
        self
    }

    pub fn digest(&self) -> Vec<u8> {
        match self.clone() {
            Hasher::Md5(state) => state.finalize().to_vec(),
            Hasher::Sha1(state) => state.finalize().to_vec(),
            Hasher::Sha224(state) => state.finalize().to_vec(),
            Hasher::Sha256(state) => state.finalize().to_vec(),
            Hasher::Sha384(state) => state.finalize().to_vec(),
            Hasher::Sha512(state) => state.finalize().to_vec(),
        }
    }
}

/// No more is unpacked, in bytes.
const MOST: u64 = 1 << 30;

/// Work on bytes.
#[derive(Clone, Debug)]
pub enum Computation {
    Hash(Box<Hasher>, Vec<u8>),
    Crc32(u32, Vec<u8>),
    Adler32(u32, Vec<u8>),
    /// Level from 0 to 9.
    Compress(u32, Vec<u8>),
    Decompress(Vec<u8>),
}

listed! {
    /// What a computation's time depends on.
    pub enum Effort {
        Md5,
        Sha1,
        Sha256,
        Sha512,
        Checksum,
        Compress,
        Decompress,
    }
}

impl Computation {
    /// The kind of work, and how many bytes of it; of what is unpacked the bytes that come out count.
    pub fn effort(&self, reply: &Reply) -> (Effort, usize) {
        match self {
            Computation::Hash(hasher, data) => (hash_effort(hasher), data.len()),
            Computation::Crc32(_, data) | Computation::Adler32(_, data) => (Effort::Checksum, data.len()),
            Computation::Compress(_, data) => (Effort::Compress, data.len()),
            Computation::Decompress(data) => match reply {
                Reply::Bytes(out) => (Effort::Decompress, out.len()),
                _ => (Effort::Decompress, data.len()),
            },
        }
    }

    pub fn run(&self) -> Reply {
        match self {
            Computation::Hash(hasher, data) => Reply::Hasher(Box::new((**hasher).clone().updated(data))),
            Computation::Crc32(start, data) => {
                let mut state = crc32fast::Hasher::new_with_initial(*start);
                state.update(data);
                Reply::Int(state.finalize().into())
            }
            Computation::Adler32(start, data) => {
                let mut state = adler2::Adler32::from_checksum(*start);
                state.write_slice(data);
                Reply::Int(state.checksum().into())
            }
            Computation::Compress(level, data) => {
                let mut out = Vec::new();
                let read = ZlibEncoder::new(data.as_slice(), flate2::Compression::new(*level)).read_to_end(&mut out);
                read.map_or_else(|error| Reply::Failed(-2, error.to_string()), |_| Reply::Bytes(out))
            }
            Computation::Decompress(data) => unpacked(data),
        }
    }
}

fn hash_effort(hasher: &Hasher) -> Effort {
    match hasher {
        Hasher::Md5(_) => Effort::Md5,
        Hasher::Sha1(_) => Effort::Sha1,
        Hasher::Sha224(_) | Hasher::Sha256(_) => Effort::Sha256,
        Hasher::Sha384(_) | Hasher::Sha512(_) => Effort::Sha512,
    }
}

/// Errors are numbered as zlib's are.
fn unpacked(data: &[u8]) -> Reply {
    let is_header = matches!(data, [first, second, ..] if first & 15 == 8 && (u32::from(*first) << 8 | u32::from(*second)) % 31 == 0);
    if data.len() >= 2 && !is_header {
        return Reply::Failed(-3, "Error -3 while decompressing data: incorrect header check".to_owned());
    }
    let mut out = Vec::new();
    let mut decoder = ZlibDecoder::new(data);
    match decoder.by_ref().take(MOST).read_to_end(&mut out) {
        Ok(_) if out.len() as u64 >= MOST => Reply::Failed(0, "gilsim unpacks no more than 1 GiB at once".to_owned()),
        Ok(_) => Reply::Bytes(out),
        Err(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => {
            Reply::Failed(-5, "Error -5 while decompressing data: incomplete or truncated stream".to_owned())
        }
        Err(_) => Reply::Failed(-3, "Error -3 while decompressing data: invalid data".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hex(hasher: Hasher) -> String {
        hasher.digest().iter().map(|byte| format!("{byte:02x}")).collect()
    }

    #[test]
    fn hashes_are_those_of_their_standards() {
        let abc = |name| hex(Hasher::named(name).expect("it is known").updated(b"abc"));
        assert_eq!(abc("md5"), "900150983cd24fb0d6963f7d28e17f72");
        assert_eq!(abc("sha1"), "a9993e364706816aba3e25717850c26c9cd0d89d");
        assert_eq!(abc("sha256"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    #[test]
    fn what_was_packed_is_unpacked() {
        let data = b"again and again and again and again".to_vec();
        let Reply::Bytes(packed) = Computation::Compress(6, data.clone()).run() else { panic!("it cannot fail") };
        assert!(packed.len() < data.len());
        let Reply::Bytes(again) = Computation::Decompress(packed.clone()).run() else { panic!("it is whole") };
        assert_eq!(again, data);
        let cut = packed[..packed.len() - 6].to_vec();
        assert!(matches!(Computation::Decompress(cut).run(), Reply::Failed(-5, _)));
    }
}
