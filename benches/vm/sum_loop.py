def work(n):
    result = 0
    for i in range(n):
        result += i * i
    return result
