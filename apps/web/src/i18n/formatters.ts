const cache = new Map<string, unknown>();

/** Creating a formatter costs far more than using it, so each one is cached. */
function cached<Formatter>(name: string, create: () => Formatter): Formatter {
  const known = (cache.get(name) as Formatter | undefined) ?? create();
  cache.set(name, known);
  return known;
}

/** Returns the names of languages in a locale. */
export function languageNames(locale: string): Intl.DisplayNames {
  return cached(`languages/${locale}`, () => new Intl.DisplayNames([locale], { type: 'language' }));
}

/** Returns the date formatter of a locale. */
export function dateFormat(
  locale: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const name = `date/${locale}/${JSON.stringify(options)}`;
  return cached(name, () => new Intl.DateTimeFormat(locale, options));
}

/** Returns the number formatter of a locale. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const name = `number/${locale}/${JSON.stringify(options)}`;
  return cached(name, () => new Intl.NumberFormat(locale, options));
}

/** Returns the plural rules of a locale. */
export function pluralRules(locale: string, options: Intl.PluralRulesOptions): Intl.PluralRules {
  const name = `plural/${locale}/${JSON.stringify(options)}`;
  return cached(name, () => new Intl.PluralRules(locale, options));
}
