# What CPython works out when it compiles comes out as it would when executed, and what fails fails when it is executed.
import dis


def show(*values):
    for value in values:
        print(type(value).__name__, repr(value))

show(2 ** 31, 2 ** 64 - 1, 60 * 60 * 24, -7 // 2, -7 % 3, 7 % -3, 1 / 3, 7 / 2, 1 << 40, -1 >> 3, 6 & 3 | 8, 5 ^ 1, ~5, -True, +True)
show(not 0, not 'a', True & False, True | True, True ^ 1, True + True, 0.1 + 0.2, 1.5 * 2, 3 - 0.5, 1e308 * 10, -0.0, 0.0 * -1)
show('ab' + 'cd', 'ab' * 3, 3 * b'x', b'a' + b'b', (1, 2) + (3,), (1, 2) * 2, 'a' * 0, 'a' * -1, () * 5)
show(2 ** 0, 0 ** 0, 0 ** 5, 1 ** 100, (-2) ** 3, 2 ** -1, 2 ** 0.5, 10 ** 30 // 10 ** 15, 2 ** 200 > 1, 1 << 200 == 2 ** 200)
show(len('a' * 5000), len((1, 2) * 200), 7 // 2.0, -7 % 2.5, 10 ** 20 / 10 ** 3, 9007199254740993 / 1, 3 + 4j, -1j)

for text in ('1 // 0', '1 % 0', '1 / 0', '1.0 / 0', '1 << -1', '"a" + 1', '"a" * "b"', '(1,) + [1]', '-"a"', '~1.5', '1 @ 1',
             '0 ** -1', '"%d" % "a"', '2.0 ** 100000', '1 >> -1', '"a" * 2 ** 80'):
    try:
        show(eval(text))
    except Exception as error:
        print(text, type(error).__name__, error)


def loop(n):
    seed = 1
    for _ in range(n):
        seed = (seed * 1103515245 + 12345) % 2 ** 31
    return seed

print(loop(5), 2 ** 31 in loop.__code__.co_consts, 2 in loop.__code__.co_consts)


def branches(x):
    if 1 + 1 == 3:
        return 'compared'
    if 1 - 1:
        return 'never'
    while 2 * 0:
        return 'never'
    return 'end' if 3 - 2 else 'never'

print(branches(0))


def documented():
    'a' + 'b'

print(documented.__doc__)
print([instruction.opname for instruction in dis.get_instructions(lambda x: x + 2 * 3 * 4)])
print([instruction.argval for instruction in dis.get_instructions(lambda x: x * 2 * 3) if instruction.opname == 'LOAD_CONST'])
# expect:
# int 2147483648
# int 18446744073709551615
# int 86400
# int -4
# int 2
# int -2
# float 0.3333333333333333
# float 3.5
# int 1099511627776
# int -1
# int 10
# int 4
# int -6
# int -1
# int 1
# bool True
# bool False
# bool False
# bool True
# int 0
# int 2
# float 0.30000000000000004
# float 3.0
# float 2.5
# float inf
# float -0.0
# float -0.0
# str 'abcd'
# str 'ababab'
# bytes b'xxx'
# bytes b'ab'
# tuple (1, 2, 3)
# tuple (1, 2, 1, 2)
# str ''
# str ''
# tuple ()
# int 1
# int 1
# int 0
# int 1
# int -8
# float 0.5
# float 1.4142135623730951
# int 1000000000000000
# bool True
# bool True
# int 5000
# int 400
# float 3.0
# float 0.5
# float 1e+17
# float 9007199254740992.0
# complex (3+4j)
# complex (-0-1j)
# 1 // 0 ZeroDivisionError integer division or modulo by zero
# 1 % 0 ZeroDivisionError integer modulo by zero
# 1 / 0 ZeroDivisionError division by zero
# 1.0 / 0 ZeroDivisionError float division by zero
# 1 << -1 ValueError negative shift count
# "a" + 1 TypeError can only concatenate str (not "int") to str
# "a" * "b" TypeError can't multiply sequence by non-int of type 'str'
# (1,) + [1] TypeError can only concatenate tuple (not "list") to tuple
# -"a" TypeError bad operand type for unary -: 'str'
# ~1.5 TypeError bad operand type for unary ~: 'float'
# 1 @ 1 TypeError unsupported operand type(s) for @: 'int' and 'int'
# 0 ** -1 ZeroDivisionError 0.0 cannot be raised to a negative power
# "%d" % "a" TypeError %d format: a real number is required, not str
# 2.0 ** 100000 OverflowError (34, 'Numerical result out of range')
# 1 >> -1 ValueError negative shift count
# "a" * 2 ** 80 OverflowError cannot fit 'int' into an index-sized integer
# 2035015474 True False
# end
# None
# ['RESUME', 'LOAD_FAST', 'LOAD_CONST', 'BINARY_OP', 'RETURN_VALUE']
# [2, 3]
