import { component, objectOf } from '../../http/openapi/schema-builder.ts';

/** Where the browser has to go. */
export interface ProviderUrl {
  url: string;
}

export const providerUrlComponent = component<ProviderUrl>(
  'ProviderUrl',
  objectOf<ProviderUrl>({
    url: { type: 'string', format: 'uri', description: 'Of the provider; the browser goes there.' },
  }),
  { url: 'https://login.example.org/authorize?client_id=amparo' },
);
