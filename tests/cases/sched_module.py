# Events in order of time and priority.
import sched
import time

told = []
now = [100.0]


def wait(seconds):
    now[0] += seconds


planned = sched.scheduler(lambda: now[0], wait)
late = planned.enter(5, 1, told.append, argument=("late",))
planned.enter(2, 2, told.append, ("second",))
planned.enter(2, 1, told.append, ("first",))
planned.enterabs(101, 1, lambda *given, **named: told.append((given, named)), (1, 2), {"key": 3})
dropped = planned.enter(3, 1, told.append, ("never",))
print(planned.empty(), [event.time for event in planned.queue], late.priority, late.action == told.append)
planned.cancel(dropped)
try:
    planned.cancel(dropped)
except ValueError as error:
    print("ValueError", len(error.args))
print(planned.run(blocking=False), told)
now[0] += 1
print(planned.run(blocking=False), told)
print(planned.run(), told, now, planned.empty())


def again(left):
    told.append(left)
    if left:
        planned.enter(1, 1, again, (left - 1,))


again(2)
planned.run()
print(told[-3:], now)
real = sched.scheduler()
begun = time.monotonic()
real.enter(0.02, 1, print, ("after a while",))
real.run()
print(time.monotonic() - begun >= 0.02)

# expect:
# False [101, 102.0, 102.0, 103.0, 105.0] 1 True
# ValueError 1
# 1.0 []
# 1.0 [((1, 2), {'key': 3})]
# None [((1, 2), {'key': 3}), 'first', 'second', 'late'] [105.0] True
# [2, 1, 0] [107.0]
# after a while
# True
