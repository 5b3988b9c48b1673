# A matrix product by rows over a pool: the right-hand matrix is sent once to each worker, by the initializer.
import multiprocessing


def receive(matrix):
    global columns
    columns = list(zip(*matrix))


def row_product(row):
    return [sum(a * b for a, b in zip(row, column)) for column in columns]


def multiply(left, right):
    with multiprocessing.Pool(2, receive, (right,)) as pool:
        return pool.map(row_product, left)


if __name__ == '__main__':
    turn = [[0, -1], [1, 0]]
    print(multiply(turn, turn))
    product = multiply([[i * j for j in range(4)] for i in range(3)], [[i + j for j in range(2)] for i in range(4)])
    print(*product, sep='\n')

# expect:
# [[-1, 0], [0, -1]]
# [0, 0]
# [14, 20]
# [28, 40]
