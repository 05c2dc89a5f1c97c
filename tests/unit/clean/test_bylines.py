"""Authors out of what metadata and bylines write."""

import pytest

from assets.clean.bylines import names


@pytest.mark.parametrize(
    ("written", "authors"),
    [
        ("Ada Lind", ["Ada Lind"]),
        ("By Ada Lind and Bo Rask", ["Ada Lind", "Bo Rask"]),
        ("Ada Lind, Bo Rask & Carl Holm", ["Ada Lind", "Bo Rask", "Carl Holm"]),
        ("ADA LIND; BO RASK", ["Ada Lind", "Bo Rask"]),
        ("Ada Lind, Diplomatic Correspondent", ["Ada Lind"]),
        ("Ada Lind, HP Foreign Writer", ["Ada Lind"]),
        ("Ada Lind in Eastmouth", ["Ada Lind"]),
        ("Ada Lind | Lakeside Herald", ["Ada Lind"]),
        ("Ada Lind Published 5 June 2023", ["Ada Lind"]),
        ("Written by Ada van der Lind", ["Ada van der Lind"]),
        ("José Ortega y Prado", ["José Ortega y Prado"]),
        ("Анна Линд", ["Анна Линд"]),
        ("AFP", ["AFP"]),
        ("Lakeside Herald", []),
        ("Herald Staff", []),
        ("admin", []),
        ("alind", []),
        ("https://social.example/ada.lind", []),
        ("@adalind", []),
        ("", []),
    ],
)
def test_bylines_become_names(written, authors):
    assert names([written], "The Lakeside Herald") == authors


def test_an_author_is_named_once():
    assert names(["Ada Lind", "By Ada Lind"]) == ["Ada Lind"]
