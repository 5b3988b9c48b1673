//! How deep the stack is at each instruction, followed along every way that leads there. Knows no values.

use crate::bytecode::{Code, FRAME_SLOTS};

/// For each instruction the number of slots in use before it, local variables included; `None` for what is never
/// reached. `None` for the whole where two ways disagree or the window does not suffice.
pub fn depths(code: &Code) -> Option<Vec<Option<u8>>> {
    let locals = i32::try_from(code.varnames.len()).ok()?;
    let mut depths = vec![None; code.instrs.len()];
    let mut waiting = vec![(0, locals)];
    waiting.extend(code.exceptions.iter().map(|h| (usize::from(h.target.0), locals + i32::from(h.depth) + 1)));
    while let Some((at, depth)) = waiting.pop() {
        let known = depths.get_mut(at)?;
        let here = u8::try_from(depth).ok().filter(|depth| usize::from(*depth) < FRAME_SLOTS - 1)?;
        match *known {
            Some(other) if other == here => continue,
            Some(_) => return None,
            None => *known = Some(here),
        }
        let instr = code.instrs[at];
        if let Some(to) = instr.target() {
            waiting.push((usize::from(to.0), depth + instr.jump_effect()));
        }
        if !instr.ends_flow() && at + 1 < code.instrs.len() {
            waiting.push((at + 1, depth + instr.effect()));
        }
    }
    Some(depths)
}
