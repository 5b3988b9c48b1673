# Threads that import the same modules at the same time all find them whole.
import threading

ready = threading.Barrier(4)
failed, seen = [], []


def work(number):
    ready.wait()
    try:
        import csv
        import logging.handlers
        import statistics
        from datetime import datetime
        from fractions import Fraction
        import time
        seen.append((
            csv.DictReader(['a,b', '1,2']).__next__()['b'], statistics.median([3, 1, 2]), datetime(2024, 2, 29).day,
            Fraction(2, 4).denominator, logging.handlers.QueueHandler(None).queue, time.gmtime(0).tm_year,
        ))
    except (AttributeError, ImportError, NameError) as error:
        failed.append(repr(error))


threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(failed, len(seen), set(seen))

# expect:
# [] 4 {('2', 2, 29, 2, None, 1970)}
