import type { Facility, Listing, Organization, OrganizationWithListings } from '#contract';
import {
  closedHours,
  geoCoordinates,
  hoursInWords,
  isFullDate,
  known,
  type Node,
  postalAddress,
} from './schema-org-parts.ts';

/** Context that the mappers need. */
export interface SchemaOrgContext {
  /** URL of the page about the resource. */
  page: string;
  /** Returns the name of a region in the language of the page. */
  regionName(code: string): string;
}

/** A breadcrumb, or an entry of a list. */
export interface NamedPage {
  name: string;
  url: string;
}

/**
 * Describes a listing as a schema.org `LegalService`, `Organization` and `Place`, or only `Place`
 * once it has closed. `NGO` is never used, because some listings are offices of states or of the
 * United Nations.
 */
export function listingNode(listing: Listing, context: SchemaOrgContext): Node {
  const { name, location, status, website } = listing;
  const place = location
    ? {
        address: postalAddress(location, context.regionName),
        geo: geoCoordinates(location),
      }
    : {};
  return known({
    '@type': typeOf(listing),
    name,
    mainEntityOfPage: context.page,
    ...place,
    ...(status === 'closed'
      ? closedPart(listing)
      : { url: website, ...openPart(listing, context) }),
  });
}

/** Describes an organization with the places where it helps, except closed ones. */
export function organizationNode(
  organization: OrganizationWithListings,
  context: SchemaOrgContext,
): Node {
  const { name, aliases, regions, website, email, status, listings } = organization;
  const closed = status === 'closed';
  return known({
    '@type': 'Organization',
    name,
    alternateName: aliases,
    mainEntityOfPage: context.page,
    url: website,
    description: descriptionOf(organization),
    email: closed ? null : email,
    areaServed: closed ? null : areas(regions, context),
    location: closed ? null : placesOf(listings, context),
  });
}

/** Describes a detention facility as a `Place`, without its point, whose precision is unknown. */
export function facilityNode(facility: Facility, { page, regionName }: SchemaOrgContext): Node {
  const { name, phone } = facility;
  return known({
    '@type': 'Place',
    name,
    mainEntityOfPage: page,
    address: postalAddress(facility, regionName),
    telephone: phone,
  });
}

/** Describes a page that lists others: all help in a state, or of one kind. */
export function collectionNode(name: string, page: string, about: Node, items: NamedPage[]): Node {
  return {
    '@type': 'CollectionPage',
    name,
    url: page,
    about,
    mainEntity: {
      '@type': 'ItemList',
      itemListElement: items.map((item, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        ...item,
      })),
    },
  };
}

/** Describes the breadcrumbs of a page. */
export function breadcrumbNode(steps: NamedPage[]): Node {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ name, url }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: url,
    })),
  };
}

/** Builds a JSON-LD document of several nodes. */
export function schemaOrgDocument(nodes: Node[]): Node {
  return { '@context': 'https://schema.org', '@graph': nodes };
}

function typeOf({ location, service_types, status }: Listing): string | string[] {
  if (status === 'closed') return location ? 'Place' : 'Organization';
  if (service_types.includes('legal')) return 'LegalService';
  return location ? ['Organization', 'Place'] : 'Organization';
}

function openPart(listing: Listing, context: SchemaOrgContext): Node {
  const { organization, description, phones, email, languages, serves, location } = listing;
  const hours = listing.status === 'active' ? hoursInWords(listing.hours) : null;
  const contacts = phones.length > 0 ? phones : languages.length > 0 ? [null] : [];
  return {
    description,
    parentOrganization: { '@type': 'Organization', name: organization.name },
    telephone: phones[0]?.number,
    email,
    areaServed: areas(serves, context),
    openingHoursSpecification: location ? hours : null,
    contactPoint: contacts.map((phone) =>
      known({
        '@type': 'ContactPoint',
        name: phone?.label,
        telephone: phone?.number,
        availableLanguage: languages,
        hoursAvailable: location ? null : hours,
      }),
    ),
  };
}

function closedPart({ location, notice, description }: Listing): Node {
  const words = [notice?.what_happened, notice?.still_there].filter(Boolean).join(' ');
  const since = isFullDate(notice?.closed_on) ? notice.closed_on : null;
  return {
    description: words || description,
    openingHoursSpecification: location ? closedHours(since) : null,
    additionalProperty: location
      ? { '@type': 'PropertyValue', name: 'status', value: 'closed' }
      : null,
  };
}

function descriptionOf({ status, status_note, description }: Organization): string | null {
  return status === 'closed' ? (status_note ?? description) : description;
}

function areas(codes: string[], { regionName }: SchemaOrgContext): Node[] {
  return codes.map((code) => ({ '@type': 'AdministrativeArea', name: regionName(code) }));
}

function placesOf(listings: Listing[], { regionName }: SchemaOrgContext): Node[] {
  return listings
    .filter(({ status }) => status !== 'closed')
    .flatMap(({ name, location }) => (location ? [{ name, location }] : []))
    .map(({ name, location }) =>
      known({
        '@type': 'Place',
        name,
        address: postalAddress(location, regionName),
        geo: geoCoordinates(location),
      }),
    );
}
