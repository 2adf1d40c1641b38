import { useQuery } from '@tanstack/react-query';
import type { Page } from '#contract';
import { request } from '../../../api-client/request.ts';
import type { Choice } from '../../../form/choice-field.tsx';

const PATH = '/v1/facilities?limit=100';

/** Returns the detention facilities, by name. */
export function useFacilities(): Choice[] {
  const { data } = useQuery({
    queryKey: ['facilities'],
    queryFn: async () => (await request<Page<{ id: string; name: string }>>(PATH)).body.items,
    staleTime: 60_000,
  });
  return (data ?? []).map(({ id, name }) => ({ value: id, text: name }));
}
