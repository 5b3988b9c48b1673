//! CPython 3.2 to today (placeholder).

pub struct CpythonInterval;
