# Operators of what is derived from numbers and texts: those of the built-in type, unless a class has its own.
import enum


class Number(int):
    pass


class Loud(int):
    def __add__(self, other):
        return f'{int(self)} plus {other}'

    def __rmul__(self, other):
        return f'{other} times {int(self)}'

    def __isub__(self, other):
        return 'less'


class Real(float):
    pass


class Text(str):
    pass


class Colour(enum.IntEnum):
    RED = 1
    GREEN = 2


class Word(enum.StrEnum):
    HI = 'hi'


def show(value):
    print(type(value).__name__, value)


three, two_and_half, text = Number(3), Real(2.5), Text('ab')
for value in (three + 1, 1 + three, three + three, three ** 2, three // 2, three / 2, 7 % three, three << 2, three | 4,
              -three + three, three * 2.0, three + True, Number(2 ** 70) + three, three - Number(2 ** 70), three & 1,
              two_and_half * 2, two_and_half + three, three - two_and_half, two_and_half % 2, divmod(three, 2),
              text + 'c', 'c' + text, text + text, text * 2, 2 * text, text % (), '%s' % text, '%s' % Word.HI,
              Colour.RED + 1, Colour.GREEN * Colour.GREEN, Colour.RED | Colour.GREEN, Colour.GREEN - 0.5, 10 // Colour.GREEN,
              Word.HI + '!', '<' + Word.HI, three ** -1, (-three) ** 0.5, three @ 2 if False else 0):
    show(value)

loud = Loud(5)
for value in (loud + 1, loud + three, 1 + loud, three + loud, 2 * loud, loud * 2, three * loud, loud - 1, 1 - loud):
    show(value)
loud -= 1
show(loud)
three += 1
show(three)
text += 'c'
show(text)

for ask in (lambda: Number(1) // 0, lambda: Number(1) + 'a', lambda: 'a' + Number(1), lambda: Text('a') - 'b',
            lambda: Colour.RED / 0, lambda: Real(1) % 0, lambda: Text('a') + b'b', lambda: Number(1) << -1,
            lambda: Number(1) @ 2, lambda: Word.HI + 1):
    try:
        print(ask())
    except Exception as error:
        print(type(error).__name__, error)
# expect:
# int 4
# int 4
# int 6
# int 9
# int 1
# float 1.5
# int 1
# int 12
# int 7
# int 0
# float 6.0
# int 4
# int 1180591620717411303427
# int -1180591620717411303421
# int 1
# float 5.0
# float 5.5
# float 0.5
# float 0.5
# tuple (1, 1)
# str abc
# str cab
# str abab
# str abab
# str abab
# Text ab
# str ab
# str hi
# int 2
# int 4
# int 3
# float 1.5
# int 5
# str hi!
# str <hi
# float 0.3333333333333333
# complex (1.0605752387249068e-16+1.7320508075688772j)
# int 0
# str 5 plus 1
# str 5 plus 3
# int 6
# int 8
# str 2 times 5
# int 10
# int 15
# int 4
# int -4
# str less
# int 4
# str abc
# ZeroDivisionError integer division or modulo by zero
# TypeError unsupported operand type(s) for +: 'Number' and 'str'
# TypeError can only concatenate str (not "Number") to str
# TypeError unsupported operand type(s) for -: 'Text' and 'str'
# ZeroDivisionError division by zero
# ZeroDivisionError float modulo
# TypeError can only concatenate str (not "bytes") to str
# ValueError negative shift count
# TypeError unsupported operand type(s) for @: 'Number' and 'int'
# TypeError can only concatenate str (not "int") to str
