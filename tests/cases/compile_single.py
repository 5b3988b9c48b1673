"""`compile` of single statements, and annotations that stay texts in what a program compiles."""
from __future__ import annotations
exec(compile("1 + 2", "<s>", "single"))
exec(compile("x = 5\n", "<s>", "single"))
print(x)
exec(compile("for i in range(3): i\n", "<s>", "single"))
exec(compile("None", "<s>", "single"))
exec(compile("a = 1; a; 'text'", "<s>", "single"))
exec(compile("def f():\n    1\n    return 2\n", "<s>", "single"))
exec(compile("if f() == 2:\n    f()\n", "<s>", "single"))
for text in ("1\n2", "for i in range(3): i", "x = 1\ny = 2"):
    try: compile(text, "<s>", "single")
    except SyntaxError as e: print(e)
namespace = {}
exec("class Q:\n  a: int\ndef f(x: unknown, y: str) -> list[int]: pass", namespace)
print(namespace['Q'].__annotations__, namespace['f'].__annotations__)
exec(compile("def f(x: unknown): pass", "<s>", "exec"), namespace)
print(namespace['f'].__annotations__)
try: exec(compile("def f(x: unknown): pass", "<s>", "exec", dont_inherit=True), namespace)
except NameError as e: print(e)
# expect:
# 3
# 5
# 0
# 1
# 2
# 1
# 'text'
# 2
# multiple statements found while compiling a single statement (<s>, line 1)
# invalid syntax (<s>, line 1)
# multiple statements found while compiling a single statement (<s>, line 1)
# {'a': 'int'} {'x': 'unknown', 'y': 'str', 'return': 'list[int]'}
# {'x': 'unknown'}
# name 'unknown' is not defined
