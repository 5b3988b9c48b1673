//! Finite decimal numbers: rounding, arithmetic, order, text. Knows no objects and no conditions but that digits were lost.

use num_bigint::BigUint;
use num_integer::Integer;
use num_traits::{ToPrimitive, Zero};
use std::cmp::Ordering;

/// Beyond these many digits or places the work is left to the library's text.
const FAR: i64 = 5_000;

/// `size * 10 ** exp`, with a sign that zero has, too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    pub is_negative: bool,
    pub size: BigUint,
    pub exp: i64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rounding {
    Up,
    Down,
    Ceiling,
    Floor,
    HalfUp,
    HalfDown,
    HalfEven,
    ZeroFiveUp,
}

impl Rounding {
    pub fn named(name: &str) -> Option<Rounding> {
        Some(match name {
            "ROUND_UP" => Rounding::Up,
            "ROUND_DOWN" => Rounding::Down,
            "ROUND_CEILING" => Rounding::Ceiling,
            "ROUND_FLOOR" => Rounding::Floor,
            "ROUND_HALF_UP" => Rounding::HalfUp,
            "ROUND_HALF_DOWN" => Rounding::HalfDown,
            "ROUND_HALF_EVEN" => Rounding::HalfEven,
            "ROUND_05UP" => Rounding::ZeroFiveUp,
            _ => return None,
        })
    }
}

/// What a context says of results.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    pub prec: i64,
    pub least: i64,
    pub most: i64,
    pub rounding: Rounding,
}

/// A result with what became of its digits.
#[derive(Debug, PartialEq, Eq)]
pub struct Rounded {
    pub number: Number,
    pub is_rounded: bool,
    pub is_inexact: bool,
}

pub fn power_of_ten(places: i64) -> BigUint {
    match u32::try_from(places) {
        Ok(places @ ..=19) => 10u64.pow(places).into(),
        Ok(places) => BigUint::from(10u32).pow(places),
        Err(_) => 1u32.into(),
    }
}

/// How many decimal digits the number has; one for zero.
pub fn digits(size: &BigUint) -> i64 {
    if let Some(size) = size.to_u128() {
        return size.checked_ilog10().map_or(1, |log| i64::from(log) + 1);
    }
    // At most one too few.
    let least = (size.bits() as f64 * std::f64::consts::LOG10_2) as i64;
    least + i64::from(*size >= power_of_ten(least))
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && is_digits(text)
}

/// Without the last digits, rounded; says whether any of them counted.
fn cut(number: &Number, drop: i64, rounding: Rounding) -> (BigUint, bool) {
    let whole = power_of_ten(drop);
    let (kept, rest) = number.size.div_rem(&whole);
    if rest.is_zero() {
        return (kept, false);
    }
    let half = (&rest + &rest).cmp(&whole);
    let is_up = match rounding {
        Rounding::Up => true,
        Rounding::Down => false,
        Rounding::Ceiling => !number.is_negative,
        Rounding::Floor => number.is_negative,
        Rounding::HalfUp => half != Ordering::Less,
        Rounding::HalfDown => half == Ordering::Greater,
        Rounding::HalfEven => half == Ordering::Greater || half == Ordering::Equal && kept.is_odd(),
        Rounding::ZeroFiveUp => (&kept % 5u32).is_zero(),
    };
    (if is_up { kept + 1u32 } else { kept }, true)
}

impl Number {
    /// As the limits have it; None where it is too small or too large for them.
    pub fn fixed(self, limits: &Limits) -> Option<Rounded> {
        let (is_negative, exp) = (self.is_negative, self.exp);
        if self.size.is_zero() {
            let fits = (limits.least - limits.prec + 1..=limits.most).contains(&exp);
            return fits.then_some(Rounded { number: self, is_rounded: false, is_inexact: false });
        }
        let length = digits(&self.size);
        if exp + length - 1 < limits.least {
            return None;
        }
        let drop = length - limits.prec;
        if drop <= 0 {
            let fits = exp + length - 1 <= limits.most;
            return fits.then_some(Rounded { number: self, is_rounded: false, is_inexact: false });
        }
        let (mut size, is_inexact) = cut(&self, drop, limits.rounding);
        let mut exp = exp + drop;
        if digits(&size) > limits.prec {
            size /= 10u32;
            exp += 1;
        }
        let fits = exp + digits(&size) - 1 <= limits.most;
        fits.then_some(Rounded { number: Number { is_negative, size, exp }, is_rounded: true, is_inexact })
    }

    fn size_at(&self, exp: i64) -> BigUint {
        if self.exp == exp { self.size.clone() } else { &self.size * power_of_ten(self.exp - exp) }
    }

    pub fn add(&self, other: &Number, limits: &Limits) -> Option<Rounded> {
        let exp = self.exp.min(other.exp);
        if (self.exp - other.exp).abs() > FAR {
            return None;
        }
        let (one, two) = (self.size_at(exp), other.size_at(exp));
        let (is_negative, size) = match (self.is_negative == other.is_negative, one.cmp(&two)) {
            (true, _) => (self.is_negative, one + two),
            (false, Ordering::Greater) => (self.is_negative, one - two),
            (false, Ordering::Less) => (other.is_negative, two - one),
            (false, Ordering::Equal) => (limits.rounding == Rounding::Floor, BigUint::ZERO),
        };
        Number { is_negative, size, exp }.fixed(limits)
    }

    pub fn multiply(&self, other: &Number, limits: &Limits) -> Option<Rounded> {
        let is_negative = self.is_negative != other.is_negative;
        Number { is_negative, size: &self.size * &other.size, exp: self.exp + other.exp }.fixed(limits)
    }

    pub fn divide(&self, other: &Number, limits: &Limits) -> Option<Rounded> {
        let is_negative = self.is_negative != other.is_negative;
        let ideal = self.exp - other.exp;
        if other.size.is_zero() {
            return None;
        }
        if self.size.is_zero() {
            return Number { is_negative, size: BigUint::ZERO, exp: ideal }.fixed(limits);
        }
        let shift = digits(&other.size) - digits(&self.size) + limits.prec + 1;
        let mut exp = ideal - shift;
        let (mut size, rest) = match shift >= 0 {
            true => (&self.size * power_of_ten(shift)).div_rem(&other.size),
            false => self.size.div_rem(&(&other.size * power_of_ten(-shift))),
        };
        if !rest.is_zero() {
            // Something remains: the last digit must not look like an end or a half.
            if (&size % 5u32).is_zero() {
                size += 1u32;
            }
        } else {
            while exp < ideal {
                let (shorter, last) = size.div_rem(&10u32.into());
                if !last.is_zero() {
                    break;
                }
                (size, exp) = (shorter, exp + 1);
            }
        }
        Number { is_negative, size, exp }.fixed(limits)
    }

    /// With its last digit at this place; None where that needs too many digits.
    pub fn quantize(&self, exp: i64, limits: &Limits) -> Option<Rounded> {
        let is_negative = self.is_negative;
        if !(limits.least - limits.prec + 1..=limits.most).contains(&exp) || (self.exp - exp).abs() > FAR {
            return None;
        }
        let (size, is_inexact) =
            if self.exp >= exp { (self.size_at(exp), false) } else { cut(self, exp - self.exp, limits.rounding) };
        let length = digits(&size);
        if !size.is_zero() && (length > limits.prec || exp + length - 1 > limits.most) {
            return None;
        }
        let is_rounded = exp > self.exp && self.size != BigUint::ZERO;
        let fixed = Number { is_negative, size, exp }.fixed(limits)?;
        Some(Rounded { is_rounded, is_inexact, ..fixed })
    }

    /// None where the numbers are too far apart to be worth it.
    pub fn order(&self, other: &Number) -> Option<Ordering> {
        let signed = |number: &Number| match (number.size.is_zero(), number.is_negative) {
            (true, _) => 0,
            (false, true) => -1,
            (false, false) => 1,
        };
        let (one, two) = (signed(self), signed(other));
        if one != two || one == 0 {
            return Some(one.cmp(&two));
        }
        let top = |number: &Number| number.exp + digits(&number.size);
        let by_top = top(self).cmp(&top(other));
        let order = if by_top != Ordering::Equal {
            by_top
        } else if (self.exp - other.exp).abs() > FAR {
            return None;
        } else {
            let exp = self.exp.min(other.exp);
            self.size_at(exp).cmp(&other.size_at(exp))
        };
        Some(if self.is_negative { order.reverse() } else { order })
    }

    /// Equal to the hash of an equal integer, float or fraction.
    pub fn hash(&self) -> i64 {
        const MODULUS: u128 = (1 << 61) - 1;
        const INVERSE_OF_TEN: u128 = 2_075_258_708_292_324_556;
        let (mut factor, mut left) = (if self.exp < 0 { INVERSE_OF_TEN } else { 10 }, self.exp.unsigned_abs());
        let mut number = (&self.size % MODULUS as u64).to_u128().unwrap_or(0);
        while left > 0 {
            if left & 1 == 1 {
                number = number * factor % MODULUS;
            }
            factor = factor * factor % MODULUS;
            left >>= 1;
        }
        let number = if self.is_negative { -(number as i64) } else { number as i64 };
        if number == -1 { -2 } else { number }
    }

    /// Plain ASCII without underscores and spaces; None for anything else.
    pub fn read(text: &str) -> Option<Number> {
        let (is_negative, rest) = match text.as_bytes().first()? {
            b'-' => (true, &text[1..]),
            b'+' => (false, &text[1..]),
            _ => (false, text),
        };
        let (mantissa, exp) = match rest.find(['e', 'E']) {
            Some(at) if rest.len() - at <= 8 => (&rest[..at], rest[at + 1..].parse::<i64>().ok()?),
            Some(_) => return None,
            None => (rest, 0),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        if whole.len() + fraction.len() == 0 || !is_digits(whole) || !is_digits(fraction) {
            return None;
        }
        let all = format!("{whole}{fraction}");
        let size = all.parse::<u64>().map_or_else(|_| all.parse(), |small| Ok(BigUint::from(small))).ok()?;
        Some(Number { is_negative, size, exp: exp - fraction.len() as i64 })
    }

    /// With so many places behind the point, by a specification as `12,.2f`: a width to fill from the left, a comma for
    /// thousands, the places. None for any other specification.
    pub fn formatted(&self, specification: &str, rounding: Rounding) -> Option<String> {
        let (front, places) = specification.strip_suffix('f')?.split_once('.')?;
        let places: i64 = Some(places).filter(|places| is_number(places) && places.len() <= 3)?.parse().ok()?;
        let (width, has_commas) = front.strip_suffix(',').map_or((front, false), |width| (width, true));
        let is_plain = width.is_empty() || is_number(width) && !width.starts_with('0') && width.len() <= 3;
        if !is_plain || self.exp.abs() > FAR {
            return None;
        }
        let size = if self.exp >= -places { self.size_at(-places) } else { cut(self, -places - self.exp, rounding).0 };
        let digits = format!("{size:0>least$}", least = places as usize + 1);
        let (whole, fraction) = digits.split_at(digits.len() - places as usize);
        let mut text = String::from(if self.is_negative { "-" } else { "" });
        for (at, digit) in whole.char_indices() {
            if has_commas && at > 0 && (whole.len() - at) % 3 == 0 {
                text.push(',');
            }
            text.push(digit);
        }
        if !fraction.is_empty() {
            text.push('.');
            text.push_str(fraction);
        }
        Some(format!("{text:>width$}", width = width.parse().unwrap_or(0)))
    }

    /// As `str()` has it.
    pub fn text(&self, has_capitals: bool) -> String {
        let digits = match self.size.to_u64() {
            Some(size) => size.to_string(),
            None => self.size.to_string(),
        };
        let length = digits.len() as i64;
        let left = self.exp + length;
        let point = if self.exp <= 0 && left > -6 { left } else { 1 };
        let mut text = String::from(if self.is_negative { "-" } else { "" });
        if point <= 0 {
            text.push_str("0.");
            text.extend(std::iter::repeat_n('0', point.unsigned_abs() as usize));
            text.push_str(&digits);
        } else {
            let (whole, fraction) = digits.split_at(point.min(length) as usize);
            text.push_str(whole);
            if !fraction.is_empty() {
                text.push('.');
                text.push_str(fraction);
            }
        }
        if left != point {
            text.push_str(&format!("{}{:+}", if has_capitals { 'E' } else { 'e' }, left - point));
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_counted_exactly_at_every_length() {
        for length in 1..120 {
            let power = power_of_ten(length);
            assert_eq!((digits(&power), digits(&(&power - 1u32))), (length + 1, length));
        }
        assert_eq!(digits(&BigUint::ZERO), 1);
    }

    #[test]
    fn what_is_read_is_written_as_it_was() {
        for text in ["0", "-0", "1.50", "0.000001", "1E-7", "-1.2E+6", "123456789012345678901234567890.5", "1.2E+3"] {
            assert_eq!(Number::read(text).expect(text).text(true), text);
        }
        for text in ["", ".", "-", "1e", "1_0", " 1", "1.2.3", "nan", "1e+-5", "1e99999999"] {
            assert_eq!(Number::read(text), None, "{text}");
        }
    }
}
