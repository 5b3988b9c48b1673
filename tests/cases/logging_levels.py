import logging
logging.getLogger().setLevel(logging.WARNING)
root, mid, low = logging.getLogger(), logging.getLogger("x.y"), logging.getLogger("x.y.z.w")
print(low.parent is mid, mid.parent is root, low.getEffectiveLevel(), mid.isEnabledFor(logging.INFO), repr(low), root)
mid.setLevel("ERROR")
print(low.isEnabledFor(logging.WARNING), low.isEnabledFor(logging.ERROR), mid, logging.getLogger("x.y") is mid, logging.getLogger("x").parent is root, mid.parent.name)
print(logging.getLevelName(20), logging.getLevelName("INFO"), logging.getLevelName(33), logging.getLevelNamesMapping()["WARN"])
logging.addLevelName(5, "TRACE")
print(logging.getLevelName(5), logging.getLogger("x.y").getChild("q").name)
for call in (lambda: mid.setLevel("NOPE"), lambda: logging.Formatter("abc"), lambda: logging.getLogger(5), lambda: logging.Formatter("{x", style="?")):
    try:
        print(call())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)

# expect:
# True True 30 False <Logger x.y.z.w (WARNING)> <RootLogger root (WARNING)>
# False True <Logger x.y (ERROR)> True True x
# INFO 20 Level 33 30
# TRACE x.y.q
# ValueError Unknown level: 'NOPE'
# ValueError Invalid format 'abc' for '%' style
# TypeError A logger name must be a string
# ValueError Style must be one of: %,{,$
