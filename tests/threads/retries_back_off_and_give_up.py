# Retry with exponential backoff: the pauses double up to a limit; what fails too often gives its last error.
import functools
import threading
import time


def retry(times, pause, longest, errors=(ConnectionError,)):
    def wrap(function):
        @functools.wraps(function)
        def call(*args):
            delay = pause
            for attempt in range(1, times + 1):
                try:
                    return function(*args, attempt)
                except errors as error:
                    if attempt == times:
                        raise RuntimeError(f'gave up after {times} attempts') from error
                    time.sleep(delay)
                    pauses[args[0]].append(round(delay * 1000))
                    delay = min(delay * 2, longest)
        return call
    return wrap


@retry(times=5, pause=0.001, longest=0.004)
def fetch(site, attempt):
    """Fetches a site that answers at its third attempt, or never."""
    if site == 'missing':
        raise KeyError(site)
    if site == 'broken' or attempt < 3:
        raise ConnectionResetError(f'{site} attempt {attempt}')
    return f'{site} at attempt {attempt}'


pauses = {site: [] for site in ('slow', 'broken', 'missing')}
outcomes = {}


def visit(site):
    try:
        outcomes[site] = fetch(site)
    except Exception as error:
        outcomes[site] = f'{error!r} because of {error.__cause__!r}'


threads = [threading.Thread(target=visit, args=(site,)) for site in pauses]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
for site in pauses:
    print(f'{site}: {outcomes[site]}, pauses {pauses[site]} ms')
print(fetch.__name__, fetch.__doc__)

# expect:
# slow: slow at attempt 3, pauses [1, 2] ms
# broken: RuntimeError('gave up after 5 attempts') because of ConnectionResetError('broken attempt 5'), pauses [1, 2, 4, 4] ms
# missing: KeyError('missing') because of None, pauses [] ms
# fetch Fetches a site that answers at its third attempt, or never.
