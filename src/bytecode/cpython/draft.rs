//! An instruction of CPython, before its argument is a number; which one each of ours is.

use super::{Constant, Opcode};
use crate::bytecode::{Code, Const, ConstId, Instr, Local, Name, SURPLUS};
use std::sync::Arc;

/// An instruction of CPython, its argument by what it means.
#[derive(Clone, Debug)]
pub struct Draft {
    pub opcode: Opcode,
    pub arg: Arg,
}

#[derive(Clone, Debug)]
pub enum Arg {
    None,
    Number(u32),
    Const(Constant),
    /// The tuple of constants that stand among the code's, too; it comes behind all others.
    Folded(Vec<Const>),
    Name(Arc<str>),
    /// That of `LOAD_GLOBAL`, which pushes NULL first where this says so.
    Global(bool, Arc<str>),
    /// A local variable, or one in a cell.
    Local(Arc<str>),
    /// An instruction of ours.
    To(usize),
}

impl Draft {
    pub fn new(opcode: Opcode, arg: Arg) -> Draft {
        Draft { opcode, arg }
    }

    pub fn plain(opcode: Opcode) -> Draft {
        Draft::new(opcode, Arg::None)
    }

    pub fn number(opcode: Opcode, number: u32) -> Draft {
        Draft::new(opcode, Arg::Number(number))
    }

    pub fn constant(constant: Const) -> Draft {
        Draft::new(Opcode::LOAD_CONST, Arg::Const(Constant::Of(constant)))
    }

    pub fn text(text: &str) -> Draft {
        Draft::constant(Const::Str(text.into()))
    }

    pub fn call(count: u32) -> [Draft; 2] {
        [Draft::number(Opcode::PRECALL, count), Draft::number(Opcode::CALL, count)]
    }

    /// What an instruction is under CPython.
    pub fn of(code: &Code, instr: Instr) -> Vec<Draft> {
        let constant = |at: ConstId| code.consts[usize::from(at.0)].clone();
        match instr {
            Instr::CALL(count) => Draft::call(count.into()).into(),
            Instr::CALL_KW(count, names) => {
                let names = Draft::new(Opcode::KW_NAMES, Arg::Const(Constant::Of(constant(names))));
                [names].into_iter().chain(Draft::call(count.into())).collect()
            }
            Instr::MAKE_FUNCTION(function, flags) => {
                vec![Draft::constant(constant(function)), Draft::number(Opcode::MAKE_FUNCTION, flags.into())]
            }
            Instr::LOAD_GLOBAL(true, _) if code.is_class_body() => {
                vec![Draft::plain(Opcode::PUSH_NULL), Draft::new(opcode(code, instr), arg(code, instr))]
            }
            Instr::LOAD_CONST(at) => vec![Draft::constant(constant(at))],
            other => vec![Draft::new(opcode(code, other), arg(code, other))],
        }
    }
}

fn opcode(code: &Code, instr: Instr) -> Opcode {
    use Instr::*;
    let is_fast = |local: Local| *code.varnames[usize::from(local.0)] == *SURPLUS;
    match instr {
        LOAD_LOCAL_NAME(local, _) if is_fast(local) => Opcode::LOAD_FAST,
        STORE_LOCAL_NAME(local, _) if is_fast(local) => Opcode::STORE_FAST,
        DELETE_LOCAL_NAME(local, _) if is_fast(local) => Opcode::DELETE_FAST,
        LOAD_LOCAL_NAME(..) => Opcode::LOAD_NAME,
        STORE_LOCAL_NAME(..) => Opcode::STORE_NAME,
        DELETE_LOCAL_NAME(..) => Opcode::DELETE_NAME,
        // The compiler of a class's body knows its globals.
        LOAD_GLOBAL(..) if code.is_class_body() => Opcode::LOAD_NAME,
        LOAD_DEREF(_) if code.is_class_body() => Opcode::LOAD_CLASSDEREF,
        JUMP_BACKWARD(_) => Opcode::JUMP_FORWARD,
        POP_JUMP_BACKWARD_IF_FALSE(_) => Opcode::POP_JUMP_FORWARD_IF_FALSE,
        POP_JUMP_BACKWARD_IF_TRUE(_) => Opcode::POP_JUMP_FORWARD_IF_TRUE,
        other => Opcode::named(other.name()).unwrap_or(Opcode::NOP),
    }
}

fn arg(code: &Code, instr: Instr) -> Arg {
    use Instr::*;
    let name = |name: Name| Arc::clone(&code.names[usize::from(name.0)]);
    match instr {
        LOAD_LOCAL_NAME(local, of) | STORE_LOCAL_NAME(local, of) | DELETE_LOCAL_NAME(local, of) => {
            match *code.varnames[usize::from(local.0)] == *SURPLUS {
                true => Arg::Local(name(of)),
                false => Arg::Name(name(of)),
            }
        }
        LOAD_FAST(local) | STORE_FAST(local) | DELETE_FAST(local) | MAKE_CELL(local) | LOAD_CLOSURE(local)
        | LOAD_DEREF(local) | STORE_DEREF(local) | DELETE_DEREF(local) => {
            Arg::Local(Arc::clone(&code.varnames[usize::from(local.0)]))
        }
        LOAD_GLOBAL(_, of) if code.is_class_body() => Arg::Name(name(of)),
        LOAD_GLOBAL(null, of) => Arg::Global(null, name(of)),
        LOAD_NAME(of) | STORE_NAME(of) | DELETE_NAME(of) | STORE_GLOBAL(of) | DELETE_GLOBAL(of) | LOAD_ATTR(of)
        | STORE_ATTR(of) | DELETE_ATTR(of) | LOAD_METHOD(of) | IMPORT_NAME(of) | IMPORT_FROM(of) => Arg::Name(name(of)),
        BINARY_OP(op) => Arg::Number(op as u32),
        COMPARE_OP(op) => Arg::Number(op as u32),
        IS_OP(is) | CONTAINS_OP(is) | CALL_FUNCTION_EX(is) => Arg::Number(is.into()),
        FORMAT_VALUE(conversion, spec) => Arg::Number(conversion as u32 | u32::from(spec) << 2),
        UNPACK_EX(before, after) => Arg::Number(u32::from(before) | u32::from(after) << 8),
        COPY(count)
        | SWAP(count)
        | COPY_FREE_VARS(count)
        | BUILD_LIST(count)
        | BUILD_TUPLE(count)
        | BUILD_SET(count)
        | BUILD_MAP(count)
        | BUILD_STRING(count)
        | BUILD_SLICE(count)
        | LIST_APPEND(count)
        | SET_ADD(count)
        | MAP_ADD(count)
        | LIST_EXTEND(count)
        | SET_UPDATE(count)
        | DICT_UPDATE(count)
        | DICT_MERGE(count)
        | UNPACK_SEQUENCE(count)
        | RAISE_VARARGS(count)
        | GET_AWAITABLE(count)
        | MATCH_CLASS(count)
        | BUILD_CONST_SET(count) => Arg::Number(count.into()),
        other => other.target().map_or(Arg::None, |to| Arg::To(to.0.into())),
    }
}
