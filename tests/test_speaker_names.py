"""Names that look like an adjective, a verbal noun, 'so', 'with', 'to' or 'where', and what is no name."""

import pytest

from drawdown_cli.arabic.tokenize import tokenize
from drawdown_cli.extract.attribution import find_quotes

FRAMES = (
    "وقال {} إن القرار صدر أمس.",
    "وأضاف {} أن القرار صدر أمس.",
    "وحذر {} من حرب جديدة.",
    "ونقلت رويترز عن {} قوله إن القرار صدر أمس.",
    "أما {} فقال إن القرار صدر أمس.",
    "وكان {} قد قال إن القرار صدر قبل شهر.",
    "وشدد {} على أن الوقت ضيق.",
)
SURNAMES = ["السوداني", "المصري", "التركي", "لافروف", "لابيد", "والتز", "فانس", "باسيل", "واين", "وود"]


@pytest.mark.parametrize("surname", SURNAMES)
def test_a_surname_alone_speaks(surname: str) -> None:
    found = {frame: [q.speaker for q in find_quotes(tokenize(frame.format(surname)))] for frame in FRAMES}
    assert {frame: speakers for frame, speakers in found.items() if speakers != [surname]} == {}


TEXTS = {
    "a verbal noun of nothing is a surname": (
        "قال فرحان حق، نائب المتحدث باسم الأمين العام، إن المنظمة قلقة. وأضاف حق أن الطرق مقطوعة.",
        ["فرحان حق", "فرحان حق"],
    ),
    "what a verb takes is none of the name": (
        "أعلن المتحدث العسكري يحيى سريع استهداف سفينة. وزعم سريع أن الهجوم حقق هدفه.",
        ["يحيى سريع", "يحيى سريع"],
    ),
    "two surnames side by side are two persons": (
        "اتصل فلاديمير بوتين بأحمد الشرع. وأبلغ بوتين الشرع بأن روسيا تدعم وحدة سوريا.",
        ["فلاديمير بوتين"],
    ),
    "an envoy to, behind a verb with 'to'": (
        "دعا مبعوث الأمم المتحدة إلى جنوب السودان نيكولاس هايسوم الأطراف إلى ضبط النفس بعد المعارك.",
        ["نيكولاس هايسوم"],
    ),
    "no adjective of a noun is a surname": (
        "قال الجيش السوداني إن المدينة آمنة. وقالت الخارجية المصرية إنها تتابع الوضع.",
        ["الجيش السوداني", "الخارجية المصرية"],
    ),
    "what is said of a woman is no name of hers": (
        "روت نياكول غاي ما جرى: «مشينا أربعة أيام». وأضافت المرأة البالغة 31 عاما أن زوجها بقي هناك.",
        ["نياكول غاي", "نياكول غاي"],
    ),
    "what its own things are is none of a name": (
        "أنهى الجنرال سيرغي كيسيليوف مهمته في سوريا. وكان كيسليوف قد قال إن القاعدة لن تتوسع.",
        ["سيرغي كيسيليوف"],
    ),
    "a body for something": (
        "ودعت المجموعة الاقتصادية لدول غرب أفريقيا الطرفين إلى تسوية الخلاف قبل نهاية الشهر.",
        ["المجموعة الاقتصادية لدول غرب أفريقيا"],
    ),
    "one spokesman in the accusative is not two": (
        "غادرت القوة الميناء. لكن متحدثا عسكريا قال إن الموعد لم يحدد بعد.",
        ["متحدث عسكري"],
    ),
    "the chairwoman and the general whom she received": (
        "استقبلت رئيسة البرلمان دورينا كولا قائد القوة الجنرال إنريكو باردو. وأكدت أن بلادها ممتنة للحلف.",
        ["دورينا كولا"],
    ),
    "his excellency is who spoke": (
        "قال معالي الشيخ سالم الكتبي إن المدربين باقون. وأضاف معاليه أن العقود ستجدد.",
        ["سالم الكتبي", "سالم الكتبي"],
    ),
    "whom a minister received is not he": (
        "قال المحافظ لدى استقباله اللواء أحمد كمال إن المدينة آمنة."
        " وقال الوزير بعد لقائه الجنرال جون سميث إن الجسر مفتوح.",
        ["المحافظ", "الوزير"],
    ),
    "how he said it": (
        "«لا تساوي الرتب ثمن القماش»، كما يقول ساخرا رقيب سابق في الجيش."
        " وتضيف ممرضة بصوت خافت: «لا تكتب هذا أبدا».",
        ["رقيب سابق في الجيش", "ممرضة"],
    ),
    "to an outlet that the text names": (
        "الحسكة - صدى الجزيرة. قال التاجر سليم حداد لصدى الجزيرة إن السوق فارغ."
        " وقال لصدى الجزيرة أيضا إن الجيش رحل أمس.",
        ["سليم حداد", "سليم حداد"],
    ),
    "a surname that begins with waw is told again": (
        "أجرى الرئيس الصومالي حسن عبدي وارسمي اتصالا بنظيره. وأكد وارسمي أن بلاده لن تنسى الجنود.",
        ["حسن عبدي وارسمي"],
    ),
    "a rank before a name that is a plural": (
        "ونفى اللواء مراجع العبيدي وجود صفقة مع روسيا. وقال العبيدي إن الطائرات تنقل قطع غيار.",
        ["مراجع العبيدي", "مراجع العبيدي"],
    ),
    "who has no name has no surname": (
        "وقال قيادي بقوات الدعم السريع إن المدينة سقطت. وقال أحد الجنود العائدين إن الطريق مقطوع.",
        ["قيادي بقوات الدعم السريع", "أحد الجنود العائدين"],
    ),
    "names of two words, one of them God's": (
        "وحذر مفتي سيلا السابق الشيخ أبكر حسب الله من أن القبائل لن تنتظر الدولة إلى الأبد.",
        ["أبكر حسب الله"],
    ),
    "a surname that is a title": (
        "التقى رئيس الوزراء شهباز ملك وزيرة الخارجية آنا ليند. وقال إن بلاده تريد علاقة أوسع."
        " وأكدت أن السفارة ستفتح.",
        ["شهباز ملك", "آنا ليند"],
    ),
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_name_ends_where_it_ends(name: str) -> None:
    text, speakers = TEXTS[name]
    assert [quote.speaker for quote in find_quotes(tokenize(text))] == speakers
