# An object that holds a pool cannot be sent to the pool's own workers: the pool says why.
import multiprocessing
import pickle
from multiprocessing.pool import ThreadPool


class Model:
    def __init__(self):
        self.pool = multiprocessing.Pool(1)

    def part(self, n):
        return n * n

    def all(self):
        return self.pool.map(self.part, range(3))


class Sendable(Model):
    def __getstate__(self):
        state = self.__dict__.copy()
        del state['pool']
        return state


if __name__ == '__main__':
    for kind in (Model, Sendable):
        model = kind()
        with model.pool:
            try:
                print(model.all())
            except NotImplementedError as error:
                print(error)
        model.pool.join()
    with ThreadPool(1) as pool:
        try:
            pickle.dumps(pool)
        except NotImplementedError as error:
            print(error)

# expect:
# pool objects cannot be passed between processes or pickled
# [0, 1, 4]
# pool objects cannot be passed between processes or pickled
