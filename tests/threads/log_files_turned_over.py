# RotatingFileHandler: a full file becomes number 1, older ones move up, the oldest goes; threads share one handler.
import logging
import logging.handlers
import os
import tempfile
import threading

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, 'app.log')
    handler = logging.handlers.RotatingFileHandler(path, maxBytes=60, backupCount=2)
    handler.setFormatter(logging.Formatter('%(message)s'))
    logger = logging.getLogger('turned')
    logger.setLevel(logging.INFO)
    logger.propagate = False
    logger.addHandler(handler)

    def work():
        for _ in range(10):
            logger.info('x' * 9)

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    handler.close()
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name)) as file:
            lines = file.read().splitlines()
        print(name, len(lines), set(lines))

# expect:
# app.log 5 {'xxxxxxxxx'}
# app.log.1 5 {'xxxxxxxxx'}
# app.log.2 5 {'xxxxxxxxx'}
