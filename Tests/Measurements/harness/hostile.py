"""Clients that take their time, from ten addresses of this machine; run in a process of their own, so that their work is not
that of whoever measures."""

import asyncio
import multiprocessing
import resource
import socket

ADDRESSES = [f"127.0.0.{number}" for number in range(2, 12)]
#: Seconds after which a client that was closed comes again.
AGAIN = 1
HEAD = b"GET /sign-in HTTP/1.1\r\nHost: x\r\n"
BODY = (b"POST /enquiry HTTP/1.0\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        b"Content-Length: 5000\r\n\r\n")


async def _connection(port, number, receive=None):
    client = socket.socket()
    client.setblocking(False)
    if receive:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive)
    client.bind((ADDRESSES[number % len(ADDRESSES)], 0))
    try:
        await asyncio.get_running_loop().sock_connect(client, ("127.0.0.1", port))
    except OSError:
        client.close()
        raise
    return client


async def _trickle(client, first, piece, pause):
    """Sends a piece now and then, for as long as the server allows."""
    loop = asyncio.get_running_loop()
    await loop.sock_sendall(client, first)
    while True:
        try:
            if not await asyncio.wait_for(loop.sock_recv(client, 4096), pause):
                return
        except asyncio.TimeoutError:
            await loop.sock_sendall(client, piece)


async def slow_header(port, number):
    await _trickle(await _connection(port, number), HEAD, b"a", 3)


async def slow_body(port, number):
    await _trickle(await _connection(port, number), BODY, b"a", 2)


async def half_open(port, number):
    client = await _connection(port, number)
    loop = asyncio.get_running_loop()
    await loop.sock_sendall(client, HEAD)
    await loop.sock_recv(client, 4096)


def slow_reader(path):
    async def read(port, number):
        client = await _connection(port, number, receive=4096)
        loop = asyncio.get_running_loop()
        await loop.sock_sendall(client, f"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n".encode() * 400)
        while await loop.sock_recv(client, 50):
            await asyncio.sleep(1)
    return read


async def _again_and_again(what, port, number, closed):
    while True:
        try:
            await what(port, number)
        except OSError:
            pass
        closed[0] += 1
        await asyncio.sleep(AGAIN)


async def _crowd(port, path, counts, ready):
    closed = [0]
    kinds = [slow_header, slow_body, slow_reader(path), half_open]
    crowd = [
        asyncio.create_task(_again_and_again(kind, port, number, closed))
        for kind, count in zip(kinds, counts) for number in range(count)]
    await asyncio.sleep(5)
    ready.set()
    await asyncio.gather(*crowd)


def _run(port, path, counts, ready):
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    asyncio.run(_crowd(port, path, counts, ready))


class Crowd:
    """So many slow heads, slow bodies, slow readers and half-open connections, all at once and again and again."""

    def __init__(self, port, path, heads=500, bodies=500, readers=100, half_open=1_200):
        ready = multiprocessing.Event()
        self._process = multiprocessing.Process(
            target=_run, args=(port, path, (heads, bodies, readers, half_open), ready), daemon=True)
        self._process.start()
        ready.wait(60)

    def end(self):
        self._process.kill()
        self._process.join()
