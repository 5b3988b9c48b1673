//! Numbers and texts as they are written.

use super::Lower;
use crate::bytecode::{Const, Conversion};
use crate::lang::mistakes::span_of;
use crate::lang::nesting::TOO_DEEP;
use crate::lang::tree::{ExprKind, FormatPart};
use num_bigint::BigInt;
use num_traits::{Num, ToPrimitive};
use ruff_python_ast::{self as ast, ConversionFlag, FStringPart, InterpolatedStringElement, Number};
use ruff_text_size::{Ranged, TextRange};

/// CPython refuses longer decimal literals.
const MAX_DIGITS: usize = 4300;

impl Lower<'_> {
    pub(super) fn number(&mut self, literal: &ast::ExprNumberLiteral) -> ExprKind {
        match &literal.value {
            Number::Float(value) => ExprKind::Const(Const::Float(*value)),
            Number::Int(value) => match value.as_i64() {
                Some(small) => ExprKind::Const(Const::Int(small)),
                None => self.large_integer(&value.to_string(), literal.range),
            },
            Number::Complex { imag, .. } => ExprKind::Const(Const::Imaginary(*imag)),
        }
    }

    fn large_integer(&mut self, text: &str, range: TextRange) -> ExprKind {
        let plain = text.replace('_', "").to_ascii_lowercase();
        let radix = match plain.get(..2) {
            Some("0x") => 16,
            Some("0o") => 8,
            Some("0b") => 2,
            _ => 10,
        };
        let digits = if radix == 10 { &plain } else { &plain[2..] };
        if radix == 10 && digits.len() > MAX_DIGITS {
            let message = format!(
                "Exceeds the limit ({MAX_DIGITS} digits) for integer string conversion: value has {} digits; use \
                 sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals to avoid \
                 decimal conversion limits.",
                digits.len()
            );
            self.mistakes.syntax(message, span_of(range));
            return ExprKind::Invalid;
        }
        match BigInt::from_str_radix(digits, radix) {
            Ok(value) => ExprKind::Const(value.to_i64().map_or(Const::BigInt(value), Const::Int)),
            Err(_) => {
                self.mistakes.add("invalid integer", span_of(range), "");
                ExprKind::Invalid
            }
        }
    }

    /// The parser puts U+FFFD where an escape names half a surrogate pair, which Rust's text cannot hold.
    pub(super) fn check_text(&mut self, value: &str, range: TextRange) {
        let written = &self.text[range.start().to_usize()..range.end().to_usize()];
        if value.contains('\u{fffd}') && !written.contains('\u{fffd}') && !written.to_lowercase().contains("fffd") {
            self.mistakes.unsupported("surrogates in strings", span_of(range), None);
        }
    }

    pub(super) fn string(&mut self, literal: &ast::ExprStringLiteral) -> ExprKind {
        let value = literal.value.to_str();
        self.check_text(value, literal.range);
        ExprKind::Const(Const::Str(value.into()))
    }

    pub(super) fn f_string(&mut self, literal: &ast::ExprFString) -> ExprKind {
        let mut parts = Vec::new();
        for part in literal.value.iter() {
            match part {
                FStringPart::Literal(text) => {
                    self.check_text(&text.value, text.range);
                    parts.push(FormatPart::Literal((*text.value).into()));
                }
                FStringPart::FString(inner) => {
                    inner.elements.iter().for_each(|element| self.f_string_element(element, &mut parts));
                }
            }
        }
        ExprKind::Format(parts)
    }

    fn f_string_element(&mut self, element: &InterpolatedStringElement, parts: &mut Vec<FormatPart>) {
        let interpolation = match element {
            InterpolatedStringElement::Literal(text) => {
                self.check_text(&text.value, text.range);
                parts.push(FormatPart::Literal((*text.value).into()));
                return;
            }
            InterpolatedStringElement::Interpolation(interpolation) => interpolation,
        };
        let span = span_of(interpolation.range);
        let mut conversion = match interpolation.conversion {
            ConversionFlag::None => Conversion::Plain,
            ConversionFlag::Str => Conversion::Str,
            ConversionFlag::Repr => Conversion::Repr,
            ConversionFlag::Ascii => Conversion::Ascii,
        };
        if let Some(debug) = &interpolation.debug_text {
            let written = &self.text[interpolation.expression.range().start().to_usize()
                ..interpolation.expression.range().end().to_usize()];
            parts.push(FormatPart::Literal(format!("{}{written}{}", debug.leading(), debug.trailing()).into()));
            if conversion == Conversion::Plain && interpolation.format_spec.is_none() {
                conversion = Conversion::Repr;
            }
        }
        if self.depth >= super::MAX_DEPTH {
            self.mistakes.add(TOO_DEEP, span, "");
            return;
        }
        self.depth += 1;
        let spec = interpolation.format_spec.as_ref().map(|spec| {
            let mut inner = Vec::new();
            spec.elements.iter().for_each(|element| self.f_string_element(element, &mut inner));
            inner
        });
        self.depth -= 1;
        parts.push(FormatPart::Value(self.expr(&interpolation.expression), conversion, spec));
    }
}
