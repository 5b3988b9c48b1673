# Divide and conquer without waiting inside of tasks: a task that splits hands its halves back to the main thread.
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait


def add_up(low, high):
    """The sum of a range that is small enough, or the two halves of it."""
    if high - low <= 10:
        return sum(range(low, high)), []
    middle = (low + high) // 2
    return 0, [(low, middle), (middle, high)]


total, tasks, deepest = 0, 0, 0
with ThreadPoolExecutor(3) as pool:
    pending = {pool.submit(add_up, 0, 100)}
    while pending:
        done, pending = wait(pending, return_when=FIRST_COMPLETED)
        for future in done:
            part, halves = future.result()
            total += part
            tasks += 1
            pending |= {pool.submit(add_up, *half) for half in halves}
        deepest = max(deepest, len(pending))
print(total == sum(range(100)), total, 'by', tasks, 'tasks')
print('never more at once than there are leaves:', deepest <= 16)

# expect:
# True 4950 by 31 tasks
# never more at once than there are leaves: True
