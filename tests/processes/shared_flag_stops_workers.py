# A shared Event as a stop sign: workers go on until it is set, and say how far they came through a shared Array.
import multiprocessing


def work(stop, rounds, place, begun):
    while True:
        rounds[place] += 1
        begun.release()
        if stop.wait(0.001):
            return


if __name__ == '__main__':
    stop, begun = multiprocessing.Event(), multiprocessing.Semaphore(0)
    rounds = multiprocessing.Array('l', 2)
    workers = [multiprocessing.Process(target=work, args=(stop, rounds, place, begun)) for place in range(2)]
    for worker in workers:
        worker.start()
    for _ in range(4):
        begun.acquire()
    print('working', stop.is_set(), [worker.is_alive() for worker in workers])
    stop.set()
    for worker in workers:
        worker.join()
    print([worker.exitcode for worker in workers], sum(rounds) >= 4, min(rounds) >= 1)
    stop.clear()
    print(stop.is_set(), stop.wait(0))

# expect:
# working False [True, True]
# [0, 0] True True
# False False
