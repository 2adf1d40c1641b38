import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRecords } from './records.ts';

const facts = join(process.cwd(), '../shared/facts/organizations.json');

interface Fact {
  name: string | null;
  seed_line?: string | null;
  unconfirmed_candidates?: { value: string }[];
  phones?: { number_e164: string }[];
  detention_speed_dial?: string | null;
}

// The facts lie beside the project only where it is made; the records here stand for themselves.
(existsSync(facts) ? describe : describe.skip)(
  'the records, beside the facts they were made from',
  () => {
    const from = existsSync(facts) ? JSON.parse(readFileSync(facts, 'utf8')) : {};

    it('are all there', () => {
      const organizations: Fact[] = [...from.organizations, ...from.more_organizations];
      expect(readRecords('organizations').map(({ name }) => name)).toEqual(
        organizations.map(({ name }) => name),
      );
      expect(readRecords('help-lines').map(({ name }) => name)).toEqual(
        from.help_lines.map(({ name }: Fact) => name),
      );
      expect(readRecords('facilities').map(({ name }) => name)).toEqual(
        from.detention_facilities.map(({ name }: Fact) => name),
      );
      expect(readRecords('service-types')).toHaveLength(from.service_types.length);
      expect(readRecords('regions').map(({ code }) => code)).toEqual(
        from.regions.map(({ code }: { code: string }) => code),
      );
    });

    it('have every number and code as it is printed', () => {
      const organizations: Fact[] = [...from.organizations, ...from.more_organizations];
      expect(
        readRecords('organizations').map(({ phones }) => phones.map(({ number }) => number)),
      ).toEqual(organizations.map(({ phones }) => phones?.map(({ number_e164 }) => number_e164)));
      expect(readRecords('help-lines').map(({ speed_dial }) => speed_dial?.code ?? null)).toEqual(
        from.help_lines.map(({ detention_speed_dial }: Fact) => detention_speed_dial),
      );
    });

    it('have nothing of what nobody could confirm', () => {
      for (const [kind, list] of [
        ['organizations', [...from.organizations, ...from.more_organizations]],
        ['help-lines', from.help_lines],
      ] as ['organizations' | 'help-lines', Fact[]][]) {
        const records: { name: string | null }[] = readRecords(kind);
        list.forEach(({ unconfirmed_candidates = [] }, index) => {
          const text = JSON.stringify(records[index]);
          for (const { value } of unconfirmed_candidates) {
            if (/^\+?\d{8,}$/.test(value))
              expect(text.replace(/\D/g, '')).not.toContain(value.replace(/\D/g, '').slice(-10));
          }
        });
      }
    });
  },
);

describe('the records', () => {
  it('name a source for everything that is published', () => {
    for (const { slug, sources } of readRecords('organizations')) {
      expect([slug, sources.length > 0]).toEqual([slug, true]);
    }
    for (const { slug, sources, published } of readRecords('help-lines')) {
      if (published) expect([slug, sources.length > 0]).toEqual([slug, true]);
    }
  });

  it('hold no street, code or point of a private place', () => {
    for (const { slug, locations } of readRecords('organizations')) {
      for (const { visibility, address, postal_code, point } of locations) {
        if (visibility !== 'exact')
          expect([slug, address, postal_code, point]).toEqual([slug, null, null, null]);
      }
    }
  });
});
