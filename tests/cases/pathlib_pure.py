from pathlib import Path, PurePath, PurePosixPath
p = Path("a/b") / "c.tar.gz"
print(p, repr(p), p.name, p.stem, p.suffix, p.suffixes, p.parent, p.parts, list(map(str, p.parents)), p.with_suffix(".zip"), p.with_name("x"))
print(Path("/etc") / "x", Path("/etc", "/usr"), Path("a//b/./c/"), Path(), Path("."), Path("..") / "x", p.is_absolute(), Path("/a").is_absolute())
print(p.relative_to("a"), p.match("*.gz"), p == Path("a/b/c.tar.gz"), hash(p) == hash(Path("a/b/c.tar.gz")), sorted([Path("b"), Path("a")]), "x" / Path("y"))
print(PurePath("a").joinpath("b", "c"), PurePosixPath("/a/b").root, Path("a/b").as_posix(), str(Path("a")) + "!", Path(".bashrc").suffix, Path("a.b").with_stem("c"))
for call in (lambda: p.relative_to("z"), lambda: Path("").with_name("x"), lambda: p.with_suffix("x")):
    try:
        print(call())
    except ValueError as error:
        print(error)

# expect:
# a/b/c.tar.gz PosixPath('a/b/c.tar.gz') c.tar.gz c.tar .gz ['.tar', '.gz'] a/b ('a', 'b', 'c.tar.gz') ['a/b', 'a', '.'] a/b/c.tar.zip a/b/x
# /etc/x /usr a/b/c . . ../x False True
# b/c.tar.gz True True True [PosixPath('a'), PosixPath('b')] x/y
# a/b/c / a/b a!  c.b
# 'a/b/c.tar.gz' is not in the subpath of 'z' OR one path is relative and the other is absolute.
# PosixPath('.') has an empty name
# Invalid suffix 'x'
