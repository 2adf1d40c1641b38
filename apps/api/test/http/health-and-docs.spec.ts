import request from 'supertest';
import { sharedTestApp } from '../support/test-app.ts';

const at = sharedTestApp();

describe('operation', () => {
  it('tells that it lives and is ready', async () => {
    expect((await at.api.get('/health/live')).body).toEqual({ status: 'live' });
    expect((await at.api.get('/health/ready')).body).toEqual({ status: 'ready' });
  });

  it.each([
    [
      'lacks a migration',
      `UPDATE migration SET name = '-' || name`,
      `UPDATE migration SET name = substr(name, 2)`,
    ],
    [
      'has lost a table',
      'ALTER TABLE organization RENAME TO gone',
      'ALTER TABLE gone RENAME TO organization',
    ],
  ])('is not ready while the database %s', async (_, change, undo) => {
    await at.db.query(change);
    onTestFinished(async () => {
      await at.db.query(undo);
    });
    const { status, headers, body } = await at.api.get('/health/ready');
    expect([status, body.type]).toEqual([503, '/docs/problems#unavailable']);
    expect(headers['retry-after']).toBe('5');
    expect((await at.api.get('/health/live')).status).toBe(200);
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
