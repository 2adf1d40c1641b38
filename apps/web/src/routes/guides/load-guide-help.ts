import type { Guide, HelpLine, Listing, Page, Place } from '#contract';
import { type ApiClient, ProblemError } from '../../api-client/fetch-json.ts';
import { findListings, type SearchResults } from '../../api-client/listing-search.ts';
import type { Language } from '../../i18n/languages.ts';
import { emptySearch, type SearchParameters } from '../../urls/page-url.ts';

const NEAREST = 3;

/** The help shown at one position in a guide. */
export interface HelpOffer {
  services: string[];
  lines: HelpLine[];
  /** The nearest to the place that the visitor entered; empty if there is none. */
  listings: Listing[];
}

/** The help shown in a guide. */
export interface GuideHelp {
  /** One for each help block of the guide, in order. */
  offers: HelpOffer[];
  /** The resolved place; null if none was entered or it is unknown. */
  place: Place | null;
  unknownPlace: boolean;
}

/** Loads the help for a guide, near the place in the page's URL. */
export async function loadGuideHelp(
  { blocks }: Guide,
  { near }: SearchParameters,
  { api, language }: { api: ApiClient; language: Language },
): Promise<GuideHelp> {
  const wanted = blocks.filter((block) => block.kind === 'help');
  const { items: lines } = await api<Page<HelpLine>>('/v1/help-lines?include=details');
  const found = await Promise.all(
    wanted.map(({ service_types }) =>
      nearestFor({ near, service: service_types.join(',') }, { api, language }),
    ),
  );
  return {
    offers: wanted.map(({ service_types, help_lines }, index) => ({
      services: service_types,
      lines: lines
        .filter(({ slug }) => help_lines.includes(slug))
        .map((line) => ({ ...line, sources: [] })),
      listings: (found[index]?.items ?? []).slice(0, NEAREST),
    })),
    place: found.map((one) => one?.place ?? null).find((place) => place !== null) ?? null,
    unknownPlace: near !== '' && found.every((one) => one === null),
  };
}

/** Returns null if no place was entered or it is unknown. */
async function nearestFor(
  { near, service }: { near: string; service: string },
  { api, language }: { api: ApiClient; language: Language },
): Promise<SearchResults | null> {
  if (near === '') return null;
  try {
    return await findListings({ ...emptySearch, near, service }, api, { language });
  } catch (error) {
    if (error instanceof ProblemError && error.status < 500) return null;
    throw error;
  }
}
