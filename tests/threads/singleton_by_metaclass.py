# A metaclass whose call is locked: threads that race to create get one and the same object a class.
import threading


class Singleton(type):
    _instances = {}
    _lock = threading.RLock()

    def __call__(cls, *args, **kwargs):
        with cls._lock:
            if cls not in cls._instances:
                cls._instances[cls] = super().__call__(*args, **kwargs)
        return cls._instances[cls]


class Log(metaclass=Singleton):
    created = 0

    def __init__(self):
        Log.created += 1
        self.lines = []


class Config(metaclass=Singleton):
    def __init__(self, name='default'):
        self.name = name
        self.log = Log()      # within the lock again: it is re-entrant


found = []


def use(number):
    found.append(id(Config(f'of {number}')))
    Log().lines.append(number)


threads = [threading.Thread(target=use, args=(number,)) for number in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(set(found)), Log.created, sorted(Log().lines))
print(Config().log is Log(), Config() is Config('other'), Config().name.startswith('of '))
print(sorted(cls.__name__ for cls in Singleton._instances))

# expect:
# 1 1 [0, 1, 2, 3, 4, 5, 6, 7]
# True True True
# ['Config', 'Log']
