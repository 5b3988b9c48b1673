def squares(n):
    for i in range(n):
        yield i * i


def work(n):
    total = 0
    for square in squares(n):
        total += square
    return total
