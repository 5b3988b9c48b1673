# Merge sort that gives its left half to a thread of its own, down to a depth.
import random
import threading

threads_used = []


def merge(left, right):
    merged, i, j = [], 0, 0
    while i < len(left) and j < len(right):
        if left[i] <= right[j]:
            merged.append(left[i])
            i += 1
        else:
            merged.append(right[j])
            j += 1
    return merged + left[i:] + right[j:]


def merge_sort(items, depth):
    if len(items) <= 1:
        return items
    middle = len(items) // 2
    if depth == 0:
        return merge(merge_sort(items[:middle], 0), merge_sort(items[middle:], 0))
    result = []
    thread = threading.Thread(target=lambda: result.append(merge_sort(items[:middle], depth - 1)))
    thread.start()
    threads_used.append(depth)
    right = merge_sort(items[middle:], depth - 1)
    thread.join()
    return merge(result[0], right)


numbers = random.Random(7).sample(range(1000), 120)
ordered = merge_sort(numbers, 3)
print(ordered == sorted(numbers), ordered[:5], ordered[-3:])
print(len(threads_used), 'threads', sorted(threads_used, reverse=True))
print(merge_sort([], 2), merge_sort([5], 2), merge_sort(list('parallel'), 1))

# expect:
# True [38, 40, 47, 49, 50] [988, 993, 998]
# 7 threads [3, 2, 2, 1, 1, 1, 1]
# [] [5] ['a', 'a', 'e', 'l', 'l', 'l', 'p', 'r']
