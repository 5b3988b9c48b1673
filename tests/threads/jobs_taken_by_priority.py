# A priority queue of jobs: the most urgent first, equals in the order of their coming, whatever the jobs are.
import itertools
import queue
import threading
from dataclasses import dataclass, field


@dataclass(order=True)
class Job:
    priority: int
    number: int
    work: object = field(compare=False)


class Scheduler:
    def __init__(self):
        self._jobs = queue.PriorityQueue()
        self._numbers = itertools.count()

    def add(self, priority, work):
        self._jobs.put(Job(priority, next(self._numbers), work))

    def run(self):
        while (job := self._jobs.get()).work is not None:
            print(f'{job.priority} {job.number}: {job.work()}')
            self._jobs.task_done()
        self._jobs.task_done()


scheduler = Scheduler()
scheduler.add(5, lambda: 'sweep the floor')
scheduler.add(1, lambda: 'put out the fire')
scheduler.add(3, lambda: 'answer the phone')
scheduler.add(1, lambda: 'call for help')
scheduler.add(3, lambda: {'not': 'comparable'})
scheduler.add(9, None)
worker = threading.Thread(target=scheduler.run)
worker.start()
worker.join()
print(scheduler._jobs.unfinished_tasks)
plain = queue.PriorityQueue()
plain.put((1, {'first': 1}))
try:
    plain.put((1, {'second': 2}))
except TypeError as error:
    print(error)

# expect:
# 1 1: put out the fire
# 1 3: call for help
# 3 2: answer the phone
# 3 4: {'not': 'comparable'}
# 5 0: sweep the floor
# 0
# '<' not supported between instances of 'dict' and 'dict'
