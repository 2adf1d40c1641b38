import type { AddressInfo } from 'node:net';
import request, { type Response } from 'supertest';
import type { AnyRequest } from '../support/api-client.ts';
import type { TestApp } from '../support/test-app.ts';

type Answer = Promise<Response>;

/** A browser that shows the console: it keeps cookies, and sends what pages of the site send. */
export class ConsoleClient {
  readonly cookies = new Map<string, string>();

  /** @param headers of every request, such as the address that a proxy tells */
  constructor(
    private readonly at: TestApp,
    private readonly headers: Record<string, string> = {},
  ) {}

  /** Of the pages that it shows. */
  get origin(): string {
    const { port } = this.at.app.getHttpServer().address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  get(path: string): Answer {
    return this.send({ method: 'get', path });
  }

  post(path: string, body?: object): Answer {
    return this.send({ method: 'post', path, body });
  }

  patch(path: string, body: object): Answer {
    return this.send({ method: 'patch', path, body });
  }

  delete(path: string): Answer {
    return this.send({ method: 'delete', path });
  }

  /** Goes to an address of the server, as a browser that was sent there. */
  async visit(path: string): Answer {
    const { cookies } = this;
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await request(this.at.app.getHttpServer())
      .get(path)
      .set({ cookie, 'sec-fetch-site': 'cross-site' });
    for (const line of setCookies(response)) this.store(line);
    return response;
  }

  async send(sent: AnyRequest): Answer {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = {
      'sec-fetch-site': 'same-origin',
      ...(cookie ? { cookie } : {}),
      ...this.headers,
      ...sent.headers,
    };
    const response = await this.at.api.send({ ...sent, headers });
    for (const line of setCookies(response)) this.store(line);
    return response;
  }

  private store(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (/; *max-age=0/i.test(line) || value === '') this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

/** The `Set-Cookie` lines of a response. */
export function setCookies({ headers }: Response): string[] {
  return [(headers as unknown as Record<string, string[]>)['set-cookie'] ?? []].flat();
}
