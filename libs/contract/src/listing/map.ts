import type { ListingStatus, Visibility } from '../vocabulary/codes.ts';

/** A single listing. */
export interface MapPoint {
  kind: 'point';
  id: string;
  slug: string;
  name: string;
  service_types: string[];
  status: ListingStatus;
  visibility: Visibility;
  latitude: number;
  longitude: number;
}

/** Listings that are too close together at this zoom. */
export interface MapCluster {
  kind: 'cluster';
  id: string;
  count: number;
  latitude: number;
  longitude: number;
  /** west, south, east, north in WGS 84 degrees. */
  bounds: [number, number, number, number];
}

export interface MapFeatures {
  items: (MapPoint | MapCluster)[];
}
