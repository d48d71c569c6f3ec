import pytest

from reports import address


def test_a_plain_id_is_its_own_file_name() -> None:
    assert address.source_page("ten-things_1") == "source-ten-things_1.html"


@pytest.mark.parametrize("id", ["../up", "a/b", "CON", "Straße", "a b", "", ".", "x" * 300, "\x00"])
def test_any_id_gives_a_safe_file_name(id: str) -> None:
    name = address.slug(id)
    assert name and len(name) <= 67
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-_")


def test_ids_that_look_alike_keep_apart() -> None:
    assert len({address.slug(i) for i in ("a b", "a.b", "A b", "a-b")}) == 4


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", " https://a", "data:text/html,x", "//a", "file:///etc", "", None]
)
def test_only_web_addresses_become_links(url: str | None) -> None:
    assert address.safe_url(url) is None


def test_a_web_address_stays() -> None:
    assert address.safe_url("HTTPS://example.org/a?b=c") == "HTTPS://example.org/a?b=c"
