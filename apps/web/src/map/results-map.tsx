import 'leaflet/dist/leaflet.css';
import { useEffect, useRef, useState } from 'react';
import { useMessages } from '../i18n/messages.tsx';
import { useVocabulary } from '../i18n/vocabulary.tsx';
import { pageUrl } from '../urls/page-url.ts';
import type { MapEvents, ResultsMapProps } from './map-props.ts';
import { MapView } from './map-view.ts';
import { useStreetTiles } from './use-street-tiles.ts';

/** The map next to the list: the same places with the same numbers, and everything else nearby. */
export default function ResultsMap(props: ResultsMapProps) {
  const { listings, highlighted, area, viewportData, streets, onArea } = props;
  const { t } = useMessages();
  const [moved, setMoved] = useState<string | null>(null);
  const [container, view] = useMapView(props, setMoved);
  const [streetsOn, setStreetsOn] = useStreetTiles(viewportData === null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the view is made before this runs
  useEffect(
    function showListings() {
      view.current?.show(listings, area);
      view.current?.showViewportData(viewportData);
      setMoved(null);
    },
    [listings, area, viewportData],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: the view is made before this runs
  useEffect(
    function followHighlight() {
      view.current?.highlight(highlighted);
    },
    [highlighted],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: the view is made before this runs
  useEffect(
    function showStreets() {
      view.current?.showStreets(streetsOn ? streets : null);
    },
    [streets, streetsOn],
  );

  return (
    <div className="map-frame">
      {/* biome-ignore lint/a11y/useSemanticElements: Leaflet needs an element of its own */}
      <div className="map" dir="ltr" ref={container} role="region" aria-label={t('map.label')} />
      {streets ? <StreetsChoice isOn={streetsOn} onChange={setStreetsOn} /> : null}
      {moved && onArea ? (
        <SearchAreaButton
          onPress={() => {
            // The button disappears when pressed, so the focus moves to the map.
            container.current?.focus({ preventScroll: true });
            onArea(moved);
          }}
        />
      ) : null}
    </div>
  );
}

function StreetsChoice({ isOn, onChange }: { isOn: boolean; onChange(isOn: boolean): void }) {
  const { t } = useMessages();
  return (
    <label className="streets-choice">
      <input type="checkbox" checked={isOn} onChange={({ target }) => onChange(target.checked)} />
      {t('map.streets')}
    </label>
  );
}

function SearchAreaButton({ onPress }: { onPress(): void }) {
  const { t } = useMessages();
  return (
    <button type="button" className="button search-area" onClick={onPress}>
      {t('map.searchArea')}
    </button>
  );
}

/** Creates a Leaflet map in an element and destroys it on unmount. */
function useMapView(props: ResultsMapProps, onMove: MapEvents['onMove']) {
  const messages = useMessages();
  const { t, language } = messages;
  const { serviceName } = useVocabulary();
  const container = useRef<HTMLDivElement>(null);
  const view = useRef<MapView | null>(null);
  const events = useRef<MapEvents>({ ...props, onMove });
  events.current = { ...props, onMove };

  // biome-ignore lint/correctness/useExhaustiveDependencies: texts only change with the language
  useEffect(
    function openMap() {
      if (!container.current) return;
      const currentEvents: MapEvents = {
        onHighlight: (id) => events.current.onHighlight(id),
        onSelect: (id) => events.current.onSelect(id),
        onMove: (box) => events.current.onMove(box),
      };
      const opened = new MapView(container.current, currentEvents, messages, {
        cluster: (count) => t('map.more', { count }),
        link: (slug) => pageUrl(language, 'listing', slug),
        kind: ({ service_types: [first], status }) =>
          [first ? serviceName(first) : '', status === 'active' ? '' : t(`map.legend.${status}`)]
            .filter(Boolean)
            .join(', '),
      });
      view.current = opened;
      return () => {
        view.current = null;
        opened.destroy();
      };
    },
    [language],
  );
  return [container, view] as const;
}
