"""`difflib.ndiff`, and what `assertEqual` makes of it."""
import difflib, io, unittest
a = 'one\ntwo\nthree\nfour is here\ncommon\n\ttabbed line x\nlast'.splitlines(keepends=True)
b = 'ore\ntree\nemu\nfour was here\ncommon\n\ttabbed line y\nadded\nlast'.splitlines(keepends=True)
diff = list(difflib.ndiff(a, b))
print(''.join(diff))
print(list(difflib.restore(diff, 1)) == a, list(difflib.restore(diff, 2)) == b)
print(''.join(difflib.Differ().compare(['private Thread currentThread;\n', 'x\n', 'x\n'], ['private volatile Thread currentThread;\n', 'x\n'])))
print(''.join(difflib.ndiff(['a\n', 'b\n', 'c\n'], ['completely\n', 'different\n'])), difflib.IS_LINE_JUNK(' # \n'), difflib.IS_CHARACTER_JUNK('x'))
print(list(difflib.ndiff([], ['a'])), list(difflib.ndiff(['a'], [])), list(difflib.ndiff([], [])))
try:
    list(difflib.restore([], 3))
except ValueError as error:
    print(error)
pairs = [([1, 2], [1, 3]), ('hello world', 'hello there'), ('a\nb\nc', 'a\nx\nc'), ({'a': 1, 'b': 2}, {'a': 1, 'b': 3}), ((1, 2, 3), (1, 2)), ([], [1]), ({1, 2}, {2, 3}),
         (['x' * 30, 'y' * 30, 'z' * 30], ['x' * 30, 'w' * 30, 'z' * 30]), ('a\n', 'b\n'), (1, 2)]
for one, other in pairs:
    try:
        unittest.TestCase().assertEqual(one, other)
    except AssertionError as error:
        print(error)
        print('-----')
try:
    unittest.TestCase().assertEqual('a', 'b', 'with a message')
except AssertionError as error:
    print(error)
# expect:
# - one
# ?  ^
# + ore
# ?  ^
# - two
# - three
# ?  -
# + tree
# + emu
# - four is here
# ?      ^
# + four was here
# ?      ^^
#   common
# - 	tabbed line x
# ? 	            ^
# + 	tabbed line y
# ? 	            ^
# + added
#   last
# True True
# - private Thread currentThread;
# + private volatile Thread currentThread;
# ?       +++++++++
#   x
# - x
#
# + completely
# + different
# - a
# - b
# - c
#  True False
# ['+ a'] ['- a'] []
# unknown delta choice (must be 1 or 2): 3
# Lists differ: [1, 2] != [1, 3]
#
# First differing element 1:
# 2
# 3
#
# - [1, 2]
# ?     ^
#
# + [1, 3]
# ?     ^
#
# -----
# 'hello world' != 'hello there'
# - hello world
# + hello there
#
# -----
# 'a\nb\nc' != 'a\nx\nc'
#   a
# - b
# + x
#   c
# -----
# {'a': 1, 'b': 2} != {'a': 1, 'b': 3}
# - {'a': 1, 'b': 2}
# ?               ^
#
# + {'a': 1, 'b': 3}
# ?               ^
#
# -----
# Tuples differ: (1, 2, 3) != (1, 2)
#
# First tuple contains 1 additional elements.
# First extra element 2:
# 3
#
# - (1, 2, 3)
# ?      ---
#
# + (1, 2)
# -----
# Lists differ: [] != [1]
#
# Second list contains 1 additional elements.
# First extra element 0:
# 1
#
# - []
# + [1]
# ?  +
#
# -----
# Items in the first set but not the second:
# 1
# Items in the second set but not the first:
# 3
# -----
# Lists differ: ['xxx[26 chars]x', 'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyy', 'zzzzzzz[20 chars]zzz'] != ['xxx[26 chars]x', 'wwwwwwwwwwwwwwwwwwwwwwwwwwwwww', 'zzzzzzz[20 chars]zzz']
#
# First differing element 1:
# 'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyy'
# 'wwwwwwwwwwwwwwwwwwwwwwwwwwwwww'
#
#   ['xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
# -  'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyy',
# +  'wwwwwwwwwwwwwwwwwwwwwwwwwwwwww',
#    'zzzzzzzzzzzzzzzzzzzzzzzzzzzzzz']
# -----
# 'a\n' != 'b\n'
# - a
# + b
#
# -----
# 1 != 2
# -----
# 'a' != 'b'
# - a
# + b
#  : with a message
