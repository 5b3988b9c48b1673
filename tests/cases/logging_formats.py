import logging
record = logging.LogRecord("app", logging.WARNING, "/x/y/prog.py", 12, "take %s of %d", ("care", 3), None, "work")
record.created, record.msecs = 0.0, 5.0
for form in ("%(levelname)s:%(name)s:%(message)s", "%(filename)s %(module)s %(lineno)d %(funcName)s %(levelno)d", "%(pathname)s|%(message)-14s|"):
    print(logging.Formatter(form).format(record))
print(logging.Formatter("{levelname:>9}|{message}", style="{").format(record), logging.Formatter("$name: $message", style="$").format(record))
print(logging.Formatter("%(user)s %(message)s", defaults={"user": "nobody"}).format(record), record)
class Loud(logging.Formatter):
    def format(self, record):
        return super().format(record).upper()
print(Loud("%(message)s!").format(record))
try:
    logging.Formatter("%(nope)s").format(record)
except ValueError as error:
    print(error)

# expect:
# WARNING:app:take care of 3
# prog.py prog 12 work 30
# /x/y/prog.py|take care of 3|
#   WARNING|take care of 3 app: take care of 3
# nobody take care of 3 <LogRecord: app, 30, /x/y/prog.py, 12, "take %s of %d">
# TAKE CARE OF 3!
# Formatting field not found in record: 'nope'
