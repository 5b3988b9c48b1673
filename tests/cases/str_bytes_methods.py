print('a,b,c'.rsplit(',', 1), ' a b  c '.rsplit(None, 1), ' a b  c '.rsplit(), 'abc'.removeprefix('a'), 'abc'.removesuffix('bc'))
print('hello world'.translate(str.maketrans('lo', '01')), 'abc'.translate({97: 'X', 98: None}), str.maketrans({'a': 'b', 99: None}), 'hello'.translate(str.maketrans('', '', 'l')))
print('a\tbc\td'.expandtabs(), 'a\tb'.expandtabs(4), 'Straße'.casefold(), 'abcabc'.rindex('c'), 'x'.isascii(), '²'.isdigit(), '²'.isdecimal(), '½'.isnumeric(), 'a b'.isprintable(), 'ab_1'.isidentifier(), 'Hello World'.istitle())
print('one\ntwo\r\nthree\x0bfour\u2028five'.splitlines(), 'a\n\nb'.splitlines(True), 'abc'.startswith('b', 1), 'abc'.endswith(('x', 'b'), 0, 2), 'a-b-c'.split(sep='-', maxsplit=1))
print(b'a,b,c'.rsplit(b',', 1), b'abc'.center(9, b'*'), b'abc'.title(), b'aBc'.swapcase(), b'abc'.capitalize(), b'42'.zfill(5), b'a\tb'.expandtabs(4), b'abc'.translate(bytes.maketrans(b'a', b'z')), b'abc'.translate(None, b'b'), b'ab'.removeprefix(b'a'), b'Ab'.istitle(), b'ab'.islower())
print(bytearray(b'abc').ljust(5, b'.'), bytearray(b'x y').rsplit())
print(' \x1c a'.split(), 'a\x1cb'.isspace(), '\x1c '.isspace(), '{a} {b}'.format_map({'a': 1, 'b': 2}))
try: 'a'.rindex('z')
except ValueError as e: print(e)
try: 'a'.startswith(1)
except TypeError as e: print(e)
try: 'a'.startswith(('a', 1))
except TypeError as e: print(e)
try: 'ab'.startswith(('c', 1))
except TypeError as e: print(e)
class D(dict):
    def __missing__(self, k): return '<' + k + '>'
print('{x}-{y}'.format_map(D(x=1)))

# expect:
# ['a,b', 'c'] [' a b', 'c'] ['a', 'b', 'c'] bc a
# he001 w1r0d Xc {97: 'b', 99: None} heo
# a       bc      d a   b strasse 5 True True False True True True True
# ['one', 'two', 'three', 'four', 'five'] ['a\n', '\n', 'b'] True True ['a', 'b-c']
# [b'a,b', b'c'] b'***abc***' b'Abc' b'AbC' b'Abc' b'00042' b'a   b' b'zbc' b'ac' b'b' True True
# bytearray(b'abc..') [bytearray(b'x'), bytearray(b'y')]
# ['a'] False True 1 2
# substring not found
# startswith first arg must be str or a tuple of str, not int
# tuple for startswith must only contain str, not int
# 1-<y>
