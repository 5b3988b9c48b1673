//! Expressions that are constants: worked out while compiling, with CPython's bounds on how large a result may become
//! (`Python/ast_opt.c`, 3.11). What would raise is left for when it is executed.

use crate::bytecode::{BinaryOp, Const};
use crate::lang::tree::{Expr, ExprKind, UnaryOp};
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive, Zero};

/// Products, powers and shifts with more binary digits are not worked out.
const MOST_BITS: u64 = 128;
/// Nor texts with more characters, and tuples with more items.
const MOST_CHARACTERS: usize = 4096;
const MOST_ITEMS: usize = 256;

/// The value that an expression always has.
pub(super) fn constant(expr: &Expr) -> Option<Const> {
    match &expr.kind {
        ExprKind::Const(constant) => Some(constant.clone()),
        ExprKind::Unary(op, operand) => unary(*op, &constant(operand)?),
        ExprKind::Binary(op, left, right) => binary(*op, &constant(left)?, &constant(right)?),
        ExprKind::Tuple(items) => constants(items),
        _ => None,
    }
}

/// The tuple of items all of which are constants.
pub(super) fn constants(items: &[Expr]) -> Option<Const> {
    items.iter().map(constant).collect::<Option<_>>().map(Const::Tuple)
}

pub(super) fn truth(constant: &Const) -> bool {
    match constant {
        Const::None => false,
        Const::Bool(holds) => *holds,
        Const::Int(number) => *number != 0,
        Const::Float(number) | Const::Imaginary(number) => *number != 0.0,
        Const::Str(text) => !text.is_empty(),
        Const::Tuple(items) => !items.is_empty(),
        Const::Bytes(bytes) => !bytes.is_empty(),
        Const::BigInt(_) | Const::Code(_) | Const::Ellipsis => true,
    }
}

fn unary(op: UnaryOp, operand: &Const) -> Option<Const> {
    match (op, operand) {
        (UnaryOp::Not, operand) => Some(Const::Bool(!truth(operand))),
        (UnaryOp::Negative, Const::Float(number)) => Some(Const::Float(-number)),
        (UnaryOp::Positive, Const::Float(number)) => Some(Const::Float(*number)),
        (UnaryOp::Negative, operand) => whole(operand).map(|number| made(-number)),
        (UnaryOp::Positive, operand) => whole(operand).map(made),
        (UnaryOp::Invert, operand) => whole(operand).map(|number| made(!number)),
    }
}

fn binary(op: BinaryOp, left: &Const, right: &Const) -> Option<Const> {
    match (left, right) {
        (Const::Bool(left), Const::Bool(right)) if let Some(holds) = of_truths(op, *left, *right) => {
            Some(Const::Bool(holds))
        }
        (Const::Str(left), Const::Str(right)) if op == BinaryOp::Add => {
            Some(Const::Str(format!("{left}{right}").into()))
        }
        (Const::Bytes(left), Const::Bytes(right)) if op == BinaryOp::Add => {
            Some(Const::Bytes([&left[..], &right[..]].concat().into()))
        }
        (Const::Tuple(left), Const::Tuple(right)) if op == BinaryOp::Add => {
            Some(Const::Tuple(left.iter().chain(right).cloned().collect()))
        }
        (Const::Float(_), _) | (_, Const::Float(_)) => of_floats(op, float(left)?, float(right)?).map(Const::Float),
        _ if op == BinaryOp::Multiply => match (whole(left), whole(right)) {
            (Some(left), Some(right)) => product(&left, &right).map(made),
            (Some(times), None) => repeated(right, &times),
            (None, Some(times)) => repeated(left, &times),
            (None, None) => None,
        },
        _ => of_whole(op, &whole(left)?, &whole(right)?),
    }
}

fn of_truths(op: BinaryOp, left: bool, right: bool) -> Option<bool> {
    match op {
        BinaryOp::And => Some(left & right),
        BinaryOp::Or => Some(left | right),
        BinaryOp::Xor => Some(left ^ right),
        _ => None,
    }
}

/// What floats give that every machine gives alike.
fn of_floats(op: BinaryOp, left: f64, right: f64) -> Option<f64> {
    match op {
        BinaryOp::Add => Some(left + right),
        BinaryOp::Subtract => Some(left - right),
        BinaryOp::Multiply => Some(left * right),
        BinaryOp::TrueDivide if right != 0.0 => Some(left / right),
        _ => None,
    }
}

fn of_whole(op: BinaryOp, left: &BigInt, right: &BigInt) -> Option<Const> {
    let divides = !right.is_zero();
    match op {
        BinaryOp::Add => Some(made(left + right)),
        BinaryOp::Subtract => Some(made(left - right)),
        BinaryOp::FloorDivide if divides => Some(made(left.div_floor(right))),
        BinaryOp::Remainder if divides => Some(made(left.mod_floor(right))),
        // Exact, so that the quotient is rounded once.
        BinaryOp::TrueDivide if divides => Some(Const::Float(exact(left)? / exact(right)?)),
        BinaryOp::Power => power(left, right),
        BinaryOp::Lshift => {
            let by = right.to_u64().filter(|by| *by <= MOST_BITS)?;
            (left.is_zero() || left.bits() <= MOST_BITS - by).then(|| made(left << by))
        }
        BinaryOp::Rshift => Some(made(left >> right.to_u64()?)),
        BinaryOp::And => Some(made(left & right)),
        BinaryOp::Or => Some(made(left | right)),
        BinaryOp::Xor => Some(made(left ^ right)),
        _ => None,
    }
}

fn product(left: &BigInt, right: &BigInt) -> Option<BigInt> {
    let is_short = left.is_zero() || right.is_zero() || left.bits() + right.bits() <= MOST_BITS;
    is_short.then(|| left * right)
}

fn power(base: &BigInt, exponent: &BigInt) -> Option<Const> {
    if exponent.is_negative() {
        return None;
    }
    let times = exponent.to_u32()?;
    let is_short = base.is_zero() || times == 0 || base.bits() <= MOST_BITS / u64::from(times);
    is_short.then(|| made(base.pow(times)))
}

/// A text, bytes or a tuple so many times.
fn repeated(what: &Const, times: &BigInt) -> Option<Const> {
    let times = times.to_usize()?;
    let fits = |length: usize, most: usize| length == 0 || times <= most / length;
    match what {
        Const::Str(text) if fits(text.chars().count(), MOST_CHARACTERS) => Some(Const::Str(text.repeat(times).into())),
        Const::Bytes(bytes) if fits(bytes.len(), MOST_CHARACTERS) => Some(Const::Bytes(bytes.repeat(times).into())),
        Const::Tuple(items) if fits(items.len(), MOST_ITEMS) => {
            Some(Const::Tuple((0..times).flat_map(|_| items.iter().cloned()).collect()))
        }
        _ => None,
    }
}

/// The whole number that a constant is or counts as.
fn whole(constant: &Const) -> Option<BigInt> {
    match constant {
        Const::Bool(holds) => Some(BigInt::from(u8::from(*holds))),
        Const::Int(number) => Some(BigInt::from(*number)),
        Const::BigInt(number) => Some(number.clone()),
        _ => None,
    }
}

fn float(constant: &Const) -> Option<f64> {
    match constant {
        Const::Float(number) => Some(*number),
        other => exact(&whole(other)?),
    }
}

/// The float that is this number.
fn exact(number: &BigInt) -> Option<f64> {
    const DIGITS: u64 = f64::MANTISSA_DIGITS as u64;
    number.to_f64().filter(|_| number.bits() <= DIGITS)
}

fn made(number: BigInt) -> Const {
    number.to_i64().map_or(Const::BigInt(number), Const::Int)
}
