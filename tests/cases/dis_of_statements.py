import dis
import io
import re
import time

def shown(x, **options):
    out = io.StringIO()
    dis.dis(x, file=out, **options)
    print(re.sub(r'<code object (\S+) at 0x\w+, file "[^"]*"', r'<code object \1', out.getvalue()), end='')


count = 0


def add(n):
    """Counts."""
    global count
    for _ in range(n):
        count += 1


def loops(items, limit):
    found = []
    while True:
        if not items:
            break
        for one in items:
            if one > limit:
                continue
            found.append(one)
        else:
            items = None
    while limit > 0 and found:
        limit -= 1
    return found


def guarded(lock, path):
    with lock:
        time.sleep(0.1)
    try:
        value = int(path, base=10)
    except (ValueError, TypeError) as error:
        print(error)
        return None
    except KeyError:
        pass
    else:
        value += 1
    finally:
        print('done')
    return value


def choices(x, y=(1, 2), *rest, key=None, **more):
    if x is None or y is not None and x < 3:
        assert key, 'no key'
    z = {'a': x, 'b': [1, 2, 3], 'c': {1, 2}}
    a, b = x, y
    a, b = b, a
    del z['a']
    return 0 < x <= 10, f'{x!r:>5} {y}', print(*rest, sep='', **more), x if y else -1


def generator(items):
    got = yield 1
    yield from [one * got for one in items if one]
    return sum(one for one in items)


async def awaits(lock, sleeper):
    async with lock:
        await sleeper(1)
    async for one in lock:
        print(one)


def around(n):
    def inner(x):
        nonlocal n
        n += x
        return lambda: n
    return inner


for function in (add, loops, guarded, choices, generator, awaits):
    print(function.__name__)
    shown(function)
print('around')
shown(around, depth=1)

# expect:
# add
#  15           0 RESUME                   0
#
#  18           2 LOAD_GLOBAL              1 (NULL + range)
#              14 LOAD_FAST                0 (n)
#              16 PRECALL                  1
#              20 CALL                     1
#              30 GET_ITER
#         >>   32 FOR_ITER                12 (to 58)
#              34 STORE_FAST               1 (_)
#
#  19          36 LOAD_GLOBAL              2 (count)
#              48 LOAD_CONST               1 (1)
#              50 BINARY_OP               13 (+=)
#              54 STORE_GLOBAL             1 (count)
#              56 JUMP_BACKWARD           13 (to 32)
#
#  18     >>   58 LOAD_CONST               2 (None)
#              60 RETURN_VALUE
# loops
#  22           0 RESUME                   0
#
#  23           2 BUILD_LIST               0
#               4 STORE_FAST               2 (found)
#
#  24           6 NOP
#
#  25     >>    8 LOAD_FAST                0 (items)
#              10 POP_JUMP_FORWARD_IF_TRUE     1 (to 14)
#
#  26          12 JUMP_FORWARD            36 (to 86)
#
#  27     >>   14 LOAD_FAST                0 (items)
#              16 GET_ITER
#         >>   18 FOR_ITER                30 (to 80)
#              20 STORE_FAST               3 (one)
#
#  28          22 LOAD_FAST                3 (one)
#              24 LOAD_FAST                1 (limit)
#              26 COMPARE_OP               4 (>)
#              32 POP_JUMP_FORWARD_IF_FALSE     1 (to 36)
#
#  29          34 JUMP_BACKWARD            9 (to 18)
#
#  30     >>   36 LOAD_FAST                2 (found)
#              38 LOAD_METHOD              0 (append)
#              60 LOAD_FAST                3 (one)
#              62 PRECALL                  1
#              66 CALL                     1
#              76 POP_TOP
#              78 JUMP_BACKWARD           31 (to 18)
#
#  32     >>   80 LOAD_CONST               0 (None)
#              82 STORE_FAST               0 (items)
#
#  24          84 JUMP_BACKWARD           39 (to 8)
#
#  33     >>   86 LOAD_FAST                1 (limit)
#              88 LOAD_CONST               2 (0)
#              90 COMPARE_OP               4 (>)
#              96 POP_JUMP_FORWARD_IF_FALSE    15 (to 128)
#              98 LOAD_FAST                2 (found)
#             100 POP_JUMP_FORWARD_IF_FALSE    13 (to 128)
#
#  34     >>  102 LOAD_FAST                1 (limit)
#             104 LOAD_CONST               3 (1)
#             106 BINARY_OP               23 (-=)
#             110 STORE_FAST               1 (limit)
#
#  33         112 LOAD_FAST                1 (limit)
#             114 LOAD_CONST               2 (0)
#             116 COMPARE_OP               4 (>)
#             122 POP_JUMP_FORWARD_IF_FALSE     2 (to 128)
#             124 LOAD_FAST                2 (found)
#             126 POP_JUMP_BACKWARD_IF_TRUE    13 (to 102)
#
#  35     >>  128 LOAD_FAST                2 (found)
#             130 RETURN_VALUE
# guarded
#  38           0 RESUME                   0
#
#  39           2 LOAD_FAST                0 (lock)
#               4 BEFORE_WITH
#               6 POP_TOP
#
#  40           8 LOAD_GLOBAL              1 (NULL + time)
#              20 LOAD_ATTR                1 (sleep)
#              30 LOAD_CONST               1 (0.1)
#              32 PRECALL                  1
#              36 CALL                     1
#              46 POP_TOP
#
#  39          48 LOAD_CONST               0 (None)
#              50 LOAD_CONST               0 (None)
#              52 LOAD_CONST               0 (None)
#              54 PRECALL                  2
#              58 CALL                     2
#              68 POP_TOP
#              70 JUMP_FORWARD            11 (to 94)
#         >>   72 PUSH_EXC_INFO
#              74 WITH_EXCEPT_START
#              76 POP_JUMP_FORWARD_IF_TRUE     4 (to 86)
#              78 RERAISE                  2
#         >>   80 COPY                     3
#              82 POP_EXCEPT
#              84 RERAISE                  1
#         >>   86 POP_TOP
#              88 POP_EXCEPT
#              90 POP_TOP
#              92 POP_TOP
#
#  41     >>   94 NOP
#
#  42          96 LOAD_GLOBAL              5 (NULL + int)
#             108 LOAD_FAST                1 (path)
#             110 LOAD_CONST               2 (10)
#             112 KW_NAMES                 3
#             114 PRECALL                  2
#             118 CALL                     2
#             128 STORE_FAST               2 (value)
#
#  49         130 LOAD_FAST                2 (value)
#             132 LOAD_CONST               4 (1)
#             134 BINARY_OP               13 (+=)
#             138 STORE_FAST               2 (value)
#             140 JUMP_FORWARD            72 (to 286)
#         >>  142 PUSH_EXC_INFO
#
#  43         144 LOAD_GLOBAL              6 (ValueError)
#             156 LOAD_GLOBAL              8 (TypeError)
#             168 BUILD_TUPLE              2
#             170 CHECK_EXC_MATCH
#             172 POP_JUMP_FORWARD_IF_FALSE    41 (to 256)
#             174 STORE_FAST               3 (error)
#
#  44         176 LOAD_GLOBAL             11 (NULL + print)
#             188 LOAD_FAST                3 (error)
#             190 PRECALL                  1
#             194 CALL                     1
#             204 POP_TOP
#
#  45         206 POP_EXCEPT
#             208 LOAD_CONST               0 (None)
#             210 STORE_FAST               3 (error)
#             212 DELETE_FAST              3 (error)
#
#  51         214 LOAD_GLOBAL             11 (NULL + print)
#             226 LOAD_CONST               5 ('done')
#             228 PRECALL                  1
#             232 CALL                     1
#             242 POP_TOP
#             244 LOAD_CONST               0 (None)
#             246 RETURN_VALUE
#         >>  248 LOAD_CONST               0 (None)
#             250 STORE_FAST               3 (error)
#             252 DELETE_FAST              3 (error)
#             254 RERAISE                  1
#
#  46     >>  256 LOAD_GLOBAL             12 (KeyError)
#             268 CHECK_EXC_MATCH
#             270 POP_JUMP_FORWARD_IF_FALSE     3 (to 278)
#             272 POP_TOP
#
#  47         274 POP_EXCEPT
#             276 JUMP_FORWARD             4 (to 286)
#
#  46     >>  278 RERAISE                  0
#         >>  280 COPY                     3
#             282 POP_EXCEPT
#             284 RERAISE                  1
#
#  51     >>  286 LOAD_GLOBAL             11 (NULL + print)
#             298 LOAD_CONST               5 ('done')
#             300 PRECALL                  1
#             304 CALL                     1
#             314 POP_TOP
#             316 JUMP_FORWARD            20 (to 358)
#         >>  318 PUSH_EXC_INFO
#             320 LOAD_GLOBAL             11 (NULL + print)
#             332 LOAD_CONST               5 ('done')
#             334 PRECALL                  1
#             338 CALL                     1
#             348 POP_TOP
#             350 RERAISE                  0
#         >>  352 COPY                     3
#             354 POP_EXCEPT
#             356 RERAISE                  1
#
#  52     >>  358 LOAD_FAST                2 (value)
#             360 RETURN_VALUE
# ExceptionTable:
#   6 to 46 -> 72 [1] lasti
#   72 to 78 -> 80 [3] lasti
#   86 to 86 -> 80 [3] lasti
#   96 to 128 -> 142 [0]
#   130 to 140 -> 318 [0]
#   142 to 174 -> 280 [1] lasti
#   176 to 204 -> 248 [1] lasti
#   206 to 212 -> 318 [0]
#   248 to 272 -> 280 [1] lasti
#   274 to 276 -> 318 [0]
#   278 to 278 -> 280 [1] lasti
#   280 to 284 -> 318 [0]
#   318 to 350 -> 352 [1] lasti
# choices
#  55           0 RESUME                   0
#
#  56           2 LOAD_FAST                0 (x)
#               4 POP_JUMP_FORWARD_IF_NONE     8 (to 22)
#               6 LOAD_FAST                1 (y)
#               8 POP_JUMP_FORWARD_IF_NONE    18 (to 46)
#              10 LOAD_FAST                0 (x)
#              12 LOAD_CONST               1 (3)
#              14 COMPARE_OP               0 (<)
#              20 POP_JUMP_FORWARD_IF_FALSE    12 (to 46)
#
#  57     >>   22 LOAD_FAST                2 (key)
#              24 POP_JUMP_FORWARD_IF_TRUE    10 (to 46)
#              26 LOAD_ASSERTION_ERROR
#              28 LOAD_CONST               2 ('no key')
#              30 PRECALL                  0
#              34 CALL                     0
#              44 RAISE_VARARGS            1
#
#  58     >>   46 LOAD_FAST                0 (x)
#              48 BUILD_LIST               0
#              50 LOAD_CONST               3 ((1, 2, 3))
#              52 LIST_EXTEND              1
#              54 LOAD_CONST               4 (1)
#              56 LOAD_CONST               5 (2)
#              58 BUILD_SET                2
#              60 LOAD_CONST               6 (('a', 'b', 'c'))
#              62 BUILD_CONST_KEY_MAP      3
#              64 STORE_FAST               5 (z)
#
#  59          66 LOAD_FAST                0 (x)
#              68 LOAD_FAST                1 (y)
#              70 STORE_FAST               7 (b)
#              72 STORE_FAST               6 (a)
#
#  60          74 LOAD_FAST                7 (b)
#              76 LOAD_FAST                6 (a)
#              78 STORE_FAST               7 (b)
#              80 STORE_FAST               6 (a)
#
#  61          82 LOAD_FAST                5 (z)
#              84 LOAD_CONST               7 ('a')
#              86 DELETE_SUBSCR
#
#  62          88 LOAD_CONST               8 (0)
#              90 LOAD_FAST                0 (x)
#              92 SWAP                     2
#              94 COPY                     2
#              96 COMPARE_OP               0 (<)
#             102 JUMP_IF_FALSE_OR_POP     5 (to 114)
#             104 LOAD_CONST               9 (10)
#             106 COMPARE_OP               1 (<=)
#             112 JUMP_FORWARD             2 (to 118)
#         >>  114 SWAP                     2
#             116 POP_TOP
#         >>  118 LOAD_FAST                0 (x)
#             120 LOAD_CONST              10 ('>5')
#             122 FORMAT_VALUE             6 (repr, with format)
#             124 LOAD_CONST              11 (' ')
#             126 LOAD_FAST                1 (y)
#             128 FORMAT_VALUE             0
#             130 BUILD_STRING             3
#             132 LOAD_GLOBAL              1 (NULL + print)
#             144 LOAD_FAST                3 (rest)
#             146 LOAD_CONST              12 ('sep')
#             148 LOAD_CONST              13 ('')
#             150 BUILD_MAP                1
#             152 LOAD_FAST                4 (more)
#             154 DICT_MERGE               1
#             156 CALL_FUNCTION_EX         1
#             158 LOAD_FAST                1 (y)
#             160 POP_JUMP_FORWARD_IF_FALSE     2 (to 166)
#             162 LOAD_FAST                0 (x)
#             164 JUMP_FORWARD             1 (to 168)
#         >>  166 LOAD_CONST              14 (-1)
#         >>  168 BUILD_TUPLE              4
#             170 RETURN_VALUE
# generator
#               0 MAKE_CELL                1 (got)
#
#  65           2 RETURN_GENERATOR
#               4 POP_TOP
#               6 RESUME                   0
#
#  66           8 LOAD_CONST               1 (1)
#              10 YIELD_VALUE
#              12 RESUME                   1
#              14 STORE_DEREF              1 (got)
#
#  67          16 LOAD_CLOSURE             1 (got)
#              18 BUILD_TUPLE              1
#              20 LOAD_CONST               2 (<code object <listcomp>, line 67>)
#              22 MAKE_FUNCTION            8 (closure)
#              24 LOAD_FAST                0 (items)
#              26 GET_ITER
#              28 PRECALL                  0
#              32 CALL                     0
#              42 GET_YIELD_FROM_ITER
#              44 LOAD_CONST               0 (None)
#         >>   46 SEND                     3 (to 54)
#              48 YIELD_VALUE
#              50 RESUME                   2
#              52 JUMP_BACKWARD_NO_INTERRUPT     4 (to 46)
#         >>   54 POP_TOP
#
#  68          56 LOAD_GLOBAL              1 (NULL + sum)
#              68 LOAD_CONST               3 (<code object <genexpr>, line 68>)
#              70 MAKE_FUNCTION            0
#              72 LOAD_FAST                0 (items)
#              74 GET_ITER
#              76 PRECALL                  0
#              80 CALL                     0
#              90 PRECALL                  1
#              94 CALL                     1
#             104 RETURN_VALUE
#
# Disassembly of <code object <listcomp>, line 67>:
#               0 COPY_FREE_VARS           1
#
#  67           2 RESUME                   0
#               4 BUILD_LIST               0
#               6 LOAD_FAST                0 (.0)
#         >>    8 FOR_ITER                 9 (to 28)
#              10 STORE_FAST               1 (one)
#              12 LOAD_FAST                1 (one)
#              14 POP_JUMP_BACKWARD_IF_FALSE     4 (to 8)
#              16 LOAD_FAST                1 (one)
#              18 LOAD_DEREF               2 (got)
#              20 BINARY_OP                5 (*)
#              24 LIST_APPEND              2
#              26 JUMP_BACKWARD           10 (to 8)
#         >>   28 RETURN_VALUE
#
# Disassembly of <code object <genexpr>, line 68>:
#  68           0 RETURN_GENERATOR
#               2 POP_TOP
#               4 RESUME                   0
#               6 LOAD_FAST                0 (.0)
#         >>    8 FOR_ITER                 6 (to 22)
#              10 STORE_FAST               1 (one)
#              12 LOAD_FAST                1 (one)
#              14 YIELD_VALUE
#              16 RESUME                   1
#              18 POP_TOP
#              20 JUMP_BACKWARD            7 (to 8)
#         >>   22 LOAD_CONST               0 (None)
#              24 RETURN_VALUE
# awaits
#  71           0 RETURN_GENERATOR
#               2 POP_TOP
#               4 RESUME                   0
#
#  72           6 LOAD_FAST                0 (lock)
#               8 BEFORE_ASYNC_WITH
#              10 GET_AWAITABLE            1
#              12 LOAD_CONST               0 (None)
#         >>   14 SEND                     3 (to 22)
#              16 YIELD_VALUE
#              18 RESUME                   3
#              20 JUMP_BACKWARD_NO_INTERRUPT     4 (to 14)
#         >>   22 POP_TOP
#
#  73          24 PUSH_NULL
#              26 LOAD_FAST                1 (sleeper)
#              28 LOAD_CONST               1 (1)
#              30 PRECALL                  1
#              34 CALL                     1
#              44 GET_AWAITABLE            0
#              46 LOAD_CONST               0 (None)
#         >>   48 SEND                     3 (to 56)
#              50 YIELD_VALUE
#              52 RESUME                   3
#              54 JUMP_BACKWARD_NO_INTERRUPT     4 (to 48)
#         >>   56 POP_TOP
#
#  72          58 LOAD_CONST               0 (None)
#              60 LOAD_CONST               0 (None)
#              62 LOAD_CONST               0 (None)
#              64 PRECALL                  2
#              68 CALL                     2
#              78 GET_AWAITABLE            2
#              80 LOAD_CONST               0 (None)
#         >>   82 SEND                     3 (to 90)
#              84 YIELD_VALUE
#              86 RESUME                   3
#              88 JUMP_BACKWARD_NO_INTERRUPT     4 (to 82)
#         >>   90 POP_TOP
#              92 JUMP_FORWARD            17 (to 128)
#         >>   94 PUSH_EXC_INFO
#              96 WITH_EXCEPT_START
#              98 GET_AWAITABLE            2
#             100 LOAD_CONST               0 (None)
#         >>  102 SEND                     3 (to 110)
#             104 YIELD_VALUE
#             106 RESUME                   3
#             108 JUMP_BACKWARD_NO_INTERRUPT     4 (to 102)
#         >>  110 POP_JUMP_FORWARD_IF_TRUE     4 (to 120)
#             112 RERAISE                  2
#         >>  114 COPY                     3
#             116 POP_EXCEPT
#             118 RERAISE                  1
#         >>  120 POP_TOP
#             122 POP_EXCEPT
#             124 POP_TOP
#             126 POP_TOP
#
#  74     >>  128 LOAD_FAST                0 (lock)
#             130 GET_AITER
#         >>  132 GET_ANEXT
#             134 LOAD_CONST               0 (None)
#         >>  136 SEND                     3 (to 144)
#             138 YIELD_VALUE
#             140 RESUME                   3
#             142 JUMP_BACKWARD_NO_INTERRUPT     4 (to 136)
#         >>  144 STORE_FAST               2 (one)
#
#  75         146 LOAD_GLOBAL              1 (NULL + print)
#             158 LOAD_FAST                2 (one)
#             160 PRECALL                  1
#             164 CALL                     1
#             174 POP_TOP
#             176 JUMP_BACKWARD           23 (to 132)
#
#  74     >>  178 END_ASYNC_FOR
#             180 LOAD_CONST               0 (None)
#             182 RETURN_VALUE
# ExceptionTable:
#   22 to 56 -> 94 [1] lasti
#   94 to 112 -> 114 [3] lasti
#   120 to 120 -> 114 [3] lasti
#   132 to 142 -> 178 [1]
# around
#               0 MAKE_CELL                0 (n)
#
#  78           2 RESUME                   0
#
#  79           4 LOAD_CLOSURE             0 (n)
#               6 BUILD_TUPLE              1
#               8 LOAD_CONST               1 (<code object inner, line 79>)
#              10 MAKE_FUNCTION            8 (closure)
#              12 STORE_FAST               1 (inner)
#
#  83          14 LOAD_FAST                1 (inner)
#              16 RETURN_VALUE
#
# Disassembly of <code object inner, line 79>:
#               0 COPY_FREE_VARS           1
#
#  79           2 RESUME                   0
#
#  81           4 LOAD_DEREF               1 (n)
#               6 LOAD_FAST                0 (x)
#               8 BINARY_OP               13 (+=)
#              12 STORE_DEREF              1 (n)
#
#  82          14 LOAD_CLOSURE             1 (n)
#              16 BUILD_TUPLE              1
#              18 LOAD_CONST               1 (<code object <lambda>, line 82>)
#              20 MAKE_FUNCTION            8 (closure)
#              22 RETURN_VALUE
