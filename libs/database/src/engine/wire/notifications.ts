const NOTIFICATION = 'A'.charCodeAt(0);
const LISTEN = /^\s*LISTEN\s/i;

/** The engine's answer, with the notifications (which belong to all who listen) taken out. */
export function splitNotifications(bytes: Buffer): { answer: Buffer; notifications: Buffer[] } {
  const notifications: Buffer[] = [];
  const rest: Buffer[] = [];
  let restStart = 0;
  for (let at = 0; at + 5 <= bytes.length; ) {
    const end = at + 1 + bytes.readInt32BE(at + 1);
    if (bytes[at] === NOTIFICATION) {
      rest.push(bytes.subarray(restStart, at));
      notifications.push(bytes.subarray(at, end));
      restStart = end;
    }
    at = end;
  }
  if (notifications.length === 0) return { answer: bytes, notifications };
  rest.push(bytes.subarray(restStart));
  return { answer: Buffer.concat(rest), notifications };
}

/** True when a simple query, or a Parse of an unnamed statement, begins with LISTEN. */
export function asksToListen(bytes: Uint8Array): boolean {
  const start = bytes[0] === 'P'.charCodeAt(0) ? 6 : 5;
  return LISTEN.test(Buffer.from(bytes.subarray(start, start + 64)).toString('latin1'));
}
