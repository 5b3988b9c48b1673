def matmul(a, b):
    n, m, p = len(a), len(b), len(b[0])
    out = []
    for i in range(n):
        row = [0] * p
        for j in range(p):
            for k in range(m):
                row[j] += a[i][k] * b[k][j]
        out.append(row)
    return out
print(matmul([[1, 2], [3, 4]], [[5, 6], [7, 8]]))
# expect:
# [[19, 22], [43, 50]]
