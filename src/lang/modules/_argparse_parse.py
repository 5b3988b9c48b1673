# Words of a command line, given to the arguments of a parser.

import re as _re
from _argparse_actions import ArgumentError, ArgumentTypeError, ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS
from _argparse_actions import UNRECOGNIZED, ZERO_OR_MORE, name_of

_NUMBER = _re.compile(r'^-\d+$|^-\d*\.\d+$')

def _pattern(action):
    # How many words an argument takes: in a text with A for a word, O for an option, - for the double dash.
    nargs = action.nargs
    if nargs is None:
        made = '(-*A-*)'
    elif nargs == OPTIONAL:
        made = '(-*A?-*)'
    elif nargs == ZERO_OR_MORE:
        made = '(-*[A-]*)'
    elif nargs == ONE_OR_MORE:
        made = '(-*A[A-]*)'
    elif nargs == REMAINDER:
        made = '([-AO]*)'
    elif nargs == PARSER:
        made = '(-*A[-AO]*)'
    elif nargs == SUPPRESS:
        made = '(-*-*)'
    else:
        made = '(-*%s-*)' % '-*'.join('A' * nargs)
    return made.replace('-*', '').replace('-', '') if action.option_strings else made

class Parse:
    def __init__(self, parser, words, namespace):
        self._parser = parser
        self._words = words
        self._namespace = namespace
        self._extras = []
        self._seen = []
        self._seen_set = []
        self._options = {}
        self._positionals = [action for action in parser._actions if not action.option_strings]
        self._has_negative = any([_NUMBER.match(option) for option in parser._option_string_actions])
        self._kinds = self._classified()

    def _classified(self):
        kinds = []
        words = iter(self._words)
        for at, word in enumerate(words):
            if word == '--':
                kinds.append('-')
                kinds += ['A'] * (len(self._words) - at - 1)
                break
            option = self._option(word)
            if option is None:
                kinds.append('A')
            else:
                self._options[at] = option
                kinds.append('O')
        return ''.join(kinds)

    def _option(self, word):
        # The action, the option as it is called, and the value given with it; None for a word that is no option.
        parser = self._parser
        if not word or word[0] not in parser.prefix_chars:
            return None
        known = parser._option_string_actions
        if word in known:
            return known[word], word, None
        if len(word) == 1:
            return None
        if '=' in word:
            option, _, value = word.partition('=')
            if option in known:
                return known[option], option, value
        found = self._abbreviated(word)
        if len(found) > 1:
            names = ', '.join([option for _, option, _ in found])
            raise ArgumentError(None, f'ambiguous option: {word} could match {names}')
        if found:
            return found[0]
        if _NUMBER.match(word) and not self._has_negative or ' ' in word:
            return None
        return None, word, None

    def _abbreviated(self, word):
        parser, chars = self._parser, self._parser.prefix_chars
        known = parser._option_string_actions
        if word[1] in chars:
            if not parser.allow_abbrev:
                return []
            start, mark, value = word.partition('=')
            return [(known[option], option, value if mark else None) for option in known if option.startswith(start)]
        short, value = word[:2], word[2:]
        found = []
        for option in known:
            if option == short:
                found.append((known[option], option, value))
            elif option.startswith(word) and parser.allow_abbrev:
                found.append((known[option], option, None))
        return found

    def run(self):
        last = max(self._options) if self._options else -1
        at = 0
        while at <= last:
            upcoming = min([place for place in self._options if place >= at])
            if at != upcoming:
                stop = self._take_positionals(at)
                if stop > at:
                    at = stop
                    continue
            if at not in self._options:
                self._extras += self._words[at:upcoming]
                at = upcoming
            at = self._take_option(at)
        stop = self._take_positionals(at)
        self._extras += self._words[stop:]
        self._check_required()
        namespace = self._namespace
        if hasattr(namespace, UNRECOGNIZED):
            self._extras += getattr(namespace, UNRECOGNIZED)
            delattr(namespace, UNRECOGNIZED)
        return namespace, self._extras

    def _matched(self, actions, kinds):
        # How many words each of the first arguments takes.
        for count in range(len(actions), 0, -1):
            found = _re.match(''.join([_pattern(action) for action in actions[:count]]), kinds)
            if found is not None:
                return [len(text) for text in found.groups()]
        return []

    def _take_positionals(self, at):
        counts = self._matched(self._positionals, self._kinds[at:])
        for action, count in zip(self._positionals, counts):
            self._act(action, self._words[at:at + count])
            at += count
        self._positionals = self._positionals[len(counts):]
        return at

    def _count(self, action, kinds):
        found = _re.match(_pattern(action), kinds)
        if found is not None:
            return len(found.group(1))
        nargs = action.nargs
        wants = {None: 'expected one argument', OPTIONAL: 'expected at most one argument',
                 ONE_OR_MORE: 'expected at least one argument'}.get(nargs)
        if wants is None:
            wants = f'expected {nargs} argument' + ('' if nargs == 1 else 's')
        raise ArgumentError(action, wants)

    def _take_option(self, at):
        action, option, value = self._options[at]
        while True:
            if action is None:
                self._extras.append(self._words[at])
                return at + 1
            if value is None:
                start = at + 1
                count = self._count(action, self._kinds[start:])
                self._act(action, self._words[start:start + count], option)
                return start + count
            count = self._count(action, 'A')
            chars = self._parser.prefix_chars
            if count == 1:
                self._act(action, [value], option)
                return at + 1
            if option[1] in chars or value == '':
                raise ArgumentError(action, f'ignored explicit argument {value!r}')
            # Several letters behind one dash.
            self._act(action, [], option)
            option = option[0] + value[0]
            value = value[1:] or None
            known = self._parser._option_string_actions
            if option not in known:
                raise ArgumentError(action, f'ignored explicit argument {option[1:] + (value or "")!r}')
            action = known[option]
            if value is not None and value[:1] == '=':
                value = value[1:]

    def _act(self, action, words, option=None):
        self._seen.append(action)
        values = self._values(action, words)
        if values is not action.default:
            self._seen_set.append(action)
            for group in self._parser._mutually_exclusive_groups:
                if action in group._group_actions:
                    for other in group._group_actions:
                        if other is not action and other in self._seen_set:
                            raise ArgumentError(action, f'not allowed with argument {name_of(other)}')
        if values is not SUPPRESS:
            action(self._parser, self._namespace, values, option)

    def _values(self, action, words):
        nargs = action.nargs
        if nargs not in (PARSER, REMAINDER) and '--' in words:
            words = list(words)
            words.remove('--')
        if not words and nargs == OPTIONAL:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str):
                value = self._value(action, value)
                self._check(action, value)
            return value
        if not words and nargs == ZERO_OR_MORE and not action.option_strings:
            value = words if action.default is None else action.default
            if action.default is not None:
                self._check(action, value)
            return value
        if len(words) == 1 and nargs in (None, OPTIONAL):
            value = self._value(action, words[0])
            self._check(action, value)
            return value
        if nargs == REMAINDER:
            return [self._value(action, word) for word in words]
        if nargs == PARSER:
            values = [self._value(action, word) for word in words]
            self._check(action, values[0])
            return values
        if nargs == SUPPRESS:
            return SUPPRESS
        values = [self._value(action, word) for word in words]
        for value in values:
            self._check(action, value)
        return values

    def _value(self, action, word):
        convert = self._parser._registered('type', action.type)
        try:
            return convert(word)
        except ArgumentTypeError as error:
            raise ArgumentError(action, str(error))
        except (TypeError, ValueError):
            name = getattr(action.type, '__name__', repr(action.type))
            raise ArgumentError(action, f'invalid {name} value: {word!r}')

    def _check(self, action, value):
        if action.choices is not None and value not in action.choices:
            choices = ', '.join([repr(choice) for choice in action.choices])
            raise ArgumentError(action, f'invalid choice: {value!r} (choose from {choices})')

    def _check_required(self):
        missing = []
        for action in self._parser._actions:
            if action in self._seen:
                continue
            if action.required:
                missing.append(name_of(action))
            elif isinstance(action.default, str) and getattr(self._namespace, action.dest, None) is action.default:
                setattr(self._namespace, action.dest, self._value(action, action.default))
        if missing:
            names = ', '.join([name for name in missing if name is not None])
            raise ArgumentError(None, f'the following arguments are required: {names}')
        for group in self._parser._mutually_exclusive_groups:
            if group.required and not [one for one in group._group_actions if one in self._seen_set]:
                names = [name_of(one) for one in group._group_actions if one.help is not SUPPRESS]
                raise ArgumentError(None, f'one of the arguments {" ".join(names)} is required')
