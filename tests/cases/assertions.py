assert True
assert 1 < 2, 'fine'
def check(x):
    assert x > 0, f'{x} is not positive'
    return x
print(check(5))
check(-1)
# expect:
# 5
# raises: AssertionError: -1 is not positive
