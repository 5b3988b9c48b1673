import dis
import io
import re

def shown(x, **options):
    out = io.StringIO()
    dis.dis(x, file=out, **options)
    print(re.sub(r'<code object (\S+) at 0x\w+, file "[^"]*"', r'<code object \1', out.getvalue()), end='')


class Counter:
    """Counts."""
    start = 0

    def __init__(self, n):
        super().__init__()
        self.n = n

    @staticmethod
    def more(x):
        return x + 1


shown(Counter)
shown(Counter(1).__init__)
shown('x += 1')
shown('a < b')


def numbers():
    yield 1


shown(numbers())
out = io.StringIO()
dis.dis(Counter.more, file=out, show_caches=True)
print(len(out.getvalue().splitlines()))
for instruction in dis.get_instructions(Counter.more):
    print(instruction.opname, instruction.opcode, instruction.arg, instruction.argval, instruction.argrepr, instruction.offset,
          instruction.starts_line, instruction.is_jump_target)
print([instruction.opname for instruction in dis.Bytecode('f(1)')])
print(dis.Bytecode(Counter.more).dis())
print(list(dis.findlinestarts(Counter.more.__code__)), dis.opname[100], dis.opmap['BINARY_OP'])


def told(a, b=1, /, *c, d=2, **e):
    """Says."""
    kept = [a, 7, 'seven']
    return lambda: (kept, None)


code = told.__code__
print(code.co_consts[:3], code.co_names, code.co_varnames, code.co_cellvars, code.co_freevars, code.co_nlocals)
print(code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount, code.co_flags, code.co_code.hex())
inner = code.co_consts[-1]
print(inner.co_name, inner.co_qualname, inner.co_freevars, inner.co_flags, inner.co_firstlineno - code.co_firstlineno)
print(dis.code_info(Counter.more).replace(code.co_filename, 'FILE'))
try:
    dis.dis(3)
except TypeError as mistake:
    print(mistake)

# expect:
# Disassembly of __init__:
#               0 COPY_FREE_VARS           1
#
#  15           2 RESUME                   0
#
#  16           4 LOAD_GLOBAL              1 (NULL + super)
#              16 PRECALL                  0
#              20 CALL                     0
#              30 LOAD_METHOD              1 (__init__)
#              52 PRECALL                  0
#              56 CALL                     0
#              66 POP_TOP
#
#  17          68 LOAD_FAST                1 (n)
#              70 LOAD_FAST                0 (self)
#              72 STORE_ATTR               2 (n)
#              82 LOAD_CONST               0 (None)
#              84 RETURN_VALUE
#
# Disassembly of more:
#  19           0 RESUME                   0
#
#  21           2 LOAD_FAST                0 (x)
#               4 LOAD_CONST               1 (1)
#               6 BINARY_OP                0 (+)
#              10 RETURN_VALUE
#
#               0 COPY_FREE_VARS           1
#
#  15           2 RESUME                   0
#
#  16           4 LOAD_GLOBAL              1 (NULL + super)
#              16 PRECALL                  0
#              20 CALL                     0
#              30 LOAD_METHOD              1 (__init__)
#              52 PRECALL                  0
#              56 CALL                     0
#              66 POP_TOP
#
#  17          68 LOAD_FAST                1 (n)
#              70 LOAD_FAST                0 (self)
#              72 STORE_ATTR               2 (n)
#              82 LOAD_CONST               0 (None)
#              84 RETURN_VALUE
#   0           0 RESUME                   0
#
#   1           2 LOAD_NAME                0 (x)
#               4 LOAD_CONST               0 (1)
#               6 BINARY_OP               13 (+=)
#              10 STORE_NAME               0 (x)
#              12 LOAD_CONST               1 (None)
#              14 RETURN_VALUE
#   0           0 RESUME                   0
#
#   1           2 LOAD_NAME                0 (a)
#               4 LOAD_NAME                1 (b)
#               6 COMPARE_OP               0 (<)
#              12 RETURN_VALUE
#  30           0 RETURN_GENERATOR
#               2 POP_TOP
#               4 RESUME                   0
#
#  31           6 LOAD_CONST               1 (1)
#               8 YIELD_VALUE
#              10 RESUME                   1
#              12 POP_TOP
#              14 LOAD_CONST               0 (None)
#              16 RETURN_VALUE
# 7
# RESUME 151 0 0  0 19 False
# LOAD_FAST 124 0 x x 2 21 False
# LOAD_CONST 100 1 1 1 4 None False
# BINARY_OP 122 0 0 + 6 None False
# RETURN_VALUE 83 None None  10 None False
# ['RESUME', 'PUSH_NULL', 'LOAD_NAME', 'LOAD_CONST', 'PRECALL', 'CALL', 'RETURN_VALUE']
#  19           0 RESUME                   0
#
#  21           2 LOAD_FAST                0 (x)
#               4 LOAD_CONST               1 (1)
#               6 BINARY_OP                0 (+)
#              10 RETURN_VALUE
#
# [(0, 19), (2, 21)] LOAD_CONST 122
# ('Says.', 7, 'seven') () ('a', 'b', 'd', 'c', 'e') ('kept',) () 5
# 2 2 1 15 870597007c006401640267038a0588056601640384085300
# <lambda> told.<locals>.<lambda> ('kept',) 19 3
# Name:              more
# Filename:          FILE
# Argument count:    1
# Positional-only arguments: 0
# Kw-only arguments: 0
# Number of locals:  1
# Stack size:        2
# Flags:             OPTIMIZED, NEWLOCALS
# Constants:
#    0: None
#    1: 1
# Variable names:
#    0: x
# don't know how to disassemble int objects
