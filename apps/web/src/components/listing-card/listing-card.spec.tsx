// @vitest-environment jsdom
import { render, screen, within } from '@testing-library/react';
import type { Listing } from '#contract';
import { aHelpLine, aListing } from '../../../test/builders.ts';
import type { Language } from '../../i18n/languages.ts';
import { MessagesProvider } from '../../i18n/messages.tsx';
import { VocabularyProvider } from '../../i18n/vocabulary.tsx';
import { HelpLineCard } from '../help-line/help-line-card.tsx';
import { ListingCard } from './listing-card.tsx';

const vocabulary = {
  regions: [],
  services: [{ code: 'shelter', names: { en: 'Shelter' }, definition: '', count: 1 }],
  languages: [],
};

function show(parts: Partial<Listing>, language: Language = 'en') {
  render(
    <MessagesProvider language={language}>
      <VocabularyProvider vocabulary={vocabulary}>
        <ListingCard listing={aListing(parts)} position={1} />
      </VocabularyProvider>
    </MessagesProvider>,
  );
  return screen.getByRole('article');
}

const area = { ...aListing().location, address: null, precision: 'city', visibility: 'area' };

it('calls by a link, shown as people write it, with whose number it is and how old', () => {
  const card = show({
    phones: [{ number: '+19155454509', type: null, label: 'General line', as_of: '2026-07' }],
  });
  expect(screen.getByRole('link', { name: /\(915\) 545-4509/ })).toHaveProperty(
    'href',
    'tel:+19155454509',
  );
  expect(card.textContent).toContain('General line · number seen in July 2026');
});

it('says that nobody has checked it, and how old its newest source is', () => {
  const card = show({ source_date: '2026-07-20' });
  expect(card.textContent).toContain('Nobody has checked this yet. Newest source: July 20, 2026');
});

it('shows a closed place as closed, with what is still there, and no number to call', () => {
  const card = show({
    status: 'closed',
    phones: [{ number: '+19155454509', type: null, label: null, as_of: null }],
    notice: { closed_on: '2025-01-26', what_happened: 'It ended.', still_there: 'The office.' },
  });
  expect(card.textContent).toContain('Closed on January 26, 2025');
  expect(card.textContent).toContain('What is still there: The office.');
  expect(within(card).queryByRole('link', { name: /Call/ })).toBeNull();
});

it('says when it is not known whether a place is open', () => {
  expect(show({ status: 'unknown' }).textContent).toContain('We do not know if this is still open');
});

it('keeps a private address private, and leads to the town alone', () => {
  const card = show({ location: area as Listing['location'] });
  expect(card.textContent).toContain('The address is private');
  expect(within(card).getByRole('link', { name: 'OpenStreetMap' })).toHaveProperty(
    'href',
    'https://www.openstreetmap.org/search?query=El%20Paso%2C%20US-TX',
  );
});

it('says that the map shows the town when the building is not known', () => {
  const location = {
    ...aListing().location,
    address: null,
    precision: 'city',
  } as Listing['location'];
  const card = show({ location, distance_m: 0, bearing_deg: null });
  expect(card.textContent).toContain('in El Paso');
  expect(card.textContent).toContain('The map shows the town, not the building.');
});

it('tells far and which way in the reader’s own units', () => {
  expect(show({ distance_m: 16_093, bearing_deg: 268 }).textContent).toContain('10 mi west');
});

it('speaks Spanish', () => {
  expect(show({ distance_m: 16_093, bearing_deg: 268 }, 'es').textContent).toContain(
    '16 km al oeste',
  );
});

it('keeps English names and numbers whole in a page that runs from right to left', () => {
  const phones = [{ number: '+19155454509', type: null, label: null, as_of: null }];
  const card = show({ phones, distance_m: 0, bearing_deg: null }, 'ar');
  expect(within(card).getByText('Example Shelter').tagName).toBe('BDI');
  expect(within(card).getByText('(915) 545-4509').getAttribute('dir')).toBe('ltr');
  expect(within(card).getByText('1 Example Street, El Paso TX 79901').getAttribute('dir')).toBe(
    'ltr',
  );
  expect(card.textContent).toContain('في \u2068El Paso\u2069');
});

describe('a code for detention phones', () => {
  const dial = { code: '#566', status: 'unverified', scope: null, verified_at: null } as const;

  it('is text that is spelled out, with its doubt, and never a link', () => {
    const line = aHelpLine({ speed_dials: [{ ...dial, note: 'Another source prints 566#.' }] });
    render(
      <MessagesProvider language="en">
        <HelpLineCard line={line} />
      </MessagesProvider>,
    );
    expect(screen.getByText('#566').closest('a')).toBeNull();
    expect(screen.getByText('hash, 5, 6, 6')).toBeTruthy();
    expect(screen.getByText('Another source prints 566#.')).toBeTruthy();
    expect(document.querySelector('a[href^="tel:"]')).toBeNull();
  });

  it.each(['blocked', 'retired'] as const)('that is %s is not shown as one to dial', (status) => {
    const card = show({ speed_dials: [{ ...dial, status, note: null }] });
    expect(card.textContent).not.toContain('#566');
  });
});

it.each([
  ['textphone', 'TTY (for deaf callers)', 'tel:+19155454509'],
  ['text', 'Text', 'sms:+19155454509'],
  ['voice', 'Call', 'tel:+19155454509'],
] as const)('says what kind of line a number is: %s', (type, words, href) => {
  const card = show({ phones: [{ number: '+19155454509', type, label: null, as_of: null }] });
  const link = within(card).getByRole('link', { name: `${words} (915) 545-4509` });
  expect(link).toHaveProperty('href', href);
});

it('gives nobody a fax to call', () => {
  const card = show({
    phones: [{ number: '+19155454509', type: 'fax', label: null, as_of: null }],
  });
  expect(card.textContent).toContain('Fax: (915) 545-4509');
  expect(card.querySelector('a[href^="tel:"]')).toBeNull();
});

describe('who is received and what to bring', () => {
  it('is told where the sources say so', () => {
    const accepts = ['children', 'walk-ins'] as const;
    const card = show({ accepts: [...accepts], required_documents: ['Your papers'] });
    expect(card.textContent).toContain('Children, People without an appointment');
    expect(card.textContent).toContain('Your papers');
  });

  it('is not guessed', () => {
    expect(show({}).textContent).not.toMatch(/welcome|bring/);
  });

  it('comes with how somebody checked it', () => {
    const card = show({ freshness: 'fresh', verified_at: '2026-10-01', verified_how: 'visit' });
    expect(card.textContent).toContain('Seen on a visit.');
  });
});

describe('a text of the directory', () => {
  const spanish = { field: 'description', language: 'es', text: 'Una casa.' } as const;
  const draft = { ...spanish, outdated: false, reviewed_by: null };

  it('is the translation, and says that a machine made it', () => {
    const card = show({ description: 'A house.', translations: [draft] }, 'es');
    expect(card.textContent).toContain('Una casa. (traducido por una máquina)');
    expect(card.textContent).not.toContain('A house.');
  });

  it('says nothing of a machine once somebody has read it', () => {
    const read = { ...draft, reviewed_by: 'A reader' };
    const card = show({ description: 'A house.', translations: [read] }, 'es');
    expect(card.textContent).toContain('Una casa.');
    expect(card.textContent).not.toContain('máquina');
  });

  it('is shown beside its English where that has changed since', () => {
    const old = { ...draft, outdated: true };
    const card = show({ description: 'A large house.', translations: [old] }, 'es');
    expect(card.textContent).toContain('Una casa. Esta traducción es vieja.');
    expect(screen.getByText('A large house.')).toHaveProperty('lang', 'en');
  });

  it('falls back to English and says so', () => {
    show({ description: 'A house.', translations: [draft] }, 'ar');
    const written = screen.getByText('A house.');
    expect([written.lang, written.dir]).toEqual(['en', 'ltr']);
    expect(written.parentElement?.textContent).toContain('بالإنجليزية');
  });
});
