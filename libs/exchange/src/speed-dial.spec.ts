import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import jsQR from 'jsqr';
import { encode } from 'uqr';
import { type SpeedDialRecord, speedDialPattern, speedDialStatuses } from '#contract';
import {
  featureText,
  hsdsPhoneOf,
  readSpelledCode,
  speedDialOfHsdsPhone,
  speedDialsCsv,
  spelledCode,
} from './index.ts';

const PRINTED = ['#566', '9233#', '699#', '*9233#', '2150#', '0123', '007', '*#', '##'];

const code = fc.oneof(
  fc.constantFrom(...PRINTED),
  fc
    .array(fc.constantFrom(...'0123456789#*'), { minLength: 2, maxLength: 8 })
    .map((signs) => signs.join('')),
);
/** Texts that a table or a page could take for something else. */
const text = fc.oneof(fc.string(), fc.constantFrom('=1+1', '+1', '-1', '@x', '"a";b', 'a\r\nb'));

function aDial(parts: Partial<SpeedDialRecord>): SpeedDialRecord {
  return {
    id: '5d2b1a0c-5d0a-5f0e-8a3e-0c1d2e3f4a5b',
    code: '1234#',
    status: 'unverified',
    scope: null,
    verified_at: null,
    note: null,
    owner: { kind: 'help_line', slug: 'example-line', name: 'Example Line' },
    audience: null,
    caution: null,
    service_types: [],
    languages: [],
    hours: null,
    phones: [{ number: '+19155550100', type: null, label: null, as_of: null }],
    email: null,
    website: null,
    history: [],
    source_date: null,
    sources: [],
    ...parts,
  };
}

const dial = fc
  .record({ code, note: text, status: fc.constantFrom(...speedDialStatuses) })
  .map(aDial);
const always = (property: fc.IPropertyWithHooks<unknown[]>) =>
  fc.assert(property, { numRuns: 300 });

/** What a program for tables makes of a cell when it opens a file: numbers, formulas, else text. */
function openedInATable(cell: string): string {
  if (/^[=+\-@\t\r]/.test(cell)) return '#FORMULA';
  return /^\d+$/.test(cell) ? String(Number(cell)) : cell;
}

it.each(PRINTED)('%s is a code', (printed) => {
  expect(printed).toMatch(speedDialPattern);
});

describe('a code is the same after', () => {
  it('an address', () => {
    always(
      fc.property(code, (sent) => {
        const address = new URL(
          `https://amparo.example/v1/speed-dials?${new URLSearchParams({ code: sent })}`,
        );
        expect(address.hash).toBe('');
        expect(new URL(address.href).searchParams.get('code')).toBe(sent);
        const path = new URL(`https://amparo.example/c/${encodeURIComponent(sent)}`);
        expect(decodeURIComponent(path.pathname.slice(3))).toBe(sent);
      }),
    );
  });

  it('JSON, alone and as a property of GeoJSON', () => {
    always(
      fc.property(dial, (sent) => {
        const properties = JSON.stringify(sent);
        expect(JSON.parse(properties).code).toBe(sent.code);
        const feature = featureText({ id: sent.id, longitude: -106, latitude: 31, properties });
        expect(JSON.parse(feature).properties.code).toBe(sent.code);
      }),
    );
  });

  it('a table of commas, whatever else stands in the row', () => {
    always(
      fc.property(fc.array(dial, { minLength: 1, maxLength: 4 }), (sent) => {
        const rows: Record<string, string>[] = parse(speedDialsCsv(sent), { columns: true });
        expect(rows.map((row) => row.code)).toEqual(sent.map((one) => one.code));
        expect(rows.map((row) => row.status)).toEqual(sent.map((one) => one.status));
      }),
    );
  });

  it('a program for tables, which keeps the hash, drops no zero for good, and sees no formula', () => {
    always(
      fc.property(dial, (sent) => {
        const [row = {}]: Record<string, string>[] = parse(speedDialsCsv([sent]), {
          columns: true,
        });
        const opened = Object.fromEntries(
          Object.entries(row).map(([name, cell]) => [name, openedInATable(cell)]),
        );
        expect(Object.values(opened)).not.toContain('#FORMULA');
        expect(readSpelledCode(String(opened.code_spelled))).toBe(sent.code);
        if (/[#*]/.test(sent.code)) expect(opened.code).toBe(sent.code);
        expect(opened.phones).toBe('tel:+19155550100');
      }),
    );
  });

  it('HSDS, where no ordinary phone is taken for a code', () => {
    always(
      fc.property(dial, (sent) => {
        const phone = JSON.parse(JSON.stringify(hsdsPhoneOf(sent)));
        expect(speedDialOfHsdsPhone(phone)).toBe(sent.code);
        expect(phone.number).toBe(sent.code);
        expect(phone.description).toContain('Speed dial');
        expect(speedDialOfHsdsPhone({ attributes: [] })).toBeNull();
      }),
    );
  });

  it('a picture for a camera', () => {
    fc.assert(
      fc.property(code, (sent) => {
        expect(seenByCamera(sent)).toBe(sent);
      }),
      { numRuns: 40 },
    );
  });

  it('being spelled', () => {
    always(
      fc.property(code, (sent) => {
        expect(readSpelledCode(spelledCode(sent))).toBe(sent);
      }),
    );
    expect(spelledCode('#566')).toBe('hash 5 6 6');
  });
});

/** Draws a text as our codes are drawn, and reads the picture as a camera would. */
function seenByCamera(drawn: string): string | undefined {
  const { data, size } = encode(drawn, { ecc: 'M', border: 4 });
  const scale = 4;
  const width = size * scale;
  const pixels = new Uint8ClampedArray(width * width * 4);
  for (let y = 0; y < width; y++) {
    for (let x = 0; x < width; x++) {
      const dark = data[Math.floor(y / scale)]?.[Math.floor(x / scale)];
      pixels.set(dark ? [0, 0, 0, 255] : [255, 255, 255, 255], (y * width + x) * 4);
    }
  }
  const read = jsQR as unknown as { default: typeof jsQR.default };
  return (read.default ?? jsQR)(pixels, width, width)?.data;
}
