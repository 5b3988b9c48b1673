//! `queue.get()` where a SimpleQueue is empty and the caller waits until it is not: the thread is parked, and then the call is
//! made again. Knows no queue; how long calls wait that have a timeout, and what else they are, is for the text of `_queue`.

use super::{Machine, Next};
use crate::vm::arguments::Arguments;
use crate::vm::call;
use crate::vm::error::Result;
use crate::vm::methods::Method;
use crate::vm::sync::simple_queue::{self, Step};
use crate::vm::value::Value;

impl Machine<'_> {
    /// A call of so many arguments, the last of which have names: a tuple, or None. Does nothing where it is another call.
    pub(super) fn get_or_wait(&mut self, count: u8, names: Value) -> Result<Option<Next>> {
        let start = self.sp.wrapping_sub(count).wrapping_sub(2);
        let at = usize::from(start);
        let (callee, queue) = (self.window[at], self.window[at + 1]);
        if !matches!(callee, Value::Method(Method::SimpleQueueGet)) || !self.waits_for_ever(count, names) {
            return Ok(None);
        }
        match simple_queue::get_or_ask(self.heap, queue)? {
            Step::Item(item) => self.replace(count.wrapping_add(2), item).map(Some),
            Step::Ask(request) => Ok(Some(Next::Again(queue, request))),
        }
    }

    /// Whether the last values on the stack are arguments that say so. What is wrong with them is told elsewhere.
    fn waits_for_ever(&self, count: u8, names: Value) -> bool {
        let all = &self.window[usize::from(self.sp.wrapping_sub(count))..usize::from(self.sp)];
        let names = call::texts(self.heap, names);
        let (positional, by_keyword) = all.split_at(all.len().saturating_sub(names.len()));
        let keywords: Vec<(String, Value)> = names.into_iter().zip(by_keyword.iter().copied()).collect();
        let arguments = Arguments { function: "get", class: "", positional, keywords: &keywords };
        matches!(simple_queue::wait_time(self.heap, arguments), Ok(None))
    }
}
