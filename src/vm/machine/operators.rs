//! Operators and subscripts of objects whose class has a Python function for them: it is entered at once. Whatever else there is
//! to ask (the other operand's class, NotImplemented, what is derived from a built-in class) the library knows.

use super::{Entering, Machine, Next};
use crate::bytecode::{BinaryOp, CompareOp, Instr};
use crate::vm::arith;
use crate::vm::builtins::Builtin;
use crate::vm::class;
use crate::vm::compare::is_identical;
use crate::vm::dict;
use crate::vm::error::{self, Raise, Result};
use crate::vm::noted::Note;
use crate::vm::symbols;
use crate::vm::thread::{Frame, Kind};
use crate::vm::unwind::Frames;
use crate::vm::value::Value;

impl Machine<'_> {
    /// The left operand's own way, where the right one cannot have another that comes first.
    pub(super) fn own_operator(&mut self, op: BinaryOp) -> Option<Next> {
        let left = self.at(2);
        if op.is_in_place() && class::special(self.heap, left, symbols::of_operator(op)).is_some() {
            return None;
        }
        self.enter_operator(symbols::of_operator(op.plain()))
    }

    pub(super) fn own_comparison(&mut self, op: CompareOp) -> Option<Next> {
        self.enter_operator(symbols::of_comparison(op))
    }

    fn enter_operator(&mut self, method: u32) -> Option<Next> {
        let (left, right) = (self.at(2), self.at(1));
        let function = self.own_function(left, method)?;
        let classes = [left, right].map(|operand| class::class_of(self.heap, operand));
        if arith::is_own(self.heap, right) && !is_identical(classes[0], classes[1]) {
            return None;
        }
        self.note_special(function);
        let (keep, operands) = (self.sp, [function, left, right]);
        self.heap.keep_all(&operands);
        operands.into_iter().for_each(|value| self.push(value));
        Some(Next::Enter(Entering { first: keep + 1, keep, kind: Kind::Operator, keywords: Value::None, again: false }))
    }

    /// What numbers and texts do whose classes are the program's and say nothing about the operator: what those do that they
    /// are derived from.
    pub(super) fn inherited_operator(&mut self, op: BinaryOp) -> Option<Result<Next>> {
        let operands = [self.at(2), self.at(1)];
        let methods = [op, op.plain()].map(symbols::of_operator).into_iter().chain([symbols::of_reflected(op)]);
        let is_told = |method| operands.iter().any(|operand| class::special(self.heap, *operand, method).is_some());
        let [left, right] = operands.map(|operand| self.heap.base(operand));
        let are_texts = [left, right].iter().all(|base| self.heap.as_plain_str(*base).is_some());
        let is_simple = arith::are_numbers(self.heap, left, right) || op.plain() == BinaryOp::Add && are_texts;
        if !is_simple || methods.into_iter().any(is_told) {
            return None;
        }
        match arith::binary(self.heap, op, left, right) {
            Ok(result) => Some(self.replace(2, result)),
            // It is told of the objects' own classes.
            Err(raise) => {
                self.heap.drop_all(raise.thrown);
                None
            }
        }
    }

    /// A method that is native in CPython is called at once.
    pub(super) fn note_special(&mut self, method: Value) {
        let is_native = self.heap.is_stand_in(method);
        self.heap.note(if is_native { Note::Item } else { Note::Special });
    }

    /// A special method of the value's class that is a Python function. Borrowed.
    fn own_function(&self, value: Value, method: u32) -> Option<Value> {
        class::special(self.heap, value, method).filter(|found| self.heap.as_function(*found).is_some())
    }

    pub(super) fn own_item(&mut self) -> Option<Next> {
        let function = self.own_function(self.at(2), symbols::GETITEM)?;
        if self.heap.as_class(self.at(2)).is_some() {
            self.note_special(function);
        }
        Some(self.enter(function, 2, Kind::Call))
    }

    pub(super) fn set_own_item(&mut self) -> Option<Next> {
        let function = self.own_function(self.at(2), symbols::SETITEM)?;
        self.note_special(function);
        let (index, container, value) = (self.pop(), self.pop(), self.pop());
        [container, index, value].into_iter().for_each(|value| self.push(value));
        Some(self.enter(function, 3, Kind::Discard))
    }

    /// The table within a dict of a derived class, if the class has no such method.
    fn derived_dict(&self, container: Value, method: u32) -> Option<Value> {
        let class = self.heap.as_instance(container)?.class;
        let is_dict = class::is_subclass(self.heap, class, Value::Builtin(Builtin::Dict));
        (is_dict && class::special(self.heap, container, method).is_none()).then(|| self.heap.base(container))
    }

    /// An item of such a dict, where it has it and native code can find it. Owned.
    pub(super) fn derived_dict_item(&mut self) -> Option<Value> {
        let table = self.derived_dict(self.at(2), symbols::GETITEM)?;
        let at = dict::find(self.heap, table, self.at(1)).ok()??;
        self.heap.note(Note::Item);
        let value = self.heap.as_dict(table)?.entry(at).value;
        Some(self.heap.keep(value))
    }

    /// Sets one, and says whether that could be done.
    pub(super) fn set_derived_dict_item(&mut self) -> bool {
        let (value, container, key) = (self.at(3), self.at(2), self.at(1));
        let Some(table) = self.derived_dict(container, symbols::SETITEM) else { return false };
        if dict::find(self.heap, table, key).is_err() {
            return false;
        }
        self.heap.keep_all(&[key, value]);
        // It was looked for natively just now.
        let _ = dict::take_insert(self.heap, table, key, value);
        // Where a class has a `__delitem__`, its methods are searched for the other one.
        let is_searched = class::special(self.heap, container, symbols::DELITEM).is_some();
        self.heap.note(if is_searched { Note::Special } else { Note::Item });
        self.drop_top(3);
        true
    }
}

impl Frames<'_> {
    /// The method of an operator has returned.
    pub fn operator_returned(
        &mut self,
        mut caller: Frame,
        result: Value,
    ) -> std::result::Result<Frame, (Frame, Box<Raise>)> {
        let top = caller.base as usize + usize::from(caller.sp);
        let (left, right) = (self.stack[top - 2], self.stack[top - 1]);
        if !matches!(result, Value::NotImplemented) {
            self.heap.drop_all([left, right]);
            self.stack[top - 2] = result;
            caller.sp -= 1;
            return Ok(caller);
        }
        let instr = self.units[caller.unit as usize].code.instrs[caller.pc as usize - 1];
        let (name, symbol, is_in_place) = match instr {
            Instr::BINARY_OP(op) => ("operator_without_left", op.plain().symbol(), op.is_in_place()),
            Instr::COMPARE_OP(op) => ("comparison_without_left", op.symbol(), false),
            _ => return Err((caller, error::system_error("a method was entered for no operator"))),
        };
        let Some(function) = self.library.get(name) else {
            return Err((caller, error::system_error("gilsim has lost its library")));
        };
        self.heap.keep(function);
        let symbol = self.heap.new_str(symbol);
        self.stack[top - 2..top + 3].copy_from_slice(&[function, left, right, symbol, Value::bool(is_in_place)]);
        let keep = caller.sp - 2;
        caller.sp += 3;
        let entering = Entering { first: keep + 1, keep, kind: Kind::Call, keywords: Value::None, again: false };
        self.enter(caller, &entering).map_err(|raise| (caller, raise))
    }
}
