import { useQuery } from '@tanstack/react-query';
import {
  type BulkAction,
  type BulkChange,
  type BulkField,
  bulkFields,
  confidences,
} from '#contract';
import { listAssignees } from '../../../api-client/record-lists.ts';
import type { Choice } from '../../../form/choice-field.tsx';
import { type MessageKey, useMessages } from '../../../i18n/messages.tsx';
import { useVocabulary } from '../../record/parts/use-vocabulary.ts';

/** Something that can be done with many records. */
export interface BulkChoice {
  /** Also its key. */
  name: string;
  action: BulkAction;
  field: BulkField | null;
}

const choiceOf = (action: BulkAction, field: BulkField | null): BulkChoice => ({
  name: field ? `${action}.${field}` : action,
  action,
  field,
});

/** Everything that can be done with many records. */
export const bulkChoices: BulkChoice[] = [
  choiceOf('assign', null),
  choiceOf('request_verification', null),
  ...bulkFields.list.flatMap((field) => [choiceOf('add', field), choiceOf('remove', field)]),
  ...bulkFields.set.map((field) => choiceOf('set', field)),
];

/** Returns what a choice is called. */
export function bulkText({ action, field }: Pick<BulkChange, 'action' | 'field'>): MessageKey {
  return `bulk.${choiceOf(action, field).name}` as MessageKey;
}

/** Returns the values that there are for a choice; null: any text, or none is needed. */
export function useBulkValues({ action, field }: BulkChoice): Choice[] | null {
  const { t } = useMessages();
  const regions = useVocabulary('regions');
  const services = useVocabulary('service-types');
  const { data: people = [] } = useQuery({
    queryKey: ['assignees'],
    queryFn: listAssignees,
    staleTime: 60_000,
  });
  if (action === 'assign') return people.map(({ id, name }) => ({ value: id, text: name }));
  if (field === 'regions') return regions;
  if (field === 'service_types') return services;
  if (field !== 'confidence') return null;
  return confidences.map((value) => ({ value, text: t(`confidence.${value}`) }));
}
