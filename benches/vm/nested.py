def work(n):
    total = 0
    i = 0
    while i < n:
        j = 0
        while j < n:
            if (i ^ j) & 1:
                total += i
            j += 1
        i += 1
    return total
