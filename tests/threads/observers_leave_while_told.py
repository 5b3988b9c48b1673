# Observers may unsubscribe while they are being told, and from other threads: the list is copied under the lock.
import threading


class Subject:
    def __init__(self):
        self._observers = []
        self._lock = threading.Lock()

    def attach(self, observer):
        with self._lock:
            self._observers.append(observer)
        return lambda: self.detach(observer)

    def detach(self, observer):
        with self._lock:
            if observer in self._observers:
                self._observers.remove(observer)

    def tell(self, news):
        with self._lock:
            observers = list(self._observers)
        for observer in observers:
            observer(news)
        return len(observers)


subject = Subject()
heard = []


def once(news):
    heard.append(('once', news))
    subject.detach(once)


def always(news):
    heard.append(('always', news))


subject.attach(once)
leave = subject.attach(always)
for news in ('a', 'b'):
    thread = threading.Thread(target=subject.tell, args=(news,))
    thread.start()
    thread.join()
print(heard)
counted = []
tellers = [threading.Thread(target=lambda: counted.append(subject.tell('c'))) for _ in range(3)]
for teller in tellers:
    teller.start()
for teller in tellers:
    teller.join()
leave()
leave()
print(counted, heard.count(('always', 'c')), subject.tell('d'))

# expect:
# [('once', 'a'), ('always', 'a'), ('always', 'b')]
# [1, 1, 1] 3 0
