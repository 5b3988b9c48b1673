# Event, Barrier, Semaphore and Condition between processes do what they do between threads.
import multiprocessing


def run(lane, ready, gun, meeting, log, lock):
    ready.release()
    started = gun.wait(60)
    place = meeting.wait(60)
    with lock:
        log.put((lane, started, 0 <= place < 3))


def consumer(condition, level, log):
    with condition:
        reached = condition.wait_for(lambda: level.value >= 3, timeout=60)
        log.put(('level', level.value, reached))


if __name__ == '__main__':
    ready, gun = multiprocessing.Semaphore(0), multiprocessing.Event()
    meeting, lock, log = multiprocessing.Barrier(3), multiprocessing.Lock(), multiprocessing.SimpleQueue()
    runners = [multiprocessing.Process(target=run, args=(n, ready, gun, meeting, log, lock)) for n in range(3)]
    for runner in runners:
        runner.start()
    for _ in runners:
        ready.acquire()
    print(gun.is_set(), log.empty(), gun.wait(0.001))
    gun.set()
    for runner in runners:
        runner.join()
    print(sorted(log.get() for _ in runners), meeting.broken, meeting.n_waiting)
    condition, level = multiprocessing.Condition(), multiprocessing.Value('i', 0)
    waiter = multiprocessing.Process(target=consumer, args=(condition, level, log))
    waiter.start()
    for _ in range(3):
        with condition:
            level.value += 1
            condition.notify_all()
    waiter.join()
    print(log.get())

# expect:
# False True False
# [(0, True, True), (1, True, True), (2, True, True)] False 0
# ('level', 3, True)
