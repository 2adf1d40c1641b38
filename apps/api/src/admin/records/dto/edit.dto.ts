import type { Type } from '@nestjs/common';
import type { EditedKind, RecordDocument } from '#contract';
import { Part } from './fields.decorator.ts';
import { OrganizationDto } from './organization.dto.ts';
import { FacilityDto, GuideDto, HelpLineDto } from './other-records.dto.ts';
import { RevisionNoteDto } from './part.dto.ts';

/** Why a record is changed, without what it becomes. */
export class RevisionDto {
  @Part(() => RevisionNoteDto)
  revision!: RevisionNoteDto;
}

/** The body of a change of a record. */
export interface EditDto extends RevisionDto {
  document: RecordDocument;
}

class EditOrganizationDto extends RevisionDto {
  @Part(() => OrganizationDto)
  document!: OrganizationDto;
}

class EditHelpLineDto extends RevisionDto {
  @Part(() => HelpLineDto)
  document!: HelpLineDto;
}

class EditFacilityDto extends RevisionDto {
  @Part(() => FacilityDto)
  document!: FacilityDto;
}

class EditGuideDto extends RevisionDto {
  @Part(() => GuideDto)
  document!: GuideDto;
}

export const editDtos: Record<EditedKind, Type<EditDto>> = {
  organization: EditOrganizationDto,
  help_line: EditHelpLineDto,
  facility: EditFacilityDto,
  guide: EditGuideDto,
};
