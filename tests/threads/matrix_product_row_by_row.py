# One thread a row of the product; the rows come back in their places however the threads finish.
import threading


class RowThread(threading.Thread):
    def __init__(self, row, matrix):
        super().__init__(name=f'row of {row}')
        self.row = row
        self.matrix = matrix
        self.result = None

    def run(self):
        columns = zip(*self.matrix)
        self.result = [sum(a * b for a, b in zip(self.row, column)) for column in columns]


def multiply(left, right):
    threads = [RowThread(row, right) for row in left]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [thread.result for thread in threads]


a = [[1, 2], [3, 4], [5, 6]]
b = [[1, 0, 2], [0, 1, 3]]
for row in multiply(a, b):
    print(row)
power = [[1, 1], [1, 0]]
for _ in range(5):
    power = multiply(power, [[1, 1], [1, 0]])
print(power)

# expect:
# [1, 2, 8]
# [3, 4, 18]
# [5, 6, 28]
# [[13, 8], [8, 5]]
