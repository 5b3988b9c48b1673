# Each thread looks for primes in a range of its own and writes into a place of its own: no lock is needed.
import threading


def is_prime(n):
    if n < 2:
        return False
    divisor = 2
    while divisor * divisor <= n:
        if n % divisor == 0:
            return False
        divisor += 1
    return True


def search(place, start, stop):
    found[place] = [n for n in range(start, stop) if is_prime(n)]


found = [None] * 4
threads = []
for place in range(4):
    thread = threading.Thread(target=search, args=(place, place * 50, (place + 1) * 50))
    threads.append(thread)
    thread.start()
for thread in threads:
    thread.join()
for place, primes in enumerate(found):
    print(f'{place * 50:3} to {(place + 1) * 50 - 1:3}: {len(primes):2} primes, the last is {primes[-1]}')
print(sum(map(len, found)))

# expect:
#   0 to  49: 15 primes, the last is 47
#  50 to  99: 10 primes, the last is 97
# 100 to 149: 10 primes, the last is 149
# 150 to 199: 11 primes, the last is 199
# 46
