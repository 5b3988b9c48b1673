# Callbacks of futures count what is done: each is called once, with its future, in the thread that ends the task.
from concurrent.futures import ThreadPoolExecutor
import threading

lock = threading.Lock()
done, lines, threads = 0, [], set()


def tell(future):
    global done
    with lock:
        done += 1
        threads.add(threading.current_thread().name.rpartition('_')[0])
        lines.append(f'{done} of 6')
        assert future.done() and not future.running()


gate = threading.Event()
with ThreadPoolExecutor(2, thread_name_prefix='worker') as pool:
    futures = [pool.submit(gate.wait) for _ in range(6)]
    for future in futures:
        future.add_done_callback(tell)
    gate.set()
print(lines)
print(threads)
futures[0].add_done_callback(lambda future: print('at once, in', threading.current_thread().name, future.result()))
order = []
for n in range(3):
    futures[1].add_done_callback(lambda _, n=n: order.append(n))
print(order)

# expect:
# ['1 of 6', '2 of 6', '3 of 6', '4 of 6', '5 of 6', '6 of 6']
# {'worker'}
# at once, in MainThread True
# [0, 1, 2]
