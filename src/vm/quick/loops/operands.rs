//! The registers and jumps of operations that are written anew when code is put together.

use super::ops::Op;

impl Op {
    /// Where the operation writes its result, for results of one register.
    pub fn result(&mut self) -> Option<&mut u8> {
        match self {
            Op::Move { to, .. }
            | Op::AddInt { to, .. }
            | Op::SubtractInt { to, .. }
            | Op::MultiplyInt { to, .. }
            | Op::MultiplyAddInt { to, .. }
            | Op::RemainderInt { to, .. }
            | Op::AndInt { to, .. }
            | Op::OrInt { to, .. }
            | Op::XorInt { to, .. }
            | Op::Int { to, .. }
            | Op::NegateInt { to, .. }
            | Op::InvertInt { to, .. }
            | Op::AbsoluteInt { to, .. }
            | Op::LeastInt { to, .. }
            | Op::GreatestInt { to, .. }
            | Op::Divide { to, .. }
            | Op::ToFloat { to, .. }
            | Op::ToFloatExactly { to, .. }
            | Op::AddFloat { to, .. }
            | Op::SubtractFloat { to, .. }
            | Op::MultiplyFloat { to, .. }
            | Op::DivideFloat { to, .. }
            | Op::MultiplyAddFloat { to, .. }
            | Op::MultiplySubtractFloat { to, .. }
            | Op::Float { to, .. }
            | Op::NegateFloat { to, .. }
            | Op::AbsoluteFloat(_, to)
            | Op::CompareInt { to, .. }
            | Op::CompareFloat { to, .. }
            | Op::TestFloat(_, to)
            | Op::Get(_, to, ..)
            | Op::Not { to, .. }
            | Op::ItemInt { to, .. }
            | Op::ItemFloat { to, .. }
            | Op::ItemBool { to, .. }
            | Op::Length { to, .. }
            | Op::BuildText { to, .. }
            | Op::DictItem { to, .. }
            | Op::InDict { to, .. }
            | Op::Attribute { to, .. } => Some(to),
            _ => None,
        }
    }

    /// The same for results of two registers.
    pub fn wide_result(&mut self) -> Option<&mut u8> {
        match self {
            Op::AddWide { to, .. } | Op::SubtractWide { to, .. } | Op::MultiplyAddWide { to, .. } => Some(to),
            _ => None,
        }
    }

    /// Where a jump leads to.
    pub fn target(&mut self) -> Option<&mut u8> {
        match self {
            Op::Jump { to }
            | Op::JumpLess { to, .. }
            | Op::JumpLessEqual { to, .. }
            | Op::JumpEqual { to, .. }
            | Op::JumpNotEqual { to, .. }
            | Op::JumpLessFloat { to, .. }
            | Op::JumpNotLessFloat { to, .. }
            | Op::JumpLessEqualFloat { to, .. }
            | Op::JumpNotLessEqualFloat { to, .. }
            | Op::JumpEqualFloat { to, .. }
            | Op::JumpNotEqualFloat { to, .. }
            | Op::JumpIfZero { to, .. }
            | Op::JumpIfNotZero { to, .. }
            | Op::JumpIfApart { to, .. }
            | Op::JumpIfTogether { to, .. }
            | Op::Next { to, .. }
            | Op::Loop { to, .. }
            | Op::LoopLess { to, .. }
            | Op::LoopNext { to, .. } => Some(to),
            _ => None,
        }
    }
}
