import { type ComponentType, useEffect, useRef, useState } from 'react';
import { useMessages } from '../../i18n/messages.tsx';
import { Legend } from '../../map/legend.tsx';
import type { ResultsMapProps } from '../../map/map-props.ts';

/** Brings the map, which is not needed to read. */
export type LoadMap = () => Promise<{ default: ComponentType<ResultsMapProps> }>;

/** Where the map stands; a link can lead to it. */
export const MAP_ELEMENT_ID = 'map';

/** How far below the window the map begins to come, so that it is there when it is looked at. */
const AHEAD = '400px';

/** The map beside the list, or below it on a phone. It is fetched when it is about to be seen. */
export function MapColumn({ loadMap, ...props }: ResultsMapProps & { loadMap: LoadMap | null }) {
  const { t } = useMessages();
  const [DrawnMap, setDrawnMap] = useState<ComponentType<ResultsMapProps> | null>(null);
  const column = useRef<HTMLElement>(null);

  useEffect(
    function bringTheMap() {
      const bring = (): void => {
        loadMap?.().then(
          ({ default: loaded }) => setDrawnMap(() => loaded),
          () => {
            // The list says all that the map does.
          },
        );
      };
      const observer = new IntersectionObserver(
        (seen) => {
          if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
          observer.disconnect();
          bring();
        },
        { rootMargin: AHEAD },
      );
      if (column.current) observer.observe(column.current);
      return () => observer.disconnect();
    },
    [loadMap],
  );

  return (
    <section
      id={MAP_ELEMENT_ID}
      ref={column}
      className="map-column needs-script"
      aria-labelledby="map-heading"
    >
      <h2 id="map-heading" className="only-heard">
        {t('map.heading')}
      </h2>
      <a className="skip" href="#more">
        {t('map.skip')}
      </a>
      <p className="across">
        <a className="button quiet" href="#results">
          {t('map.toList')}
        </a>
      </p>
      {DrawnMap ? <DrawnMap {...props} /> : <div className="map" />}
      <Legend />
    </section>
  );
}
