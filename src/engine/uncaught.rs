//! What an exception that nobody has caught means for its process: how that ends, and what it says. Knows the exception by
//! its last line.

/// SIGINT.
const INTERRUPT: i32 = 2;

/// The exit status, or minus a signal, and the words; SystemExit names its status itself.
pub fn ending(error: &str, traceback: &str) -> (i32, String) {
    let (kind, message) = error.split_once(": ").unwrap_or((error, ""));
    let told = || format!("{}\n", traceback.trim_end());
    if kind == "KeyboardInterrupt" {
        return (-INTERRUPT, told());
    }
    if kind != "SystemExit" {
        return (1, told());
    }
    match (message, message.parse::<i64>()) {
        ("" | "None" | "False", _) => (0, String::new()),
        ("True", _) => (1, String::new()),
        // As a process's status has it: its lowest byte.
        (_, Ok(status)) => ((status & 0xff) as i32, String::new()),
        (text, Err(_)) => (1, format!("{text}\n")),
    }
}

#[cfg(test)]
mod tests {
    use super::ending;

    #[test]
    fn the_status_is_that_of_python() {
        assert_eq!(ending("ValueError: no", "Traceback\nValueError: no"), (1, "Traceback\nValueError: no\n".into()));
        assert_eq!(ending("KeyboardInterrupt", "Traceback"), (-2, "Traceback\n".into()));
        assert_eq!(ending("SystemExit", ""), (0, String::new()));
        assert_eq!(ending("SystemExit: 3", ""), (3, String::new()));
        assert_eq!(ending("SystemExit: True", ""), (1, String::new()));
        assert_eq!(ending("SystemExit: False", ""), (0, String::new()));
        assert_eq!(ending("SystemExit: -1", ""), (255, String::new()));
        assert_eq!(ending("SystemExit: no more", ""), (1, "no more\n".into()));
    }
}
