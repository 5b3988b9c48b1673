//! The names that every program finds without defining them: the compiler checks against them, the VM provides them.

/// The built-in functions and types.
pub const BUILTINS: &[&str] = &[
    "abs",
    "all",
    "any",
    "bool",
    "chr",
    "divmod",
    "enumerate",
    "float",
    "int",
    "isinstance",
    "len",
    "list",
    "max",
    "min",
    "ord",
    "pow",
    "print",
    "range",
    "repr",
    "reversed",
    "round",
    "sorted",
    "str",
    "sum",
    "tuple",
    "zip",
];

/// The modules, and what can be taken from each.
pub const MODULES: &[(&str, &[&str])] =
    &[("gilsim", &["cpu", "held", "io", "native"]), ("time", &["monotonic", "perf_counter", "sleep", "time"])];
