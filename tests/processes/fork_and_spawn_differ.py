# A forked child sees the globals as they were at the fork; a spawned one imports the program anew and sees them as written.
import multiprocessing

setting = 'as written'


def tell(results):
    results.put((setting, __name__ == '__main__'))


def what_they_see(method):
    context = multiprocessing.get_context(method)
    results = context.SimpleQueue()
    process = context.Process(target=tell, args=(results,))
    process.start()
    process.join()
    return results.get()


if __name__ == '__main__':
    setting = 'changed by the main program'
    print('fork: ', *what_they_see('fork'))
    print('spawn:', *what_they_see('spawn'))
    print(sorted(multiprocessing.get_all_start_methods()))
    print(multiprocessing.get_context('spawn').get_start_method())
    try:
        multiprocessing.get_context('teleport')
    except ValueError as error:
        print(error)
    multiprocessing.set_start_method('fork', force=True)
    print(multiprocessing.get_start_method())
    try:
        multiprocessing.set_start_method('spawn')
    except RuntimeError as error:
        print(error)

# expect:
# fork:  changed by the main program True
# spawn: as written False
# ['fork', 'forkserver', 'spawn']
# spawn
# cannot find context for 'teleport'
# fork
# context has already been set
