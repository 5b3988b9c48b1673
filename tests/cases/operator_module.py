import operator
from operator import attrgetter, itemgetter, methodcaller

print(operator.add(1, 2), operator.sub(5, 3), operator.mul(4, 3), operator.truediv(7, 2), operator.floordiv(7, 2))
print(operator.mod(7, 3), operator.pow(2, 5), operator.neg(3), operator.pos(-2), operator.abs(-4), operator.invert(5))
print(operator.lt(1, 2), operator.ge(1, 2), operator.eq("a", "a"), operator.ne(1, 1), operator.not_([]), operator.truth([1]))
print(operator.and_(6, 3), operator.or_(6, 3), operator.xor(6, 3), operator.lshift(1, 4), operator.rshift(16, 2))
print(operator.is_(None, None), operator.is_not(1, None), operator.contains([1, 2], 2), operator.concat("a", "b"))
print(operator.countOf([1, 2, 1], 1), operator.indexOf([5, 6], 6), operator.getitem([1, 2], 1), operator.index(7))
values = [1, 2, 3]
operator.setitem(values, 0, 9)
operator.delitem(values, 1)
print(values, operator.iadd(values, [4]), values)
rows = [("b", 2, 1.5), ("a", 3, 0.5), ("c", 1, 2.5)]
print(sorted(rows, key=itemgetter(0)), max(rows, key=itemgetter(1)), itemgetter(2, 0)(rows[0]), itemgetter("k")({"k": 1}))


class Point:
    def __init__(self, x, inner=None):
        self.x = x
        self.inner = inner

    def scaled(self, by, plus=0):
        return self.x * by + plus


points = [Point(3), Point(1, Point(8))]
print([p.x for p in sorted(points, key=attrgetter("x"))], attrgetter("inner.x")(points[1]), attrgetter("x", "inner")(points[0]))
print(methodcaller("scaled", 3)(points[0]), methodcaller("scaled", 2, plus=1)(points[0]), methodcaller("upper")("abc"))
try:
    operator.indexOf([1], 2)
except ValueError as error:
    print(error)
try:
    attrgetter(3)
except TypeError as error:
    print(error)
# expect:
# 3 2 12 3.5 3
# 1 32 -3 -2 4 -6
# True False True False True True
# 2 7 5 16 4
# True True True ab
# 2 1 2 7
# [9, 3, 4] [9, 3, 4] [9, 3, 4]
# [('a', 3, 0.5), ('b', 2, 1.5), ('c', 1, 2.5)] ('a', 3, 0.5) (1.5, 'b') 1
# [1, 3] 8 (3, None)
# 9 7 ABC
# sequence.index(x): x not in sequence
# attribute name must be a string
