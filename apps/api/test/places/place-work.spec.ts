import { captureStatements } from '../support/captured-statements.ts';
import { sharedTestApp } from '../support/test-app.ts';

const at = sharedTestApp();

const texts = [
  'El Paso',
  'Tuscon',
  'nogales sonora mexico',
  `qzxwv${' us'.repeat(31)}`,
  `qzxwv${' mexico'.repeat(13)}`,
  `san${' new'.repeat(24)}`,
  'baja california sur baja california norte sur new mexico',
  'a'.repeat(100),
];

/** The statements that look for a name, and those that read its parts. */
async function searching(
  ask: () => Promise<unknown>,
): Promise<{ text: string; values: unknown[] }[]> {
  const captured = captureStatements();
  try {
    await ask();
    return captured.take().filter(({ text }) => text.includes('place_name'));
  } finally {
    captured.stop();
  }
}

describe.each(texts)('the place name %s', (text) => {
  it.each([
    ['suggestions', `/v1/places?q=${encodeURIComponent(text)}`],
    ['nearby', `/v1/nearby?near=${encodeURIComponent(text)}`],
    ['facilities', `/v1/facilities?near=${encodeURIComponent(text)}`],
  ])('is looked for by one statement at most, in four readings at most: %s', async (_, path) => {
    const statements = await searching(async () => await at.api.get(path));
    expect(statements.length).toBeLessThanOrEqual(1);
    const readings = statements.flatMap(({ text: sql }) => sql.match(/\d+ AS reading/g) ?? []);
    expect(Math.max(0, ...readings.map((reading) => Number.parseInt(reading, 10)))).toBeLessThan(4);
  });
});

it('no name on record is longer than those that are looked for', async () => {
  const [longest] = await at.db.query(
    `SELECT max(length(name))::integer AS letters FROM place_name`,
  );
  const [name] = await at.db.query(
    `SELECT name FROM place_name ORDER BY length(name) DESC, name LIMIT 1`,
  );
  expect(longest.letters).toBeLessThanOrEqual(60);
  const { body } = await at.api.get(`/v1/places?q=${encodeURIComponent(name.name)}`);
  expect(body.items.length).toBeGreaterThan(0);
});
