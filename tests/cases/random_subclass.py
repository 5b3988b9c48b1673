# What a subclass of Random has of its own is what its other methods are made of.
import random
class R(random.Random):
    def random(self): return .25
r=R()
print(r.uniform(0,4), r.choice('abcd'), r.randint(1,8), r.sample(range(10),2), r.gauss(0,1)==r.gauss(0,1))
l=[1,2,3,4]; r.shuffle(l); print(l, r.randrange(4), r.expovariate(1), r.choices('abcd',k=3), r.triangular(), r.betavariate(1,1)>0)
class S(random.Random):
    def getrandbits(self,k): return 1
s=S(3); print(s.choice('abcd'), s.random()==random.Random(3).random(), s.randrange(10))

# expect:
# 1.0 a 1 [8, 9] False
# [2, 4, 3, 1] 0 0.2876820724517809 ['b', 'b', 'b'] 0.3535533905932738 True
# b True 1
