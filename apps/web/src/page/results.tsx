import type { Page, Place, ServiceType } from '#contract';
import type { PageAddress } from '../address/page-address.ts';
import { HelpLineCard } from '../listing/help-line-card.tsx';
import { ListingCard } from '../listing/listing-card.tsx';
import { useMessages } from '../messages/messages.tsx';
import { placeText } from '../search/place-field.tsx';
import type { FoundResults } from '../search/use-found.ts';

export interface ResultsProps {
  found: FoundResults;
  atPosition: boolean;
  services: Page<ServiceType> | null;
  highlighted: string | null;
  onHighlight(id: string | null): void;
  onChange(change: Partial<PageAddress>): void;
}

/** The list, with all that belongs to it: never a blank page. */
export function Results(props: ResultsProps) {
  const { found, atPosition, services, highlighted, onHighlight, onChange } = props;
  const { t, language } = useMessages();
  const { answer, state, error } = found;
  const names = new Map(
    services?.items.map((type) => [type.code, type.names[language] ?? type.code]),
  );
  const items = answer?.items ?? [];
  const remote = answer?.remote ?? [];
  const card = { serviceNames: names, onHighlight };
  return (
    <section id="results" className="results" aria-labelledby="results-heading" tabIndex={-1}>
      <h2 id="results-heading">{heading()}</h2>
      <p className="count" aria-live="polite">
        {state === 'loading' ? t('results.loading') : null}
        {state === 'done' ? t('results.count', { count: items.length }) : null}
      </p>
      {error ? (
        <div className="problem" role="alert">
          <p>
            {t('results.failed')} {error.name === 'ProblemError' ? error.message : ''}
          </p>
          <button type="button" className="button" onClick={found.retry}>
            {t('results.retry')}
          </button>
        </div>
      ) : null}
      {answer?.widened ? <p className="note">{t('results.widened')}</p> : null}
      <OtherPlaces places={answer?.other_places ?? []} onChange={onChange} />
      {state === 'done' && items.length === 0 ? (
        <div className="problem">
          <p>{t('results.empty')}</p>
          <button
            type="button"
            className="button"
            onClick={() => onChange({ service: '', region: '' })}
          >
            {t('results.resetFilters')}
          </button>
        </div>
      ) : null}
      <ol className="cards">
        {items.map((listing, index) => (
          <ListingCard
            key={listing.id}
            {...card}
            listing={listing}
            position={typeof listing.location?.latitude === 'number' ? index + 1 : null}
            highlighted={listing.id === highlighted}
          />
        ))}
      </ol>
      {found.more ? (
        <button type="button" className="button" onClick={found.more}>
          {t('results.more')}
        </button>
      ) : null}
      {remote.length > 0 ? (
        <>
          <h2>{t('remote.heading')}</h2>
          <ul className="cards">
            {remote.map((listing) => (
              <ListingCard
                key={listing.id}
                {...card}
                listing={listing}
                position={null}
                highlighted={false}
              />
            ))}
          </ul>
        </>
      ) : null}
      {answer && answer.help_lines.length > 0 ? (
        <>
          <h2>{t('lines.heading')}</h2>
          <p>{t('lines.about')}</p>
          <ul className="cards">
            {answer.help_lines.map((line) => (
              <HelpLineCard key={line.id} line={line} />
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );

  function heading(): string {
    if (atPosition) return t('results.heading.position');
    const place = answer?.place;
    return place ? t('results.heading.near', { place: placeText(place) }) : t('results.heading');
  }
}

function OtherPlaces({
  places,
  onChange,
}: {
  places: Place[];
  onChange(change: Partial<PageAddress>): void;
}) {
  const { t } = useMessages();
  if (places.length === 0) return null;
  return (
    <div className="others">
      <p>{t('results.others')}</p>
      <ul>
        {places.map((place) => (
          <li key={place.id}>
            <button
              type="button"
              className="button quiet"
              onClick={() => onChange({ near: placeText(place) })}
            >
              {placeText(place)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
