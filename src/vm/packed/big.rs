//! Integers of any size as bytes, the lowest first.

use num_bigint::BigInt;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub fn serialize<S: Serializer>(number: &BigInt, to: S) -> Result<S::Ok, S::Error> {
    number.to_signed_bytes_le().serialize(to)
}

pub fn deserialize<'de, D: Deserializer<'de>, T: From<BigInt>>(from: D) -> Result<T, D::Error> {
    let bytes: Vec<u8> = Deserialize::deserialize(from)?;
    Ok(BigInt::from_signed_bytes_le(&bytes).into())
}
