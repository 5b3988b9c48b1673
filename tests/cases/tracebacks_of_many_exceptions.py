# A program may have very many tracebacks: each stays the same object, also when its exception gets another.
def fail(number):
    raise ValueError(number)

errors = []
for number in range(3_000):
    try:
        fail(number)
    except ValueError as error:
        errors.append(error)

ways = [error.__traceback__ for error in errors]
print(all(error.__traceback__ is way for error, way in zip(errors, ways)), len(set(map(id, ways))))
for error in errors[::2]:
    error.__traceback__ = None
print(sum(error.__traceback__ is None for error in errors), {way.tb_next.tb_frame.f_code.co_name for way in ways})
for error, way in zip(errors, ways[1:]):
    error.with_traceback(way)
print(all(error.__traceback__ is way for error, way in zip(errors, ways[1:])))
try:
    raise errors[0]
except ValueError as error:
    print(error.__traceback__ is ways[1], error.__traceback__.tb_next is ways[1])

# expect:
# True 3000
# 1500 {'fail'}
# True
# False True
