import { WireReader, type WireRequest } from './wire-reader.ts';

function message(type: string, body: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(type), length, Buffer.from(body)]);
}

const startup = Buffer.concat([
  Buffer.from([0, 0, 0, 9]),
  Buffer.from([0, 3, 0, 0]),
  Buffer.from([0]),
]);

/** What the reader makes of the bytes when they come in pieces of `size`. */
function readInPieces(bytes: Buffer, size: number): WireRequest[] {
  const reader = new WireReader();
  const requests: WireRequest[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    reader.push(bytes.subarray(at, at + size));
    for (let next = reader.next(); next; next = reader.next()) requests.push(next);
  }
  return requests;
}

describe('WireReader', () => {
  const batch = Buffer.concat([message('P', 'parse'), message('B', 'bind'), message('S', '')]);
  const query = message('Q', 'SELECT 1');
  const conversation = Buffer.concat([startup, batch, query, message('X', '')]);

  it.each([1, 3, 7, 10_000])('keeps a batch whole when bytes come by %i', (size) => {
    expect(readInPieces(conversation, size)).toEqual([
      { kind: 'startup' },
      { kind: 'turn', bytes: batch, endsExchange: true },
      { kind: 'turn', bytes: query, endsExchange: true },
      { kind: 'goodbye' },
    ]);
  });

  it('says that an exchange goes on after a flush', () => {
    const flushed = Buffer.concat([message('P', 'parse'), message('H', '')]);
    expect(readInPieces(Buffer.concat([startup, flushed]), 100)).toEqual([
      { kind: 'startup' },
      { kind: 'turn', bytes: flushed, endsExchange: false },
    ]);
  });

  it('refuses a message of impossible length', () => {
    const absurd = Buffer.from([0x51, 0x7f, 0xff, 0xff, 0xff]);
    expect(() => readInPieces(Buffer.concat([startup, absurd]), 100)).toThrow(RangeError);
  });
});
