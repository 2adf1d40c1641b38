import { Fragment } from 'react';
import type { Listing, ListingLocation } from '#contract';
import { locationText } from '../../format/distance-text.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { RecordParagraph } from '../provenance/record-text.tsx';
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
  const { address, visibility, precision } = location;
  const directions = listing.status === 'closed' ? null : directionsTo(location);
  const distance = locationText(listing, messages);
  return (
    <div className="place">
      <p>
        <bdi dir="ltr">{addressText(location)}</bdi>
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
      {brief ? null : <PlaceDetails {...location} />}
    </div>
  );
}

function PlaceDetails({
  other_addresses,
  accessibility,
}: Pick<ListingLocation, 'other_addresses' | 'accessibility'>) {
  const { t } = useMessages();
  if (other_addresses.length === 0 && accessibility.length === 0) return null;
  return (
    <dl className="facts">
      {other_addresses.map((other) => (
        <Fragment key={JSON.stringify(other)}>
          <dt>{t(other.address_type === 'postal' ? 'address.postal' : 'address.other')}</dt>
          <dd>
            <bdi dir="ltr">{addressText(other)}</bdi>
          </dd>
        </Fragment>
      ))}
      {accessibility.length > 0 ? (
        <>
          <dt>{t('card.accessibility')}</dt>
          <dd>
            {accessibility.map((text) => (
              <RecordParagraph key={text} text={text} />
            ))}
          </dd>
        </>
      ) : null}
    </dl>
  );
}

function addressText({
  address,
  city,
  region,
  postal_code,
}: Pick<ListingLocation, 'address' | 'city' | 'region' | 'postal_code'>): string {
  const town = [city, region?.slice(3), postal_code].filter(Boolean).join(' ');
  return [address, town].filter(Boolean).join(', ');
}
