class Point:
    def __init__(self): self.length = 1
    def area(self): return 1
Point().lenght
