import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';

/** How the properties of GeoJSON features are given. */
export type FeatureProperties = 'flat';

/** A parameter for the form of the properties of GeoJSON features. */
export function FeaturePropertiesText(): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({
      enum: ['flat'],
      description:
        'With f=geojson: properties without objects and lists, for GIS programs (see FlatProperties).',
    }),
    IsOptional(),
    IsIn(['flat'], { message: 'Properties can be flat; leave it out for the others.' }),
  );
}
