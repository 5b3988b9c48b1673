# Pipes between a process and those that it forks, by their numbers.
import os
import select
import time


def child_writes(text, pause=0.0):
    r, w = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(r)
        time.sleep(pause)
        with os.fdopen(w, 'w') as out:
            out.write(text)
            out.flush()
        os._exit(3)
    os.close(w)
    return r, pid


def main():
    r, pid = child_writes('from the child\n')
    with os.fdopen(r) as lines:
        print(lines.read().strip(), os.WEXITSTATUS(os.waitpid(pid, 0)[1]))

    children = [child_writes('child %d' % i, 0.02 * i) for i in range(3)]
    waiting, texts = [r for r, _ in children], []
    while waiting:
        for r in select.select(waiting, [], [])[0]:
            data = os.read(r, 100)
            if data:
                texts.append(data)
            else:
                os.close(r)
                waiting.remove(r)
    for _, pid in children:
        os.waitpid(pid, 0)
    print(sorted(texts))

    # The end of what is written is no byte.
    r, w = os.pipe()
    poll = select.poll()
    poll.register(r, select.POLLIN | select.POLLHUP)
    os.write(w, b'data')
    print([events for _, events in poll.poll(1000)], os.read(r, 10), poll.poll(10))
    os.close(w)
    print([events for _, events in poll.poll(1000)])
    os.close(r)

    # A conversation: the child answers each line.
    reads, child_w = os.pipe()
    child_r, writes = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reads)
        os.close(writes)
        os.dup2(child_w, 40)
        os.close(child_w)
        with os.fdopen(child_r) as questions, os.fdopen(40, 'w') as answers:
            for line in questions:
                print(line.strip().upper(), file=answers, flush=True)
        os._exit(0)
    os.close(child_w)
    os.close(child_r)
    with os.fdopen(reads) as answers, os.fdopen(writes, 'w', 1) as questions:
        for word in ('one', 'two'):
            print(word, file=questions)
            print(answers.readline().strip())
        questions.close()
        print(repr(answers.read()))
    os.waitpid(pid, 0)


if __name__ == '__main__':
    main()

# expect:
# from the child 3
# [b'child 0', b'child 1', b'child 2']
# [1] b'data' []
# [16]
# ONE
# TWO
# ''
