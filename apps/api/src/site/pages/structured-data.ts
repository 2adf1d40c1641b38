import {
  breadcrumbNode,
  collectionNode,
  facilityNode,
  listingNode,
  type NamedPage,
  type Node,
  organizationNode,
  type SchemaOrgContext,
  schemaOrgDocument,
} from '#exchange';
import { breadcrumbs, type LoadedPage, localizedName, pageUrl } from '#site';

/**
 * Describes a page about one resource as schema.org JSON-LD; null for other pages.
 *
 * @param origin `https://amparo.example`
 */
export function structuredDataOf(loaded: LoadedPage, origin: string): Node | null {
  const steps = breadcrumbs(loaded).map(({ name, path }) => ({ name, url: origin + path }));
  const here = steps.at(-1);
  const thing = here ? thingOf(loaded, here, origin) : null;
  return thing ? schemaOrgDocument([thing, breadcrumbNode(steps)]) : null;
}

function thingOf(loaded: LoadedPage, here: NamedPage, origin: string): Node | null {
  const { address, data, vocabulary } = loaded;
  const { language } = address;
  const context: SchemaOrgContext = {
    page: here.url,
    regionName: (code) => {
      const region = vocabulary.regions.find((one) => one.code === code);
      return region ? localizedName(language, 'region', region) : code;
    },
  };
  const pageOf = ({ name, slug }: { name: string; slug: string }): NamedPage => ({
    name,
    url: origin + pageUrl(language, 'listing', slug),
  });
  switch (data.page) {
    case 'listing':
      return listingNode(data.listing, context);
    case 'organization':
      return organizationNode(data.organization, context);
    case 'facility':
      return facilityNode(data.help.facility, context);
    case 'state': {
      const about = { '@type': 'AdministrativeArea', name: here.name };
      return collectionNode(here.name, here.url, about, data.found.items.map(pageOf));
    }
    case 'service': {
      const about = { '@type': 'Service', name: here.name, description: data.service.definition };
      return collectionNode(here.name, here.url, about, data.found.items.map(pageOf));
    }
    default:
      return null;
  }
}
