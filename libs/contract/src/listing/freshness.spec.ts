import { freshnessAt } from './freshness.ts';

it.each([
  [null, null, 'never'],
  ['2026-01-01', '2027-01-01', 'fresh'],
  ['2025-06-01', '2026-10-01', 'due'],
  ['2024-01-01', '2025-01-01', 'overdue'],
])('verified on %s and due on %s is %s', (verified, due, freshness) => {
  const date = (text: string | null) => (text ? new Date(text) : null);
  expect(freshnessAt(new Date('2026-11-23'), date(verified), date(due))).toBe(freshness);
});
