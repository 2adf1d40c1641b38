import type { ListedService, Listing } from '#contract';
import { weekText } from '../../format/week-text.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { useVocabulary } from '../../i18n/vocabulary.tsx';
import { Phones } from '../contact/phones.tsx';
import { RecordText } from '../provenance/record-text.tsx';
import { ServiceFacts } from './service-facts.tsx';
import { SpecialHours } from './special-hours.tsx';

/** Shows each of several services of a place: when it is given, in which languages and for whom. */
export function Services({ services, status }: Pick<Listing, 'services' | 'status'>) {
  const { t } = useMessages();
  return (
    <section aria-labelledby="services">
      <h2 id="services">{t('services.heading')}</h2>
      {services.map((service) => (
        <Service key={service.id} service={service} closed={status === 'closed'} />
      ))}
    </section>
  );
}

function Service({ service, closed }: { service: ListedService; closed: boolean }) {
  const { t } = useMessages();
  const { serviceName } = useVocabulary();
  const { id, name, description, service_types, translations } = service;
  const paused = service.status === 'temporarily closed';
  return (
    <article aria-labelledby={`service-${id}`}>
      <h3 id={`service-${id}`}>
        <bdi>{name}</bdi>
      </h3>
      {paused ? <p className="note">{t('services.paused')}</p> : null}
      <ul className="services">
        {service_types.map((code) => (
          <li key={code}>{serviceName(code)}</li>
        ))}
      </ul>
      {description ? (
        <p className="about">
          <RecordText text={description} field="description" translations={translations} />
        </p>
      ) : null}
      {closed || paused ? null : <Phones phones={service.phones} />}
      <dl className="facts">
        {closed || paused ? null : <ServiceHours service={service} />}
        <ServiceFacts facts={service} documents={!closed && !paused} />
      </dl>
    </article>
  );
}

function ServiceHours({ service }: { service: ListedService }) {
  const { t, locale } = useMessages();
  const { hours, opening_hours, translations } = service;
  if (!hours && !opening_hours) return null;
  return (
    <>
      <dt>{t('card.hours')}</dt>
      <dd>
        {hours ? (
          <RecordText text={hours} field="hours" translations={translations} />
        ) : (
          opening_hours && weekText(opening_hours, locale).join('; ')
        )}
        <SpecialHours hours={opening_hours} />
      </dd>
    </>
  );
}
