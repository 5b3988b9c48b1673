class Matrix:
    def __init__(self, rows): self.rows = [list(r) for r in rows]
    def __matmul__(self, o): return Matrix([[sum(a * b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in self.rows])
    def __add__(self, o): return Matrix([[a + b for a, b in zip(r, s)] for r, s in zip(self.rows, o.rows)])
    def __mul__(self, k): return Matrix([[a * k for a in r] for r in self.rows]) if isinstance(k, (int, float)) else NotImplemented
    __rmul__ = __mul__
    def __pow__(self, n):
        r = Matrix([[int(i == j) for j in range(len(self.rows))] for i in range(len(self.rows))])
        for _ in range(n): r = r @ self
        return r
    def __eq__(self, o): return isinstance(o, Matrix) and self.rows == o.rows
    def __getitem__(self, ij): i, j = ij; return self.rows[i][j]
    def __setitem__(self, ij, v): self.rows[ij[0]][ij[1]] = v
    def __neg__(self): return self * -1
    def __iter__(self): return iter(self.rows)
    def __len__(self): return len(self.rows)
    def __contains__(self, v): return any(v in r for r in self.rows)
    def __repr__(self): return f'Matrix({self.rows})'
    def __str__(self): return '\n'.join(' '.join(f'{v:4}' for v in r) for r in self.rows)
    @property
    def T(self): return Matrix(zip(*self.rows))
    def det(self):
        if len(self.rows) == 1: return self.rows[0][0]
        return sum((-1) ** j * v * Matrix([r[:j] + r[j + 1:] for r in self.rows[1:]]).det() for j, v in enumerate(self.rows[0]))
m = Matrix([[1, 2], [3, 4]])
print(m @ m, m + m, 2 * m, m * 2, m ** 5, m == Matrix([[1, 2], [3, 4]]), m[1, 0], -m, len(m), 3 in m, m.T, m.det(), Matrix([[2, 0, 1], [1, 3, 2], [1, 1, 1]]).det())
m[0, 0] = 9; print(m); print([x for r in m for x in r])
try: m + 1
except AttributeError as e: print(e)
m @= m; print(m)
try: m < m
except TypeError as e: print(e)
try: hash(m)
except TypeError as e: print(e)

# expect:
#    7   10
#   15   22    2    4
#    6    8    2    4
#    6    8    2    4
#    6    8 1069 1558
# 2337 3406 True 3   -1   -2
#   -3   -4 2 True    1    3
#    2    4 -2 0
#    9    2
#    3    4
# [9, 2, 3, 4]
# 'int' object has no attribute 'rows'
#   87   26
#   39   22
# '<' not supported between instances of 'Matrix' and 'Matrix'
# unhashable type: 'Matrix'
