/** Brings the card of a listing into sight, and the keyboard to it. */
export function scrollToListing(id: string): void {
  const card = document.getElementById(`listing-${id}`);
  card?.scrollIntoView({ block: 'start' });
  card?.querySelector('h3')?.focus({ preventScroll: true });
}
