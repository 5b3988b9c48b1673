//! The instruction set, code objects and the disassembler.

/// Placeholder.
#[derive(Debug)]
pub struct Code;
pub struct Instr;
