//! The copy of an interpreter as bytes goes on exactly as the interpreter that it was made of.

use gilsim::bytecode::Instr;
use gilsim::lang::compile_module;
use gilsim::source::{Source, SourceFile};
use gilsim::vm::{Answer, Exit, Interp, ProcessCall, Pulse, Reply, SystemCall, ThreadState, run};
use std::sync::Arc;

struct Undisturbed;

impl Pulse for Undisturbed {
    fn pending(&mut self) -> bool {
        false
    }

    fn charge(&mut self, _: &Instr) -> bool {
        false
    }
}

/// Runs to the end, or to a fork; says what was printed, and whether it came to a fork.
fn go_on(interp: &mut Interp, thread: &mut ThreadState) -> (String, bool) {
    let mut printed = String::new();
    loop {
        match run(interp, thread, &mut Undisturbed) {
            Exit::Print(text) => {
                printed.push_str(&text);
                thread.answer(Answer::None);
            }
            Exit::System(SystemCall::Process(ProcessCall::Fork { .. })) => return (printed, true),
            Exit::System(SystemCall::Compute(work) | SystemCall::ComputeHeld(work)) => thread.give(interp, work.run()),
            Exit::System(_) => thread.give(interp, Reply::None),
            Exit::Returned(value) => {
                interp.take(value);
                return (printed, false);
            }
            Exit::Raised(raised) => panic!("{}", raised.render()),
            _ => thread.answer(Answer::None),
        }
    }
}

/// Every kind of object is alive at the fork, and used afterwards.
const PROGRAM: &str = r#"
import re, _process, collections, dataclasses, functools, itertools, math, random, threading, typing, asyncio

class Base:
    made = 0
    __slots__ = ()
    def hello(self):
        return 'hello'

class Point(Base):
    def __init__(self, x, y):
        self.x, self.y = x, y
        Point.made += 1
    @property
    def sum(self):
        return self.x + self.y
    @staticmethod
    def two():
        return 2
    @classmethod
    def origin(cls):
        return cls(0, 0)
    def hello(self):
        return super().hello() + '!'

class Table(dict):
    pass

@dataclasses.dataclass
class Data:
    name: str
    many: list = dataclasses.field(default_factory=list)

def counter(start):
    count = start
    def step(by=1, *, times=1, **more):
        nonlocal count
        count += by * times
        return count
    return step

def numbers(n):
    try:
        for i in range(n):
            yield i
    finally:
        print('left')

async def slow():
    await asyncio.sleep(0)
    return 5

step = counter(10)
going = numbers(5)
next(going)
point = Point(1, 2)
bound = point.hello
upper = 'text'.upper
table = Table(a=1, b=[1, 2])
itself = [1]
itself.append(itself)
lock, again = threading.Lock(), threading.RLock()
lock.acquire()
again.acquire()
again.acquire()
rng = random.Random(5)
rng.random()
ahead = [iter([1, 2, 3]), iter('abc'), iter({1: 2}), iter({1, 2}), reversed([1, 2]), enumerate('ab'), zip([1, 2], 'ab'),
         iter(range(5)), iter(b'ab'), map(str, [1, 2])]
for iterator in ahead:
    next(iterator)
data = [None, True, 2**100, -2**65, 1.5, 'é', b'bytes', bytearray(b'ba'), (1, (2,)), {3, 4}, frozenset([5]), range(3), Data('d', [1]),
        collections.deque([1, 2], 3), {}.keys(), {1: 2}.items(), ValueError('x', 1), Point, int, len, math.sqrt, list[int],
        int | None, NotImplemented, ..., collections.Counter('aab'), functools.partial(max, 1), type(None), Point.sum, Point.__init__.__code__, bound.__func__.__name__]
@functools.lru_cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
fib(20)
word = re.compile('([a-c]+)|[^x]{2,3}?y\b', re.I)
Pair = collections.namedtuple('Pair', 'a b')
pair = Pair(1, 2)
made, names = eval('lambda x: x + 1'), {'by': 3}
exec('def times(x): return x * by', names)

def deep(n):
    local = [n]
    try:
        if n:
            result = deep(n - 1)
        else:
            try:
                raise KeyError('inside')
            except KeyError as error:
                result = _process.fork('copy')
                print(repr(error))
                try:
                    raise
                except KeyError as raised:
                    print(raised is error)
    finally:
        local.append(n)
    return local, result

for i in range(2):
    with open('x') if False else lock if False else again:
        print(deep(3))
print(step(), step(2, times=3), [x for x in going], point.sum, bound(), upper(), Point.two(), Point.origin().x, Point.made)
print(table, table['b'], itself[1] is itself, lock.locked(), rng.random(), [list(iterator) for iterator in ahead])
print([repr(x).split(' at 0x')[0] for x in data], fib(30), fib.cache_info(), pair, pair.a, Point.__module__, step.__qualname__)
print(word.findall('Abc 12y abd'))
names['by'] += 1
print(made(1), names['times'](2), eval('by + 1', names), Data('e') == Data('e'), Pair(b=1, a=2))
lock.release()
again.release()
again.release()
import json, heapq
print(json.dumps({'a': [1]}), asyncio.run(slow()), threading.current_thread().name, Table.__mro__[1])
"#;

#[test]
fn a_copy_goes_on_as_its_original() {
    let source = Arc::new(Source::whole(Arc::new(SourceFile::new("copied.py", PROGRAM))));
    let module = compile_module(&source).unwrap_or_else(|mistakes| panic!("{mistakes:#?}"));
    let program = [Arc::clone(&module.code)];
    let mut interp = Interp::new();
    let mut thread = ThreadState::new(&mut interp, &module.code);
    let mut forks = 0;
    loop {
        let (_, forked) = go_on(&mut interp, &mut thread);
        if !forked {
            break;
        }
        forks += 1;
        let bytes = interp.packed(&thread, &program).expect("it has a form as bytes");
        let (mut copy, mut copied) = Interp::unpacked(&bytes, &program).expect("the bytes are whole");
        assert_eq!(copy.live(), interp.live());
        let (mut original, mut state) = (interp.clone(), thread.clone());
        let mut outputs = Vec::new();
        for (interp, thread) in [(&mut copy, &mut copied), (&mut original, &mut state)] {
            let mut all = String::new();
            let mut at_fork = true;
            while at_fork {
                thread.give(interp, Reply::Int(0));
                let (printed, forked) = go_on(interp, thread);
                all.push_str(&printed);
                at_fork = forked;
            }
            outputs.push(all);
        }
        assert_eq!(outputs[0], outputs[1]);
        assert!(outputs[0].contains("'inside'") && outputs[0].contains("hello!"), "{}", outputs[0]);
        assert_eq!((copy.shutdown(), original.shutdown()), (0, 0));
        thread.give(&mut interp, Reply::Int(7));
    }
    assert_eq!(forks, 2);
}

#[test]
fn bytes_that_are_no_copy_are_refused() {
    let source =
        Arc::new(Source::whole(Arc::new(SourceFile::new("copied.py", "import _process\n_process.fork('x')\n"))));
    let module = compile_module(&source).unwrap_or_else(|mistakes| panic!("{mistakes:#?}"));
    let program = [Arc::clone(&module.code)];
    let mut interp = Interp::new();
    let mut thread = ThreadState::new(&mut interp, &module.code);
    assert!(go_on(&mut interp, &mut thread).1);
    let bytes = interp.packed(&thread, &program).expect("it has a form as bytes");
    for end in [0, 1, bytes.len() / 2, bytes.len() - 1] {
        assert!(Interp::unpacked(&bytes[..end], &program).is_err(), "{end} of {}", bytes.len());
    }
    let other = compile_module(&Arc::new(Source::whole(Arc::new(SourceFile::new("other.py", "x = 1\n")))));
    let other = other.unwrap_or_else(|mistakes| panic!("{mistakes:#?}"));
    assert!(interp.packed(&thread, &[other.code]).is_err());
}
