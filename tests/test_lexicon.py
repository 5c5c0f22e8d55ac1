import pytest

from drawdown_cli.arabic.inflect import PartOfSpeech
from drawdown_cli.arabic.proclitics import rests, without_proclitics
from drawdown_cli.arabic.tokenize import tokens
from drawdown_cli.entries import read_entries
from drawdown_cli.errors import LexiconError
from drawdown_cli.lexicon import Lexicon, lexicon
from drawdown_cli.wordfiles import kinds

HEAD = 'schema = 1\nkind = "things"\nfeatures = ["colour"]\n'


def write(tmp_path, *entries: str):
    path = tmp_path / "things.toml"
    path.write_text(HEAD + "".join(f"[[entry]]\n{entry}\n" for entry in entries), encoding="utf-8")
    return path


def things(tmp_path, *entries: str) -> Lexicon:
    return Lexicon("things", read_entries(write(tmp_path, *entries), "things"))


def words_in(kind: str, sentence: str) -> set[str]:
    """The entries that stand in a sentence; a numeral's preposition is its reader's business."""
    cut = tokens(sentence)
    found = {form.entry.word for i in range(len(cut)) for form in lexicon(kind).find(cut, i)}
    bare = {rest for token in cut for _, rest in without_proclitics(token.norm, PartOfSpeech.NOUN)}
    return found | {form.entry.word for rest in bare for form in lexicon(kind).find_word(rest)}


@pytest.mark.parametrize("kind", kinds())
def test_every_entry_stands_in_its_example(kind):
    for entry in lexicon(kind).entries:
        if entry.example:
            found = words_in(kind, entry.example)
            assert entry.word in found, f"{kind}: {entry.word!r} is not found in {entry.example!r}"


@pytest.mark.parametrize("kind", kinds())
def test_an_example_is_one_line_of_logical_text(kind):
    for entry in lexicon(kind).entries:
        assert "\n" not in entry.example + entry.counter_example


@pytest.mark.parametrize(
    "entry, reason",
    [
        ('word = "ﻻ"\npos = "noun"', "PRESENTATION FORM|LIGATURE"),
        ('word = "کلام"\npos = "noun"', "KEHEH"),
        ('word = "می"\npos = "noun"', "FARSI YEH"),
        ('word = "قال "\npos = "verb"', "punctuation or a space"),
        ('word = "قال:"\npos = "verb"', "punctuation or a space"),
        ('word = "قال"\npos = "verb"\ncolor = "red"', "unknown key 'color'"),
        ('word = "قال"\npos = "word"', "pos must be one of verb"),
        ('word = ""\npos = "verb"', "has no word"),
        ('word = "قال"\npos = "verb"\n[[entry]]\nword = "قآل"\npos = "verb"', "folds like"),
        ('word = "قال\npos', "things.toml"),
    ],
)
def test_the_loader_refuses_what_could_never_match(tmp_path, entry, reason):
    with pytest.raises(LexiconError, match=reason):
        things(tmp_path, entry)


def test_a_file_must_say_what_it_is(tmp_path):
    with pytest.raises(LexiconError, match="schema = 1"):
        read_entries(write(tmp_path), "others")


@pytest.mark.parametrize(
    "text, proclitic, form, gender, number",
    [
        ("وأكدت", "و", "past", "f", "s"),
        ("سيؤكدون", "س", "present", "m", "p"),
        ("مؤكدا", "", "participle", "m", "s"),
        ("بتأكيده", "ب", "masdar", "m", "s"),
        ("والمؤكدين", "وال", "participle", "m", "p"),
    ],
)
def test_inflected_forms_are_found_with_what_they_say(tmp_path, text, proclitic, form, gender, number):
    verb = 'word = "أكد"\npos = "verb"\npresent = "يؤكد"\nmasdar = "تأكيد"\nparticiple = "مؤكد"'
    found = [
        (f.proclitic, f.inflection.form, f.inflection.gender, f.inflection.number)
        for f in things(tmp_path, verb).find_word(tokens(text)[0].norm)
    ]
    assert (proclitic, form, gender, number) in found


@pytest.mark.parametrize("word", ["كتاب", "أكيد", "وأ"])
def test_other_words_are_not_found(tmp_path, word):
    verb = 'word = "أكد"\npos = "verb"\npresent = "يؤكد"'
    assert things(tmp_path, verb).find(tokens(word), 0) == ()


def test_the_longest_phrase_comes_first(tmp_path):
    lex = things(tmp_path, 'word = "قاعدة"\npos = "noun"', 'word = "قاعدة جوية"\npos = "noun"')
    assert [form.entry.word for form in lex.find(tokens("القاعدة الجوية"), 0)] == ["قاعدة جوية", "قاعدة"]


@pytest.mark.parametrize("spelling", ["مسؤولون", "مسئولون", "المسؤولين", "مسؤولو"])
def test_the_hamza_of_egypt_and_of_the_east(tmp_path, spelling):
    lex = things(tmp_path, 'word = "مسؤول"\npos = "noun"\nplural = "ون"')
    assert {form.entry.word for form in lex.find(tokens(spelling), 0)} == {"مسؤول"}


def test_nothing_is_left_of_a_word_that_was_not_looked_for():
    for norm in ("وللقوات", "فبالقاعده", "سيعود", "كالعراق", "للعراق", "و", "لل", "ولل", "الم", "باب"):
        parted = {rest for pos in PartOfSpeech for _, rest in without_proclitics(norm, pos)}
        assert set(rests(norm)) == parted


def test_all_tokens_at_once_are_found_as_each_by_itself():
    cut = tokens("وقال وزير الدفاع الأميركي إن القوات الأميركية ستغادر في نهاية العام، بحسب وزارة الدفاع")
    for kind in kinds():
        assert lexicon(kind).find_all(cut) == [lexicon(kind).find(cut, index) for index in range(len(cut))]


def test_a_word_that_no_lexicon_knew_is_known_to_one_that_is_read_later(tmp_path):
    cut = tokens("شطنبول")
    assert lexicon("cues").find(cut, 0) == ()
    assert [form.entry.word for form in things(tmp_path, 'word = "شطنبول"\npos = "noun"').find(cut, 0)] == [
        "شطنبول"
    ]
