# What CPython makes of texts that are long or deep, of tabs among spaces, of texts that end too soon.
def tried(text):
    try:
        compile(text, 'f', 'exec')
    except SyntaxError as error:
        print(type(error).__name__, error.msg, error.lineno, error.offset)
    except (RecursionError, MemoryError) as error:
        print(type(error).__name__, error)
    else:
        print('compiled')

def nested(head, levels):
    tried(''.join(' ' * i + head + '\n' for i in range(levels)) + ' ' * levels + 'pass\n')

for opening in ['[', '(', '{', 'f(', 'a[', '{1:']:
    for many in [200, 201, 100_000]:
        print(opening, many, end=' ')
        tried('x = ' + opening * many)
for prefix in ['- ', '~', 'not ', '1 if n else ']:
    for many in [100, 2900, 3500, 7000, 50_000]:
        print(prefix, many, end=' ')
        tried('x = ' + prefix * many + 'n')
for many in [100, 350, 4000, 50_000]:
    print('lambda', many, end=' ')
    tried('x = ' + 'lambda: ' * many + 'n')
for suffix in [' + n', '.b', '[0]', ' - n * 2']:
    for many in [100, 1400, 3500, 50_000]:
        print(suffix, many, end=' ')
        tried('x = n' + suffix * many)
for many in [100, 2900, 3500, 7000]:
    print('elif', many, end=' ')
    tried('if n == 0: pass\n' + ''.join(f'elif n == {i}: pass\n' for i in range(many)))
for head in ['if 1:', 'class A:', 'def f():']:
    nested(head, 95)
    nested(head, 100)
for head in ['for x in y:', 'while x:', 'with x:']:
    nested(head, 20)
    nested(head, 21)
tried('with ' + ', '.join(['c'] * 21) + ': pass')
tried('x = [1 ' + 'for a in [1] ' * 40 + ']')
tried('x = f"{1:{2:{3}}}"')
tried('a, ' * 300 + '*b = c')

names = {}
exec('a = [' + ', '.join(map(str, range(40_000))) + ']\nb = (' + '1.5, ' * 20_000 + ')\nc = {' + '-3, "x", ' * 10_000 + '}', names)
print(len(names['a']), names['a'][-1], len(names['b']), sorted(map(str, names['c'])))
exec('d = "' + 'a' * 1_000_000 + '"\n#' + ' ' * 1_000_000 + '\ne = d  ' + ' ' * 1_000_000 + '\n' + 'n' * 1_000_000 + ' = 1', names)
print(len(names['d']), names['e'] is names['d'], max(map(len, names)))

for text in ['if 1:\n\tx=1\n        y=2\n', 'if 1:\n        x=1\n\ty=2\n', 'if 1:\n    x=1\n\ty=2\n', 'if 1:\n\tx=1\n    y=2\n',
             'if 1:\n  if 1:\n\tx=1\n        y=2\n', 'if 1:\n \tx=1\n\t y=2\n', 'def f():\n\tif 1:\n\t    x=1\n            y=2\n',
             'class A:\n    def f(self):\n        pass\n\tdef g(self):\n\t\tpass\n', 'for i in x:\n\ta\n  b\n',
             'if 1:\n\t x=1\n\t  y=1\n', 'if 1:\n  x=1\n \ty=2\n', '\tx=1\n', 'if 1:\n\tx=1\nelse:\n        y=2\n',
             'if 1:\n\tx=(1,\n  2)\n\ty=2\n', 'if 1:\n\tx=1\n        # c\n\ty=2\n', 'if 1:\n\tx=1\n\n  \n\ty=2\n']:
    tried(text)
for text in ['x = "abc\n', "x = 'abc", 'x = """abc\ndef\n', 'x = "abc\\\n', 'x = f"abc\n', 'x = f"""abc {x}\n', 'x = b"abc\n',
             'print("a", "b)\ny=1\n', 'x = ("a\n', 'def f():\n    """doc\n    x = 1\n', 'x = r"abc\\"\n', 'x = """a""" """b\n',
             'x = f"{a\n', 'x = f"{a"\n', 'x = f"{a[\'b]}"\n', 'x = rb"""abc', 'é = "é" + "abc\n', "s = 'it's'\n", "x = f'{\"a'\n"]:
    tried(text)
for run in [eval, exec, lambda text: compile(text, 'f', 'exec')]:
    for text in ['\0', '1 + \0 2', '"a\0b"', '1 # \0', '1\n\0', 'x = (\n\0']:
        try:
            run(text)
        except SyntaxError as error:
            print(error.msg, error.lineno, error.offset)

# expect:
# [ 200 SyntaxError '[' was never closed 1 204
# [ 201 SyntaxError too many nested parentheses 1 205
# [ 100000 SyntaxError too many nested parentheses 1 205
# ( 200 SyntaxError '(' was never closed 1 204
# ( 201 SyntaxError too many nested parentheses 1 205
# ( 100000 SyntaxError too many nested parentheses 1 205
# { 200 SyntaxError '{' was never closed 1 204
# { 201 SyntaxError too many nested parentheses 1 205
# { 100000 SyntaxError too many nested parentheses 1 205
# f( 200 SyntaxError '(' was never closed 1 404
# f( 201 SyntaxError too many nested parentheses 1 406
# f( 100000 SyntaxError too many nested parentheses 1 406
# a[ 200 SyntaxError '[' was never closed 1 404
# a[ 201 SyntaxError too many nested parentheses 1 406
# a[ 100000 SyntaxError too many nested parentheses 1 406
# {1: 200 SyntaxError '{' was never closed 1 602
# {1: 201 SyntaxError too many nested parentheses 1 605
# {1: 100000 SyntaxError too many nested parentheses 1 605
# -  100 compiled
# -  2900 compiled
# -  3500 RecursionError maximum recursion depth exceeded during compilation
# -  7000 MemoryError 
# -  50000 MemoryError 
# ~ 100 compiled
# ~ 2900 compiled
# ~ 3500 RecursionError maximum recursion depth exceeded during compilation
# ~ 7000 MemoryError 
# ~ 50000 MemoryError 
# not  100 compiled
# not  2900 compiled
# not  3500 RecursionError maximum recursion depth exceeded during compilation
# not  7000 MemoryError 
# not  50000 MemoryError 
# 1 if n else  100 compiled
# 1 if n else  2900 compiled
# 1 if n else  3500 RecursionError maximum recursion depth exceeded during compilation
# 1 if n else  7000 MemoryError 
# 1 if n else  50000 MemoryError 
# lambda 100 compiled
# lambda 350 compiled
# lambda 4000 MemoryError 
# lambda 50000 MemoryError 
#  + n 100 compiled
#  + n 1400 compiled
#  + n 3500 RecursionError maximum recursion depth exceeded during compilation
#  + n 50000 RecursionError maximum recursion depth exceeded during compilation
# .b 100 compiled
# .b 1400 compiled
# .b 3500 RecursionError maximum recursion depth exceeded during compilation
# .b 50000 RecursionError maximum recursion depth exceeded during compilation
# [0] 100 compiled
# [0] 1400 compiled
# [0] 3500 RecursionError maximum recursion depth exceeded during compilation
# [0] 50000 RecursionError maximum recursion depth exceeded during compilation
#  - n * 2 100 compiled
#  - n * 2 1400 compiled
#  - n * 2 3500 RecursionError maximum recursion depth exceeded during compilation
#  - n * 2 50000 RecursionError maximum recursion depth exceeded during compilation
# elif 100 compiled
# elif 2900 compiled
# elif 3500 RecursionError maximum recursion depth exceeded during compilation
# elif 7000 MemoryError 
# compiled
# IndentationError too many levels of indentation 101 1
# compiled
# IndentationError too many levels of indentation 101 1
# compiled
# IndentationError too many levels of indentation 101 1
# compiled
# SyntaxError too many statically nested blocks 21 21
# compiled
# SyntaxError too many statically nested blocks 21 21
# compiled
# SyntaxError too many statically nested blocks 21 21
# SyntaxError too many statically nested blocks 1 1
# compiled
# SyntaxError f-string: expressions nested too deeply 1 19
# SyntaxError too many expressions in star-unpacking assignment 1 1
# 40000 39999 20000 ['-3', 'x']
# 1000000 True 1000000
# TabError inconsistent use of tabs and spaces in indentation 3 1
# TabError inconsistent use of tabs and spaces in indentation 3 1
# TabError inconsistent use of tabs and spaces in indentation 3 1
# IndentationError unindent does not match any outer indentation level 3 8
# TabError inconsistent use of tabs and spaces in indentation 3 1
# TabError inconsistent use of tabs and spaces in indentation 3 1
# TabError inconsistent use of tabs and spaces in indentation 4 1
# TabError inconsistent use of tabs and spaces in indentation 4 1
# IndentationError unindent does not match any outer indentation level 3 4
# IndentationError unexpected indent 3 3
# TabError inconsistent use of tabs and spaces in indentation 3 1
# IndentationError unexpected indent 1 1
# compiled
# compiled
# compiled
# compiled
# SyntaxError unterminated string literal (detected at line 1) 1 5
# SyntaxError unterminated string literal (detected at line 1) 1 5
# SyntaxError unterminated triple-quoted string literal (detected at line 2) 1 5
# SyntaxError unterminated string literal (detected at line 1) 1 5
# SyntaxError unterminated string literal (detected at line 1) 1 5
# SyntaxError unterminated triple-quoted string literal (detected at line 1) 1 5
# SyntaxError unterminated string literal (detected at line 1) 1 5
# SyntaxError unterminated string literal (detected at line 1) 1 12
# SyntaxError unterminated string literal (detected at line 1) 1 6
# SyntaxError unterminated triple-quoted string literal (detected at line 3) 2 5
# SyntaxError unterminated string literal (detected at line 1) 1 5
# SyntaxError unterminated triple-quoted string literal (detected at line 1) 1 13
# SyntaxError unterminated string literal (detected at line 1) 1 5
# SyntaxError f-string: expecting '}' 1 10
# SyntaxError f-string: unterminated string 1 15
# SyntaxError unterminated triple-quoted string literal (detected at line 1) 1 5
# SyntaxError unterminated string literal (detected at line 1) 1 11
# SyntaxError unterminated string literal (detected at line 1) 1 10
# SyntaxError f-string: unterminated string 1 11
# source code string cannot contain null bytes None None
# source code string cannot contain null bytes None None
# source code string cannot contain null bytes None None
# source code string cannot contain null bytes None None
# source code string cannot contain null bytes None None
# source code string cannot contain null bytes None None
# source code string cannot contain null bytes None None
# source code string cannot contain null bytes None None
# source code string cannot contain null bytes None None
# source code string cannot contain null bytes None None
# source code string cannot contain null bytes None None
# source code string cannot contain null bytes None None
# source code string cannot contain null bytes None None
# source code string cannot contain null bytes None None
# source code string cannot contain null bytes None None
# source code string cannot contain null bytes None None
# source code string cannot contain null bytes None None
# source code string cannot contain null bytes None None
