//! Bytecode as text, near to what Python's `dis` module prints, with the checkpoints marked.

use super::{Checkpoint, Code, Const, Handler, Instr};
use std::collections::{BTreeSet, VecDeque};
use std::fmt::Write;
use std::sync::Arc;

/// The instructions of `code` and, after them, of every function in it.
///
/// Columns: source line, `>>` for a jump's target, number of the instruction, its name, operands, and `*` for a
/// checkpoint or `(*)` for one that counts only where the callee is not a Python function.
pub fn dis(code: &Code) -> String {
    let mut text = String::new();
    disassemble(code, &mut text);
    let mut waiting: VecDeque<Arc<Code>> = functions_in(code).collect();
    while let Some(inner) = waiting.pop_front() {
        text.push('\n');
        disassemble(&inner, &mut text);
        waiting.extend(functions_in(&inner));
    }
    text
}

fn functions_in(code: &Code) -> impl Iterator<Item = Arc<Code>> + '_ {
    code.consts.iter().filter_map(|constant| match constant {
        Const::Code(inner) => Some(Arc::clone(inner)),
        _ => None,
    })
}

fn disassemble(code: &Code, text: &mut String) {
    let parameters = code.varnames[..code.parameters.count()].join(", ");
    let title = if code.parameters.count() == 0 { code.name.clone() } else { format!("{}({parameters})", code.name) };
    let _ = writeln!(text, "{title}:");
    let jumps = code.instrs.iter().filter_map(|instr| instr.target());
    let handlers = code.exceptions.iter().map(|handler| handler.target);
    let targets: BTreeSet<u16> = jumps.chain(handlers).map(|to| to.0).collect();
    let mut last_line = None;
    for (at, instr) in code.instrs.iter().enumerate() {
        let line = line_of(code, at);
        let shown_line = if last_line == Some(line) { String::new() } else { line.to_string() };
        last_line = Some(line);
        let mark = if targets.contains(&(at as u16)) { ">>" } else { "" };
        let row = format!("{shown_line:>5} {mark:>2} {at:>5}  {:<28} {}", instr.name(), instr.operands(code));
        let _ = writeln!(text, "{}", with_checkpoint(row, *instr));
    }
    if !code.exceptions.is_empty() {
        let _ = writeln!(text, "ExceptionTable:");
    }
    for Handler { start, end, target, depth } in &code.exceptions {
        let _ = writeln!(text, "  {start} to {} -> {} [{depth}]", end.saturating_sub(1), target.0);
    }
}

fn line_of(code: &Code, at: usize) -> usize {
    code.line_of(code.places[at].span)
}

/// The row with its checkpoint mark in a column of its own.
fn with_checkpoint(row: String, instr: Instr) -> String {
    match instr.checkpoint() {
        Checkpoint::Never => row.trim_end().to_owned(),
        Checkpoint::Always => format!("{row:<64} *"),
        Checkpoint::AfterNative => format!("{row:<64} (*)"),
    }
}
