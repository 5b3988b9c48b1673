# Threads are atoms: semaphores let in two of hydrogen and one of oxygen, a barrier bonds them into a molecule.
import threading
from collections import Counter


class Water:
    def __init__(self):
        self.places = {'H': threading.Semaphore(2), 'O': threading.Semaphore(1)}
        self.bond = threading.Barrier(3, action=self.made)
        self.molecule, self.molecules = [], []

    def made(self):
        self.molecules.append(''.join(sorted(self.molecule)))
        self.molecule.clear()

    def atom(self, kind):
        with self.places[kind]:
            self.molecule.append(kind)
            self.bond.wait()


water = Water()
atoms = [threading.Thread(target=water.atom, args=(kind,)) for kind in 'OOHHHHHOHHHOOHH'[:15]]
print(Counter('OOHHHHHOHHHOOHH'))
for atom in atoms:
    atom.start()
for atom in atoms:
    atom.join()
print(water.molecules, water.molecule)

# expect:
# Counter({'H': 10, 'O': 5})
# ['HHO', 'HHO', 'HHO', 'HHO', 'HHO'] []
