//! Fused instructions: what a few instructions in a row do, done at once where their operands are of the common kinds.
//!
//! Beside a code's instructions lies a row of as many places. A place says what is done at once from there on, or
//! nothing. Where a fast way does not apply (another type, an overflow, somebody waits at the checkpoint), it has changed
//! nothing, and the eval loop executes the instructions one by one. So a fast way raises nothing, asks the outside for
//! nothing, and a jump into the middle of a fused row needs no thought: a place there has its own.
//!
//! The depth of the stack at each instruction is known beforehand, so operands are named by their slots in the frame's
//! window, whether they are local variables or lie on the stack.

mod attributes;
mod big;
mod cache;
mod calls;
mod conditions;
mod contexts;
mod depth;
mod frame;
mod fuse;
pub mod generators;
mod instances;
mod items;
pub mod loops;
mod made;
mod native;
mod numbers;
mod run;
mod texts;

pub use cache::Site;
pub use frame::{Flow, Frame};
pub use fuse::{Loaded, quicken};
pub use run::run;

use crate::bytecode::{BinaryOp, CompareOp};

/// What is done at once from one instruction on.
#[derive(Clone, Copy, Debug)]
pub struct Quick {
    pub op: Op,
    /// How many instructions that is.
    pub len: u8,
    /// The depth of the stack afterwards.
    pub sp: u8,
    /// What these instructions cost one by one; zero for a place where nothing is fused.
    pub cost: u32,
}

const _: () = assert!(size_of::<Quick>() == 16, "a place is 16 bytes");

/// When a conditional jump jumps, and whether it is a checkpoint.
#[derive(Clone, Copy, Debug)]
pub struct Branch {
    pub wants: bool,
    pub polls: bool,
    pub to: u16,
}

impl Branch {
    /// The jump that is made where this one is not, if so.
    fn inverted(self, invert: bool) -> Branch {
        Branch { wants: self.wants != invert, ..self }
    }
}

/// Fused instructions. `a`, `b`, `c` are slots of the window that are read, `to` one that is written; `k` is a constant.
/// A name that ends in `Into` writes a local variable, which owns what it had; otherwise the result is pushed.
#[derive(Clone, Copy, Debug)]
pub enum Op {
    /// Nothing is fused here.
    Plain,
    Resume,
    Pop,
    Load {
        a: u8,
    },
    LoadTwo {
        a: u8,
        b: u8,
    },
    /// A tuple, spread into a list and that into a tuple; the same with the attribute of a variable.
    Spread(u8),
    SpreadAttribute {
        a: u8,
        cache: u16,
    },
    LoadConst {
        k: u16,
    },
    /// The value of a cell variable.
    LoadCell {
        a: u8,
    },
    Global {
        null: bool,
        slot: u16,
    },
    Store {
        to: u8,
    },
    StoreTwo {
        first: u8,
        second: u8,
    },
    Move {
        a: u8,
        to: u8,
    },
    ConstInto {
        k: u16,
        to: u8,
    },

    Add {
        a: u8,
        b: u8,
        to: u8,
    },
    Subtract {
        a: u8,
        b: u8,
        to: u8,
    },
    Multiply {
        a: u8,
        b: u8,
        to: u8,
    },
    AddInto {
        a: u8,
        b: u8,
        to: u8,
    },
    SubtractInto {
        a: u8,
        b: u8,
        to: u8,
    },
    MultiplyInto {
        a: u8,
        b: u8,
        to: u8,
    },
    /// Adds a small integer.
    AddSmall {
        a: u8,
        by: i16,
        to: u8,
    },
    AddSmallInto {
        a: u8,
        by: i16,
        to: u8,
    },
    Binary {
        op: BinaryOp,
        a: u8,
        b: u8,
        to: u8,
    },
    BinaryInto {
        op: BinaryOp,
        a: u8,
        b: u8,
        to: u8,
    },
    BinaryConst {
        op: BinaryOp,
        a: u8,
        k: u16,
        to: u8,
    },
    BinaryConstInto {
        op: BinaryOp,
        a: u8,
        k: u16,
        to: u8,
    },
    ConstBinary {
        op: BinaryOp,
        k: u16,
        b: u8,
        to: u8,
    },
    /// `to = a + b * c`.
    MultiplyAddInto {
        a: u8,
        b: u8,
        c: u8,
        to: u8,
    },
    /// A text on the stack is added to the one in the variable, which is on the stack below it.
    AddTextInto {
        a: u8,
        b: u8,
        to: u8,
    },

    Compare {
        op: CompareOp,
        a: u8,
        b: u8,
        to: u8,
    },
    CompareJump {
        op: CompareOp,
        a: u8,
        b: u8,
        branch: Branch,
    },
    CompareSmallJump {
        op: CompareOp,
        a: u8,
        with: i16,
        branch: Branch,
    },
    CompareConstJump {
        op: CompareOp,
        a: u8,
        k: u16,
        branch: Branch,
    },
    /// Jumps by whether the result of the operation is zero.
    BinarySmallJump {
        op: BinaryOp,
        a: u8,
        by: i16,
        branch: Branch,
    },
    TestJump {
        branch: Branch,
    },
    TestLocalJump {
        a: u8,
        branch: Branch,
    },
    /// Whether the two values on the stack are the same, or are not; and a jump by that.
    Is {
        invert: bool,
    },
    IsJump {
        branch: Branch,
    },
    /// Jumps by whether the top, or a variable, is None.
    IsNoneJump {
        branch: Branch,
    },
    IsLocalNoneJump {
        a: u8,
        branch: Branch,
    },

    Jump {
        to: u16,
    },
    JumpBack {
        to: u16,
    },
    /// The next item of the iterator `a` goes into a variable.
    Next {
        a: u8,
        to: u8,
    },
    /// The same after a jump backward to it; `body` comes afterwards.
    JumpNext {
        a: u8,
        to: u8,
        body: u16,
    },
    /// The next item is pushed.
    NextPush {
        a: u8,
    },

    /// `a[b]` of local variables.
    Item {
        a: u8,
        b: u8,
        to: u8,
    },
    /// The same of the two values on the stack.
    ItemOfTop,
    /// `a`, `b` and `a[b]` are pushed.
    ItemBeside {
        a: u8,
        b: u8,
    },
    /// `a[b] = value`, where `a` and `b` are local variables; the value is a variable, or moved from the stack.
    StoreItem {
        a: u8,
        b: u8,
        value: u8,
        moved: bool,
    },
    StoreItemConst {
        a: u8,
        b: u8,
        k: u16,
    },
    /// All three lie on the stack: value, container, index.
    StoreItemOfTop,
    /// The same in another order: container, index, value.
    StoreItemBelow,
    /// `a in b`.
    ContainsJump {
        a: u8,
        b: u8,
        branch: Branch,
    },

    Attribute {
        a: u8,
        cache: u16,
    },
    AttributeOfTop {
        cache: u16,
    },
    /// `a` is pushed, and then its attribute.
    AttributeBeside {
        a: u8,
        cache: u16,
    },
    /// `a.name += b`, `b` a variable or a small integer.
    AddToAttribute {
        a: u8,
        b: u8,
        cache: u16,
    },
    AddSmallToAttribute {
        a: u8,
        by: i16,
        cache: u16,
    },
    /// Sets the attribute of `a` to the top.
    SetAttribute {
        a: u8,
        cache: u16,
    },
    /// Sets the attribute of what lies below the top to the top; or the other way round.
    SetAttributeBelow {
        cache: u16,
    },
    SetAttributeOfTop {
        cache: u16,
    },
    Method {
        a: u8,
        cache: u16,
    },
    MethodOfTop {
        cache: u16,
    },

    Call {
        count: u8,
        cache: u16,
    },
    /// Calls a class with arguments of which the last have these names.
    CallNamed {
        count: u8,
        names: u16,
        cache: u16,
    },
    /// Calls a function with a tuple.
    CallSpread,
    /// Calls the function in the global with a variable, to which a small integer is added, or with two variables.
    CallGlobalSmall {
        slot: u16,
        a: u8,
        by: i16,
    },
    CallGlobalOne {
        slot: u16,
        a: u8,
    },
    CallGlobalTwo {
        slot: u16,
        a: u8,
        b: u8,
    },
    /// `a.name()`, and `a.name(b)` of two variables, where the method is a Python function.
    CallMethod {
        a: u8,
        cache: u16,
    },
    CallMethodOne {
        a: u8,
        b: u8,
        cache: u16,
    },
    Return,
    /// Returns the sum of the two values on the stack.
    ReturnSum,
    ReturnLocal {
        a: u8,
    },
    ReturnConst {
        k: u16,
    },
    /// The text of the top, for an f-string.
    Format,
    BuildText {
        count: u8,
    },
    Yield,
    /// What may be awaited as it is stays.
    GetAwaitable,
    /// Goes on with the generator that lies below the top, which it is told.
    Send,
    /// `with`: what the class of the top has as its `__enter__` and `__exit__`.
    EnterContext {
        enter: u16,
        exit: u16,
    },
    /// After a `yield`: a checkpoint, and what was sent is dropped.
    ResumeAgain,
}
