import difflib
from difflib import SequenceMatcher, get_close_matches

print(SequenceMatcher(None, 'abcd', 'bcde').ratio(), SequenceMatcher(None, '', '').ratio())
print(SequenceMatcher(lambda x: x == ' ', 'private Thread currentThread;', 'private volatile Thread currentThread;').ratio())
matcher = SequenceMatcher(None, 'qabxcd', 'abycdf')
print(matcher.get_matching_blocks(), matcher.find_longest_match(0, 6, 0, 6))
for code in matcher.get_opcodes():
    print(*code)
print(matcher.quick_ratio(), matcher.real_quick_ratio())
print(SequenceMatcher(lambda x: x == ' ', ' abcd', 'abcd abcd').find_longest_match(0, 5, 0, 9))
print(get_close_matches('appel', ['ape', 'apple', 'peach', 'puppy']), get_close_matches('thred', ['thread', 'threat', 'tread'], 2))
print(get_close_matches('x', ['abc']), get_close_matches('wheel', ['Wheel', 'heel', 'while'], cutoff=0.7))
long = 'x' * 150 + 'abc' * 30
print(SequenceMatcher(None, long, long[::-1]).ratio(), SequenceMatcher(None, long, long[::-1], autojunk=False).ratio())

old = 'one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\nten\n'.splitlines(keepends=True)
new = 'one\n2\nthree\nfour\nfive\nsix\nseven\neight\nnine\nninety\nten\n'.splitlines(keepends=True)
print(''.join(difflib.unified_diff(old, new, 'old.txt', 'new.txt')), end='')
print(''.join(difflib.unified_diff(old, new, 'old', 'new', '2020', '2021', n=0)), end='')
print('|'.join(difflib.unified_diff(['a'], [], lineterm='')))
print(list(difflib.unified_diff(old, old)))
print(''.join(difflib.context_diff(old, new, 'old.txt', 'new.txt', n=1)), end='')
for wrong in (lambda: get_close_matches('a', [], 0), lambda: get_close_matches('a', [], cutoff=2), lambda: list(difflib.unified_diff([1], ['a']))):
    try:
        wrong()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
# expect:
# 0.75 1.0
# 0.8656716417910447
# [Match(a=1, b=0, size=2), Match(a=4, b=3, size=2), Match(a=6, b=6, size=0)] Match(a=1, b=0, size=2)
# delete 0 1 0 0
# equal 1 3 0 2
# replace 3 4 2 3
# equal 4 6 3 5
# insert 6 6 5 6
# 0.6666666666666666 1.0
# Match(a=1, b=0, size=4)
# ['apple', 'ape'] ['thread', 'tread']
# [] ['heel', 'Wheel']
# 0.0 0.625
# --- old.txt
# +++ new.txt
# @@ -1,5 +1,5 @@
#  one
# -two
# +2
#  three
#  four
#  five
# @@ -7,4 +7,5 @@
#  seven
#  eight
#  nine
# +ninety
#  ten
# --- old	2020
# +++ new	2021
# @@ -2 +2 @@
# -two
# +2
# @@ -9,0 +10 @@
# +ninety
# --- |+++ |@@ -1 +0,0 @@|-a
# []
# *** old.txt
# --- new.txt
# ***************
# *** 1,3 ****
#   one
# ! two
#   three
# --- 1,3 ----
#   one
# ! 2
#   three
# ***************
# *** 9,10 ****
# --- 9,11 ----
#   nine
# + ninety
#   ten
# ValueError n must be > 0: 0
# ValueError cutoff must be in [0.0, 1.0]: 2
# TypeError lines to compare must be str, not int (1)
