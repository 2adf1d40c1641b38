import type { Listing } from '#contract';
import { ListingCard } from './listing-card.tsx';

/** Lists listings without a map. */
export function ListingList({ listings }: { listings: Listing[] }) {
  return (
    <ul className="cards">
      {listings.map((listing) => (
        <ListingCard key={listing.id} listing={listing} />
      ))}
    </ul>
  );
}
