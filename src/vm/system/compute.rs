//! What CPython computes in C with the lock let go: hashes, checksums, compression. Bytes in, bytes out.

use super::Reply;
use super::hashing::{Hasher, ScryptCost};
use super::packing::{Stream, packed};
use crate::vm::listed::listed;

/// No more is unpacked at once, in bytes.
const MOST: usize = 1 << 30;

/// How zlib numbers the end.
const FINISH: i32 = 4;

/// Work on bytes.
#[derive(Clone, Debug)]
pub enum Computation {
    Hash(Box<Hasher>, Vec<u8>),
    Pbkdf2 {
        hasher: Box<Hasher>,
        password: Vec<u8>,
        salt: Vec<u8>,
        rounds: u32,
        size: usize,
    },
    Scrypt {
        cost: ScryptCost,
        password: Vec<u8>,
        salt: Vec<u8>,
        size: usize,
    },
    Crc32(u32, Vec<u8>),
    Adler32(u32, Vec<u8>),
    /// Level from 0 to 9.
    Compress(u32, Vec<u8>),
    Decompress(Vec<u8>),
    /// The next piece; for what is packed how to flush, as zlib numbers it, else the most bytes that come out.
    Piece {
        stream: Box<Stream>,
        data: Vec<u8>,
        how: usize,
    },
}

listed! {
    /// What a computation's time depends on.
    pub enum Effort {
        Md5,
        Sha1,
        Sha256,
        Sha512,
        Sha3,
        Blake2b,
        Blake2s,
        Pbkdf2,
        Scrypt,
        Checksum,
        Compress,
        Decompress,
    }
}

impl Computation {
    /// The kinds of work, and how many bytes of each, of PBKDF2 how many rounds; of what is unpacked the bytes that come
    /// out count.
    pub fn efforts(&self, reply: &Reply) -> Vec<(Effort, usize)> {
        match self {
            Computation::Hash(hasher, data) => vec![hash_effort(hasher, data.len())],
            Computation::Pbkdf2 { hasher, rounds, size, .. } => {
                let (digest, block) = hasher.sizes();
                let rounds = (*rounds as usize).saturating_mul(size.div_ceil(digest));
                // Each hashes two blocks.
                vec![(Effort::Pbkdf2, rounds), hash_effort(hasher, rounds.saturating_mul(2 * block))]
            }
            Computation::Scrypt { cost, .. } => vec![(Effort::Scrypt, cost.bytes())],
            Computation::Crc32(_, data) | Computation::Adler32(_, data) => vec![(Effort::Checksum, data.len())],
            Computation::Compress(_, data) => vec![(Effort::Compress, data.len())],
            Computation::Decompress(data) => vec![unpacking(data, reply)],
            Computation::Piece { stream, data, .. } => match (&**stream, reply) {
                (Stream::Pack(_), _) => vec![(Effort::Compress, data.len())],
                (Stream::Unpack(_), Reply::Many(parts)) => vec![unpacking(data, &parts[1])],
                (Stream::Unpack(_), _) => vec![unpacking(data, reply)],
            },
        }
    }

    pub fn run(&self) -> Reply {
        match self {
            Computation::Hash(hasher, data) => Reply::Hasher(Box::new((**hasher).clone().updated(data))),
            Computation::Pbkdf2 { hasher, password, salt, rounds, size } => {
                Reply::Bytes(hasher.pbkdf2(password, salt, *rounds, *size))
            }
            Computation::Scrypt { cost, password, salt, size } => match cost.key(password, salt, *size) {
                Some(key) => Reply::Bytes(key),
                None => Reply::Failed(0, "Invalid parameter combination for n, r, p, maxmem.".to_owned()),
            },
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
            Computation::Compress(level, data) => match Stream::pack(*level as i32, true, 0) {
                Stream::Pack(mut state) => Reply::Bytes(packed(&mut state, data, FINISH)),
                Stream::Unpack(_) => Reply::None,
            },
            Computation::Decompress(data) => unpacked(data),
            Computation::Piece { stream, data, how } => piece((**stream).clone(), data, *how),
        }
    }
}

fn hash_effort(hasher: &Hasher, bytes: usize) -> (Effort, usize) {
    match hasher {
        Hasher::Md5(_) => (Effort::Md5, bytes),
        Hasher::Sha1(_) => (Effort::Sha1, bytes),
        Hasher::Sha224(_) | Hasher::Sha256(_) => (Effort::Sha256, bytes),
        Hasher::Sha384(_) | Hasher::Sha512(_) => (Effort::Sha512, bytes),
        // What is measured is SHA3-256, and a block takes the same in all of them.
        Hasher::Sha3_224(_) | Hasher::Sha3_256(_) | Hasher::Sha3_384(_) | Hasher::Sha3_512(_) => {
            (Effort::Sha3, (bytes as u128 * 136 / hasher.sizes().1 as u128) as usize)
        }
        Hasher::Blake2b(_) => (Effort::Blake2b, bytes),
        Hasher::Blake2s(_) => (Effort::Blake2s, bytes),
    }
}

/// The bytes that come out count.
fn unpacking(data: &[u8], reply: &Reply) -> (Effort, usize) {
    match reply {
        Reply::Bytes(out) => (Effort::Decompress, out.len()),
        _ => (Effort::Decompress, data.len()),
    }
}

/// The stream afterwards, and what came out; of what is unpacked also how many bytes were used, and whether it is over.
fn piece(mut stream: Stream, data: &[u8], how: usize) -> Reply {
    let parts = match &mut stream {
        Stream::Pack(state) => vec![Reply::Bytes(packed(state, data, how as i32))],
        Stream::Unpack(unpacker) => match unpacker.unpacked(data, how.min(MOST)) {
            Err(what) => return failed(what),
            Ok(made) if made.out.len() >= MOST => return too_much(),
            Ok(made) => {
                vec![Reply::Bytes(made.out), Reply::Int(made.consumed as i64), Reply::Bool(made.is_over)]
            }
        },
    };
    Reply::Many([Reply::Stream(Box::new(stream))].into_iter().chain(parts).collect())
}

fn unpacked(data: &[u8]) -> Reply {
    let Stream::Unpack(mut unpacker) = Stream::unpack(true) else { return Reply::None };
    match unpacker.unpacked(data, MOST) {
        Err(what) => failed(what),
        Ok(made) if made.out.len() >= MOST => too_much(),
        Ok(made) if made.is_over => Reply::Bytes(made.out),
        Ok(_) => Reply::Failed(-5, "Error -5 while decompressing data: incomplete or truncated stream".to_owned()),
    }
}

/// Errors are numbered as zlib's are.
fn failed(what: &str) -> Reply {
    Reply::Failed(-3, format!("Error -3 while decompressing data: {what}"))
}

fn too_much() -> Reply {
    Reply::Failed(0, "gilsim unpacks no more than 1 GiB at once".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_hash_two_blocks_for_each_digest_of_the_key() {
        let hasher = Box::new(Hasher::named("sha3_512").expect("it is known"));
        let work = Computation::Pbkdf2 { hasher, password: Vec::new(), salt: Vec::new(), rounds: 3, size: 65 };
        let efforts = work.efforts(&Reply::None);
        assert_eq!(efforts.iter().map(|(_, amount)| *amount).collect::<Vec<_>>(), [6, 6 * 2 * 136]);
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
