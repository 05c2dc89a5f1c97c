"""UTF-16 and UTF-32 without a byte order mark are text in any script; what only holds zeros is not."""

import random

import pytest

from assets.clean.encoding import decode
from assets.ingest.judging import is_binary
from assets.ingest.wide import WIDE, wide_encoding

TEXTS = {
    "English": "The envoys of Norland met in the harbour on Monday, and said little.\n",
    "Russian": "Посланники Норландии встретились в гавани в понедельник, но сказали мало.\n",
    "Greek": "Οι απεσταλμένοι συναντήθηκαν στο λιμάνι τη Δευτέρα, αλλά είπαν λίγα.\n",
    "Arabic": "اجتمع المبعوثون في الميناء يوم الاثنين، لكنهم قالوا القليل.\n",
    "Hindi": "दूत सोमवार को बंदरगाह में मिले, लेकिन उन्होंने बहुत कम कहा।\n",
    "Chinese": "特使们星期一在港口会晤，但他们说得很少。双方将在下周继续谈判。\n",
    "Japanese": "使節団は月曜日に港で会談したが、多くを語らなかった。来週も続ける。\n",
    "Thai": "ทูตพบกันที่ท่าเรือในวันจันทร์แต่ไม่ได้พูดอะไรมาก\n",
}


@pytest.mark.parametrize("encoding", WIDE)
@pytest.mark.parametrize("script", TEXTS)
def test_wide_text_without_a_mark_is_text_and_is_read(script, encoding):
    content = (TEXTS[script] * 20).encode(encoding)
    assert not is_binary(content)
    assert decode(content)[0] == TEXTS[script] * 20


def test_a_character_cut_at_the_end_does_not_hide_the_encoding():
    content = ("Norland \U0001f91d Sudland. " * 50).encode("utf-16-le")
    assert [wide_encoding(content[: len(content) - cut]) for cut in range(4)] == ["utf-16-le"] * 4


@pytest.mark.parametrize(
    "content",
    [
        b"\0" * 1000,
        b"They \0met.\0\1",
        random.Random(3).randbytes(4000),
        bytes(range(256)) * 16,
        b"".join(number.to_bytes(4, "little") for number in range(70_000, 90_000)),
        b"".join(number.to_bytes(8, "big") for number in range(1000)),
    ],
)
def test_bytes_that_are_no_text_are_binary(content):
    assert is_binary(content)
