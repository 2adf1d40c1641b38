import type { FastifyInstance } from 'fastify';
import findMyWay, { type HTTPMethod, type HTTPVersion } from 'find-my-way';
import type { ResponsePolicy } from '../cache/response-policy.ts';

/** What a path offers. */
interface Resource {
  /** In alphabetical order. */
  methods: string[];
  policy: ResponsePolicy | undefined;
}

/** Finds what a path offers by any method, which the framework's router does not tell. */
export class Resources {
  private readonly methods = new Set<HTTPMethod>();
  private readonly router = findMyWay<HTTPVersion.V1>();

  /** Collects the routes that are added from now on, except the fallback for every other path. */
  constructor(fastify: FastifyInstance) {
    fastify.addHook('onRoute', ({ url, method, config }) => {
      if (isFallback(url)) return;
      for (const one of [method].flat() as HTTPMethod[]) {
        this.methods.add(one);
        this.router.on(one, url, () => {}, config?.responses);
      }
    });
  }

  /**
   * @param path as requested, without its query
   * @returns null if no method has a route there
   */
  find(path: string): Resource | null {
    const found = [...this.methods].flatMap((method) => {
      const route = this.router.find(method, path);
      return route ? [{ method, policy: route.store as ResponsePolicy | undefined }] : [];
    });
    if (found.length === 0) return null;
    return {
      methods: [...found.map(({ method }) => method), 'OPTIONS'].sort(),
      policy: found.find(({ policy }) => policy?.crossOrigin)?.policy,
    };
  }
}

/** Whether a URL pattern is that of every path without a route of its own. */
export function isFallback(pattern: string | undefined): boolean {
  return pattern === undefined || pattern === '*' || pattern === '/*';
}
