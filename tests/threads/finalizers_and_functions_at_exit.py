import atexit
import weakref


class Thing:
    pass


kept = Thing()
atexit.register(print, 'registered before')
weakref.finalize(kept, print, 'finalized')
atexit.register(print, 'registered after')
weakref.finalize(kept, print, 'finalized first of them')
print('end of the program')

# expect:
# end of the program
# registered after
# finalized first of them
# finalized
# registered before
