import request from 'supertest';
import { sharedTestApp } from '../support/test-app.ts';

const at = sharedTestApp();

describe('operation', () => {
  it('tells that it lives and is ready', async () => {
    expect((await at.api.get('/health/live')).body).toEqual({ status: 'live' });
    expect((await at.api.get('/health/ready')).body).toEqual({ status: 'ready' });
  });

  it('has a page to try the API, from our own origin', async () => {
    const server = request(at.app.getHttpServer());
    const page = await server.get('/docs');
    expect(page.status).toBe(200);
    const parts = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, part]) =>
      String(part),
    );
    expect(parts.length).toBeGreaterThan(2);
    for (const part of parts) {
      expect(part).not.toMatch(/^(https?:)?\/\//);
      const address = new URL(part, 'http://localhost/docs').pathname;
      expect([part, (await server.get(address)).status]).toEqual([part, 200]);
    }
    expect(page.text).not.toMatch(/<script(?![^>]*src)[^>]*>|<style/);
  });
});
