def grow(xs, n):
    while len(xs) < n:
        xs.append(len(xs) * len(xs))
    return xs
print(grow([], 6))
grid = []
for i in range(3):
    row = []
    for j in range(3):
        row.append(i * j)
    grid.append(row)
print(grid)
total = 0
for row in grid:
    for cell in row:
        total += cell
print(total)
# expect:
# [0, 1, 4, 9, 16, 25]
# [[0, 0, 0], [0, 1, 2], [0, 2, 4]]
# 9
