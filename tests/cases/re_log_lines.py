import re
from collections import Counter
LINE = re.compile(r"""
    ^(?P<host>\S+)\s
    \[(?P<day>\d{2})/(?P<month>[A-Z][a-z]{2})/(?P<year>\d{4})\]\s
    "(?P<method>GET|POST)\s(?P<path>[^"]*)"\s
    (?P<status>\d{3})$""", re.VERBOSE)
lines = ['a.org [01/Jan/2024] "GET /x" 200', 'b.org [02/Feb/2024] "POST /y?z=1" 404', "broken", 'a.org [03/Mar/2024] "GET /x" 500']
found = [m.groupdict() for m in map(LINE.match, lines) if m]
print(found[1])
print(Counter(entry["status"][0] for entry in found), {entry["host"] for entry in found if entry["path"] == "/x"})
print([re.sub(r"\?.*", "", entry["path"]) for entry in found])

# expect:
# {'host': 'b.org', 'day': '02', 'month': 'Feb', 'year': '2024', 'method': 'POST', 'path': '/y?z=1', 'status': '404'}
# Counter({'2': 1, '4': 1, '5': 1}) {'a.org'}
# ['/x', '/y', '/x']
