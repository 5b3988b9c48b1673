# A program's own object is given each piece of what is printed; complex numbers of objects that say what they are.
import cmath
import contextlib
import io
import sys


class Pieces:
    def __init__(self):
        self.pieces = []

    def write(self, text):
        self.pieces.append(text)

    def flush(self):
        self.pieces.append('flushed')


class Marked(io.StringIO):
    def write(self, text):
        if text.strip():
            return super().write('> ' + text + '\n')
        return 0


pieces = Pieces()
print('a', 1, [2], file=pieces)
print('b', 'c', sep='', end='', file=pieces, flush=True)
print(file=pieces)
print(pieces.pieces)

standard, sys.stdout = sys.stdout, Pieces()
print('x', 'y')
pieces, sys.stdout = sys.stdout, standard
print(pieces.pieces)

with contextlib.redirect_stdout(Marked()) as marked:
    print('one', 'two')
    print('three')
print(repr(marked.getvalue()))
plain = io.StringIO()
print(1, 2, sep='-', file=plain)
print(repr(plain.getvalue()))
try:
    print(1, sep=2, file=plain)
except TypeError as problem:
    print(problem)


class Complex:
    def __complex__(self):
        return 3 + 4j


class Real:
    def __float__(self):
        return 2.5


class Whole:
    def __index__(self):
        return 4


class Wrong:
    def __complex__(self):
        return 1


print(complex(Complex()), complex(Real()), complex(Whole()), complex(Complex(), 1), complex(1, Real()), complex(2, Whole()))
print(complex(real=Real(), imag=Complex() and 1), cmath.sqrt(Whole()), cmath.sqrt(Complex()), abs(complex(Complex())))
for wrong in (Wrong, Pieces):
    try:
        complex(wrong())
    except TypeError as problem:
        print(problem)
try:
    complex(1, Complex())
except TypeError as problem:
    print(problem)

# expect:
# ['a', ' ', '1', ' ', '[2]', '\n', 'b', '', 'c', '', 'flushed', '\n']
# ['x', ' ', 'y', '\n']
# '> one\n> two\n> three\n'
# '1-2\n'
# sep must be None or a string, not int
# (3+4j) (2.5+0j) (4+0j) (3+5j) (1+2.5j) (2+4j)
# (2.5+1j) (2+0j) (2+1j) 5.0
# __complex__ returned non-complex (type int)
# complex() first argument must be a string or a number, not 'Pieces'
# complex() second argument must be a number, not 'Complex'
