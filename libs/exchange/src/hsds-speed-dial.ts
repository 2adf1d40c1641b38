import { v5 as namedId } from 'uuid';
import type { SpeedDialRecord } from '#contract';

/** A phone of HSDS 3.1, as far as a code needs it. */
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
 * A code as HSDS 3.1 can tell it: a phone whose number is the code, whose description says where it
 * can be dialled, and whose attributes name code, status and scope, so that nobody needs to guess
 * that it is no ordinary number.
 * @internal no route gives it yet
 */
export function hsdsPhoneOf({ id, code, status, scope, languages }: SpeedDialRecord): HsdsPhone {
  const where = scope === null ? 'any detention facility' : scope.join(', ');
  const told: [label: string, value: string][] = [
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
    attributes: told.map(([label, value]) => ({
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
 * The code of a phone that is a speed dial; null for an ordinary phone.
 * @internal no route reads it yet
 */
export function speedDialOfHsdsPhone({ attributes }: Pick<HsdsPhone, 'attributes'>): string | null {
  const code = attributes.find(({ link_type, label }) => link_type === LINK_TYPE && label === CODE);
  return code?.value ?? null;
}
