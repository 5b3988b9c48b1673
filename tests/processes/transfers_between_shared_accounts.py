# Bank transfers over processes: balances in a shared Array, a lock for each account, taken in the order of the accounts.
import multiprocessing


def transfer(balances, locks, source, target, amount):
    first, second = sorted((source, target))
    with locks[first], locks[second]:
        if balances[source] >= amount:
            balances[source] -= amount
            balances[target] += amount
            return True
    return False


def trade(balances, locks, me, done):
    count = len(locks)
    moved = sum(transfer(balances, locks, (me + step) % count, (me + step + 1) % count, step) for step in range(12))
    done.put(moved)


if __name__ == '__main__':
    locks = [multiprocessing.Lock() for _ in range(4)]
    balances, done = multiprocessing.Array('i', [100] * 4, lock=False), multiprocessing.SimpleQueue()
    traders = [multiprocessing.Process(target=trade, args=(balances, locks, me, done)) for me in range(3)]
    for trader in traders:
        trader.start()
    for trader in traders:
        trader.join()
    print(sum(balances), min(balances) >= 0, sum(done.get() for _ in traders))
    print([lock.acquire(block=False) for lock in locks], locks[0].acquire(timeout=0.001))

# expect:
# 400 True 36
# [True, True, True, True] False
