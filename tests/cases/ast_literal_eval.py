"""`ast.literal_eval`: texts of literals, and nothing else."""
import ast
good = ["1", "-1", "+1", "1.5e3", "0xff", "0b101", "0o17", "1_000", "1j", "1+2j", "-1-2j", "(1)+2j", "'a'", '"b"', "'a' 'b'", "b'x'", "r'\\n'", "u'x'", "rb'\\n'",
        "'''multi\nline'''", "True", "None", "...", "()", "(1,)", "1, 2", "[1, [2, (3,)], {'a': {1, 2}}]", "{}", "{'a': 1, 'b': [1, 2], }", "{1, 2}", "set()", "  7",
        "\t'x'", "[\n1,\n2 # two\n]", "'it\\'s'", "'\\u00e9\\x41\\N{BULLET}'", "{(1, 2): 'x'}", "[1, -2.5, None, True]", "''", "'#'", '"""a"b"""', "1.", ".5", "1e-3", "(1, 2, )", "((1))", "[(1), (2,)]",
        "{'k': -1+2j}", "[]", "[{}]", "'a\\\nb'", "10**2"[:2]]
for text in good:
    print(repr(text), repr(ast.literal_eval(text)), type(ast.literal_eval(text)).__name__)
bad = ["a", "f(1)", "1+2", "'a'+'b'", "--1", "-'a'", "not True", "[x for x in y]", "lambda: 1", "a.b", "x[0]", "{**a}", "[*a]", "f'x'", "1 if 2 else 3", "1 < 2", "2*3", "~1", "set(1)", "dict()",
       "1 and 2", "1j+2", "2**3", "[1, 2][0]", "__import__('os').system('x')", "(1+2)", "{1: a}", "-True", "1 in [1]", "'a'.upper()", "set([])", "[a, 1]", "1 or 2", "'%s' % 1", "x == 1"]
for text in bad:
    try:
        print(text, ast.literal_eval(text))
    except ValueError as error:
        print(text, type(error).__name__, str(error).split(': <')[0])
for text in ["", "1 +", "[1, 2", "a b", "x = 1", "'abc", "1 2", "0777", "if x: pass", "{1:}", "(1", "\n\n)", "1;2"]:
    try:
        print(repr(text), ast.literal_eval(text))
    except SyntaxError as error:
        print(repr(text), type(error).__name__, error.msg, error.filename)
for other in (1, None, [1], b'1'):
    try:
        print(ast.literal_eval(other))
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
settings = {key: ast.literal_eval(value) for key, value in [line.split(' = ') for line in "debug = True\nports = [80, 443]\nname = 'web'\nlimits = {'cpu': 1.5, 'mem': None}".splitlines()]}
print(settings)
data = {'a': [1, 2.5, None], (1, 2): {'x', 'y'} & {'x'}, 'b': b'bytes'}
print(ast.literal_eval(repr(data)) == data)
# expect:
# '1' 1 int
# '-1' -1 int
# '+1' 1 int
# '1.5e3' 1500.0 float
# '0xff' 255 int
# '0b101' 5 int
# '0o17' 15 int
# '1_000' 1000 int
# '1j' 1j complex
# '1+2j' (1+2j) complex
# '-1-2j' (-1-2j) complex
# '(1)+2j' (1+2j) complex
# "'a'" 'a' str
# '"b"' 'b' str
# "'a' 'b'" 'ab' str
# "b'x'" b'x' bytes
# "r'\\n'" '\\n' str
# "u'x'" 'x' str
# "rb'\\n'" b'\\n' bytes
# "'''multi\nline'''" 'multi\nline' str
# 'True' True bool
# 'None' None NoneType
# '...' Ellipsis ellipsis
# '()' () tuple
# '(1,)' (1,) tuple
# '1, 2' (1, 2) tuple
# "[1, [2, (3,)], {'a': {1, 2}}]" [1, [2, (3,)], {'a': {1, 2}}] list
# '{}' {} dict
# "{'a': 1, 'b': [1, 2], }" {'a': 1, 'b': [1, 2]} dict
# '{1, 2}' {1, 2} set
# 'set()' set() set
# '  7' 7 int
# "\t'x'" 'x' str
# '[\n1,\n2 # two\n]' [1, 2] list
# "'it\\'s'" "it's" str
# "'\\u00e9\\x41\\N{BULLET}'" 'éA•' str
# "{(1, 2): 'x'}" {(1, 2): 'x'} dict
# '[1, -2.5, None, True]' [1, -2.5, None, True] list
# "''" '' str
# "'#'" '#' str
# '"""a"b"""' 'a"b' str
# '1.' 1.0 float
# '.5' 0.5 float
# '1e-3' 0.001 float
# '(1, 2, )' (1, 2) tuple
# '((1))' 1 int
# '[(1), (2,)]' [1, (2,)] list
# "{'k': -1+2j}" {'k': (-1+2j)} dict
# '[]' [] list
# '[{}]' [{}] list
# "'a\\\nb'" 'ab' str
# '10' 10 int
# a ValueError malformed node or string on line 1
# f(1) ValueError malformed node or string on line 1
# 1+2 ValueError malformed node or string on line 1
# 'a'+'b' ValueError malformed node or string on line 1
# --1 ValueError malformed node or string on line 1
# -'a' ValueError malformed node or string on line 1
# not True ValueError malformed node or string on line 1
# [x for x in y] ValueError malformed node or string on line 1
# lambda: 1 ValueError malformed node or string on line 1
# a.b ValueError malformed node or string on line 1
# x[0] ValueError malformed node or string on line 1
# {**a} ValueError malformed node or string: None
# [*a] ValueError malformed node or string on line 1
# f'x' ValueError malformed node or string on line 1
# 1 if 2 else 3 ValueError malformed node or string on line 1
# 1 < 2 ValueError malformed node or string on line 1
# 2*3 ValueError malformed node or string on line 1
# ~1 ValueError malformed node or string on line 1
# set(1) ValueError malformed node or string on line 1
# dict() ValueError malformed node or string on line 1
# 1 and 2 ValueError malformed node or string on line 1
# 1j+2 ValueError malformed node or string on line 1
# 2**3 ValueError malformed node or string on line 1
# [1, 2][0] ValueError malformed node or string on line 1
# __import__('os').system('x') ValueError malformed node or string on line 1
# (1+2) ValueError malformed node or string on line 1
# {1: a} ValueError malformed node or string on line 1
# -True ValueError malformed node or string on line 1
# 1 in [1] ValueError malformed node or string on line 1
# 'a'.upper() ValueError malformed node or string on line 1
# set([]) ValueError malformed node or string on line 1
# [a, 1] ValueError malformed node or string on line 1
# 1 or 2 ValueError malformed node or string on line 1
# '%s' % 1 ValueError malformed node or string on line 1
# x == 1 ValueError malformed node or string on line 1
# '' SyntaxError invalid syntax <unknown>
# '1 +' SyntaxError invalid syntax <unknown>
# '[1, 2' SyntaxError '[' was never closed <unknown>
# 'a b' SyntaxError invalid syntax <unknown>
# 'x = 1' SyntaxError invalid syntax <unknown>
# "'abc" SyntaxError unterminated string literal (detected at line 1) <unknown>
# '1 2' SyntaxError invalid syntax <unknown>
# '0777' SyntaxError leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers <unknown>
# 'if x: pass' SyntaxError invalid syntax <unknown>
# '{1:}' SyntaxError expression expected after dictionary key and ':' <unknown>
# '(1' SyntaxError '(' was never closed <unknown>
# '\n\n)' SyntaxError unmatched ')' <unknown>
# '1;2' SyntaxError invalid syntax <unknown>
# ValueError malformed node or string: 1
# ValueError malformed node or string: None
# ValueError malformed node or string: [1]
# ValueError malformed node or string: b'1'
# {'debug': True, 'ports': [80, 443], 'name': 'web', 'limits': {'cpu': 1.5, 'mem': None}}
# True
