const made = new Map<string, unknown>();

/** Making a formatter costs far more than using it, so each is made once. */
function once<Formatter>(name: string, make: () => Formatter): Formatter {
  const known = (made.get(name) as Formatter | undefined) ?? make();
  made.set(name, known);
  return known;
}

/** What languages are called in a locale. */
export function languageNames(locale: string): Intl.DisplayNames {
  return once(`languages/${locale}`, () => new Intl.DisplayNames([locale], { type: 'language' }));
}

/** Writes dates of a locale. */
export function dateFormat(
  locale: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const name = `date/${locale}/${JSON.stringify(options)}`;
  return once(name, () => new Intl.DateTimeFormat(locale, options));
}

/** Writes numbers of a locale. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const name = `number/${locale}/${JSON.stringify(options)}`;
  return once(name, () => new Intl.NumberFormat(locale, options));
}

/** Tells which form of a plural a number takes in a locale. */
export function pluralRules(locale: string, options: Intl.PluralRulesOptions): Intl.PluralRules {
  const name = `plural/${locale}/${JSON.stringify(options)}`;
  return once(name, () => new Intl.PluralRules(locale, options));
}
