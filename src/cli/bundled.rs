//! The scenarios inside the binary: `gilsim list` shows them, and they run by name where no such file exists.

use crate::scenario::{self, LoadError, Scenario, Unreadable};
use crate::source::SourceFile;
use std::path::Path;

/// A scenario that ships with the program.
pub struct Bundled {
    pub name: &'static str,
    /// Its path in the project.
    pub path: &'static str,
    pub text: &'static str,
}

macro_rules! bundled {
    ($($name:literal),* $(,)?) => {
        &[$(Bundled {
            name: $name,
            path: concat!("scenarios/", $name, ".toml"),
            text: include_str!(concat!("../../scenarios/", $name, ".toml")),
        }),*]
    };
}

/// In the order in which a newcomer should meet them.
pub const SCENARIOS: &[Bundled] = bundled!["cpu_bound", "io_bound", "mixed", "native", "no_gil_race", "five_ways"];

/// Workloads whose best model is not plain at first sight.
pub const COMPARED: &[Bundled] = bundled!["compare/download_then_process", "compare/gateway"];

/// Workloads to sweep and to tune.
pub const TUNING: &[Bundled] = bundled![
    "tuning/echo",
    "tuning/interface",
    "tuning/handlers",
    "tuning/handlers_10x1",
    "tuning/handlers_deadline",
    "tuning/poll",
];

/// Results that others published, by the tables that they come from.
pub const PUBLISHED: &[Bundled] = bundled![
    "published/a1_downloads",
    "published/a1_downloads_real",
    "published/a2_cpu_bound",
    "published/a2_threads_real",
    "published/a2_pool_real",
    "published/a3_chunks_1",
    "published/a3_chunks_2",
    "published/a3_chunks_4",
    "published/a3_pool_real_1",
    "published/a3_pool_real_2",
    "published/a3_pool_real_4",
    "published/a4_threads_real",
    "published/a4_processes_real",
    "published/a5_threads",
    "published/a5_pool",
    "published/a5_executors",
    "published/a5_pool_real",
    "published/a5_executor_real",
    "published/a5_threads_real",
    "published/a5_thread_pool_real",
    "published/a6_sleeps",
    "published/a6_threads_real",
    "published/a6_processes_real",
    "published/a7_starmap",
    "published/a7_starmap_real",
    "published/b_countdown_2",
    "published/b_countdown_4",
    "published/b_countdown_8",
    "published/b_blowup_2_100us",
    "published/b_blowup_4_100us",
    "published/b_blowup_8_100us",
    "published/b_blowup_2_10us",
    "published/b_blowup_4_10us",
    "published/b_blowup_8_10us",
    "published/b_blowup_2_1us",
    "published/b_blowup_4_1us",
    "published/b_blowup_8_1us",
    "published/b_sha256_2",
    "published/b_sha256_4",
    "published/b_sha256_8",
    "published/b_echo_alone",
    "published/b_echo_1_5ms",
    "published/b_echo_2_5ms",
    "published/b_echo_4_5ms",
    "published/b_echo_1_100ms",
    "published/b_echo_1_10ms",
    "published/b_echo_1_1ms",
    "published/b_echo_1_100us",
    "published/b_echo_1_10us",
    "published/c_10x1",
    "published/c_2x5_5ms",
    "published/c_2x5_2ms",
    "published/c_2x5_100us",
    "published/c_2x5_fixed_work",
    "published/c_2x5_free",
    "published/c_1x10_free",
    "published/d_fixed_work_1",
    "published/d_fixed_work_2",
    "published/d_fixed_work_4",
    "published/d_fixed_work_8",
    "published/d_fixed_work_20",
    "published/d_interpreters",
    "published/table_b_echo",
    "published/table_b_countdown",
    "published/table_c",
];

/// Programs with threads, processes or event loops of their own, one idea each.
pub const PATTERNS: &[Bundled] = bundled![
    "threads/locked_counter",
    "threads/unlocked_counter",
    "threads/lost_updates",
    "threads/poison_pill",
    "threads/worker_queue",
    "threads/sleeping_with_a_lock",
    "threads/long_native_call",
    "threads/semaphore",
    "threads/barrier",
    "threads/event",
    "threads/condition",
    "threads/rlock",
    "threads/thread_subclass",
    "threads/deadlock",
    "threads/lock_order",
    "threads/downloads",
    "threads/crash",
    "processes/pool_map",
    "processes/chunks",
    "processes/starmap",
    "processes/shared_value",
    "processes/queue_pills",
    "processes/manager_dict",
    "processes/both_executors",
    "processes/download_then_process",
    "processes/broken_pool",
    "processes/crash_stopped",
    "asyncio/thousand_requests",
    "asyncio/stalled_loop",
    "asyncio/cured_loop",
    "asyncio/cured_by_process",
    "network/downloads",
    "network/retries",
    "network/shared_link",
    "network/thousand_requests",
    "network/echo_server",
];

/// The scenario in the file `path`, or where there is no such file the bundled one of that name.
pub fn load(path: &Path) -> Result<Scenario, LoadError> {
    match find(path).filter(|_| !path.exists()) {
        Some(bundled) => bundled.parse(),
        None => scenario::load_beside(path, &all().map(|bundled| bundled.name).collect::<Vec<_>>()),
    }
}

impl Bundled {
    /// Bundled scenarios hold their programs themselves.
    pub fn parse(&self) -> Result<Scenario, LoadError> {
        let no_file = |_: &str| Err(Unreadable { message: format!("{} names a program file", self.path), help: None });
        scenario::parse(SourceFile::new(self.path, self.text), &no_file)
    }
}

fn all() -> impl Iterator<Item = &'static Bundled> {
    SCENARIOS.iter().chain(PATTERNS).chain(COMPARED).chain(TUNING).chain(PUBLISHED)
}

/// The bundled scenario that `path` means, be it by its name or by its path in the project.
pub fn find(path: &Path) -> Option<&'static Bundled> {
    all().find(|bundled| path == Path::new(bundled.name) || path == Path::new(bundled.path))
}
