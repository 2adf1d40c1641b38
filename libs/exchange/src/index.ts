export { type FlatValue, flatPropertiesText } from './geojson/flat-properties.ts';
export { featureCollectionText, featureText } from './geojson/geojson.ts';
export { guideBlocks } from './guide-blocks.ts';
/** @internal no route returns them yet */
export { hsdsPhoneOf, speedDialOfHsdsPhone } from './hsds-speed-dial.ts';
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
export { type SitemapPage, sitemapIndexText, sitemapTexts } from './sitemap.ts';
export { speedDialsCsv } from './speed-dial-csv.ts';
/** @internal for tests */
export { readSpelledCode, spelledCode } from './spelled-code.ts';
export { xmlText } from './xml-text.ts';
