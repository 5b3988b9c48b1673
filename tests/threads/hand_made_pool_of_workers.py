# A pool of workers written by hand: tasks with results to wait for, a context manager that drains and ends it.
import queue
import threading


class Task:
    def __init__(self, function, args):
        self.function, self.args = function, args
        self.done = threading.Event()
        self.value = self.error = None

    def run(self):
        try:
            self.value = self.function(*self.args)
        except Exception as error:
            self.error = error
        finally:
            self.done.set()

    def get(self):
        self.done.wait()
        if self.error:
            raise self.error
        return self.value


class Workers:
    def __init__(self, count):
        self.tasks = queue.Queue()
        self.threads = [threading.Thread(target=self.work) for _ in range(count)]

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *exception):
        for _ in self.threads:
            self.tasks.put(None)
        for thread in self.threads:
            thread.join()

    def work(self):
        while (task := self.tasks.get()) is not None:
            task.run()

    def apply(self, function, *args):
        task = Task(function, args)
        self.tasks.put(task)
        return task


with Workers(3) as workers:
    tasks = [workers.apply(pow, 2, n) for n in range(10)] + [workers.apply(int, 'x'), workers.apply(max)]
print([task.get() for task in tasks[:10]])
for task in tasks[10:]:
    try:
        task.get()
    except Exception as error:
        print(type(error).__name__, error)
print([thread.is_alive() for thread in workers.threads])

# expect:
# [1, 2, 4, 8, 16, 32, 64, 128, 256, 512]
# ValueError invalid literal for int() with base 10: 'x'
# TypeError max expected at least 1 argument, got 0
# [False, False, False]
