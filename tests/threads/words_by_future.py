# Futures as keys of a dict tell which answer belongs to which question, in whatever order they come.
from concurrent.futures import ThreadPoolExecutor, as_completed

BOOKS = {'ann': 'to be or not to be', 'bob': '', 'cid': 'the end', 'dan': None}


def count(text):
    return len(text.split())


with ThreadPoolExecutor(max_workers=3, thread_name_prefix='counter') as pool:
    questions = {pool.submit(count, text): author for author, text in BOOKS.items()}
    counts, errors = {}, {}
    for future in as_completed(questions):
        author = questions[future]
        error = future.exception()
        if error is not None:
            errors[author] = error
        else:
            counts[author] = future.result()
print(sorted(counts.items()))
print(errors)
print(len(list(as_completed(questions))), 'again, since all are done')

# expect:
# [('ann', 6), ('bob', 0), ('cid', 2)]
# {'dan': AttributeError("'NoneType' object has no attribute 'split'")}
# 4 again, since all are done
