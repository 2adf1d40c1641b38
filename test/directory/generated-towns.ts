import type { DataSource } from 'typeorm';
import type { SeededRandom } from './seeded-random.ts';

export interface Town {
  name: string;
  region: string;
  country: string;
  longitude: number;
  latitude: number;
}

const BORDER = [
  'US-CA',
  'US-AZ',
  'US-NM',
  'US-TX',
  'MX-BCN',
  'MX-SON',
  'MX-CHH',
  'MX-COA',
  'MX-TAM',
];
/** How much more help there is for each person in a border state than elsewhere. */
const BORDER_FACTOR = 4;

/** The towns of the gazetteer, drawn by their people, and those of border states more often. */
export class Towns {
  private readonly upTo: number[] = [];
  private readonly total: number;

  private constructor(readonly all: (Town & { population: number })[]) {
    let sum = 0;
    for (const { population, region } of all) {
      sum += population * (BORDER.includes(region) ? BORDER_FACTOR : 1);
      this.upTo.push(sum);
    }
    this.total = sum;
  }

  static async read(db: DataSource): Promise<Towns> {
    return new Towns(
      await db.query(
        `SELECT name, region, country, population, ST_X(geog::geometry) AS longitude,
                ST_Y(geog::geometry) AS latitude
           FROM place WHERE kind = 'city' AND country IN ('US', 'MX') AND population > 0
            AND region IS NOT NULL ORDER BY id`,
      ),
    );
  }

  draw(random: SeededRandom): Town {
    const wanted = random.next() * this.total;
    let low = 0;
    let high = this.all.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.upTo[middle] as number) < wanted) low = middle + 1;
      else high = middle;
    }
    return this.all[low] as Town;
  }

  drawIn(region: string, random: SeededRandom): Town {
    return random.pick(this.all.filter((town) => town.region === region));
  }
}
