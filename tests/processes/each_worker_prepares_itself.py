# The initializer runs once in each worker and leaves there what all its tasks use: a table, a connection, a seed.
import multiprocessing
import os

table = None
prepared = 0


def prepare(words, suffix):
    global table, prepared
    table = {word: word[::-1] + suffix for word in words}
    prepared += 1


def look_up(word):
    return table[word], prepared, os.getpid()


def break_down():
    raise RuntimeError('never called')


if __name__ == '__main__':
    with multiprocessing.Pool(2, initializer=prepare, initargs=(['stop', 'live', 'draw'], '!')) as pool:
        answers = pool.map(look_up, ['stop', 'live', 'draw', 'stop'] * 3, chunksize=1)
    print(sorted({answer for answer, _, _ in answers}))
    print('once in each:', {times for _, times, _ in answers}, 'not here:', table, prepared)
    try:
        multiprocessing.Pool(1, initializer='prepare')
    except TypeError as error:
        print(error)

# expect:
# ['evil!', 'pots!', 'ward!']
# once in each: {1} not here: None 0
# initializer must be a callable
