//! The functions of `math` over many numbers: exact sums, products, distances.

use super::real;
use super::whole::no_number;
use crate::bytecode::BinaryOp;
use crate::vm::arguments::{Arguments, has_method};
use crate::vm::arith::binary;
use crate::vm::error::{self, Result};
use crate::vm::heap::Heap;
use crate::vm::iter;
use crate::vm::noted::Note;
use crate::vm::numeric::Number;
use crate::vm::value::Value;

/// The items as floats.
fn reals(heap: &mut Heap, items: Value) -> Result<Vec<f64>> {
    let items = iter::collect(heap, items)?;
    let numbers = items.iter().map(|item| match Number::of(heap, *item) {
        Some(number) => number.to_float(),
        None if has_method(heap, *item, "__float__") => Err(error::needs_python()),
        None => Err(no_number(heap, *item)),
    });
    let numbers: Result<Vec<f64>> = numbers.collect();
    heap.drop_all(items);
    numbers
}

pub fn fsum(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let numbers = reals(heap, arguments.only(1, 1)?[0])?;
    heap.note_many(Note::Item, numbers.len());
    let (mut partials, mut special, mut infinities) = (Vec::new(), 0.0, 0.0);
    for number in numbers {
        let sum = add_exactly(&mut partials, number);
        if !sum.is_finite() {
            if number.is_finite() {
                return Err(error::overflow_error("intermediate overflow in fsum"));
            }
            if number.is_infinite() {
                infinities += number;
            }
            special += number;
            partials.clear();
        }
    }
    if special != 0.0 {
        return match f64::is_nan(infinities) {
            true => Err(error::value_error("-inf + inf in fsum")),
            false => Ok(Value::float(special)),
        };
    }
    Ok(Value::float(rounded_sum(&partials)))
}

/// Adds a number to partial sums that do not overlap, after Shewchuk's "Adaptive Precision Floating-Point Arithmetic",
/// and returns the last sum.
fn add_exactly(partials: &mut Vec<f64>, number: f64) -> f64 {
    let (mut x, mut kept) = (number, 0);
    for at in 0..partials.len() {
        let mut y = partials[at];
        if x.abs() < y.abs() {
            (x, y) = (y, x);
        }
        let high = x + y;
        let low = y - (high - x);
        if low != 0.0 {
            partials[kept] = low;
            kept += 1;
        }
        x = high;
    }
    partials.truncate(kept);
    if x != 0.0 {
        partials.push(x);
    }
    x
}

/// The sum of partial sums that do not overlap, rounded once, ties to even.
fn rounded_sum(partials: &[f64]) -> f64 {
    let Some((last, mut rest)) = partials.split_last() else { return 0.0 };
    let (mut high, mut low) = (*last, 0.0);
    while let Some((next, before)) = rest.split_last() {
        rest = before;
        let x = high;
        high = x + next;
        low = next - (high - x);
        if low != 0.0 {
            break;
        }
    }
    // Half way between two floats the partial sums below decide.
    if let Some(next) = rest.last()
        && (low < 0.0 && *next < 0.0 || low > 0.0 && *next > 0.0)
    {
        let doubled = low * 2.0;
        let x = high + doubled;
        if doubled == x - high {
            high = x;
        }
    }
    high
}

pub fn prod(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let start = arguments.keyword("start", &["start"])?.unwrap_or(Value::Int(1));
    let items = arguments.count(1, 1)?[0];
    let mut total = heap.keep(start);
    let multiplied = iter::for_each(heap, items, |heap, item| {
        let next = binary(heap, BinaryOp::Multiply, total, item)?;
        heap.drop_value(std::mem::replace(&mut total, next));
        Ok(true)
    });
    if multiplied.is_err() {
        heap.drop_value(total);
    }
    multiplied.map(|()| total)
}

pub fn hypot(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let numbers: Result<Vec<f64>> = arguments.only(0, usize::MAX)?.iter().map(|value| real(heap, *value)).collect();
    Ok(Value::float(norm(numbers?)))
}

pub fn dist(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let given = arguments.only(2, 2)?;
    let (from, to) = (reals(heap, given[0])?, reals(heap, given[1])?);
    if from.len() != to.len() {
        return Err(error::value_error("both points must have the same number of dimensions"));
    }
    Ok(Value::float(norm(from.iter().zip(&to).map(|(a, b)| a - b).collect())))
}

/// The Euclidean norm, with the error of each step carried along, as CPython 3.11's `vector_norm` does it.
fn norm(numbers: Vec<f64>) -> f64 {
    let numbers: Vec<f64> = numbers.into_iter().map(f64::abs).collect();
    let largest = numbers.iter().copied().fold(0.0, f64::max);
    if largest.is_infinite() {
        return f64::INFINITY;
    }
    if numbers.iter().any(|number| number.is_nan()) {
        return f64::NAN;
    }
    if largest == 0.0 || numbers.len() < 2 {
        return largest;
    }
    let (_, exponent) = libm::frexp(largest);
    if exponent < -1023 {
        // The largest is subnormal: made larger first, exactly.
        let scaled = numbers.iter().map(|number| number / f64::MIN_POSITIVE).collect();
        return f64::MIN_POSITIVE * norm(scaled);
    }
    let scale = libm::ldexp(1.0, -exponent);
    let scaled: Vec<f64> = numbers.iter().map(|number| number * scale).collect();
    corrected_root(&scaled) / scale
}

/// The square root of the sum of the squares; the numbers are below 1.
fn corrected_root(numbers: &[f64]) -> f64 {
    let mut squares = Squares { sum: 1.0, first: 0.0, second: 0.0 };
    numbers.iter().for_each(|number| squares.add_product(*number, *number));
    let root = squares.total().sqrt();
    // One step of Newton's with the error of the square computed exactly.
    squares.add_product(-root, root);
    root + squares.total() / (2.0 * root)
}

/// A sum of products, and apart from it what rounding has lost.
struct Squares {
    /// Begins at 1, which is more than any product.
    sum: f64,
    first: f64,
    second: f64,
}

impl Squares {
    fn add_product(&mut self, a: f64, b: f64) {
        let (product, rest) = product(a, b);
        let before = self.sum;
        self.sum += product;
        self.first += rest;
        self.second += product - (self.sum - before);
    }

    fn total(&self) -> f64 {
        self.sum - 1.0 + (self.first + self.second)
    }
}

/// The product and its rounding error, by Veltkamp's and Dekker's splitting.
fn product(a: f64, b: f64) -> (f64, f64) {
    let split = |x: f64| {
        let t = x * 134_217_729.0; // 2^27 + 1
        let high = t - (t - x);
        (high, x - high)
    };
    let ((a_high, a_low), (b_high, b_low)) = (split(a), split(b));
    let (outer, inner) = (a_high * b_high, a_high * b_low + a_low * b_high);
    let product = outer + inner;
    (product, outer - product + inner + a_low * b_low)
}
