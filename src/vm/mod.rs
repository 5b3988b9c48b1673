//! Contract stub.
use crate::bytecode::{Code, Instr};
use crate::source::{Source, Span};
use crate::time::Nanos;
use std::sync::Arc;
#[derive(Clone)]
pub struct Interp;
pub struct Value;
impl Interp {
    pub fn new() -> Interp {
        Interp
    }
    pub fn take_repr(&mut self, _v: Value) -> String {
        String::new()
    }
}
pub struct ThreadState;
pub enum Answer {
    None,
    Float(f64),
}
impl ThreadState {
    pub fn new(_i: &mut Interp, _c: &Arc<Code>) -> ThreadState {
        ThreadState
    }
    pub fn answer(&mut self, _a: Answer) {}
}
pub trait Pulse {
    fn pending(&mut self) -> bool;
    #[inline(always)]
    fn charge(&mut self, _instr: &Instr) -> bool {
        false
    }
}
pub fn run<P: Pulse>(_i: &mut Interp, _t: &mut ThreadState, _p: &mut P) -> Exit {
    Exit::Returned(Value)
}
pub enum Exit {
    Checkpoint,
    Budget,
    Sleep(Nanos),
    Clock,
    Print(String),
    Returned(Value),
    Raised(Raised),
}
pub struct Raised {
    pub kind: String,
    pub message: String,
    pub traceback: Vec<TraceEntry>,
}
impl Raised {
    pub fn last_line(&self) -> String {
        String::new()
    }
    pub fn render(&self) -> String {
        String::new()
    }
}
pub struct TraceEntry {
    pub function: String,
    pub source: Arc<Source>,
    pub span: Span,
}
