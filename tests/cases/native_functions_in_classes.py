# Functions of modules that are native code are no methods where they stand in a class.
import heapq
import io
import logging
import operator
import time


class Clock:
    convert = time.gmtime
    local = time.localtime
    text = time.strftime
    plus = operator.add
    least = heapq.heappop
    size = len


clock = Clock()
print(clock.convert(0)[:6], Clock.convert(86400)[:3])
print(clock.local(0) == time.localtime(0))
print(clock.text("%Y", time.gmtime(0)), clock.plus(2, 3), clock.least([1, 2]), clock.size("abc"))


class Own:
    def method(self, n):
        return n

    other = method
    by_name = lambda self, n: n + 1


for n in range(300):
    assert clock.plus(n, 1) == Own().by_name(n) and Own().other(n) == n

out = io.StringIO()
handler = logging.StreamHandler(out)
formatter = logging.Formatter("%(asctime)s %(message)s")
handler.setFormatter(formatter)
logger = logging.getLogger("timed")
logger.propagate = False
logger.addHandler(handler)
logger.warning("one")
formatter.converter = time.gmtime
logger.warning("two")


class Utc(logging.Formatter):
    converter = time.gmtime


handler.setFormatter(Utc("%(asctime)s %(message)s", "%Y"))
logger.warning("three")
for line in out.getvalue().splitlines():
    print(len(line), line.split()[-1])

# expect:
# (1970, 1, 1, 0, 0, 0) (1970, 1, 2)
# True
# 1970 5 1 3
# 27 one
# 27 two
# 10 three
