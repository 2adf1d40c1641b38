import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import request, { type Response, type Test } from 'supertest';

interface OpenApiDocument {
  paths: Record<string, Record<string, { responses: Record<string, { content?: object }> }>>;
  components: object;
}

/** A request with any method, with a body where that is given. */
export interface AnyRequest {
  method: 'get' | 'post' | 'patch' | 'put' | 'delete';
  path: string;
  body?: unknown;
  headers?: Record<string, string>;
}

export interface ApiClient {
  send(request: AnyRequest): Promise<Response>;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  put(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  delete(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  document(): Promise<OpenApiDocument>;
}

/** Asks an application over HTTP. An answer that its OpenAPI document does not describe fails. */
export function apiClient(app: NestFastifyApplication): ApiClient {
  const server = app.getHttpServer();
  const validators = new Map<string, ValidateFunction>();
  let document: Promise<OpenApiDocument> | null = null;
  const read = async () => (await request(server).get('/openapi.json')).body as OpenApiDocument;
  const documentOnce = () => (document ??= read());

  const ask = async (test: Test, method: string, path: string) => {
    const response = await test.buffer(true).parse(parseJson);
    if (response.status !== 304) {
      describeOrFail({ response, method, path, document: await documentOnce(), validators });
    }
    return response;
  };
  const send =
    (method: 'post' | 'put' | 'delete') =>
    (path: string, body: unknown, headers: Record<string, string> = {}) =>
      ask(
        request(server)
          [method](path)
          .set(headers)
          .send(body as object),
        method,
        path,
      );
  return {
    document: documentOnce,
    send: ({ method, path, body, headers = {} }) => {
      const test = request(server)[method](path).set(headers);
      return ask(body === undefined ? test : test.send(body as object), method, path);
    },
    get: (path, headers = {}) => ask(request(server).get(path).set(headers), 'get', path),
    post: send('post'),
    put: send('put'),
    delete: send('delete'),
  };
}

interface Answered {
  response: Response;
  method: string;
  path: string;
  document: OpenApiDocument;
  validators: Map<string, ValidateFunction>;
}

function describeOrFail({ response, method, path, document, validators }: Answered): void {
  const route = routeOf(path, document);
  const type = String(response.headers['content-type']).split(';')[0] ?? '';
  if (!route) {
    expect([response.status, type]).toEqual([404, 'application/problem+json']);
    return;
  }
  const responses = document.paths[route]?.[method]?.responses ?? {};
  if (response.status === 308) {
    expect({ path, documented: Object.keys(responses) }).toEqual({
      path,
      documented: expect.arrayContaining(['308']),
    });
    return;
  }
  const status = String(response.status) in responses ? String(response.status) : 'default';
  const pointer = ['paths', route, method, 'responses', status, 'content', type, 'schema'];
  const key = `#/${pointer.map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`;
  let validate = validators.get(key);
  if (!validate) {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    ajv.addSchema({ $id: 'https://openapi.test/', ...document });
    validate = ajv.compile({ $ref: `https://openapi.test/${encodeURI(key)}` });
    validators.set(key, validate);
  }
  validate(response.body);
  expect({ path, errors: validate.errors }).toEqual({ path, errors: null });
}

function routeOf(path: string, document: OpenApiDocument): string | undefined {
  const asked = path.split('?')[0] ?? '';
  const routes = Object.keys(document.paths);
  return (
    routes.find((route) => route === asked) ??
    routes.find((route) => new RegExp(`^${route.replace(/\{[^}]+\}/g, '[^/]+')}$`).test(asked))
  );
}

function parseJson(response: Response, done: (error: Error | null, body: unknown) => void): void {
  const chunks: Buffer[] = [];
  response.on('data', (chunk: Buffer) => chunks.push(chunk));
  response.on('end', () => {
    const text = Buffer.concat(chunks).toString();
    try {
      done(null, text === '' ? {} : JSON.parse(text));
    } catch {
      done(new Error(`Not JSON: ${text.slice(0, 200)}`), null);
    }
  });
}
