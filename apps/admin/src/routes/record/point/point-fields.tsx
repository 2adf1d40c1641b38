import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { type PlaceCheck, type PointPrecision, pointPrecisions } from '#contract';
import { readTiles } from '../../../api-client/places.ts';
import { Waiting } from '../../../components/waiting.tsx';
import { ChoiceField } from '../../../form/choice-field.tsx';
import { TextField } from '../../../form/text-field.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import type { PinPoint } from '../../../map/pin-map.ts';
import { PlaceSearch } from './place-search.tsx';
import { PointWarnings } from './point-warnings.tsx';

const PlaceMap = lazy(() => import('../../../map/place-map.tsx'));

interface PointFieldsProps {
  /** Path of the point in the record. */
  path: string;
  /** The address that it should be at. */
  address: Pick<PlaceCheck, 'address_1' | 'city' | 'region' | 'place_id'>;
  /** Whether its map may not be known to anybody. */
  isPrivate: boolean;
  /** Whether it says what it marks; else it is the building. */
  hasPrecision: boolean;
}

/** Where a place is: by name, by coordinates, or by a pin on the map. */
export function PointFields({ path, address, isPrivate, hasPrecision }: PointFieldsProps) {
  const { t } = useMessages();
  const { setValue } = useFormContext();
  const value = useWatch({ name: path }) as Partial<PinPoint> & {
    precision?: PointPrecision | null;
  };
  const point = pointOf(value);
  const precision = hasPrecision ? (value?.precision ?? null) : 'address';
  const move = ({ longitude, latitude }: PinPoint, marks: PointPrecision) => {
    const moved = { longitude, latitude, ...(hasPrecision ? { precision: marks } : {}) };
    setValue(path, moved, { shouldDirty: true });
  };
  return (
    <fieldset className="point">
      <legend>{t('place.point')}</legend>
      <PlaceSearch onPick={(place) => move(place, 'city')} />
      <MapSection point={point} isPrivate={isPrivate} onMove={(moved) => move(moved, 'address')} />
      <div className="columns">
        <TextField
          name={`${path}.latitude`}
          label={t('place.latitude')}
          hint={t('place.pointHint')}
          type="number"
        />
        <TextField name={`${path}.longitude`} label={t('place.longitude')} type="number" />
        {hasPrecision && (
          <ChoiceField
            name={`${path}.precision`}
            label={t('place.precision')}
            none={t('form.unknown')}
            choices={pointPrecisions.map((one) => ({ value: one, text: t(`precision.${one}`) }))}
          />
        )}
      </div>
      {point && (
        <PointWarnings
          check={{ point, precision, ...address }}
          onCorrect={(corrected) => move(corrected, 'address')}
        />
      )}
    </fieldset>
  );
}

interface MapSectionProps {
  point: PinPoint | null;
  isPrivate: boolean;
  onMove(point: PinPoint): void;
}

/** The map, which is only loaded when somebody wants it. */
function MapSection({ point, isPrivate, onMove }: MapSectionProps) {
  const { t } = useMessages();
  const [isOpen, setIsOpen] = useState(false);
  const { data } = useQuery({
    queryKey: ['map-tiles'],
    queryFn: readTiles,
    enabled: isOpen,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const streets = (isPrivate ? data?.private : data?.public) ?? null;
  return (
    <>
      <button
        type="button"
        className="quiet"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        {t(isOpen ? 'map.close' : 'map.open')}
      </button>
      {isOpen && (
        <Suspense fallback={<Waiting />}>
          <PlaceMap point={point} streets={streets} onMove={onMove} />
        </Suspense>
      )}
    </>
  );
}

/** Returns the point that is typed; null: it is none yet. */
function pointOf(value: Partial<PinPoint> | null | undefined): PinPoint | null {
  const { longitude, latitude } = value ?? {};
  const isPoint =
    typeof longitude === 'number' &&
    typeof latitude === 'number' &&
    Math.abs(longitude) <= 180 &&
    Math.abs(latitude) <= 90;
  return isPoint ? { longitude, latitude } : null;
}
