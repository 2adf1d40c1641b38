import { NetworkError, ProblemError } from '../api-client/request.ts';
import { useMessages } from '../i18n/messages.tsx';

/** Says what went wrong, in words of the server where it gave any. */
export function ErrorNotice({ error }: { error: unknown }) {
  const { t } = useMessages();
  if (!error) return null;
  const isKnown = error instanceof ProblemError;
  const text = isKnown ? error.problem.detail : t(messageOf(error));
  const fields = isKnown ? (error.problem.errors ?? []) : [];
  return (
    <div className="notice problem" role="alert">
      <p>{text}</p>
      {fields.length > 0 && (
        <ul>
          {fields.map(({ name, detail }) => (
            <li key={`${name} ${detail}`}>
              <code>{name}</code>: {detail}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function messageOf(error: unknown): 'error.network' | 'error.unknown' {
  return error instanceof NetworkError ? 'error.network' : 'error.unknown';
}
