import ipaddress
from ipaddress import ip_address, ip_interface, ip_network

for text in ('192.168.1.10', '8.8.8.8', '127.0.0.1', '224.0.0.1', '169.254.1.1', '0.0.0.0', '240.0.0.1', '::1', '2001:db8::8a2e:370:7334',
             'fe80::1', 'ff02::1', '::', '::ffff:10.0.0.1', '2606:4700::1111', '1:0:0:2::', '1:2:3:4:5:6:7:8', 'fc00::'):
    a = ip_address(text)
    print(repr(a), a.version, int(a), a.is_private, a.is_global, a.is_loopback, a.is_multicast, a.is_link_local, a.is_reserved, a.is_unspecified)
    print(a.exploded, a.packed, a.max_prefixlen, ip_address(a.packed) == a, ip_address(int(a)) == a or a.version == 6)
for text in ('10.0.0.1', '2001:db8::1'):
    print(ip_address(text).reverse_pointer, ip_address(text) + 5, ip_address(text) - 1)
print(ip_address('1.2.3.4') < ip_address('1.2.3.5') <= ip_address('1.2.3.5'), sorted(map(ip_address, ('10.0.0.2', '9.9.9.9', '10.0.0.1'))))
print(len({ip_address('1.1.1.1'), ip_address('1.1.1.1'), ip_address('::1')}), ip_address('0.0.0.1') == ip_address('::1'))

for text in ('192.168.0.0/24', '10.0.0.0/8', '10.0.0.0/255.255.0.0', '10.0.0.0/0.0.255.255', '1.2.3.4', '1.2.3.4/31', '2001:db8::/126', '0.0.0.0/0'):
    n = ip_network(text)
    print(repr(n), n.network_address, n.broadcast_address, n.netmask, n.hostmask, n.prefixlen, n.num_addresses, n.with_netmask, n.is_private)
print([str(host) for host in ip_network('192.168.1.0/29').hosts()], list(ip_network('2001:db8::/126').hosts()))
print(list(ip_network('1.2.3.4/32').hosts()), list(ip_network('1.2.3.4/31').hosts()), list(ip_network('1.2.3.0/30')))
net = ip_network('10.1.0.0/16')
print(ip_address('10.1.2.3') in net, ip_address('10.2.0.0') in net, net[5], net[-1], ip_address('::1') in net)
print(list(net.subnets(prefixlen_diff=2)), list(ip_network('10.0.0.0/30').subnets(new_prefix=32)), net.supernet(), net.supernet(new_prefix=8))
print(net.subnet_of(ip_network('10.0.0.0/8')), net.supernet_of(ip_network('10.1.1.0/24')), net.overlaps(ip_network('10.1.255.0/24')))
print(sorted(ip_network('10.0.0.0/29').address_exclude(ip_network('10.0.0.3/32'))))
print(list(ipaddress.collapse_addresses([ip_network('10.0.0.0/25'), ip_network('10.0.0.128/25'), ip_network('10.0.1.0/24'), ip_network('10.0.0.4/32')])))
print(list(ipaddress.summarize_address_range(ip_address('10.0.0.1'), ip_address('10.0.0.10'))))
print(ip_network('10.0.0.7/24', strict=False), net == ip_network('10.1.0.0/16'), net < ip_network('10.1.0.0/17'))
face = ip_interface('192.168.1.5/24')
print(face, face.ip, face.network, face.netmask, repr(face), face == ip_interface('192.168.1.5/24'), face.is_private)

def tried(function, *given):
    try:
        print(function(*given))
    except (ValueError, TypeError, IndexError) as error:
        print(type(error).__name__, '-', error)

for text in ('', '1.2.3', '1.2.3.256', '1.2.3.x', '1.2.3.01', '1..2.3', '1.2.3.1000', '1.2.3.4/24', -1, 1 << 32):
    tried(ip_address, text)
    tried(ipaddress.IPv4Address, text)
for text in ('1:2', ':1:2::', '1::2::3', '1:2:3:4:5:6:7', 'g::', '12345::', '1:2:3:4:5:6:7:8:9', '1:', '1:2:3:4:5:6:7:', '::1.2.3', '1:2:3:4::5:6:7:8'):
    tried(ipaddress.IPv6Address, text)
for text in ('192.168.0.1/24', '10.0.0.0/33', '10.0.0.0/255.0.255.0', 'x/8', '1.2.3.4/8/8'):
    tried(ip_network, text)
    tried(ipaddress.IPv4Network, text)
tried(lambda: ip_address('1.1.1.1') < ip_address('::1'))
tried(lambda: net[1 << 20])
tried(lambda: list(net.subnets(new_prefix=8)))
# expect:
# IPv4Address('192.168.1.10') 4 3232235786 True False False False False False False
# 192.168.1.10 b'\xc0\xa8\x01\n' 32 True True
# IPv4Address('8.8.8.8') 4 134744072 False True False False False False False
# 8.8.8.8 b'\x08\x08\x08\x08' 32 True True
# IPv4Address('127.0.0.1') 4 2130706433 True False True False False False False
# 127.0.0.1 b'\x7f\x00\x00\x01' 32 True True
# IPv4Address('224.0.0.1') 4 3758096385 False True False True False False False
# 224.0.0.1 b'\xe0\x00\x00\x01' 32 True True
# IPv4Address('169.254.1.1') 4 2851995905 True False False False True False False
# 169.254.1.1 b'\xa9\xfe\x01\x01' 32 True True
# IPv4Address('0.0.0.0') 4 0 True False False False False False True
# 0.0.0.0 b'\x00\x00\x00\x00' 32 True True
# IPv4Address('240.0.0.1') 4 4026531841 True False False False False True False
# 240.0.0.1 b'\xf0\x00\x00\x01' 32 True True
# IPv6Address('::1') 6 1 True False True False False True False
# 0000:0000:0000:0000:0000:0000:0000:0001 b'\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x01' 128 True True
# IPv6Address('2001:db8::8a2e:370:7334') 6 42540766411282592856904136881884656436 True False False False False False False
# 2001:0db8:0000:0000:0000:8a2e:0370:7334 b' \x01\r\xb8\x00\x00\x00\x00\x00\x00\x8a.\x03ps4' 128 True True
# IPv6Address('fe80::1') 6 338288524927261089654018896841347694593 True False False False True False False
# fe80:0000:0000:0000:0000:0000:0000:0001 b'\xfe\x80\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x01' 128 True True
# IPv6Address('ff02::1') 6 338963523518870617245727861364146307073 False True False True False False False
# ff02:0000:0000:0000:0000:0000:0000:0001 b'\xff\x02\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x01' 128 True True
# IPv6Address('::') 6 0 True False False False False True True
# 0000:0000:0000:0000:0000:0000:0000:0000 b'\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00' 128 True True
# IPv6Address('::ffff:a00:1') 6 281470849515521 True False False False False True False
# 0000:0000:0000:0000:0000:ffff:0a00:0001 b'\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\xff\xff\n\x00\x00\x01' 128 True True
# IPv6Address('2606:4700::1111') 6 50543257672059871404715951523469725969 False True False False False False False
# 2606:4700:0000:0000:0000:0000:0000:1111 b'&\x06G\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x11\x11' 128 True True
# IPv6Address('1:0:0:2::') 6 5192296858534864522018643748323328 False True False False False True False
# 0001:0000:0000:0002:0000:0000:0000:0000 b'\x00\x01\x00\x00\x00\x00\x00\x02\x00\x00\x00\x00\x00\x00\x00\x00' 128 True True
# IPv6Address('1:2:3:4:5:6:7:8') 6 5192455318486707404433266433261576 False True False False False True False
# 0001:0002:0003:0004:0005:0006:0007:0008 b'\x00\x01\x00\x02\x00\x03\x00\x04\x00\x05\x00\x06\x00\x07\x00\x08' 128 True True
# IPv6Address('fc00::') 6 334965454937798799971759379190646833152 True False False False False False False
# fc00:0000:0000:0000:0000:0000:0000:0000 b'\xfc\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00' 128 True True
# 1.0.0.10.in-addr.arpa 10.0.0.6 10.0.0.0
# 1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa 2001:db8::6 2001:db8::
# True [IPv4Address('9.9.9.9'), IPv4Address('10.0.0.1'), IPv4Address('10.0.0.2')]
# 2 False
# IPv4Network('192.168.0.0/24') 192.168.0.0 192.168.0.255 255.255.255.0 0.0.0.255 24 256 192.168.0.0/255.255.255.0 True
# IPv4Network('10.0.0.0/8') 10.0.0.0 10.255.255.255 255.0.0.0 0.255.255.255 8 16777216 10.0.0.0/255.0.0.0 True
# IPv4Network('10.0.0.0/16') 10.0.0.0 10.0.255.255 255.255.0.0 0.0.255.255 16 65536 10.0.0.0/255.255.0.0 True
# IPv4Network('10.0.0.0/16') 10.0.0.0 10.0.255.255 255.255.0.0 0.0.255.255 16 65536 10.0.0.0/255.255.0.0 True
# IPv4Network('1.2.3.4/32') 1.2.3.4 1.2.3.4 255.255.255.255 0.0.0.0 32 1 1.2.3.4/255.255.255.255 False
# IPv4Network('1.2.3.4/31') 1.2.3.4 1.2.3.5 255.255.255.254 0.0.0.1 31 2 1.2.3.4/255.255.255.254 False
# IPv6Network('2001:db8::/126') 2001:db8:: 2001:db8::3 ffff:ffff:ffff:ffff:ffff:ffff:ffff:fffc ::3 126 4 2001:db8::/ffff:ffff:ffff:ffff:ffff:ffff:ffff:fffc True
# IPv4Network('0.0.0.0/0') 0.0.0.0 255.255.255.255 0.0.0.0 255.255.255.255 0 4294967296 0.0.0.0/0.0.0.0 False
# ['192.168.1.1', '192.168.1.2', '192.168.1.3', '192.168.1.4', '192.168.1.5', '192.168.1.6'] [IPv6Address('2001:db8::1'), IPv6Address('2001:db8::2'), IPv6Address('2001:db8::3')]
# [IPv4Address('1.2.3.4')] [IPv4Address('1.2.3.4'), IPv4Address('1.2.3.5')] [IPv4Address('1.2.3.0'), IPv4Address('1.2.3.1'), IPv4Address('1.2.3.2'), IPv4Address('1.2.3.3')]
# True False 10.1.0.5 10.1.255.255 False
# [IPv4Network('10.1.0.0/18'), IPv4Network('10.1.64.0/18'), IPv4Network('10.1.128.0/18'), IPv4Network('10.1.192.0/18')] [IPv4Network('10.0.0.0/32'), IPv4Network('10.0.0.1/32'), IPv4Network('10.0.0.2/32'), IPv4Network('10.0.0.3/32')] 10.0.0.0/15 10.0.0.0/8
# True True True
# [IPv4Network('10.0.0.0/31'), IPv4Network('10.0.0.2/32'), IPv4Network('10.0.0.4/30')]
# [IPv4Network('10.0.0.0/23')]
# [IPv4Network('10.0.0.1/32'), IPv4Network('10.0.0.2/31'), IPv4Network('10.0.0.4/30'), IPv4Network('10.0.0.8/31'), IPv4Network('10.0.0.10/32')]
# 10.0.0.0/24 True True
# 192.168.1.5/24 192.168.1.5 192.168.1.0/24 255.255.255.0 IPv4Interface('192.168.1.5/24') True True
# ValueError - '' does not appear to be an IPv4 or IPv6 address
# AddressValueError - Address cannot be empty
# ValueError - '1.2.3' does not appear to be an IPv4 or IPv6 address
# AddressValueError - Expected 4 octets in '1.2.3'
# ValueError - '1.2.3.256' does not appear to be an IPv4 or IPv6 address
# AddressValueError - Octet 256 (> 255) not permitted in '1.2.3.256'
# ValueError - '1.2.3.x' does not appear to be an IPv4 or IPv6 address
# AddressValueError - Only decimal digits permitted in 'x' in '1.2.3.x'
# ValueError - '1.2.3.01' does not appear to be an IPv4 or IPv6 address
# AddressValueError - Leading zeros are not permitted in '01' in '1.2.3.01'
# ValueError - '1..2.3' does not appear to be an IPv4 or IPv6 address
# AddressValueError - Empty octet not permitted in '1..2.3'
# ValueError - '1.2.3.1000' does not appear to be an IPv4 or IPv6 address
# AddressValueError - At most 3 characters permitted in '1000' in '1.2.3.1000'
# ValueError - '1.2.3.4/24' does not appear to be an IPv4 or IPv6 address
# AddressValueError - Unexpected '/' in '1.2.3.4/24'
# ValueError - -1 does not appear to be an IPv4 or IPv6 address
# AddressValueError - -1 (< 0) is not permitted as an IPv4 address
# ::1:0:0
# AddressValueError - 4294967296 (>= 2**32) is not permitted as an IPv4 address
# AddressValueError - At least 3 parts expected in '1:2'
# AddressValueError - Leading ':' only permitted as part of '::' in ':1:2::'
# AddressValueError - At most one '::' permitted in '1::2::3'
# AddressValueError - Exactly 8 parts expected without '::' in '1:2:3:4:5:6:7'
# AddressValueError - Only hex digits permitted in 'g' in 'g::'
# AddressValueError - At most 4 characters permitted in '12345' in '12345::'
# AddressValueError - Exactly 8 parts expected without '::' in '1:2:3:4:5:6:7:8:9'
# AddressValueError - At least 3 parts expected in '1:'
# AddressValueError - Trailing ':' only permitted as part of '::' in '1:2:3:4:5:6:7:'
# AddressValueError - Expected 4 octets in '1.2.3' in '::1.2.3'
# AddressValueError - Expected at most 7 other parts with '::' in '1:2:3:4::5:6:7:8'
# ValueError - 192.168.0.1/24 has host bits set
# ValueError - 192.168.0.1/24 has host bits set
# ValueError - '10.0.0.0/33' does not appear to be an IPv4 or IPv6 network
# NetmaskValueError - '33' is not a valid netmask
# ValueError - '10.0.0.0/255.0.255.0' does not appear to be an IPv4 or IPv6 network
# NetmaskValueError - '255.0.255.0' is not a valid netmask
# ValueError - 'x/8' does not appear to be an IPv4 or IPv6 network
# AddressValueError - Expected 4 octets in 'x'
# ValueError - '1.2.3.4/8/8' does not appear to be an IPv4 or IPv6 network
# AddressValueError - Only one '/' permitted in '1.2.3.4/8/8'
# TypeError - 1.1.1.1 and ::1 are not of the same version
# IndexError - address out of range
# ValueError - new prefix must be longer
