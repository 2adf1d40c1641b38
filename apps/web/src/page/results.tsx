import type { HelpLine, Listing, Page, Place, ServiceType } from '#contract';
import type { PageAddress } from '../address/page-address.ts';
import { HelpLineCard } from '../listing/help-line-card.tsx';
import { ListingCard, type ListingCardProps } from '../listing/listing-card.tsx';
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
  const { answer, state } = found;
  const serviceNames = new Map(
    services?.items.map((type) => [type.code, type.names[language] ?? type.code]),
  );
  const items = answer?.items ?? [];
  const card = { serviceNames, onHighlight };
  return (
    <section id="results" className="results" aria-labelledby="results-heading" tabIndex={-1}>
      <h2 id="results-heading">
        <Heading place={answer?.place ?? null} atPosition={atPosition} />
      </h2>
      <p className="count" aria-live="polite">
        {state === 'loading' ? t('results.loading') : null}
        {state === 'done' ? t('results.count', { count: items.length }) : null}
      </p>
      <Failure found={found} />
      {answer?.widened ? <p className="note">{t('results.widened')}</p> : null}
      <OtherPlaces places={answer?.other_places ?? []} onChange={onChange} />
      {state === 'done' && items.length === 0 ? <NothingFound onChange={onChange} /> : null}
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
      <HelpFromAfar listings={answer?.remote ?? []} card={card} />
      <HelpLines lines={answer?.help_lines ?? []} />
    </section>
  );
}

function Heading({ place, atPosition }: { place: Place | null; atPosition: boolean }) {
  const { t } = useMessages();
  if (atPosition) return t('results.heading.position');
  return place ? t('results.heading.near', { place: placeText(place) }) : t('results.heading');
}

function Failure({ found: { error, retry } }: { found: FoundResults }) {
  const { t } = useMessages();
  if (!error) return null;
  return (
    <div className="problem" role="alert">
      <p>
        {t('results.failed')} {error.name === 'ProblemError' ? error.message : ''}
      </p>
      <button type="button" className="button" onClick={retry}>
        {t('results.retry')}
      </button>
    </div>
  );
}

function NothingFound({ onChange }: Pick<ResultsProps, 'onChange'>) {
  const { t } = useMessages();
  return (
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
  );
}

function HelpFromAfar({
  listings,
  card,
}: {
  listings: Listing[];
  card: Pick<ListingCardProps, 'serviceNames' | 'onHighlight'>;
}) {
  const { t } = useMessages();
  if (listings.length === 0) return null;
  return (
    <>
      <h2>{t('remote.heading')}</h2>
      <ul className="cards">
        {listings.map((listing) => (
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
  );
}

function HelpLines({ lines }: { lines: HelpLine[] }) {
  const { t } = useMessages();
  if (lines.length === 0) return null;
  return (
    <>
      <h2>{t('lines.heading')}</h2>
      <p>{t('lines.about')}</p>
      <ul className="cards">
        {lines.map((line) => (
          <HelpLineCard key={line.id} line={line} />
        ))}
      </ul>
    </>
  );
}

function OtherPlaces({ places, onChange }: { places: Place[] } & Pick<ResultsProps, 'onChange'>) {
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
