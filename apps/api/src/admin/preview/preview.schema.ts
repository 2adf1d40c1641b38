import type { OrganizationDocument, OrganizationWithListings } from '#contract';
import { type Language, languageTags } from '#site';
import {
  component,
  enumOf,
  nullable,
  objectOf,
  ref,
  text,
  uuid,
} from '../../http/openapi/schema-builder.ts';
import { organizationWithListingsComponent } from '../../public/organizations/organization.schema.ts';
import { exampleDocuments } from '../records/schema/examples.ts';
import { documentComponents } from '../records/schema/record.schema.ts';

/** What the public would get. */
export interface Preview {
  organization: OrganizationWithListings;
  /** The page, without scripts; null where the site was not built. */
  html: string | null;
}

export const previewRequestComponent = component(
  'PreviewRequest',
  objectOf<{ id: string | null; language: Language; document: OrganizationDocument }>({
    id: nullable(uuid),
    language: enumOf(languageTags),
    document: ref(documentComponents.organization),
  }),
  { id: null, language: 'es', document: exampleDocuments.organization },
);

export const previewComponent = component<Preview>(
  'Preview',
  objectOf<Preview>({
    organization: ref(organizationWithListingsComponent),
    html: nullable(text('The page, without scripts.')),
  }),
  {
    organization: organizationWithListingsComponent.example as OrganizationWithListings,
    html: null,
  },
);
