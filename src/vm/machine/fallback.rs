//! What a common instruction does when it meets a value whose class is the program's: a function of the library is called.

use crate::bytecode::{ConstId, Instr};
use crate::vm::build;
use crate::vm::class;
use crate::vm::error::{self, Result};
use crate::vm::kind::type_name;
use crate::vm::symbols;
use crate::vm::thread::Kind;
use crate::vm::value::Value;

use super::{Entering, Machine, Next};

impl Machine<'_> {
    /// What the instruction does where native code has found that it needs Python. The operands lie where they lay.
    pub fn fallback(&mut self, instr: Instr) -> Result<Next> {
        match instr {
            Instr::CALL(count) => match self.get_or_wait(count, Value::None)? {
                Some(next) => Ok(next),
                None => self.call(self.sp.wrapping_sub(count).wrapping_sub(2), Value::None),
            },
            Instr::CALL_KW(count, ConstId(names)) => {
                let names = self.unit.consts[usize::from(names)];
                match self.get_or_wait(count, names)? {
                    Some(next) => Ok(next),
                    None => self.call(self.sp.wrapping_sub(count).wrapping_sub(2), names),
                }
            }
            Instr::FOR_ITER(_) => self.for_iter(),
            Instr::GET_ITER | Instr::GET_YIELD_FROM_ITER => {
                match class::special(self.heap, self.at(1), symbols::ITER) {
                    Some(function) => Ok(self.enter(function, 1, Kind::Iterator)),
                    None => self.library("sequence_iterator", 1),
                }
            }
            Instr::BINARY_OP(op) => {
                if let Some(next) = self.own_operator(op) {
                    return Ok(next);
                }
                if let Some(result) = self.inherited_operator(op) {
                    return result;
                }
                let name = self.heap.new_str(op.plain().symbol());
                self.push(name);
                self.push(Value::bool(op.is_in_place()));
                self.library("binary_op", 4)
            }
            Instr::COMPARE_OP(op) => {
                if let Some(next) = self.own_comparison(op) {
                    return Ok(next);
                }
                let name = self.heap.new_str(op.symbol());
                self.push(name);
                self.library("compare_op", 3)
            }
            Instr::CONTAINS_OP(invert) => {
                self.push(Value::bool(invert));
                self.library("contains_op", 3)
            }
            Instr::UNARY_NOT => self.library("not_op", 1),
            Instr::UNARY_NEGATIVE => self.library("negative_op", 1),
            Instr::UNARY_POSITIVE => self.library("positive_op", 1),
            Instr::UNARY_INVERT => self.library("invert_op", 1),
            Instr::POP_JUMP_FORWARD_IF_FALSE(_)
            | Instr::POP_JUMP_FORWARD_IF_TRUE(_)
            | Instr::POP_JUMP_BACKWARD_IF_FALSE(_)
            | Instr::POP_JUMP_BACKWARD_IF_TRUE(_) => {
                let next = self.library("bool", 1)?;
                Ok(again(next))
            }
            Instr::JUMP_IF_FALSE_OR_POP(_) | Instr::JUMP_IF_TRUE_OR_POP(_) => {
                let value = self.at(1);
                self.heap.keep(value);
                self.push(value);
                match self.library("bool", 1)? {
                    Next::Enter(entering) => Ok(Next::Enter(Entering { kind: Kind::JumpOrPop, ..entering })),
                    other => Ok(other),
                }
            }
            Instr::BINARY_SUBSCR => match self.derived_dict_item() {
                Some(item) => self.replace(2, item),
                None => self.own_item().map_or_else(|| self.library("get_item", 2), Ok),
            },
            Instr::STORE_SUBSCR if self.set_derived_dict_item() => Ok(Next::Go),
            Instr::STORE_SUBSCR => match self.set_own_item() {
                Some(next) => Ok(next),
                None => Ok(discarded(self.library("set_item", 3)?)),
            },
            Instr::DELETE_SUBSCR => Ok(discarded(self.library("delete_item", 2)?)),
            Instr::FORMAT_VALUE(conversion, spec) => {
                if !spec {
                    let empty = self.heap.new_str("");
                    self.push(empty);
                }
                let conversion = self.heap.new_str(build::conversion_name(conversion));
                self.push(conversion);
                self.library("format_value", 3)
            }
            Instr::UNPACK_SEQUENCE(_) | Instr::UNPACK_EX(..) => Ok(again(self.library("list", 1)?)),
            Instr::LIST_EXTEND(_) | Instr::SET_UPDATE(_) => Ok(again(self.library("list", 1)?)),
            Instr::DICT_UPDATE(depth) if class::special(self.heap, self.at(1), symbols::GETITEM).is_none() => {
                let table = self.at(depth + 1);
                self.heap.keep(table);
                self.insert(self.sp.wrapping_sub(1), table);
                Ok(discarded(self.library("dict_update", 2)?))
            }
            Instr::DICT_UPDATE(_) | Instr::DICT_MERGE(_) => Ok(again(self.library("mapping_to_dict", 1)?)),
            Instr::SET_ADD(depth) => {
                let set = self.at(depth + 1);
                self.heap.keep(set);
                self.insert(self.sp.wrapping_sub(1), set);
                Ok(discarded(self.library("set_add", 2)?))
            }
            Instr::MAP_ADD(depth) => {
                let table = self.window[usize::from(self.sp.wrapping_sub(depth + 2))];
                self.heap.keep(table);
                self.insert(self.sp.wrapping_sub(2), table);
                let (value, key, table) = (self.pop(), self.pop(), self.pop());
                [value, table, key].into_iter().for_each(|value| self.push(value));
                Ok(discarded(self.library("set_item", 3)?))
            }
            Instr::BUILD_SET(count) | Instr::BUILD_CONST_SET(count) => self.build_slowly("build_set", count),
            Instr::BUILD_MAP(count) => self.build_slowly("build_map", count * 2),
            other => Err(error::type_error(format!(
                "gilsim does not support {} with objects of the program's own classes yet",
                other.name()
            ))),
        }
    }

    pub(super) fn build_slowly(&mut self, name: &str, slots: u8) -> Result<Next> {
        self.sp = self.sp.wrapping_sub(slots);
        let items = self.window[usize::from(self.sp)..][..usize::from(slots)].to_vec();
        let items = self.heap.take_tuple(items);
        self.push(items);
        self.library(name, 1)
    }

    pub(super) fn for_iter(&mut self) -> Result<Next> {
        let iterator = self.at(1);
        let Some(next) = class::special(self.heap, iterator, symbols::NEXT) else {
            let kind = type_name(self.heap, iterator);
            return Err(error::type_error(format!("'{kind}' object is not an iterator")));
        };
        self.heap.keep(iterator);
        self.push(iterator);
        Ok(self.enter(next, 1, Kind::NextFor))
    }
}

fn again(next: Next) -> Next {
    match next {
        Next::Enter(entering) => Next::Enter(Entering { again: true, ..entering }),
        other => other,
    }
}

pub(super) fn discarded(next: Next) -> Next {
    match next {
        Next::Enter(entering) => Next::Enter(Entering { kind: Kind::Discard, ..entering }),
        other => other,
    }
}
