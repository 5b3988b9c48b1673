# Powersort as in CPython 3.11 (Objects/listsort.txt): what compares equal keeps its order, and every comparison is one that
# CPython makes, in the same order, so that methods of the program which count, print or fail do so here as well.

_MOST_INSERTED = 64
_GALLOP_FROM = 7

# Sorts a list by its items' keys; where a comparison fails, the list has its items in some order.
def sort(items, keys, reverse):
    if reverse:
        # They may be one list.
        keys = keys[::-1]
        items.reverse()
    sorting = Sorting(keys)
    try:
        sorting.sort()
    finally:
        items[:] = [items[place] for place in sorting.places]
        if reverse:
            items.reverse()

class Sorting:
    # `places`, the keys' indices, are put in the order of the keys; where a comparison fails, each of them is still there once.
    def __init__(self, keys):
        self.keys = keys
        self.places = list(range(len(keys)))
        # Runs that are in order and not merged yet: start, length, and the power of the border to the next one.
        self.runs = []
        self.gallop_from = _GALLOP_FROM

    def sort(self):
        start, end = 0, len(self.places)
        least = _shortest_run(end)
        while start < end:
            length = self._run_length(start, end)
            if length < least:
                inserted_up_to = min(start + least, end)
                self._insert(start, start + length, inserted_up_to)
                length = inserted_up_to - start
            self._push(start, length, end)
            start += length
        while len(self.runs) > 1:
            at = len(self.runs) - 2
            if at > 0 and self.runs[at - 1][1] < self.runs[at + 1][1]:
                at -= 1
            self._merge(at)

    def _run_length(self, start, end):
        keys, places = self.keys, self.places
        at = start + 1
        if at == end:
            return 1
        falls = keys[places[at]] < keys[places[start]]
        at += 1
        if falls:
            while at < end and keys[places[at]] < keys[places[at - 1]]:
                at += 1
            places[start:at] = reversed(places[start:at])
            return at - start
        while at < end and not keys[places[at]] < keys[places[at - 1]]:
            at += 1
        return at - start

    # Those from `at` on find their places among those before by halving.
    def _insert(self, start, at, end):
        keys, places = self.keys, self.places
        for at in range(at, end):
            place = places[at]
            key = keys[place]
            low, high = start, at
            while low < high:
                middle = (low + high) // 2
                if key < keys[places[middle]]:
                    high = middle
                else:
                    low = middle + 1
            places.insert(low, places.pop(at))

    def _push(self, start, length, end):
        runs = self.runs
        if runs:
            before, its_length, _ = runs[-1]
            power = _power(before, its_length, length, end)
            while len(runs) > 1 and runs[-2][2] > power:
                self._merge(len(runs) - 2)
            runs[-1][2] = power
        runs.append([start, length, 0])

    # Merges the run at `at` with the next one, less what is at its place already.
    def _merge(self, at):
        keys, places = self.keys, self.places
        one, other = self.runs[at], self.runs[at + 1]
        start, middle, end = one[0], other[0], other[0] + other[1]
        one[1] += other[1]
        del self.runs[at + 1]
        start = self._after(keys[places[middle]], places, start, middle, start)
        if start == middle:
            return
        end = self._before(keys[places[middle - 1]], places, middle, end, end - 1)
        if middle == end:
            return
        if middle - start <= end - middle:
            self._merge_up(start, middle, end)
        else:
            self._merge_down(start, middle, end)

    # Where the key goes in the part of a list from `start` to `end`: before all that are equal to it. Looks from `hint` on in steps
    # that double, then halves.
    def _before(self, key, places, start, end, hint):
        keys = self.keys
        last, step = 0, 1
        if keys[places[hint]] < key:
            most = end - hint
            while step < most and keys[places[hint + step]] < key:
                last, step = step, 2 * step + 1
            low, high = hint + last + 1, hint + min(step, most)
        else:
            most = hint - start + 1
            while step < most and not keys[places[hint - step]] < key:
                last, step = step, 2 * step + 1
            low, high = hint - min(step, most) + 1, hint - last
        while low < high:
            middle = (low + high) // 2
            if keys[places[middle]] < key:
                low = middle + 1
            else:
                high = middle
        return low

    # The same after all that are equal to it.
    def _after(self, key, places, start, end, hint):
        keys = self.keys
        last, step = 0, 1
        if key < keys[places[hint]]:
            most = hint - start + 1
            while step < most and key < keys[places[hint - step]]:
                last, step = step, 2 * step + 1
            low, high = hint - min(step, most) + 1, hint - last
        else:
            most = end - hint
            while step < most and not key < keys[places[hint + step]]:
                last, step = step, 2 * step + 1
            low, high = hint + last + 1, hint + min(step, most)
        while low < high:
            middle = (low + high) // 2
            if key < keys[places[middle]]:
                high = middle
            else:
                low = middle + 1
        return low

    # Merges two neighbours, the first of which is the shorter one and is kept aside: what the second has may go where that was.
    def _merge_up(self, start, middle, end):
        keys, places = self.keys, self.places
        first = places[start:middle]
        i, last, j, to = 0, len(first) - 1, middle + 1, start + 1
        places[start] = places[middle]
        try:
            gallop_from = self.gallop_from
            while i < last and j < end:
                in_first = in_second = 0
                while in_first < gallop_from and in_second < gallop_from:
                    if keys[places[j]] < keys[first[i]]:
                        places[to] = places[j]
                        to, j = to + 1, j + 1
                        in_first, in_second = 0, in_second + 1
                        if j == end:
                            return
                    else:
                        places[to] = first[i]
                        to, i = to + 1, i + 1
                        in_first, in_second = in_first + 1, 0
                        if i == last:
                            return
                gallop_from += 1
                in_first = _GALLOP_FROM
                while in_first >= _GALLOP_FROM or in_second >= _GALLOP_FROM:
                    if gallop_from > 1:
                        gallop_from -= 1
                    self.gallop_from = gallop_from
                    up_to = self._after(keys[places[j]], first, i, last + 1, i)
                    in_first = up_to - i
                    places[to:to + in_first] = first[i:up_to]
                    to, i = to + in_first, up_to
                    if in_first and i >= last:
                        return
                    places[to] = places[j]
                    to, j = to + 1, j + 1
                    if j == end:
                        return
                    up_to = self._before(keys[first[i]], places, j, end, j)
                    in_second = up_to - j
                    places[to:to + in_second] = places[j:up_to]
                    to, j = to + in_second, up_to
                    if j == end:
                        return
                    places[to] = first[i]
                    to, i = to + 1, i + 1
                    if i == last:
                        return
                gallop_from += 1
                self.gallop_from = gallop_from
        finally:
            if i == last:
                # The last one of the first run comes after all that is left of the second.
                places[to:end - 1] = places[j:end]
                places[end - 1] = first[i]
            else:
                places[to:j] = first[i:]

    # The same from the end down, with the second run kept aside.
    def _merge_down(self, start, middle, end):
        keys, places = self.keys, self.places
        second = places[middle:end]
        i, j, to = middle - 2, len(second) - 1, end - 2
        places[end - 1] = places[middle - 1]
        try:
            gallop_from = self.gallop_from
            while i >= start and j > 0:
                in_first = in_second = 0
                while in_first < gallop_from and in_second < gallop_from:
                    if keys[second[j]] < keys[places[i]]:
                        places[to] = places[i]
                        to, i = to - 1, i - 1
                        in_first, in_second = in_first + 1, 0
                        if i < start:
                            return
                    else:
                        places[to] = second[j]
                        to, j = to - 1, j - 1
                        in_first, in_second = 0, in_second + 1
                        if j == 0:
                            return
                gallop_from += 1
                in_first = _GALLOP_FROM
                while in_first >= _GALLOP_FROM or in_second >= _GALLOP_FROM:
                    if gallop_from > 1:
                        gallop_from -= 1
                    self.gallop_from = gallop_from
                    down_to = self._after(keys[second[j]], places, start, i + 1, i)
                    in_first = i + 1 - down_to
                    places[to + 1 - in_first:to + 1] = places[down_to:i + 1]
                    to, i = to - in_first, down_to - 1
                    if i < start:
                        return
                    places[to] = second[j]
                    to, j = to - 1, j - 1
                    if j == 0:
                        return
                    down_to = self._before(keys[places[i]], second, 0, j + 1, j)
                    in_second = j + 1 - down_to
                    places[to + 1 - in_second:to + 1] = second[down_to:j + 1]
                    to, j = to - in_second, down_to - 1
                    if in_second and j <= 0:
                        return
                    places[to] = places[i]
                    to, i = to - 1, i - 1
                    if i < start:
                        return
                gallop_from += 1
                self.gallop_from = gallop_from
        finally:
            if j == 0:
                # The first one of the second run comes before all that is left of the first.
                places[start + 1:to + 1] = places[start:i + 1]
                places[start] = second[0]
            else:
                places[i + 1:to + 1] = second[:j + 1]

# From 32 to 64, such that there are as many runs as a power of two, or hardly fewer.
def _shortest_run(length):
    odd = 0
    while length >= _MOST_INSERTED:
        odd |= length & 1
        length >>= 1
    return length + odd

# Of the border between two runs: how often the whole must be halved until a cut falls between their middles.
def _power(start, length, next_length, end):
    power = 0
    one = 2 * start + length
    other = one + length + next_length
    while True:
        power += 1
        if one >= end:
            one, other = one - end, other - end
        elif other >= end:
            return power
        one, other = 2 * one, 2 * other
