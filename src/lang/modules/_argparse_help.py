# Help and usage of a command line.

import textwrap as _textwrap
from _argparse_actions import ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE

class HelpFormatter:
    __module__ = 'argparse'

    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        if width is None:
            from os import environ
            # What a terminal of unknown size counts as.
            width = int(environ.get('COLUMNS') or 80) - 2
        self._prog = prog
        self._increment = indent_increment
        self._width = width
        self._most = min(max_help_position, max(width - 20, indent_increment * 2))
        self._indent = 0
        self._longest = 0
        self._parts = []
        self._sections = []

    # Sections

    def start_section(self, heading):
        self._sections.append((self._parts, heading))
        self._parts = []
        self._indent += self._increment

    def end_section(self):
        parts, (self._parts, heading) = self._parts, self._sections.pop()
        self._indent -= self._increment
        self._parts.append(lambda: self._section(parts, heading))

    def _section(self, parts, heading):
        self._indent += self._increment
        text = ''.join([made for made in [part() for part in parts] if made])
        self._indent -= self._increment
        if not text:
            return ''
        title = '' if heading is None or heading is SUPPRESS else f'{" " * self._indent}{heading}:\n'
        return '\n' + title + text + '\n'

    def add_text(self, text):
        if text is not SUPPRESS and text is not None:
            self._parts.append(lambda: self._text(text))

    def add_usage(self, usage, actions, groups, prefix=None):
        if usage is not SUPPRESS:
            self._parts.append(lambda: self._usage(usage, actions, groups, prefix))

    def add_argument(self, action):
        if action.help is SUPPRESS:
            return
        for one in [action, *self._below(action)]:
            extra = 0 if one is action else self._increment
            self._longest = max(self._longest, len(self._invocation(one)) + self._indent + extra)
        self._parts.append(lambda: self._argument(action))

    def add_arguments(self, actions):
        for action in actions:
            self.add_argument(action)

    def format_help(self):
        text = ''.join([made for made in [part() for part in self._parts] if made])
        if text:
            while '\n\n\n' in text:
                text = text.replace('\n\n\n', '\n\n')
            text = text.strip('\n') + '\n'
        return text

    def _below(self, action):
        return action._get_subactions() if hasattr(action, '_get_subactions') else []

    # Usage

    def _usage(self, usage, actions, groups, prefix):
        prefix = 'usage: ' if prefix is None else prefix
        if usage is not None:
            return f'{prefix}{usage % {"prog": self._prog}}\n\n'
        optionals = [action for action in actions if action.option_strings]
        positionals = [action for action in actions if not action.option_strings]
        parts = self._usage_parts(optionals + positionals, groups)
        whole = ' '.join([self._prog] + parts)
        most = self._width - self._indent
        if len(prefix) + len(whole) > most:
            whole = self._broken(prefix, self._usage_parts(optionals, groups), self._usage_parts(positionals, groups), most)
        return f'{prefix}{whole}\n\n'

    def _broken(self, prefix, optionals, positionals, most):
        if len(prefix) + len(self._prog) <= 0.75 * most:
            indent = ' ' * (len(prefix) + len(self._prog) + 1)
            if optionals:
                lines = self._lines([self._prog] + optionals, indent, prefix, most)
                lines += self._lines(positionals, indent, None, most)
            elif positionals:
                lines = self._lines([self._prog] + positionals, indent, prefix, most)
            else:
                lines = [self._prog]
        else:
            indent = ' ' * len(prefix)
            lines = self._lines(optionals + positionals, indent, None, most)
            if len(lines) > 1:
                lines = self._lines(optionals, indent, None, most) + self._lines(positionals, indent, None, most)
            lines = [self._prog] + lines
        return '\n'.join(lines)

    def _lines(self, parts, indent, prefix, most):
        lines, line = [], []
        length = len(indent) - 1 if prefix is None else len(prefix) - 1
        for part in parts:
            if length + 1 + len(part) > most and line:
                lines.append(indent + ' '.join(line))
                line = []
                length = len(indent) - 1
            line.append(part)
            length += len(part) + 1
        if line:
            lines.append(indent + ' '.join(line))
        if prefix is not None:
            lines[0] = lines[0][len(indent):]
        return lines

    def _usage_parts(self, actions, groups):
        grouped = {}
        for group in groups:
            members = [action for action in group._group_actions if action.help is not SUPPRESS]
            at = actions.index(members[0]) if members and members[0] in actions else -1
            if at >= 0 and actions[at:at + len(members)] == members:
                grouped[at] = (len(members), group.required)
        parts, at = [], 0
        while at < len(actions):
            if at in grouped:
                count, required = grouped[at]
                inner = ' | '.join([self._usage_part(action, True) for action in actions[at:at + count]])
                if required:
                    parts.append(inner if count == 1 else f'({inner})')
                else:
                    parts.append(f'[{inner}]')
                at += count
                continue
            if actions[at].help is not SUPPRESS:
                parts.append(self._usage_part(actions[at], False))
            at += 1
        return parts

    def _usage_part(self, action, in_group):
        if not action.option_strings:
            text = self._values(action, self._default_positional(action))
            return text[1:-1] if in_group and text[:1] == '[' and text[-1:] == ']' else text
        if action.nargs == 0:
            text = action.format_usage()
        else:
            text = f'{action.option_strings[0]} {self._values(action, self._default_optional(action))}'
        return text if action.required or in_group else f'[{text}]'

    # Arguments

    def _text(self, text):
        if '%(prog)' in text:
            text = text % {'prog': self._prog}
        indent = ' ' * self._indent
        return self._filled(text, max(self._width - self._indent, 11), indent) + '\n\n'

    def _filled(self, text, width, indent):
        text = ' '.join(text.split())
        return _textwrap.fill(text, width, initial_indent=indent, subsequent_indent=indent)

    def _split(self, text, width):
        return _textwrap.wrap(' '.join(text.split()), width)

    def _argument(self, action):
        position = min(self._longest + 2, self._most)
        help_width = max(self._width - position, 11)
        action_width = position - self._indent - 2
        header = self._invocation(action)
        indent = ' ' * self._indent
        parts = []
        if not action.help:
            parts.append(f'{indent}{header}\n')
        elif len(header) <= action_width:
            parts.append(f'{indent}{header.ljust(action_width)}  ')
        else:
            parts.append(f'{indent}{header}\n')
        if action.help and action.help.strip():
            text = self._expanded(action)
            lines = self._split(text, help_width)
            start = 0 if len(header) <= action_width else position
            if lines:
                parts.append(f'{" " * start}{lines[0]}\n')
                parts += [f'{" " * position}{line}\n' for line in lines[1:]]
            elif not parts[-1].endswith('\n'):
                parts.append('\n')
        elif not parts[-1].endswith('\n'):
            parts.append('\n')
        self._indent += self._increment
        parts += [self._argument(below) for below in self._below(action)]
        self._indent -= self._increment
        return ''.join(parts)

    def _invocation(self, action):
        if not action.option_strings:
            return ' '.join(self._names(action, self._default_positional(action), 1))
        if action.nargs == 0:
            return ', '.join(action.option_strings)
        values = self._values(action, self._default_optional(action))
        return ', '.join([f'{option} {values}' for option in action.option_strings])

    def _default_optional(self, action):
        return action.dest.upper()

    def _default_positional(self, action):
        return action.dest

    def _names(self, action, default, count):
        if action.metavar is not None:
            name = action.metavar
        elif action.choices is not None:
            name = '{' + ','.join([str(choice) for choice in action.choices]) + '}'
        else:
            name = default
        return name if isinstance(name, tuple) else (name,) * count

    def _values(self, action, default):
        nargs = action.nargs
        one = lambda: self._names(action, default, 1)[0]
        if nargs is None:
            return one()
        if nargs == OPTIONAL:
            return f'[{one()}]'
        if nargs == ZERO_OR_MORE:
            names = self._names(action, default, 1)
            return f'[{names[0]} [{names[1]} ...]]' if len(names) == 2 else f'[{names[0]} ...]'
        if nargs == ONE_OR_MORE:
            names = self._names(action, default, 2)
            return f'{names[0]} [{names[1]} ...]'
        if nargs == REMAINDER:
            return '...'
        if nargs == PARSER:
            return f'{one()} ...'
        if nargs == SUPPRESS:
            return ''
        return ' '.join(self._names(action, default, nargs))

    def _expanded(self, action):
        values = {name: value for name, value in action.__dict__.items() if value is not SUPPRESS}
        values['prog'] = self._prog
        for name, value in values.items():
            if hasattr(value, '__name__'):
                values[name] = value.__name__
        if values.get('choices') is not None:
            values['choices'] = ', '.join([str(choice) for choice in values['choices']])
        return self._help_of(action) % values

    def _help_of(self, action):
        return action.help

class RawDescriptionHelpFormatter(HelpFormatter):
    __module__ = 'argparse'

    def _filled(self, text, width, indent):
        return ''.join([indent + line for line in text.splitlines(keepends=True)])

class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    __module__ = 'argparse'

    def _split(self, text, width):
        return text.splitlines()

class ArgumentDefaultsHelpFormatter(HelpFormatter):
    __module__ = 'argparse'

    def _help_of(self, action):
        text = '' if action.help is None else action.help
        takes_default = action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE)
        if '%(default)' not in text and action.default is not SUPPRESS and takes_default:
            text += ' (default: %(default)s)'
        return text

class MetavarTypeHelpFormatter(HelpFormatter):
    __module__ = 'argparse'

    def _default_optional(self, action):
        return action.type.__name__

    def _default_positional(self, action):
        return action.type.__name__
