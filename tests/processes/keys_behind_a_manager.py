# A dictionary behind a manager is walked through there, key by key.
import multiprocessing as mp


def count(known):
    for key in known.keys():
        known[key] += 1


if __name__ == '__main__':
    with mp.Manager() as manager:
        known = manager.dict({'a': 1, 'b': 2})
        keys = iter(known)
        print(type(keys).__name__, next(keys), next(keys), next(keys, 'over'))
        process = mp.Process(target=count, args=(known,))
        process.start()
        process.join()
        print([key for key in known], sorted(known), dict(known), {**known}, known.items())
        try:
            for key in known:
                known[key * 2] = 0
        except RuntimeError as error:
            print(error)
        print(len(known))
    try:
        known['a']
    except OSError as error:
        print(error)

# expect:
# IteratorProxy a b over
# ['a', 'b'] ['a', 'b'] {'a': 2, 'b': 3} {'a': 2, 'b': 3} [('a', 2), ('b', 3)]
# dictionary changed size during iteration
# 3
# [Errno 32] Broken pipe
