//! What libraries do that are short texts here: said by them, so that it can take its time.

use crate::vm::arguments::{Arguments, index};
use crate::vm::call::Outcome;
use crate::vm::error::{self, Result};
use crate::vm::heap::Heap;
use crate::vm::system::{LibraryWork, SystemCall};

/// `work(what, times=1)`: a library says what it does.
pub fn work(heap: &mut Heap, arguments: Arguments) -> Result<Outcome> {
    let given = arguments.only(1, 2)?;
    let times = given.get(1).map_or(Ok(1), |times| index(heap, *times))?;
    let work = match heap.as_str(given[0]).map_or("", |text| text.text.as_ref()) {
        "transport" => LibraryWork::Transport,
        "http.client" => LibraryWork::HttpClient,
        "urlopen" => LibraryWork::Urlopen,
        "session" => LibraryWork::Session,
        "one session" => LibraryWork::OneSession,
        "aiohttp" => LibraryWork::Aiohttp,
        "timer" => LibraryWork::Timer,
        "expiry" => LibraryWork::Expiry,
        "future" => LibraryWork::Future,
        "future of a thread" => LibraryWork::ThreadFuture,
        "thread ended" => LibraryWork::ThreadEnded,
        "selector" => LibraryWork::Selector,
        "enumeration" => LibraryWork::Enumeration,
        "member" => LibraryWork::EnumerationMember,
        "forked pool worker" => LibraryWork::ForkedPoolWorker,
        "shared block" => LibraryWork::SharedBlock,
        "shared value" => LibraryWork::SharedValue,
        "manager" => LibraryWork::Manager,
        "manager's connection" => LibraryWork::ManagerConnection,
        other => return Err(error::value_error(format!("there is no library '{other}'"))),
    };
    Ok(Outcome::System(SystemCall::Library { work, times: u32::try_from(times).unwrap_or(0) }))
}
