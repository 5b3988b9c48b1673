//! An event as a line of the log: what serde makes of it, in the same bytes, but those kinds that come by the million at a
//! fraction of its cost. The thread that writes the log takes a core from those that it writes about. Knows no file.

use super::{BlockingCall, Event, EventKind, Release};
use crate::ids::{ProcessId, ThreadId};
use crate::model::Model;

/// Makes the lines of one model's events. What lines have in common is made once.
#[derive(Debug)]
pub(super) struct LineMaker {
    /// `{"model":"threads","t":`
    before_time: Text,
    /// `,"process":0,"thread":1,`, and whose that is.
    after_time: Text,
    of: Option<(ProcessId, ThreadId)>,
    /// Blocking calls that have come by, as serde writes them.
    calls: Vec<(BlockingCall, Vec<u8>)>,
}

impl LineMaker {
    pub fn new(model: Model) -> LineMaker {
        let mut before_time = Text::new();
        before_time.put(b"{\"model\":\"");
        before_time.put(model.name().as_bytes());
        before_time.put(b"\",\"t\":");
        LineMaker { before_time, after_time: Text::new(), of: None, calls: Vec::new() }
    }

    /// Appends `{"model":"threads",`, the event's own fields, `}` and the end of the line.
    pub fn append(&mut self, lines: &mut Vec<u8>, event: &Event) -> serde_json::Result<()> {
        let of = (event.process, event.thread);
        if self.of != Some(of) {
            self.of = Some(of);
            self.after_time = Text::new();
            self.after_time.field(b",\"process\":", of.0.0.into());
            self.after_time.field(b",\"thread\":", of.1.0.into());
            self.after_time.put(b",");
        }
        let mut text = Text::new();
        text.put(self.before_time.bytes());
        text.number(event.at.0);
        text.put(self.after_time.bytes());
        if self.put_kind(&mut text, &event.kind)? {
            text.put(b"}\n");
            lines.extend_from_slice(text.bytes());
        } else {
            let whole = serde_json::to_vec(&event.kind)?;
            lines.extend_from_slice(text.bytes());
            lines.extend_from_slice(&whole[1..]);
            lines.push(b'\n');
        }
        Ok(())
    }

    /// The fields that say what happened, without the braces around them. False, and nothing is put, for a kind that is rare.
    fn put_kind(&mut self, text: &mut Text, kind: &EventKind) -> serde_json::Result<bool> {
        match kind {
            EventKind::GilWanted => text.put(b"\"event\":\"gil-wanted\""),
            EventKind::GilAcquired { from, waited, woken_in_vain } => {
                text.put(b"\"event\":\"gil-acquired\"");
                text.thread(b",\"from\":", *from);
                text.field(b",\"waited\":", waited.0);
                text.field(b",\"woken_in_vain\":", (*woken_in_vain).into());
            }
            EventKind::GilReleased { why } => {
                text.put(b"\"event\":\"gil-released\",\"why\":");
                text.put(match why {
                    Release::Forced => b"\"forced\"",
                    Release::Blocking => b"\"blocking\"",
                    Release::Exit => b"\"exit\"",
                });
            }
            EventKind::BlockBegun { call, asked } => {
                text.put(b"\"event\":\"block-begun\",\"call\":");
                text.put(self.name_of(*call)?);
                text.optional(b",\"asked\":", asked.map(|asked| asked.0));
            }
            EventKind::BlockEnded => text.put(b"\"event\":\"block-ended\""),
            EventKind::LockContended { holder } => {
                text.put(b"\"event\":\"lock-contended\"");
                text.thread(b",\"holder\":", *holder);
            }
            EventKind::Wakes { thread } => {
                text.put(b"\"event\":\"wakes\"");
                text.thread(b",\"woken\":", Some(*thread));
            }
            EventKind::DropRequested { against } => {
                text.put(b"\"event\":\"drop-requested\"");
                text.thread(b",\"against\":", Some(*against));
            }
            EventKind::OnCore { core } => {
                text.put(b"\"event\":\"on-core\"");
                text.field(b",\"core\":", (*core).into());
            }
            EventKind::OffCore => text.put(b"\"event\":\"off-core\""),
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn name_of(&mut self, call: BlockingCall) -> serde_json::Result<&[u8]> {
        let at = match self.calls.iter().position(|(known, _)| *known == call) {
            Some(at) => at,
            None => {
                self.calls.push((call, serde_json::to_vec(&call)?));
                self.calls.len() - 1
            }
        };
        Ok(&self.calls[at].1)
    }
}

/// Longer than any line of a kind that is not rare: five numbers of 20 digits, and names that are known.
const LONGEST: usize = 384;

/// A line in the making.
#[derive(Debug)]
struct Text {
    bytes: [u8; LONGEST],
    length: usize,
}

impl Text {
    fn new() -> Text {
        Text { bytes: [0; LONGEST], length: 0 }
    }

    fn bytes(&self) -> &[u8] {
        &self.bytes[..self.length]
    }

    #[inline(always)]
    fn put(&mut self, bytes: &[u8]) {
        let end = self.length + bytes.len();
        self.bytes[self.length..end].copy_from_slice(bytes);
        self.length = end;
    }

    fn number(&mut self, number: u64) {
        let mut digits = [0; 20];
        let (mut at, mut left) = (digits.len(), number);
        while left >= 100 {
            at -= 2;
            digits[at..at + 2].copy_from_slice(&PAIRS[(left % 100) as usize]);
            left /= 100;
        }
        at -= 2;
        digits[at..at + 2].copy_from_slice(&PAIRS[left as usize]);
        at += usize::from(left < 10);
        self.put(&digits[at..]);
    }

    #[inline(always)]
    fn field(&mut self, name: &[u8], value: u64) {
        self.put(name);
        self.number(value);
    }

    #[inline(always)]
    fn optional(&mut self, name: &[u8], value: Option<u64>) {
        self.put(name);
        match value {
            Some(value) => self.number(value),
            None => self.put(b"null"),
        }
    }

    #[inline(always)]
    fn thread(&mut self, name: &[u8], thread: Option<ThreadId>) {
        self.optional(name, thread.map(|thread| thread.0.into()));
    }
}

/// 00 to 99.
const PAIRS: [[u8; 2]; 100] = {
    let mut pairs = [[b'0'; 2]; 100];
    let mut number = 0;
    while number < 100 {
        pairs[number] = [b'0' + number as u8 / 10, b'0' + number as u8 % 10];
        number += 1;
    }
    pairs
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::TaskId;
    use crate::time::Nanos;
    use crate::trace::StepEnd;

    fn by_serde(model: Model, event: &Event) -> String {
        let own = serde_json::to_string(event).expect("an event can be written");
        format!("{{\"model\":\"{}\",{}\n", model.name(), &own[1..])
    }

    #[test]
    fn a_line_is_what_serde_makes_of_the_event() {
        let name = "a \"name\"\n".to_string();
        let kinds = [
            EventKind::GilWanted,
            EventKind::GilAcquired { from: None, waited: Nanos(0), woken_in_vain: 7 },
            EventKind::GilAcquired { from: Some(ThreadId(12)), waited: Nanos(u64::MAX), woken_in_vain: u32::MAX },
            EventKind::GilReleased { why: Release::Forced },
            EventKind::GilReleased { why: Release::Blocking },
            EventKind::GilReleased { why: Release::Exit },
            EventKind::BlockBegun { call: BlockingCall::QueueGet, asked: None },
            EventKind::BlockBegun { call: BlockingCall::Compute, asked: Some(Nanos(1_000_000_007)) },
            EventKind::BlockEnded,
            EventKind::LockContended { holder: None },
            EventKind::LockContended { holder: Some(ThreadId(0)) },
            EventKind::Wakes { thread: ThreadId(100) },
            EventKind::DropRequested { against: ThreadId(9) },
            EventKind::OnCore { core: 10 },
            EventKind::OffCore,
            EventKind::ThreadEnded,
            EventKind::ThreadStarted { name: name.clone() },
            EventKind::TaskEnded { task: TaskId(3), ok: true },
            EventKind::StepBegun { coroutine: 1, name: None },
            EventKind::StepEnded { coroutine: 1, then: StepEnd::Awaits { what: name } },
        ];
        let mut maker = LineMaker::new(Model::ThreadPool);
        for (number, kind) in (0..).zip(kinds) {
            let (process, thread) = (ProcessId(number / 3), ThreadId(number / 2 * 1_000_000));
            let event = Event { at: Nanos(1_234_567_890), process, thread, kind };
            let mut line = Vec::new();
            maker.append(&mut line, &event).expect("an event can be written");
            assert_eq!(String::from_utf8_lossy(&line), by_serde(Model::ThreadPool, &event));
        }
    }

    #[test]
    fn numbers_of_every_length_are_written_and_the_longest_line_has_room() {
        let mut maker = LineMaker::new(Model::FreeThreaded);
        let powers = (0..20).map(|power| 10u64.pow(power));
        for number in powers.flat_map(|power| [power - 1, power, power + 1]).chain([u64::MAX]) {
            let waited = Nanos(number);
            let kind = EventKind::GilAcquired { from: Some(ThreadId(u32::MAX)), waited, woken_in_vain: u32::MAX };
            let event = Event { at: Nanos(number), process: ProcessId(u32::MAX), thread: ThreadId(u32::MAX), kind };
            let mut line = Vec::new();
            maker.append(&mut line, &event).expect("an event can be written");
            assert_eq!(String::from_utf8_lossy(&line), by_serde(Model::FreeThreaded, &event));
        }
    }
}
