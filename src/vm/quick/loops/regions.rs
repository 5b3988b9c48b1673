//! Finds the loops of code: which instructions belong to each. Knows no values.

use crate::bytecode::{Instr, Target};

/// A loop's instructions, `first` to `last`, and the one that its jumps back lead to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Region {
    pub head: u16,
    pub first: u16,
    pub last: u16,
}

impl Region {
    pub fn contains(&self, at: u16) -> bool {
        (self.first..=self.last).contains(&at)
    }

    fn size(&self) -> u16 {
        self.last - self.first
    }
}

/// Where the instruction jumps back to, asking on the way whether somebody waits.
pub fn jump_back(instr: Instr) -> Option<u16> {
    match instr {
        Instr::JUMP_BACKWARD(Target(to))
        | Instr::POP_JUMP_BACKWARD_IF_FALSE(Target(to))
        | Instr::POP_JUMP_BACKWARD_IF_TRUE(Target(to)) => Some(to),
        _ => None,
    }
}

/// The loops of the code, one for each head. Two that overlap, as where `continue` leads to a test before the body, have
/// the same instructions.
pub fn regions(instrs: &[Instr]) -> Vec<Region> {
    let mut found: Vec<Region> = Vec::new();
    for (at, instr) in instrs.iter().enumerate() {
        let (Some(to), Ok(at)) = (jump_back(*instr), u16::try_from(at)) else { continue };
        if to > at {
            continue;
        }
        match found.iter_mut().find(|region| region.head == to) {
            Some(region) => region.last = region.last.max(at),
            None => found.push(Region { head: to, first: to, last: at }),
        }
    }
    while let Some((one, other)) = overlapping(&found) {
        let (first, last) = (found[one].first.min(found[other].first), found[one].last.max(found[other].last));
        for at in [one, other] {
            (found[at].first, found[at].last) = (first, last);
        }
    }
    found
}

/// Two regions neither of which lies within the other.
fn overlapping(regions: &[Region]) -> Option<(usize, usize)> {
    let crosses =
        |one: &Region, other: &Region| one.first < other.first && other.first <= one.last && one.last < other.last;
    (0..regions.len()).find_map(|one| {
        let other = (0..regions.len()).find(|other| crosses(&regions[one], &regions[*other]))?;
        Some((one, other))
    })
}

/// The innermost loop that an instruction belongs to.
pub fn innermost(regions: &[Region], at: u16) -> Option<&Region> {
    regions.iter().filter(|region| region.contains(at)).min_by_key(|region| (region.size(), region.head))
}

/// For each instruction, whether a jump leads to it.
pub fn targets(instrs: &[Instr]) -> Vec<bool> {
    let mut targets = vec![false; instrs.len()];
    for instr in instrs {
        if let Some(Target(to)) = instr.target()
            && let Some(target) = targets.get_mut(usize::from(to))
        {
            *target = true;
        }
    }
    targets
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_loop_within_another_is_a_region_of_its_own() {
        let jump = |to| Instr::JUMP_BACKWARD(Target(to));
        let found = regions(&[Instr::NOP, Instr::NOP, jump(1), jump(0)]);
        let inner = Region { head: 1, first: 1, last: 2 };
        assert_eq!(found, [inner, Region { head: 0, first: 0, last: 3 }]);
        assert_eq!(innermost(&found, 2), Some(&inner));
        assert_eq!(innermost(&found, 3), Some(&found[1]));
    }

    #[test]
    fn loops_that_overlap_have_the_same_instructions() {
        let found =
            regions(&[Instr::NOP, Instr::NOP, Instr::JUMP_BACKWARD(Target(0)), Instr::JUMP_BACKWARD(Target(1))]);
        assert_eq!(found, [Region { head: 0, first: 0, last: 3 }, Region { head: 1, first: 0, last: 3 }]);
    }
}
