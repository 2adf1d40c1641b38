import type { OrganizationReference } from './record-parts.ts';

/** A source's statement that an organization works in a facility. */
export interface Statement {
  /** In the words of the record, in English. */
  statement: string;
  /** null: the source was seen, but has no public address. */
  source_url: string | null;
  /** ISO 8601 date of the source, as precise as the source gives it; null if undated. */
  as_of: string | null;
}

/** An organization stated to work in a facility. */
export interface FacilityServer extends Statement {
  organization: OrganizationReference;
}

/** A facility where an organization is stated to work. */
export interface ServedFacility extends Statement {
  facility: { slug: string; name: string };
}
