//! What threads of a program have in common by their names, as Python gives them.

/// What threads of this kind are called: `work` of `Thread-3 (work)`, by the function that they run; `ThreadPoolExecutor-0` of
/// `ThreadPoolExecutor-0_2`; `worker` of `worker-7`. Which process they belong to makes no difference.
pub fn kind(name: &str) -> &str {
    let name = name.rsplit('/').next().unwrap_or(name);
    let function = name.strip_prefix("Thread-").and_then(|rest| rest.split_once(" (")?.1.strip_suffix(')'));
    let without_number = name.trim_end_matches(|c: char| c.is_ascii_digit());
    let separated = without_number.trim_end_matches(['-', '_', ' ']);
    match function {
        Some(function) => function,
        None if without_number.len() < name.len() && !separated.is_empty() => separated,
        None => name,
    }
}

#[cfg(test)]
mod tests {
    use super::kind;

    #[test]
    fn threads_of_one_function_pool_or_name_are_of_a_kind() {
        let names = ["Thread-3 (work)", "ThreadPoolExecutor-0_2", "worker-7", "Thread-12", "asyncio_0", "worker 1"];
        let kinds = ["work", "ThreadPoolExecutor-0", "worker", "Thread", "asyncio", "worker"];
        assert_eq!(names.map(kind), kinds);
        assert_eq!(
            ["heartbeat", "7", "Process-1/QueueFeederThread"].map(kind),
            ["heartbeat", "7", "QueueFeederThread"]
        );
    }
}
