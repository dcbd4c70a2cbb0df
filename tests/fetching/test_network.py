"""Which addresses may be asked, whose turn it is, and how long a site is waited for."""

from ipaddress import ip_address, ip_network

import pytest

from jixiao.commands.fetch.told import Failure
from jixiao.commands.fetch.web.headers import wait
from jixiao.commands.fetch.web.hosts import LONGEST_PAUSE, Hosts
from jixiao.commands.fetch.web.network import Door, is_public
from jixiao.commands.fetch.web.robots import Robots

INNER = [
    "127.0.0.1", "127.255.255.254", "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
    "100.100.100.200", "224.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "240.0.0.1", "::", "::1", "fe80::1",
    "fc00::1", "fd00:ec2::254", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1",
    "64:ff9b::a9fe:a9fe", "2002:7f00:1::", "2002:a00:1::", "2001:0:4136:e378:8000:63bf:80ff:fffe", "2001:db8::1",
]  # fmt: skip


@pytest.mark.parametrize("text", INNER)
def test_inner_addresses_are_not_asked(text: str) -> None:
    assert not is_public(ip_address(text))
    with pytest.raises(Failure, match="address of this machine's networks"):
        Door(resolver=lambda *_: ["93.184.215.14", text]).addresses("site.test", 80)


@pytest.mark.parametrize("text", ["93.184.215.14", "223.5.5.5", "2400:3200::1", "64:ff9b::5db8:d70e"])
def test_public_addresses_are(text: str) -> None:
    assert is_public(ip_address(text))


@pytest.mark.parametrize("host", ["127.1", "0x7f.1", "2130706433", "017700000001", "localhost"])
def test_other_ways_to_write_an_inner_address(host: str) -> None:
    with pytest.raises(Failure):
        Door().addresses(host, 80)


def test_what_is_allowed_is_asked_and_nothing_else() -> None:
    door = Door([ip_network("10.1.0.0/16")], lambda host, port: [host])
    assert door.addresses("10.1.2.3", 80) == [ip_address("10.1.2.3")]
    with pytest.raises(Failure):
        door.addresses("10.2.2.3", 80)


class Clock:
    def __init__(self) -> None:
        self.now, self.slept = 100.0, list[float]()

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def test_hosts_take_turns_and_each_has_its_pause() -> None:
    clock = Clock()
    hosts = Hosts[str](2.0, lambda: clock.now, clock.sleep)
    for name in ("a1", "a2", "b1"):
        hosts.add(name[0], name)
    order = []
    while (task := hosts.next()) is not None:
        hosts.turn(task[0])
        hosts.asked(task[0])
        order.append(task)
    assert order == ["a1", "b1", "a2"]
    assert clock.slept == [2.0]
    hosts.slow_down("a", 7)
    hosts.asked("a")
    hosts.turn("a")
    hosts.asked("a", 30)
    hosts.turn("a")
    hosts.slow_down("a", 1e9)
    hosts.asked("a")
    hosts.turn("a")
    assert clock.slept[1:] == [7.0, 30.0, LONGEST_PAUSE]


@pytest.mark.parametrize(
    ("text", "status", "allowed"),
    [
        (b"User-agent: *\nDisallow: /", 200, False),
        (b"User-agent: jixiao\nAllow: /\n\nUser-agent: *\nDisallow: /", 200, True),
        (b"User-agent: *\nDisallow: /zw/$", 200, True),
        ("# 规则\nUser-agent: *\nDisallow: /zw/".encode("gbk"), 200, False),
        (b"<html>404</html>", 200, True),
        (b"", 404, True),
        (b"", 403, True),
        (b"", 503, False),
        (b"", 429, False),
    ],
)
def test_rules_of_a_site(text: bytes, status: int, allowed: bool) -> None:
    asked = []
    robots = Robots(lambda address: (asked.append(address), (status, text))[1], Hosts[str](0.0))  # type: ignore[func-returns-value]
    for _ in range(2):
        if allowed:
            robots.check("http://a.test/zw/x.pdf")
        else:
            with pytest.raises(Failure, match="robots"):
                robots.check("http://a.test/zw/x.pdf")
    assert asked == ["http://a.test/robots.txt"]


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("7", 7.0),
        (" 7 ", 7.0),
        ("99999999999999999999", 300.0),
        ("", None),
        ("soon", None),
        ("-1", None),
        ("Wed, 21 Oct 2015 07:28:00 GMT", 0.0),
    ],
)
def test_when_a_site_wants_to_be_asked_again(header: str, seconds: float | None) -> None:
    assert wait(header) == seconds
