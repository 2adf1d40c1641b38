import { v5 as namedId } from 'uuid';
import type { SpeedDialRecord } from '#contract';

/** The part of an HSDS 3.1 phone that a speed dial code needs. */
interface HsdsPhone {
  id: string;
  number: string;
  type: 'voice';
  description: string;
  languages: { id: string; code: string }[];
  attributes: HsdsAttribute[];
}

interface HsdsAttribute {
  id: string;
  link_id: string;
  link_type: string;
  link_entity: 'phone';
  value: string;
  label: string;
}

const LINK_TYPE = 'speed_dial';
const CODE = 'code';

/**
 * Converts a speed dial code to an HSDS 3.1 phone: its number is the code, its description says
 * where it can be dialed, and its attributes state code, status and scope, so that programs can
 * tell it from an ordinary number.
 * @internal no route returns it yet
 */
export function hsdsPhoneOf({ id, code, status, scope, languages }: SpeedDialRecord): HsdsPhone {
  const where = scope === null ? 'any detention facility' : scope.join(', ');
  const attributes: [label: string, value: string][] = [
    [CODE, code],
    ['status', status],
    ...(scope ?? []).map((slug): [string, string] => ['facility', slug]),
  ];
  return {
    id,
    number: code,
    type: 'voice',
    description: `Speed dial: only from the phones of ${where}. Status: ${status}.`,
    languages: languages.map((language) => ({
      id: namedId(`language/${language}`, id),
      code: language,
    })),
    attributes: attributes.map(([label, value]) => ({
      id: namedId(`${label}/${value}`, id),
      link_id: id,
      link_type: LINK_TYPE,
      link_entity: 'phone',
      value,
      label,
    })),
  };
}

/**
 * Returns the code of a phone that is a speed dial; null for an ordinary phone.
 * @internal no route reads it yet
 */
export function speedDialOfHsdsPhone({ attributes }: Pick<HsdsPhone, 'attributes'>): string | null {
  const code = attributes.find(({ link_type, label }) => link_type === LINK_TYPE && label === CODE);
  return code?.value ?? null;
}
