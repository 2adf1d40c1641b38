import { component, constant, objectOf } from '../../http/openapi/schema-builder.ts';

/** The response to a suggestion that was stored. */
export interface StoredSuggestion {
  state: 'open';
}

export const storedSuggestionComponent = component<StoredSuggestion>(
  'SuggestionKept',
  objectOf<StoredSuggestion>({ state: constant('open') }),
  { state: 'open' },
);
