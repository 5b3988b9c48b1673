class Refused(Exception):
    def __str__(self):
        return "refused\nin two lines"
def collect():
    failures = []
    for make in (lambda: 1 / 0, lambda: {}["k"], lambda: int("x")):
        try:
            make()
        except Exception as e:
            e.add_note("while collecting")
            failures.append(e)
    failures.append(Refused())
    raise ExceptionGroup("several", failures)
try:
    collect()
except ExceptionGroup as e:
    raise Refused() from e
