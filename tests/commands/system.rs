//! What a program asks of the system: files of its own folder, hashes beside Python, the switch interval.

use crate::gilsim::{Place, gilsim};

fn place(test: &str, program: &str, call: &str, more: &str) -> Place {
    gilsim(test).with_scenario(&format!(
        "program = '''{program}'''\n[[tasks]]\nname = \"t\"\ncount = 2\ncall = \"{call}\"\n[run]\nworkers = 2\n{more}"
    ))
}

const HASHING: &str = "
import hashlib
def work(n):
    data = bytes(1_000_000)
    h = hashlib.sha256()
    for _ in range(n):
        h.update(data)
    return h.hexdigest()
";

#[test]
fn hashes_of_long_data_are_computed_beside_each_other() {
    let place = place("system-hash", HASHING, "work(20)", "models = [\"threads\"]\n[machine]\ncores = 2\n");
    place.run(["--no-chart", "--simulated"]).exits_with(0);
    let summary = place.summary();
    let wall = summary["figures"]["threads.wall"]["value"].as_f64().expect("a number");
    // 20 MB at 0.82 ns a byte, twice, on two cores.
    let alone = 20e6 * 0.82e-9;
    assert!((alone..1.3 * alone).contains(&wall), "{wall}");
}

const PASSWORDS: &str = "
import hashlib
def work(rounds):
    return hashlib.pbkdf2_hmac('sha256', b'password', b'salt', rounds).hex()
";

#[test]
fn passwords_are_hashed_beside_each_other_at_the_price_of_their_rounds() {
    let place = place("system-passwords", PASSWORDS, "work(20_000)", "models = [\"threads\"]\n[machine]\ncores = 2\n");
    place.run(["--no-chart", "--simulated"]).exits_with(0);
    let wall = place.summary()["figures"]["threads.wall"]["value"].as_f64().expect("a number");
    // A round takes 207 ns and two blocks of 64 bytes at 0.82 ns.
    let alone = 20_000.0 * (207.0 + 128.0 * 0.82) * 1e-9;
    assert!((alone..1.3 * alone).contains(&wall), "{wall}");
}

#[test]
fn real_threads_hash_passwords_without_the_lock() {
    let place = place("system-passwords-real", PASSWORDS, "work(20_000)", "models = [\"threads\"]\n");
    place.run(["--no-chart"]).exits_with(0);
    let log = place.read("output/scenario/events.jsonl");
    let events: Vec<serde_json::Value> =
        log.lines().map(|line| serde_json::from_str(line).expect("a line is JSON")).collect();
    // Each thread's events stand together, in order.
    let begun = |at: &usize| events[*at]["call"] == "hashlib/zlib";
    let calls: Vec<usize> = (0..events.len()).filter(begun).collect();
    let time = |at: usize| events[at]["t"].as_u64().expect("a time");
    let end = |begun: usize| (begun..events.len()).find(|at| events[*at]["event"] == "block-ended").map(time);
    assert_eq!(calls.len(), 2, "{log}");
    assert!(calls.iter().all(|call| calls.iter().all(|other| Some(time(*call)) < end(*other))), "{log}");
}

#[test]
fn hashes_are_the_same_in_every_model_and_engine() {
    let models = "models = [\"sequential\", \"threads\", \"processes\"]\n";
    let place = place("system-hash-real", HASHING, "work(1)", models);
    let told = place.run(["--no-chart"]).exits_with(0);
    assert!(
        told.stderr.contains("All models gave the same results")
            || told.stdout.contains("All models gave the same results")
    );
}

#[test]
fn files_of_gzip_are_written_and_read() {
    let program = "
import gzip
def work():
    with gzip.open('lines.gz', 'wt') as out:
        print('one', file=out)
        out.write('two\\n')
    with gzip.open('lines.gz', 'ab') as out:
        out.write(b'three')
    with gzip.open('lines.gz', 'rt') as lines, open('lines.gz', 'rb') as raw:
        assert [line.strip() for line in lines] == ['one', 'two', 'three']
        assert gzip.decompress(raw.read()) == b'one\\ntwo\\nthree'
";
    let place = place("system-gzip", program, "work()", "models = [\"sequential\"]\n");
    place.run(["--no-chart"]).exits_with(0);
}

#[test]
fn the_program_sets_the_switch_interval_and_the_log_says_so() {
    let program = "import sys\ndef work():\n    sys.setswitchinterval(0.002)\n    return sys.getswitchinterval()\n";
    for engine in ["--no-wait", "--simulated"] {
        let place = place(&format!("system-interval{engine}"), program, "work()", "models = [\"threads\"]\n");
        let arguments = if engine == "--simulated" { vec!["--no-chart", engine] } else { vec!["--no-chart"] };
        place.run(arguments).exits_with(0);
        let log = place.read("output/scenario/events.jsonl");
        assert_eq!(log.matches(r#""event":"switch-interval-set","interval":2000000"#).count(), 2, "{log}");
    }
}

#[test]
fn files_of_the_own_folder_are_written_and_read_and_others_are_refused() {
    let program = r#"
def work():
    with open("lines.txt", "w") as out:
        out.write("one\ntwo\n")
        print("three", file=out)
    with open("lines.txt", "a") as out:
        out.writelines(["four"])
    with open("lines.txt", "rb") as raw:
        size = len(raw.read())
    with open("lines.txt") as lines:
        return [line.strip() for line in lines], size

def outside():
    return open("../secret.txt")

def gone():
    return open("nothing.txt")
"#;
    let place = place("system-files", program, "work()", "models = [\"sequential\"]\n");
    place.run(["--no-chart"]).exits_with(0);
    assert_eq!(place.read("lines.txt"), "one\ntwo\nthree\nfour");
    for (call, error) in [
        (
            "outside()",
            "PermissionError: [Errno 13] gilsim opens files in the current folder only (start it in a folder above): \
             '../secret.txt'",
        ),
        ("gone()", "FileNotFoundError: [Errno 2] No such file or directory: 'nothing.txt'"),
    ] {
        let place = self::place("system-refused", program, call, "models = [\"sequential\"]\n");
        let told = place.run(["--no-chart", "--simulated"]).exits_with(1);
        assert!(told.stderr.contains(error), "{}", told.stderr);
    }
}

const LOOKING: &str = "\
import os
def tried(what, *given):
    try:
        return what(*given)
    except OSError as error:
        return f'{type(error).__name__}: {error}'
outer = os.path.dirname(os.getcwd())
secret, missing = os.path.join(outer, 'secret.txt'), os.path.join(outer, 'missing.txt')
for path in (outer, secret, missing, '..', '../secret.txt'):
    print(os.path.exists(path), os.path.isdir(path), os.path.isfile(path))
print(os.path.isdir('/'), os.path.getsize(secret), os.stat(secret).st_size, sorted(os.listdir('..')))
print(tried(os.stat, '../missing.txt'), tried(open, '../missing.txt'), sep='\\n')
print(tried(open, '../secret.txt'), tried(os.remove, '../secret.txt'), tried(open, '../new.txt', 'w'), sep='\\n')
print(tried(open, '../nowhere/new.txt', 'w'), tried(os.mkdir, '../new'), sep='\\n')
";

#[test]
fn what_lies_outside_of_the_folder_is_seen_as_it_is_and_left_as_it_is() {
    let place = gilsim("system-looking").with_file("secret.txt", b"12345");
    let own = gilsim("system-looking/own").with_file("look.py", LOOKING.as_bytes());
    let told = own.call(["run", "look.py", "--quiet"]).exits_with(0);
    let rule = "PermissionError: [Errno 13] gilsim opens files in the current folder only (start it in a folder above)";
    let expected = format!(
        "True True False\nTrue False True\nFalse False False\nTrue True False\nTrue False True\n\
         True 5 5 ['own', 'secret.txt']\n\
         FileNotFoundError: [Errno 2] No such file or directory: '../missing.txt'\n\
         FileNotFoundError: [Errno 2] No such file or directory: '../missing.txt'\n\
         {rule}: '../secret.txt'\n{rule}: '../secret.txt'\n{rule}: '../new.txt'\n\
         FileNotFoundError: [Errno 2] No such file or directory: '../nowhere/new.txt'\n{rule}: '../new'\n"
    );
    assert_eq!(told.stdout, expected);
    assert_eq!(place.read("secret.txt"), "12345");
}

#[test]
fn a_file_outside_of_the_folder_is_refused_on_the_simulated_machine_too() {
    gilsim("system-refusing").with_file("secret.txt", b"12345");
    let program = LOOKING.split("for path in").next().unwrap_or_default().to_owned()
        + "print(tried(open, '../secret.txt'), tried(open, SECRET), tried(open, '/nowhere/new.txt'), sep='\\n')\n";
    let own = gilsim("system-refusing/own");
    let outer = own.path("secret.txt").parent().and_then(std::path::Path::parent).map(|outer| outer.join("secret.txt"));
    let secret = outer.unwrap_or_default().display().to_string();
    let own = own.with_file("look.py", program.replace("SECRET", &format!("{secret:?}")).as_bytes());
    let told = own.call(["run", "look.py", "--simulated", "--quiet"]).exits_with(0);
    let rule = "PermissionError: [Errno 13] gilsim opens files in the current folder only (start it in a folder above)";
    let expected = format!(
        "{rule}: '../secret.txt'\n{rule}: '{secret}'\n\
         FileNotFoundError: [Errno 2] No such file or directory: '/nowhere/new.txt'\n"
    );
    assert_eq!(told.stdout, expected);
}

#[test]
fn what_gilsim_lacks_is_said_below_pythons_own_words() {
    let program = "def work():\n    import numpy\n";
    let place = place("system-lacks", program, "work()", "models = [\"sequential\"]\n");
    let told = place.run(["--no-chart"]).exits_with(1);
    let words = "ModuleNotFoundError: No module named 'numpy'\n       gilsim does not have the module 'numpy'";
    assert!(told.stderr.contains(words), "{}", told.stderr);
}

#[test]
fn variables_that_a_program_sets_are_its_environment() {
    let program = "\
import getpass, os
os.environ['GILSIM_TEST'] = '1'
print(os.getenv('GILSIM_TEST'), os.environ.get('GILSIM_TEST'), os.environ['GILSIM_TEST'], 'GILSIM_TEST' in os.environ)
print(os.environ.setdefault('GILSIM_TEST', '2'), os.environ.setdefault('GILSIM_MORE', '3'), os.getenv('GILSIM_MORE'))
print(os.environ.pop('GILSIM_TEST'), os.getenv('GILSIM_TEST'), os.getenv('GILSIM_TEST', 'gone'))
os.environ['LOGNAME'] = 'me'
print(getpass.getuser())
";
    let place = gilsim("system-variables").with_file("listing.py", program.as_bytes());
    for way in [&["run", "listing.py", "--quiet"][..], &["run", "listing.py", "--quiet", "--simulated"]] {
        let told = place.call(way.iter().copied()).exits_with(0);
        assert_eq!(told.stdout, "1 1 1 True\n1 3 3\n1 None gone\nme\n", "{way:?}");
    }
}

#[test]
fn a_script_knows_its_whole_path() {
    let program = "\
import os
from multiprocessing import Process
def tell():
    folder = os.path.dirname(__file__)
    print(os.path.isabs(__file__), folder == os.getcwd(), __file__ == os.path.abspath('listing.py'), os.listdir(folder))
if __name__ == '__main__':
    tell()
    child = Process(target=tell)
    child.start()
    child.join()
";
    let place = gilsim("system-path").with_file("listing.py", program.as_bytes());
    for way in [&["run", "listing.py", "--quiet"][..], &["run", "listing.py", "--quiet", "--simulated"]] {
        let told = place.call(way.iter().copied()).exits_with(0);
        let line = "True True True ['listing.py']\n";
        assert_eq!(told.stdout.replace(", 'output'", ""), [line; 2].concat(), "{way:?}");
    }
}

#[test]
fn the_environment_is_a_mapping() {
    let program = "\
import os
inherited = os.environ.pop('GILSIM_TEST', 'none')
before = len(os.environ)
os.environ.update(GILSIM_A='1', GILSIM_B='2')
os.environ |= {'GILSIM_C': '3'}
print(inherited, 'GILSIM_TEST' in os.environ, len(os.environ) - before)
print([item for item in os.environ.items() if item[0].startswith('GILSIM_')], 'GILSIM_A' in list(os.environ))
copied = os.environ.copy()
del os.environ['GILSIM_A']
print(type(copied).__name__, copied['GILSIM_A'], os.environ.get('GILSIM_A'), len(copied) - len(os.environ))
print(sorted(key for key in os.environ.keys() if key.startswith('GILSIM_')), '2' in os.environ.values())
print(dict(os.environ) == os.environ, {**os.environ} == os.environ.copy(), 'HOME' in os.environ)
print(sum(1 for key, value in dict(os.environ | {'GILSIM_D': '4'}).items() if key.startswith('GILSIM_')))
os.environ.clear()
print(os.environ, bool(os.environ), os.getenv('HOME'))
os.environ['GILSIM_E'] = '5'
print(os.environ)
print(os.environ.popitem(), len(os.environ))
";
    let place = gilsim("system-environment").with_file("listing.py", program.as_bytes());
    for (way, inherited, home) in [(&[][..], "given", "True"), (&["--simulated"], "none", "False")] {
        let mut command = place.command(["run", "listing.py", "--quiet"].iter().chain(way).copied());
        let done = command.env("GILSIM_TEST", "given").env("HOME", "/home/me").output();
        let told = String::from_utf8(done.expect("the binary can be started").stdout).expect("text");
        let expected = format!(
            "{inherited} False 3\n[('GILSIM_A', '1'), ('GILSIM_B', '2'), ('GILSIM_C', '3')] True\ndict 1 None 1\n\
             ['GILSIM_B', 'GILSIM_C'] True\nTrue True {home}\n3\nenviron({{}}) False None\n\
             environ({{'GILSIM_E': '5'}})\n('GILSIM_E', '5') 0\n"
        );
        assert_eq!(told, expected, "{way:?}");
    }
}

#[test]
fn temporary_names_of_an_earlier_run_are_passed_over() {
    let program = "\
import os, tempfile
one, other = tempfile.mkdtemp(), tempfile.mkdtemp(prefix='', suffix='.d')
with tempfile.NamedTemporaryFile('w', delete=False) as file:
    file.write('x')
with tempfile.TemporaryDirectory() as folder:
    print(os.path.isdir(one), os.path.isdir(other), os.path.isdir(folder), other.endswith('.d'))
print(os.path.isdir(folder), os.path.exists(file.name))
";
    let place = gilsim("system-temporary").with_file("listing.py", program.as_bytes());
    for _ in 0..3 {
        let told = place.call(["run", "listing.py", "--quiet", "--simulated"]).exits_with(0);
        assert_eq!(told.stdout, "True True True True\nFalse True\n");
    }
}

const BESIDE_ITSELF: &str = "import os, pathlib
beside = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'data.csv')
print(open(beside).read(), pathlib.Path(__file__).resolve().parent.joinpath('data.csv').read_text())
open(os.path.join(os.path.dirname(beside), 'left.txt'), 'w').write('whole')
print(open('left.txt').read(), os.path.getsize(beside))
for number in range(2):
    last = open('last.txt', 'a')
    last.write('%d ' % number)
";

#[test]
fn a_script_finds_what_lies_beside_it_by_whatever_path_it_was_started() {
    let place = gilsim("system-beside").with_file("script.py", BESIDE_ITSELF.as_bytes()).with_file("data.csv", b"1,2");
    let whole = place.path("script.py").display().to_string();
    for (number, path) in ["script.py", &whole].into_iter().enumerate() {
        for engine in [&["--simulated"][..], &[]] {
            let args = ["run", path, "--quiet", "--no-chart"].into_iter().chain(engine.iter().copied());
            place.call(args).exits_with(0).shows("1,2 1,2\nwhole 3\n");
        }
        assert_eq!(place.read("last.txt"), "0 1 ".repeat(2 * (number + 1)));
    }
}
