import io, logging
out = io.StringIO()
logging.basicConfig(stream=out, level=logging.INFO, format="{levelname}:{message}", style="{", force=True)
try:
    {}["missing"]
except KeyError:
    logging.exception("failed %s", "here")
    logging.error("again", exc_info=True)
logging.debug("not shown")
class Quiet(logging.Filter):
    def filter(self, record):
        return "secret" not in record.getMessage()
logging.getLogger().handlers[0].addFilter(Quiet())
logging.info("secret")
logging.info("open")
logging.disable(logging.CRITICAL)
logging.critical("off")
logging.disable(logging.NOTSET)
print([line for line in out.getvalue().splitlines() if "File" not in line and "^" not in line])
record = logging.makeLogRecord({"msg": "hello %s", "args": ("x",), "levelname": "INFO", "name": "n"})
print(record.getMessage(), logging.Formatter("$levelname/$message", style="$").format(record))

# expect:
# ['ERROR:failed here', 'Traceback (most recent call last):', '    {}["missing"]', "KeyError: 'missing'", 'ERROR:again', 'Traceback (most recent call last):', '    {}["missing"]', "KeyError: 'missing'", 'INFO:open']
# hello x INFO/hello x
