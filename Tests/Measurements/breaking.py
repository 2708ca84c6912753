"""Ways to break what is well formed."""

import oddities

URLENCODED = [
    b"%", b"%z", b"%zz", b"%u4e2d", b"%00", b"%C0%AF", b"%ED%A0%80", b"%F4%90%80%80", b"%FF", b"&", b"&&&", b"=",
    b"==", b"&=&",
    b";", b"+", b"\x00", b"\xff", b"\r\n", b"#", b"?", b"[]", b"%25", b"%26", b"%3D", b"a=b=c", b"&a", b"%E5%90",
    b"\xe5",
]

CONTENT_TYPES = [
    b"", b"text/plain", b"application/json", b"multipart/form-data", b"multipart/form-data; boundary=",
    b"multipart/form-data; boundary=\"", b"multipart/form-data; boundary=" + b"b" * 500,
    b"application/x-www-form-urlencoded;",
    b"application/x-www-form-urlencoded; charset=gbk", b"APPLICATION/X-WWW-FORM-URLENCODED", b"*/*", b";", b"/",
    b"multipart/",
    b"multipart/form-data; boundary=a; boundary=b", b"multipart/form-data; boundary=\xff",
    b"application/x-www-form-urlencoded, x",
]

HEADERS = [
    (b"Accept-Language", oddities.LANGUAGES), (b"User-Agent", oddities.AGENTS),
    (b"Host", ["", "evil.example", "127.0.0.1:99999", "[::1", "a b", "名", "x" * 9_000]),
    (b"Origin", ["null", "http://evil.example", "http://127.0.0.1", "//", "x" * 9_000, "", "http://[::1"]),
    (b"Sec-Fetch-Site", ["cross-site", "same-site", "none", "same-origin", "", "SAME-ORIGIN", "x,y"]),
    (b"Range", ["bytes=0-", "bytes=999-", "bytes=-1", "bytes=5-2", "bytes=0-0,1-1", "x", "bytes=9999999999999999999-"]),
    (b"If-None-Match", ["*", '"x"', 'W/"x"', '"', "," * 500]),
    (b"If-Modified-Since", ["x", "Sun, 31 Feb 2026 25:00:00 GMT", "0", "Sun, 06 Nov 99999 08:49:37 GMT"]),
    (b"Accept", ["", "*/*", "application/json", "text/html;q=x"]),
    (b"Accept-Encoding", ["gzip", "identity;q=0", "x" * 999]),
    (b"Expect", ["100-continue", "x"]), (b"Upgrade", ["websocket", "h2c", ""]),
    (b"Connection", ["close", "Upgrade", "x, y", ""]),
    (b"HTTP2-Settings", ["AAMAAABkAAQAAP__"]), (b"X-Forwarded-For", ["1.2.3.4", "x" * 999]), (b"Forwarded", ["for=_x"]),
    (b"X-HTTP-Method-Override", ["DELETE"]), (b"Content-Type", ["text/plain", ""]),
    (b"Content-Encoding", ["gzip", "x"]),
    (b"Authorization", ["Basic eDp5", "Bearer", "x" * 5_000]), (b"Referer", ["x", "http://127.0.0.1/today", "名"]),
    (b"Date", ["x"]), (b"Trailer", ["Content-Length"]), (b"TE", ["trailers"]), (b"X" * 3_000, ["x"]),
    (b"X-Long", ["x" * 40_000]),
    (b"X-Name", ["\x01", "\x7f", "a\tb", "名字", ""]), (b"Cookie", ["a=b"]), (b"Content-Language", ["x"]),
]


def header(random):
    name, values = random.choice(HEADERS)
    if random.random() < 0.05:
        name = random.choice([b"", b"a b", b"\xff", b"X:Y", b"X\x00", b"(x)", b" X", b"X "])
    return name, random.choice(values).encode()


def cookie(random, session):
    """A cookie header whose session is missing, doubled, cut, or among rubbish."""
    values = [
        session, session[:5], session + session, b"", b"x" * 43, b"x" * 9_000, b'"' + session + b'"', b"\xff", b"%00",
        b"a b", b"=",
        "名".encode(), b"\x01", session + b"\x00", b"../../x", b"1", b"null",
    ]
    names = [
        b"session", b"session", b"__Host-session", b"SESSION", b"language", b"notice", b"", b"a" * 300, b"\xe5", b"a b",
    ]
    pairs = [random.choice(names) + b"=" + random.choice(values) for _ in range(random.choice([1, 1, 2, 3, 150]))]
    notices = [b"notice.x", b"notice.sheet-submitted", b"customers.title", b"notice." + b"x" * 900, b"%E4%B8%AD"]
    pairs += [b"notice=" + random.choice(notices), b"language=" + random.choice([b"en", b"zh-Hant", b"xx", b""])]
    return random.choice([b"; ", b"; ", b";", b", ", b";;"]).join(pairs)


def inserted(random, data, pieces):
    place = random.randrange(len(data) + 1)
    return data[:place] + random.choice(pieces) + data[place:]


def flipped(random, data):
    """Bytes changed, lost, doubled; or only the beginning; or nothing that was meant at all."""
    data = bytearray(data)
    for _ in range(random.choice([1, 1, 2, 8, 40])):
        place = random.randrange(len(data))
        match random.randrange(4):
            case 0:
                data[place] = random.randrange(256)
            case 1 if len(data) > 1:
                del data[place]
            case 2:
                data.insert(place, random.choice(b"\r\n\x00 :;=%&-\xff"))
            case _:
                data[place : place + 4] = data[place : place + 4] * 2
    roll = random.random()
    if roll < 0.3:
        return bytes(data[: random.randrange(1, len(data) + 1)])
    return random.randbytes(random.randrange(1, 3_000)) if roll < 0.4 else bytes(data)


def framing(random, data):
    """A request that says another length than it has, or says it in a way that can be read twice."""
    head, _, body = data.partition(b"\r\n\r\n")
    lines = [line for line in head.split(b"\r\n") if not line.startswith(b"Content-Length")]
    length = len(body)
    ways = [
        [b"Content-Length: %d" % (length + 10)], [b"Content-Length: %d" % max(0, length - 3)], [b"Content-Length: -1"],
        [b"Content-Length: 99999999999999999999"], [b"Content-Length: 1e3"], [b"Content-Length: +%d" % length],
        [b"Content-Length: %d" % length, b"Content-Length: %d" % (length + 1)],
        [b"Content-Length: %d, %d" % (length, length)],
        [b"Content-Length: 2000000"], [b"Content-Length: "], [b"Content-Length: 0x%x" % length], [],
        [b"Transfer-Encoding: chunked"], [b"Transfer-Encoding: chunked", b"Content-Length: %d" % length],
        [b"Transfer-Encoding: gzip"], [b"Transfer-Encoding: chunked, chunked"], [b"Transfer-Encoding: xchunked"],
        [b"Transfer-Encoding : chunked"], [b"Transfer-Encoding: identity"], [b" Content-Length: 3"], [b"\tfolded"],
        [b"no colon"],
        [b"X-%d: y" % number for number in range(200)],
    ]
    chosen = random.choice(ways)
    chunks = [
        b"%x\r\n%s\r\n0\r\n\r\n" % (length, body), b"%x\r\n%s" % (length + 5, body), b"-1\r\n\r\n", b"zz\r\n",
        b"0\r\n\r\n" + data,
        b"ffffffffffffffffff\r\nx", b"%x;%s\r\n%s\r\n0\r\n\r\n" % (length, b"e" * 9_000, body),
        b"1\r\nxx\r\n0\r\n\r\n", b"\r\n",
        b"".join(b"1\r\n%c\r\n" % byte for byte in body[:300]) + b"0\r\nX: y\r\n\r\n",
        b"0\r\n" + b"X: y\r\n" * 500 + b"\r\n",
    ]
    if any(b"Transfer-Encoding" in line for line in chosen):
        body = random.choice(chunks)
    if random.random() < 0.1:
        lines[0] = lines[0].rsplit(b" ", 1)[0] + random.choice(
            [b" HTTP/1.0", b" HTTP/2.0", b" HTTP/0.9", b" HTTP/1.2", b" HTTP/1.", b" HTTP", b"", b" http/1.1"])
    joined = b"\r\n" if random.random() < 0.9 else random.choice([b"\n", b"\r", b"\n\r"])
    whole = joined.join(lines + chosen) + joined + joined + body
    return whole if random.random() < 0.9 else whole + data + whole


def multipart(random, pairs):
    """A body of parts, most of them broken somewhere; returns the content type with it."""
    boundary = random.choice([b"xxBOUNDARYxx", b"-", b"b" * 70, b"a'()+_,-./:=?", b"----WebKitFormBoundary7MA4YWxk"])
    parts = [_part(random, name.encode("utf-8", "replace"), value.encode("utf-8", "replace")) for name, value in pairs]
    line = b"\r\n" if random.random() < 0.93 else random.choice([b"\n", b"\r"])
    body = b"".join(b"--" + boundary + line + line.join(head) + line + line + value + line for head, value in parts)
    body += b"--" + boundary + b"--" + line
    roll = random.random()
    if roll < 0.1:
        body = body[: random.randrange(len(body))]
    elif roll < 0.2:
        delimiter = b"--" + boundary
        pieces = [b"--", b"\r\n" + delimiter, boundary, b"\r\n\r\n", b"\x00", b"\r", delimiter + b"--"]
        body = inserted(random, body, pieces)
    elif roll < 0.25:
        preamble = random.choice([b"preamble\r\n", b"\r\n", b"--", b"\x00" * 3_000])
        body = preamble + body + random.choice([b"epilogue", b"--" * 999])
    elif roll < 0.26:
        body = body * 40
    elif roll < 0.263:
        small = line.join([b"--" + boundary, b'Content-Disposition: form-data; name="a"', b"", b"1", b""])
        body = small * 2_000
    named = random.choice([boundary, boundary, boundary, boundary, boundary, boundary + b"x", b"", boundary[:1]])
    quoted = b'"' + named + b'"' if random.random() < 0.5 else named
    return b"multipart/form-data; boundary=" + quoted, body


def _part(random, name, value):
    disposition = b'Content-Disposition: form-data; name="' + name.replace(b"\r", b"").replace(b"\n", b"") + b'"'
    odd = [
        b"Content-Disposition: form-data", b"Content-Disposition: form-data; name=",
        b'Content-Disposition: form-data; name="a',
        b"Content-Disposition: attachment; name=a", b"", b":", b"no colon", b"\xff: \xff", b"X: " + b"y" * 5_000,
        disposition + b'; filename="x.jpg"', disposition + b"; filename*=UTF-8''%ff%zz",
        disposition + b'; filename="\\"\\\\"',
        disposition + b'; name="other"', b"content-disposition:form-data;name=a;;;", disposition.replace(b"; ", b" ; "),
        disposition + b"\r\n folded", disposition + b'; filename="' + b"f" * 3_000 + b'"', disposition.upper(),
    ]
    head = [disposition] if random.random() < 0.85 else [random.choice(odd)]
    if random.random() < 0.1:
        head += random.choice([
            [b"Content-Type: image/jpeg"], [b"Content-Transfer-Encoding: base64"], [b"X: y"] * 30,
            [b"Content-Length: 99"], [disposition],
        ])
    return head, value
