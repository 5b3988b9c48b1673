# Each of four threads is responsible for one kind of number; a condition tells whose turn it is.
import threading


class FizzBuzz:
    def __init__(self, last):
        self.last = last
        self.current = 1
        self.turn = threading.Condition()
        self.out = []

    def play(self, is_mine, say):
        while True:
            with self.turn:
                self.turn.wait_for(lambda: self.current > self.last or is_mine(self.current))
                if self.current > self.last:
                    return
                self.out.append(say(self.current))
                self.current += 1
                self.turn.notify_all()


game = FizzBuzz(16)
players = [
    (lambda n: n % 3 == 0 and n % 5, lambda n: 'fizz'),
    (lambda n: n % 5 == 0 and n % 3, lambda n: 'buzz'),
    (lambda n: n % 15 == 0, lambda n: 'fizzbuzz'),
    (lambda n: n % 3 and n % 5, str),
]
threads = [threading.Thread(target=game.play, args=player) for player in players]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(*game.out)

# expect:
# 1 2 fizz 4 buzz fizz 7 8 fizz buzz 11 fizz 13 14 fizzbuzz 16
