# The same without a call: between taking one lock and the other there is no checkpoint, so nobody gets in between.
import threading

first, second = threading.Lock(), threading.Lock()


def work(one, other):
    with one:
        with other:
            pass


threads = [threading.Thread(target=work, args=(first, second)), threading.Thread(target=work, args=(second, first))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print('done')
# outcomes:
# done
