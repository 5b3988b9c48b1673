def order():
    log = []
    try:
        try:
            log.append("a")
            raise TypeError("t")
        except ValueError:
            log.append("no")
        else:
            log.append("else")
        finally:
            log.append("f")
    except TypeError:
        log.append("c")
    return log
print(order())

def context():
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            [][1]
    except IndexError as e:
        return type(e.__context__).__name__, e.__cause__
print(context())

def finally_overrides():
    for i in range(3):
        try:
            raise ValueError(i)
        except ValueError as e:
            if e.args[0] == 1:
                return "out"
            continue
        finally:
            print("f", i)
print(finally_overrides())

def deep(n):
    if n == 0:
        raise LookupError("deep")
    try:
        deep(n - 1)
    finally:
        pass
try:
    deep(50)
except LookupError as e:
    print(e)

def recursion():
    return recursion() + 1
try:
    recursion()
except RecursionError as e:
    print(type(e).__name__, e)

for error in (StopIteration(3), KeyError("k"), OSError("o"), ValueError(), ValueError(1, "b")):
    print(repr(error), str(error), error.args)
try:
    raise 5
except TypeError as e:
    print(e)
try:
    raise
except RuntimeError as e:
    print(e)
try:
    try:
        1 / 0
    except 5:
        pass
except TypeError as e:
    print(e)
try:
    raise ValueError("x") from None
except ValueError as e:
    print(e.__suppress_context__, e.__cause__)
while True:
    try:
        break
    finally:
        print("broke")
def gen_finally():
    with_log = []
    def g():
        try:
            yield 1
        except Exception as e:
            with_log.append(repr(e))
            yield 2
    it = g()
    next(it)
    print(it.throw(RuntimeError("r")), with_log)
gen_finally()
class Custom(Exception):
    def __str__(self):
        return "custom text"
try:
    raise Custom(1)
except Custom as e:
    print(e, f"{e}", [e.args])
try:
    int("x")
except (TypeError, ValueError) as e:
    print("value:", e)
class Base(Exception): pass
class Derived(Base): pass
for kind in (Base, Derived):
    try:
        raise kind("m")
    except Derived:
        print("derived")
    except Base as b:
        print("base", b)

# expect:
# ['a', 'f', 'c']
# ('ZeroDivisionError', None)
# f 0
# f 1
# out
# deep
# RecursionError maximum recursion depth exceeded
# StopIteration(3) 3 (3,)
# KeyError('k') 'k' ('k',)
# OSError('o') o ('o',)
# ValueError()  ()
# ValueError(1, 'b') (1, 'b') (1, 'b')
# exceptions must derive from BaseException
# No active exception to reraise
# catching classes that do not inherit from BaseException is not allowed
# True None
# broke
# 2 ["RuntimeError('r')"]
# custom text custom text [(1,)]
# value: invalid literal for int() with base 10: 'x'
# base m
# derived
