//! Bodies made of a few acts instead of a program: exact, and as cheap for a second of work as for a microsecond.

use super::{Act, Body, Moment, Program, Rhythm};
use crate::ids::TaskId;
use crate::time::Nanos;
use crate::trace::Outcome;
use std::sync::Arc;

/// One line of a script.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Op {
    /// Bytecode for so much CPU time.
    Cpu(Nanos),
    /// A loop that reads the clock until so much time has passed since it began.
    Spin(Nanos),
    /// A call into C that keeps the lock.
    Held(Nanos),
    /// A call into C that releases it.
    Native(Nanos),
    Sleep(Nanos),
    Io(Nanos),
    /// Does so much while no other thread executes.
    StopTheWorld(Nanos),
    /// Does the lines from `from` on again until they have been done `times` times in all.
    Repeat {
        from: usize,
        times: u64,
    },
    /// Goes back to line `from` unless so much time has passed since the script began.
    RepeatFor {
        from: usize,
        length: Nanos,
    },
}

/// A script and how far it has come.
#[derive(Clone, Debug)]
pub struct Script {
    ops: Arc<[Op]>,
    rhythm: Rhythm,
    line: usize,
    began: Option<Nanos>,
    /// Rounds done of each line that repeats.
    rounds: Vec<u64>,
}

impl Script {
    pub fn new(ops: impl Into<Arc<[Op]>>, rhythm: Rhythm) -> Script {
        let ops = ops.into();
        let rounds = vec![0; ops.len()];
        Script { ops, rhythm, line: 0, began: None, rounds }
    }

    /// Whether to go round once more.
    fn again(&mut self, line: usize, times: u64) -> bool {
        self.rounds[line] += 1;
        let again = self.rounds[line] < times;
        if !again {
            self.rounds[line] = 0;
        }
        again
    }
}

impl Body for Script {
    type World = ();

    const STAYS_IN_ROOM: bool = false;

    fn advance(&mut self, _world: &mut (), moment: &Moment) -> Act {
        let began = *self.began.get_or_insert(moment.now);
        loop {
            let line = self.line;
            let Some(&op) = self.ops.get(line) else {
                return Act::End(Outcome::Returned { value: "None".to_string() });
            };
            self.line += 1;
            return match op {
                Op::Cpu(work) => Act::Compute { work, rhythm: self.rhythm },
                Op::Spin(length) => Act::Until { deadline: moment.now + length, rhythm: self.rhythm },
                Op::Held(work) => Act::Compute { work, rhythm: Rhythm::NONE },
                Op::Native(work) => Act::Native(work),
                Op::Sleep(length) => Act::Sleep(length),
                Op::Io(length) => Act::Io(length),
                Op::StopTheWorld(work) => Act::StopTheWorld { work },
                Op::Repeat { from, times } => {
                    if self.again(line, times) {
                        self.line = from;
                    }
                    continue;
                }
                Op::RepeatFor { from, length } => {
                    if moment.now < began + length {
                        self.line = from;
                    }
                    continue;
                }
            };
        }
    }
}

/// A script for every task.
impl Program for Vec<Script> {
    type Body = Script;

    fn world(&mut self) {}

    fn module(&mut self, _world: &mut ()) -> Option<Script> {
        None
    }

    fn task(&mut self, _world: &mut (), task: TaskId) -> Script {
        self[task.0 as usize].clone()
    }
}
