# Processes read parts of one file by offset and length; lines that cross a border belong to who holds their beginning.
import multiprocessing
import os
import tempfile


def lines_in(part):
    path, start, end = part
    with open(path, 'rb') as file:
        file.seek(start)
        if start:
            file.seek(start - 1)
            file.readline()
        count = total = 0
        while file.tell() < end:
            line = file.readline()
            count += 1
            total += int(line.split(b':')[1])
    return count, total


if __name__ == '__main__':
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'numbers.txt')
        with open(path, 'w') as file:
            for n in range(1, 101):
                file.write(f'{"x" * (n % 7)}:{n}\n')
        size = os.path.getsize(path)
        borders = [size * n // 4 for n in range(5)]
        with multiprocessing.Pool(2) as pool:
            parts = pool.map(lines_in, [(path, low, high) for low, high in zip(borders, borders[1:])])
        print(size, sum(count for count, _ in parts), sum(total for _, total in parts))
        print(min(count for count, _ in parts) > 0, os.path.exists(path))
    print(os.path.exists(path))

# expect:
# 689 100 5050
# True True
# False
