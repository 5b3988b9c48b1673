import traceback


class Failing:
    def __iter__(self):
        return self

    def __next__(self):
        raise KeyError('next')


def plain():
    for item in Failing():
        pass


def on_one_line():
    for item in Failing(): pass


def listed():
    return [item for item in Failing()]


def over_two_lines():
    return {item for item in
            Failing()}


def nothing_to_go_through():
    return [item for item in 5]


for function in (plain, on_one_line, listed, over_two_lines, nothing_to_go_through):
    try:
        function()
    except (KeyError, TypeError):
        traceback.print_exc()


def items():
    yield 1
    raise ValueError('no more')


for item in items():
    print(item)
