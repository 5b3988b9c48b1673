//! Runs any text as a program, within bounds: it may be refused, raise, or be stopped, but nothing else may happen.

use gilsim::bytecode::Instr;
use gilsim::lang::compile_module;
use gilsim::source::{Source, SourceFile};
use gilsim::vm::{Answer, Exit, Interp, Pulse, ThreadState, run};
use std::sync::Arc;

/// What a program may take, in bytes and in instructions.
const MEMORY: usize = 64 << 20;
const INSTRUCTIONS: u32 = 200_000;

/// Stops after so many instructions.
struct Budget {
    left: u32,
}

impl Pulse for Budget {
    fn pending(&mut self) -> bool {
        false
    }

    /// What is free elsewhere counts here, so that no loop is endless.
    fn afford(&mut self, cost: u32) -> bool {
        let left = self.left.checked_sub(cost.max(1));
        self.left = left.unwrap_or(self.left);
        left.is_some()
    }

    fn charge(&mut self, _: &Instr) -> bool {
        self.left = self.left.saturating_sub(1);
        self.left == 0
    }
}

/// Compiles the text and, if it is a program, runs it for a while. Panics where gilsim has a defect.
pub fn check(text: &str) {
    let source = Arc::new(Source::whole(Arc::new(SourceFile::new("fuzz.py", text))));
    let module = match compile_module(&source) {
        Ok(module) => module,
        Err(mistakes) => {
            let defect = mistakes.iter().find(|mistake| mistake.message.contains("a defect of gilsim"));
            assert!(defect.is_none(), "the compiler has failed on {text:?}");
            for mistake in mistakes {
                let inside = mistake.span.start <= mistake.span.end && mistake.span.end as usize <= text.len();
                assert!(inside, "{mistake:?} is outside of {text:?}");
            }
            return;
        }
    };
    let mut interp = Interp::new();
    interp.set_memory_limit(MEMORY);
    let mut thread = ThreadState::new(&mut interp, &module.code);
    let mut budget = Budget { left: INSTRUCTIONS };
    loop {
        match run(&mut interp, &mut thread, &mut budget) {
            Exit::Clock => thread.answer(Answer::Float(0.0)),
            Exit::Budget | Exit::Checkpoint => {
                thread.abandon(&mut interp);
                break;
            }
            Exit::Returned(value) => {
                interp.take(value);
                break;
            }
            Exit::Raised(raised) => {
                let text = raised.render();
                assert!(!text.contains("SystemError: gilsim"), "{text}");
                break;
            }
            _ => thread.answer(Answer::None),
        }
    }
    interp.shutdown();
}
