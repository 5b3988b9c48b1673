# Makes short-lived objects of each kind, many times over, and counts what they leave behind.
#
#     COUNT=1000000 gilsim run --quiet tests/memory/short_lived.py
#
# COUNT says how many of each kind, KIND that only those are wanted whose statement contains it. The exit status is 1 where
# something is left behind.

import array
import asyncio
import collections
import dataclasses
import datetime
import decimal
import enum
import fractions
import functools
import gc
import io
import itertools
import json
import operator
import os
import pickle
import queue
import random
import re
import sys
import tempfile
import threading
import time
import traceback
import types
import weakref
import zlib
from concurrent.futures import Future, ThreadPoolExecutor

class Plain:
    def __init__(self, x=None):
        self.x = x
    def method(self):
        return self

class Slots:
    __slots__ = ('x',)

class Own(dict):
    pass

class Told:
    def __del__(self):
        pass

class Iterated:
    def __iter__(self):
        return self
    def __next__(self):
        raise StopIteration

class Managed:
    def __enter__(self):
        return self
    def __exit__(self, *about):
        return True

class Colour(enum.Flag):
    RED = 1
    BLUE = 2

@dataclasses.dataclass(order=True)
class Data:
    x: int
    y: list = dataclasses.field(default_factory=list)

Point = collections.namedtuple('Point', 'x y')

def generator(x=None):
    try:
        yield x
        yield x
    finally:
        x = None

def delegating():
    yield from generator()

async def coroutine(x=None):
    return x

async def waiting():
    await asyncio.sleep(0)

async def gathering():
    await asyncio.gather(coroutine(), waiting())

async def asynchronous():
    yield 1

def closure(x):
    return lambda y: (x, y)

def failing(x):
    raise ValueError(x)

def nested(depth):
    if depth:
        return nested(depth - 1)
    raise KeyError(depth)

@functools.lru_cache(maxsize=8)
def cached(x):
    return [x]

def half_way(make):
    made = make()
    next(made)
    return made

pattern = re.compile('(?P<word>[a-z]+) ([0-9]+)')
path = os.path.join(tempfile.gettempdir(), 'short_lived.txt')
with open(path, 'w') as file:
    file.write('one line\n')
shared_queue = queue.Queue()
simple_queue = queue.SimpleQueue()
lock = threading.Lock()
loop = asyncio.new_event_loop()

# Kinds that need little.
CHEAP = r'''
i + 2 ** 70
i / 7
complex(i, 1) * 2j
'a' * (i % 50)
f'{i:>8}{i!r}'
str(i).encode().decode()
bytes(i % 50)
bytearray(i % 50)
[i]
[[i], [i]]
(i, [i])
{i: [i]}
{i, i + 1}
frozenset([i])
[x for x in (i, i)]
{x: i for x in (1, 2)}
{x for x in (1, 2)}
range(i)
slice(i, [i])
iter([i])
iter({i})
iter({1: i}.items())
iter('ab')
iter(b'ab')
iter(range(3))
{1: i}.keys() | {i}
{1: i}.values()
next(iter({1: i}.items()))
reversed([i])
enumerate([i])
zip([i], [i])
map(str, [i])
filter(None, [i])
list[int]
int | str
Plain(i)
Slots()
Own(a=i)
Told()
list(Iterated())
Plain().method
Plain(i).method()
Plain.method
[].append
'abc'.upper
property(closure)
staticmethod(closure)
super(Plain, Plain())
closure(i)(i)
lambda x=i: x
generator(i)
list(generator(i))
half_way(generator)
half_way(delegating)
half_way(generator).close()
(x for x in [i])
coroutine(i).close()
asynchronous()
ValueError(i)
KeyError([i])
sorted([3, i, 1], key=lambda x: -x)
functools.partial(closure, [i])
functools.reduce(operator.add, [i, 1])
cached(i)
operator.itemgetter(1, [i])
operator.attrgetter('x')
itertools.count(i)
itertools.chain([i], [i])
itertools.cycle([i])
itertools.repeat([i])
itertools.islice([i], 1)
itertools.product([i], [1, 2])
itertools.permutations([i, 1])
itertools.combinations([i, 1], 2)
itertools.accumulate([i, 1])
itertools.groupby([i, 1])
itertools.tee([i])
itertools.zip_longest([i], [])
itertools.starmap(closure, [(i,)])
itertools.takewhile(bool, [i])
list(itertools.pairwise([i, 1]))
weakref.ref(Plain())
weakref.ref(Plain(), id)
Point(i, i)
Point(i, i)._replace(x=[i])
collections.deque([i], 3)
collections.deque([i, i]).rotate(1)
types.SimpleNamespace(x=[i])
threading.Lock()
threading.RLock()
random.Random
object()
type(i)
hash((i, 'x'))
Colour.RED
print.__name__
'''

# Kinds that execute many instructions.
DEAR = r'''
x = Plain(); x.x = x
x = [i]; x.append(x)
x = {}; x[1] = x
x, y = Plain(), Plain(); x.x, y.x = y, x
x = closure(i); x.x = x
type('Made', (Plain,), {'y': [i]})
class Inner(Plain): y = [i]
try: failing(i)\nexcept ValueError: pass
try: failing([i])\nexcept ValueError as error: kept = error.__traceback__
try:\n try: failing(i)\n except ValueError as error: raise KeyError(i) from error\nexcept KeyError: pass
try: nested(5)\nexcept KeyError as error: traceback.format_exc()
try: raise ExceptionGroup('some', [ValueError(i), KeyError(i)])\nexcept* ValueError: pass\nexcept* KeyError: pass
try: raise ValueError(i)\nexcept ValueError as error: error.mine = error
with Managed(): failing(i)
Data(i)
Data(i) < Data(i + 1)
dataclasses.replace(Data(i), y=[i])
dataclasses.asdict(Data(i, [i]))
collections.OrderedDict(a=i).move_to_end('a')
collections.Counter([i, i])
collections.defaultdict(list)[i].append(i)
collections.ChainMap({1: i}, {2: i})[2]
collections.UserDict(a=[i])
decimal.Decimal(i) / 7
fractions.Fraction(i, 7)
datetime.datetime(2026, 1, 1) + datetime.timedelta(i % 99)
datetime.date(2026, 1, 1).isoformat()
array.array('i', [i, i])
re.compile('(a|b)+')
pattern.match('word 12').groups()
pattern.finditer('word 12')
pattern.sub('x', 'word 12')
io.StringIO('a\\nb').readline()
io.BytesIO(b'ab').getvalue()
json.loads(json.dumps({'a': [i]}))
pickle.loads(pickle.dumps([i, (i, 'x')]))
zlib.compress(b'abc')
random.Random(i).random()
weakref.WeakValueDictionary(a=Plain)
weakref.WeakSet([Plain])
weakref.finalize(Plain(), int)
threading.Condition()
threading.Event().set()
threading.Semaphore(2).acquire()
threading.Barrier(1).wait()
threading.local().__dict__
with lock: x = [i]
shared_queue.put([i]); shared_queue.get()
queue.PriorityQueue().put(i)
queue.SimpleQueue().put([i])
simple_queue.put([i]); simple_queue.get()
Future().set_result([i])
Future().add_done_callback(id)
loop.run_until_complete(coroutine(i))
loop.run_until_complete(gathering())
loop.create_future().cancel()
Colour.RED | Colour.BLUE
with open(path) as file: file.read()
open(path, 'rb').close()
open(path).readline()
os.path.join('a', str(i))
eval('i + 1')
exec('x = [i]')
'''

# Kinds that are, or need, threads of the system.
THREADS = r'''
thread = threading.Thread(target=closure, args=([i],)); thread.start(); thread.join()
thread = threading.Thread(target=generator, name='given', daemon=True); thread.start(); thread.join()
timer = threading.Timer(60, print); timer.start(); timer.cancel(); timer.join()
with ThreadPoolExecutor(1) as pool: pool.submit(closure, i).result()
asyncio.run(waiting())
'''

SLACK = 60

def function_of(statement):
    body = statement.replace('\\n', '\n').replace('\n', '\n        ')
    exec(f'def repeated(count):\n    for i in range(count):\n        {body}\n', globals())
    return repeated

def left_behind(repeated, count):
    repeated(100)
    gc.collect()
    before = sys.getallocatedblocks()
    repeated(count)
    gc.collect()
    return sys.getallocatedblocks() - before

def main():
    count, wanted = int(os.environ.get('COUNT', '10000')), os.environ.get('KIND', '')
    wrong = 0
    for share, statements in (1, CHEAP), (10, DEAR), (200, THREADS):
        times = max(count // share if count < 1_000_000 else count, 100)
        for statement in statements.strip().split('\n'):
            if wanted not in statement:
                continue
            begun = time.perf_counter()
            left = left_behind(function_of(statement), times)
            seconds = time.perf_counter() - begun
            wrong += left > SLACK
            print(f'{times:>9} {left:>7} {seconds:>8.2f} s  {statement}', flush=True)
    os.remove(path)
    print('nothing is left behind' if not wrong else f'{wrong} kinds leave objects behind')
    sys.exit(1 if wrong else 0)

main()
