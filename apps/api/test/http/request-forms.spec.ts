import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import type { Problem } from '#contract';
import { sharedTestApp } from '../support/test-app.ts';

const at = sharedTestApp();

const FACILITY = '/v1/facilities/el-paso-service-processing-center';

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Sends a request as it is written, also one that no client library would send. */
async function send(text: string | Buffer): Promise<Answer> {
  const { port } = at.app.getHttpServer().address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  socket.write(text);
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(socket, 'close');
  const [head = '', ...parts] = Buffer.concat(chunks).toString().split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const headers = lines.map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  });
  return {
    status: Number(first.split(' ')[1]),
    headers: Object.fromEntries(headers),
    body: parts.join('\r\n\r\n'),
  };
}

function request(method: string, target: string, headers: string[] = [], body = ''): string {
  const length = body ? [`Content-Length: ${Buffer.byteLength(body)}`] : [];
  const lines = [`${method} ${target} HTTP/1.1`, ...headers, ...length, 'Connection: close'];
  return `${lines.join('\r\n')}\r\n\r\n${body}`;
}

const HOST = 'Host: amparo.test';
const JSON_BODY = [HOST, 'Content-Type: application/json'];
const get = (target: string, ...headers: string[]) => request('GET', target, [HOST, ...headers]);
const post = (target: string, body: string) => request('POST', target, JSON_BODY, body);

describe('what cannot be read', () => {
  const suggestion = (text: string, slug = 'casa-alitas') =>
    post('/v1/suggestions', `{"kind":"organization","slug":"${slug}","text":"${text}"}`);

  it.each<[string, string | Buffer, number]>([
    ['NUL in words', get('/v1/listings?q=a%00b'), 400],
    ['NUL in a place', get('/v1/places?q=a%00b'), 400],
    ['NUL in a body', post('/v1/nearby', '{"near":"a\\u0000b"}'), 400],
    ['NUL in a suggestion', suggestion('wrong \\u0000'), 400],
    ['NUL in the slug of a suggestion', suggestion('wrong', 'casa\\u0000'), 400],
    ['NUL in a name', get('/v1/listings/a%00b'), 404],
    ['values nested too deeply', post('/v1/nearby', '{"a":'.repeat(2600) + '}'.repeat(2600)), 400],
    ['deep objects', post('/v1/nearby', `${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}`), 400],
    ['deep lists', post('/v1/suggestions', '['.repeat(8000) + ']'.repeat(8000)), 400],
    ['a path that is not UTF-8', get('/es/%ff'), 400],
    ['a path of the API that is not UTF-8', get('/v1/listings/%ff'), 400],
    ['a broken escape', get('/v1/listings/%zz'), 400],
    ['bytes in a path', Buffer.from('GET /es/\xff HTTP/1.1\r\nHost: a\r\n\r\n', 'latin1'), 400],
    ['two hosts', request('GET', '/v1/regions', [HOST, 'Host: evil.test']), 400],
    ['no host', request('GET', '/v1/regions'), 400],
    ['a method that does not exist', request('BREW', '/v1/regions', [HOST]), 400],
    ['headers that are too long', get('/v1/regions', `X-Long: ${'a'.repeat(20_000)}`), 431],
    ['a URL that is too long', get(`/v1/listings?q=${'a'.repeat(20_000)}`), 431],
  ])('%s is a problem with the headers of every response', async (_, text, status) => {
    const { headers, body, ...answer } = await send(text);
    expect(answer.status).toBe(status);
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['cache-control']).toBe('private, no-store');
    const problem = JSON.parse(body) as Problem;
    expect(problem).toMatchObject({ status, title: expect.any(String) });
    expect(problem.detail.length).toBeGreaterThan(10);
  });

  it('is refused in a form too', async () => {
    const form = [HOST, 'Content-Type: application/x-www-form-urlencoded'];
    const text = 'kind=organization&slug=casa-alitas&text=wrong%00';
    expect((await send(request('POST', '/es/told', form, text))).status).toBe(400);
  });
});

describe('a method', () => {
  it.each([
    ['DELETE', '/v1/regions', 'GET, HEAD, OPTIONS'],
    ['GET', '/v1/suggestions', 'OPTIONS, POST'],
    ['PUT', '/v1/nearby', 'GET, HEAD, OPTIONS, POST'],
    ['PATCH', '/es/listing/casa-alitas', 'GET, HEAD, OPTIONS'],
    ['DELETE', '/es/told', 'GET, HEAD, OPTIONS, POST'],
    ['PROPFIND', '/v1/listings/casa-alitas', 'GET, HEAD, OPTIONS'],
    ['TRACE', '/health/live', 'GET, HEAD, OPTIONS'],
  ])('%s that %s lacks is told the others', async (method, path, allowed) => {
    const { status, headers, body } = await send(request(method, path, [HOST]));
    expect([status, headers.allow]).toEqual([405, allowed]);
    expect(JSON.parse(body).detail).toContain(allowed);
  });

  it('is looked up with OPTIONS, by other sites where they may read', async () => {
    const asking = ['Origin: https://news.example', 'Access-Control-Request-Method: POST'];
    const plain = await send(request('OPTIONS', '/v1/suggestions', [HOST]));
    expect([plain.status, plain.headers.allow, plain.body]).toEqual([204, 'OPTIONS, POST', '']);
    expect(plain.headers).not.toHaveProperty('content-type');
    const foreign = await send(request('OPTIONS', '/v1/nearby', [HOST, ...asking]));
    expect(foreign.headers['access-control-allow-methods']).toContain('POST');
    expect(foreign.headers['access-control-allow-origin']).toBe('*');
    const refused = await send(request('OPTIONS', '/v1/suggestions', [HOST, ...asking]));
    expect(refused.headers).not.toHaveProperty('access-control-allow-origin');
    expect((await send(request('OPTIONS', '/nowhere', [HOST]))).status).toBe(404);
  });
});

describe('another way to write a URL', () => {
  it.each(['/es/', '/v1/regions'])('is its absolute form: %s', async (path) => {
    const absolute = await send(get(`http://amparo.test${path}`));
    const origin = await send(get(path));
    expect(absolute.status).toBe(200);
    expect(absolute.body).toBe(origin.body);
  });

  it('with a slash too many, or an id in capital letters, is redirected', async () => {
    const { id } = JSON.parse((await send(get(FACILITY))).body);
    for (const [path, location] of [
      ['/v1/regions/', '/v1/regions'],
      ['/v1/listings/?limit=1', '/v1/listings?limit=1'],
      ['/es/listing/casa-alitas/', '/es/listing/casa-alitas'],
      [`/v1/facilities/${id.toUpperCase()}?f=json`, `/v1/facilities/${id}?f=json`],
    ] as const) {
      const { status, headers } = await send(get(path));
      expect([path, status, headers.location]).toEqual([path, 308, location]);
    }
    for (const path of ['//evil.test/', '//evil.test//', '/nowhere/']) {
      expect([path, (await send(get(path))).headers.location]).toEqual([path, undefined]);
    }
  });
});

it('a type that nobody has is 406, whatever the resource', async () => {
  for (const [path, accept, status] of [
    ['/v1/regions', 'application/xml', 406],
    ['/v1/guides', 'text/csv', 406],
    ['/es/', 'application/json', 406],
    ['/sitemap.xml', 'text/html', 406],
    ['/es/', 'text/html', 200],
    ['/v1/regions', 'text/html', 200],
    ['/v1/regions', 'application/json;q=0.1', 200],
    ['/v1/listings?f=geojson&limit=1', 'application/json', 200],
  ] as const) {
    const answer = await send(get(path, `Accept: ${accept}`));
    expect([path, accept, answer.status]).toEqual([path, accept, status]);
  }
});

it('a 304 says nothing of a body that it does not have', async () => {
  const { headers } = await send(get('/v1/regions'));
  for (const path of ['/v1/regions', '/%761/regions']) {
    const again = await send(get(path, `If-None-Match: ${headers.etag}`));
    expect([path, again.status, again.body]).toEqual([path, 304, '']);
    expect(again.headers).not.toHaveProperty('content-length');
    expect(again.headers).not.toHaveProperty('content-type');
  }
});
