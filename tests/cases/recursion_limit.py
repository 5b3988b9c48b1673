import sys
def down(n):
    return 0 if n == 0 else 1 + down(n - 1)
def reached(function):
    try:
        return function(10_000_000)
    except RecursionError as error:
        return str(error)
class Chain:
    def __init__(self, rest):
        self.rest = rest
    def length(self):
        return 1 + (self.rest.length() if self.rest else 0)
def walk(n):
    if n:
        yield n
        yield from walk(n - 1)
print(sys.getrecursionlimit())
try:
    down(2000)
except RecursionError as error:
    print(error)
sys.setrecursionlimit(20_000)
print(sys.getrecursionlimit(), down(15_000))
chain = None
for _ in range(12_000):
    chain = Chain(chain)
print(chain.length(), reached(down))
while chain:
    chain = chain.rest
sys.setrecursionlimit(5_000)
print(sum(walk(2_000)), down(4_900), reached(down))
sys.setrecursionlimit(200)
deepest = 0
def count():
    global deepest
    deepest += 1
    count()
try:
    count()
except RecursionError:
    print(190 <= deepest <= 200)
for wrong in (0, -5, 'x', 1.5, 1 << 40):
    try:
        sys.setrecursionlimit(wrong)
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)
print(sys.getrecursionlimit())
sys.setrecursionlimit(1000)
print(down(900))
# expect:
# 1000
# maximum recursion depth exceeded
# 20000 15000
# 12000 maximum recursion depth exceeded
# 2001000 4900 maximum recursion depth exceeded
# True
# ValueError recursion limit must be greater or equal than 1
# ValueError recursion limit must be greater or equal than 1
# TypeError 'str' object cannot be interpreted as an integer
# TypeError 'float' object cannot be interpreted as an integer
# OverflowError Python int too large to convert to C int
# 200
# 900
