import gilsim
import gilsim as g
from gilsim import io, cpu as burn, held, native


def work(native):
    gilsim.cpu("20")
    native("20")
    return g.held("uniform(2ms, 1ms)") + io('''lognormal(20ms)''')


held = print
held("20")
burn("fast"), gilsim.io("20ms"), gilsim.native(20), gilsim.io("exponential(-1ms)")
