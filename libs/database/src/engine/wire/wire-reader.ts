/** A client's request, split so that each part can run in one turn of the session. */
export type WireRequest =
  | { kind: 'ssl' }
  | { kind: 'cancel' }
  | { kind: 'startup' }
  | { kind: 'goodbye' }
  | { kind: 'turn'; bytes: Uint8Array; endsExchange: boolean };

const SSL_REQUEST = 80877103;
const GSS_REQUEST = 80877104;
const CANCEL_REQUEST = 80877102;
const MAX_MESSAGE_BYTES = 512 * 1024 * 1024;
const code = (letter: string): number => letter.charCodeAt(0);
const TERMINATE = code('X');
const FLUSH = code('H');
// A batch is sent to the engine as a unit: clients share one session and one unnamed statement, so
// a Parse of one client between the Parse and the Bind of another would run the wrong statement.
const BATCH_ENDS = new Set(['Q', 'S', 'F', 'd', 'c', 'f'].map(code));

/**
 * Splits the bytes of one client connection (PostgreSQL protocol 3) into requests.
 * @throws {RangeError} when a message announces an impossible length
 */
export class WireReader {
  private chunks: Buffer[] = [];
  private buffered = 0;
  private batch: Buffer[] = [];
  private started = false;

  push(chunk: Buffer): void {
    this.chunks.push(chunk);
    this.buffered += chunk.length;
  }

  /** Returns the next complete request, or undefined until more bytes arrive. */
  next(): WireRequest | undefined {
    if (!this.started) return this.nextGreeting();
    for (let message = this.takeMessage(1); message; message = this.takeMessage(1)) {
      if (message[0] === TERMINATE) return { kind: 'goodbye' };
      this.batch.push(message);
      if (message[0] === FLUSH || BATCH_ENDS.has(message[0] ?? 0)) {
        const bytes = Buffer.concat(this.batch);
        this.batch = [];
        return { kind: 'turn', bytes, endsExchange: message[0] !== FLUSH };
      }
    }
    return undefined;
  }

  private nextGreeting(): WireRequest | undefined {
    const message = this.takeMessage(0);
    if (!message) return undefined;
    const request = message.readInt32BE(4);
    if (request === SSL_REQUEST || request === GSS_REQUEST) return { kind: 'ssl' };
    if (request === CANCEL_REQUEST) return { kind: 'cancel' };
    this.started = true;
    return { kind: 'startup' };
  }

  /** Takes one message: `typeBytes`, a length that includes itself, and the rest. */
  private takeMessage(typeBytes: 0 | 1): Buffer | undefined {
    const header = typeBytes + 4;
    if (this.buffered < header) return undefined;
    if ((this.chunks[0]?.length ?? 0) < header) this.join();
    const declared = this.chunks[0]?.readInt32BE(typeBytes) ?? 0;
    if (declared < (typeBytes ? 4 : 8) || declared > MAX_MESSAGE_BYTES) {
      throw new RangeError('a message announces an impossible length');
    }
    const length = typeBytes + declared;
    if (this.buffered < length) return undefined;
    if ((this.chunks[0]?.length ?? 0) < length) this.join();
    const chunk = this.chunks[0] as Buffer;
    if (chunk.length === length) this.chunks.shift();
    else this.chunks[0] = chunk.subarray(length);
    this.buffered -= length;
    return chunk.subarray(0, length);
  }

  private join(): void {
    this.chunks = [Buffer.concat(this.chunks)];
  }
}
