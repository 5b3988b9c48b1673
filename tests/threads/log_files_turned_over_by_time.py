# TimedRotatingFileHandler: once its time is over the file is named after when it began, the oldest goes; threads share it.
import datetime
import logging
import logging.handlers
import os
import tempfile
import threading

Timed = logging.handlers.TimedRotatingFileHandler
folder = tempfile.mkdtemp()
path = os.path.join(folder, 'app.log')
NOW = 1_700_000_000
for when in ('s', 'M', 'H', 'D', 'midnight', 'W0', 'W6', 'W1'):
    handler = Timed(path, when=when, interval=2, utc=True, delay=True)
    print(handler.when, handler.interval, handler.suffix, handler.computeRollover(NOW) - NOW)
handler = Timed(path, when='midnight', utc=True, delay=True, atTime=datetime.time(22, 30))
print(handler.computeRollover(NOW) - NOW, handler.computeRollover(NOW + 3600) - NOW)
for wrong in ('W', 'W7', 'x'):
    try:
        Timed(path, when=wrong, delay=True)
    except ValueError as error:
        print(error)

handler = Timed(path, when='D', backupCount=2, utc=True)
handler.setFormatter(logging.Formatter('{message}', style='{'))
log = logging.getLogger('timed')
log.propagate = False
log.setLevel(logging.INFO)
log.addHandler(handler)

def work(turn):
    for number in range(3):
        log.info('%d', turn)

for turn in range(4):
    handler.rolloverAt = (turn + 1) * 86400
    threads = [threading.Thread(target=work, args=(turn,)) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
handler.close()
for name in sorted(os.listdir(folder)):
    with open(os.path.join(folder, name)) as file:
        print(name, file.read().split())
    os.remove(os.path.join(folder, name))
os.rmdir(folder)

# expect:
# S 2 %Y-%m-%d_%H-%M-%S 2
# M 120 %Y-%m-%d_%H-%M 120
# H 7200 %Y-%m-%d_%H 7200
# D 172800 %Y-%m-%d 172800
# MIDNIGHT 172800 %Y-%m-%d 6400
# W0 1209600 %Y-%m-%d 524800
# W6 1209600 %Y-%m-%d 438400
# W1 1209600 %Y-%m-%d 6400
# 1000 87400
# You must specify a day for weekly rollover from 0 to 6 (0 is Monday): W
# Invalid day specified for weekly rollover: W7
# Invalid rollover interval specified: X
# app.log ['3', '3', '3', '3', '3', '3', '3', '3', '3']
# app.log.1970-01-03 ['1', '1', '1', '1', '1', '1', '1', '1', '1']
# app.log.1970-01-04 ['2', '2', '2', '2', '2', '2', '2', '2', '2']
