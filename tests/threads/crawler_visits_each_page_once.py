# A crawler: workers take pages from a queue, a locked set knows what was seen, and join() tells when nothing is left.
import queue
import threading
import time

LINKS = {
    'home': ['news', 'shop', 'about'], 'news': ['home', 'sport'], 'sport': ['news', 'home'], 'shop': ['cart', 'about'],
    'cart': ['shop', 'pay'], 'about': [], 'pay': ['broken link'], 'island': ['home'],
}


class Crawler:
    def __init__(self, workers):
        self.pages = queue.Queue()
        self.seen, self.visits, self.broken = set(), [], []
        self.lock = threading.Lock()
        for number in range(workers):
            threading.Thread(target=self.work, daemon=True, name=f'crawler {number}').start()

    def add(self, page):
        with self.lock:
            if page in self.seen:
                return
            self.seen.add(page)
        self.pages.put(page)

    def work(self):
        while True:
            page = self.pages.get()
            try:
                self.visit(page)
            except LookupError as error:
                self.broken.append(str(error))
            finally:
                self.pages.task_done()

    def visit(self, page):
        time.sleep(0.0005)
        links = LINKS[page]
        self.visits.append(page)
        for link in links:
            self.add(link)


crawler = Crawler(3)
crawler.add('home')
crawler.pages.join()
print(sorted(crawler.visits))
print('broken:', crawler.broken, 'never reached:', set(LINKS) - crawler.seen)
crawler.add('island')
crawler.pages.join()
print(len(crawler.visits), crawler.visits[-1])

# expect:
# ['about', 'cart', 'home', 'news', 'pay', 'shop', 'sport']
# broken: ["'broken link'"] never reached: {'island'}
# 8 island
