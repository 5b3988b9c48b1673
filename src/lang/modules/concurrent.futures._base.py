# What CPython keeps in this module: its classes and functions say so.
from concurrent.futures import ALL_COMPLETED, BrokenExecutor, CancelledError, DoneAndNotDoneFutures, Error, Executor
from concurrent.futures import FIRST_COMPLETED, FIRST_EXCEPTION, Future, InvalidStateError, TimeoutError
from concurrent.futures import CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED, PENDING, RUNNING, as_completed, wait
