import 'leaflet/dist/leaflet.css';
import { useEffect, useRef } from 'react';
import { useMessages } from '../messages/messages.tsx';
import type { MapEvents, ResultsMapProps } from './map-props.ts';
import { MapView } from './map-view.ts';

/** The map beside the list: the same places, the same numbers. */
export default function ResultsMap({
  listings,
  highlighted,
  onHighlight,
  onSelect,
}: ResultsMapProps) {
  const messages = useMessages();
  const { t, language } = messages;
  const container = useRef<HTMLDivElement>(null);
  const view = useRef<MapView | null>(null);
  const events = useRef<MapEvents>({ onHighlight, onSelect });
  events.current = { onHighlight, onSelect };

  // biome-ignore lint/correctness/useExhaustiveDependencies: texts change with the language alone
  useEffect(
    function openMap() {
      if (!container.current) return;
      const opened = new MapView(
        container.current,
        {
          onHighlight: (id) => events.current.onHighlight(id),
          onSelect: (id) => events.current.onSelect(id),
        },
        messages,
      );
      view.current = opened;
      return () => {
        view.current = null;
        opened.destroy();
      };
    },
    [language],
  );

  useEffect(
    function showListings() {
      view.current?.show(listings);
    },
    [listings],
  );

  useEffect(
    function followHighlight() {
      view.current?.highlight(highlighted);
    },
    [highlighted],
  );

  return (
    // biome-ignore lint/a11y/useSemanticElements: Leaflet needs an element of its own
    <div className="map" dir="ltr" ref={container} role="region" aria-label={t('map.label')} />
  );
}
