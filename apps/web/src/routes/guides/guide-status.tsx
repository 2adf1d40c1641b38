import type { GuideSummary } from '#contract';
import { dateText } from '../../format/date-text.ts';
import { useMessages } from '../../i18n/messages.tsx';

/** Shows the status and age of a guide. */
export function GuideStatusLabel({ guide: { status, as_of } }: { guide: GuideSummary }) {
  const { t, locale } = useMessages();
  const name = (
    { current: 'current', historical: 'historical', 'under review': 'review' } as const
  )[status];
  return (
    <p className="guide-mark" data-guide={name}>
      <strong>{t(`guide.status.${name}`)}</strong> ·{' '}
      <span>{t('guide.asOf', { date: dateText(as_of, locale) })}</span>
    </p>
  );
}

/** Warns about a guide that is not current. */
export function GuideBanner({ guide: { status, as_of } }: { guide: GuideSummary }) {
  const { t, locale } = useMessages();
  if (status === 'current') return null;
  const date = dateText(as_of, locale);
  return (
    <div className="problem guide-banner" role="note">
      <p>
        <strong>
          {status === 'historical'
            ? t('guide.banner.historical', { date })
            : t('guide.banner.review')}
        </strong>
      </p>
      <p>{t('guide.banner.ask')}</p>
    </div>
  );
}
