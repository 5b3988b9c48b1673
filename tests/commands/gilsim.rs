//! A command line that reads like a sentence: `gilsim("…").with_scenario(…).run(["--quiet"]).exits_with(2)`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// How long a test waits for something that must happen, on however busy a machine.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// A folder of its own for one test, in which the binary runs.
pub struct Place {
    folder: PathBuf,
}

/// Where the test has its place.
pub fn folder(test: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("commands").join(test)
}

/// A fresh place, named after the test.
pub fn gilsim(test: &str) -> Place {
    let folder = folder(test);
    // Left by an earlier run of the same test.
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("the target folder can be written");
    Place { folder }
}

impl Place {
    /// Writes `scenario.toml`.
    pub fn with_scenario(self, text: &str) -> Place {
        self.with_file("scenario.toml", text.as_bytes())
    }

    pub fn with_file(self, name: &str, bytes: &[u8]) -> Place {
        let path = self.folder.join(name);
        path.parent().map(fs::create_dir_all).transpose().expect("the target folder can be written");
        fs::write(path, bytes).expect("the target folder can be written");
        self
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    pub fn has(&self, name: &str) -> bool {
        self.path(name).exists()
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// The binary with `args`, not started yet.
    pub fn command<'a>(&self, args: impl IntoIterator<Item = &'a str>) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gilsim"));
        command.current_dir(&self.folder).args(args).env_remove("NO_COLOR").stdin(Stdio::null());
        command
    }

    /// Runs the binary with `args` to its end.
    pub fn call<'a>(&self, args: impl IntoIterator<Item = &'a str>) -> Done {
        Done::from(self.command(args).output().expect("the binary can be started"))
    }

    /// `gilsim run scenario.toml`, with `args` behind it.
    pub fn run<'a>(&self, args: impl IntoIterator<Item = &'a str>) -> Done {
        self.call(["run", "scenario.toml"].into_iter().chain(args))
    }

    /// Starts `gilsim run scenario.toml` and goes on while it runs.
    pub fn start<'a>(&self, args: impl IntoIterator<Item = &'a str>) -> Running {
        let mut command = self.command(["run", "scenario.toml"].into_iter().chain(args));
        let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the binary can be started");
        Running { child: Some(child) }
    }

    /// Waits until the log that is being written holds `text`; returns the line.
    pub fn wait_for_log(&self, text: &str) -> String {
        self.wait_for_log_of("scenario", text)
    }

    /// The same for a run of this name.
    pub fn wait_for_log_of(&self, name: &str, text: &str) -> String {
        let log = self.path(&format!("output/{name}/events.jsonl.partial"));
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            let written = fs::read_to_string(&log).unwrap_or_default();
            let whole = written.rfind('\n').map_or("", |end| &written[..end]);
            if let Some(line) = whole.lines().find(|line| line.contains(text)) {
                return line.to_string();
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        panic!("the log does not hold {text:?} after {PATIENCE:?}")
    }

    /// Waits until the program has written a file.
    pub fn wait_for_file(&self, name: &str) {
        let begun = Instant::now();
        while !self.has(name) {
            assert!(begun.elapsed() < PATIENCE, "{name} is not there after {PATIENCE:?}");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    pub fn summary(&self) -> serde_json::Value {
        serde_json::from_str(&self.read("output/scenario/summary.json")).expect("the summary is JSON")
    }
}

/// A run that goes on. It dies with the test that started it.
pub struct Running {
    child: Option<Child>,
}

impl Running {
    pub fn of(child: Child) -> Running {
        Running { child: Some(child) }
    }

    pub fn pid(&self) -> u32 {
        self.child.as_ref().map(Child::id).expect("it runs")
    }

    /// Waits for the end, which must come.
    pub fn wait(mut self) -> Done {
        let begun = Instant::now();
        let mut child = self.child.take().expect("it runs");
        while child.try_wait().expect("it is a child of ours").is_none() {
            if begun.elapsed() > PATIENCE {
                let _ = child.kill();
                panic!("gilsim hangs: {:?}", child.wait_with_output());
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        Done::from(child.wait_with_output().expect("its output is there"))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if let Some(child) = &mut self.child {
            let _ = child.kill();
        }
    }
}

/// Sends a signal, by the command that every Unix has.
pub fn signal(name: &str, pid: u32) {
    let sent = Command::new("kill").args([&format!("-{name}"), &pid.to_string()]).status().expect("there is a kill");
    assert!(sent.success(), "kill -{name} {pid}");
}

/// How a call ended, and what it wrote.
pub struct Done {
    status: ExitStatus,
    pub stdout: String,
    pub stderr: String,
}

impl From<std::process::Output> for Done {
    fn from(output: std::process::Output) -> Done {
        let text = |bytes| String::from_utf8(bytes).expect("the output is text");
        let done = Done { status: output.status, stdout: text(output.stdout), stderr: text(output.stderr) };
        assert!(!done.stderr.contains("panicked"), "{}", done.stderr);
        done
    }
}

impl Done {
    #[track_caller]
    pub fn exits_with(self, status: i32) -> Done {
        assert_eq!(self.status.code(), Some(status), "stdout: {}\nstderr: {}", self.stdout, self.stderr);
        self
    }

    /// All of standard output.
    pub fn stdout(&self) -> &str {
        &self.stdout
    }

    /// Standard error holds `text`.
    #[track_caller]
    pub fn complains(self, text: &str) -> Done {
        assert!(self.stderr.contains(text), "{text:?} is not in {}", self.stderr);
        self
    }

    /// Standard error does not hold `text`.
    #[track_caller]
    pub fn says_nothing_of(self, text: &str) -> Done {
        assert!(!self.stderr.contains(text), "{text:?} is in {}", self.stderr);
        self
    }

    /// Standard error holds one error, no more.
    #[track_caller]
    pub fn once(self) -> Done {
        assert_eq!(self.stderr.matches("error: ").count(), 1, "{}", self.stderr);
        self
    }

    /// Standard output holds `text`.
    #[track_caller]
    pub fn shows(self, text: &str) -> Done {
        assert!(self.stdout.contains(text), "{text:?} is not in {}", self.stdout);
        self
    }

    /// Standard output does not hold `text`.
    #[track_caller]
    pub fn hides(self, text: &str) -> Done {
        assert!(!self.stdout.contains(text), "{text:?} is in {}", self.stdout);
        self
    }

    #[track_caller]
    pub fn shows_nothing(self) -> Done {
        assert_eq!(self.stdout, "");
        self
    }
}
