s = 'The quick brown fox'
print(s.split(), s.lower().count('o'), s.find('q'), s.index('b'), s.replace('quick', 'slow'), s[::-1], s.title(), s.swapcase(), s.partition(' '), s.rpartition(' '), s.startswith(('A', 'The')))
print('a,b,,c'.split(','), 'a,b,,c'.split(',', 1), 'a b  c'.rsplit(None, 1), '  x '.strip(), 'xxaxx'.strip('x'), 'l1\nl2\r\nl3'.splitlines(), 'l1\nl2'.splitlines(True), '-'.join('abc'), 'abc'.zfill(5), '-5'.zfill(4))
print('abc' < 'abd', 'a' * 3, 'b' in 'abc', 'x'.isalpha(), '12'.isdigit(), ' '.isspace(), 'aB1'.isalnum(), 'Ab'.istitle(), 'é'.upper(), 'ß'.upper(), 'İ'.lower(), 'ǆ'.title(), '٣'.isdigit(), '½'.isnumeric(), 'abc'.isidentifier())
print('hello'.translate(str.maketrans('el', 'ip')), 'hello'.translate(str.maketrans({'h': 'J', 'o': None})), 'aXbXc'.casefold(), 'prefix_x'.removeprefix('prefix_'), 'x.py'.removesuffix('.py'), 'a\tb'.expandtabs(), 'abc'.center(9, '*'), 'é'.encode(), '日本'.encode('utf-16-le'), 'x'.ljust(3) + '|')
print([c for c in 'a😀b'], len('😀'), ord('😀'), '\N{BULLET}', 'caf\u0065\u0301', max('hello'), sorted('hello'), ''.join(reversed('abc')), 'abcabc'.rfind('b'), 'a-b_c'.replace('-', ' ').replace('_', ' ').split())
from collections import Counter
print(Counter('mississippi').most_common(2), Counter(a=3) - Counter(a=1), Counter('aab') & Counter('ab'), Counter('ab') | Counter('b'), +Counter(a=-1, b=2), list(Counter(a=2).elements()), Counter('abc').total())
import textwrap, string
print(textwrap.fill('the quick brown fox jumps over the lazy dog', 20), textwrap.dedent('  a\n   b'), textwrap.shorten('hello big world', 10), string.ascii_lowercase, string.punctuation, string.capwords('a b'))
def caesar(t, k): return ''.join(chr((ord(c) - 97 + k) % 26 + 97) if c.islower() else c for c in t)
print(caesar('hello, world', 3), caesar(caesar('hello', 5), -5))
words = 'it was the best of times it was the worst of times'.split()
freq = {}
for w in words: freq[w] = freq.get(w, 0) + 1
print(sorted(freq.items(), key=lambda kv: (-kv[1], kv[0])), max(freq, key=freq.get))
try: 'abc'.index('z')
except ValueError as e: print(e)
try: 'a' + 1
except TypeError as e: print(e)
try: 'x'.join([1])
except TypeError as e: print(e)

# expect:
# ['The', 'quick', 'brown', 'fox'] 2 4 10 The slow brown fox xof nworb kciuq ehT The Quick Brown Fox tHE QUICK BROWN FOX ('The', ' ', 'quick brown fox') ('The quick brown', ' ', 'fox') True
# ['a', 'b', '', 'c'] ['a', 'b,,c'] ['a b', 'c'] x a ['l1', 'l2', 'l3'] ['l1\n', 'l2'] a-b-c 00abc -005
# True aaa True True True True True True É SS i̇ ǅ True True True
# hippo Jell axbxc x x a       b ***abc*** b'\xc3\xa9' b'\xe5e,g' x  |
# ['a', '😀', 'b'] 1 128512 • café o ['e', 'h', 'l', 'l', 'o'] cba 4 ['a', 'b', 'c']
# [('i', 4), ('s', 4)] Counter({'a': 2}) Counter({'a': 1, 'b': 1}) Counter({'a': 1, 'b': 1}) Counter({'b': 2}) ['a', 'a'] 3
# the quick brown fox
# jumps over the lazy
# dog a
#  b [...] abcdefghijklmnopqrstuvwxyz !"#$%&'()*+,-./:;<=>?@[\]^_`{|}~ A B
# khoor, zruog hello
# [('it', 2), ('of', 2), ('the', 2), ('times', 2), ('was', 2), ('best', 1), ('worst', 1)] it
# substring not found
# can only concatenate str (not "int") to str
# sequence item 0: expected str instance, int found
