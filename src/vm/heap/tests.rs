//! Objects die with their last owner, and nobody else.

use super::{Heap, Object, Value};

#[test]
fn an_object_dies_with_its_last_owner_and_its_slot_is_used_again() {
    let mut heap = Heap::default();
    let text = heap.new_str("text");
    let list = heap.take_list(vec![text, Value::Int(1)]);
    heap.keep(list);
    heap.drop_value(list);
    assert_eq!(heap.live(), 2);
    heap.drop_value(list);
    assert_eq!((heap.live(), heap.faults()), (0, 0));
    heap.new_str("again");
    assert_eq!((heap.live(), heap.slots.len()), (1, 2));
}

#[test]
fn a_reference_that_outlived_its_object_is_noticed() {
    let mut heap = Heap::default();
    let stale = heap.new_str("gone");
    heap.drop_value(stale);
    let other = heap.new_str("in the same slot");
    let Value::Obj(at) = stale else { panic!("a text is an object") };
    assert!(matches!(heap.get(at), Object::Free));
    heap.keep(stale);
    heap.drop_value(stale);
    assert!(heap.get_mut(at).is_none());
    assert_eq!((heap.faults(), heap.live()), (4, 1));
    heap.drop_value(other);
}

#[test]
fn a_long_chain_dies_without_recursion() {
    let mut heap = Heap::default();
    let mut chain = Value::None;
    for _ in 0..1_000_000 {
        chain = heap.take_list(vec![chain]);
    }
    heap.drop_value(chain);
    assert_eq!(heap.live(), 0);
}
