import { sharedTestApp } from '../support/test-app.ts';

const at = sharedTestApp();

it('has the lines that can be dialled from detention, codes as printed, doubts told', async () => {
  const { body } = await at.api.get('/v1/help-lines?dialable_from=detention&include=details');
  const codes = body.items.flatMap((line: { speed_dials: { code: string }[] }) =>
    line.speed_dials.map(({ code }) => code),
  );
  expect(codes.sort()).toEqual(['#566', '2150#', '699#', '9116#', '9233#']);
  const unhcr = body.items.find(({ slug }: { slug: string }) => slug === 'unhcr-detention-hotline');
  expect(unhcr.speed_dials[0].note).toContain('566#');
  const every = await at.api.get('/v1/help-lines?include=details,sources');
  expect(every.body.items).toHaveLength(14);
  expect(JSON.stringify(every.body)).not.toContain('Help to find services near you');
});
