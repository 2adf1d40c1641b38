import { useQuery } from '@tanstack/react-query';
import { request } from '../../../api-client/request.ts';
import type { Choice } from '../../../form/choice-field.tsx';
import { useMessages } from '../../../i18n/messages.tsx';

interface Term {
  code: string;
  names: Record<string, string>;
}

/** Returns the values of a vocabulary, such as `service-types`, in the language of the console. */
export function useVocabulary(name: 'service-types' | 'regions'): Choice[] {
  const { language } = useMessages();
  const { data } = useQuery({
    queryKey: ['vocabulary', name],
    queryFn: async () => (await request<{ items: Term[] }>(`/v1/${name}`)).body.items,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (data ?? []).map(({ code, names }) => ({
    value: code,
    text: names[language] ?? names.en ?? code,
  }));
}
