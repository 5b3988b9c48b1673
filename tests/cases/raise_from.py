def f():
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise RuntimeError("wrapped", 3) from e

f()

# expect:
# raises: RuntimeError: ('wrapped', 3)
