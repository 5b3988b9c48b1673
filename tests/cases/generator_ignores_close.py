# A generator that ignores being closed is asked once, when nobody owns it any more.
import sys, io
asked = []

def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            asked.append('asked')

told, sys.stderr = sys.stderr, io.StringIO()
numbers = stubborn()
next(numbers)
numbers = None
complaint, sys.stderr = sys.stderr.getvalue(), told
print(asked, 'RuntimeError: generator ignored GeneratorExit' in complaint)

# expect:
# ['asked'] True
