# Workers tell their progress through one queue; the main thread alone prints, whenever another tenth is done.
import queue
import threading

STEPS = 25
reports = queue.Queue()


def work(name):
    for _ in range(STEPS):
        reports.put((name, 1))
    reports.put((name, None))


names = ['copy', 'scan', 'pack', 'send']
for name in names:
    threading.Thread(target=work, args=(name,)).start()
done = dict.fromkeys(names, 0)
shown, finished = 0, set()
while len(finished) < len(names):
    name, step = reports.get()
    if step is None:
        assert done[name] == STEPS
        finished.add(name)
        continue
    done[name] += step
    percent = sum(done.values()) * 100 // (STEPS * len(names))
    if percent // 10 > shown:
        shown = percent // 10
        print(f'[{"#" * shown:.<10}] {percent}%')
print(done)

# expect:
# [#.........] 10%
# [##........] 20%
# [###.......] 30%
# [####......] 40%
# [#####.....] 50%
# [######....] 60%
# [#######...] 70%
# [########..] 80%
# [#########.] 90%
# [##########] 100%
# {'copy': 25, 'scan': 25, 'pack': 25, 'send': 25}
