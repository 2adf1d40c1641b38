import { component, constant, objectOf, text } from '../../http/openapi/schema-builder.ts';

/** The response to a suggestion that was stored. */
export interface StoredSuggestion {
  state: 'open';
}

export const storedSuggestionComponent = component<StoredSuggestion>(
  'SuggestionKept',
  objectOf<StoredSuggestion>({ state: constant('open') }),
  { state: 'open' },
);

/** What the form of a page sends along, so that programs that fill in every form are held back. */
export interface SuggestionForm {
  opened: string;
}

export const suggestionFormComponent = component<SuggestionForm>(
  'SuggestionForm',
  objectOf<SuggestionForm>({ opened: text('When the form was opened, signed.') }),
  { opened: '1796083200000.n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg' },
);
