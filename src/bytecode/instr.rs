//! The instruction set: one line an instruction, from which everything else about it follows.
//!
//! Names and meaning are CPython 3.11's, with these differences: jumps name the instruction they lead to, there are no
//! inline caches and no `PRECALL`, and keyword names travel with the call (`CALL_KW`). In the comments, and in the
//! meanings that the disassembler's legend prints, the top of the stack is on the right.

use super::Code;
use super::operand::{BinaryOp, CompareOp, ConstId, Conversion, Local, Name, Operand, Target};

/// Whether an instruction asks if somebody wants the thread's attention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Checkpoint {
    Never,
    Always,
    /// Where the callee is not a Python function: after it has returned.
    AfterNative,
}

macro_rules! instructions {
    ($($name:ident $(($($operand:ident: $type:ty),+))?, $checkpoint:ident, $effect:expr, $meaning:literal;)+) => {
        /// One instruction with its operands, in 4 bytes.
        #[allow(non_camel_case_types)]
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Instr { $(#[doc = $meaning] $name $(($($type),+))?),+ }

        impl Instr {
            /// The instructions' names and what they do, in the order of the table.
            pub const TABLE: &[(&str, &str)] = &[$((stringify!($name), $meaning)),+];

            pub fn name(self) -> &'static str {
                match self { $(Instr::$name { .. } => stringify!($name)),+ }
            }

            pub fn meaning(self) -> &'static str {
                match self { $(Instr::$name { .. } => $meaning),+ }
            }

            /// How many values more lie on the stack afterwards, where the instruction does not jump.
            #[allow(unused_variables)]
            pub fn effect(self) -> i32 {
                match self { $(Instr::$name $(($($operand),+))? => $effect),+ }
            }

            pub fn checkpoint(self) -> Checkpoint {
                match self { $(Instr::$name { .. } => Checkpoint::$checkpoint),+ }
            }

            /// The operands as the disassembler shows them.
            pub(super) fn operands(self, code: &Code) -> String {
                match self {
                    $(Instr::$name $(($($operand),+))? => {
                        let shown: &[String] = &[$($($operand.show(code)),+)?];
                        shown.join(" ")
                    })+
                }
            }

            /// The instruction that this one may jump to.
            pub fn target(self) -> Option<Target> {
                match self {
                    $(Instr::$name $(($($operand),+))? => {
                        let targets: &[Option<u16>] = &[$($($operand.target()),+)?];
                        targets.iter().find_map(|target| *target).map(Target)
                    })+
                }
            }
        }
    };
}

instructions! {
    RESUME, Always, 0, "a function begins";
    NOP, Never, 0, "does nothing";
    POP_TOP, Never, -1, "a →";
    PUSH_NULL, Never, 1, "→ NULL, the place of a method's `self` in a plain call";
    COPY(depth: u8), Never, 1, "pushes the value at this depth (1 is the top) once more";
    SWAP(depth: u8), Never, 0, "exchanges the top with the value at this depth";

    LOAD_CONST(constant: ConstId), Never, 1, "→ constant";
    LOAD_FAST(local: Local), Never, 1, "→ local variable; UnboundLocalError where it has no value";
    STORE_FAST(local: Local), Never, -1, "a →, into the local variable";
    DELETE_FAST(local: Local), Never, 0, "unbinds the local variable";
    LOAD_NAME(name: Name), Never, 1, "→ global or builtin, from the module's own code";
    STORE_NAME(name: Name), Never, -1, "a →, into the global, from the module's own code";
    DELETE_NAME(name: Name), Never, 0, "unbinds the global, from the module's own code";
    LOAD_LOCAL_NAME(local: Local, name: Name), Never, 1, "→ name of the namespace (a class body's, or of variables without a slot) in the local variable, or else global or builtin";
    STORE_LOCAL_NAME(local: Local, name: Name), Never, -1, "a →, into the namespace in the local variable";
    DELETE_LOCAL_NAME(local: Local, name: Name), Never, 0, "takes the name out of the namespace in the local variable";
    MAKE_CELL(local: Local), Never, 0, "puts the local variable into a cell, for functions inside to share";
    COPY_FREE_VARS(count: u8), Never, 0, "takes the function's cells into its last local variables";
    LOAD_CLOSURE(local: Local), Never, 1, "→ the cell itself";
    LOAD_DEREF(local: Local), Never, 1, "→ what is in the cell; NameError where it has no value";
    STORE_DEREF(local: Local), Never, -1, "a →, into the cell";
    DELETE_DEREF(local: Local), Never, 0, "empties the cell";
    LOAD_GLOBAL(null: bool, name: Name), Never, if null { 2 } else { 1 }, "→ global or builtin, below it a NULL where the first operand is 1";
    STORE_GLOBAL(name: Name), Never, -1, "a →, into the global";
    DELETE_GLOBAL(name: Name), Never, 0, "unbinds the global";
    LOAD_ATTR(name: Name), Never, 0, "a → a.name";
    STORE_ATTR(name: Name), Never, -2, "v a →, a.name = v";
    DELETE_ATTR(name: Name), Never, -1, "a →, del a.name";
    LOAD_METHOD(name: Name), Never, 1, "a → method a, or → NULL a.name where that is not a method";
    IMPORT_NAME(name: Name), Never, 1, "→ module";
    IMPORT_FROM(name: Name), Never, 1, "module → module, module.name";
    IMPORT_STAR, Never, 0, "module → None, all its public names are bound";

    UNARY_POSITIVE, Never, 0, "a → +a";
    UNARY_NEGATIVE, Never, 0, "a → -a";
    UNARY_NOT, Never, 0, "a → not a";
    UNARY_INVERT, Never, 0, "a → ~a";
    BINARY_OP(op: BinaryOp), Never, -1, "a b → a op b; lists are changed in place by += and *=";
    COMPARE_OP(op: CompareOp), Never, -1, "a b → a op b";
    IS_OP(invert: bool), Never, -1, "a b → a is b, or is not";
    CONTAINS_OP(invert: bool), Never, -1, "a b → a in b, or not in";
    BINARY_SUBSCR, Never, -1, "a i → a[i]";
    STORE_SUBSCR, Never, -3, "v a i →, a[i] = v";
    DELETE_SUBSCR, Never, -2, "a i →, del a[i]";

    BUILD_LIST(count: u8), Never, 1 - i32::from(count), "values → list of them";
    BUILD_TUPLE(count: u8), Never, 1 - i32::from(count), "values → tuple of them";
    BUILD_SET(count: u8), Never, 1 - i32::from(count), "values → set of them";
    BUILD_CONST_SET(count: u8), Never, 1 - i32::from(count), "constants → set of them, made of a frozen one as CPython does";
    BUILD_MAP(count: u8), Never, 1 - 2 * i32::from(count), "keys and values in turn → dict of them";
    BUILD_STRING(count: u8), Never, 1 - i32::from(count), "texts → their concatenation";
    BUILD_SLICE(count: u8), Never, 1 - i32::from(count), "start stop (step) → slice";
    FORMAT_VALUE(conversion: Conversion, spec: bool), Never, -i32::from(spec), "a (format) → text of a, for an f-string";
    LIST_APPEND(depth: u8), Never, -1, "a →, appended to the list at this depth below it";
    SET_ADD(depth: u8), Never, -1, "a →, added to the set at this depth below it";
    MAP_ADD(depth: u8), Never, -2, "key a →, into the dict at this depth below them";
    LIST_EXTEND(depth: u8), Never, -1, "a →, its items appended to the list at this depth below it";
    SET_UPDATE(depth: u8), Never, -1, "a →, its items added to the set at this depth below it";
    DICT_UPDATE(depth: u8), Never, -1, "a →, its items into the dict at this depth below it";
    DICT_MERGE(depth: u8), Never, -1, "as DICT_UPDATE, for the keywords of a call: no key twice";
    LIST_TO_TUPLE, Never, 0, "list → tuple";
    UNPACK_SEQUENCE(count: u8), Never, i32::from(count) - 1, "a → its items, the first on top";
    UNPACK_EX(before: u8, after: u8), Never, i32::from(before) + i32::from(after), "a → its items, those in the middle as a list, the first on top";

    GET_ITER, Never, 0, "a → iterator over a";
    FOR_ITER(end: Target), Never, 1, "iterator → iterator, next item; at its end iterator → and jump";
    JUMP_FORWARD(to: Target), Never, 0, "jump";
    JUMP_BACKWARD(to: Target), Always, 0, "jump to the head of a loop";
    JUMP_BACKWARD_NO_INTERRUPT(to: Target), Never, 0, "jump back without asking";
    POP_JUMP_FORWARD_IF_FALSE(to: Target), Never, -1, "a →, jump if not a";
    POP_JUMP_FORWARD_IF_TRUE(to: Target), Never, -1, "a →, jump if a";
    POP_JUMP_BACKWARD_IF_FALSE(to: Target), Always, -1, "a →, jump to the body or head of a loop if not a";
    POP_JUMP_BACKWARD_IF_TRUE(to: Target), Always, -1, "a →, jump to the body or head of a loop if a";
    JUMP_IF_FALSE_OR_POP(to: Target), Never, -1, "jump if not a, else a →";
    JUMP_IF_TRUE_OR_POP(to: Target), Never, -1, "jump if a, else a →";

    MAKE_FUNCTION(code: ConstId, flags: u8), Never, 1 - (flags & 15).count_ones() as i32, "(defaults 1) (keyword defaults 2) (annotations 4) (cells 8) → function";
    CALL(count: u8), AfterNative, -1 - i32::from(count), "NULL f arguments, or method self arguments → result";
    CALL_KW(count: u8, names: ConstId), AfterNative, -1 - i32::from(count), "as CALL, the last arguments by the keywords in the constant";
    CALL_FUNCTION_EX(keywords: bool), AfterNative, -2 - i32::from(keywords), "NULL f arguments (keywords) → result, of any number of arguments";
    LOAD_BUILD_CLASS, Never, 1, "→ the function that makes a class of its body";
    CLASS_NAMESPACE, Never, 1, "→ the class body's namespace";
    RETURN_VALUE, Never, -1, "a →, the frame ends";
    RETURN_GENERATOR, Never, 1, "makes a generator of the frame and returns it; later → the value sent";
    YIELD_VALUE, Never, 0, "a → value sent; the frame rests";
    GET_YIELD_FROM_ITER, Never, 0, "a → iterator over a, for `yield from`";
    SEND(end: Target), Never, 0, "iterator value → iterator, what it yields; at its end → its result and jump";

    PUSH_EXC_INFO, Never, 1, "e → the exception handled before, e, which is being handled now";
    CHECK_EXC_MATCH, Never, 0, "e type → e, whether it is of that type";
    POP_EXCEPT, Never, -1, "a →, is the exception that is being handled again";
    RERAISE, Never, -1, "e →, raised again at its old place";
    RAISE_VARARGS(count: u8), Never, -i32::from(count), "(e (cause)) →, raised";
    GET_AWAITABLE(of: u8), Never, 0, "a → iterator that awaits a; 1 where a comes from __aenter__, 2 from __aexit__";
    GET_AITER, Never, 0, "a → asynchronous iterator over a";
    GET_ANEXT, Never, 1, "iterator → iterator, what awaits its next item";
    END_ASYNC_FOR, Never, -2, "iterator e →, e is raised again unless it is StopAsyncIteration";
    BEFORE_ASYNC_WITH, Never, 1, "manager → its __aexit__, what __aenter__ returns";
    ASYNC_GEN_WRAP, Never, 0, "a → a, marked as what the asynchronous generator yields";
    GET_LEN, Never, 1, "a → a, len(a)";
    MATCH_SEQUENCE, Never, 1, "a → a, whether a pattern [x, y] may fit";
    MATCH_MAPPING, Never, 1, "a → a, whether a pattern {k: x} may fit";
    MATCH_KEYS, Never, 1, "mapping keys → mapping keys, tuple of the values, or None where a key is not there";
    MATCH_CLASS(count: u8), Never, -2, "a class names → tuple of so many attributes by position and those of these names, or None";
    BEFORE_WITH, Never, 1, "manager → its __exit__, what __enter__ returns";
    WITH_EXCEPT_START, Never, 1, "exit prev e → exit prev e, what exit says to it";
    ASSERTION_FAILED(message: u8), Never, -i32::from(message), "raises AssertionError, with the top as its message where the operand is 1";
}

const _: () = assert!(size_of::<Instr>() == 4, "an instruction is 4 bytes");

impl Instr {
    /// Whether the instruction counts for the check interval of CPython 2: it does unless it ends by the fast dispatch,
    /// which skips the check (`Python/ceval.c`, 2.7). Conditional jumps are fast there when they test an exact bool, as
    /// the result of a comparison is.
    #[inline(always)]
    pub fn is_tick(self) -> bool {
        use Instr::*;
        !matches!(
            self,
            RESUME
                | NOP
                | POP_TOP
                | PUSH_NULL
                | COPY(_)
                | SWAP(_)
                | LOAD_CONST(_)
                | LOAD_FAST(_)
                | STORE_FAST(_)
                | JUMP_FORWARD(_)
                | POP_JUMP_FORWARD_IF_FALSE(_)
                | POP_JUMP_FORWARD_IF_TRUE(_)
        )
    }

    /// How many values more lie on the stack where the instruction jumps.
    pub fn jump_effect(self) -> i32 {
        match self {
            Instr::FOR_ITER(_) | Instr::SEND(_) => -1,
            Instr::JUMP_IF_FALSE_OR_POP(_) | Instr::JUMP_IF_TRUE_OR_POP(_) => 0,
            other => other.effect(),
        }
    }

    /// Whether the next instruction is never reached from this one.
    pub fn ends_flow(self) -> bool {
        use Instr::*;
        matches!(
            self,
            JUMP_FORWARD(_)
                | JUMP_BACKWARD(_)
                | JUMP_BACKWARD_NO_INTERRUPT(_)
                | RETURN_VALUE
                | ASSERTION_FAILED(_)
                | RERAISE
                | RAISE_VARARGS(_)
        )
    }

    /// The same jump to another place.
    #[must_use]
    pub fn with_target(self, to: Target) -> Instr {
        use Instr::*;
        match self {
            FOR_ITER(_) => FOR_ITER(to),
            JUMP_FORWARD(_) => JUMP_FORWARD(to),
            JUMP_BACKWARD(_) => JUMP_BACKWARD(to),
            JUMP_BACKWARD_NO_INTERRUPT(_) => JUMP_BACKWARD_NO_INTERRUPT(to),
            SEND(_) => SEND(to),
            POP_JUMP_FORWARD_IF_FALSE(_) => POP_JUMP_FORWARD_IF_FALSE(to),
            POP_JUMP_FORWARD_IF_TRUE(_) => POP_JUMP_FORWARD_IF_TRUE(to),
            POP_JUMP_BACKWARD_IF_FALSE(_) => POP_JUMP_BACKWARD_IF_FALSE(to),
            POP_JUMP_BACKWARD_IF_TRUE(_) => POP_JUMP_BACKWARD_IF_TRUE(to),
            JUMP_IF_FALSE_OR_POP(_) => JUMP_IF_FALSE_OR_POP(to),
            JUMP_IF_TRUE_OR_POP(_) => JUMP_IF_TRUE_OR_POP(to),
            other => other,
        }
    }
}
