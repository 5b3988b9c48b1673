# Memory that the parent has forgotten as soon as its children have begun.
import multiprocessing as mp
from multiprocessing.sharedctypes import RawArray, RawValue

def work(value, items, results):
    value.value += 1
    items[0] += 5
    results.put((value.value, list(items)))

def start(results):
    process = mp.Process(target=work, args=(RawValue('i', 41), RawArray('i', [1, 2, 3]), results))
    process.start()
    return process

if __name__ == '__main__':
    for method in ('fork', 'spawn', 'forkserver'):
        mp.set_start_method(method, force=True)
        results = mp.Queue()
        process = start(results)
        print(method, results.get())
        process.join()
        print(process.exitcode)

# expect:
# fork (42, [6, 2, 3])
# 0
# spawn (42, [6, 2, 3])
# 0
# forkserver (42, [6, 2, 3])
# 0
