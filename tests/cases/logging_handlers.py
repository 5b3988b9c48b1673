import io, logging
class Keep(logging.Handler):
    def __init__(self):
        super().__init__(logging.WARNING)
        self.lines = []
    def emit(self, record):
        self.lines.append(self.format(record))
keep, out = Keep(), io.StringIO()
log = logging.getLogger("h")
log.setLevel("DEBUG")
log.propagate = False
log.addHandler(keep)
log.addHandler(logging.StreamHandler(out))
log.addHandler(logging.NullHandler())
log.info("a")
log.error("b %s", 1)
child = logging.getLogger("h.child")
child.warning("c")
log.removeHandler(keep)
log.error("d")
print(keep.lines, out.getvalue().split(), log.hasHandlers(), keep, len(log.handlers), child.handlers)
adapter = logging.LoggerAdapter(child, {"who": "x"})
keep.setFormatter(logging.Formatter("%(who)s:%(message)s"))
child.addHandler(keep)
adapter.error("e")
print(keep.lines[-1])

# expect:
# ['b 1', 'c'] ['a', 'b', '1', 'c', 'd'] True <Keep (WARNING)> 2 []
# x:e
