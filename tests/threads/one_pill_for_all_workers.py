# A worker that finds the poison pill puts it back for the next one: who ends them need not know how many they are.
import queue
import threading

PILL = None
jobs = queue.Queue()
done = queue.SimpleQueue()


def work():
    while True:
        job = jobs.get()
        if job is PILL:
            jobs.put(PILL)
            return
        done.put((job, job ** 2))


workers = [threading.Thread(target=work) for _ in range(4)]
for worker in workers:
    worker.start()
for job in range(10):
    jobs.put(job)
jobs.put(PILL)
for worker in workers:
    worker.join(timeout=10)
print([worker.is_alive() for worker in workers])
results = {}
while not done.empty():
    job, result = done.get_nowait()
    results[job] = result
print(sorted(results.items()))
print('one pill is left:', jobs.get_nowait() is PILL, jobs.empty())

# expect:
# [False, False, False, False]
# [(0, 0), (1, 1), (2, 4), (3, 9), (4, 16), (5, 25), (6, 36), (7, 49), (8, 64), (9, 81)]
# one pill is left: True True
