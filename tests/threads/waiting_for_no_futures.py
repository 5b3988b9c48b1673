# What has come already, or was never asked for, is given before anybody looks at what is to be waited for.
from concurrent.futures import Future, wait

ready = Future()
ready.set_result(1)
print(wait([], return_when='whatever'), len(wait([ready], return_when='whatever').done))
try:
    wait([Future()], return_when='whatever')
except ValueError as error:
    print(error)

# expect:
# DoneAndNotDoneFutures(done=set(), not_done=set()) 1
# Invalid return condition: 'whatever'
