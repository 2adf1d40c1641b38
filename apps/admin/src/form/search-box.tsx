import { useState } from 'react';
import { ErrorNotice } from '../components/error-notice.tsx';
import { Labeled } from '../components/labeled.tsx';
import { useAction } from '../components/use-action.ts';
import { useMessages } from '../i18n/messages.tsx';

interface SearchBoxProps<Found> {
  label: string;
  hint?: string;
  find(text: string): Promise<Found[]>;
  textOf(found: Found): string;
  onPick(found: Found): void;
}

/** Finds something by its name, and lets the reader pick one of what was found. */
export function SearchBox<Found extends { id: string }>(props: SearchBoxProps<Found>) {
  const { label, hint, find, textOf, onPick } = props;
  const { t } = useMessages();
  const [name, setName] = useState('');
  const [found, setFound] = useState<Found[] | null>(null);
  const search = useAction(async () => {
    if (name.trim() === '') return;
    setFound(await find(name));
  });
  return (
    <>
      <div className="with-button">
        <Labeled label={label} hint={hint}>
          {(ids) => (
            <input
              {...ids}
              value={name}
              onChange={({ target }) => setName(target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                // Enter would save the record.
                event.preventDefault();
                void search.run();
              }}
            />
          )}
        </Labeled>
        <button type="button" className="quiet" onClick={() => search.run()}>
          {t('map.search')}
        </button>
      </div>
      <ErrorNotice error={search.error} />
      {found && (
        <>
          <p role="status">{t('map.found', { count: found.length })}</p>
          <ul className="found-places">
            {found.map((one) => (
              <li key={one.id}>
                <button
                  type="button"
                  className="quiet"
                  onClick={() => {
                    onPick(one);
                    setFound(null);
                  }}
                >
                  {textOf(one)}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
