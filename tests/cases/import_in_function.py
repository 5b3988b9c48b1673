def work():
    from time import perf_counter
    import time
    a = perf_counter()
    time.sleep(0)
    return a <= time.perf_counter()
print(work())
# expect:
# True
