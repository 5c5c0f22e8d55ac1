"""What a phrase without a name refers to: 'the source', 'the same official', 'the latter', 'the minister'."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from drawdown_cli.arabic.normalize import fold
from drawdown_cli.extract.attribution.context import Context, again, agree
from drawdown_cli.extract.attribution.descriptions import described, of_nation, same_body, unnamed, untitled
from drawdown_cli.extract.attribution.directory import Person, skeleton
from drawdown_cli.extract.attribution.focus import Part, latest
from drawdown_cli.extract.attribution.heads import is_definite_word
from drawdown_cli.extract.attribution.mention import Mention
from drawdown_cli.extract.attribution.offices import other_office, stems
from drawdown_cli.extract.attribution.pairs import both, one_of_two
from drawdown_cli.extract.attribution.people import Speaker
from drawdown_cli.extract.attribution.shapes import ARTICLE
from drawdown_cli.lexicon import lexicon
from drawdown_cli.models import SpeakerType

_UNNAMED = (SpeakerType.ANONYMOUS, SpeakerType.COLLECTIVE)
_PERSONAL = (SpeakerType.PERSON, SpeakerType.ROLE, SpeakerType.ANONYMOUS)
_ORDINALS = ("first_of_two", "second_of_two")


def refer(context: Context, mention: Mention, speaker: Speaker) -> Speaker:
    """Return whom a phrase without a name means, or the speaker that it describes."""
    pointed = _pointed(context, mention, speaker)
    if pointed is not None:
        return pointed
    if mention.definite and mention.head is not None:
        earlier = (
            _same_head(context, mention, speaker)
            or _same_one(context, mention)
            or of_nation(context, mention, speaker)
            or unnamed(context, mention)
            or same_body(context, mention, speaker)
        )
        if earlier is not None:
            return again(earlier, "reference")
    held = _holder(context, mention, speaker)
    later = held is not None and held.at > mention.first
    if held is not None and not (later and context.r.has(mention.first, "general_title")):
        return _in_office(speaker, held)
    taken_up = described(context, mention) or (untitled(context, mention) if held is None else None)
    if taken_up is not None:
        return again(taken_up, "reference")
    if held is not None:
        return _in_office(speaker, held)
    return _spelled_before(context, speaker) if mention.type in _UNNAMED else speaker


def _holder(context: Context, mention: Mention, speaker: Speaker) -> Person | None:
    """The one person to whom the article gives this title, before or after."""
    if mention.category not in ("title", "rank") or not mention.definite:
        return None
    # A general may be 'the commander of the operations General X': his rank ends the title.
    person = context.people.holder(speaker.name, anywhere=mention.category == "rank")
    agrees = person is not None and (
        not person.gender or not mention.gender or person.gender == mention.gender
    )
    return person if agrees else None


def _in_office(speaker: Speaker, person: Person) -> Speaker:
    roles = (speaker.name, *person.roles)
    return replace(
        speaker, name=person.name, type=SpeakerType.PERSON, role=speaker.name, roles=roles, rule="role"
    )


def _pointed(context: Context, mention: Mention, speaker: Speaker) -> Speaker | None:
    """Whom a phrase means that only points back, or that is somebody's surname."""
    if mention.category == "one_of_two":
        return one_of_two(context, mention, speaker)
    if mention.category == "latter":
        return _latter(context, mention, speaker)
    if (
        mention.head is not None
        and mention.head.entry.features.get("ours")
        and mention.head.inflection.suffix
    ):
        return _ours(context, mention, mention.head.entry.word)
    return _counted(context, mention) or both(context, mention) or _surname(context, mention, speaker)


def _surname(context: Context, mention: Mention, speaker: Speaker) -> Speaker | None:
    """ساحل, حداد: a bare word that is a place or a trade, but also the surname of somebody named whole."""
    if mention.last != mention.first + 1:
        return None
    last = next(latest(context.history, Part.SPEAKS), None)
    names = fold(last.speaker.name).split()[1:] if last and last.speaker.type is SpeakerType.PERSON else ()
    if last and context.r.norm(mention.first) in names:
        return again(last.speaker, "full-name")  # وأوضح الوكيل, وقال بقال: a title, but his name
    person = context.people.surnamed(context.r.norm(mention.first))
    if person is None or (is_definite_word(context.r, mention.first) and mention.head is not None):
        return None
    roles = person.roles
    return replace(
        speaker,
        name=person.name,
        type=SpeakerType.PERSON,
        role=roles[0] if roles else "",
        roles=roles,
        gender=person.gender,
        rule="full-name",
    )


def _ours(context: Context, mention: Mention, noun: str) -> Speaker | None:
    """'Our correspondent': the latest reporter of that gender whom the text has named."""
    for earlier in context.before(mention):
        titles = (fold(role).partition(" ")[0] for role in earlier.roles)
        forms = (form for title in titles for form in lexicon("speakers").find_word(title))
        if agree(mention, earlier) and any(form.entry.word == noun for form in forms):
            return again(earlier, "reference")
    return None


def _counted(context: Context, mention: Mention) -> Speaker | None:
    """'The first officer', 'the second source': one of the unnamed ones of that noun, in their order."""
    r, second = context.r, mention.first + 1
    which = r.has(second, *_ORDINALS) if mention.definite and mention.head is not None else 0
    if not which or mention.names or mention.number != "s":
        return None
    assert mention.head is not None
    noun = mention.head.entry.word.split()[:1]  # شاهد عيان is a شاهد
    name = stems(mention.head.entry.word)[:1]
    met = {
        one.name: one
        for one in reversed([entry.speaker for entry in latest(context.history)])
        if one.number == "s"
        and (
            (one.type is SpeakerType.ANONYMOUS and one.head.split()[:1] == noun)
            or (one.type is SpeakerType.PERSON and any(stems(role)[:1] == name for role in one.roles))
        )
    }
    if all(one.type is SpeakerType.PERSON for one in met.values()):
        return None
    place = int(r.has(second, "second_of_two") > 0)
    return again(list(met.values())[place], "reference") if len(met) > 1 else None


def _latter(context: Context, mention: Mention, speaker: Speaker) -> Speaker:
    """'The latter' is who was named last, quoted or not; 'he' and all else is who spoke last."""
    latter = context.r.has(mention.first, "latter") > 0
    types = (*_PERSONAL, SpeakerType.COLLECTIVE) if mention.number == "p" else _PERSONAL
    before = (*(context.told_before(mention) if latter else ()), *context.before(mention))
    fitting = [one for one in before if one.type in types and agree(mention, one)]
    if context.r.has(mention.first, "kinsman", "kinswoman"):
        # 'The father' is not whom the text calls somebody's son; 'the son' is.
        son = context.r.has(mention.first, "child") > 0
        kin = [one for one in fitting if _is_child(one) is son]
        fitting = kin or (fitting if son else [])
    return again(fitting[0], "reference") if fitting else speaker


def _is_child(earlier: Speaker) -> bool:
    """Whether the text has called somebody a son or daughter: ابنه الرقيب كوجو."""
    titles = (fold(told).partition(" ")[0] for told in (earlier.role, earlier.name))
    forms = (form for title in titles if title for form in lexicon("speakers").find_word(title))
    return any(form.entry.features.get("child") and form.inflection.suffix for form in forms)


def _same_one(context: Context, mention: Mention) -> Speaker | None:
    """'The deputy himself': whoever of his gender spoke last."""
    if not (mention.same or context.r.has(mention.last, "same")) or mention.type not in _PERSONAL:
        return None
    recent = [entry.speaker for entry in latest(context.history)]
    found = next((one for one in recent if one.type in _PERSONAL and agree(mention, one)), None)
    if mention.head is None or not mention.head.entry.features.get("written"):
        return found
    # 'The same source' may be a statement, an agency, a ministry: whoever spoke last.
    return next((one for one in recent if one.type is not SpeakerType.COLLECTIVE), None)


def _same_head(context: Context, mention: Mention, speaker: Speaker) -> Speaker | None:
    """The latest speaker with the same noun, or with a title of it, that has all words of the phrase."""
    words = stems(speaker.name)
    # رئيس الوزراء is one noun of the lexicon, but no رئيس بلدية.
    bare = mention.head is not None and mention.last <= mention.first + mention.head.length and len(words) < 2
    for earlier in context.before(mention):
        if not agree(mention, earlier) or earlier.name == speaker.name:
            continue
        if earlier.type is SpeakerType.DOCUMENT and " " not in earlier.name:
            continue  # 'the statement' says more than 'in a statement'
        if earlier.type is SpeakerType.PERSON:
            roles = (role for role in earlier.roles if not other_office(speaker.name, role))
            if any(
                _titled(words, stems(role), bare=bare) or (bare and _titled_last(speaker.name, role))
                for role in roles
            ):
                return earlier
            continue
        named = f"{earlier.head} ".startswith(f"{speaker.head} ")
        if _is_one_of(earlier, mention, bare=bare) or (
            named and _contains(earlier, words, mention, bare=bare)
        ):
            return earlier
    return None


def _is_one_of(earlier: Speaker, mention: Mention, *, bare: bool) -> bool:
    """'The negotiator' is 'one of the chief negotiators'."""
    if not bare or earlier.type is not SpeakerType.ANONYMOUS or mention.head is None:
        return False
    words = fold(earlier.name).split()[1:3]
    forms = (form for word in words for form in lexicon("speakers").find_word(word))
    many = (f for f in forms if f.inflection.number in ("p", "d"))  # العاملين may be two
    return any(f.entry.word == mention.head.entry.word for f in many)


def _titled(words: Sequence[str], role: Sequence[str], *, bare: bool) -> bool:
    """Whether a title is meant: 'the minister' by one that begins so, more words by one that has them all."""
    if not role or not words:
        return False
    # The spokesman of the secretary-general is not the secretary-general.
    return role[0] == words[0] and (bare or set(words) <= set(role))


def _titled_last(name: str, role: str) -> bool:
    """Whether a bare title is the last of several: القاضي, of المدعي العام العسكري القاضي; no نائب الرئيس."""
    words, called = fold(role).split(), fold(name)
    return len(words) > 2 and words[-1] == called and words[-2].startswith(ARTICLE)


def _contains(earlier: Speaker, words: Sequence[str], mention: Mention, *, bare: bool) -> bool:
    if bare:
        same = words[0] in stems(earlier.name)[: 2 if earlier.plural else 1] if words else False
        whole = len(stems(earlier.name)) > 1 or earlier.rule == "reference" or mention.definite
        return same and whole
    # العمدة is one word for two, رئيس بلدية.
    alone = mention.head is not None and mention.last <= mention.first + mention.head.length
    fits = earlier.type in _UNNAMED or alone
    return mention.number == "s" and fits and set(words) <= set(stems(earlier.name))


def goes_on(context: Context, mention: Mention) -> Speaker | None:
    """After 'and he added', a definite title that nobody was given yet is whoever spoke last."""
    if mention.type is not SpeakerType.ROLE or not mention.definite:
        return None
    last = next((entry.speaker for entry in latest(context.history, Part.SPEAKS, Part.NAMED)), None)
    fits = last is not None and last.type in (SpeakerType.PERSON, SpeakerType.ROLE) and agree(mention, last)
    return again(last, "reference") if last is not None and fits else None


def _spelled_before(context: Context, speaker: Speaker) -> Speaker:
    """As many unnamed speakers keep the spelling of their first mention (أميركيون, أمريكيون)."""
    key = " ".join([speaker.type, str(speaker.plural), *(skeleton(word) for word in stems(speaker.name))])
    return replace(speaker, name=context.spellings.setdefault(key, speaker.name))
