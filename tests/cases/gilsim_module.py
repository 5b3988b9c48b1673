import gilsim
import gilsim as simulated
from gilsim import held, io

print(gilsim.cpu("1us"), gilsim.io("1us"), gilsim.native("1us"), gilsim.held("1us"))
print(gilsim.cpu(0), gilsim.io(0.000001), simulated.native(1e-06), held(False))
print(io("exponential(1us)"), io("lognormal(1us, 0.5)"), io("normal(2us, 1us)"))
print(io("uniform(1us, 2us)"), io(" pareto ( 1us , 3 ) "), io("0s"))


def work(times, amount):
    for i in range(times):
        gilsim.cpu(amount)
    return times


print(work(10, "10us"), work(amount=0.00001, times=3))
# expect:
# None None None None
# None None None None
# None None None
# None None None
# 10 3
