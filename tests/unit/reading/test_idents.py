import pytest

from twosource.reading.idents import idents


@pytest.mark.parametrize(
    ("paths", "names"),
    [
        (["a.txt", "b.txt"], ["a", "b"]),
        (["x/reports/a.txt", "y/reports/a.txt"], ["x-a", "y-a"]),
        (["x/a.txt", "y/a.txt", "b.txt"], ["x-a", "y-a", "b"]),
        (["a.txt", "a.html"], ["a.txt", "a.html"]),
        (["x/a.txt", "a.txt"], ["x-a", "a"]),
    ],
)
def test_an_id_is_the_stem_or_else_as_much_of_the_path_as_tells_files_apart(paths: list[str], names: list[str]) -> None:
    stems = [path.rsplit("/", 1)[-1].rsplit(".", 1)[0] for path in paths]
    assert idents(paths, stems) == names


def test_ids_do_not_depend_on_the_order_of_files() -> None:
    paths = ["x/a.txt", "y/a.txt", "x-a.txt", "z/x-a.txt"]
    stems = ["a", "a", "x-a", "x-a"]
    forward = dict(zip(paths, idents(paths, stems), strict=True))
    backward = dict(zip(paths[::-1], idents(paths[::-1], stems[::-1]), strict=True))
    assert forward == backward
    assert len(set(forward.values())) == len(paths)


def test_an_id_is_no_path() -> None:
    names = idents(["..\\..\\etc.txt", "a/../b.txt", "c/../b.txt"], ["..\\..\\etc", "b", "b"])
    assert not any("/" in name or "\\" in name for name in names)
