# Each thread counts the words of its lines in a counter of its own and adds it to the common one under a lock, once.
import threading
from collections import Counter

TEXT = """the quick brown fox jumps over the lazy dog
the dog sleeps and the fox runs
a quick fox is a happy fox
over the hills the dog runs"""

total = Counter()
lock = threading.Lock()


def count(lines):
    mine = Counter()
    for line in lines:
        mine.update(line.split())
    with lock:
        total.update(mine)


lines = TEXT.splitlines()
threads = [threading.Thread(target=count, args=(lines[n::2],)) for n in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
for word, times in sorted(total.items(), key=lambda item: (-item[1], item[0]))[:6]:
    print(f'{word:<6}{times:>2} {"*" * times}')
print(sum(total.values()), 'words', len(total), 'different')

# expect:
# the    6 ******
# fox    4 ****
# dog    3 ***
# a      2 **
# over   2 **
# quick  2 **
# 29 words 15 different
