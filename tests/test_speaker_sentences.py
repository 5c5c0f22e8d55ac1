"""Who speaks is told from everything else that stands in his sentence: hearers, venues, targets, remarks.

The texts of speaker_sentences.txt end in a line of their own with who speaks in each quotation, in order; one
that ends in none reports nothing. A heading says what the texts behind it prove.
"""

from pathlib import Path

import pytest

from drawdown_cli.arabic.tokenize import tokenize
from drawdown_cli.extract.attribution import find_quotes

OPENING = "قال الوزير إن الأمر انتهى. "


def speakers(text: str) -> list[str]:
    return [quote.speaker for quote in find_quotes(tokenize(text))]


def _texts() -> list:
    cases, heading = [], ""
    for block in (Path(__file__).parent / "speaker_sentences.txt").read_text(encoding="utf-8").split("\n\n"):
        if block.startswith("# "):
            heading = block[2:].strip()
        else:
            text, _, who = block.strip().rpartition("\n=")
            cases.append(
                pytest.param(text, [name.strip() for name in who.split(";") if who.strip()], id=heading)
            )
    return cases


@pytest.mark.parametrize("text, who", _texts())
def test_who_speaks_in_each_text(text, who):
    assert speakers(text) == who


@pytest.mark.parametrize(
    "text",
    [
        'واعتبر في حديث لـ"المنبر"، أن "عرقلة القافلة أمر مرفوض".',
        "وكشف في تصريح خاص لـ«المرفأ» أن القافلة عادت.",
        "وأضاف في مقابلة مع قناة «الضفة»: «لن نبقى هنا سنة أخرى».",
    ],
)
def test_who_is_told_in_marks_does_not_speak(text):
    assert speakers(OPENING + text) == ["الوزير", "الوزير"]


@pytest.mark.parametrize(
    "subject, target",
    [
        ("مسؤول حكومي", "قوات الرد السريع"),
        ("متحدث عسكري", "حركة الشباب"),
        ("مسؤول أميركي", "إيران"),
        ("مسؤول محلي يمني", "جماعة الحوثي"),
        ("منظمات حقوقية", "قوات النظام"),
    ],
)
def test_behind_an_adjective_without_article_another_phrase_begins(subject, target):
    verb = "واتهمت" if subject.startswith("منظمات") else "واتهم"
    [quote] = find_quotes(tokenize(f"{verb} {subject} {target} بقصف السوق."))
    assert (quote.speaker, quote.content) == (subject, f"{target} بقصف السوق")


def test_a_title_of_three_bare_words_is_one_title():
    text = "وقال مدير عام شرطة محافظة ميسان اللواء كريم العبودي إن السوق هادئة."
    assert speakers(text) == ["كريم العبودي"]


@pytest.mark.parametrize("how", ["رافضا كشف هويته", "مفضلا عدم ذكر اسمه", "طالبا عدم الكشف عن هويته"])
def test_how_an_official_speaks_is_not_his_name(how):
    assert speakers(f"وقال الضابط {how}، إن الكتيبة لم تغادر الجزيرة.") == ["الضابط"]


@pytest.mark.parametrize("clause", ["رفض ذكر اسمه", "رفض ذكر اسمه خشية الملاحقة", "لم يشأ كشف هويته"])
@pytest.mark.parametrize("told", ["", "لوكالة الأناضول "])
def test_a_witness_who_gives_no_name_is_a_witness(told, clause):
    assert speakers(f"وقال {told}شاهد عيان {clause} إن الدبابات عادت ليلا.") == ["شاهد عيان"]


@pytest.mark.parametrize("clause", ["", " لم تسمهم", " لم تكشف هوياتهم"])
def test_who_is_quoted_between_commas_speaks(clause):
    text = f'وذكرت صحيفة "الضفة"، نقلا عن ثلاثة مسؤولين كينيين{clause}، أن القرار اتخذ الأسبوع الماضي.'
    [quote] = find_quotes(tokenize(text))
    assert (quote.speaker, quote.via) == ("ثلاثة مسؤولين كينيين", 'صحيفة "الضفة"')


@pytest.mark.parametrize("verb", ["نقلت قناة الضفة", "نقل موقع الضفة", "نقلت وسائل إعلام محلية"])
def test_the_verb_of_who_carries_words_says_nothing_of_who_speaks(verb):
    text = f"{verb} عن العقيد سالم جمعة قوله إن اللجنة ستجتمع. وأوضح أن الموعد لم يحدد بعد."
    assert speakers(text) == ["سالم جمعة", "سالم جمعة"]


@pytest.mark.parametrize("reaction", ["رد فعل رسمي", "ردة فعل رسمية"])
def test_a_reaction_is_nobody_who_answers(reaction):
    text = f'وأصدر المجلس بيانا في أول {reaction} قال فيه: "إن باريس تتحمل جزءا من المسؤولية".'
    assert speakers(text) == ["المجلس"]


@pytest.mark.parametrize("site", ['موقع "الضفة"', "موقع أكسيوس", "موقع السومرية نيوز"])
def test_a_site_is_a_medium_where_its_name_follows(site):
    assert speakers(f"وبحسب {site}، فإن الكتيبة قررت الانسحاب من القاعدة.") == [site]


def test_a_site_on_the_map_is_none():
    assert speakers("وتحدد المدى بحسب موقع القاعدة، فإن الرادار لا يرى الوادي.") == []


@pytest.mark.parametrize(
    "dateline", ["بورتسودان- متابعات نبض برس- ", "وكالات - الضفة الإخباري - ", "بغداد - واع - "]
)
def test_a_dateline_of_two_parts_says_nothing(dateline):
    assert speakers(f"{dateline}أكد وزير الدفاع أن الكتيبة ستغادر.") == ["وزير الدفاع"]


def test_a_surname_known_from_before_speaks_behind_that():
    text = (
        "رد المتحدث باسم الحرس العميد بهرام نوروزي على الاتهامات. "
        "وذكرت وكالة تسنيم أن نوروزي قال في تصريح له إن التقارير كاذبة."
    )
    [quote] = find_quotes(tokenize(text))
    assert (quote.speaker, quote.via, quote.content) == ("بهرام نوروزي", "وكالة تسنيم", "التقارير كاذبة")


@pytest.mark.parametrize(
    "body, held",
    [
        ("قوات سوريا الديمقراطية", "المدعومة من واشنطن"),
        ('قوات "درع الشمال"', "المدعومة من تركيا"),
        ("القوات الروسية", "المتمركزة في القاعدة"),
    ],
)
def test_what_a_participle_tells_of_a_body_is_none_of_its_name(body, held):
    assert speakers(f"وأعلنت {body} {held} أنها سيطرت على ثلاث قرى.") == [body]


@pytest.mark.parametrize("title", ["النائب", "النائب في البرلمان التونسي", "المستشار في الرئاسة"])
def test_a_woman_may_have_a_title_in_the_masculine(title):
    text = f"وقالت {title} سامية العمري إن القاعدة مخالفة للدستور. وأضافت أن الكتيبة سترحل."
    assert speakers(text) == ["سامية العمري"] * 2


@pytest.mark.parametrize(
    "phrase, name",
    [
        ("القيادي السابق بمليشيا الدعم السريع، بشير حماد،", "بشير حماد"),
        ("القيادي في حركة فتح نضال قعدان", "نضال قعدان"),
        ("العميد احتياط أوري بن شاحر", "أوري بن شاحر"),
        ("آية الله السيد جواد الحسني", "جواد الحسني"),
        ("حجة الإسلام علي الكاظمي", "علي الكاظمي"),
        ("الأركان العامة للجيوش البلجيكية", "الأركان العامة للجيوش البلجيكية"),
        ('متحدث باسم الـ"يوناميد"،', 'متحدث باسم الـ"يوناميد"'),
        ("قائد ميداني طلب الإشارة إليه باسم أبو حازم", "أبو حازم"),
    ],
)
def test_a_phrase_is_read_to_its_end(phrase, name):
    verb = "وقالت" if name.startswith("الأركان") else "وقال"
    assert speakers(f"{verb} {phrase} إن الكتيبة باقية في الوادي.") == [name]


def test_a_subject_in_marks_may_have_a_long_way_to_its_words():
    text = (
        'وقال "غولر" في كلمته التي ألقاها خلال تفقده القوات الموجودة على الحدود مع الجارة الجنوبية في ولاية '
        "كيليس جنوبي البلاد، إن أمن الحدود معرض للخطر."
    )
    assert speakers(text) == ["غولر"]


@pytest.mark.parametrize(
    "said, speaker",
    [
        ('ودعا الوزير "الدول الصديقة" إلى الوفاء بوعودها', "الوزير"),
        ('ودعا "المجتمع الدولي" إلى الوفاء بوعوده', "الوزير"),
        ('ودعت "هيومن رايتس ووتش" إلى الوفاء بالوعود', "هيومن رايتس ووتش"),
        ('وأشارت "العفو الدولية" إلى سقوط قتلى', "العفو الدولية"),
        ('وطالبت الحركة "الدول الضامنة" بوقف القتال فورا', "الحركة"),
        ('ودعا قائد "كفور" إلى التهدئة في الشمال', 'قائد "كفور"'),
        ('وأشار تقرير "هيومن رايتس ووتش" إلى سقوط قتلى', 'تقرير "هيومن رايتس ووتش"'),
    ],
)
def test_marks_before_the_own_preposition_of_a_verb_hold_who_speaks_or_who_is_called_upon(said, speaker):
    assert speakers(f"{OPENING}{said}.") == ["الوزير", speaker]


@pytest.mark.parametrize("told", ["لرويترز", "لفرانس برس", "لقناة الضفة", "للصحفيين", "لوكالة رويترز"])
@pytest.mark.parametrize("words", ["لن نخرج من هنا", "القوات باقية في الجزيرة حتى نهاية العام"])
def test_words_right_behind_the_medium_that_is_told_are_no_name_of_it(told, words):
    [quote] = find_quotes(tokenize(f'وقال العقيد سالم جمعة {told} "{words}".'))
    assert (quote.speaker, quote.content) == ("سالم جمعة", words)


def test_a_letter_that_an_agency_has_seen_is_not_the_agency_speaking():
    text = f'{OPENING}وقال الوزير في رسالة إلى نظيره اطلعت عليها رويترز "لن نخرج من هنا".'
    assert speakers(text) == ["الوزير", "الوزير"]


@pytest.mark.parametrize(
    "phrase, clause",
    [
        ("مسؤولة سابقة في البعثة", "تقيم حاليا في داكار"),
        ("مهندس يمني", "يعمل في الميناء منذ سنوات"),
        ("ضابط متقاعد", "خدم في القاعدة"),
    ],
)
def test_what_a_clause_tells_of_an_unnamed_speaker_is_not_his_name(phrase, clause):
    verb = "تؤكد" if phrase.startswith("مسؤولة") else "يؤكد"
    assert speakers(f"من جهة أخرى، {verb} {phrase}، {clause}، أن المنظمة دفعت المستحقات.") == [phrase]


@pytest.mark.parametrize("subject", ["خبراء", "مسؤولون غربيون"])
def test_what_is_counted_is_none_of_who_counts(subject):
    [quote] = find_quotes(tokenize(f"ويقدر {subject} عدد المقاتلين في الوادي بنحو ألفين."))
    assert quote.speaker == subject


def test_a_mission_may_be_told_by_verbal_nouns_before_a_rank():
    text = "قال رئيس بعثة مراقبة وقف إطلاق النار في الميناء اللواء المتقاعد ماتيس فيرهوف إن مهمته انتهت."
    assert speakers(text) == ["ماتيس فيرهوف"]


@pytest.mark.parametrize(
    "said",
    [
        "ويعلل العقيد الفارق بأن الأوراق لم تكتمل",
        'ثم يقول لي بعد أن نبتعد: "كان الطريق مقطوعا هذا العام"',
        'وقال لنا أمام البوابة: "كان الطريق مقطوعا هذا العام"',
    ],
)
def test_an_object_or_a_pronoun_with_to_does_not_speak(said):
    assert speakers(f"قال العقيد سالم جمعة إن الأمر انتهى. {said}.") == ["سالم جمعة"] * 2


def test_who_works_for_a_firm_is_not_called_as_the_firm():
    text = "وقال موظف في شركة شحن تتعامل مع القاعدة، وهو يمسح نظارته، إن الحاويات لا تفتش."
    assert "تتعامل" not in "".join(speakers(text))


@pytest.mark.parametrize(
    "said", ["أخبر «المرفأ الجديد» بأن العمال غادروا", "أبلغ «المرفأ الجديد» بأن العمال غادروا"]
)
def test_whom_a_verb_of_telling_has_for_its_object_does_not_speak(said):
    assert speakers(f"مهندس مدني شارك في صيانة المدرج، طلب إخفاء هويته، {said}.") == ["مهندس مدني"]


@pytest.mark.parametrize(
    "words, speaker",
    [
        ("تصريحات وزير الدفاع سالم جمعة", "سالم جمعة"),
        ("أقوال شهود العيان", "شهود العيان"),
        ("إفادات قائد الكتيبة", "قائد الكتيبة"),
    ],
)
def test_whose_statements_they_are_speaks(words, speaker):
    assert speakers(f"وبحسب {words}، فإن الكتيبة باقية.") == [speaker]


@pytest.mark.parametrize("many", ["متعهدون غربيون", "أكاديميون مصريون"])
def test_an_unknown_plural_speaks_and_goes_on(many):
    assert speakers(f"قال {many} إن الحرب انتهت. وأضافوا أن الجسر فتح.") == [many] * 2


def test_a_vocalised_verb_is_nobody_of_that_name():
    text = "وعدّ المحلل السياسي عصام بن ناجي، أن الحرب انتهت. وقال لـ«المرفأ»: «لا أحد يملك المال»."
    assert speakers(text) == ["عصام بن ناجي"] * 2


def test_asking_behind_a_comma_keeps_its_own_clause():
    text = "ومن غزني، تحدث إلى «القناة» قيادي مقرب من مكتب الزعيم، طالبا ألا يذكر اسمه."
    assert speakers(text) == []


@pytest.mark.parametrize(
    "phrase, name",
    [
        ("الجنرال سلطاني موكيبا", "سلطاني موكيبا"),
        ("القائد العسكري للحركة الجنرال سلطاني موكيبا", "سلطاني موكيبا"),
        ("نائبة وزير الدفاع الأوكراني غانا بيلينكو", "غانا بيلينكو"),
        ("رئيسة البعثة (مينورا)، «كارين بويتا»،", "كارين بويتا"),
        ("الكولونيل إيف دو لا كور دو بان", "إيف دو لا كور دو بان"),
        ("قائد شرطة المدينة السابق عبد الولي سنجري", "عبد الولي سنجري"),
        ("رئيس تحرير مجلة «السلاح» ورئيس مركز «الأفق» للدراسات العميد المتقاعد نادر شحود", "نادر شحود"),
        ("الناشطة اليمنية بلقيس الأهدل", "بلقيس الأهدل"),
    ],
)
def test_what_looks_like_something_else_is_a_name_behind_a_title(phrase, name):
    verb = "وأكدت" if phrase.startswith(("نائبة", "رئيسة", "الناشطة")) else "وأكد"
    assert speakers(f"{verb} {phrase} أن الكتيبة باقية في الوادي.") == [name]


def test_a_byline_between_the_town_and_the_verb_does_not_speak():
    text = "أسمرة – كمال شيبا قال الناطق باسم الحكومة محمد يحيى ولد سيدي، إن البلاد آمنة."
    assert speakers(text) == ["محمد يحيى ولد سيدي"]


def test_a_subject_before_its_verb_speaks_where_nobody_follows_the_verb():
    assert speakers("كمال شيبا قال إن البلاد آمنة.") == ["كمال شيبا"]


def test_people_who_are_reassured_do_not_speak():
    text = f'{OPENING}وطمأن أهالي بوكافو والقرى المحيطة بها، قائلا: "لن ندع أحدا يدخل المدينة".'
    assert speakers(text) == ["الوزير", "الوزير"]


def test_who_is_quoted_behind_a_place_on_the_net_speaks():
    text = 'وقال منشور الجيش على "تويتر" نقلا عن قائد القوات أوليه بوندار، إن الكتيبة أسرت جنودا.'
    [quote] = find_quotes(tokenize(text))
    assert (quote.speaker, quote.via) == ("أوليه بوندار", "منشور الجيش")


def test_words_behind_an_outlet_begin_at_then():
    text = "وحسب إذاعة فرنسا الدولية فإن القوة التي شكلت تتوزع على قطاعات، وتوجد الكتيبة في أحدها."
    [quote] = find_quotes(tokenize(text))
    assert quote.content.startswith("القوة التي شكلت")


def test_an_agency_in_brackets_behind_a_town_is_none_of_the_words():
    [quote] = find_quotes(tokenize("بوكافو - (أ ف ب): بدأت الحركة تنسحب من المدينة حسب شهود."))
    assert quote.content == "بدأت الحركة تنسحب من المدينة"


@pytest.mark.parametrize(
    "said, name",
    [
        ("وسبق للعمروسي أن حذر من أن المواجهة قادمة", "بشير العمروسي"),
        ("وسبق لوزير الدفاع سالم جمعة أن أعلن أن المواجهة قادمة", "سالم جمعة"),
        ("العمروسي، وخلال مداخلة له مع قناة «الضفة»، أوضح أن المواجهة قادمة", "بشير العمروسي"),
    ],
)
def test_a_subject_behind_already_or_before_a_comma_speaks(said, name):
    assert speakers(f"قال بشير العمروسي إن الأمر انتهى. {said}.")[-1] == name


@pytest.mark.parametrize(
    "speaker",
    [
        "مصدر مقرب من الرئيس باتريك موانزا",
        "مستشار لرئيس الوزراء حسن العلاوي",
        "أحد مساعدي الرئيس باتريك موانزا",
        "مسؤول في مكتب رئيس الوزراء حسن العلاوي",
        "متحدث باسم اللواء كريم العبودي",
        "ضابط في قوات اللواء كريم العبودي",
        "مساعد سابق للجنرال ماتيس فيرهوف",
    ],
)
def test_an_unnamed_man_of_somebody_is_not_that_somebody(speaker):
    assert speakers(f"وقال {speaker} إن الكتيبة باقية في الوادي.") == [speaker]


@pytest.mark.parametrize(
    "phrase, name",
    [
        ("مستشار الرئيس ماتيس فيرهوف", "ماتيس فيرهوف"),
        ("مستشار رئيس الوزراء حسن العلاوي", "حسن العلاوي"),
        ("قيادي في الفصائل العقيد كريم العبودي", "كريم العبودي"),
        ("نائب قائد القوات اللواء كريم العبودي", "كريم العبودي"),
    ],
)
def test_a_title_that_is_annexed_or_whole_has_its_own_name(phrase, name):
    assert speakers(f"وقال {phrase} إن الكتيبة باقية في الوادي.") == [name]


def test_the_authorities_of_two_towns_are_two():
    text = "قالت سلطات كييف إن الهدنة صامدة. وأشارت السلطات في دونيتسك إلى أن الهدنة خرقت."
    assert speakers(text) == ["سلطات كييف", "السلطات في دونيتسك"]


@pytest.mark.parametrize(
    "said, name",
    [
        ("وقال في هذا الصدد وزير الخارجية حسن العلاوي إن الكتيبة باقية", "حسن العلاوي"),
        ("وأجاب قائد القوة الجنرال أرولدو بانزي ردا على سؤال أن الكتيبة باقية", "أرولدو بانزي"),
        ("وجاء في رسالة وجهها قائد القوات البرية إلى الجنود أن الكتيبة باقية", "قائد القوات البرية"),
        ("الكتيبة باقية، بحسب تغريدة للسفير الأميركي في بغداد ماتيس فيرهوف", "ماتيس فيرهوف"),
        ('ونسبت صحيفة "الضفة" إلى ضابط بريطاني كبير القول إن الكتيبة باقية', "ضابط بريطاني كبير"),
        ('وطالب حزب "النهوض" السنغالي الحكومة بطرد الكتيبة فورا', 'حزب "النهوض" السنغالي'),
    ],
)
def test_what_stands_beside_a_speaker_is_none_of_his_phrase(said, name):
    assert speakers(f"{said}.") == [name]


@pytest.mark.parametrize("paper", ["صحيفة لوبران أفريك", "صحيفة الديلي بيست", "موقع لوكامب نيوز"])
def test_an_outlet_of_two_words_carries_what_somebody_says(paper):
    text = f"وذكرت {paper} أن الرئيس باتريك موانزا قال إن السيادة لا تسمح بقواعد."
    [quote] = find_quotes(tokenize(text.replace("وذكرت موقع", "وذكر موقع")))
    assert (quote.speaker, quote.via) == ("باتريك موانزا", paper)


@pytest.mark.parametrize(
    "said, content",
    [
        ("أكد السفير كمال شيبا لصحيفة الديلي بيست وجود مئتي مستشار", "وجود مئتي مستشار"),
        ("أعلنت وزارة الدفاع، الخميس، القيام بتدريب آلاف الجنود", "القيام بتدريب آلاف الجنود"),
    ],
)
def test_what_is_announced_may_stand_behind_an_outlet_or_a_day(said, content):
    [quote] = find_quotes(tokenize(f"{said}."))
    assert quote.content == content


def test_an_announcement_is_of_whom_it_names():
    text = (
        "جاء ذلك بعد إعلان رئيس الوزراء اليمني بدر بن عمران انتهاء الأزمة. "
        "ورأى رئيس الوزراء اليمني أن الأزمة فرصة."
    )
    assert speakers(text) == ["بدر بن عمران"]


def test_a_statement_ends_before_the_page_that_has_it():
    assert speakers("وجاء في بيان الوزارة على موقعها الإلكتروني أن القرار نهائي.") == ["بيان الوزارة"]


@pytest.mark.parametrize(
    "phrase, speaker",
    [
        ("مصدر وثيق الصلة بالمفاوضات", "مصدر وثيق الصلة بالمفاوضات"),
        ("مصدر على صلة بالمجلس العسكري", "مصدر على صلة بالمجلس العسكري"),
        ("مصدر في الرئاسة الفرنسية للصحفيين", "مصدر في الرئاسة الفرنسية"),
        ("مواطنون من مدينة غاو لمراسلنا", "مواطنون من مدينة غاو"),
        ("أحد الضباط السابقين في الجيش المنحل", "أحد الضباط السابقين في الجيش المنحل"),
        ("مسؤول سبق أن عمل في السفارة", "مسؤول"),
        ("الاتحاد الدولي للصحفيين", "الاتحاد الدولي للصحفيين"),
        ("المجلس النرويجي للاجئين", "المجلس النرويجي للاجئين"),
    ],
)
def test_an_unnamed_source_or_a_body_is_read_to_its_end(phrase, speaker):
    [quote] = find_quotes(tokenize(f"وقال {phrase} إن الكتيبة باقية."))
    assert (quote.speaker, quote.content) == (speaker, "الكتيبة باقية")


def test_that_he_refused_to_give_his_name_is_no_second_quotation():
    assert speakers("«الكتيبة باقية هنا»، قال ضابط كبير رفض أن يذكر اسمه.") == ["ضابط كبير"]


def test_a_colon_between_that_and_marks_is_none_of_the_words():
    [quote] = find_quotes(tokenize('وأكد العقيد سالم جمعة أن: "الكتيبة باقية في الجزيرة".'))
    assert (quote.kind, quote.content) == ("direct", "الكتيبة باقية في الجزيرة")


@pytest.mark.parametrize(
    "phrase, name",
    [
        ("مزارع عرّف عن نفسه بأبي ربيع", "أبو ربيع"),
        ("مزارع اكتفى بذكر كنيته أبو ربيع", "أبو ربيع"),
        ("قائد ميداني يعرف بـ«أبو ربيع»", "أبو ربيع"),
        ("قائد ميداني معروف باسم أبو ربيع", "أبو ربيع"),
        ("رجل خمسيني رفض ذكر اسم عائلته واكتفى باسم ربيع", "ربيع"),
        ("حارس عرّف عن نفسه بحرف السين", "حارس"),
        ("مسؤول يعرف الملف جيدا", "مسؤول"),
    ],
)
def test_by_what_name_an_unnamed_man_is_known(phrase, name):
    assert speakers(f"وقال {phrase}، إن الجسر مقطوع. وأضاف: «لم ننم ليلتين».") == [name] * 2


@pytest.mark.parametrize(
    "text, who, words",
    [
        ("وكتب مسؤول إغاثي في رسالة: «الحي مهدم كله».", "مسؤول إغاثي", "الحي مهدم كله"),
        ("وقالت مصادر إغاثية لرويترز إن الحي مهدم.", "مصادر إغاثية", "الحي مهدم"),
        ("وأعلن العقيد ليث مراد على فيسبوك أن الكتيبة عادت.", "ليث مراد", "الكتيبة عادت"),
        (
            "وذكر تلفزيون النهر الخاضع لسيطرة «الجبهة الشعبية لتحرير الوادي» أن الجسر قطع.",
            "تلفزيون النهر",
            "الجسر قطع",
        ),
        ("وقالت مجموعة من الدول الأوروبية إن البعثة باقية.", "مجموعة من الدول الأوروبية", "البعثة باقية"),
        (
            "وأعلنت وكالة رويترز يوم الجمعة، نقلا عن ضابطين ألمانيين، أن البعثة باقية.",
            "ضابطان ألمانيان",
            "البعثة باقية",
        ),
        ("واتهم الرئيس بوبو كوليبا مايغا فرنسا بالتخلي عنه.", "بوبو كوليبا مايغا", "فرنسا بالتخلي عنه"),
        (
            "وقال الرئيس ماركو ليون في ملاحظات ليست الأولى من نوعها: «سيرحلون غدا جميعا».",
            "ماركو ليون",
            "سيرحلون غدا جميعا",
        ),
        (
            "وبحسب المصادر، فإن السفارة ستبقي على الحد الأدنى من الحراس.",
            "مصادر",
            "السفارة ستبقي على الحد الأدنى من الحراس",
        ),
    ],
)
def test_who_speaks_and_where_his_words_begin(text, who, words):
    [quote] = find_quotes(tokenize(text))
    assert (quote.speaker, quote.content) == (who, words)


def test_two_of_an_object_case_are_called_upon_and_do_not_call():
    assert speakers("وحذر المبعوث ليث مراد من الحرب. وحثّ طرفي النزاع على ضبط النفس.") == ["ليث مراد"]


def test_what_the_president_said_is_asked_about_by_another():
    text = "لكن الوزير سالم جمعة قال حين سئل عما قاله الرئيس ماركو ليون إن الجنود باقون."
    assert speakers(text) == ["سالم جمعة"]


def test_one_source_is_not_several():
    text = "أفادت مصادر كردية أن الجسر قطع. وأكد مصدر كردي أن الطريق مفتوح."
    assert speakers(text) == ["مصادر كردية", "مصدر كردي"]


@pytest.mark.parametrize(
    "text",
    [
        "بدأ القصف، وهو أمر أكده موظفان على اتصال بالبعثة.",
        "ولم يعط الجيش وصفاً دقيقا للهجوم.",
        "وأمهل الرئيس القاعدة مهلة لا تزيد عن عامين.",
    ],
)
def test_what_reports_no_words(text):
    assert speakers(text) == []


def test_a_statement_is_named_without_when_it_was_issued():
    text = "قالت الحكومة، في بيان صادر السبت، إن العلاقة باقية. وأكد البيان أن الجنود باقون."
    assert speakers(text) == ["الحكومة", "البيان"]


@pytest.mark.parametrize(
    "text, who",
    [
        ("وقال مقاتلو حركة 12 أيار المدعومون من الجيران إن الجسر قطع.", "مقاتلو حركة 12 أيار"),
        ("وأعلنت جماعة تاراكان، إحدى جماعات الشمال، أنها باقية.", "جماعة تاراكان"),
        ("وقال أحد سكان بوراليدو إن الجسر قطع.", "أحد سكان بوراليدو"),
        ("قُطع الجسر، حسبما ذكرت وكالة رويترز نقلا عن ضابط كيني.", "ضابط كيني"),
        ("قُطع الجسر صباحا، وفق ما أفادت به «رويترز».", "رويترز"),
        ("قالت رئيسة الوزراء الإيطالية، جورجيا ميلوني، إن الجنود باقون.", "جورجيا ميلوني"),
    ],
)
def test_groups_people_of_a_place_and_those_quoted_by_agencies(text, who):
    assert speakers(text) == [who]


def test_the_noise_is_heard_and_the_side_of_the_border_is_no_news():
    [quote] = find_quotes(tokenize("وأكدت مصادر محلية سماع دوي المدافع على الجانب الآخر من الحدود."))
    assert quote.content == "سماع دوي المدافع على الجانب الآخر من الحدود"


@pytest.mark.parametrize(
    "text, who",
    [
        ("وقالت المخابرات الكورية الجنوبية إن الجنود عادوا.", "المخابرات الكورية الجنوبية"),
        ("وأكد قائد الفرقة الثالثة مشاة، اللواء ليث مراد، أن الوضع مستقر.", "ليث مراد"),
        ("قال العقيد ليث مراد إن الجنود عادوا ووصف الحرب ضد العصابات بأنها «معركة طويلة جدا».", "ليث مراد"),
    ],
)
def test_services_arms_and_what_is_called_something(text, who):
    assert set(speakers(text)) == {who}
