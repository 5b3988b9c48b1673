//! dev only
use gilsim::bytecode::Instr;
use gilsim::lang::compile_module;
use gilsim::source::{Source, SourceFile};
use gilsim::vm::{Answer, Exit, Interp, Pulse, ThreadState, run};
use std::sync::Arc;
struct P;
impl Pulse for P {
    fn pending(&mut self) -> bool {
        false
    }
    fn charge(&mut self, _: &Instr) -> bool {
        false
    }
}
fn main() {
    let path = std::env::args().nth(1).unwrap();
    let text = std::fs::read_to_string(&path).unwrap();
    let source = Arc::new(Source::whole(Arc::new(SourceFile::new(path, text))));
    let module = match compile_module(&source) {
        Ok(m) => m,
        Err(e) => {
            for d in e {
                println!(
                    "MISTAKE {} {:?} {:?}",
                    d.message,
                    source.text.get(d.span.start as usize..d.span.end as usize),
                    d.help
                );
            }
            std::process::exit(2)
        }
    };
    let mut interp = Interp::new();
    let mut thread = ThreadState::new(&mut interp, &module.code);
    let mut code = 0;
    loop {
        match run(&mut interp, &mut thread, &mut P) {
            Exit::Print(text) => {
                print!("{text}");
                thread.answer(Answer::None)
            }
            Exit::Clock => thread.answer(Answer::Float(1.5)),
            Exit::Returned(v) => {
                interp.take(v);
                break;
            }
            Exit::Raised(r) => {
                println!("{}", r.render());
                code = 1;
                break;
            }
            Exit::Checkpoint | Exit::Budget => {}
            _ => thread.answer(Answer::None),
        }
    }
    drop(thread);
    let left = interp.shutdown();
    if left != 0 {
        println!("LEFT {left}");
    }
    std::process::exit(code)
}
