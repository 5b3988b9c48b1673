# Game of life by bands of rows: two barriers part reading from writing, the action of the second counts generations.
import threading

SIZE = 6
board = [[0] * SIZE for _ in range(SIZE)]
for row, column in ((0, 1), (1, 2), (2, 0), (2, 1), (2, 2)):
    board[row][column] = 1
generation = 0


def next_generation():
    global generation
    generation += 1


all_read = threading.Barrier(3)
all_written = threading.Barrier(3, action=next_generation)


def neighbours(row, column):
    return sum(board[(row + down) % SIZE][(column + right) % SIZE]
               for down in (-1, 0, 1) for right in (-1, 0, 1) if down or right)


def live(first, last):
    while generation < 4:
        fresh = [[int(count == 3 or (count == 2 and board[row][column]))
                  for column in range(SIZE) for count in [neighbours(row, column)]]
                 for row in range(first, last)]
        all_read.wait()
        board[first:last] = fresh
        all_written.wait()


threads = [threading.Thread(target=live, args=(first, first + 2)) for first in range(0, SIZE, 2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print('generation', generation)
print('\n'.join(''.join('.#'[cell] for cell in row) for row in board))

# expect:
# generation 4
# ......
# ..#...
# ...#..
# .###..
# ......
# ......
