# Dining philosophers: with an order among the forks nobody can starve in a circle.
import threading

COUNT = 5
MEALS = 8
forks = [threading.Lock() for _ in range(COUNT)]
meals = [0] * COUNT
eating = [False] * COUNT
neighbours_ate_at_once = False


def dine(seat):
    global neighbours_ate_at_once
    left, right = seat, (seat + 1) % COUNT
    low, high = min(left, right), max(left, right)
    for _ in range(MEALS):
        with forks[low]:
            with forks[high]:
                eating[seat] = True
                if eating[(seat - 1) % COUNT] or eating[(seat + 1) % COUNT]:
                    neighbours_ate_at_once = True
                meals[seat] += 1
                eating[seat] = False


table = [threading.Thread(target=dine, args=(seat,), name=name)
         for seat, name in enumerate(['Plato', 'Kant', 'Hume', 'Marx', 'Mill'])]
for philosopher in table:
    philosopher.start()
for philosopher in table:
    philosopher.join()
for philosopher, eaten in zip(table, meals):
    print(f'{philosopher.name:5} ate {eaten} times')
print(neighbours_ate_at_once)

# expect:
# Plato ate 8 times
# Kant  ate 8 times
# Hume  ate 8 times
# Marx  ate 8 times
# Mill  ate 8 times
# False
