import type { Listing } from '#contract';
import { locationText } from '../../format/distance-text.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { directionsTo } from './directions.ts';

/**
 * Shows the place, its distance and directions, and the precision of its point.
 *
 * @param brief true in a list: links to only one web map
 */
export function Place({ listing, brief }: { listing: Listing; brief: boolean }) {
  const messages = useMessages();
  const { t } = messages;
  const { location } = listing;
  if (!location) return <p className="place">{t('card.remote')}</p>;
  const { address, city, postal_code, region, visibility, precision } = location;
  const directions = listing.status === 'closed' ? null : directionsTo(location);
  const distance = locationText(listing, messages);
  return (
    <div className="place">
      <p>
        <bdi dir="ltr">
          {[address, [city, region?.slice(3), postal_code].filter(Boolean).join(' ')]
            .filter(Boolean)
            .join(', ')}
        </bdi>
        {distance ? <span className="far"> · {distance}</span> : null}
      </p>
      {visibility === 'exact' && precision === 'city' ? (
        <p className="note">
          {address ? null : `${t('address.unknown')}. `}
          {t('address.town')}
        </p>
      ) : null}
      {visibility === 'area' ? <p className="note">{t('address.private')}</p> : null}
      {visibility === 'hidden' ? <p className="note">{t('address.private.hidden')}</p> : null}
      {directions ? (
        <p className="links">
          <a href={directions.geo}>
            {t(visibility === 'exact' && address ? 'card.directions' : 'card.directions.town')}
          </a>
          {directions.web.slice(0, brief ? 1 : undefined).map(([name, url]) => (
            <a key={name} href={url} rel="noreferrer external">
              {name}
            </a>
          ))}
        </p>
      ) : null}
    </div>
  );
}
