//! Register code: what a loop or a function is compiled to. Knows no values and no heap.
//!
//! A register holds 64 bits of one kind, which is known when the code is made: an integer, a float's bits, a truth (0 or
//! 1), a reference. An integer beyond 64 bits that grows takes two. An operation that may fail names the exit by which
//! the loop is left then, and has changed nothing.

use super::kinds::{Kind, Row, Type};
use crate::bytecode::{BinaryOp, CompareOp};
use crate::vm::noted::Note;

/// How many operations the code of a loop has at most: jumps are one byte.
pub const MAX_OPS: usize = 256;

/// `a`, `b`, `c` are registers that are read, `to` one that is written, or the operation that a jump leads to.
#[derive(Clone, Copy, Debug)]
pub enum Op {
    Exit {
        exit: u16,
    },
    Move {
        a: u8,
        to: u8,
    },
    MoveWide {
        a: u8,
        to: u8,
    },
    AddInt {
        a: u8,
        b: u8,
        to: u8,
        exit: u16,
    },
    SubtractInt {
        a: u8,
        b: u8,
        to: u8,
        exit: u16,
    },
    MultiplyInt {
        a: u8,
        b: u8,
        to: u8,
        exit: u16,
    },
    /// `c + a * b`.
    MultiplyAddInt {
        a: u8,
        b: u8,
        c: u8,
        to: u8,
        exit: u16,
    },
    RemainderInt {
        a: u8,
        b: u8,
        to: u8,
        exit: u16,
    },
    AndInt {
        a: u8,
        b: u8,
        to: u8,
    },
    OrInt {
        a: u8,
        b: u8,
        to: u8,
    },
    XorInt {
        a: u8,
        b: u8,
        to: u8,
    },
    /// The others.
    Int {
        op: BinaryOp,
        a: u8,
        b: u8,
        to: u8,
        exit: u16,
    },
    NegateInt {
        a: u8,
        to: u8,
        exit: u16,
    },
    InvertInt {
        a: u8,
        to: u8,
    },
    AbsoluteInt {
        a: u8,
        to: u8,
        exit: u16,
    },
    LeastInt {
        a: u8,
        b: u8,
        to: u8,
    },
    GreatestInt {
        a: u8,
        b: u8,
        to: u8,
    },
    /// `a / b`, a float.
    Divide {
        a: u8,
        b: u8,
        to: u8,
        exit: u16,
    },
    ToFloat {
        a: u8,
        to: u8,
    },
    /// Where no digit is lost.
    ToFloatExactly {
        a: u8,
        to: u8,
        exit: u16,
    },
    AddFloat {
        a: u8,
        b: u8,
        to: u8,
    },
    SubtractFloat {
        a: u8,
        b: u8,
        to: u8,
    },
    MultiplyFloat {
        a: u8,
        b: u8,
        to: u8,
    },
    DivideFloat {
        a: u8,
        b: u8,
        to: u8,
        exit: u16,
    },
    /// `c + a * b`, and `c - a * b`.
    MultiplyAddFloat {
        a: u8,
        b: u8,
        c: u8,
        to: u8,
    },
    MultiplySubtractFloat {
        a: u8,
        b: u8,
        c: u8,
        to: u8,
    },
    /// The others.
    Float {
        op: BinaryOp,
        a: u8,
        b: u8,
        to: u8,
        exit: u16,
    },
    NegateFloat {
        a: u8,
        to: u8,
    },
    AbsoluteFloat(u8, u8),
    /// Two registers, and one.
    AddWide {
        a: u8,
        b: u8,
        to: u8,
        exit: u16,
    },
    SubtractWide {
        a: u8,
        b: u8,
        to: u8,
        exit: u16,
    },
    /// `c + a * b`, `c` two registers.
    MultiplyAddWide {
        a: u8,
        b: u8,
        c: u8,
        to: u8,
        exit: u16,
    },
    CompareInt {
        op: CompareOp,
        a: u8,
        b: u8,
        to: u8,
    },
    CompareFloat {
        op: CompareOp,
        a: u8,
        b: u8,
        to: u8,
    },
    TestFloat(u8, u8),
    Not {
        a: u8,
        to: u8,
    },
    Jump {
        to: u8,
    },
    JumpLess {
        a: u8,
        b: u8,
        to: u8,
    },
    JumpLessEqual {
        a: u8,
        b: u8,
        to: u8,
    },
    JumpEqual {
        a: u8,
        b: u8,
        to: u8,
    },
    JumpNotEqual {
        a: u8,
        b: u8,
        to: u8,
    },
    /// `holds`: whether it jumps where the comparison holds; with NaN the opposite is no comparison.
    JumpLessFloat {
        a: u8,
        b: u8,
        to: u8,
    },
    JumpNotLessFloat {
        a: u8,
        b: u8,
        to: u8,
    },
    JumpLessEqualFloat {
        a: u8,
        b: u8,
        to: u8,
    },
    JumpNotLessEqualFloat {
        a: u8,
        b: u8,
        to: u8,
    },
    JumpEqualFloat {
        a: u8,
        b: u8,
        to: u8,
    },
    JumpNotEqualFloat {
        a: u8,
        b: u8,
        to: u8,
    },
    JumpIfZero {
        a: u8,
        to: u8,
    },
    JumpIfNotZero {
        a: u8,
        to: u8,
    },
    /// By whether `a & b` is zero.
    JumpIfApart {
        a: u8,
        b: u8,
        to: u8,
    },
    JumpIfTogether {
        a: u8,
        b: u8,
        to: u8,
    },
    /// The next number of the range whose state begins at `first`; jumps at its end.
    Next {
        first: u8,
        item: u8,
        to: u8,
    },
    /// A jump back: leaves by `exit` where somebody waits, by the one after it where the next turn, which costs what is
    /// in the register `cost`, cannot be afforded.
    Loop {
        to: u8,
        cost: u8,
        exit: u16,
    },
    /// The same where the comparison holds; goes on behind where not.
    LoopLess {
        a: u8,
        b: u8,
        to: u8,
        cost: u8,
        exit: u16,
    },
    /// The same to the next number of a range; goes on behind at its end.
    LoopNext {
        first: u8,
        item: u8,
        to: u8,
        cost: u8,
        exit: u16,
    },
    /// The same with the fields in that order, and then the `SetItem` there, behind which this lies: a loop that fills a list,
    /// without a look at what comes next.
    LoopSetItem(u8, u8, u8, u8, u16),
    /// The same with the sum there: a loop that adds up, many turns at once.
    LoopSum(u8, u8, u8, u8, u16),
    /// A jump back to a `LoopNext`, and that one, at once.
    LoopToNext(u8, u8, u16),
    Poll(u16),
    /// An integer is turned into text by `str`, for which somebody charges.
    Noted(Note),
    /// The beginning of a function's code: as at a jump back, with the register of the cost and one exit for both.
    Begin(u8, u16),
    /// The function calls itself at a site; leaves by the exit where there is no room for that.
    Call(u16, u16),
    CallWithSum(u16, u16),
    /// It returns what is in the register; and whether objects were released before, which may want to be looked after.
    Return(u8, bool),
    ReturnSum(u8, u8, u16),
    /// A `Refund` with the `Return` behind it, which releases nothing.
    RefundAndReturn(u32, u8),
    Charge {
        cost: u8,
        exit: u16,
    },
    Refund(u32),
    /// Makes the state of a range of its start, stop and step: next number, how many are left, step.
    Range {
        start: u8,
        stop: u8,
        step: u8,
        to: u8,
        exit: u16,
    },
    ItemInt {
        list: u8,
        index: u8,
        to: u8,
        exit: u16,
    },
    ItemFloat {
        list: u8,
        index: u8,
        to: u8,
        exit: u16,
    },
    ItemBool {
        list: u8,
        index: u8,
        to: u8,
        exit: u16,
    },
    ItemObject {
        list: u8,
        index: u8,
        to: u8,
        exit: u16,
    },
    SetItemInt {
        list: u8,
        index: u8,
        value: u8,
        exit: u16,
    },
    SetItem {
        list: u8,
        index: u8,
        value: u8,
        kind: Kind,
        exit: u16,
    },
    /// The next item of an iterator of the heap over a list or tuple.
    NextItem {
        iterator: u8,
        to: u8,
        kind: Kind,
        exit: u16,
    },
    Length {
        a: u8,
        to: u8,
        exit: u16,
    },
    /// Leaves by `exit`, or by the one after it where something is to be looked after when it is done.
    Append {
        list: u8,
        value: u8,
        kind: Kind,
        exit: u16,
    },
    /// Puts a value into a `SimpleQueue` where nobody waits for one; leaves as `Append`.
    Put(u8, u8, Kind, u16),
    /// Takes a number out of one, into the second register.
    Get(u8, u8, Kind, u16),
    /// Leaves unless it is of the type.
    Check {
        a: u8,
        is: Type,
        exit: u16,
    },
    /// Makes a text.
    BuildText {
        of: Row,
        to: u8,
        exit: u16,
    },
    /// Appends pieces to a text; leaves as `Append`.
    AppendText {
        text: u8,
        pieces: Row,
        exit: u16,
    },
    /// Appends the text of pieces to a list; leaves as `Append`.
    AppendBuilt {
        list: u8,
        of: Row,
        exit: u16,
    },
    DictItem {
        dict: u8,
        key: u8,
        to: u8,
        keys: Kind,
        values: Kind,
        exit: u16,
    },
    /// `dict.get(key, to)`: where there is nothing, `to` stays as it is.
    DictGet {
        dict: u8,
        key: u8,
        to: u8,
        keys: Kind,
        values: Kind,
        exit: u16,
    },
    SetDictItem {
        dict: u8,
        key: u8,
        value: u8,
        keys: Kind,
        values: Kind,
        exit: u16,
    },
    InDict {
        dict: u8,
        key: u8,
        to: u8,
        keys: Kind,
        exit: u16,
    },

    /// `site` names a class, and an attribute and its place in an instance of it.
    Attribute {
        object: u8,
        to: u8,
        kind: Kind,
        site: u16,
        exit: u16,
    },
    SetAttribute {
        object: u8,
        value: u8,
        kind: Kind,
        site: u16,
        exit: u16,
    },
    /// Leaves unless the object is an instance of the class, and has no attribute of its own of that name.
    Guard {
        object: u8,
        site: u16,
        exit: u16,
    },

    Keep(u8),
    /// Moves, keeps what is moved and releases what was there, as `Drop`.
    Replace {
        a: u8,
        to: u8,
        exit: u16,
    },
    /// Releases; a `Drop` follows, which looks after what that brings about.
    Release(u8),
    /// Releases, and leaves by `exit` where something is to be looked after then.
    Drop {
        a: u8,
        exit: u16,
    },
}

const _: () = assert!(size_of::<Op>() == 8, "an operation is 8 bytes");
