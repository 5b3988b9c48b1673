//! What built-in functions and methods take on the simulated machine: about as long as measured under CPython 3.11.

use crate::gilsim::gilsim;

/// What is done, how often it does what is counted, and nanoseconds for each: measured as the fastest of 60 times, and scaled
/// by how long `for i in range(n): r += i ** 2` took there and takes under the profile.
const MEASURED: &str = "
sum(numbers)|100_000|6.1
max(numbers)|100_000|16.5
list(range(100_000))|100_000|16.1
-1 in numbers|100_000|10.3
numbers[:]|100_000|2.6
[0] * 100_000|100_000|1.9
sorted(shuffled)|100_000 * 16.6|11.9
text.replace('a', 'b')|700_000|0.86
text.upper()|700_000|0.94
text.split()|100_000|37
','.join(words)|100_000|6.7
json.dumps(objects)|58_000|36
json.loads(shown)|58_000|21
[str(number) for number in numbers]|100_000|90
['%d' % number for number in numbers]|100_000|130
big * big|11 * 11|1.3
sorted(numbers)|100_000|7
sorted(words)|100_000|12
same == numbers|100_000|1.9
";

/// The same for calls of the standard library and operations that a loop does: one each, loop included.
const CALLS: &str = "
price + tax|85
price * tax|70
price / 3|130
price.quantize(tax)|130
price < tax|55
str(price)|100
Decimal('12.34')|170
hash(price)|45
struct.pack('<iHd', i, 2, 3.0)|100
struct.unpack('<i', b'abcd')|85
moment - earlier|75
earlier < moment|45
datetime(2024, 3, 1, 12, 30)|175
datetime.fromisoformat('2024-03-01T12:30:15')|160
rows(sheet)|23_600
rows(quoted)|29_500
lines(sheet)|5_100
write(row)|740
b64encode(data)|550
b64decode(encoded)|1100
view[5]|36
view.tobytes()|90
array_of_ints.tobytes()|130
max(i, 5)|135
Color.RED|100
Color.RED.value|230
Color(1)|350
class Made: pass|7_400
namedtuple('Row', 'a b c')|44_000
eval('1')|9_800
eval('i' + ' + i' * 25)|44_000
round(3.14159, 2)|290
some.missing|360
list(map(lambda x: x, some_numbers))|44_000
min(some_numbers, key=lambda x: x)|50_000
some_numbers.index(500)|4_000
some_numbers + some_numbers|2_600
table.copy()|2_600
7 ** 200|350
sentence.find('Z')|70
'Z' in sentence|45
sentence.find('fog')|1_000
json.dumps(small, indent=2)|15_000
first.move_to_end(i % 1000, last=False)|115
sorted(jumbled)|41_000
sorted(some_numbers)|4_800
jumbled == jumbled[:]|3_000
more.insert(0, 1); more.pop()|390
more.reverse()|270
sentence[::-1]|630
sentence.split()|6_700
'a,b,c,d,e,f'.split(',')|90
'hello'.startswith('he')|120
numbers_in & others_in|18_900
list(merge(some_numbers[:20], some_numbers[:20]))|7_000
nlargest(10, jumbled)|25_000
random.choice(jumbled)|285
random.shuffle(more)|340_000
math.sin(0.5)|80
math.sqrt(2.0)|50
word.findall(sentence)|32_600
point._replace(x=2)|1_000
point.x|35
{**small}|140
'abc-def'.partition('-')|105
table.update(a=1)|140
made = lambda: i|65
array_of_ints[5] = 1|57
some()|85
Some.of_class()|100
Some.static()|75
other.plain()|190
zlib.crc32(thousand)|500
hashlib.sha256(thousand).digest()|1_350
type('T', (), {})|7_000
few.count(2)|300
ten_of_them <= thirty_of_them|95
thirty_of_them - twenty_of_them|650
thirty_of_them | twenty_of_them|550
thirty_of_them ^ twenty_of_them|900
one, *rest = ten|190
repr(pair)|500
dict(twenty)|140
{**twenty, 'a': 1}|245
list(zip(ten, ten))|740
time.time()|72
time.perf_counter()|73
time.process_time()|710
os.getpid()|235
os.path.exists('nowhere')|2_050
os.write(nowhere, b'x')|345
pickle.dumps(records)|1_900
pickle.loads(pickled)|1_900
threading.Event()|3_100
threading.Semaphore(2)|3_100
threading.Thread(target=print)|5_500
queue.Queue()|8_800
local.x|62
Enum('E', 'A B C')|73_000
logger.info('x %s', 5)|8_700
";

const LISTING: &str = "import json, random, time
numbers = list(range(100_000))
shuffled = random.Random(1).sample(numbers, len(numbers))
same = numbers[:]
words = ['abcdef'] * 100_000
text = ' '.join(words)
objects = [{'a': [1, 2, {'b': None}], 'c': 'text', 'd': 1.5}] * 1_000
shown = json.dumps(objects)
big = 3 ** 200
off = []
for line in open('measured'):
    if '|' in line:
        done, times, expected = line.split('|')
        code = compile(done, done, 'eval')
        start = time.perf_counter()
        eval(code)
        each = (time.perf_counter() - start) * 1e9 / eval(times)
        if not 0.4 < each / float(expected) < 2.5:
            off.append((done, each, float(expected)))
print(off)
";

const CALLING: &str = "import array, csv, enum, hashlib, io, json, logging, math, os, pickle, queue, random, re, struct, threading, time, zlib
from enum import Enum
from base64 import b64decode, b64encode
from collections import OrderedDict, namedtuple
from datetime import datetime, timedelta
from decimal import Decimal
from heapq import merge, nlargest

class Color(enum.Enum):
    RED = 1

class Some:
    def __getattr__(self, name):
        return 3

    def __call__(self):
        return 1

    @classmethod
    def of_class(cls):
        return 1

    @staticmethod
    def static():
        return 1

    def plain(self):
        return 1

class Other(Some):
    def plain(self):
        return super().plain()

def rows(text):
    return list(csv.reader(io.StringIO(text)))

def lines(text):
    for line in io.StringIO(text):
        pass

some, other, thousand = Some(), Other(), b'x' * 1000
price, tax = Decimal('1.2345'), Decimal('9.87')
moment, earlier = datetime(2024, 3, 1, 12, 30, 15, 1234), datetime(2023, 5, 1)
sheet, quoted, row = 'a,b,c,1,2,3\\n' * 100, 'a,\"b, c\",c,1,2,3\\n' * 100, ['abc', 1, 2.5, 'def']
write, data = csv.writer(io.StringIO()).writerow, bytes(range(256))
encoded, view, array_of_ints = b64encode(data), memoryview(data), array.array('i', range(1000))
some_numbers, table, first = list(range(1000)), {i: i for i in range(1000)}, OrderedDict((i, i) for i in range(1000))
jumbled, more, word = [i * 7919 % 1009 for i in range(1000)], list(range(1000)), re.compile(r'\\w+')
point = namedtuple('Point', 'x y')(1, 2)
numbers_in, others_in = set(range(1000)), set(range(500, 1500))
sentence, small = 'the quick brown fox jumps over the lazy dog ' * 20, {'a': 1, 'b': [1, 2, 3], 'c': {'d': 'xyz', 'e': None}}
few, ten, pair, twenty = [1, 2, 3] * 10, list(range(10)), {'a': 1, 'b': 2}, {i: i for i in range(20)}
ten_of_them, twenty_of_them, thirty_of_them = set(ten), set(range(20)), set(ten) | set(range(10, 40))
records, local, logger = [{'a': i, 'b': str(i)} for i in range(10)], threading.local(), logging.getLogger('calls')
pickled, local.x, nowhere = pickle.dumps(records), 1, os.open('/dev/null', os.O_WRONLY)
logger.propagate = False
logger.addHandler(logging.StreamHandler(io.StringIO()))
logger.setLevel(logging.INFO)
off = []
for line in open('calls'):
    if '|' in line:
        done, expected = line.rsplit('|', 1)
        if done not in ('', None):
            made = {}
            exec('def loop():\\n    for i in range(20):\\n        ' + done, globals(), made)
            made['loop']()
            start = time.perf_counter()
            made['loop']()
            each = (time.perf_counter() - start) * 1e9 / 20
            if not 0.4 < each / float(expected) < 2.5:
                off.append((done, round(each), float(expected)))
print(off)
";

#[test]
fn calls_of_the_library_take_about_as_long_as_in_cpython() {
    let place = gilsim("calls").with_file("calling.py", CALLING.as_bytes()).with_file("calls", CALLS.as_bytes());
    let done = place.call(["run", "calling.py", "--simulated", "--quiet", "--no-chart"]).exits_with(0);
    assert_eq!(done.stdout, "[]\n", "{}", done.stderr);
}

/// Under CPython each of these takes less than a microsecond, however large the thing is.
const SIZELESS: &str = "import time

def things(size):
    text, data, numbers = 'x' * size, b'x' * size, list(range(size))
    buffer, table = bytearray(data), dict.fromkeys(numbers)
    keys, items = table.keys(), table.items()
    return [
        lambda: text.strip(), lambda: text.removeprefix('y'), lambda: text.ljust(5), lambda: text.zfill(5),
        lambda: text.isdigit(), lambda: text.split('x', 1), lambda: text.partition('x'), lambda: '{}'.format(text),
        lambda: text.__len__(), lambda: data.rstrip(b'y'),
        lambda: b'x' in data, lambda: 120 in buffer, lambda: buffer.__len__(), lambda: buffer.__iadd__(b'x'),
        lambda: buffer.__setitem__(slice(2, 4), b'ab'), lambda: buffer.__delitem__(slice(0, 1)), lambda: 5 in keys,
        lambda: (5, None) in items, lambda: numbers.__len__(),
    ]

def took(call):
    start = time.perf_counter()
    call()
    return time.perf_counter() - start

print([at for at, (small, large) in enumerate(zip(things(10), things(1_000_000))) if took(large) > 2 * took(small) + 1e-7])
";

#[test]
fn what_does_not_look_at_all_of_a_thing_takes_no_longer_for_a_large_one() {
    let place = gilsim("sizeless").with_file("listing.py", SIZELESS.as_bytes());
    let done = place.call(["run", "listing.py", "--simulated", "--quiet", "--no-chart"]).exits_with(0);
    assert_eq!(done.stdout, "[]\n", "{}", done.stderr);
}

#[test]
fn what_native_code_does_takes_its_time() {
    let place =
        gilsim("natives").with_file("listing.py", LISTING.as_bytes()).with_file("measured", MEASURED.as_bytes());
    let done = place.call(["run", "listing.py", "--simulated", "--quiet", "--no-chart"]).exits_with(0);
    assert_eq!(done.stdout, "[]\n", "{}", done.stderr);
}

#[test]
fn who_sleeps_waits_for_the_end_of_a_long_native_call() {
    let listing = "import threading, time
numbers = list(range(1_000_000))
late = []

def sleep():
    time.sleep(0.001)
    late.append(time.perf_counter() - start - 0.001)

thread = threading.Thread(target=sleep)
start = time.perf_counter()
thread.start()
sum(numbers)
took = time.perf_counter() - start
thread.join()
print(0.005 < took < 0.02, 0.5 < late[0] / took < 1.5)
";
    let place = gilsim("long_native_call").with_file("listing.py", listing.as_bytes());
    let done = place.call(["run", "listing.py", "--simulated", "--cores", "2", "--quiet", "--no-chart"]).exits_with(0);
    assert_eq!(done.stdout, "True True\n", "{}", done.stderr);
}

/// Really and simulated; `dumps` is no native function, so that the next checkpoint is the end of the turn. There is a
/// nap to wake from during every turn, however late the machine begins with either thread.
#[test]
fn the_report_names_the_line_that_kept_the_gil() {
    for line in ["gilsim.held('250ms')", "json.dumps(numbers)"] {
        kept_by(line);
    }
}

fn kept_by(line: &str) {
    let listing = "import gilsim, json, threading, time

numbers = [0.1] * 1_500_000
finished = False

def nap():
    while not finished:
        time.sleep(0.001)

def hog():
    global finished
    for turn in range(2):
        LINE
        turn += 1
    finished = True

threads = [threading.Thread(target=nap), threading.Thread(target=hog)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
";
    let place = gilsim("kept_gil").with_file("listing.py", listing.replace("LINE", line).as_bytes());
    for engine in [&["--simulated", "--cores", "2"][..], &[]] {
        let done = place.call([&["run", "listing.py", "--no-chart"], engine].concat()).exits_with(0);
        let said = done.stderr.lines().find(|line| line.contains(" kept the GIL ")).unwrap_or_default();
        let expected = format!("(listing.py:13: {line}) after it had been asked for");
        assert!(said.contains(&expected), "{}", done.stderr);
    }
}

#[test]
fn a_power_that_is_refused_takes_no_time_and_a_long_product_takes_its_own() {
    let listing = "import time
base, exponent = 3, 10 ** 11
start = time.perf_counter()
try:
    base ** exponent
except MemoryError:
    print(time.perf_counter() - start < 0.001)
number = 1 << 3_000_000
start = time.perf_counter()
number * number
print(0.2 < time.perf_counter() - start < 1.2)
";
    let place = gilsim("refused_native").with_file("listing.py", listing.as_bytes());
    let done = place.call(["run", "listing.py", "--simulated", "--quiet", "--no-chart"]).exits_with(0);
    assert_eq!(done.stdout, "True\nTrue\n", "{}", done.stderr);
}
