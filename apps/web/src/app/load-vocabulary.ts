import type { CodeCount, Page, Region, ServiceType } from '#contract';
import type { ApiClient } from '../api-client/fetch-json.ts';
import { languageNames } from '../i18n/formatters.ts';
import { type Language, languages } from '../i18n/languages.ts';
import type { Vocabulary } from '../i18n/vocabulary.tsx';

/** Loads the values of all filters, and the names of languages in the visitor's language. */
export async function loadVocabulary(language: Language, api: ApiClient): Promise<Vocabulary> {
  const [regions, services, spoken] = await Promise.all([
    api<Page<Region>>('/v1/regions'),
    api<Page<ServiceType>>('/v1/service-types'),
    api<Page<CodeCount>>('/v1/languages'),
  ]);
  return {
    regions: regions.items,
    services: services.items,
    languages: spoken.items.map(withName(language)),
  };
}

/** Removes the definitions of services; only the page of a service shows one, from its own data. */
export function withoutDefinitions(vocabulary: Vocabulary): Vocabulary {
  const services = vocabulary.services.map((service) => ({ ...service, definition: '' }));
  return { ...vocabulary, services };
}

// Browsers lack names that Node.js has, and both must render the same text.
function withName(language: Language): (spoken: CodeCount) => CodeCount {
  const displayNames = languageNames(languages[language].locale);
  return ({ code, names, count }) => ({
    code,
    names: { ...names, [language]: names[language] ?? displayNames.of(code) ?? code },
    count,
  });
}
