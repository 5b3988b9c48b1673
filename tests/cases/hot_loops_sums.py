# Loops over a range that add up and do nothing else, and what makes them leave their code.
def plain(start, stop, step):
    total = 0
    for i in range(start, stop, step):
        total += i
    return total, i


def squares(n, total):
    for i in range(n):
        total += i ** 2
    return total


def products(n, factor):
    total = 7
    for i in range(n):
        total += i * factor
    return total


def of_what_stays(n, one, other):
    total = 0
    for i in range(n):
        total += one * other
    return total, i


def turned_round(n):
    total = 0
    for i in range(n):
        total = i + total
    return total


def doubles(n):
    total = 1
    for i in range(n):
        total += total
    return total


def itself(n):
    for i in range(n):
        i += i
    return i


def to_the_limit(total, step):
    seen = []
    for times in range(4):
        for i in range(100):
            total += step
        seen.append(total)
    return seen


def beyond_two_words(n):
    total = 2**118
    for i in range(n):
        total += (2**62 + i) * 2**55
    return total


def large_factors(n, factor):
    total = 2**70
    for i in range(n):
        total += i * factor
    return total, i


def stopped_by_a_limit(n):
    total = 9_223_372_036_854_775_807 - 5_000
    for i in range(n):
        total += i
    return total, i


def nothing_left():
    counts = []
    for n in (0, 1, 2, 3, 60):
        total = 0
        for i in range(n):
            total += i
        counts.append(total)
    return counts


class Counted:
    def __init__(self, n):
        self.n = n

    def __add__(self, other):
        return Counted(self.n + 2 * other)


def of_own_objects(n):
    total = Counted(1)
    for i in range(n):
        total += i
    return total.n


total = 0
for i in range(500):
    total += i
print(total, i)

for twice in range(2):
    print(plain(0, 1000, 1), plain(1000, -1000, -3), plain(-5, 900, 7))
    print(squares(2000, 0), squares(3000, 2**63 - 1000), squares(300, 2**90), squares(300, -(2**90)))
    print(products(400, 3), products(400, -(2**40)), products(400, 2**62))
    print(of_what_stays(300, 3, 4), of_what_stays(300, 2**40, 2**22), of_what_stays(300, 2**50, -(2**50)))
    print(turned_round(300), doubles(60), doubles(200), itself(80))
    print(to_the_limit(0, 2**56), to_the_limit(0, -(2**56)), to_the_limit(5, True))
    print(beyond_two_words(300), large_factors(300, 2**63 - 1), large_factors(300, -(2**63)))
    print(stopped_by_a_limit(400), nothing_left(), of_own_objects(200))
    print(products(300, 0.5), products(300, True))

# expect:
# 124750 499
# (499500, 999) (667, -998) (58045, 898)
# 2664667000 9223372045850275308 1237940039285380274908079274 -1237940039285380274890169174
# 239407 -87741027896524793 368012544270505554739207
# (3600, 299) (1383505805528216371200, 299) (-380295180068468820449010961612800, 299)
# 44850 1152921504606846976 1606938044258990275541962092341162602522202993782792835301376 158
# [7205759403792793600, 14411518807585587200, 21617278211378380800, 28823037615171174400] [-7205759403792793600, -14411518807585587200, -21617278211378380800, -28823037615171174400] [105, 205, 305, 405]
# 50178356840880575818010262826116972544 (414848827473654106247374, 299) (-412487644232219283685376, 299)
# (9223372036854850607, 399) [0, 0, 1, 3, 1770] 39801
# 22432.0 44857
# (499500, 999) (667, -998) (58045, 898)
# 2664667000 9223372045850275308 1237940039285380274908079274 -1237940039285380274890169174
# 239407 -87741027896524793 368012544270505554739207
# (3600, 299) (1383505805528216371200, 299) (-380295180068468820449010961612800, 299)
# 44850 1152921504606846976 1606938044258990275541962092341162602522202993782792835301376 158
# [7205759403792793600, 14411518807585587200, 21617278211378380800, 28823037615171174400] [-7205759403792793600, -14411518807585587200, -21617278211378380800, -28823037615171174400] [105, 205, 305, 405]
# 50178356840880575818010262826116972544 (414848827473654106247374, 299) (-412487644232219283685376, 299)
# (9223372036854850607, 399) [0, 0, 1, 3, 1770] 39801
# 22432.0 44857
