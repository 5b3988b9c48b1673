"""The module `gilsim` of the scenarios, for plain Python: the same program runs under `python3` with this folder on
`PYTHONPATH`.

`cpu` interprets a loop until this thread has had so much CPU time: it holds the GIL and can be made to drop it.
`io` sleeps. `native` hashes large blocks, which releases the GIL, until this thread has had so much CPU time. `held`
multiplies large integers, which keeps the GIL; Python can still interrupt it between two multiplications, of a few
milliseconds each, which gilsim does not. Where one of these units takes longer than what is left, the time is exceeded
by as much. Distributions are those of gilsim, but their draws are Python's own and differ from gilsim's.
"""

import hashlib
import math
import random
import re
import time

_DAY = 86_400.0
_UNITS = {"ns": 1e-9, "us": 1e-6, "µs": 1e-6, "ms": 1e-3, "s": 1.0, "m": 60.0, "h": 3600.0}
_EXAMPLES = 'write a number and a unit, such as "20ms", or a distribution, such as "lognormal(20ms, 0.5)"'
_KNOWN = {
    "exponential": "exponential(20ms)",
    "lognormal": "lognormal(20ms, 0.5)",
    "normal": "normal(20ms, 2ms)",
    "pareto": "pareto(5ms, 1.5)",
    "uniform": "uniform(5ms, 10ms)",
}
_BLOCK = bytes(1 << 16)
_LARGE = 3 ** 100_000


def cpu(*arguments, **keywords):
    """Interprets for this much CPU time, however long it waits for the GIL or a core."""
    end = _end_of_cpu_time("gilsim.cpu", arguments, keywords)
    while time.thread_time() < end:
        pass


def io(*arguments, **keywords):
    """Waits without the GIL, as for a network or a disk."""
    time.sleep(_length("gilsim.io", arguments, keywords))


def native(*arguments, **keywords):
    """Computes in C for this much CPU time, without the GIL."""
    end = _end_of_cpu_time("gilsim.native", arguments, keywords)
    while time.thread_time() < end:
        hashlib.sha256(_BLOCK)


def held(*arguments, **keywords):
    """Computes in C for this much CPU time, and keeps the GIL."""
    end = _end_of_cpu_time("gilsim.held", arguments, keywords)
    while time.thread_time() < end:
        _LARGE * _LARGE


def _end_of_cpu_time(function, arguments, keywords):
    return _length(function, arguments, keywords) + time.thread_time()


def _length(function, arguments, keywords):
    """The length in seconds, drawn where a distribution is given."""
    if keywords:
        raise TypeError(f"{function}() takes no keyword arguments")
    if len(arguments) != 1:
        raise TypeError(f"{function}() takes exactly one argument ({len(arguments)} given)")
    amount = arguments[0]
    try:
        if isinstance(amount, str):
            return _draw(amount.strip())
        if isinstance(amount, (int, float)):
            return _seconds(amount)
    except _Wrong as wrong:
        raise ValueError(f"{function}(): {wrong}") from None
    found = type(amount).__name__
    raise TypeError(f"{function}() takes a text such as \"20ms\" or a number of seconds, not '{found}'")


class _Wrong(Exception):
    """What is wrong and what would be right."""

    def __init__(self, message, hint):
        super().__init__(f"{message}; {hint}")


def _seconds(number):
    if number != number:
        raise _Wrong("the time is not a number", "0 or more seconds are possible")
    if number < 0:
        raise _Wrong("the time is negative", "0 or more seconds are possible")
    if number > _DAY:
        raise _Wrong("the time is too long", "a day, 86400 seconds, is the most")
    return float(number)


def _time(text):
    text = text.strip()
    if not text:
        raise _Wrong("the time is missing", _EXAMPLES)
    if text.startswith("-"):
        raise _Wrong(f"the time `{text}` is negative", _EXAMPLES)
    digits = re.match(r"[0-9.]*", text).group()
    unit = text[len(digits):].lstrip()
    try:
        number = float(digits)
    except ValueError:
        raise _Wrong(f"`{text}` is not a time", _EXAMPLES) from None
    if not unit:
        raise _Wrong(f"the time `{text}` has no unit", f'if milliseconds are meant, write "{text}ms"')
    if unit not in _UNITS:
        raise _Wrong(f"there is no unit `{unit}`", "the units are ns, us, ms, s, m and h")
    seconds = round(number * _UNITS[unit], 9) if math.isfinite(number) else number
    if seconds > _DAY:
        raise _Wrong(f"the time `{text}` is too long", 'a day, "24h", is the most')
    return seconds


def _draw(text):
    if "(" not in text and text not in _KNOWN:
        return _time(text)
    name, _, rest = text.partition("(")
    name = name.rstrip()
    if name not in _KNOWN:
        raise _Wrong(f"there is no distribution `{name}`", f"the distributions are: {', '.join(_KNOWN)}")
    example = f'write it like "{_KNOWN[name]}"'
    if not rest.endswith(")"):
        raise _Wrong(f"`{text}` has {'no closing bracket' if rest else 'no parameters'}", example)
    given = [part.strip() for part in rest[:-1].split(",")]
    takes = _KNOWN[name].count(",") + 1
    if len(given) != takes:
        plural = "" if takes == 1 else "s"
        raise _Wrong(f"`{name}` takes {takes} parameter{plural}, and {len(given)} are given", example)
    return min(max(_LAWS[name](name, *given), 0.0), _DAY)


def _above_zero(name, what, text):
    length = _time(text)
    if length == 0:
        raise _Wrong(f"the {what} of `{name}` cannot be zero", "a time above zero is possible")
    return length


def _number(name, what, text, least):
    if re.fullmatch(r"[0-9]+\.?[0-9]*|\.[0-9]+", text) and least <= float(text) <= 100:
        return float(text)
    raise _Wrong(f"the {what} of `{name}` cannot be `{text}`", f"a number from {least} to 100 is possible, such as 1.5")


def _exponential(name, mean):
    return random.expovariate(1 / _above_zero(name, "mean", mean))


def _lognormal(name, median, sigma):
    median = _above_zero(name, "median", median)
    return random.lognormvariate(math.log(median), _number(name, "sigma", sigma, 0))


def _normal(name, mean, deviation):
    mean = _time(mean)
    return random.gauss(mean, _time(deviation))


def _pareto(name, least, shape):
    least = _above_zero(name, "least", least)
    shape = _number(name, "shape", shape, 0.01)
    try:
        return least * random.paretovariate(shape)
    except OverflowError:
        return _DAY


def _uniform(name, least, most):
    least, most = _time(least), _time(most)
    if least > most:
        raise _Wrong(f"the least time of `{name}` is above the most", "write the shorter time first")
    return random.uniform(least, most)


_LAWS = {
    "exponential": _exponential,
    "lognormal": _lognormal,
    "normal": _normal,
    "pareto": _pareto,
    "uniform": _uniform,
}
