/**
 * Formats a phone number as usual in its country.
 *
 * @param number E.164
 */
export function phoneText(number: string): string {
  const american = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number);
  if (american) return `(${american[1]}) ${american[2]}-${american[3]}`;
  const mexican = /^\+52(55|33|81|56)(\d{4})(\d{4})$/.exec(number);
  if (mexican) return `+52 ${mexican.slice(1).join(' ')}`;
  const state = /^\+52(\d{3})(\d{3})(\d{4})$/.exec(number);
  return state ? `+52 ${state.slice(1).join(' ')}` : number;
}
