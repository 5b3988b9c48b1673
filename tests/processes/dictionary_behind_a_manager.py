# A manager's dict, list and Namespace live in a server process: all others work on them through proxies.
from multiprocessing import Manager, Process


def enter(book, visitors, settings, lock, name):
    with lock:
        book[name] = book.get(name, 0) + len(name)
        book['total'] = book.get('total', 0) + 1
    visitors.append(name)
    settings.last_seen = 'somebody'


if __name__ == '__main__':
    with Manager() as manager:
        book, visitors, lock = manager.dict(start=0), manager.list(), manager.Lock()
        settings = manager.Namespace(colour='red')
        names = ['ann', 'bob', 'claire']
        processes = [Process(target=enter, args=(book, visitors, settings, lock, name)) for name in names]
        for process in processes:
            process.start()
        for process in processes:
            process.join()
        print(dict(sorted(book.items())), sorted(visitors), len(visitors))
        print(settings.colour, settings.last_seen, hasattr(settings, 'missing'))
        print('ann' in book, book.pop('start'), list(visitors[:0]), type(book).__name__)
        nested = manager.dict(inner=[1])
        nested['inner'].append(2)
        print('a copy was changed:', nested['inner'])
        inner = nested['inner']
        inner.append(2)
        nested['inner'] = inner
        print('put back:', nested['inner'], str(nested))
        try:
            book['nobody']
        except KeyError as error:
            print(repr(error))
    try:
        len(visitors)
    except Exception as error:
        print('the manager is gone:', isinstance(error, (OSError, EOFError)))

# expect:
# {'ann': 3, 'bob': 3, 'claire': 6, 'start': 0, 'total': 3} ['ann', 'bob', 'claire'] 3
# red somebody False
# True 0 [] DictProxy
# a copy was changed: [1]
# put back: [1, 2] {'inner': [1, 2]}
# KeyError('nobody')
# the manager is gone: True
