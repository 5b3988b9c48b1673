//! An event as a line of the log: what serde makes of it, in the same bytes, but those kinds that come by the million at a
//! fraction of its cost. The thread that writes the log takes a core from those that it writes about. Knows no file.

use super::{Event, EventKind};
use crate::ids::ThreadId;
use crate::model::Model;

/// `{"model":"threads",`, the event's own fields, `}` and the end of the line.
pub(super) fn write(text: &mut Vec<u8>, model: Model, event: &Event) -> serde_json::Result<()> {
    text.extend_from_slice(b"{\"model\":\"");
    text.extend_from_slice(model.name().as_bytes());
    text.push(b'"');
    field(text, b"t", event.at.0);
    field(text, b"process", event.process.0.into());
    field(text, b"thread", event.thread.0.into());
    text.push(b',');
    kind(text, &event.kind)?;
    text.extend_from_slice(b"}\n");
    Ok(())
}

/// The fields that say what happened, without the braces around them.
fn kind(text: &mut Vec<u8>, kind: &EventKind) -> serde_json::Result<()> {
    match kind {
        EventKind::GilWanted => text.extend_from_slice(b"\"event\":\"gil-wanted\""),
        EventKind::GilAcquired { from, waited, woken_in_vain } => {
            text.extend_from_slice(b"\"event\":\"gil-acquired\"");
            thread(text, b"from", *from);
            field(text, b"waited", waited.0);
            field(text, b"woken_in_vain", (*woken_in_vain).into());
        }
        EventKind::GilReleased { why } => {
            text.extend_from_slice(b"\"event\":\"gil-released\",\"why\":");
            serde_json::to_writer(text, why)?;
        }
        EventKind::BlockBegun { call, asked } => {
            text.extend_from_slice(b"\"event\":\"block-begun\",\"call\":");
            serde_json::to_writer(&mut *text, call)?;
            optional(text, b"asked", asked.map(|asked| asked.0));
        }
        EventKind::BlockEnded => text.extend_from_slice(b"\"event\":\"block-ended\""),
        EventKind::LockContended { holder } => {
            text.extend_from_slice(b"\"event\":\"lock-contended\"");
            thread(text, b"holder", *holder);
        }
        EventKind::Wakes { thread: woken } => {
            text.extend_from_slice(b"\"event\":\"wakes\"");
            thread(text, b"woken", Some(*woken));
        }
        EventKind::DropRequested { against } => {
            text.extend_from_slice(b"\"event\":\"drop-requested\"");
            thread(text, b"against", Some(*against));
        }
        EventKind::OnCore { core } => {
            text.extend_from_slice(b"\"event\":\"on-core\"");
            field(text, b"core", (*core).into());
        }
        EventKind::OffCore => text.extend_from_slice(b"\"event\":\"off-core\""),
        rare => {
            let whole = serde_json::to_vec(rare)?;
            text.extend_from_slice(&whole[1..whole.len() - 1]);
        }
    }
    Ok(())
}

fn thread(text: &mut Vec<u8>, name: &[u8], thread: Option<ThreadId>) {
    optional(text, name, thread.map(|thread| thread.0.into()));
}

fn optional(text: &mut Vec<u8>, name: &[u8], value: Option<u64>) {
    match value {
        Some(value) => field(text, name, value),
        None => {
            named(text, name);
            text.extend_from_slice(b"null");
        }
    }
}

fn field(text: &mut Vec<u8>, name: &[u8], value: u64) {
    named(text, name);
    let mut digits = [0; 20];
    let (mut at, mut left) = (digits.len(), value);
    loop {
        at -= 1;
        digits[at] = b'0' + (left % 10) as u8;
        left /= 10;
        if left == 0 {
            break;
        }
    }
    text.extend_from_slice(&digits[at..]);
}

fn named(text: &mut Vec<u8>, name: &[u8]) {
    text.extend_from_slice(b",\"");
    text.extend_from_slice(name);
    text.extend_from_slice(b"\":");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gil::Release;
    use crate::ids::{ProcessId, TaskId};
    use crate::time::Nanos;
    use crate::trace::{BlockingCall, StepEnd};

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
        for kind in kinds {
            let event = Event { at: Nanos(1_234_567_890), process: ProcessId(1), thread: ThreadId(20), kind };
            let mut line = Vec::new();
            write(&mut line, Model::ThreadPool, &event).expect("an event can be written");
            assert_eq!(String::from_utf8_lossy(&line), by_serde(Model::ThreadPool, &event));
        }
    }
}
