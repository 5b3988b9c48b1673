import configparser
import io

parser = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation())
parser.read_string('''
[DEFAULT]
root = /srv
[db]
path = ${root}/db
port: 5432
twice = ${path}:${port}
price = $$5
[web]
url = http://${db:port}${db:twice}/${root}
up = ${url}
here = ${nowhere}
there = ${db:nowhere}
far = ${gone:port}
odd = $x
open = ${root
many = ${a:b:c}d
round = ${round}
''')
print(dict(parser['db']))
for option in parser['web']:
    try:
        print(option, parser['web'][option], sep=': ')
    except configparser.InterpolationError as error:
        print(option, type(error).__name__, error, error.args)
print(parser.get('db', 'path', raw=True), parser.get('db', 'path', vars={'root': '/tmp'}))
for value in ('${db:port}', '$$', '$5', 'a${b'):
    try:
        parser['db']['new'] = value
        print(parser['db'].get('new'))
    except ValueError as error:
        print(error)
shown = io.StringIO()
parser.remove_section('web')
parser.write(shown)
print(shown.getvalue())

# expect:
# {'path': '/srv/db', 'port': '5432', 'twice': '/srv/db:5432', 'price': '$5', 'root': '/srv'}
# url: http://5432/srv/db:5432//srv
# up: http://5432/srv/db:5432//srv
# here InterpolationMissingOptionError Bad value substitution: option 'here' in section 'web' contains an interpolation key 'nowhere' which is not a valid option name. Raw value: '${nowhere}' ('here', 'web', '${nowhere}', 'nowhere')
# there InterpolationMissingOptionError Bad value substitution: option 'there' in section 'web' contains an interpolation key 'db:nowhere' which is not a valid option name. Raw value: '${db:nowhere}' ('there', 'web', '${db:nowhere}', 'db:nowhere')
# far InterpolationMissingOptionError Bad value substitution: option 'far' in section 'web' contains an interpolation key 'gone:port' which is not a valid option name. Raw value: '${gone:port}' ('far', 'web', '${gone:port}', 'gone:port')
# odd InterpolationSyntaxError '$' must be followed by '$' or '{', found: '$x' ('odd', 'web', "'$' must be followed by '$' or '{', found: '$x'")
# open InterpolationSyntaxError bad interpolation variable reference '${root' ('open', 'web', "bad interpolation variable reference '${root'")
# many InterpolationSyntaxError More than one ':' found: 'd' ('many', 'web', "More than one ':' found: 'd'")
# round InterpolationDepthError Recursion limit exceeded in value substitution: option 'round' in section 'web' contains an interpolation key which cannot be substituted in 10 steps. Raw value: '${round}' ('round', 'web', '${round}')
# root: /srv
# ${root}/db /tmp/db
# 5432
# $
# invalid interpolation syntax in '$5' at position 0
# invalid interpolation syntax in 'a${b' at position 1
# [DEFAULT]
# root = /srv
#
# [db]
# path = ${root}/db
# port = 5432
# twice = ${path}:${port}
# price = $$5
# new = $$
#
#
