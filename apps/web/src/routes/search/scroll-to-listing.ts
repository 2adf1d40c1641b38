/** Scrolls to the card of a listing and focuses it. */
export function scrollToListing(id: string): void {
  const card = document.getElementById(`listing-${id}`);
  card?.scrollIntoView({ block: 'start' });
  card?.querySelector('h3')?.focus({ preventScroll: true });
}
