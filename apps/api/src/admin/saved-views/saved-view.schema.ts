import type { SavedView } from '#contract';
import {
  arrayOf,
  component,
  objectOf,
  ref,
  text,
  uuid,
} from '../../http/openapi/schema-builder.ts';
import { EXAMPLE_ID } from '../records/schema/record.schema.ts';

const example = { name: 'Never confirmed in Texas', query: 'due=never&region=US-TX' };

export const savedViewComponent = component<SavedView>(
  'SavedView',
  objectOf<SavedView>({
    id: uuid,
    name: text(),
    query: text('As in the address of GET /v1/admin/records.'),
  }),
  { id: EXAMPLE_ID, ...example },
);

export const savedViewsComponent = component<{ items: SavedView[] }>(
  'SavedViews',
  objectOf<{ items: SavedView[] }>({ items: arrayOf(ref(savedViewComponent)) }),
  { items: [{ id: EXAMPLE_ID, ...example }] },
);

export const newSavedViewComponent = component<Omit<SavedView, 'id'>>(
  'NewSavedView',
  objectOf<Omit<SavedView, 'id'>>({ name: text(), query: text() }),
  example,
);

export const removedViewComponent = component<{ id: string }>(
  'RemovedView',
  objectOf<{ id: string }>({ id: uuid }),
  { id: EXAMPLE_ID },
);
