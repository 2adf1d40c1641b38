export { type FeatureText, featureCollectionText, featureText } from './geojson.ts';
export {
  breadcrumbNode,
  collectionNode,
  facilityNode,
  listingNode,
  type NamedPage,
  organizationNode,
  type SchemaOrgContext,
  schemaOrgDocument,
} from './schema-org.ts';
export type { Node } from './schema-org-parts.ts';
export { type SitemapPage, sitemapIndexText, sitemapText } from './sitemap.ts';
export { xmlText } from './xml-text.ts';
