import gzip
import os

import pytest

from drawdown_cli.articles.manifest import Curated, curated
from drawdown_cli.articles.pages import Skipped
from drawdown_cli.articles.reading import ReadOptions, read_article, read_articles
from drawdown_cli.articles.shipped import data_folder
from drawdown_cli.errors import InputError
from drawdown_cli.models import Article

BODY = "أعلنت الوزارة أن القوات الأجنبية ستغادر القاعدة في الشهر المقبل."


def articles(*paths, **options):
    return [item for item in read_articles(paths, ReadOptions(**options)) if isinstance(item, Article)]


def skipped(*paths):
    return [item for item in read_articles(paths) if isinstance(item, Skipped)]


def test_the_shipped_articles_are_read_unchanged():
    found = articles(data_folder())
    assert len(found) == 5
    for article in found:
        with open(article.path, encoding="utf-8", newline="") as file:
            assert article.text == file.read()


def test_an_article_keeps_its_id_when_its_folder_moves(tmp_path):
    for name in ("one", "two"):
        (tmp_path / name / "news").mkdir(parents=True)
        (tmp_path / name / "news" / "a.txt").write_text(BODY)
    first, second = (read_article(tmp_path / name / "news" / "a.txt") for name in ("one", "two"))
    assert first.id == second.id
    assert first.doc == "a"


def test_line_ends_and_byte_order_marks_do_not_reach_the_text(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbf" + BODY.encode() + b"\r\n" + BODY.encode() + b"\r")
    assert read_article(tmp_path / "a.txt").text == f"{BODY}\n{BODY}\n"


def test_front_matter_is_metadata_and_not_text(tmp_path):
    front = "---\ntitle: عنوان\nsource: وكالة\nlink: https://example.org/1\n---\n"
    (tmp_path / "a.md").write_text(front + f"# عنوان\n\n{BODY}")
    article = read_article(tmp_path / "a.md")
    assert (article.title, article.source, article.url) == ("عنوان", "وكالة", "https://example.org/1")
    assert article.text == f"عنوان\n\n{BODY}"


def test_the_manifest_counts_more_than_the_file(tmp_path):
    (tmp_path / "manifest.toml").write_text(
        'schema = 1\n[source]\nname = "أرشيف"\n[files."a.txt"]\ntitle = "عنوان"\nsource = "وكالة"\n[files]\n'
    )
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(BODY)
    assert [(a.title[:5], a.source) for a in articles(tmp_path)] == [("عنوان", "وكالة"), (BODY[:5], "أرشيف")]


def test_a_wrong_manifest_is_named(tmp_path):
    (tmp_path / "manifest.toml").write_text('schema = 1\n[files."a.txt"]\ntitel = "x"\n')
    (tmp_path / "a.txt").write_text(BODY)
    with pytest.raises(InputError, match=r"manifest.toml: files.'a.txt' has the unknown key 'titel'"):
        read_article(tmp_path / "a.txt")


def test_a_manifest_of_another_program_is_left_alone(tmp_path):
    (tmp_path / "manifest.toml").write_text('[package]\nname = "x"\n')
    assert curated(tmp_path / "a.txt") == Curated()


def test_rows_of_tables_are_articles(tmp_path):
    row = f'{{"id": "n1", "text": "{BODY}", "title": "ت", "publisher": "وكالة"}}\n'
    (tmp_path / "a.jsonl").write_text(row + "\nno json\n[]\n")
    (tmp_path / "b.csv").write_text(f'id,body,headline\nn2,"{BODY}\n{BODY}",ت\n,,\n')
    with gzip.open(tmp_path / "c.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(row.replace("n1", "n3"))
    assert [(a.doc, a.title) for a in articles(tmp_path)] == [("n1", "ت"), ("n2", "ت"), ("n3", "ت")]
    assert [item.reason for item in skipped(tmp_path)] == ["is no JSON: Expecting value", "is no JSON object"]


def test_columns_can_be_named(tmp_path):
    (tmp_path / "a.csv").write_text(f"نص;عنوان\n{BODY};ت\n")
    assert "name it with --column text=NAME" in skipped(tmp_path)[0].reason
    assert [a.title for a in articles(tmp_path, columns={"text": "نص", "title": "عنوان"})] == ["ت"]


@pytest.mark.parametrize(
    "text, reason",
    [
        ("", "holds no words"),
        ("12 34 ...", "holds no words"),
        ("The troops will have left by the end of the year.", "is not Arabic: it has no Arabic script"),
        (
            "نیروهای آمریکایی تا پایان سال جاری پایگاه‌های خود را ترک می‌کنند و گفتگو ادامه دارد",
            "Persian",
        ),
    ],
)
def test_what_is_no_arabic_article_is_left_out_with_the_reason(tmp_path, text, reason):
    (tmp_path / "a.txt").write_text(text)
    (found,) = skipped(tmp_path)
    assert reason in found.reason
    assert not found.failed


def test_a_missing_path_is_reported_and_the_rest_is_read(tmp_path):
    (tmp_path / "a.txt").write_text(BODY)
    missing = str(tmp_path / "none")
    assert skipped(missing, tmp_path) == [Skipped(missing, "does not exist", failed=True)]
    assert len(articles(missing, tmp_path)) == 1


def test_links_that_loop_are_reported_once(tmp_path):
    (tmp_path / "a.txt").write_text(BODY)
    (tmp_path / "again").symlink_to(tmp_path)
    (tmp_path / "itself").symlink_to(tmp_path / "itself")
    (tmp_path / "gone").symlink_to(tmp_path / "none")
    assert len(articles(tmp_path)) == 1
    assert [(os.path.basename(item.path), item.failed) for item in skipped(tmp_path)] == [
        ("again", False),
        ("gone", True),
        ("itself", True),
    ]


def test_a_pipe_in_a_folder_does_not_stop_the_reading(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    assert [item.reason for item in skipped(tmp_path)] == ["is no file but a device, a pipe or a socket"]


def test_file_names_in_other_encodings_can_be_stored(tmp_path):
    name = os.fsencode(tmp_path) + b"/\xe3\xd1.txt"
    with open(name, "wb") as file:
        file.write(BODY.encode())
    (article,) = articles(tmp_path)
    article.path.encode()
    article.doc.encode()


def test_a_damaged_archive_is_reported(tmp_path):
    data = gzip.compress(BODY.encode())
    (tmp_path / "a.txt.gz").write_bytes(data[:-6])
    (tmp_path / "b.txt.gz").write_bytes(b"no archive")
    assert all("damaged archive" in item.reason and item.failed for item in skipped(tmp_path))
    assert len(skipped(tmp_path)) == 2
