import { useMessages } from '../i18n/messages.tsx';
import { confirmationTexts } from './confirmation-texts.ts';
import {
  type ConfirmationEnd,
  type ConfirmationView,
  confirmationUrl,
} from './confirmation-view.ts';
import { ShownOrganization } from './shown-organization.tsx';

const MIN_LENGTH = 3;
const MAX_LENGTH = 2000;

/** The titles of what came of a link. */
const TITLES = {
  confirmed: 'thanks.title',
  reported: 'thanks.title',
  used: 'used.title',
  expired: 'expired.title',
  unknown: 'unknown.title',
  stopped: 'stopped.title',
} as const satisfies Record<ConfirmationEnd, string>;

/** Returns the title of a page behind a mailed link. */
export function confirmationTitle({ language, state }: ConfirmationView): string {
  const text = confirmationTexts(language);
  if (state === 'ask') return text('ask.title');
  return text(state === 'stop' ? 'stop.title' : TITLES[state]);
}

/** The content of a page behind a mailed link. Its forms work without scripts. */
export function ConfirmationPage({ view }: { view: ConfirmationView }) {
  const text = confirmationTexts(view.language);
  return (
    <>
      <h1>{confirmationTitle(view)}</h1>
      {view.state === 'ask' ? <Question view={view} /> : null}
      {view.state === 'stop' ? <StopForm view={view} /> : null}
      {view.state === 'ask' || view.state === 'stop' ? null : <p>{text(`${view.state}.text`)}</p>}
      {view.state === 'unknown' || view.state === 'stop' || view.state === 'stopped' ? null : (
        <p>
          <a href={confirmationUrl(view.language, view.token, 'unsubscribe')}>
            {text('stop.title')}
          </a>
        </p>
      )}
    </>
  );
}

type Asking = Extract<ConfirmationView, { state: 'ask' }>;

function Question({ view }: { view: Asking }) {
  const { language, token, organization, version, problem } = view;
  const text = confirmationTexts(language);
  const [before, after] = text('ask.lead').split('{name}');
  return (
    <>
      {problem === null ? null : (
        <p className="problem" role="alert">
          {text(problem === 'changed' ? 'changed' : 'report.length')}
        </p>
      )}
      <p className="lead">
        {before}
        <bdi>{organization.name}</bdi>
        {after}
      </p>
      <ShownOrganization organization={organization} />
      <form method="post" action={confirmationUrl(language, token, 'still-right')}>
        <input type="hidden" name="version" value={version} />
        <p className="note" id="confirm-note">
          {text('confirm.note')}
        </p>
        <button type="submit" className="button" aria-describedby="confirm-note">
          {text('confirm.button')}
        </button>
      </form>
      <ReportForm view={view} />
    </>
  );
}

function ReportForm({ view }: { view: Asking }) {
  const text = confirmationTexts(view.language);
  return (
    <form method="post" action={confirmationUrl(view.language, view.token, 'changed')}>
      <h2>{text('report.heading')}</h2>
      <label htmlFor="report-text">{text('report.label')}</label>
      <textarea
        id="report-text"
        name="text"
        rows={4}
        required
        minLength={MIN_LENGTH}
        maxLength={MAX_LENGTH}
        aria-describedby="report-hint"
        defaultValue={view.text}
      />
      <p id="report-hint" className="note">
        {text('report.hint')}
      </p>
      <button type="submit" className="button">
        {text('report.send')}
      </button>
    </form>
  );
}

function StopForm({ view: { language, token } }: { view: ConfirmationView }) {
  const text = confirmationTexts(language);
  const { t } = useMessages();
  return (
    <form method="post" action={confirmationUrl(language, token, 'unsubscribe')}>
      <p>{text('stop.lead')}</p>
      <button type="submit" className="button">
        {text('stop.button')}
      </button>
      <p>
        <a href={`/${language}/`}>{t('app.name')}</a>
      </p>
    </form>
  );
}
