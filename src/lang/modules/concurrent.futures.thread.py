from concurrent.futures import BrokenThreadPool, ThreadPoolExecutor, _threads_queues, _WorkItem, _worker, _base
