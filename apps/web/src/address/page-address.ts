/** What can be shared of a search: it stands in the page's own address. A device's position never does. */
export interface PageAddress {
  near: string;
  service: string;
  region: string;
  /** null: whatever the browser prefers. */
  language: string | null;
}

/** @param query of the page, `?near=El+Paso&service=legal` */
export function readAddress(query: string): PageAddress {
  const parameters = new URLSearchParams(query);
  return {
    near: parameters.get('near') ?? '',
    service: parameters.get('service') ?? '',
    region: parameters.get('region') ?? '',
    language: parameters.get('lang'),
  };
}

/** The query for an address; what is empty is left out. */
export function writeAddress({ near, service, region, language }: PageAddress): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries({ near, service, region, lang: language })) {
    if (value) parameters.set(name, value);
  }
  const query = parameters.toString();
  return query ? `?${query}` : '/';
}
