# A pipe has two ends: what is sent at one is received at the other; closing ends it with EOFError.
from multiprocessing import Pipe, Process


def player(end, hits):
    for _ in range(hits):
        ball = end.recv()
        ball.append(f'pong {len(ball)}')
        end.send(ball)
    end.close()


if __name__ == '__main__':
    mine, other = Pipe()
    process = Process(target=player, args=(other, 3))
    process.start()
    other.close()
    ball = []
    for _ in range(3):
        ball.append(f'ping {len(ball)}')
        mine.send(ball)
        ball = mine.recv()
    print(ball)
    try:
        mine.recv()
    except EOFError:
        print('the other end is closed', process.join(), process.exitcode)
    receiver, sender = Pipe(duplex=False)
    print(receiver.readable, receiver.writable, sender.readable, sender.writable)
    for wrong in (sender.recv, lambda: receiver.send(1)):
        try:
            wrong()
        except OSError as error:
            print(error)
    print(receiver.poll(), receiver.poll(0.001))
    sender.send({'any': ['object', (1, 2.5), None]})
    print(receiver.poll(), receiver.recv())
    sender.send_bytes(b'raw bytes', 4)
    print(receiver.recv_bytes(), sender.closed, sender.close(), sender.closed)

# expect:
# ['ping 0', 'pong 1', 'ping 2', 'pong 3', 'ping 4', 'pong 5']
# the other end is closed None 0
# True False False True
# connection is write-only
# connection is read-only
# False False
# True {'any': ['object', (1, 2.5), None]}
# b'bytes' False None True
