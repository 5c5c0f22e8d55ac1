"""What a name cannot be made of: verbs of speaking, titles, verbal nouns, another word with 'to' or 'and'."""

from __future__ import annotations

from drawdown_cli.arabic.letters import (
    ALEF,
    ALEF_HAMZA_ABOVE,
    ALEF_HAMZA_BELOW,
    ALEF_MAKSURA,
    BEH,
    HEH,
    LAM,
    MEEM,
    TEH,
    TEH_MARBUTA,
    WAW,
    YEH,
)
from drawdown_cli.extract.attribution.belonging import (
    before_son_of,
    god_given,
    governs_nothing,
    is_la,
    is_surname_in_ba,
    is_then,
)
from drawdown_cli.extract.attribution.namesakes import (
    BOUNDS,
    begins_object,
    ends_name,
    is_other_noun,
    surname_ends,
    tells_how,
    told,
)
from drawdown_cli.extract.attribution.proclitics import addressee, is_attached, joins
from drawdown_cli.extract.attribution.reading import Reading, finite, frames
from drawdown_cli.extract.attribution.shapes import (
    ARTICLE,
    SHORTEST_VERBAL_NOUN,
    verbal_noun_shape,
)
from drawdown_cli.extract.attribution.wholenames import is_behind_name, is_state
from drawdown_cli.lexicon import Form

TAKES = frozenset({"object", "target", "addressee", "stance"})
"""The frames of a cue that has a noun for its object: somebody told, accused, an event."""
_NO_PARTS = (*BOUNDS, "dontname", "foreboding", "gesture", "in_reply", "residing")
_SHORTEST_PLURAL = 8
_NEAR = 10
_SHORTEST_POSSESSED = 4
_SHORTEST_PEOPLE = 6
_THEIR_THING = ("تها", "تهم", "تهما")  # مروحيتها: a feminine noun with whose it is
_OWN = ("ه", "ها", "هم", "هما", "هن")


def is_bound(r: Reading, at: int, words: int, *, closed: bool, cue: frozenset[str] = frozenset()) -> bool:
    """Whether the word at `at` is none of a name that has `words` words so far."""
    known = bool(r.nouns[at])
    joins = known and r.noun(at, "nameparticle") is not None and not is_then(r, at)
    if words and (joins or r.has(at, "name_link") or god_given(r, at) or is_la(r, at)):
        return False
    if known and before_son_of(r, at):
        return False
    given = r.noun(at, "given") if known else None
    office = known and words > 0 and r.norm(at + 1) == "العام" and r.noun(at, "title")  # فلان الأمين العام
    if given is not None and not (office or _is_preposition(r, at, words) or _time_of_day(r, at)):
        return (words > 0 and _governed(r, at)) or (closed and not r.has(at + 1, "complementiser"))
    if closed:
        return True
    if words:
        ended = not governs_nothing(r, at) and not _placeends_name(r, at, cue)
    else:
        ended = not (joins and (r.noun(at + 1, "nameparticle", "given") or surname_ends(r, at + 1)))
    return ended and _is_no_part(r, at, words, cue)


def _time_of_day(r: Reading, at: int) -> bool:
    """صباح is a first name, but not where a day, a particle or the end of the phrase follows: صباح الأحد."""
    return r.has(at, "adverb") > 0 and (not r.is_word(at + 1) or bool(r.small[at + 1]))


def _governed(r: Reading, at: int) -> bool:
    """Whether a first name has 'and', 'to' or 'with' written onto it: another person's (بوتين بأحمد)."""
    given = (form for form in r.nouns[at] if form.entry.sense == "given")
    return all(form.proclitic.removesuffix(ARTICLE) for form in given)


def _is_no_part(r: Reading, at: int, words: int, cue: frozenset[str]) -> bool:
    small = bool(r.small[at])
    unnamed = (small and r.has(at, *_NO_PARTS) and not (words and _we_do(r, at))) or (
        not words and begins_object(r, at)
    )
    # قدر الخبير كلفة الانسحاب, أبدى السفير استعداد بلاده
    measured = small and "amount" in cue and r.has(at, "measure") > 0
    measured = measured or (small and "stance" in cue and r.has(at, "stance_noun") > 0)
    if len(r.norm(at)) < 2 or unnamed or measured or (words and cue & TAKES and _is_office(r, at)):
        return True
    if r.noun(at, "nameparticle") or (words and is_surname_in_ba(r, at, cue)):
        return False
    if (
        (not words and ((small and r.has(at, "venue", "place_head")) or _his_thing(r, at, cue)))
        or _taken(r, at, cue)
        or (cue & TAKES and _is_event(r, at, words) and not (words == 1 and _stands_alone(r, at)))
        or (
            words
            and small
            and r.has(at, "masdar", "stance_noun")
            and not (words == 1 and _stands_alone(r, at))
        )
    ):
        return True
    if _is_thing(r, at, words, cue):
        return True
    return (words > 1 and _is_behind(r, at, cue)) or _refused(r, at, words)


def _is_behind(r: Reading, at: int, cue: frozenset[str]) -> bool:
    """Whether a word stands behind a whole name: what is his, how he does it, what the verb takes."""
    taken = bool(cue & TAKES)
    owned = _possessed(r, at) and (taken or not _stands_alone(r, at))
    return owned or is_state(r, at) or (taken and (tells_how(r, at) or is_behind_name(r, at)))


def _is_thing(r: Reading, at: int, words: int, cue: frozenset[str]) -> bool:
    """مروحيتها; رتب علي حمود بزات: somebody's thing, or things that a verb takes."""
    norm = r.norm(at)
    theirs = words > 0 and len(norm) >= _SHORTEST_PLURAL - 2 and norm.endswith(_THEIR_THING)
    return theirs or (
        words > 1 and bool(cue & TAKES) and norm.endswith(ALEF + TEH) and r.vocabulary[norm] == 1
    )


def _is_office(r: Reading, at: int) -> bool:
    """سألت ماريا فايدل الوزير عن: who is asked, though some are called so."""
    title = r.noun(at, "title") if r.articled(at) and r.has(at + 1, "preposition") else None
    if title is None or title.inflection.number != "s":
        return False
    near = (cue for n in range(max(0, at - _NEAR), at) for cue in r.cues[n])
    if not any(finite(cue) and cue.entry.feature("act") == "question" for cue in near):
        return False  # عادت ربى الشاعر إلى
    return not (title.entry.features.get("trade") or title.entry.features.get("personal"))


def _we_do(r: Reading, at: int) -> bool:
    """عبد الولي سنجري: 'we will do' follows nobody's first name, though a surname may look like it."""
    return all(form.inflection.number == "p" and not form.inflection.gender for form in r.small[at])


def _refused(r: Reading, at: int, words: int) -> bool:
    """Whether a word is known for something else, or has something written onto it that no name has."""
    if (r.cues[at] and _speaks(r, at, words)) or (r.nouns[at] and is_other_noun(r, at, words)):
        return True
    refuses = _BY_LETTER.get(r.norm(at)[0])
    if refuses is not None and refuses(r, at, words):
        return True
    return r.articled(at) and any(refuses(r, at, words) for refuses in _ARTICLED)


def _stands_alone(r: Reading, at: int) -> bool:
    """فرحان حق: a verbal noun of nothing, before what may follow a name, is a surname."""
    ended = not r.is_word(at + 1) or r.has(at + 1, "complementiser") > 0 or told(r, at + 1)
    ended = ended or (r.noun(at - 1, "given") is not None and ends_name(r, at + 1))
    return ended and not r.articled(at)


def _opinion(r: Reading, at: int, words: int) -> bool:
    """خالفته فيروز الرأي: a noun of speaking with its article."""
    return r.has(at, "speaking_noun") > 0


def _plural_people(r: Reading, at: int, words: int) -> bool:
    """المجتمعين: a sound plural of a participle, in the case of who hears it."""
    norm = r.norm(at)
    return norm[2:3] == MEEM and norm.endswith("ين") and len(norm) > _SHORTEST_PEOPLE


def _also_called(r: Reading, at: int, words: int) -> bool:
    """'X known as Abu Y': the by-name is none of the name."""
    return words > 0 and r.has(at, "naming") > 0 and r.norm(at + 1).startswith("ب")


def _feminine(r: Reading, at: int, words: int) -> bool:
    """'X Y the mission', '… the charges': hardly a surname has the article and a feminine ending."""
    plural = r.norm(at).endswith(ALEF + TEH) and len(r.norm(at)) >= _SHORTEST_PLURAL
    if not words or not (plural or r.tokens[at].text.endswith(TEH_MARBUTA)):
        return False
    return (words > 1 and not plural) or _goes_on(r, at + 1)


def _goes_on(r: Reading, at: int) -> bool:
    """Whether a word stands behind what could be a name that cannot follow one."""
    return r.is_word(at) and not ends_name(r, at) and not r.nouns[at]


def _is_event(r: Reading, at: int, words: int) -> bool:
    """A verbal noun with what it is of, or with بـ; where nothing follows, the shape is chance (ترامب)."""
    if r.has(at, "masdar"):
        return True
    bare = r.norm(at).removeprefix(ARTICLE if r.articled(at) else "")  # إلغاء folds as if it had the article
    # أكتاش has no hamza of إفعال.
    shaped = not r.noun(at, "given") and verbal_noun_shape(bare) and r.tokens[at].text[0] != ALEF_HAMZA_ABOVE
    marked = words == 0 and at + 1 in r.marks.quotes
    following = marked or (r.is_word(at + 1) and not ends_name(r, at + 1))
    # تفعيل is hardly ever a name; إفعال may be one (أنطوان).
    plain = marked or (bare[0] == TEH and bare[3:4] == YEH) or r.has(at + 1, "that_which") > 0
    if shaped and bare != r.norm(at):
        return True
    return shaped and following and (words > 0 or plain or r.articled(at + 1))


def _names_event(r: Reading, at: int, words: int) -> bool:
    """'X Y the withdrawal': a definite verbal noun behind a name is what the verb says something of."""
    bare = r.norm(at).removeprefix(ARTICLE)
    broken_plural = r.tokens[at].text[2:3] == ALEF_HAMZA_ABOVE
    if not words or broken_plural or len(bare) <= SHORTEST_VERBAL_NOUN or not verbal_noun_shape(bare):
        return False
    return not r.has(at + 1, "complementiser") and r.is_word(at + 1)


def _speaks(r: Reading, at: int, words: int) -> bool:
    """A verb of speaking, or 'his saying'; but سيري and ويري are names too."""
    if r.has(at + 1, "name_link"):
        return False
    chance = not r.has(at + 1, "complementiser") or (words == 1 and r.tokens[at].text.endswith(YEH))
    inna = words > 0 and r.has(at + 1, "complementiser") and r.tokens[at + 1].text[0] == ALEF_HAMZA_BELOW
    if inna and not any("إن" in frames(form) for form in r.cues[at]):
        return False
    alone = not r.is_word(at + 1) or r.has(at + 1, "complementiser") > 0
    ended = r.tokens[at].text.endswith((ALEF, TEH_MARBUTA))
    # شارحة: «…», مفضلا عدم الكشف, رافضا كشف هويته
    kept = r.has(at + 1, "withholding") > 0 or any(f.inflection.form == "masdar" for f in r.cues[at + 1])
    how = ended and (alone or kept) and not words and not r.articled(at)
    return any(
        (
            finite(form)
            and (not words or LAM not in form.proclitic or r.has(at + 1, "complementiser"))
            and not (form.inflection.form == "jussive" and form.proclitic)
            and not (chance and _could_be_name(form) and (words or LAM not in form.proclitic))
        )
        or (form.inflection.form == "masdar" and form.inflection.suffix in _OWN)
        or ((how or (words and r.norm(at).endswith(ALEF))) and form.inflection.form == "participle")
        or (form.inflection.form == "masdar" and form.proclitic == ARTICLE and not (words and alone))
        for form in r.cues[at]
    )


def _could_be_name(form: Form) -> bool:
    """A future, an 'and he sees', a plural, 'told it': no verb that could follow a singular subject."""
    inflection = form.inflection
    if inflection.suffix:
        return True
    joined = form.proclitic == "و" and inflection.form == "present"
    odd = form.proclitic not in ("", "و", "ف")
    return joined or odd or inflection.number in ("p", "d")


def _is_preposition(r: Reading, at: int, words: int) -> bool:
    """'علي' is a name, 'على' a preposition; where the press writes either for both, what follows decides."""
    if not r.has(at, "preposition"):
        return False
    return r.tokens[at].text.endswith(ALEF_MAKSURA) or (words >= 2 and r.has(at + 1, "venue") > 0)


def _placeends_name(r: Reading, at: int, cue: frozenset[str]) -> bool:
    """عبد الودود ساحل أن: a bare place at the end of a speaker's name, unless the cue takes an object."""
    form = r.noun(at, "country")
    if form is None or form.proclitic or form.length > 1 or cue & TAKES:
        return False
    ended = r.has(at + 1, "complementiser", "speaking_noun") > 0
    return ended or (bool(cue) and not r.is_word(at + 1))


def _possessed(r: Reading, at: int) -> bool:
    """Whether an unknown word ends like 'his': ضيوفه, in a text that writes ta marbuta apart."""
    norm = r.norm(at)
    if not (r.tokens[at].text.endswith("ه") and r.keeps_teh_marbuta) or r.nouns[at]:
        return False
    if norm.endswith(YEH + YEH + HEH) or r.vocabulary[norm] > 1:  # كزافييه
        return False
    short = len(norm) == _SHORTEST_POSSESSED and r.is_word(at + 1) and ends_name(r, at + 1)  # حزنه وهو
    return len(norm) > _SHORTEST_POSSESSED or (short and not norm.endswith(YEH + HEH))


def _his_thing(r: Reading, at: int, cue: frozenset[str]) -> bool:
    """شرح مقصده: what a verb takes; but French names end in يه."""
    alone = not r.is_word(at + 1) and not r.norm(at).endswith(YEH + HEH)
    return ("addressee" in cue or alone) and _possessed(r, at)


def _taken(r: Reading, at: int, cue: frozenset[str]) -> bool:
    """'Praised the efforts of': a noun in بـ that goes on is what the cue takes, no name."""
    takes_events = cue & TAKES and "target" not in cue
    if not cue or takes_events or not r.norm(at).startswith("ب") or r.vocabulary[r.norm(at)] > 1:
        return False
    if r.has(at + 1, "adverb"):
        return False
    described = r.noun(at + 1, "nisba", "adjective")
    return (
        r.articled(at + 1) or at + 1 in r.marks.quotes or (described is not None and not described.proclitic)
    )


_BY_LETTER = {BEH: is_attached, WAW: joins, LAM: addressee}
"""What a word may be that begins with a letter that is a word itself."""
_ARTICLED = (_opinion, _feminine, _names_event, _also_called, _plural_people)
"""What a word with the article may be."""
