import weakref
class Image:
    made = 0
    def __init__(self, name):
        self.name = name
        Image.made += 1
cache = weakref.WeakValueDictionary()
def load(name):
    image = cache.get(name)
    if image is None:
        image = cache[name] = Image(name)
    return image
a, b = load("x"), load("x")
print(a is b, Image.made, len(cache))
del a, b
print(len(cache), load("x").name, Image.made, len(cache))
class Button:
    def __init__(self):
        self.listeners = weakref.WeakSet()
    def press(self):
        return sorted(one.name for one in self.listeners)
button, first = Button(), Image("first")
button.listeners.add(first)
button.listeners.add(Image("lost"))
print(button.press())

# expect:
# True 1 1
# 0 x 2 0
# ['first']
