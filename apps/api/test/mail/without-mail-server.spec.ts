import { ConsoleClient } from '../accounts/console-client.ts';
import { captureStatements } from '../support/captured-statements.ts';
import { startTestApp } from '../support/test-app.ts';

it('without a mail server nothing looks for jobs, and no mail can be asked for', async () => {
  const statements = captureStatements();
  onTestFinished(() => statements.stop());
  const at = await startTestApp();
  const client = new ConsoleClient(at);
  await client.get('/v1/listings');
  expect((await client.get('/v1/auth/offer')).body.password_by_mail).toBe(false);
  const body = { email: 'ana@example.org' };
  expect((await client.post('/v1/auth/request-password-reset', body)).status).toBe(404);
  await at.stop();
  const sent = statements.take().map(({ text }) => text);
  expect(sent.filter((text) => text.includes('account_')).length).toBeGreaterThan(0);
  expect(sent.filter((text) => text.includes('pgboss'))).toEqual([]);
});
