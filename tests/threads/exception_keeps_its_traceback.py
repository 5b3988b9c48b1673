# A future's exception is the very object that the task raised, with its cause, its notes, and a traceback that leads into it.
from concurrent.futures import ThreadPoolExecutor
import traceback


class PartMissing(Exception):
    def __init__(self, part, *, needed):
        super().__init__(part)
        self.part, self.needed = part, needed


made = []


def assemble():
    try:
        {}['wheel']
    except KeyError as error:
        problem = PartMissing('wheel', needed=4)
        problem.add_note('look on the upper shelf')
        made.append(problem)
        raise problem from error


with ThreadPoolExecutor() as pool:
    future = pool.submit(assemble)
error = future.exception()
print(error is made[0], error.part, error.needed, error.__notes__, repr(error.__cause__))
try:
    future.result()
except PartMissing as again:
    names = [frame.name for frame in traceback.extract_tb(again.__traceback__)]
    print(again is error, names[0], names[-1])
    print(traceback.format_exception_only(again))

# expect:
# True wheel 4 ['look on the upper shelf'] KeyError('wheel')
# True <module> assemble
# ['PartMissing: wheel\n', 'look on the upper shelf\n']
