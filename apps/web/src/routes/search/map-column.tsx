import { type ComponentType, useEffect, useRef, useState } from 'react';
import { useMessages } from '../../i18n/messages.tsx';
import { Legend } from '../../map/legend.tsx';
import type { ResultsMapProps } from '../../map/map-props.ts';

/** Loads the map, which is not needed to use the list. */
export type LoadMap = () => Promise<{ default: ComponentType<ResultsMapProps> }>;

/** Id of the map, the target of links. */
export const MAP_ELEMENT_ID = 'map';

/** The map is loaded when it is this close to the visible area. */
const ROOT_MARGIN = '400px';

/** The map next to the list, or below it on phones. It is loaded shortly before it is visible. */
export function MapColumn({ loadMap, ...props }: ResultsMapProps & { loadMap: LoadMap | null }) {
  const { t } = useMessages();
  const [DrawnMap, setDrawnMap] = useState<ComponentType<ResultsMapProps> | null>(null);
  const column = useRef<HTMLElement>(null);

  useEffect(
    function loadMapWhenVisible() {
      const load = (): void => {
        loadMap?.().then(
          ({ default: loaded }) => setDrawnMap(() => loaded),
          () => {
            // The list contains the same information as the map.
          },
        );
      };
      const observer = new IntersectionObserver(
        (seen) => {
          if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
          observer.disconnect();
          load();
        },
        { rootMargin: ROOT_MARGIN },
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
