import { Injectable } from '@nestjs/common';
import { around } from 'geokdbush';
import KDBush from 'kdbush';
import { PlaceRepository, type Town } from '#directory';
import type { Point } from '#geo';

interface IndexedTowns {
  towns: Town[];
  index: KDBush;
}

/** Finds the state of a point: that of the nearest town. */
@Injectable()
export class RegionFinder {
  private indexed: Promise<IndexedTowns> | null = null;

  constructor(private readonly places: PlaceRepository) {}

  /** Returns the state, or the country if the state is unknown; null when there are no towns. */
  async regionAt({ longitude, latitude }: Point): Promise<string | null> {
    this.indexed ??= this.read();
    const { towns, index } = await this.indexed;
    const [nearest] = around(index, longitude, latitude, 1);
    const town = nearest === undefined ? undefined : towns[nearest];
    return town ? (town.region ?? town.country) : null;
  }

  // Runs once, because the gazetteer only changes with a new version of the program.
  private async read(): Promise<IndexedTowns> {
    try {
      const towns = await this.places.towns();
      const index = new KDBush(towns.length);
      for (const { longitude, latitude } of towns) index.add(longitude, latitude);
      return { towns, index: index.finish() };
    } catch (error) {
      this.indexed = null;
      throw error;
    }
  }
}
