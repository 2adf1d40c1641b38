import 'leaflet/dist/leaflet.css';
import '../../../web/src/styles/map.css';
import { useEffect, useRef } from 'react';
import type { TileOffer } from '#contract';
import { useMessages } from '../i18n/messages.tsx';
import { PinMap, type PinPoint } from './pin-map.ts';

interface PlaceMapProps {
  /** null: nobody has said where it is. */
  point: PinPoint | null;
  /** null: only the base map. */
  streets: TileOffer | null;
  onMove(point: PinPoint): void;
}

/** A map on which somebody says where a place is. */
export default function PlaceMap({ point, streets, onMove }: PlaceMapProps) {
  const { t, language } = useMessages();
  const container = useRef<HTMLDivElement>(null);
  const map = useRef<PinMap | null>(null);
  const moved = useRef(onMove);
  moved.current = onMove;

  // biome-ignore lint/correctness/useExhaustiveDependencies: texts only change with the language
  useEffect(
    function openMap() {
      if (!container.current) return;
      const opened = new PinMap(container.current, {
        label: t('map.pin'),
        credits: t('map.credits'),
        language,
        onMove: (at) => moved.current(at),
      });
      map.current = opened;
      return () => {
        map.current = null;
        opened.destroy();
      };
    },
    [language],
  );

  useEffect(() => map.current?.show(point), [point]);
  useEffect(() => map.current?.showStreets(streets), [streets]);

  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: Leaflet needs an element of its own */}
      <div
        className="map place-map"
        dir="ltr"
        ref={container}
        role="region"
        aria-label={t('map.label')}
      />
      <p className="hint">{t('map.hint')}</p>
      <p role="status">
        {point
          ? t('map.at', { latitude: point.latitude, longitude: point.longitude })
          : t('map.none')}
      </p>
    </>
  );
}
