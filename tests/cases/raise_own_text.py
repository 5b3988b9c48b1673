# The last line of a traceback is what the exception's own class says.
class Refused(Exception):
    def __init__(self, code):
        self.code = code
    def __str__(self):
        return f"refused with code {self.code}"
try:
    raise Refused(3)
except Refused as e:
    print(e, repr(e), str(ValueError(e)))
raise Refused(4)

# expect:
# refused with code 3 Refused(3) refused with code 3
# raises: Refused: refused with code 4
