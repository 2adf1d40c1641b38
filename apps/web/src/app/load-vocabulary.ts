import type { CodeCount, Page, Region, ServiceType } from '#contract';
import type { ApiClient } from '../api-client/fetch-json.ts';
import { languageNames } from '../i18n/formatters.ts';
import { type Language, languages } from '../i18n/languages.ts';
import type { Vocabulary } from '../i18n/vocabulary.tsx';

/** The values of all filters, with a name in the reader's language for each spoken language. */
export async function loadVocabulary(language: Language, api: ApiClient): Promise<Vocabulary> {
  const [regions, services, spoken] = await Promise.all([
    api<Page<Region>>('/v1/regions'),
    api<Page<ServiceType>>('/v1/service-types'),
    api<Page<CodeCount>>('/v1/languages'),
  ]);
  return {
    regions: regions.items,
    services: services.items,
    languages: spoken.items.map(named(language)),
  };
}

/** Without the definitions of services: only the page of a service shows one, from its own data. */
export function withoutDefinitions(vocabulary: Vocabulary): Vocabulary {
  const services = vocabulary.services.map((service) => ({ ...service, definition: '' }));
  return { ...vocabulary, services };
}

// Browsers lack names that servers have, and both must render the same text.
function named(language: Language): (spoken: CodeCount) => CodeCount {
  const inOurs = languageNames(languages[language].locale);
  return ({ code, names, count }) => ({
    code,
    names: { ...names, [language]: names[language] ?? inOurs.of(code) ?? code },
    count,
  });
}
