# JoinableQueue: workers say task_done, join() waits for all of it, a pill each ends them.
import multiprocessing


def work(tasks, results):
    while (task := tasks.get()) is not None:
        results.put((task, task ** 3))
        tasks.task_done()
    tasks.task_done()


if __name__ == '__main__':
    tasks, results = multiprocessing.JoinableQueue(), multiprocessing.SimpleQueue()
    workers = [multiprocessing.Process(target=work, args=(tasks, results)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for task in range(6):
        tasks.put(task)
    tasks.join()
    print('all six are done:', sorted(results.get() for _ in range(6)))
    for _ in workers:
        tasks.put(None)
    tasks.join()
    for worker in workers:
        worker.join()
    try:
        tasks.task_done()
    except ValueError as error:
        print(error)
    print([worker.exitcode for worker in workers])

# expect:
# all six are done: [(0, 0), (1, 1), (2, 8), (3, 27), (4, 64), (5, 125)]
# task_done() called too many times
# [0, 0]
