ns = {}
exec('x = 1\ndef f(a):\n    return a + x\ny = f(10)', ns)
print(ns['x'], ns['y'], ns['f'](5))
print(eval('1 + 2 * 3'), eval('a + b', {'a': 1, 'b': 2}), eval('x * 2', {'x': 1}, {'x': 21}))
z = 10
print(eval('z + 1'))
exec('w = z * 2')
print(w)
code = compile('q = [i * i for i in range(5)]', '<string>', 'exec')
exec(code)
print(q)
expr = compile('q[2] + z', 'file', 'eval')
print(eval(expr))
def local():
    a = 5
    print(eval('a * 2'))
    exec('a = 7')
    print(a)
local()
try: eval('1 +')
except SyntaxError as e: print(e.msg)
try: eval('nope')
except NameError as e: print(e)
print(eval("__import__('math').sqrt(16)"))
print(eval('[x for x in range(3)]'), eval('lambda v: v + 1')(2))

# expect:
# 1 11 6
# 7 3 42
# 11
# 20
# [0, 1, 4, 9, 16]
# 14
# 10
# 5
# invalid syntax
# name 'nope' is not defined
# 4.0
# [0, 1, 2] 3
