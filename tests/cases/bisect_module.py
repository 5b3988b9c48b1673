from bisect import bisect, bisect_left, bisect_right, insort, insort_left

values = [1, 3, 3, 5, 8]
print(bisect_left(values, 3), bisect_right(values, 3), bisect(values, 9), bisect_left(values, 0), bisect_left([], 1))
print(bisect_left(values, 3, 2), bisect_right(values, 8, 0, 3))
insort(values, 4)
insort_left(values, 3)
print(values)
rows = [("a", 1), ("b", 3), ("c", 7)]
print(bisect_left(rows, 3, key=lambda row: row[1]), bisect_right(rows, 3, key=lambda row: row[1]))
insort(rows, ("x", 5), key=lambda row: row[1])
print(rows)
grades = "FDCBA"
print("".join(grades[bisect([60, 70, 80, 90], score)] for score in (33, 99, 77, 70, 89, 90, 100)))
try:
    bisect_left(values, 1, -1)
except ValueError as error:
    print(error)
# expect:
# 1 3 5 0 0
# 2 3
# [1, 3, 3, 3, 4, 5, 8]
# 1 2
# [('a', 1), ('b', 3), ('x', 5), ('c', 7)]
# FACCBAA
# lo must be non-negative
