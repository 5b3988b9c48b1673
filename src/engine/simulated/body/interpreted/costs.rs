//! What instructions cost, and what event loops and locks do beyond theirs. Knows neither rooms nor threads.
//!
//! Much that is native code in CPython is Python text here. Such text takes a share of what its instructions would take in a
//! program: native code does the same with less.

use crate::bytecode::{BinaryOp, Instr};
use crate::engine::simulated::profile::{Entry, FIELDS, Field, Profile};
use crate::vm::sync::Request;
use crate::vm::{Clock, Exit, Note, Noted, Question, Rate, StepNote, SystemCall};

/// All of it, in picoseconds.
pub(super) struct InstructionCosts {
    /// By the number of the rate.
    prices: [Prices; Rate::COUNT],
    /// What is native code in CPython and no instruction here.
    turn: u64,
    step: u64,
    task: u64,
    /// The garbage collector's look at an object of the oldest generation.
    pub look: u64,
    /// Reading a clock, asking the system for one of CPU time, and for what it knows at once.
    clock: u64,
    cpu_clock: u64,
    system_call: u64,
    /// Opening, reading and closing a file, in which the system tells how many processors there are.
    file: u64,
}

/// What code takes.
pub(super) struct Prices {
    /// Picoseconds per instruction, by class.
    instructions: [u32; CLASSES.len()],
    /// Picoseconds for each of what takes longer than its instruction says.
    noted: [u64; Note::ALL.len()],
}

/// The fields of `[instruction]`, which come first in a profile.
const CLASSES: [Field; 20] = [
    Field::LoadStore,
    Field::Global,
    Field::Attribute,
    Field::Subscript,
    Field::Arithmetic,
    Field::Operator,
    Field::Power,
    Field::Compare,
    Field::Contains,
    Field::Jump,
    Field::Iterate,
    Field::Call,
    Field::Frame,
    Field::Build,
    Field::Function,
    Field::Generator,
    Field::Match,
    Field::With,
    Field::Format,
    Field::Other,
];

/// What code takes at a rate, of what the profile says of a program's.
fn share(profile: &Profile, rate: Rate) -> f64 {
    let of_native = if rate.stands_for_native() { profile.value(Field::StandIn) } else { 1.0 };
    let of_module = rate.module().and_then(field_of_module).map_or(1.0, |field| profile.value(field));
    of_native * of_module
}

fn field_of_module(module: &str) -> Option<Field> {
    let is_its = |entry: &&Entry| entry.name.strip_prefix("module.") == Some(module);
    FIELDS.iter().find(is_its).map(|entry| entry.field)
}

fn picoseconds(profile: &Profile, field: Field) -> u64 {
    (profile.value(field) * 1_000.0).round() as u64
}

impl InstructionCosts {
    pub fn new(profile: &Profile) -> InstructionCosts {
        let [turn, step, task, look] = [Field::LoopTurn, Field::LoopStep, Field::LoopTask, Field::CollectorOld]
            .map(|field| picoseconds(profile, field));
        let [clock, cpu_clock, system_call, file] =
            [Field::NativeClock, Field::NativeCpuClock, Field::NativeSystemCall, Field::FileCall]
                .map(|field| picoseconds(profile, field));
        let prices = Rate::table(|rate| Prices::new(profile, share(profile, rate)));
        InstructionCosts { prices, turn, step, task, look, clock, cpu_clock, system_call, file }
    }

    #[inline(always)]
    pub fn at(&self, rate: Rate) -> &Prices {
        &self.prices[rate.number()]
    }

    /// What an event loop does at this exit, if it is one's, or the system for the answer to a question.
    pub fn of_exit(&self, exit: &Exit) -> u64 {
        match exit {
            Exit::Clock => self.clock,
            Exit::System(SystemCall::Ask(question)) => self.of_question(question),
            Exit::Threads(Request::Park(park)) if park.is_select => self.turn,
            Exit::System(SystemCall::Step(StepNote::Begun { name: Some(_), .. })) => self.step + self.task,
            Exit::System(SystemCall::Step(StepNote::Begun { name: None, .. })) => self.step,
            _ => 0,
        }
    }
}

impl InstructionCosts {
    fn of_question(&self, question: &Question) -> u64 {
        match question {
            Question::Time(Clock::Wall | Clock::Monotonic) | Question::Seconds(Clock::Wall | Clock::Monotonic) => {
                self.clock
            }
            Question::Time(_) | Question::Seconds(_) => self.cpu_clock,
            Question::ProcessId | Question::ParentId | Question::User => self.system_call,
            Question::CpuCount => self.file,
            _ => 0,
        }
    }
}

/// Where the cost of what is noted stands in a profile.
fn field_of(note: Note) -> Field {
    match note {
        Note::Parsed => Field::NativeParsed,
        Note::Whole => Field::Whole,
        Note::Float => Field::Float,
        Note::Keyed => Field::Keyed,
        Note::Constructed => Field::NativeConstructed,
        Note::Made => Field::NativeMade,
        Note::Failed => Field::NativeFailed,
        Note::Explained => Field::NativeExplained,
        Note::Abandoned => Field::Abandoned,
        Note::Wide => Field::NativeWide,
        Note::PowerStep => Field::NativePowerStep,
        Note::FloatPower => Field::NativeFloatPower,
        Note::LockStep => Field::LockOperation,
        Note::WakeInVain => Field::FutexCall,
        Note::LockArguments => Field::LockArguments,
        Note::QueueStep => Field::QueueOperation,
        Note::Instance => Field::Instance,
        Note::Init => Field::Init,
        Note::Class => Field::Class,
        Note::Compiled => Field::Compile,
        Note::CompiledCharacter => Field::CompileCharacter,
        Note::Raise => Field::Raise,
        Note::Packed => Field::Packed,
        Note::Special => Field::Special,
        Note::Item => Field::NativeItem,
        Note::Callback => Field::NativeCallback,
        Note::Drawn => Field::NativeDrawn,
        Note::Below => Field::PythonBelow,
        Note::Hooked => Field::PythonHooked,
        Note::Extreme => Field::NativeExtreme,
        Note::Copy => Field::NativeCopy,
        Note::Entry => Field::NativeEntry,
        Note::Counted => Field::NativeCounted,
        Note::InOrder => Field::NativeInOrder,
        Note::Compare => Field::NativeCompare,
        Note::CompareText => Field::NativeCompareText,
        Note::CompareOther => Field::NativeCompareOther,
        Note::Character => Field::NativeCharacter,
        Note::Mathematics => Field::NativeMathematics,
        Note::Conversion => Field::NativeConversion,
        Note::FloatDigit => Field::NativeFloatDigit,
        Note::Hasher => Field::NativeHasher,
        Note::Scanned => Field::NativeScanned,
        Note::Search => Field::NativeSearch,
        Note::Step => Field::NativeStep,
        Note::Product => Field::NativeProduct,
        Note::Kept => Field::Kept,
        Note::Young => Field::CollectorYoung,
        Note::Old => Field::CollectorOld,
    }
}

impl Prices {
    /// `share`: of what a profile says about Python code. What native code does takes its time whoever calls it.
    fn new(profile: &Profile, share: f64) -> Prices {
        let instructions = CLASSES.map(|field| (profile.value(field) * share * 1_000.0).round() as u32);
        let noted = Note::ALL.map(|note| {
            let share = if is_python(note) { share } else { 1.0 };
            (profile.value(field_of(note)) * share * 1_000.0).round() as u64
        });
        Prices { instructions, noted }
    }

    pub fn of_noted(&self, noted: &Noted) -> u64 {
        noted.counts().fold(0, |all, (note, count)| all.saturating_add(count.saturating_mul(self.noted[note as usize])))
    }

    #[inline(always)]
    pub fn of(&self, instr: &Instr) -> u32 {
        let class = match class(instr) {
            Field::Arithmetic => operator(instr),
            other => other,
        };
        self.instructions[class as usize]
    }

    /// Of what happened within an instruction.
    pub fn of_note(&self, note: Note) -> u32 {
        u32::try_from(self.noted[note as usize]).unwrap_or(u32::MAX)
    }
}

/// Whether it is a part of executing Python code, or what native code does with less, and nothing that a native function does.
fn is_python(note: Note) -> bool {
    use Note::{
        Constructed, Extreme, Float, Hooked, Init, Instance, Keyed, Made, Packed, Parsed, Raise, Special, Whole,
    };
    matches!(note, Instance | Init | Raise | Packed | Parsed | Special | Hooked | Extreme)
        || matches!(note, Whole | Float | Keyed | Constructed | Made)
}

/// Sums, differences and products are specialised by CPython, for operands of the same kind.
#[inline(always)]
fn operator(instr: &Instr) -> Field {
    use BinaryOp::{Add, InplaceAdd, InplaceMultiply, InplacePower, InplaceSubtract, Multiply, Power, Subtract};
    match instr {
        Instr::BINARY_OP(Power | InplacePower) => Field::Power,
        Instr::BINARY_OP(Add | Subtract | Multiply | InplaceAdd | InplaceSubtract | InplaceMultiply) => {
            Field::Arithmetic
        }
        Instr::BINARY_OP(_) => Field::Operator,
        _ => Field::Arithmetic,
    }
}

/// Where the cost of an instruction stands in a profile; the fields of `[instruction]` come first in it. By opcode only,
/// so that the compiler can look it up in a table.
#[inline(always)]
fn class(instr: &Instr) -> Field {
    use Instr::*;
    match instr {
        NOP | POP_TOP | PUSH_NULL | COPY(_) | SWAP(_) | LOAD_CONST(_) | LOAD_FAST(_) | STORE_FAST(_)
        | STORE_LOCAL_NAME(..) => Field::LoadStore,
        LOAD_NAME(_) | STORE_NAME(_) | LOAD_GLOBAL(..) | STORE_GLOBAL(_) => Field::Global,
        LOAD_ATTR(_) | STORE_ATTR(_) | DELETE_ATTR(_) | LOAD_METHOD(_) => Field::Attribute,
        IMPORT_NAME(_) | IMPORT_FROM(_) | IMPORT_STAR => Field::Attribute,
        BINARY_SUBSCR | STORE_SUBSCR | DELETE_SUBSCR => Field::Subscript,
        BINARY_OP(_) | UNARY_POSITIVE | UNARY_NEGATIVE | UNARY_INVERT => Field::Arithmetic,
        COMPARE_OP(_) | IS_OP(_) | UNARY_NOT => Field::Compare,
        CONTAINS_OP(_) | SET_ADD(_) => Field::Contains,
        JUMP_FORWARD(_) | JUMP_BACKWARD(_) | JUMP_BACKWARD_NO_INTERRUPT(_) => Field::Jump,
        POP_JUMP_FORWARD_IF_FALSE(_) | POP_JUMP_FORWARD_IF_TRUE(_) => Field::Jump,
        POP_JUMP_BACKWARD_IF_FALSE(_) | POP_JUMP_BACKWARD_IF_TRUE(_) => Field::Jump,
        JUMP_IF_FALSE_OR_POP(_) | JUMP_IF_TRUE_OR_POP(_) => Field::Jump,
        FOR_ITER(_) | GET_ITER => Field::Iterate,
        RESUME | RETURN_VALUE => Field::Frame,
        CALL(_) | CALL_KW(..) | CALL_FUNCTION_EX(_) => Field::Call,
        BUILD_LIST(_) | BUILD_TUPLE(_) | BUILD_STRING(_) | BUILD_SLICE(_) | LIST_TO_TUPLE => Field::Build,
        BUILD_SET(_) | BUILD_CONST_SET(_) | BUILD_MAP(_) | MAP_ADD(_) => Field::Build,
        BEFORE_WITH => Field::With,
        FORMAT_VALUE(..) => Field::Format,
        DELETE_FAST(_) | DELETE_NAME(_) | DELETE_GLOBAL(_) | LOAD_LOCAL_NAME(..) | DELETE_LOCAL_NAME(..) => {
            Field::Other
        }
        MAKE_CELL(_) | COPY_FREE_VARS(_) | LOAD_CLOSURE(_) | LOAD_DEREF(_) | STORE_DEREF(_) | DELETE_DEREF(_) => {
            Field::Other
        }
        LIST_APPEND(_) | LIST_EXTEND(_) | SET_UPDATE(_) | DICT_UPDATE(_) | DICT_MERGE(_) => Field::Other,
        MAKE_FUNCTION(..) => Field::Function,
        UNPACK_SEQUENCE(_) | UNPACK_EX(..) | LOAD_BUILD_CLASS | CLASS_NAMESPACE => Field::Other,
        RETURN_GENERATOR => Field::Generator,
        YIELD_VALUE | GET_YIELD_FROM_ITER | SEND(_) => Field::Other,
        PUSH_EXC_INFO | CHECK_EXC_MATCH | POP_EXCEPT | RERAISE | RAISE_VARARGS(_) | ASSERTION_FAILED(_) => Field::Other,
        GET_AWAITABLE(_) | GET_AITER | GET_ANEXT | END_ASYNC_FOR | BEFORE_ASYNC_WITH | ASYNC_GEN_WRAP => Field::Other,
        MATCH_KEYS | MATCH_CLASS(_) => Field::Match,
        GET_LEN | MATCH_SEQUENCE | MATCH_MAPPING | WITH_EXCEPT_START => Field::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::simulated::profile::DEFAULT;

    #[test]
    fn the_costs_of_instructions_are_the_first_fields_of_a_profile() {
        let profile = Profile::find(DEFAULT).unwrap();
        let costs = InstructionCosts::new(&profile);
        for (entry, (field, cost)) in FIELDS.iter().zip(CLASSES.into_iter().zip(costs.at(Rate::PROGRAM).instructions)) {
            assert!(entry.name.starts_with("instruction.") && entry.field == field);
            assert_eq!(f64::from(cost), (profile.value(entry.field) * 1_000.0).round(), "{}", entry.name);
        }
        assert!(!FIELDS[CLASSES.len()].name.starts_with("instruction."));
    }

    #[test]
    fn text_that_stands_for_native_code_takes_its_share() {
        let profile = Profile::find(DEFAULT).unwrap();
        let costs = InstructionCosts::new(&profile);
        let of = |rate: Rate| costs.at(rate).of(&Instr::GET_ITER);
        let python = f64::from(of(Rate::PROGRAM));
        for (rate, cost) in Rate::table(|rate| (rate, of(rate))) {
            let native = if rate.stands_for_native() { profile.value(Field::StandIn) } else { 1.0 };
            let module = rate.module().map_or(1.0, |module| profile.value(field_of_module(module).expect(module)));
            assert_eq!(f64::from(cost), (python * native * module).round(), "{rate:?}");
        }
    }

    #[test]
    fn a_profile_has_no_modules_but_those_that_have_a_rate() {
        let known = Rate::table(Rate::module);
        let fields = FIELDS.iter().filter_map(|entry| entry.name.strip_prefix("module."));
        fields.for_each(|module| assert!(known.contains(&Some(module)), "{module}"));
    }
}
