//! The native modules: the compiler checks imports against them, the VM provides them.

/// The modules, and what can be taken from each.
pub const MODULES: &[(&str, &[&str])] = &[
    ("_thread", &["TIMEOUT_MAX", "RLock", "allocate_lock", "complain", "get_ident", "get_native_id", "start_thread"]),
    ("gilsim", &["cpu", "held", "io", "native"]),
    ("math", &["sqrt", "pi", "e", "tau", "inf", "nan"]),
    ("sys", &["maxsize", "byteorder", "platform"]),
    ("time", &["monotonic", "perf_counter", "sleep", "time"]),
];
