//! Scripts that import modules and packages beside them, in both engines. What they print is what `python3` prints.

use crate::gilsim::{Done, Place, folder, gilsim};

fn place(test: &str, files: &[(&str, &str)]) -> Place {
    files.iter().fold(gilsim(test), |place, (name, text)| place.with_file(name, text.as_bytes()))
}

fn both(place: &Place, status: i32, check: impl Fn(Done)) {
    check(place.call(["run", "main.py", "--quiet", "--no-chart"]).exits_with(status));
    check(place.call(["run", "main.py", "--quiet", "--no-chart", "--simulated"]).exits_with(status));
}

/// The text with the whole ways to files of the test's place left out; on the simulated machine that is the root of modules.
fn without_folder(test: &str, text: &str) -> String {
    text.replace(&folder(test).display().to_string(), "").replace("File \"/", "File \"")
}

const NAMES: &[(&str, &str)] = &[
    (
        "main.py",
        "from plain import *
from listed import *
import plain, sys
print(a, f(), x, _y, g(), '__main__' if __name__ == '__main__' else None)
for name in ('_hidden', 'z'):
    try: eval(name)
    except NameError as e: print(e)
print(plain.__name__, plain.__doc__, plain.__file__.endswith('/plain.py'), plain.__package__ == '', 'plain' in sys.modules)
try: from plain import nothing
except ImportError as e: print(str(e).split(' (')[0], e.name)
try: import plain.more
except ImportError as e: print(e, e.name)
try: from . import plain
except ImportError as e: print(e)
try: import nothing_like_it
except ModuleNotFoundError as e: print(e)
import first
print(first.both())
try: from wrong import *
except AttributeError as e: print(e)
",
    ),
    ("plain.py", "'Plain.'\nprint('begun')\na = 1\n_hidden = 2\ndef f(): return a + _hidden\n"),
    ("listed.py", "__all__ = ['x', '_y', 'g']\nx, _y, z = 10, 20, 30\ndef g(): return z\n"),
    ("wrong.py", "__all__ = ['x', 'nowhere']\nx = 1\n"),
    ("first.py", "import second\ndef both(): return 'first ' + second.other()\nlater = 5\n"),
    (
        "second.py",
        "import first
try: from first import later
except ImportError as e: print(str(e).split(' (')[0])
def other(): return f'second {first.later}'
",
    ),
];

#[test]
fn names_of_modules_beside_a_script_are_imported() {
    let said = "begun
1 3 10 20 30 __main__
name '_hidden' is not defined
name 'z' is not defined
plain Plain. True True True
cannot import name 'nothing' from 'plain' plain
No module named 'plain.more'; 'plain' is not a package plain.more
attempted relative import with no known parent package
No module named 'nothing_like_it'
cannot import name 'later' from partially initialized module 'first'
first second 5
module 'wrong' has no attribute 'nowhere'
";
    both(&place("own-names", NAMES), 0, |done| assert_eq!(done.stdout(), said));
}

const PACKAGE: &[(&str, &str)] = &[
    (
        "main.py",
        "from kit import *
import kit, importlib, sys
print(Core(4).run(), deep_name(), core.double(1))
import kit.sub.deep as deep
print(deep.__name__, deep.__package__, kit.sub.name, kit.__path__[0].endswith('/kit'))
from kit import sub, util
print(sub.__name__, util.__name__, importlib.import_module('.core', 'kit') is core)
try: from kit import nothing
except ImportError as e: print(type(e).__name__, str(e).split(' (')[0])
try: import kit.nothing
except ImportError as e: print(type(e).__name__, e)
import folder.part
print(folder.part.Y, sorted(name for name in vars(kit) if not name.startswith('__')))
sys.path.append(kit.__path__[0] + '/sub')
import deep as again
print(again is deep, again.__name__, again.here())
",
    ),
    ("kit/__init__.py", "from . import core\nfrom .core import *\nfrom .sub.deep import here as deep_name\n"),
    (
        "kit/core.py",
        "from dataclasses import dataclass
from .util import double
@dataclass
class Core:
    n: int = 0
    def run(self): return double(self.n)
",
    ),
    ("kit/util.py", "def double(n): return n * 2\n"),
    ("kit/sub/__init__.py", "from .deep import *\nname = __name__\n"),
    ("kit/sub/deep.py", "try: from .. import util\nexcept ImportError as e: print(e)\ndef here(): return __name__\n"),
    ("folder/part.py", "Y = 2\n"),
];

#[test]
fn packages_beside_a_script_import_their_parts_by_dots() {
    let said = "8 kit.sub.deep 2
kit.sub.deep kit.sub kit.sub True
kit.sub kit.util True
ImportError cannot import name 'nothing' from 'kit'
ModuleNotFoundError No module named 'kit.nothing'
2 ['Core', 'core', 'dataclass', 'deep_name', 'double', 'sub', 'util']
attempted relative import with no known parent package
False deep deep
";
    both(&place("own-package", PACKAGE), 0, |done| assert_eq!(done.stdout(), said));
}

const SHARED: &[(&str, &str)] = &[
    (
        "main.py",
        "import multiprocessing, threading
got = []
def late():
    import slow
    got.append(slow.VALUE)
def local(x): return slow.work(x)
if __name__ == '__main__':
    threads = [threading.Thread(target=late) for _ in range(4)]
    for t in threads: t.start()
    for t in threads: t.join()
    print(got)
import slow
if __name__ == '__main__':
    for method in ('fork', 'spawn'):
        with multiprocessing.get_context(method).Pool(1) as pool:
            print(method, pool.map(slow.work, [1, 2]), pool.map(local, [3]))
    slow.fails(9)
",
    ),
    (
        "slow.py",
        "import time
time.sleep(0.05)
VALUE = 42
class Kept:
    def __init__(self, value): self.value = value
    def __repr__(self): return f'Kept({self.value})'
def work(x): return Kept(x * VALUE)
def fails(x): raise ValueError(f'bad {x}')
",
    ),
];

#[test]
fn threads_and_processes_share_modules_beside_a_script() {
    let said = "[42, 42, 42, 42]
fork [Kept(42), Kept(84)] [Kept(126)]
spawn [Kept(42), Kept(84)] [Kept(126)]
";
    both(&place("own-shared", SHARED), 1, |done| {
        assert_eq!(done.stdout(), said);
        let way = "  File \"main.py\", line 17, in <module>\n    slow.fails(9)\n  File \"slow.py\", line 8, in fails\n";
        let said = without_folder("own-shared", &done.stderr);
        assert!(said.contains(way), "{said}");
    });
}

#[test]
fn mistakes_in_a_module_beside_a_script_are_told_when_it_is_imported() {
    let files = [("main.py", "print('begun')\nimport bad\n"), ("bad.py", "x = 1\ndef f(:\n    pass\n")];
    both(&place("own-mistake", &files), 1, |done| {
        assert_eq!(done.stdout(), "begun\n");
        let said = without_folder("own-mistake", &done.stderr);
        assert!(said.contains("  File \"main.py\", line 2, in <module>\n    import bad\n"), "{said}");
        assert!(
            said.contains("  File \"bad.py\", line 2\n    def f(:\n          ^\nSyntaxError: invalid syntax"),
            "{said}"
        );
    });
}

const CIRCLE: &[(&str, &str)] = &[
    (
        "main.py",
        "import threading
def one():
    import first
def other():
    import second
threads = [threading.Thread(target=target) for target in (one, other, one, other)]
for thread in threads: thread.start()
for thread in threads: thread.join()
import first, second
print(first.begun, first.of_other(), second.begun, second.of_other())
",
    ),
    (
        "first.py",
        "import time\nbegun = 1\ntime.sleep(0.01)\nimport second\nlater = 3\ndef of_other(): return second.later\n",
    ),
    (
        "second.py",
        "import time\nbegun = 2\ntime.sleep(0.01)\nimport first\nlater = 4\ndef of_other(): return first.later\n",
    ),
];

#[test]
fn threads_that_import_modules_in_a_circle_do_not_wait_for_each_other() {
    both(&place("own-circle", CIRCLE), 0, |done| assert_eq!(done.stdout(), "1 4 2 3\n"));
}

const HALF: &[(&str, &str)] = &[
    ("main.py", "try: import first\nexcept AttributeError as e: print(e)\n"),
    ("first.py", "import second\nlater = 5\n"),
    ("second.py", "import first\nprint(first.later)\n"),
];

#[test]
fn a_module_that_is_not_whole_yet_says_so() {
    let said = "partially initialized module 'first' has no attribute 'later' (most likely due to a circular import)\n";
    both(&place("own-half", HALF), 0, |done| assert_eq!(done.stdout(), said));
}

#[test]
fn the_folder_of_the_script_is_the_first_in_which_modules_are_looked_for() {
    let main = "import os, sys\n\
                print(sys.path[0] == os.path.dirname(os.path.abspath(__file__)) != '', os.path.basename(sys.path[0]))\n\
                os.chdir('elsewhere')\n\
                import plain\nprint(plain.a)\n";
    let files = [("below/main.py", main), ("below/plain.py", "a = 1\n"), ("elsewhere/plain.py", "a = 2\n")];
    let place = place("own-first-folder", &files);
    for engine in [&[][..], &["--simulated"]] {
        let call = [&["run", "below/main.py", "--quiet", "--no-chart"], engine].concat();
        assert_eq!(place.call(call).exits_with(0).stdout, "True below\n1\n");
    }
}
