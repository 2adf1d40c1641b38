import type { Listing } from '#contract';
import { ListingCard } from './listing-card.tsx';

/** Listings that are not on a map beside them. */
export function ListingList({ listings }: { listings: Listing[] }) {
  return (
    <ul className="cards">
      {listings.map((listing) => (
        <ListingCard key={listing.id} listing={listing} />
      ))}
    </ul>
  );
}
