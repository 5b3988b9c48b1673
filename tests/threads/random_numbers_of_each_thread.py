# Each thread has a generator of its own in a local object, seeded by its number: the numbers do not depend on who runs when.
import random
import threading


class Dice(threading.local):
    def __init__(self, base):
        self.random = random.Random(base + int(threading.current_thread().name.split()[-1]))
        self.rolls = []

    def roll(self):
        self.rolls.append(self.random.randrange(1, 7))
        return self.rolls[-1]


threading.current_thread().name = 'player 0'
dice = Dice(100)
results = {}


def play():
    for _ in range(8):
        dice.roll()
    results[threading.current_thread().name] = dice.rolls


threads = [threading.Thread(target=play, name=f'player {number}') for number in (1, 2, 3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
for name in sorted(results):
    number = int(name.split()[-1])
    alone = random.Random(100 + number)
    print(name, results[name], [alone.randrange(1, 7) for _ in range(8)] == results[name])
print(dice.rolls, dice.roll() in range(1, 7))

# expect:
# player 1 [5, 2, 5, 3, 4, 1, 6, 5] True
# player 2 [2, 6, 5, 3, 2, 5, 6, 6] True
# player 3 [6, 4, 6, 6, 6, 2, 6, 1] True
# [2] True
