import { sharedTestApp } from '../support/test-app.ts';

const at = sharedTestApp();

async function found(path: string): Promise<number> {
  return (await at.api.get(path)).body.items.length;
}

describe('words that people use', () => {
  it.each([
    ['abogado', 'legal'],
    ['asilo', 'legal'],
    ['comida', 'food'],
    ['bed', 'shelter'],
    ['cama', 'shelter'],
    ['kabann', 'shelter'],
    ['кровать', 'shelter'],
    ['床位', 'shelter'],
    ['سرير', 'shelter'],
    ['lawyer', 'legal'],
    ['avocat', 'legal'],
    ['وکیل', 'legal'],
    ['律师', 'legal'],
    ['diapers', 'basic-needs'],
    ['pañales', 'basic-needs'],
    ['bond', 'bond-fund'],
    ['fianza', 'bond-fund'],
    ['doctor', 'medical'],
    ['médico', 'medical'],
    ['врач', 'medical'],
  ])('%s finds what is of the kind %s', async (word, type) => {
    const query = `/v1/listings?limit=100&q=${encodeURIComponent(word)}`;
    const { body } = await at.api.get(query);
    const wanted = await found(`/v1/listings?limit=100&service=${type}`);
    expect(body.items.length).toBeGreaterThanOrEqual(wanted);
  });

  it('finds a translation', async () => {
    const { body: listing } = await at.api.get('/v1/listings/casa-alitas');
    const spanish = listing.translations.find(
      ({ language }: { language: string }) => language === 'es',
    );
    const words = spanish.text
      .match(/\p{L}{4,}/gu)
      .slice(0, 4)
      .join(' ');
    const answer = await at.api.get(`/v1/listings?q=${encodeURIComponent(words)}&status=any`);
    expect(answer.body.items.map(({ slug }: { slug: string }) => slug)).toContain('casa-alitas');
  });
});

describe('phone numbers', () => {
  it.each(['(915) 545-4509', '915.545.4509', '+1 915 545 4509', '19155454509', '545-4509'])(
    'are found in the notation %s',
    async (number) => {
      const answer = await at.api.get(`/v1/listings?limit=100&q=${encodeURIComponent(number)}`);
      const [found] = answer.body.items;
      const { body: listing } = await at.api.get(`/v1/listings/${found.slug}`);
      const numbers = listing.phones.map((phone: { number: string }) => phone.number);
      expect(numbers).toContain('+19155454509');
    },
  );
});

it.each(['566', '566%23', '%23566'])(
  'the code %s is found with and without its hash',
  async (code) => {
    const { body } = await at.api.get(`/v1/speed-dials?code=${code}`);
    expect(body.items.map((item: { code: string }) => item.code)).toEqual(['#566']);
  },
);
