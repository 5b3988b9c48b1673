# The families of addresses that connections know, and which modules a fork server can be asked to load.
import multiprocessing
import multiprocessing.connection

if __name__ == '__main__':
    print(multiprocessing.connection.families)
    multiprocessing.set_forkserver_preload(['__main__'])
    for names in [1, 2, 3], ['json', None]:
        try:
            multiprocessing.set_forkserver_preload(names)
        except TypeError as error:
            print(error)

# expect:
# ['AF_INET', 'AF_UNIX']
# module_names must be a list of strings
# module_names must be a list of strings
