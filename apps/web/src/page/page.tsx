import { lazy, Suspense, useCallback, useState } from 'react';
import type { Page as Answer, Region, ServiceType } from '#contract';
import type { PageAddress } from '../address/page-address.ts';
import { usePageAddress } from '../address/use-page-address.ts';
import { ask } from '../api/ask.ts';
import { useAnswer } from '../api/use-answer.ts';
import type { ResultsMapProps } from '../map/results-map.tsx';
import { useMessages } from '../messages/messages.tsx';
import type { RoundedPosition } from '../search/rounded-position.ts';
import { SearchForm } from '../search/search-form.tsx';
import { useFound } from '../search/use-found.ts';
import { Masthead } from './masthead.tsx';
import { Results } from './results.tsx';

const ResultsMap = lazy(() => import('../map/results-map.tsx'));

/** The search page: the list first, the map beside it, both of the same places. */
export function Page() {
  const { t } = useMessages();
  const [address, changeAddress] = usePageAddress();
  const [position, setPosition] = useState<RoundedPosition | null>(null);
  const [highlighted, setHighlighted] = useState<string | null>(null);
  const found = useFound(address, position);
  const regions = useAnswer('regions', (signal) => ask<Answer<Region>>('/v1/regions', { signal }));
  const services = useAnswer('services', (signal) =>
    ask<Answer<ServiceType>>('/v1/service-types', { signal }),
  );

  const change = (part: Partial<PageAddress>) => {
    if (part.near !== undefined) setPosition(null);
    changeAddress(part);
  };
  const select = useCallback((id: string) => {
    showCard(id);
    setHighlighted(id);
  }, []);
  return (
    <>
      <a className="skip" href="#results">
        {t('page.skipToList')}
      </a>
      <Masthead onLanguage={(language) => changeAddress({ language })} />
      <main>
        <SearchForm
          address={address}
          regions={regions.answer}
          services={services.answer}
          onChange={change}
          onPosition={(at) => {
            changeAddress({ near: '' });
            setPosition(at);
          }}
        />
        <div className="columns">
          <Results
            found={found}
            atPosition={position !== null}
            services={services.answer}
            highlighted={highlighted}
            onHighlight={setHighlighted}
            onChange={change}
          />
          <MapColumn
            listings={found.answer?.items ?? []}
            highlighted={highlighted}
            onHighlight={setHighlighted}
            onSelect={select}
          />
        </div>
      </main>
    </>
  );
}

function MapColumn(props: ResultsMapProps) {
  const { t } = useMessages();
  return (
    <section className="map-column" aria-labelledby="map-heading">
      <h2 id="map-heading" className="only-heard">
        {t('map.heading')}
      </h2>
      <Suspense fallback={<div className="map" />}>
        <ResultsMap {...props} />
      </Suspense>
    </section>
  );
}

function showCard(id: string): void {
  const card = document.getElementById(`listing-${id}`);
  card?.scrollIntoView({ block: 'start' });
  card?.querySelector('h3')?.focus({ preventScroll: true });
}
