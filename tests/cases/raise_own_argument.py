# An argument of an exception is an object of the program.
class Text:
    def __str__(self):
        return "a text"
    def __repr__(self):
        return "Text()"
print(str(ValueError(Text())), str(ValueError(Text(), 1)), str(KeyError(Text())), repr(ValueError(Text())))
raise ValueError(Text(), 3)

# expect:
# a text (Text(), 1) Text() ValueError(Text())
# raises: ValueError: (Text(), 3)
