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
";

const LISTING: &str = "import json, random, time
numbers = list(range(100_000))
shuffled = random.Random(1).sample(numbers, len(numbers))
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
