import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import type { Page, Place } from '#contract';
import { useApi } from '../../../api-client/use-api.ts';
import { placeText } from '../../../format/place-text.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { fetchWithOfflineFallback } from '../../../offline/fetch-with-offline-fallback.ts';

const MIN_LENGTH = 2;
const DEBOUNCE_MS = 150;

export interface PlaceFieldProps {
  value: string;
  onChoose(near: string): void;
}

/** A combobox (ARIA Authoring Practices 1.2): type, arrow down, Enter; or just search. */
export function PlaceField(props: PlaceFieldProps) {
  const { t } = useMessages();
  const id = useId();
  const { text, type, places, known, active, choose, close, onKeyDown } = usePlaceChoice(props);
  return (
    <div className="place-field">
      <label htmlFor={id}>{t('search.label')}</label>
      <div className="row">
        <input
          id={id}
          name="near"
          type="search"
          dir="auto"
          enterKeyHint="search"
          role="combobox"
          autoComplete="off"
          aria-autocomplete="list"
          aria-expanded={places.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
          value={text}
          onChange={({ target }) => type(target.value)}
          onKeyDown={onKeyDown}
          onBlur={close}
        />
        <button type="submit" className="button main">
          {t('search.button')}
        </button>
      </div>
      <Suggestions id={id} places={places} active={active} onChoose={choose} />
      <p className="only-heard" aria-live="polite">
        {known ? t('search.suggestions', { count: places.length }) : ''}
      </p>
    </div>
  );
}

function Suggestions({
  id,
  places,
  active,
  onChoose,
}: {
  /** Id of the field; the ids of the list and its options are derived from it. */
  id: string;
  places: Place[];
  active: number;
  onChoose(near: string): void;
}) {
  const { t } = useMessages();
  return (
    <>
      {/* biome-ignore-start lint/a11y: the options of a combobox take their keys from its field */}
      <ul
        id={`${id}-list`}
        role="listbox"
        hidden={places.length === 0}
        aria-label={t('search.label')}
      >
        {places.map((place, index) => (
          <li
            key={place.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            onMouseDown={(event) => {
              event.preventDefault();
              onChoose(placeText(place));
            }}
          >
            <bdi>{placeText(place)}</bdi>
          </li>
        ))}
      </ul>
      {/* biome-ignore-end lint/a11y: the options of a combobox take their keys from its field */}
    </>
  );
}

/** Manages the typed text, the matching places and the active option. */
function usePlaceChoice({ value, onChoose }: PlaceFieldProps) {
  const [text, setText] = useState(value);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const query = useDebounced(text.trim());
  const { answer } = useApi(open && query.length >= MIN_LENGTH ? query : null, (signal) =>
    fetchWithOfflineFallback<Page<Place>>(`/v1/places?q=${encodeURIComponent(query)}`, { signal }),
  );
  const places = open ? (answer?.items ?? []) : [];

  useEffect(() => setText(value), [value]);

  const show = (near: string, isOpen: boolean) => {
    setText(near);
    setOpen(isOpen);
    setActive(-1);
  };
  const choose = (near: string) => {
    show(near, false);
    onChoose(near);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && places.length > 0) {
      event.preventDefault();
      setActive((active + step + places.length) % places.length);
    } else if (event.key === 'Enter') {
      const place = places[active];
      if (place) {
        event.preventDefault();
        choose(placeText(place));
      } else show(text, false);
    } else if (event.key === 'Escape') {
      show(text, false);
    }
  };
  return {
    text,
    type: (near: string) => show(near, true),
    places,
    known: open && answer !== null,
    active,
    choose,
    close: () => setOpen(false),
    onKeyDown,
  };
}

function useDebounced(text: string): string {
  const [debounced, setDebounced] = useState(text);
  useEffect(
    function debounce() {
      const timer = setTimeout(() => setDebounced(text), DEBOUNCE_MS);
      return () => clearTimeout(timer);
    },
    [text],
  );
  return debounced;
}
