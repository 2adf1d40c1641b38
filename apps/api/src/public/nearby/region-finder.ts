import { Injectable, type OnModuleInit } from '@nestjs/common';
import { around } from 'geokdbush';
import KDBush from 'kdbush';
import { PlaceRepository, type Town } from '#directory';
import { type Point, regionOfPoint } from '#geo';

interface IndexedTowns {
  towns: Town[];
  index: KDBush;
}

/** Finds the state of a point: outside of all shapes, as on the sea, that of the nearest town. */
@Injectable()
export class RegionFinder implements OnModuleInit {
  private indexed: IndexedTowns = { towns: [], index: new KDBush(0) };

  constructor(private readonly places: PlaceRepository) {}

  /** Runs once, because the gazetteer only changes with a new version of the program. */
  async onModuleInit(): Promise<void> {
    const towns = await this.places.towns();
    const index = new KDBush(towns.length);
    for (const { longitude, latitude } of towns) index.add(longitude, latitude);
    this.indexed = { towns, index: index.finish() };
  }

  /** Returns the state, or the country if the state is unknown; null when there are no towns. */
  regionAt(point: Point): string | null {
    return regionOfPoint(point) ?? this.regionOfNearestTown(point);
  }

  private regionOfNearestTown({ longitude, latitude }: Point): string | null {
    const { towns, index } = this.indexed;
    const [nearest] = around(index, longitude, latitude, 1);
    const town = nearest === undefined ? undefined : towns[nearest];
    return town ? (town.region ?? town.country) : null;
  }
}
