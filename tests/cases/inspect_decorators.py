import functools, inspect
def logged(function):
    @functools.wraps(function)
    def inner(*args, **kwargs):
        bound = inspect.signature(function).bind(*args, **kwargs)
        bound.apply_defaults()
        print(function.__name__, dict(bound.arguments))
        return function(*args, **kwargs)
    return inner
@logged
def area(width, height=2, *, unit="m"):
    return f"{width * height}{unit}"
print(area(3), area(1, unit="cm"), inspect.signature(area), inspect.unwrap(area).__name__, area.__wrapped__ is inspect.unwrap(area))
print(inspect.signature(functools.partial(area, 5)), [str(p) for p in inspect.signature(area).parameters.values()])

# expect:
# area {'width': 3, 'height': 2, 'unit': 'm'}
# area {'width': 1, 'height': 2, 'unit': 'cm'}
# 6m 2cm (width, height=2, *, unit='m') area True
# (height=2, *, unit='m') ['width', 'height=2', "unit='m'"]
