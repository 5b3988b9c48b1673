//! The words of a generator of random numbers.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub fn serialize<S: Serializer, const N: usize>(words: &[u32; N], to: S) -> Result<S::Ok, S::Error> {
    words.as_slice().serialize(to)
}

pub fn deserialize<'de, D: Deserializer<'de>, const N: usize>(from: D) -> Result<[u32; N], D::Error> {
    let words: Vec<u32> = Deserialize::deserialize(from)?;
    <[u32; N]>::try_from(words).map_err(|words| D::Error::invalid_length(words.len(), &"another number of words"))
}
