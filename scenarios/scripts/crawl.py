# Fetches forty pages by a pool of threads and counts the groups of letters on them. How many threads should there be?
#
#   gilsim sweep scenarios/scripts/crawl.py --set program.WORKERS=1,2,4,8,16,32
from concurrent.futures import ThreadPoolExecutor
from urllib.request import urlopen

WORKERS = 8
PAGES = [f'http://pages.example.com/{number}' for number in range(40)]


def count_groups(page):
    with urlopen(page) as answer:
        text = answer.read().decode()
    counts = {}
    for size in range(1, 7):
        for at in range(len(text) - size):
            group = text[at:at + size]
            counts[group] = counts.get(group, 0) + 1
    return counts


if __name__ == '__main__':
    with ThreadPoolExecutor(WORKERS) as pool:
        groups = sum(sum(counts.values()) for counts in pool.map(count_groups, PAGES))
    print(f'{groups} groups on {len(PAGES)} pages')
