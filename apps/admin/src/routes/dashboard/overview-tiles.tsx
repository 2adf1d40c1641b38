import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Overview } from '#contract';
import { useMessages } from '../../i18n/messages.tsx';

/** The numbers that matter most, each with a link to what was counted. */
export function OverviewTiles({ overview }: { overview: Overview }) {
  const { t, locale } = useMessages();
  const { queue, suggestions, changed, assigned } = overview;
  const { records, confirmed } = confirmedOf(overview);
  const share = new Intl.NumberFormat(locale, { style: 'percent' });
  return (
    <ul className="tiles">
      {queue && (
        <Tile number={sum(queue)} to="/verification" link={t('dashboard.call')}>
          {t('dashboard.due')}
        </Tile>
      )}
      {suggestions && (
        <Tile number={sum(suggestions)} to="/review" link={t('dashboard.review')}>
          {t('dashboard.suggestions')}
        </Tile>
      )}
      <Tile
        number={sum(changed)}
        to={`/records?changed_within_days=${changed.length}&sort=changed`}
        link={t('dashboard.show')}
      >
        {t('dashboard.changed')}
      </Tile>
      {assigned.total > 0 && (
        <Tile number={assigned.total} to="/records?assigned=me" link={t('dashboard.show')}>
          {t('dashboard.assigned', { due: assigned.due })}
        </Tile>
      )}
      <Tile
        number={share.format(records === 0 ? 0 : confirmed / records)}
        to="/records?due=fresh"
        link={t('dashboard.show')}
      >
        {t('dashboard.confirmed', { confirmed, records })}
      </Tile>
    </ul>
  );
}

interface TileProps {
  number: number | string;
  to: string;
  link: string;
  children: ReactNode;
}

function Tile({ number, to, link, children }: TileProps) {
  const { locale } = useMessages();
  const text = typeof number === 'number' ? number.toLocaleString(locale) : number;
  return (
    <li>
      <strong>{text}</strong>
      {children}
      <br />
      <Link to={to}>{link}</Link>
    </li>
  );
}

function sum(counts: { count: number }[]): number {
  return counts.reduce((total, { count }) => total + count, 0);
}

function confirmedOf({ records }: Overview): { records: number; confirmed: number } {
  const count = (one: (typeof records)[number]) => one.confirmed + one.due + one.never;
  return {
    records: records.reduce((total, one) => total + count(one), 0),
    confirmed: records.reduce((total, { confirmed }) => total + confirmed, 0),
  };
}
