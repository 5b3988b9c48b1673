# Where in the bytecode an exception was raised.
import dis


def divide(a, b):
    quotient = a // b
    return quotient


def outer(xs, i):
    try:
        return divide(xs[i], i)
    finally:
        xs.append(i)


def asks(table, key):
    return table.get(key).upper(1, two=2)


def place(function, *arguments):
    try:
        function(*arguments)
    except Exception as error:
        trace = error.__traceback__
        while trace.tb_next:
            trace = trace.tb_next
        code = trace.tb_frame.f_code
        names = {i.offset: i.opname for i in dis.get_instructions(code)}
        print(type(error).__name__, code.co_name, trace.tb_lasti, names[trace.tb_lasti])
        return error.__traceback__.tb_next


place(outer, [5], 3)
place(asks, {}, 1)
place(asks, {1: 'a'}, 1)
trace = place(outer, [5], 0)
dis.distb(trace)
print(dis.Bytecode.from_traceback(trace).dis())


def steps():
    first = yield 1
    yield first + 1

generator = steps()
print(generator.gi_frame.f_lasti)
next(generator)
print(generator.gi_frame.f_lasti)
generator.send(4)
print(generator.gi_frame.f_lasti)
# expect:
# IndexError outer 20 BINARY_SUBSCR
# AttributeError asks 42 LOAD_METHOD
# TypeError asks 74 CALL
# ZeroDivisionError divide 6 BINARY_OP
#  10           0 RESUME                   0
#
#  11           2 NOP
#
#  12           4 LOAD_GLOBAL              1 (NULL + divide)
#              16 LOAD_FAST                0 (xs)
#              18 LOAD_FAST                1 (i)
#              20 BINARY_SUBSCR
#              30 LOAD_FAST                1 (i)
#              32 PRECALL                  2
#              36 CALL                     2
#
#  14          46 LOAD_FAST                0 (xs)
#              48 LOAD_METHOD              1 (append)
#              70 LOAD_FAST                1 (i)
#              72 PRECALL                  1
#              76 CALL                     1
#              86 POP_TOP
#              88 RETURN_VALUE
#         >>   90 PUSH_EXC_INFO
#              92 LOAD_FAST                0 (xs)
#              94 LOAD_METHOD              1 (append)
#             116 LOAD_FAST                1 (i)
#             118 PRECALL                  1
#             122 CALL                     1
#             132 POP_TOP
#             134 RERAISE                  0
#         >>  136 COPY                     3
#             138 POP_EXCEPT
#             140 RERAISE                  1
# ExceptionTable:
#   4 to 44 -> 90 [0]
#   90 to 134 -> 136 [1] lasti
#   5           0 RESUME                   0
#
#   6           2 LOAD_FAST                0 (a)
#               4 LOAD_FAST                1 (b)
#     -->       6 BINARY_OP                2 (//)
#              10 STORE_FAST               2 (quotient)
#
#   7          12 LOAD_FAST                2 (quotient)
#              14 RETURN_VALUE
#
# 0
# 8
# 22
