//! A fast way for integers beyond 64 bits: a sum in a variable that owns it alone grows in its place.

use crate::vm::heap::Heap;
use crate::vm::int::MAX_BITS;
use crate::vm::noted::Note;
use crate::vm::value::{Object, Value};
use num_traits::ToPrimitive;

/// `variable += number`; says whether it could be done so.
#[inline(never)]
pub fn add_into(heap: &mut Heap, variable: Value, number: Value) -> bool {
    let (Value::Obj(at), Value::Int(number)) = (variable, number) else { return false };
    if heap.owners_if_not_watched(at) != Some(1) {
        return false;
    }
    let Some(Object::BigInt(big)) = heap.get_mut(at) else { return false };
    // One that comes near 64 bits may become one that stands in a value.
    if big.bits() <= 66 && big.to_i128().is_none_or(|sum| i64::try_from(sum + i128::from(number)).is_ok())
        || big.bits() >= MAX_BITS
    {
        return false;
    }
    **big += number;
    heap.note(Note::Whole);
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use num_bigint::BigInt;

    fn sum(big: i128, number: i64) -> Option<String> {
        let mut heap = Heap::default();
        let variable = heap.new_int(BigInt::from(big));
        let done = add_into(&mut heap, variable, Value::Int(number));
        let Value::Obj(at) = variable else { panic!("it is beyond 64 bits") };
        let Object::BigInt(big) = heap.get(at) else { panic!("it was made so") };
        done.then(|| big.to_string())
    }

    #[test]
    fn a_big_integer_grows_in_its_place_but_never_into_one_of_64_bits() {
        let limit = i128::from(i64::MAX);
        assert_eq!(sum(limit + 1, 5), Some((limit + 6).to_string()));
        assert_eq!(sum(limit + 1, -1), None);
        assert_eq!(sum(-limit - 2, 1), None);
        assert_eq!(sum(1 << 100, i64::MIN), Some(((1i128 << 100) - (1 << 63)).to_string()));
    }

    #[test]
    fn a_big_integer_with_two_owners_stays_as_it_is() {
        let mut heap = Heap::default();
        let variable = heap.new_int(BigInt::from(1i128 << 100));
        heap.keep(variable);
        assert!(!add_into(&mut heap, variable, Value::Int(1)));
    }
}
