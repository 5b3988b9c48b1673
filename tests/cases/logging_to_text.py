import io, logging
out = io.StringIO()
handler = logging.StreamHandler(out)
handler.setFormatter(logging.Formatter("%(levelname)-8s|%(name)s|%(funcName)s:%(lineno)d|%(message)s"))
log = logging.getLogger("app.part")
log.setLevel(logging.DEBUG)
log.addHandler(handler)
log.propagate = False
def work(n):
    log.info("working on %d", n)
    log.debug("%s %r %(x)s" if False else "%s %r", "a", [1])
work(3)
log.warning("plain 100%")
log.log(25, "between")
log.error({"a": 1})
log.info("%(a)s", {"a": 5})
logging.LoggerAdapter(log, {"user": "x"}).critical("adapted")
print(out.getvalue())

# expect:
# INFO    |app.part|work:10|working on 3
# DEBUG   |app.part|work:11|a [1]
# WARNING |app.part|<module>:13|plain 100%
# Level 25|app.part|<module>:14|between
# ERROR   |app.part|<module>:15|{'a': 1}
# INFO    |app.part|<module>:16|5
# CRITICAL|app.part|<module>:17|adapted
#
