//! Hashes, and keys made of passwords. Bytes in, bytes out.

use blake2::digest::array::Array;
use blake2::digest::block_api::{BlockSizeUser, Buffer, VariableOutputCore};
use blake2::{Blake2b512, Blake2bVarCore, Blake2s256, Blake2sVarCore};
use md5::Md5;
use pbkdf2::hmac::{Hmac, SimpleHmac};
use sha1::Sha1;
use sha2::{Digest, Sha224, Sha256, Sha384, Sha512};
use sha3::{Sha3_224, Sha3_256, Sha3_384, Sha3_512};
use std::fmt;

/// How far a hash has come.
#[derive(Clone, Debug)]
pub enum Hasher {
    Md5(Md5),
    Sha1(Sha1),
    Sha224(Sha224),
    Sha256(Sha256),
    Sha384(Sha384),
    Sha512(Sha512),
    Sha3_224(Sha3_224),
    Sha3_256(Sha3_256),
    Sha3_384(Sha3_384),
    Sha3_512(Sha3_512),
    Blake2b(Blake2<Blake2bVarCore>),
    Blake2s(Blake2<Blake2sVarCore>),
}

/// The same for whichever hash it is.
macro_rules! for_each_hash {
    ($hasher:expr, $state:ident => $what:expr) => {
        match $hasher {
            Hasher::Md5($state) => $what,
            Hasher::Sha1($state) => $what,
            Hasher::Sha224($state) => $what,
            Hasher::Sha256($state) => $what,
            Hasher::Sha384($state) => $what,
            Hasher::Sha512($state) => $what,
            Hasher::Sha3_224($state) => $what,
            Hasher::Sha3_256($state) => $what,
            Hasher::Sha3_384($state) => $what,
            Hasher::Sha3_512($state) => $what,
            Hasher::Blake2b($state) => $what,
            Hasher::Blake2s($state) => $what,
        }
    };
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
            "sha3_224" => Hasher::Sha3_224(Sha3_224::new()),
            "sha3_256" => Hasher::Sha3_256(Sha3_256::new()),
            "sha3_384" => Hasher::Sha3_384(Sha3_384::new()),
            "sha3_512" => Hasher::Sha3_512(Sha3_512::new()),
            "blake2b" => Hasher::blake2b(&Blake2Settings { size: 64, ..Blake2Settings::default() }),
            "blake2s" => Hasher::blake2s(&Blake2Settings { size: 32, ..Blake2Settings::default() }),
            _ => return None,
        })
    }

    /// The size and the key are at most 64 bytes, salt and person 16.
    pub fn blake2b(settings: &Blake2Settings) -> Hasher {
        let Blake2Settings { size, key, salt, person } = settings;
        Hasher::Blake2b(Blake2::new(Blake2bVarCore::new_with_params(salt, person, key.len(), *size), *size, key))
    }

    /// The size and the key are at most 32 bytes, salt and person 8.
    pub fn blake2s(settings: &Blake2Settings) -> Hasher {
        let Blake2Settings { size, key, salt, person } = settings;
        Hasher::Blake2s(Blake2::new(Blake2sVarCore::new_with_params(salt, person, key.len(), *size), *size, key))
    }

    #[must_use]
    pub fn updated(mut self, data: &[u8]) -> Hasher {
        for_each_hash!(&mut self, state => state.update(data));
        self
    }

    pub fn digest(&self) -> Vec<u8> {
        for_each_hash!(self.clone(), state => state.finalize().to_vec())
    }

    /// Bytes of the digest, and of a block.
    pub fn sizes(&self) -> (usize, usize) {
        match self {
            Hasher::Md5(_) => (16, 64),
            Hasher::Sha1(_) => (20, 64),
            Hasher::Sha224(_) => (28, 64),
            Hasher::Sha256(_) => (32, 64),
            Hasher::Sha384(_) => (48, 128),
            Hasher::Sha512(_) => (64, 128),
            Hasher::Sha3_224(_) => (28, 144),
            Hasher::Sha3_256(_) => (32, 136),
            Hasher::Sha3_384(_) => (48, 104),
            Hasher::Sha3_512(_) => (64, 72),
            Hasher::Blake2b(state) => (state.size, 128),
            Hasher::Blake2s(state) => (state.size, 64),
        }
    }

    /// The key that PBKDF2 makes with this hash, by HMAC.
    pub fn pbkdf2(&self, password: &[u8], salt: &[u8], rounds: u32, size: usize) -> Vec<u8> {
        let mut key = vec![0; size];
        let make = match self {
            Hasher::Md5(_) => pbkdf2::pbkdf2::<Hmac<Md5>>,
            Hasher::Sha1(_) => pbkdf2::pbkdf2::<Hmac<Sha1>>,
            Hasher::Sha224(_) => pbkdf2::pbkdf2::<Hmac<Sha224>>,
            Hasher::Sha256(_) => pbkdf2::pbkdf2::<Hmac<Sha256>>,
            Hasher::Sha384(_) => pbkdf2::pbkdf2::<Hmac<Sha384>>,
            Hasher::Sha512(_) => pbkdf2::pbkdf2::<Hmac<Sha512>>,
            Hasher::Sha3_224(_) => pbkdf2::pbkdf2::<SimpleHmac<Sha3_224>>,
            Hasher::Sha3_256(_) => pbkdf2::pbkdf2::<SimpleHmac<Sha3_256>>,
            Hasher::Sha3_384(_) => pbkdf2::pbkdf2::<SimpleHmac<Sha3_384>>,
            Hasher::Sha3_512(_) => pbkdf2::pbkdf2::<SimpleHmac<Sha3_512>>,
            Hasher::Blake2b(_) => pbkdf2::pbkdf2::<SimpleHmac<Blake2b512>>,
            Hasher::Blake2s(_) => pbkdf2::pbkdf2::<SimpleHmac<Blake2s256>>,
        };
        make(password, salt, rounds, &mut key).expect("HMAC takes keys of any length");
        key
    }
}

/// What BLAKE2 is told besides the data.
#[derive(Default)]
pub struct Blake2Settings {
    /// Bytes of the digest.
    pub size: usize,
    pub key: Vec<u8>,
    pub salt: Vec<u8>,
    pub person: Vec<u8>,
}

/// BLAKE2 with a digest of any size.
#[derive(Clone)]
pub struct Blake2<Core: VariableOutputCore> {
    core: Core,
    buffer: Buffer<Core>,
    size: usize,
}

impl<Core: VariableOutputCore> Blake2<Core> {
    /// A key is hashed first, as a block of its own.
    fn new(core: Core, size: usize, key: &[u8]) -> Blake2<Core> {
        let mut made = Blake2 { core, buffer: Buffer::<Core>::default(), size };
        if !key.is_empty() {
            let mut block = Array::<u8, <Core as BlockSizeUser>::BlockSize>::default();
            block[..key.len()].copy_from_slice(key);
            made.update(&block);
        }
        made
    }

    fn update(&mut self, data: &[u8]) {
        self.buffer.digest_blocks(data, |blocks| self.core.update_blocks(blocks));
    }

    fn finalize(mut self) -> Vec<u8> {
        let mut whole = Array::default();
        self.core.finalize_variable_core(&mut self.buffer, &mut whole);
        whole[..self.size].to_vec()
    }
}

impl<Core: VariableOutputCore> fmt::Debug for Blake2<Core> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Blake2").field("size", &self.size).finish_non_exhaustive()
    }
}

/// How much work scrypt is to be.
#[derive(Clone, Copy, Debug)]
pub struct ScryptCost {
    /// The memory has 2 to this power of blocks.
    pub log_n: u8,
    /// A block has so many times 128 bytes.
    pub r: u32,
    /// It is gone through so often.
    pub p: u32,
}

impl ScryptCost {
    /// Bytes of memory, each time counted.
    pub fn bytes(self) -> usize {
        (1_usize << self.log_n).saturating_mul(128).saturating_mul(self.r as usize).saturating_mul(self.p as usize)
    }

    /// None: no such cost is allowed.
    pub fn key(self, password: &[u8], salt: &[u8], size: usize) -> Option<Vec<u8>> {
        let params = scrypt::Params::new(self.log_n, self.r, self.p).ok()?;
        let mut key = vec![0; size];
        scrypt::scrypt(password, salt, &params, &mut key).ok().map(|()| key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hex(bytes: &[u8]) -> String {
        bytes.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    #[test]
    fn hashes_are_those_of_their_standards() {
        let abc = |name| hex(&Hasher::named(name).expect("it is known").updated(b"abc").digest());
        assert_eq!(abc("md5"), "900150983cd24fb0d6963f7d28e17f72");
        assert_eq!(abc("sha1"), "a9993e364706816aba3e25717850c26c9cd0d89d");
        assert_eq!(abc("sha256"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(abc("sha3_256"), "3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532");
        assert_eq!(abc("blake2s"), "508c5e8c327c14e2e1a72ba34eeb452f37458b209ed63a294d999b4c86675982");
    }

    #[test]
    fn sizes_are_those_of_the_digests() {
        for name in ["md5", "sha1", "sha224", "sha384", "sha512", "sha3_224", "sha3_384", "sha3_512", "blake2b"] {
            let hasher = Hasher::named(name).expect("it is known");
            assert_eq!(hasher.digest().len(), hasher.sizes().0, "{name}");
        }
    }

    #[test]
    fn keys_are_those_of_their_standards() {
        let sha1 = Hasher::named("sha1").expect("it is known");
        assert_eq!(hex(&sha1.pbkdf2(b"password", b"salt", 2, 20)), "ea6c014dc72d6f8ccd1ed92ace1d41f0d8de8957");
        let key = ScryptCost { log_n: 4, r: 1, p: 1 }.key(b"", b"", 16).expect("it is allowed");
        assert_eq!(hex(&key), "77d6576238657b203b19ca42c18a0497");
    }
}
