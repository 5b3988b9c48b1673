# What is wanted of `difflib` now and then.

from _difflib_lines import IS_CHARACTER_JUNK, IS_LINE_JUNK, Differ, ndiff, restore
