# What methods of moments say of arguments that they do not take, and of nothing to divide by.
import datetime

moment, day, span = datetime.datetime(2020, 1, 2, 3), datetime.date(2020, 1, 2), datetime.timedelta(1)
for call in (lambda: day.weekday(1), lambda: day.weekday(at=1), lambda: day.isoformat(sep='T'), lambda: moment.timestamp(at=1),
             lambda: moment.date(1), lambda: moment.timetz(x=1), lambda: span.total_seconds(unit='s'),
             lambda: span / 0, lambda: span // 0, lambda: span / 0.0, lambda: span / datetime.timedelta(0)):
    try:
        print(call())
    except (TypeError, ZeroDivisionError) as error:
        print(type(error).__name__, error)

# expect:
# TypeError date.weekday() takes no arguments (1 given)
# TypeError date.weekday() takes no keyword arguments
# TypeError date.isoformat() takes no keyword arguments
# TypeError datetime.timestamp() takes no keyword arguments
# TypeError datetime.date() takes no arguments (1 given)
# TypeError datetime.timetz() takes no keyword arguments
# TypeError timedelta.total_seconds() takes no keyword arguments
# ZeroDivisionError integer division or modulo by zero
# ZeroDivisionError integer division or modulo by zero
# ZeroDivisionError integer division or modulo by zero
# ZeroDivisionError division by zero
