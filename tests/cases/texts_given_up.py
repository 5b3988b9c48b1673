# Texts come and go; what still refers to one keeps it.
kept = []
for i in range(600):
    names = {}
    exec(f'''
class A:
    def m(self):
        return {i}
def twice():
    yield {i}
    yield len
def f(x, y=2):
    return x + y + {i}
g = lambda: globals()
''', names)
    assert [*names['twice']()] == [i, len] and names['A']().m() == i and names['f'](1) == 3 + i
    assert names['g']() is names
    if i % 100 == 0:
        kept.append((i, names['f'], names['g'], names['twice'](), names['A']()))
for i, f, g, twice, a in kept:
    assert f(1) == 3 + i and g()['f'] is f and next(twice) == i and a.m() == i
print(len(kept), eval('lambda: 5')(), kept[3][2]()['A']().m())

raised = []
for i in range(600):
    try:
        exec(f'def q():\n    1 / 0\nq()  # {i}', {})
    except ZeroDivisionError as error:
        if i % 200 == 0:
            raised.append(error)
for error in raised:
    trace = error.__traceback__
    while trace.tb_next:
        trace = trace.tb_next
    print(trace.tb_frame.f_code.co_name, trace.tb_lineno)

codes = [compile(f'{i} * 2', '<c>', 'eval') for i in range(600)]
print(sum(map(eval, codes)))
print(sum(eval(f'{i} + 1') for i in range(1200)))

def outer():
    for i in range(600):
        yield eval(f'(lambda x: [x + n for n in range({i % 3})])({i})')
print(sum(map(sum, outer())))

# A function that is gone from its module while it runs.
names = {}
exec('''
def f(n):
    global f
    del f
    for i in range(600):
        exec(f'x{i % 7} = lambda: {i}', {})
    return n
''', names)
print(names['f'](3), 'f' in names)
a = {'a': 1}
exec('b = a + 1', a)
c = {}
exec('c = a + b', a, c)
print(a['b'], c)

# expect:
# 6 5 300
# q 2
# q 2
# q 2
# 359400
# 720600
# 180300
# 3 False
# 2 {'c': 3}
