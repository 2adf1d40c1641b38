import type { ReactNode } from 'react';
import type { Difference } from '#contract';
import { useMessages } from '../i18n/messages.tsx';

interface DifferenceListProps {
  differences: Difference[];
  /** What stands before one of them, a check box for example. */
  before?: (difference: Difference) => ReactNode;
}

/** What differs between two states of a record, field by field. */
export function DifferenceList({ differences, before }: DifferenceListProps) {
  const { t } = useMessages();
  if (differences.length === 0) return <p className="hint">{t('difference.none')}</p>;
  return (
    <dl className="values">
      {differences.map((difference) => (
        <div key={`${difference.path} ${difference.change}`}>
          <dt>
            {before?.(difference)}
            <code>{pathText(difference.path)}</code>{' '}
            {difference.change === 'moved' && t('difference.moved')}
          </dt>
          {difference.change !== 'moved' && (
            <dd>
              {difference.before !== null && <del>{valueText(difference.before)}</del>}{' '}
              {difference.after !== null && <ins>{valueText(difference.after)}</ins>}
              {difference.after === null && t('difference.nothing')}
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

/** A path without the ids of parts, which mean nothing to people. */
function pathText(path: string): string {
  const names = path.split('/').filter((name) => name !== '' && !/^[0-9a-f-]{36}$/.test(name));
  return names.join(' › ').replaceAll('_', ' ');
}

function valueText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return value.map(valueText).join(', ');
  return Object.entries(value)
    .filter(([name, part]) => name !== 'id' && part !== null && valueText(part) !== '')
    .map(([name, part]) => `${name.replaceAll('_', ' ')}: ${valueText(part)}`)
    .join('; ');
}
