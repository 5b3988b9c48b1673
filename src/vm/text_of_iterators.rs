//! What the iterators of `itertools` look like, which are generators here.

use super::generator::{Generator, State};
use super::heap::Heap;
use super::value::{Object, Value};

/// What it is called, for a generator of that module or of the library.
pub fn name(heap: &Heap, generator: &Generator) -> Option<&'static str> {
    let facts = heap.function_facts.get(generator.unit as usize)?;
    Some(match (&*facts.module, &*facts.name) {
        ("<library>", "until") => "callable_iterator",
        ("<library>", "map") => "map",
        ("<library>", "filter") => "filter",
        ("itertools", "_forever" | "_times") => "itertools.repeat",
        ("itertools", name) => ITERTOOLS
            .iter()
            .find(|known| known.trim_start_matches("itertools.").trim_start_matches('_') == &name[1..])?,
        _ => return None,
    })
}

/// The others of that module: their generators have these names behind a line.
const ITERTOOLS: [&str; 17] = [
    "itertools._tee",
    "itertools.accumulate",
    "itertools.chain",
    "itertools.combinations",
    "itertools.combinations_with_replacement",
    "itertools.compress",
    "itertools.count",
    "itertools.cycle",
    "itertools.dropwhile",
    "itertools.filterfalse",
    "itertools.islice",
    "itertools.pairwise",
    "itertools.permutations",
    "itertools.product",
    "itertools.starmap",
    "itertools.takewhile",
    "itertools.zip_longest",
];

/// What `count` and `repeat` show of what they were made with: a value and perhaps a second one. Borrowed.
pub fn arguments(heap: &Heap, generator: &Generator, name: &str) -> Option<(Value, Option<Value>)> {
    let facts = heap.function_facts.get(generator.unit as usize)?;
    let name = name.strip_prefix("itertools.")?;
    let (first, second) = (*generator.window.first()?, generator.window.get(1).copied());
    match name {
        "count" => Some((first, second.filter(|step| !matches!(step, Value::Int(1))))),
        "repeat" if &*facts.name == "_times" => Some((first, Some(times_left(heap, generator, second?)))),
        "repeat" => Some((first, None)),
        _ => None,
    }
}

fn times_left(heap: &Heap, generator: &Generator, times: Value) -> Value {
    let left = generator.window.iter().rev().find_map(|value| match value {
        Value::Obj(at) => match heap.get(*at) {
            Object::RangeIter(range) => Some(range.left as i64),
            _ => None,
        },
        _ => None,
    });
    match (left, times) {
        (Some(left), _) if generator.state != State::Ended => Value::Int(left),
        (_, Value::Int(times)) => Value::Int(times.max(0)),
        (_, other) => other,
    }
}
