//! `gamma` and `lgamma`, by Lanczos' approximation with the coefficients that CPython uses (N = 13, g = 6.0247).

use super::{domain, range, real};
use crate::vm::arguments::Arguments;
use crate::vm::error::Result;
use crate::vm::heap::Heap;
use crate::vm::value::Value;
use std::f64::consts::PI;

const G: f64 = 6.024_680_040_776_73;
const LOG_PI: f64 = 1.144_729_885_849_400_2;

const NUMERATOR: [f64; 13] = [
    23_531_376_880.410_76,
    42_919_803_642.649_1,
    35_711_959_237.355_67,
    17_921_034_426.037_21,
    6_039_542_586.352_028,
    1_439_720_407.311_721_6,
    248_874_557.862_054_17,
    31_426_415.585_400_194,
    2_876_370.628_935_372_5,
    186_056.265_395_223_48,
    8_071.672_002_365_816,
    210.824_277_751_579_36,
    2.506_628_274_631_000_2,
];
const DENOMINATOR: [f64; 13] = [
    0.0,
    39_916_800.0,
    120_543_840.0,
    150_917_976.0,
    105_258_076.0,
    45_995_730.0,
    13_339_535.0,
    2_637_558.0,
    357_423.0,
    32_670.0,
    1_925.0,
    66.0,
    1.0,
];

fn lanczos_sum(x: f64) -> f64 {
    let both = NUMERATOR.iter().zip(&DENOMINATOR);
    let (mut top, mut bottom) = (0.0, 0.0);
    if x < 5.0 {
        for (a, b) in both.rev() {
            top = top * x + a;
            bottom = bottom * x + b;
        }
    } else {
        for (a, b) in both {
            top = top / x + a;
            bottom = bottom / x + b;
        }
    }
    top / bottom
}

/// `sin(πx)`, exact at multiples of a half.
fn sin_pi(x: f64) -> f64 {
    let y = x.abs() % 2.0;
    let result = match (2.0 * y).round() as i32 {
        0 => (PI * y).sin(),
        1 => (PI * (y - 0.5)).cos(),
        2 => (PI * (1.0 - y)).sin(),
        3 => -(PI * (y - 1.5)).cos(),
        _ => (PI * (y - 2.0)).sin(),
    };
    1.0_f64.copysign(x) * result
}

pub fn gamma(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let x = real(heap, arguments.only(1, 1)?[0])?;
    if x.is_nan() || x == f64::INFINITY {
        return Ok(Value::float(x));
    }
    if x == f64::NEG_INFINITY || x == 0.0 || x < 0.0 && x.fract() == 0.0 {
        return Err(domain());
    }
    let result = gamma_of(x);
    if result.is_infinite() { Err(range()) } else { Ok(Value::float(result)) }
}

/// Neither infinite nor a pole.
fn gamma_of(x: f64) -> f64 {
    if x.fract() == 0.0 && x <= 23.0 {
        // Exact up to 22!.
        return (1..x as u64).map(|n| n as f64).product();
    }
    let size = x.abs();
    if size < 1e-20 {
        return 1.0 / x;
    }
    if size > 200.0 {
        return if x < 0.0 { 0.0 / sin_pi(x) } else { f64::INFINITY };
    }
    let y = size + (G - 0.5);
    let rest = match size > G - 0.5 {
        true => (y - size) - (G - 0.5),
        false => (y - (G - 0.5)) - size,
    };
    let rest = rest * G / y;
    if x < 0.0 {
        let mut result = -PI / sin_pi(size) / size * y.exp() / lanczos_sum(size);
        result -= rest * result;
        match size < 140.0 {
            true => result / y.powf(size - 0.5),
            false => {
                let root = y.powf(size / 2.0 - 0.25);
                result / root / root
            }
        }
    } else {
        let mut result = lanczos_sum(size) / y.exp();
        result += rest * result;
        match size < 140.0 {
            true => result * y.powf(size - 0.5),
            false => {
                let root = y.powf(size / 2.0 - 0.25);
                result * root * root
            }
        }
    }
}

pub fn lgamma(heap: &mut Heap, arguments: Arguments) -> Result<Value> {
    let x = real(heap, arguments.only(1, 1)?[0])?;
    if !x.is_finite() {
        return Ok(Value::float(x.abs()));
    }
    if x.fract() == 0.0 && x <= 2.0 {
        return if x <= 0.0 { Err(domain()) } else { Ok(Value::float(0.0)) };
    }
    let size = x.abs();
    if size < 1e-20 {
        return Ok(Value::float(-size.ln()));
    }
    let mut result = lanczos_sum(size).ln() - G + (size - 0.5) * ((size + G - 0.5).ln() - 1.0);
    if x < 0.0 {
        result = LOG_PI - sin_pi(size).abs().ln() - size.ln() - result;
    }
    if result.is_infinite() { Err(range()) } else { Ok(Value::float(result)) }
}
