import { type Language, languageTags } from '#site';
import { Id, Nullable, OneOf, Part } from '../records/dto/fields.decorator.ts';
import { OrganizationDto } from '../records/dto/organization.dto.ts';

export class PreviewDto {
  /** null: a new organization. */
  @Nullable()
  @Id()
  id!: string | null;

  @OneOf(languageTags)
  language!: Language;

  @Part(() => OrganizationDto)
  document!: OrganizationDto;
}
