# forkserver: children are forked from a clean server process, so they see the program as written, and know who asked for them.
import multiprocessing

state = ['as written']


def tell(results, text, *, times=1):
    results.put((state, text * times, multiprocessing.parent_process().name))


if __name__ == '__main__':
    state.append('by main')
    context = multiprocessing.get_context('forkserver')
    results = context.SimpleQueue()
    for arguments in ({'args': (results, 'a')}, {'args': (results,), 'kwargs': {'text': 'b', 'times': 3}}):
        child = context.Process(target=tell, **arguments)
        child.start()
        child.join()
        print(*results.get(), child.exitcode)
    print(context.get_start_method(), type(child).__name__)

# expect:
# ['as written'] a MainProcess 0
# ['as written'] bbb MainProcess 0
# forkserver ForkServerProcess
