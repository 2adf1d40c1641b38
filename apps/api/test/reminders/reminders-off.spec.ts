import { addOrganization } from '../editing/editor.ts';
import { remindedSite } from './reminded-site.ts';

const site = remindedSite({ REMINDERS: 'off' });

it('nobody is asked while reminders are not turned on', async () => {
  await addOrganization(site.editor);
  await site.jobs.nextMorning();
  const jobs = await site.at.db.query(`SELECT name FROM pgboss.job`);
  expect([jobs, site.mails.received]).toEqual([[], []]);
});
