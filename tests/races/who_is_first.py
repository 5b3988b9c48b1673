# With two workers the shorter task does not have to be done first.
from concurrent.futures import ThreadPoolExecutor, as_completed


def square(n):
    return n * n


with ThreadPoolExecutor(2) as pool:
    futures = [pool.submit(square, n) for n in (2, 3)]
    print(*[future.result() for future in as_completed(futures)])
    print(*pool.map(square, (4, 5)))
# outcomes:
# 4 9
# 16 25
# ---
# 9 4
# 16 25
