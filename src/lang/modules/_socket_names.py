# Names of hosts and services, addresses as texts and bytes, numbers in the network's order.

from _socket_constants import AF_INET, AF_INET6, AF_UNSPEC, AI_NUMERICHOST, AI_NUMERICSERV, AI_PASSIVE, IPPROTO_TCP
from _socket_constants import IPPROTO_UDP, NI_NUMERICHOST, NI_NUMERICSERV, SOCK_DGRAM, SOCK_RAW, SOCK_STREAM

_SERVICES = {
    'echo': 7, 'ftp': 21, 'ssh': 22, 'telnet': 23, 'smtp': 25, 'time': 37, 'domain': 53, 'http': 80, 'pop3': 110,
    'ntp': 123, 'imap2': 143, 'snmp': 161, 'ldap': 389, 'https': 443, 'ldaps': 636, 'imaps': 993, 'pop3s': 995,
    'mysql': 3306, 'postgresql': 5432,
}
_DATAGRAMS_ONLY = ('ntp', 'snmp')
_BOTH = ('echo', 'time', 'domain', 'ntp', 'snmp', 'ldap', 'https')


class herror(OSError):
    __module__ = 'socket'


class gaierror(OSError):
    __module__ = 'socket'


def gethostname():
    return 'gilsim'


# Each of the four parts of an address, or None where that text is none.
def _parts(text):
    parts = text.split('.')
    if len(parts) == 4 and all(part.isdigit() and int(part) < 256 for part in parts):
        return [int(part) for part in parts]
    return None


# Names are not looked up anywhere: one that is no number gets an address of those kept for examples (RFC 5737).
def gethostbyname(name):
    if name in ('', 'localhost', 'gilsim'):
        return '127.0.0.1' if name else '0.0.0.0'
    if name == '<broadcast>':
        return '255.255.255.255'
    if _parts(name) is not None:
        return name
    if not all(letter.isalnum() or letter in '.-_' for letter in name):
        raise gaierror(-2, 'Name or service not known')
    number = 0
    for letter in name:
        number = (number * 31 + ord(letter)) % 253
    return '203.0.113.%d' % (number + 1)


def gethostbyname_ex(name):
    return name, [], [gethostbyname(name)]


# Only this machine has an address that leads back to a name.
def gethostbyaddr(address):
    address = gethostbyname(address)
    if address[:4] != '127.':
        raise herror(1, 'Unknown host')
    return 'localhost', [], [address]


def getfqdn(name=''):
    name = name.strip()
    if not name or name in ('0.0.0.0', '::'):
        name = gethostname()
    try:
        return gethostbyaddr(name)[0]
    except OSError:
        return name


def getservbyname(name, protocol=None):
    if name not in _SERVICES or (protocol or 'tcp') not in _protocols(name):
        raise OSError('service/proto not found')
    return _SERVICES[name]


def getservbyport(port, protocol=None):
    if not 0 <= port <= 65535:
        raise OverflowError('getservbyport: port must be 0-65535.')
    for name, number in _SERVICES.items():
        if number == port and (protocol or 'tcp') in _protocols(name):
            return name
    raise OSError('port/proto not found')


def _protocols(name):
    return ('udp',) if name in _DATAGRAMS_ONLY else ('tcp', 'udp') if name in _BOTH else ('tcp',)


def _port(service, flags):
    if service is None:
        return 0
    if isinstance(service, bytes):
        service = service.decode()
    if isinstance(service, int):
        return service & 0xffff
    if not isinstance(service, str):
        raise OSError('Int or String expected')
    if not service:
        return 0
    if service.isdigit():
        return int(service)
    if flags & AI_NUMERICSERV:
        raise gaierror(-2, 'Name or service not known')
    if service not in _SERVICES:
        raise gaierror(-8, 'Servname not supported for ai_socktype')
    return _SERVICES[service]


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    if host is not None and not isinstance(host, (str, bytes, bytearray)):
        raise TypeError('getaddrinfo() argument 1 must be string or None')
    if isinstance(host, (bytes, bytearray)):
        host = bytes(host).decode()
    if host in (None, '') and port is None:
        raise gaierror(-2, 'Name or service not known')
    if family not in (AF_UNSPEC, AF_INET):
        raise gaierror(-9, 'Address family for hostname not supported')
    if host and flags & AI_NUMERICHOST and _parts(host) is None:
        raise gaierror(-2, 'Name or service not known')
    if not host:
        host = '0.0.0.0' if flags & AI_PASSIVE else 'localhost'
    address = (gethostbyname(host), _port(port, flags))
    # Raw sockets have no services.
    kinds = [(SOCK_STREAM, IPPROTO_TCP), (SOCK_DGRAM, IPPROTO_UDP), (SOCK_RAW, 0)]
    if isinstance(port, str) and port and not port.isdigit():
        kinds = [kind for kind in kinds[:2] if ('tcp', 'udp')[kind[1] == IPPROTO_UDP] in _protocols(port)]
    return [(AF_INET, kind, number, '', address) for kind, number in kinds
            if type in (0, kind) and (proto in (0, number) or kind == SOCK_RAW and type == SOCK_RAW)]


def getnameinfo(sockaddr, flags):
    if not isinstance(sockaddr, tuple):
        raise TypeError('getnameinfo() argument 1 must be a tuple')
    host, port = sockaddr[:2]
    if _parts(host) is None:
        raise gaierror(-2, 'Name or service not known')
    if not flags & NI_NUMERICHOST:
        host = 'localhost' if host[:4] == '127.' else host
    service = str(port)
    if not flags & NI_NUMERICSERV:
        try:
            service = getservbyport(port)
        except OSError:
            pass
    return host, service


def _fitting(number, bits, method):
    if not isinstance(number, int):
        raise TypeError('expected int, %s found' % type(number).__name__ if bits == 32 else
                        "'%s' object cannot be interpreted as an integer" % type(number).__name__)
    if number < 0:
        raise OverflowError("can't convert negative value to unsigned int" if bits == 32 else
                            "%s: can't convert negative Python int to C 16-bit unsigned integer" % method)
    if number >> bits:
        raise OverflowError('int larger than 32 bits' if bits == 32 else
                            '%s: Python int too large to convert to C 16-bit unsigned integer' % method)
    return number


def _turned(number):
    return (number & 0xff) << 8 | number >> 8 & 0xff


def _turned_long(number):
    return _turned(number & 0xffff) << 16 | _turned(number >> 16 & 0xffff)


def htons(number):
    return _turned(_fitting(number, 16, 'htons'))


def ntohs(number):
    return _turned(_fitting(number, 16, 'ntohs'))


def htonl(number):
    return _turned_long(_fitting(number, 32, 'htonl'))


def ntohl(number):
    return _turned_long(_fitting(number, 32, 'ntohl'))


def inet_aton(text):
    parts = _parts(text)
    if parts is None:
        raise OSError('illegal IP address string passed to inet_aton')
    return bytes(parts)


def inet_ntoa(packed):
    if len(packed) != 4:
        raise OSError('packed IP wrong length')
    return '.'.join([str(part) for part in bytes(packed)])


def inet_pton(family, text):
    if family == AF_INET:
        parts = _parts(text)
        if parts is not None:
            return bytes(parts)
    elif family == AF_INET6:
        from ipaddress import IPv6Address
        try:
            return IPv6Address(text).packed
        except ValueError:
            pass
    else:
        raise OSError(97, 'Address family not supported by protocol')
    raise OSError('illegal IP address string passed to inet_pton')


def inet_ntop(family, packed):
    if family not in (AF_INET, AF_INET6):
        raise ValueError('unknown address family %d' % family)
    packed = bytes(packed)
    if len(packed) != (4 if family == AF_INET else 16):
        raise ValueError('invalid length of packed IP address string')
    if family == AF_INET:
        return inet_ntoa(packed)
    from ipaddress import IPv6Address
    return str(IPv6Address(packed))
