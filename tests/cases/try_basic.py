def f(x):
    try:
        return 10 // x
    except ZeroDivisionError as error:
        print("caught", error, repr(error), type(error).__name__)
        return -1
    finally:
        print("finally", x)

print(f(2), f(0))

def g(xs, i):
    try:
        value = xs[i]
    except (IndexError, TypeError) as e:
        return "bad " + str(e)
    except Exception:
        return "other"
    else:
        return "good " + str(value)

print(g([1], 0), g([1], 5), g([1], "a"), g(None, 0))

for i in range(5):
    try:
        if i == 1:
            continue
        if i == 3:
            break
        print("body", i)
    finally:
        print("end", i)

def nested():
    try:
        try:
            raise ValueError("inner")
        finally:
            print("cleanup")
    except ValueError as e:
        print("outer", e.args)
        try:
            raise KeyError("k") from e
        except KeyError as k:
            print(k, k.__cause__ is e, k.__context__ is e)
            try:
                raise
            except LookupError as again:
                print(again is k)

nested()

try:
    raise ValueError
except ValueError as e:
    print(repr(e), str(e) == "", e.args)

def reraise():
    try:
        [].pop()
    except IndexError:
        raise

try:
    reraise()
except IndexError as e:
    print(e)

def returns_in_finally():
    try:
        return 1
    finally:
        return 2

print(returns_in_finally())

def loop_return():
    for i in [1, 2, 3]:
        try:
            if i == 2:
                return i
        finally:
            print("leave", i)

print(loop_return())
print(issubclass(KeyError, LookupError), isinstance(OSError(), Exception))
try:
    {}["missing"]
except KeyError as e:
    print(e, e.args)
try:
    assert 1 == 2, [1]
except AssertionError as e:
    print(e.args)
try:
    undefined_name
except NameError as e:
    print(e)

# expect:
# finally 2
# caught integer division or modulo by zero ZeroDivisionError('integer division or modulo by zero') ZeroDivisionError
# finally 0
# 5 -1
# good 1 bad list index out of range bad list indices must be integers or slices, not str bad 'NoneType' object is not subscriptable
# body 0
# end 0
# end 1
# body 2
# end 2
# end 3
# cleanup
# outer ('inner',)
# 'k' True True
# True
# ValueError() True ()
# pop from empty list
# 2
# leave 1
# leave 2
# 2
# True True
# 'missing' ('missing',)
# ([1],)
# name 'undefined_name' is not defined
