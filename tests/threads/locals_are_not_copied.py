# What each thread has for itself is neither copied nor pickled; what a lock is asked for is no text.
import copy
import pickle
import threading


class Mine(threading.local):
    pass


for what in (copy.copy, copy.deepcopy, pickle.dumps):
    for one in (threading.local(), Mine()):
        try:
            what(one)
        except TypeError as error:
            print(error)
for lock in (threading.Lock(), threading.RLock()):
    for given in (('a',), (None, -1), (1, 2, 3), ([],)):
        try:
            lock.acquire(*given)
        except TypeError as error:
            print(error)
    print(lock.acquire(2), lock.release())

# expect:
# cannot pickle '_thread._local' object
# cannot pickle 'Mine' object
# cannot pickle '_thread._local' object
# cannot pickle 'Mine' object
# cannot pickle '_thread._local' object
# cannot pickle 'Mine' object
# 'str' object cannot be interpreted as an integer
# 'NoneType' object cannot be interpreted as an integer
# acquire() takes at most 2 arguments (3 given)
# 'list' object cannot be interpreted as an integer
# True None
# 'str' object cannot be interpreted as an integer
# 'NoneType' object cannot be interpreted as an integer
# acquire() takes at most 2 arguments (3 given)
# 'list' object cannot be interpreted as an integer
# True None
