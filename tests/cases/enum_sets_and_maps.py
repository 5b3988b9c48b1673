from enum import Enum, IntEnum, Flag, auto
class State(Enum):
    IDLE = "idle"
    RUN = "run"
    DONE = "done"
NEXT = {State.IDLE: State.RUN, State.RUN: State.DONE}
state, seen = State.IDLE, []
while state in NEXT:
    seen.append(state.name)
    state = NEXT[state]
print(seen, state, {one.value: one for one in State}["run"], sorted(State, key=lambda one: one.value), State.IDLE in {State.IDLE, State.RUN})
class Shape(Enum):
    SQUARE = auto()
    CIRCLE = auto()
    def area(self, size):
        return {Shape.SQUARE: size * size, Shape.CIRCLE: 3 * size * size}[self]
print([shape.area(2) for shape in Shape], Shape.SQUARE != Shape.CIRCLE, bool(Shape.SQUARE), Shape["CIRCLE"].name.title())
class Access(Flag):
    NONE = 0
    READ = auto()
    WRITE = auto()
    ALL = READ | WRITE
print(Access.NONE, Access.ALL & ~Access.READ, Access.READ | Access.NONE, [one.name for one in Access], Access.ALL == Access.READ | Access.WRITE)

# expect:
# ['IDLE', 'RUN'] State.DONE State.RUN [<State.DONE: 'done'>, <State.IDLE: 'idle'>, <State.RUN: 'run'>] True
# [4, 12] True True Circle
# Access.NONE Access.WRITE Access.READ ['READ', 'WRITE'] True
