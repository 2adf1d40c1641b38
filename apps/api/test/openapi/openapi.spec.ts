import { createConfig, lintFromString } from '@redocly/openapi-core';
import { sharedTestApp } from '../support/test-app.ts';

const at = sharedTestApp();

describe('the OpenAPI document', () => {
  it('is OpenAPI 3.1 without a warning', async () => {
    const document = await at.api.document();
    expect((document as unknown as { openapi: string }).openapi).toMatch(/^3\.1\./);
    const config = await createConfig({ extends: ['recommended'] });
    const problems = await lintFromString({ source: JSON.stringify(document), config });
    expect(
      problems.map(({ message, ruleId, location }) => [ruleId, message, location[0]?.pointer]),
    ).toEqual([]);
  });

  it('has an example for every answer, and each fits its schema', async () => {
    const document = await at.api.document();
    const { Ajv2020 } = await import('ajv/dist/2020.js');
    const addFormats = (await import('ajv-formats')).default;
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    ajv.addSchema({ $id: 'https://openapi.test/', ...document });
    for (const [path, operations] of Object.entries(document.paths)) {
      for (const { responses } of Object.values(operations)) {
        for (const [type, media] of Object.entries(responses['200']?.content ?? {})) {
          const { schema, example } = media as { schema: { $ref: string }; example: unknown };
          const validate = ajv.compile({ $ref: `https://openapi.test/${schema.$ref}` });
          validate(example);
          expect([path, type, validate.errors]).toEqual([path, type, null]);
        }
      }
    }
  });
});
