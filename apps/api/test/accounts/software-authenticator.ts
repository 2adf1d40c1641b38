import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const HAS_CREDENTIAL = 0x40;

/** A device with one passkey, for WebAuthn without a browser (https://www.w3.org/TR/webauthn-3/). */
export class SoftwareAuthenticator {
  private readonly id = randomBytes(16);
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });

  /**
   * @param origin of the page that asks
   * @param checksUser whether it asks for a PIN or a finger
   */
  constructor(
    private readonly origin: string,
    private readonly checksUser = true,
  ) {}

  /** Makes the passkey, as `navigator.credentials.create` does. */
  register({ challenge, rp }: { challenge: string; rp: { id: string } }) {
    const authData = Buffer.concat([
      this.head(rp.id, HAS_CREDENTIAL),
      Buffer.alloc(16),
      Buffer.from([0, this.id.length]),
      this.id,
      this.publicKey(),
    ]);
    // { fmt: 'none', attStmt: {}, authData }
    const attestation = Buffer.concat([
      Buffer.from([0xa3]),
      text('fmt'),
      text('none'),
      text('attStmt'),
      Buffer.from([0xa0]),
      text('authData'),
      bytes(authData),
    ]);
    return this.credential({
      clientDataJSON: this.clientData('webauthn.create', challenge),
      attestationObject: attestation.toString('base64url'),
      transports: ['internal'],
    });
  }

  /** Signs in, as `navigator.credentials.get` does. */
  authenticate({ challenge, rpId }: { challenge: string; rpId: string }) {
    const authData = this.head(rpId, 0);
    const clientDataJSON = this.clientData('webauthn.get', challenge);
    const hash = createHash('sha256').update(Buffer.from(clientDataJSON, 'base64url')).digest();
    const signature = sign('sha256', Buffer.concat([authData, hash]), this.keys.privateKey);
    return this.credential({
      clientDataJSON,
      authenticatorData: authData.toString('base64url'),
      signature: signature.toString('base64url'),
    });
  }

  private credential(response: object) {
    const id = this.id.toString('base64url');
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
  }

  private head(rpId: string, flags: number): Buffer {
    const userFlags = USER_PRESENT | (this.checksUser ? USER_VERIFIED : 0);
    const counter = Buffer.alloc(4);
    return Buffer.concat([
      createHash('sha256').update(rpId).digest(),
      Buffer.from([flags | userFlags]),
      counter,
    ]);
  }

  private clientData(type: string, challenge: string): string {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.origin })).toString(
      'base64url',
    );
  }

  /** As a COSE key: { 1: 2, 3: -7, -1: 1, -2: x, -3: y } */
  private publicKey(): Buffer {
    const { x = '', y = '' } = this.keys.publicKey.export({ format: 'jwk' });
    return Buffer.concat([
      Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
      bytes(Buffer.from(x, 'base64url')),
      Buffer.from([0x22]),
      bytes(Buffer.from(y, 'base64url')),
    ]);
  }
}

function text(value: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)]);
}

function bytes(value: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0x58, value.length]), value]);
}
