__all__ = ['AddressValueError', 'IPV4LENGTH', 'IPV6LENGTH', 'IPv4Address', 'IPv4Interface', 'IPv4Network', 'IPv6Address',
           'IPv6Interface', 'IPv6Network', 'NetmaskValueError', 'collapse_addresses', 'ip_address', 'ip_interface',
           'ip_network', 'summarize_address_range']

import functools as _functools

IPV4LENGTH = 32
IPV6LENGTH = 128

class AddressValueError(ValueError):
    pass

class NetmaskValueError(ValueError):
    pass

def ip_address(address):
    for kind in (IPv4Address, IPv6Address):
        try:
            return kind(address)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(f'{address!r} does not appear to be an IPv4 or IPv6 address')

def ip_network(address, strict=True):
    for kind in (IPv4Network, IPv6Network):
        try:
            return kind(address, strict)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(f'{address!r} does not appear to be an IPv4 or IPv6 network')

def ip_interface(address):
    for kind in (IPv4Interface, IPv6Interface):
        try:
            return kind(address)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(f'{address!r} does not appear to be an IPv4 or IPv6 interface')

def _number_of_4(text):
    parts = text.split('.')
    if len(parts) != 4:
        raise AddressValueError(f'Expected 4 octets in {text!r}')
    number = 0
    for part in parts:
        if not part:
            why = 'Empty octet not permitted'
        elif not (part.isascii() and part.isdigit()):
            why = f'Only decimal digits permitted in {part!r}'
        elif len(part) > 3:
            why = f'At most 3 characters permitted in {part!r}'
        elif part != '0' and part[0] == '0':
            why = f'Leading zeros are not permitted in {part!r}'
        elif int(part) > 255:
            why = f'Octet {int(part)} (> 255) not permitted'
        else:
            number = number << 8 | int(part)
            continue
        raise AddressValueError(f'{why} in {text!r}')
    return number

def _number_of_6(text):
    parts = text.split(':')
    if len(parts) < 3:
        raise AddressValueError(f'At least 3 parts expected in {text!r}')
    if '.' in parts[-1]:
        try:
            last = _number_of_4(parts.pop())
        except AddressValueError as error:
            raise AddressValueError(f'{error} in {text!r}')
        parts += [f'{last >> 16:x}', f'{last & 0xffff:x}']
    if len(parts) > 9:
        raise AddressValueError(f'At most 8 colons permitted in {text!r}')
    inner = [at for at in range(1, len(parts) - 1) if not parts[at]]
    if len(inner) > 1:
        raise AddressValueError(f"At most one '::' permitted in {text!r}")
    if not parts[0] and not (inner and inner[0] == 1):
        raise AddressValueError(f"Leading ':' only permitted as part of '::' in {text!r}")
    if not parts[-1] and not (inner and inner[0] == len(parts) - 2):
        raise AddressValueError(f"Trailing ':' only permitted as part of '::' in {text!r}")
    if inner:
        before, after = [part for part in parts[:inner[0]] if part], [part for part in parts[inner[0] + 1:] if part]
        if len(before) + len(after) > 7:
            raise AddressValueError(f"Expected at most 7 other parts with '::' in {text!r}")
        parts = before + ['0'] * (8 - len(before) - len(after)) + after
    elif len(parts) != 8:
        raise AddressValueError(f"Exactly 8 parts expected without '::' in {text!r}")
    number = 0
    for part in parts:
        if not all(letter in '0123456789abcdefABCDEF' for letter in part):
            raise AddressValueError(f'Only hex digits permitted in {part!r} in {text!r}')
        if len(part) > 4:
            raise AddressValueError(f'At most 4 characters permitted in {part!r} in {text!r}')
        number = number << 16 | int(part, 16)
    return number

def _text_of_6(number):
    parts = [f'{number >> shift & 0xffff:x}' for shift in range(112, -1, -16)]
    # The longest row of zeros, the first of several, is left out.
    best, length, at = 0, 1, 0
    while at < 8:
        end = at
        while end < 8 and parts[end] == '0':
            end += 1
        if end - at > length:
            best, length = at, end - at
        at = max(end, at + 1)
    if length < 2:
        return ':'.join(parts)
    return ':'.join(parts[:best]) + '::' + ':'.join(parts[best + length:])

class _Address:
    __slots__ = ('_ip',)

    def __init__(self, address):
        if isinstance(address, int):
            if address < 0:
                raise AddressValueError(f'{address} (< 0) is not permitted as an IPv{self.version} address')
            if address >> self.max_prefixlen:
                raise AddressValueError(f'{address} (>= 2**{self.max_prefixlen}) is not permitted as an IPv{self.version} address')
            self._ip = address
        elif isinstance(address, bytes):
            if len(address) != self.max_prefixlen // 8:
                raise AddressValueError(f'{address!r} (len {len(address)} != {self.max_prefixlen // 8}) is not permitted as an '
                                        f'IPv{self.version} address')
            self._ip = int.from_bytes(address, 'big')
        else:
            text = str(address)
            if '/' in text:
                raise AddressValueError(f"Unexpected '/' in {text!r}")
            if not text:
                raise AddressValueError('Address cannot be empty')
            self._ip = self._number(text)

    def __int__(self):
        return self._ip

    def __str__(self):
        return self._text(self._ip)

    def __repr__(self):
        return f'{type(self).__name__}({str(self)!r})'

    def __hash__(self):
        return hash((self.version, self._ip))

    def __eq__(self, other):
        return self._ip == other._ip and self.version == other.version if isinstance(other, _Address) else NotImplemented

    def _compared(self, other):
        if self.version != other.version:
            raise TypeError(f'{self} and {other} are not of the same version')
        return self._ip < other._ip

    def __lt__(self, other):
        return self._compared(other) if isinstance(other, _Address) else NotImplemented

    def __gt__(self, other):
        return other._compared(self) if isinstance(other, _Address) else NotImplemented

    def __le__(self, other):
        return not other._compared(self) if isinstance(other, _Address) else NotImplemented

    def __ge__(self, other):
        return not self._compared(other) if isinstance(other, _Address) else NotImplemented

    def __add__(self, other):
        return type(self)(self._ip + other) if isinstance(other, int) else NotImplemented

    def __sub__(self, other):
        return type(self)(self._ip - other) if isinstance(other, int) else NotImplemented

    def _within(self, networks):
        return any(self._ip & network._mask == network._first for network in map(self._network, networks))

    @property
    def packed(self):
        return self._ip.to_bytes(self.max_prefixlen // 8, 'big')

    @property
    def compressed(self):
        return str(self)

    @property
    def exploded(self):
        return self._exploded(self._ip)

    @property
    def reverse_pointer(self):
        if self.version == 4:
            return '.'.join(reversed(str(self).split('.'))) + '.in-addr.arpa'
        return '.'.join(reversed(self.exploded.replace(':', ''))) + '.ip6.arpa'

    is_loopback = property(lambda self: self._within(self._loopback))
    is_multicast = property(lambda self: self._within(self._multicast))
    is_link_local = property(lambda self: self._within(self._link_local))
    is_reserved = property(lambda self: self._within(self._reserved))
    is_private = property(lambda self: self._within(self._private))
    is_unspecified = property(lambda self: self._ip == 0)

class _Four:
    version = 4
    max_prefixlen = IPV4LENGTH

    @staticmethod
    def _text(number):
        return '.'.join([str(number >> shift & 255) for shift in (24, 16, 8, 0)])

    _exploded = _text
    _number = staticmethod(_number_of_4)

class _Six:
    version = 6
    max_prefixlen = IPV6LENGTH
    _text = staticmethod(_text_of_6)
    _number = staticmethod(_number_of_6)

    @staticmethod
    def _exploded(number):
        return ':'.join([f'{number >> shift & 0xffff:04x}' for shift in range(112, -1, -16)])

class IPv4Address(_Four, _Address):
    __slots__ = ()
    _loopback = ('127.0.0.0/8',)
    _multicast = ('224.0.0.0/4',)
    _link_local = ('169.254.0.0/16',)
    _reserved = ('240.0.0.0/4',)
    _private = ('0.0.0.0/8', '10.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/29',
                '192.0.0.170/31', '192.0.2.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24',
                '240.0.0.0/4', '255.255.255.255/32')

    @property
    def is_global(self):
        return not self._within(('100.64.0.0/10',)) and not self.is_private

class IPv6Address(_Six, _Address):
    __slots__ = ()
    _loopback = ('::1/128',)
    _multicast = ('ff00::/8',)
    _link_local = ('fe80::/10',)
    _reserved = ('::/8', '100::/8', '200::/7', '400::/6', '800::/5', '1000::/4', '4000::/3', '6000::/3', '8000::/3',
                 'a000::/3', 'c000::/3', 'e000::/4', 'f000::/5', 'f800::/6', 'fe00::/9')
    _private = ('::1/128', '::/128', '::ffff:0:0/96', '100::/64', '2001::/23', '2001:2::/48', '2001:db8::/32',
                '2001:10::/28', 'fc00::/7', 'fe80::/10')

    @property
    def is_private(self):
        mapped = self.ipv4_mapped
        return self._within(self._private) if mapped is None else mapped.is_private

    @property
    def is_global(self):
        return not self.is_private

    @property
    def ipv4_mapped(self):
        return IPv4Address(self._ip & 0xffffffff) if self._ip >> 32 == 0xffff else None

# Those of version 6 are too large for a range.
def _numbers(first, last, step=1):
    while first <= last:
        yield first
        first += step

class _Network:
    def __init__(self, address, strict=True):
        address, prefix = _parted(address)
        kind = self._address
        given = kind(address)
        self.prefixlen = _prefix(self, prefix)
        size = self.max_prefixlen
        self._mask = (1 << size) - 1 ^ (1 << size - self.prefixlen) - 1
        self._first = int(given) & self._mask
        if strict and self._first != int(given):
            raise ValueError(f'{self._strict_text(given)} has host bits set')

    def _strict_text(self, given):
        return f'{given}/{self.prefixlen}'

    network_address = property(lambda self: self._address(self._first))
    netmask = property(lambda self: self._address(self._mask))
    hostmask = property(lambda self: self._address(self._last - self._first))
    broadcast_address = property(lambda self: self._address(self._last))
    num_addresses = property(lambda self: self._last - self._first + 1)
    with_prefixlen = property(lambda self: str(self))
    with_netmask = property(lambda self: f'{self.network_address}/{self.netmask}')
    with_hostmask = property(lambda self: f'{self.network_address}/{self.hostmask}')
    compressed = property(lambda self: str(self))
    exploded = property(lambda self: f'{self.network_address.exploded}/{self.prefixlen}')

    @property
    def _last(self):
        return self._first | (1 << self.max_prefixlen - self.prefixlen) - 1

    def __str__(self):
        return f'{self.network_address}/{self.prefixlen}'

    def __repr__(self):
        return f'{type(self).__name__}({str(self)!r})'

    def _key(self):
        return self.version, self._first, self.prefixlen

    def __hash__(self):
        return hash(self._key())

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, _Network) else NotImplemented

    def __lt__(self, other):
        if not isinstance(other, _Network):
            return NotImplemented
        if self.version != other.version:
            raise TypeError(f'{self} and {other} are not of the same version')
        return self._key() < other._key()

    def __iter__(self):
        for number in _numbers(self._first, self._last):
            yield self._address(number)

    def __getitem__(self, n):
        number = self._first + n if n >= 0 else self._last + n + 1
        if not self._first <= number <= self._last:
            raise IndexError('address out of range')
        return self._address(number)

    def __contains__(self, other):
        return isinstance(other, _Address) and other.version == self.version and self._first <= int(other) <= self._last

    def hosts(self):
        first, last = self._hosts()
        if last - first < 2:
            return [self._address(number) for number in _numbers(first, last)]
        return (self._address(number) for number in _numbers(first, last))

    def _hosts(self):
        if self.max_prefixlen - self.prefixlen < 2:
            return self._first, self._last
        return self._first + 1, self._last - (self.version == 4)

    def overlaps(self, other):
        return self._first <= other._last and other._first <= self._last

    def subnet_of(self, other):
        if self.version != other.version:
            raise TypeError(f'{self} and {other} are not of the same version')
        return other._first <= self._first and self._last <= other._last

    def supernet_of(self, other):
        return other.subnet_of(self)

    def subnets(self, prefixlen_diff=1, new_prefix=None):
        if self.prefixlen == self.max_prefixlen:
            yield self
            return
        prefix = self.prefixlen + prefixlen_diff if new_prefix is None else new_prefix
        if prefix < self.prefixlen:
            raise ValueError('new prefix must be longer' if new_prefix is not None else 'prefix length diff must be > 0')
        if prefix > self.max_prefixlen:
            raise ValueError(f'prefix length diff {prefix - self.prefixlen} is invalid for netblock {self}')
        for number in _numbers(self._first, self._last, 1 << self.max_prefixlen - prefix):
            yield type(self)((number, prefix))

    def supernet(self, prefixlen_diff=1, new_prefix=None):
        if self.prefixlen == 0:
            return self
        prefix = self.prefixlen - prefixlen_diff if new_prefix is None else new_prefix
        if new_prefix is not None and new_prefix > self.prefixlen:
            raise ValueError('new prefix must be shorter')
        if prefix < 0:
            raise ValueError(f'current prefixlen is {self.prefixlen}, cannot have a prefixlen_diff of {prefixlen_diff}')
        return type(self)((self._first, prefix), False)

    def address_exclude(self, other):
        if not other.subnet_of(self):
            raise ValueError(f'{other} not contained in {self}')
        rest = self
        while rest != other:
            one, two = rest.subnets()
            rest, beside = (one, two) if other.subnet_of(one) else (two, one)
            yield beside

    is_private = property(lambda self: any(self.subnet_of(_known(each)) for each in self._address._private))
    is_loopback = property(lambda self: self.network_address.is_loopback and self.broadcast_address.is_loopback)
    is_multicast = property(lambda self: self.network_address.is_multicast and self.broadcast_address.is_multicast)
    is_link_local = property(lambda self: self.network_address.is_link_local and self.broadcast_address.is_link_local)
    is_global = property(lambda self: not self.is_private)

def _parted(address):
    if isinstance(address, tuple):
        return (address + (None,))[:2]
    if isinstance(address, (int, bytes, _Address)):
        return address, None
    parts = str(address).split('/')
    if len(parts) > 2:
        raise AddressValueError(f"Only one '/' permitted in {address!r}")
    return (parts + [None])[:2]

# How many bits a network's part has: of a number, of a mask, or of its opposite.
def _prefix(network, given):
    size = network.max_prefixlen
    if given is None:
        return size
    text = str(given)
    wrong = NetmaskValueError(f'{text!r} is not a valid netmask')
    if text.isascii() and text.isdigit():
        if int(text) > size:
            raise wrong
        return int(text)
    if network.version == 6:
        raise wrong
    try:
        number = _number_of_4(text)
    except AddressValueError:
        raise wrong from None
    whole = (1 << size) - 1
    for mask in (number, number ^ whole):
        opposite = mask ^ whole
        if opposite & opposite + 1 == 0:
            return size - opposite.bit_length()
    raise wrong

class IPv4Network(_Four, _Network):
    _address = IPv4Address

class IPv6Network(_Six, _Network):
    _address = IPv6Address

class _Interface:
    def __init__(self, address):
        address, prefix = _parted(address)
        super().__init__(address)
        self.network = self._kind((int(self), self._address_prefix(prefix)), False)

    def _address_prefix(self, prefix):
        return _prefix(self, prefix)

    ip = property(lambda self: self._plain(int(self)))
    netmask = property(lambda self: self.network.netmask)
    with_prefixlen = property(lambda self: str(self))

    def __str__(self):
        return f'{self.ip}/{self.network.prefixlen}'

    def __hash__(self):
        return hash((int(self), self.network))

    def __eq__(self, other):
        return (int(self), self.network) == (int(other), other.network) if isinstance(other, _Interface) else NotImplemented

class IPv4Interface(_Interface, IPv4Address):
    _kind, _plain = IPv4Network, IPv4Address

class IPv6Interface(_Interface, IPv6Address):
    _kind, _plain = IPv6Network, IPv6Address

_networks = {}

# The networks that the properties of addresses know, by their texts.
def _known(text):
    if text not in _networks:
        _networks[text] = ip_network(text)
    return _networks[text]

_Address._network = staticmethod(_known)

def summarize_address_range(first, last):
    if first.version != last.version:
        raise TypeError(f'{first} and {last} are not of the same version')
    if first > last:
        raise ValueError('last IP address must be greater than first')
    kind = IPv4Network if first.version == 4 else IPv6Network
    at, end, size = int(first), int(last), first.max_prefixlen
    while at <= end:
        free = (at & -at).bit_length() - 1 if at else size
        bits = min(free, (end - at + 1).bit_length() - 1)
        yield kind((at, size - bits))
        at += 1 << bits

def collapse_addresses(addresses):
    networks = [each if isinstance(each, _Network) else ip_network(str(each)) for each in addresses]
    done = []
    for network in sorted(set(networks)):
        if done and network.subnet_of(done[-1]):
            continue
        done.append(network)
        while len(done) > 1 and done[-1].prefixlen and done[-2].prefixlen == done[-1].prefixlen \
                and done[-2].supernet() == done[-1].supernet():
            joined = done.pop().supernet()
            done[-1] = joined
    return iter(done)
