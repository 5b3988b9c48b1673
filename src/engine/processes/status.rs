//! How a process ended, in words.

use std::io;
use std::process::ExitStatus;

/// `exit status 0`, `killed by SIGKILL`.
pub fn in_words(status: ExitStatus) -> String {
    match (status.code(), signal(status)) {
        (Some(code), _) => format!("exit status {code}"),
        (None, Some(number)) => format!("killed by {}", signal_name(number)),
        (None, None) => "ended without a status".to_string(),
    }
}

#[cfg(unix)]
fn signal(status: ExitStatus) -> Option<i32> {
    std::os::unix::process::ExitStatusExt::signal(&status)
}

#[cfg(not(unix))]
fn signal(_status: ExitStatus) -> Option<i32> {
    None
}

/// The signals that POSIX numbers, and those on which Linux, macOS and the BSDs agree.
fn signal_name(number: i32) -> String {
    let name = match number {
        1 => "SIGHUP",
        2 => "SIGINT",
        3 => "SIGQUIT",
        4 => "SIGILL",
        5 => "SIGTRAP",
        6 => "SIGABRT",
        8 => "SIGFPE",
        9 => "SIGKILL",
        11 => "SIGSEGV",
        13 => "SIGPIPE",
        14 => "SIGALRM",
        15 => "SIGTERM",
        _ => return format!("signal {number}"),
    };
    name.to_string()
}

/// Ends this process: with an exit status, or where it is negative as if by that signal.
pub fn end_as(status: i32) -> io::Result<()> {
    #[cfg(unix)]
    if let Some(signal) = rustix::process::Signal::from_named_raw(-status) {
        // Whatever handler there still is, none is called. A signal that is ignored, as SIGCHLD is, ends nothing.
        if signal_hook::low_level::emulate_default_handler(-status).is_err() {
            rustix::process::kill_process(rustix::process::getpid(), signal)?;
        }
    }
    match status {
        0 => Ok(()),
        status => std::process::exit(status),
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::in_words;
    use std::os::unix::process::ExitStatusExt;
    use std::process::ExitStatus;

    #[test]
    fn a_status_is_a_code_or_a_signal() {
        assert_eq!(in_words(ExitStatus::from_raw(0)), "exit status 0");
        assert_eq!(in_words(ExitStatus::from_raw(2 << 8)), "exit status 2");
        assert_eq!(in_words(ExitStatus::from_raw(9)), "killed by SIGKILL");
        assert_eq!(in_words(ExitStatus::from_raw(35)), "killed by signal 35");
    }
}
