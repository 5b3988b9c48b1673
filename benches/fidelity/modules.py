# Operations of modules: nanoseconds each, without the loop around; and a loop to compare machines by. To be run as
# `python3 modules.py 15`, where the fastest of 15 times counts, and as `gilsim run modules.py --simulated --quiet`.

import collections
import contextlib
import copy
import csv
import dataclasses
import datetime
import fractions
import functools
import io
import itertools
import json
import logging
import os
import pathlib
import random
import re
import statistics
import sys
import textwrap
import urllib.parse
import uuid
import weakref
from time import perf_counter

TIMES = int(sys.argv[1]) if len(sys.argv) > 1 else 1
OPERATIONS = {}


# Of an operation, how many are timed at once.
def operation(count):
    def keep(function):
        OPERATIONS[function.__name__] = count, function
        return function
    return keep


def seconds(function, count):
    began = perf_counter()
    for _ in range(count):
        function()
    return perf_counter() - began


def nanoseconds(function, count):
    alone = min(seconds(function, count) for _ in range(TIMES))
    call = min(seconds(nothing, count) for _ in range(TIMES))
    return (alone - call) / count * 1e9


def nothing():
    pass


def squares(n=2000):
    result = 0
    for i in range(n):
        result += i ** 2


WORDS = 'the quick brown fox jumps over the lazy dog and the cat sees it all from the wall'.split()
Point = collections.namedtuple('Point', 'x y')
POINT = Point(3, 4)
COUNTER = collections.Counter(WORDS * 5)
ORDERED = collections.OrderedDict((word, place) for place, word in enumerate(WORDS))
CHAINED = collections.ChainMap({'a': 1}, {'b': 2})
TREE = {'name': 'x', 'items': [1, 2.5, 'three', (4, 5)], 'more': {'a': [1, 2], 'b': None}}
NUMBERS = list(range(200))
RECORDS = [{'id': i, 'name': f'user {i}', 'score': i * 1.5, 'tags': ['a', 'b'], 'ok': i % 2 == 0} for i in range(50)]
JSON = json.dumps(RECORDS)
SMALL = json.dumps(TREE)
ROWS = [[str(i), f'name {i}', '3.5', 'a,b' if i % 9 == 0 else 'plain'] for i in range(100)]
BUFFER = io.StringIO()
csv.writer(BUFFER).writerows(ROWS)
TABLE = BUFFER.getvalue()
DAY = datetime.datetime(2024, 5, 17, 13, 45, 7, 123456)
HOUR = datetime.timedelta(hours=1, seconds=3)
ONE, OTHER = fractions.Fraction(3, 7), fractions.Fraction(22, 9)
FLOATS = [i * 0.37 % 11 for i in range(100)]
TEXT = ' '.join(WORDS * 6)
LOG = '\n'.join(f'2024-05-17 12:00:{i:02} INFO user{i} took {i * 7} ms' for i in range(40))
LINE = re.compile(r'(\d+)-(\d+)-(\d+) (\S+) (\w+) (\w+) took (\d+) ms')
WORD = re.compile(r'\w+')
URL = 'https://user@example.org:8080/a/b/c.html;p?q=1&r=two%20words#part'
PATH = pathlib.Path('/usr/local/lib/python/site.tar.gz')
IDENTITY = uuid.UUID('12345678-1234-5678-1234-567812345678')
logging.getLogger('quiet').addHandler(logging.NullHandler())
logging.getLogger('quiet').propagate = False
LOUD = logging.getLogger('loud')
LOUD.propagate = False
LOUD.setLevel(logging.INFO)
WRITTEN = logging.StreamHandler(io.StringIO())
WRITTEN.setFormatter(logging.Formatter('%(asctime)s %(levelname)s %(name)s %(message)s'))
LOUD.addHandler(WRITTEN)


@dataclasses.dataclass
class Item:
    name: str
    price: float
    count: int = 0
    tags: list = dataclasses.field(default_factory=list)


@dataclasses.dataclass(frozen=True, order=True)
class Version:
    major: int
    minor: int


class Node:
    def __init__(self, value):
        self.value = value
        self.children = []


class Circle:
    @functools.cached_property
    def area(self):
        return 3


@functools.total_ordering
class Size:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __lt__(self, other):
        return self.n < other.n


@contextlib.contextmanager
def managed():
    yield 1


@functools.lru_cache(maxsize=None)
def remembered(n):
    return n


@functools.lru_cache(maxsize=100)
def bounded(n):
    return n


@functools.singledispatch
def dispatched(value):
    return value


@dispatched.register(int)
def _(value):
    return value


ITEM, OTHER_ITEM = Item('a', 1.5), Item('a', 1.5)
OLD, NEW = Version(1, 2), Version(1, 3)
NODE = Node(1)
NODE.children = [Node(2), Node(3)]
CIRCLE = Circle()
DOUBLE = functools.partial(max, 3)
SIZES = Size(1), Size(2)
CELLS = weakref.WeakValueDictionary({'a': NODE})
REFERENCE = weakref.ref(NODE)
SPREAD = itertools.count()


@operation(300)
def collections_namedtuple(): Point(1, 2)
@operation(1000)
def collections_field(): POINT.x
@operation(200)
def collections_replace(): POINT._replace(x=5)
@operation(60)
def collections_counter(): collections.Counter(WORDS)
@operation(60)
def collections_most_common(): COUNTER.most_common(3)
@operation(300)
def collections_move(): ORDERED.move_to_end('fox')
@operation(300)
def collections_chain(): CHAINED['b']
@operation(60)
def collections_ordered(): collections.OrderedDict.fromkeys(WORDS)

@operation(150)
def contextlib_manager():
    with managed(): pass
@operation(300)
def contextlib_suppress():
    with contextlib.suppress(KeyError): pass
@operation(100)
def contextlib_stack():
    with contextlib.ExitStack() as stack: stack.callback(nothing)
@operation(200)
def contextlib_null():
    with contextlib.nullcontext(): pass

@operation(30)
def copy_tree(): copy.deepcopy(TREE)
@operation(20)
def copy_numbers(): copy.deepcopy(NUMBERS)
@operation(20)
def copy_node(): copy.deepcopy(NODE)
@operation(60)
def copy_shallow(): copy.copy(NODE)
@operation(200)
def copy_list(): copy.copy(NUMBERS)
@operation(4)
def copy_records(): copy.deepcopy(RECORDS)

@operation(8)
def csv_rows(): list(csv.reader(io.StringIO(TABLE)))
@operation(8)
def csv_dicts(): list(csv.DictReader(io.StringIO(TABLE)))
@operation(8)
def csv_write(): csv.writer(io.StringIO()).writerows(ROWS)

@operation(200)
def dataclasses_make(): Item('a', 1.5)
@operation(200)
def dataclasses_equal(): ITEM == OTHER_ITEM
@operation(100)
def dataclasses_repr(): repr(ITEM)
@operation(100)
def dataclasses_order(): OLD < NEW
@operation(100)
def dataclasses_frozen(): Version(1, 2)
@operation(60)
def dataclasses_asdict(): dataclasses.asdict(ITEM)
@operation(60)
def dataclasses_replace(): dataclasses.replace(ITEM, count=3)

@operation(200)
def datetime_now(): datetime.datetime.now()
@operation(200)
def datetime_add(): DAY + HOUR
@operation(200)
def datetime_difference(): DAY - DAY
@operation(200)
def datetime_make(): datetime.datetime(2024, 5, 17, 13, 45)
@operation(200)
def datetime_delta(): datetime.timedelta(minutes=5)
@operation(100)
def datetime_strftime(): DAY.strftime('%Y-%m-%d %H:%M:%S')
@operation(200)
def datetime_isoformat(): DAY.isoformat()
@operation(200)
def datetime_fromisoformat(): datetime.datetime.fromisoformat('2024-05-17T13:45:07')
@operation(50)
def datetime_strptime(): datetime.datetime.strptime('2024-05-17 13:45', '%Y-%m-%d %H:%M')
@operation(200)
def datetime_compare(): DAY < DAY
@operation(200)
def datetime_replace(): DAY.replace(hour=3)
@operation(200)
def datetime_date(): datetime.date(2024, 5, 17).weekday()

@operation(60)
def fractions_add(): ONE + OTHER
@operation(60)
def fractions_multiply(): ONE * OTHER
@operation(60)
def fractions_make(): fractions.Fraction(21, 35)
@operation(60)
def fractions_less(): ONE < OTHER
@operation(40)
def fractions_parse(): fractions.Fraction('3/7')

@operation(300)
def functools_partial(): DOUBLE(4)
@operation(300)
def functools_hit(): remembered(5)
@operation(200)
def functools_miss(): remembered(next(SPREAD))
@operation(200)
def functools_bounded(): bounded(next(SPREAD))
@operation(30)
def functools_reduce(): functools.reduce(max, NUMBERS)
@operation(500)
def functools_cached(): CIRCLE.area
@operation(100)
def functools_total(): SIZES[0] >= SIZES[1]
@operation(100)
def functools_dispatch(): dispatched(3)

@operation(200)
def io_write():
    text = io.StringIO()
    for word in WORDS: text.write(word)
@operation(200)
def io_value():
    text = io.StringIO('abc')
    text.getvalue()
@operation(20)
def io_lines():
    for line in io.StringIO(LOG): pass
@operation(200)
def io_bytes():
    data = io.BytesIO()
    data.write(b'abc')
    data.write(b'defg')
    data.seek(0)
    data.read(4)
@operation(30)
def io_print():
    text = io.StringIO()
    for word in WORDS: print(word, 5, file=text)

@operation(40)
def itertools_groupby():
    for key, group in itertools.groupby(WORDS, len): list(group)
@operation(30)
def itertools_product(): list(itertools.product(range(10), range(10)))
@operation(30)
def itertools_combinations(): list(itertools.combinations(range(10), 3))
@operation(30)
def itertools_permutations(): list(itertools.permutations(range(5)))
@operation(60)
def itertools_islice(): list(itertools.islice(NUMBERS, 10, 60))
@operation(30)
def itertools_accumulate(): list(itertools.accumulate(NUMBERS))
@operation(30)
def itertools_chain(): list(itertools.chain(NUMBERS, WORDS))
@operation(30)
def itertools_longest(): list(itertools.zip_longest(NUMBERS, WORDS))
@operation(30)
def itertools_takewhile(): list(itertools.takewhile(lambda n: n < 100, NUMBERS))
@operation(30)
def itertools_starmap(): list(itertools.starmap(max, zip(NUMBERS, NUMBERS)))

@operation(100)
def json_dump_small(): json.dumps(TREE)
@operation(100)
def json_load_small(): json.loads(SMALL)
@operation(5)
def json_dump_records(): json.dumps(RECORDS)
@operation(5)
def json_load_records(): json.loads(JSON)
@operation(5)
def json_dump_pretty(): json.dumps(RECORDS, indent=2)
@operation(40)
def json_dump_numbers(): json.dumps(NUMBERS)
@operation(100)
def json_dump_sorted(): json.dumps(TREE, sort_keys=True)

@operation(200)
def logging_off(): LOUD.debug('value %s', 5)
@operation(40)
def logging_null(): logging.getLogger('quiet').warning('value %s', 5)
@operation(20)
def logging_written(): LOUD.info('value %s of %d', 'a', 5)

@operation(100)
def os_join(): os.path.join('usr', 'lib', 'x.py')
@operation(100)
def os_split(): os.path.split('/usr/lib/x.py')
@operation(100)
def os_splitext(): os.path.splitext('/usr/lib/x.tar.gz')
@operation(100)
def os_basename(): os.path.basename('/usr/lib/x.py')
@operation(60)
def os_normpath(): os.path.normpath('/usr//lib/../x.py')
@operation(100)
def os_environ(): os.environ.get('HOME')

@operation(60)
def pathlib_make(): pathlib.Path('/usr/lib/x.py')
@operation(60)
def pathlib_join(): PATH / 'more'
@operation(200)
def pathlib_name(): PATH.name
@operation(200)
def pathlib_suffix(): PATH.suffix
@operation(60)
def pathlib_parent(): PATH.parent
@operation(60)
def pathlib_with(): PATH.with_suffix('.py')
@operation(200)
def pathlib_text(): str(PATH)

@operation(300)
def random_randint(): random.randint(1, 100)
@operation(300)
def random_choice(): random.choice(WORDS)
@operation(300)
def random_uniform(): random.uniform(1, 2)
@operation(20)
def random_shuffle(): random.shuffle(NUMBERS[:100])
@operation(50)
def random_sample(): random.sample(NUMBERS, 5)
@operation(200)
def random_gauss(): random.gauss(0, 1)
@operation(50)
def random_choices(): random.choices(WORDS, k=10)
@operation(200)
def random_expovariate(): random.expovariate(1.5)

@operation(100)
def re_match(): LINE.match('2024-05-17 12:00:00 INFO user5 took 35 ms')
@operation(10)
def re_findall(): WORD.findall(TEXT)
@operation(5)
def re_log(): LINE.findall(LOG)
@operation(100)
def re_cached(): re.match(r'\d+', '123 abc')
@operation(20)
def re_sub(): re.sub(r'o\w', '-', TEXT)
@operation(20)
def re_split(): re.split(r'[ ,]+', TEXT)
@operation(30)
def re_search(): re.search(r'wall$', TEXT)
@operation(20)
def re_function(): WORD.sub(lambda found: found.group().upper(), 'a quick brown fox')

@operation(10)
def statistics_mean(): statistics.mean(FLOATS)
@operation(10)
def statistics_whole(): statistics.mean(NUMBERS)
@operation(60)
def statistics_median(): statistics.median(FLOATS)
@operation(10)
def statistics_stdev(): statistics.stdev(FLOATS)
@operation(10)
def statistics_variance(): statistics.pvariance(NUMBERS)
@operation(30)
def statistics_fmean(): statistics.fmean(FLOATS)
@operation(30)
def statistics_mode(): statistics.mode(WORDS)

@operation(10)
def textwrap_wrap(): textwrap.wrap(TEXT, 40)
@operation(30)
def textwrap_dedent(): textwrap.dedent('    a\n      b\n    c\n')
@operation(30)
def textwrap_indent(): textwrap.indent('a\nb\nc\n', '  ')
@operation(10)
def textwrap_shorten(): textwrap.shorten(TEXT, 60)

@operation(60)
def urllib_quote(): urllib.parse.quote('two words & more/ä')
@operation(60)
def urllib_unquote(): urllib.parse.unquote('two%20words%20%26%20more')
@operation(60)
def urllib_parse(): urllib.parse.urlparse(URL)
@operation(30)
def urllib_encode(): urllib.parse.urlencode({'q': 'two words', 'n': 5})
@operation(30)
def urllib_query(): urllib.parse.parse_qs('q=1&r=two%20words&q=3')
@operation(30)
def urllib_join(): urllib.parse.urljoin(URL, '../d.html')

@operation(60)
def uuid_random(): uuid.uuid4()
@operation(100)
def uuid_text(): str(IDENTITY)
@operation(60)
def uuid_parse(): uuid.UUID('12345678-1234-5678-1234-567812345678')
@operation(40)
def uuid_named(): uuid.uuid5(uuid.NAMESPACE_DNS, 'example.org')

@operation(200)
def weakref_make(): weakref.ref(NODE)
@operation(300)
def weakref_call(): REFERENCE()
@operation(100)
def weakref_get(): CELLS.get('a')
@operation(60)
def weakref_set(): CELLS['b'] = NODE
@operation(100)
def weakref_new(): weakref.ref(Node(1))


print('squares', nanoseconds(squares, 20) / 2000)
for name, (count, function) in OPERATIONS.items():
    print(name, round(nanoseconds(function, count), 1))
