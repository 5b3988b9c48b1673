//! Calls of a function by itself within its register code: what those that wait for a result have in registers. Knows
//! no values and no frames.

use super::run::Registers;

/// So many registers a call keeps, and so many arguments it has, at most.
pub const KEPT: usize = 8;

/// A place where the function calls itself.
#[derive(Clone, Copy, Debug)]
pub struct CallSite {
    /// Registers that come back when it has returned. The first two always do; one that stands there twice does no harm.
    pub kept: [u8; KEPT],
    pub count: u8,
    /// Registers with the arguments, which come into the first ones.
    pub arguments: [u8; KEPT],
    pub parameters: u8,
    /// The only argument is this sum, where it has been taken into the call.
    pub sum: Sum,
    /// How many frames wait then: its own, and those of functions that were taken in around it.
    pub frames: u8,
    /// Where the result goes.
    pub result: u8,
    /// The operation that comes next, and what is charged for from there on.
    pub back: u8,
    pub cost: u32,
    /// The exit after the call; and, for the way out of what it calls, what is known while it waits.
    pub after: u16,
    pub waiting: u16,
}

/// A register and a number that is added, and the exit where that is too large.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sum {
    pub a: u8,
    pub by: i64,
    pub exit: u16,
}

/// The number of a site, and the registers that its call keeps.
type Kept = [u64; KEPT + 1];

/// What waits, at the place of its frame. A copy of an interpreter is made between runs, when nothing does.
#[derive(Debug, Default)]
struct Waiting(Vec<Kept>);

impl Clone for Waiting {
    fn clone(&self) -> Waiting {
        Waiting::default()
    }
}

/// The calls that wait for a result.
#[derive(Clone, Debug, Default)]
pub struct Activations {
    pub sites: Box<[CallSite]>,
    /// What is charged for at the function's beginning, and the exit there.
    pub cost: u32,
    pub beginning: u16,
    /// What the outermost has returned.
    pub result: u64,
    waiting: Waiting,
    /// How many frames there are, and how many there were at the beginning.
    depth: usize,
    bottom: usize,
}

impl Activations {
    pub fn new(sites: Box<[CallSite]>, cost: u32, beginning: u16) -> Activations {
        Activations { sites, cost, beginning, ..Activations::default() }
    }

    /// Nothing waits, of the frames that there may be so many are there.
    pub fn begin(&mut self, depth: usize, limit: usize) {
        if self.waiting.0.len() != limit {
            self.waiting.0.resize(limit, Kept::default());
        }
        (self.depth, self.bottom) = (depth, depth);
    }

    /// Puts registers aside, and arguments where parameters are; false where there is no room.
    #[inline(always)]
    pub fn call(&mut self, site: u16, r: &mut Registers) -> bool {
        let Some(at) = self.sites.get(usize::from(site)) else { return false };
        let depth = self.depth + usize::from(at.frames);
        let Some(kept) = self.waiting.0.get_mut(depth) else { return false };
        self.depth = depth;
        kept[0] = site.into();
        kept[1] = r[usize::from(at.kept[0])];
        kept[2] = r[usize::from(at.kept[1])];
        let mut more = 2;
        while more < usize::from(at.count) && more < KEPT {
            kept[more + 1] = r[usize::from(at.kept[more])];
            more += 1;
        }
        if at.parameters == 1 {
            r[0] = r[usize::from(at.arguments[0])];
        } else {
            // Parameters may be among the arguments, so all are read first.
            let (mut arguments, mut to) = ([0; KEPT], 0);
            while to < usize::from(at.parameters) && to < KEPT {
                arguments[to] = r[usize::from(at.arguments[to])];
                to += 1;
            }
            to = 0;
            while to < usize::from(at.parameters) && to < KEPT {
                r[to] = arguments[to];
                to += 1;
            }
        }
        true
    }

    /// Makes the argument of a call that has a sum taken in, and gives it; the exit where it is too large.
    #[inline(always)]
    pub fn add(&self, site: u16, r: &mut Registers) -> Result<i64, u16> {
        let Some(CallSite { sum, arguments, .. }) = self.sites.get(usize::from(site)) else { return Ok(i64::MAX) };
        let argument = (r[usize::from(sum.a)] as i64).checked_add(sum.by).ok_or(sum.exit)?;
        r[usize::from(arguments[0])] = argument as u64;
        Ok(argument)
    }

    /// Brings the registers of the innermost that waits back; `None` where none does.
    #[inline(always)]
    pub fn returned(&mut self, r: &mut Registers) -> Option<&CallSite> {
        if self.depth == self.bottom {
            return None;
        }
        let kept = self.waiting.0.get(self.depth)?;
        let site = self.sites.get(kept[0] as usize)?;
        self.depth -= usize::from(site.frames);
        r[usize::from(site.kept[0])] = kept[1];
        r[usize::from(site.kept[1])] = kept[2];
        let mut more = 2;
        while more < usize::from(site.count) && more < KEPT {
            r[usize::from(site.kept[more])] = kept[more + 1];
            more += 1;
        }
        Some(site)
    }

    /// The sites of those that wait, the outermost first, and their registers with what is in them.
    pub fn all(&self) -> Vec<(&CallSite, &[u64])> {
        let (mut found, mut depth) = (Vec::new(), self.depth);
        while depth > self.bottom
            && let Some([site, kept @ ..]) = self.waiting.0.get(depth)
            && let Some(site) = self.sites.get(*site as usize)
        {
            depth -= usize::from(site.frames);
            found.push((site, &kept[..usize::from(site.count)]));
        }
        found.reverse();
        found
    }
}
