//! The clock of the real engines: monotonic nanoseconds since a run's epoch, the same in all processes of the run.

use crate::time::Nanos;

/// Reads the system's monotonic clock. Two processes that share an epoch read comparable times.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    epoch: Nanos,
}

impl Clock {
    /// A clock that reads zero now.
    pub fn start() -> Clock {
        Clock { epoch: since_boot() }
    }

    /// The clock of another process of the run.
    pub fn with_epoch(epoch: Nanos) -> Clock {
        Clock { epoch }
    }

    /// What another process needs to read the same times.
    pub fn epoch(&self) -> Nanos {
        self.epoch
    }

    /// The time since the epoch.
    pub fn now(&self) -> Nanos {
        since_boot().saturating_sub(self.epoch)
    }
}

/// The CPU time that this thread has had.
#[cfg(unix)]
pub fn thread_cpu_time() -> Nanos {
    let used = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Nanos(used.tv_sec as u64 * 1_000_000_000 + used.tv_nsec as u64)
}

/// Without such a clock that of the wall has to do: waiting for a core then counts as work.
#[cfg(not(unix))]
pub fn thread_cpu_time() -> Nanos {
    since_boot()
}

/// The CPU time that this process has had.
#[cfg(unix)]
pub fn process_cpu_time() -> Nanos {
    let used = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    Nanos(used.tv_sec as u64 * 1_000_000_000 + used.tv_nsec as u64)
}

#[cfg(not(unix))]
pub fn process_cpu_time() -> Nanos {
    since_boot()
}

/// What the operating system calls this thread.
#[cfg(target_os = "linux")]
pub fn native_id() -> u64 {
    rustix::thread::gettid().as_raw_nonzero().get().unsigned_abs().into()
}

/// Elsewhere the process has to do.
#[cfg(not(target_os = "linux"))]
pub fn native_id() -> u64 {
    std::process::id().into()
}

#[cfg(unix)]
fn since_boot() -> Nanos {
    let now = rustix::time::clock_gettime(rustix::time::ClockId::Monotonic);
    Nanos(now.tv_sec as u64 * 1_000_000_000 + now.tv_nsec as u64)
}

/// Without a monotonic clock that processes share, the time of day has to do: a clock that is set during a run shows.
#[cfg(not(unix))]
fn since_boot() -> Nanos {
    std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default().into()
}
