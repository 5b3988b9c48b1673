# Threads that take turns inside of functions that call themselves, and put their names to other functions.
import sys
import threading


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def depth(items, n):
    if n == 0:
        return len(items)
    return depth(items, n - 1) + 1


results = [None] * 4


def work(number, n):
    results[number] = fib(n), depth([number] * number, 300)


sys.setswitchinterval(1e-5)
threads = [threading.Thread(target=work, args=(number, 15 + number % 2)) for number in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(results)


def one(n):
    return 1 if n == 0 else step(n - 1)


def two(n):
    return 2 if n == 0 else step(n - 1)


step = one


def swap():
    global step
    for turn in range(200):
        step = two if turn % 2 else one


swapper = threading.Thread(target=swap)
swapper.start()
found = {step(200) for turn in range(100)}
swapper.join()
print(found <= {1, 2}, step is two)
# expect:
# [(610, 300), (987, 301), (610, 302), (987, 303)]
# True True
