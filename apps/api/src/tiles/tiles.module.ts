import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { TILE_SOURCE, type TileSource } from './tile-source.ts';
import { TilesController } from './tiles.controller.ts';

/** Street tiles from a provider or a file. */
@Module({})
export class TilesModule implements OnApplicationShutdown {
  constructor(@Inject(TILE_SOURCE) private readonly tiles: TileSource) {}

  static register(tiles: TileSource): DynamicModule {
    return {
      module: TilesModule,
      controllers: [TilesController],
      providers: [{ provide: TILE_SOURCE, useValue: tiles }],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.tiles.close();
  }
}
