"""A lexer for small languages, digits of base 85, and rounding by methods of derived numbers."""
import base64, math, shlex, typing

def tokens(text, **named):
    changed = {name: named.pop(name) for name in ('whitespace', 'whitespace_split', 'commenters') if name in named}
    lexer = shlex.shlex(text, **named)
    for name, value in changed.items():
        setattr(lexer, name, value)
    try:
        return list(lexer)
    except ValueError as error:
        return error

print(tokens('a = "b c" # comment\nfoo(bar) x-y \'q\'z'))
print(tokens('a = "b c" # comment\nfoo(bar) x-y \'q\'z d\\ e "\\"\\n"', posix=True))
print(tokens("x && y || z; echo 'a b' >out.txt 2>&1", posix=True, punctuation_chars=True))
print(tokens('~/a;b(c)d -e=f*', punctuation_chars=True), tokens('a|b;c', punctuation_chars='|'))
print(tokens('a,b , "c,d"', posix=True, whitespace=',', whitespace_split=True))
print(tokens('"abc'), tokens('a\\', posix=True), tokens('', posix=True), tokens('""', posix=True), tokens('é ü', posix=True))
lexer = shlex.shlex('one two\nthree', infile='here')
print(lexer.get_token(), lexer.get_token(), lexer.lineno, lexer.get_token(), lexer.lineno, repr(lexer.get_token()), repr(lexer.eof))
lexer.push_token('again')
print(next(lexer), lexer.error_leader(), lexer.error_leader('there', 7), repr(lexer.punctuation_chars))
lexer = shlex.shlex('b')
lexer.push_source('a', 'inner')
print(lexer.infile, list(lexer), lexer.infile)
print(shlex.split("a 'b c' \"d\" e#f # no", posix=False), shlex.split("a 'b' # no", comments=True, posix=False))

print(base64.a85encode(b'hello world\0\0\0\0'), base64.a85decode(b'BOu!rz'), base64.a85decode(base64.a85encode(bytes(range(256)))) == bytes(range(256)))
print(base64.a85encode(b'x' * 20, wrapcol=10), base64.a85encode(b'abc', adobe=True), base64.a85decode(b'<~@:E^~>', adobe=True))
print(base64.a85encode(b'    ', foldspaces=True), base64.a85decode('y', foldspaces=True), base64.a85encode(b'\0\0'), base64.a85encode(b'ab', pad=True))
print(base64.a85encode(b'y' * 14, wrapcol=8, adobe=True), base64.a85encode(b''), base64.a85decode(b' @:\nE^ '))
for text, named in ((b'Bz', {}), (b'\x7f', {}), (b'uuuuu', {}), (b'abc', {'adobe': True}), (b'By', {'foldspaces': True})):
    try:
        print(base64.a85decode(text, **named))
    except ValueError as error:
        print(error)

print(typing.get_origin(typing.Annotated[int, 3]), typing.Annotated, typing.get_origin(typing.Annotated[int, 3]) is typing.Annotated)

class Measured(float):
    def __floor__(self): return 'floor'
    def __ceil__(self): return 'ceil'
    def __trunc__(self): return 'trunc'
class Counted(int):
    def __floor__(self): return 'floor'
    def __ceil__(self): return 'ceil'
    def __trunc__(self): return 'trunc'
class Plain(float): pass
for one in (Measured(2.5), Counted(2), Plain(-2.5), Plain(2.5)):
    print(math.floor(one), math.ceil(one), math.trunc(one), int(one), round(one))

# expect:
# ['a', '=', '"b c"', 'foo', '(', 'bar', ')', 'x', '-', 'y', "'q'", 'z']
# ['a', '=', 'b c', 'foo', '(', 'bar', ')', 'x', '-', 'y', 'qz', 'd e', '"\\n']
# ['x', '&&', 'y', '||', 'z', ';', 'echo', 'a b', '>', 'out.txt', '2', '>&', '1']
# ['~/a', ';', 'b', '(', 'c', ')', 'd', '-e=f*'] ['a', '|', 'b', ';', 'c']
# ['a', 'b ', ' c,d']
# No closing quotation No escaped character [] [''] ['é', 'ü']
# one two 2 three 2 '' ''
# again "here", line 2:  "there", line 7:  ''
# inner ['a', 'b'] None
# ['a', "'b c'", '"d"', 'e#f', '#', 'no'] ['a', "'b'"]
# b'BOu!rD]j7BEbo7d!!!!' b'hell\x00\x00\x00\x00' True
# b'G^+IXG^+IX\nG^+IXG^+IX\nG^+IX' b'<~@:E^~>' b'abc'
# b'y' b'    ' b'!!!' b'@:B3:'
# b'<~H$O[\\H\n$O[\\H$O[\n\\H$K~>' b'' b'abc'
# z inside Ascii85 5-tuple
# Non-Ascii85 digit found: 
# Ascii85 overflow
# Ascii85 encoded byte sequences must end with b'~>'
# y inside Ascii85 5-tuple
# <class 'typing.Annotated'> <class 'typing.Annotated'> True
# floor ceil trunc 2 2
# floor ceil trunc 2 2
# -3 -2 -2 -2 -2
# 2 3 2 2 2
