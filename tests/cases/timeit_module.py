import timeit
print(timeit.timeit(lambda: None, number=10) >= 0, len(timeit.repeat(lambda: sum([1]), number=2, repeat=3)), timeit.Timer(lambda: 1).timeit(1) >= 0)

# expect:
# True 3 True
