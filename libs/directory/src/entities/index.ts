import { PhoneEntity, ScheduleEntity } from './contact.entity.ts';
import { FacilityEntity } from './facility.entity.ts';
import { GuideChangeEntity, GuideEntity, GuideTextEntity } from './guide.entity.ts';
import { HelpLineEntity } from './help-line.entity.ts';
import {
  AccessibilityEntity,
  AddressEntity,
  LocationEntity,
  ServiceAtLocationEntity,
} from './location.entity.ts';
import {
  OrganizationEntity,
  OrganizationFacilityEntity,
  UrlEntity,
} from './organization.entity.ts';
import {
  AttributeEntity,
  CostOptionEntity,
  LanguageEntity,
  RequiredDocumentEntity,
  ServiceAreaEntity,
  ServiceEntity,
} from './service.entity.ts';
import { SourceEntity, TranslationEntity } from './source.entity.ts';
import {
  SpeedDialEntity,
  SpeedDialEventEntity,
  SpeedDialFacilityEntity,
} from './speed-dial.entity.ts';

/**
 * The tables of what people edit, by name: one entity per table, without relations, so that each
 * statement is known. Constraints and indexes are those of the migrations.
 */
export const recordEntities = {
  organization: OrganizationEntity,
  help_line: HelpLineEntity,
  facility: FacilityEntity,
  guide: GuideEntity,
  service: ServiceEntity,
  location: LocationEntity,
  service_at_location: ServiceAtLocationEntity,
  address: AddressEntity,
  accessibility: AccessibilityEntity,
  phone: PhoneEntity,
  schedule: ScheduleEntity,
  language: LanguageEntity,
  service_area: ServiceAreaEntity,
  cost_option: CostOptionEntity,
  required_document: RequiredDocumentEntity,
  attribute: AttributeEntity,
  url: UrlEntity,
  organization_facility: OrganizationFacilityEntity,
  speed_dial: SpeedDialEntity,
  speed_dial_facility: SpeedDialFacilityEntity,
  speed_dial_event: SpeedDialEventEntity,
  translation: TranslationEntity,
  source: SourceEntity,
  guide_text: GuideTextEntity,
  guide_change: GuideChangeEntity,
};

/** The rows of these tables. */
export type RecordRow = {
  [Table in keyof typeof recordEntities]: InstanceType<(typeof recordEntities)[Table]>;
};
