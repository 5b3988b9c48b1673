//! Signals that the system sends to a process of the program, which handles some of them itself: SIGINT always, others once
//! it says so. Ctrl-C is none of these, it comes as a command. Knows no handler.

use crate::engine::threads::INTERRUPT;
use crate::engine::{EngineError, Stop};
use signal_hook::consts::FORBIDDEN;
use signal_hook::iterator::{Handle, Signals};
use std::io;
use std::sync::{Arc, Mutex, PoisonError, Weak};

/// From now on the system is asked for what the process handles, by a thread that is started once it handles anything: a
/// process of the program does so from its beginning.
pub fn listen(over: &Arc<Stop>, is_of_program: bool) -> Result<(), EngineError> {
    let told = Arc::downgrade(over);
    let first = is_of_program.then(|| begin(told.clone(), &[INTERRUPT])).transpose();
    let listener = Mutex::new(first.map_err(|error| EngineError::Thread { nth: 1, of: 1, error })?);
    over.signals.register_by(move |number| {
        let mut listener = listener.lock().unwrap_or_else(PoisonError::into_inner);
        if listener.is_none() {
            *listener = begin(told.clone(), &[]).ok();
        }
        // Some cannot be handled; then they do what they do. Those that tell of a mistake of the host's are not asked for.
        let is_asked = number != INTERRUPT && !FORBIDDEN.contains(&number);
        let _ = listener.as_ref().filter(|_| is_asked).map(|listener| listener.add_signal(number));
    });
    Ok(())
}

/// A child has sent this process a signal, which does what the system's would do.
pub fn from_child(over: &Stop, number: i32) {
    if number == INTERRUPT || over.signals.is_own(number) {
        // Who listens to the one before has not yet heard this one, and hears it next.
        let _ = over.signal(number);
    } else {
        // One that cannot be sent has no effect.
        let _ = signal_hook::low_level::emulate_default_handler(number);
    }
}

fn begin(over: Weak<Stop>, numbers: &[i32]) -> io::Result<Handle> {
    let mut signals = Signals::new(numbers)?;
    let handle = signals.handle();
    let act = move |number| match over.upgrade() {
        Some(over) if number == INTERRUPT || over.signals.is_own(number) => drop(over.signal(number)),
        // The program has given its handler up, or is at its end.
        _ => drop(signal_hook::low_level::emulate_default_handler(number)),
    };
    std::thread::Builder::new().name("signals".into()).spawn(move || signals.forever().for_each(act))?;
    Ok(handle)
}
