import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { PlaceCheck, PlaceWarning } from '#contract';
import { distanceText } from '../../../../../web/src/format/distance-text.ts';
import { checkPlace } from '../../../api-client/places.ts';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import { useSettled } from '../../../components/use-settled.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import type { PinPoint } from '../../../map/pin-map.ts';
import { useVocabulary } from '../parts/use-vocabulary.ts';

interface PointWarningsProps {
  check: PlaceCheck;
  /** Called with the point that was probably meant. */
  onCorrect(point: PinPoint): void;
}

/** Says what may be wrong with a point; nobody is kept from saving it. */
export function PointWarnings({ check, onCorrect }: PointWarningsProps) {
  const asked = useSettled(check);
  const { data, error } = useQuery({
    queryKey: ['place-check', asked],
    queryFn: ({ signal }) => checkPlace(asked, signal),
    placeholderData: keepPreviousData,
  });
  if (error) return <ErrorNotice error={error} />;
  return (
    <div role="status">
      {data?.map((warning) => (
        <Warning key={warning.code} warning={warning} onCorrect={onCorrect} />
      ))}
    </div>
  );
}

interface WarningProps {
  warning: PlaceWarning;
  onCorrect: PointWarningsProps['onCorrect'];
}

function Warning({ warning: { code, ...warning }, onCorrect }: WarningProps) {
  const { t, locale } = useMessages();
  const regions = useVocabulary('regions');
  const region = regions.find(({ value }) => value === warning.region)?.text ?? warning.region;
  const distance = distanceText(warning.distance_m ?? 0, locale);
  const { point, name } = warning;
  return (
    <div className="notice warning">
      <p>{t(`warning.${code}`, { region: region ?? 'none', distance, name: name ?? '' })}</p>
      {code === 'swapped' && point && (
        <button type="button" className="quiet" onClick={() => onCorrect(point)}>
          {t('warning.correct', { latitude: point.latitude, longitude: point.longitude })}
        </button>
      )}
    </div>
  );
}
