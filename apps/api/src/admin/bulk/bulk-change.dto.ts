import { Type } from 'class-transformer';
import type { ValidationArguments } from 'class-validator';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  ValidateBy,
  ValidateNested,
} from 'class-validator';
import {
  type BulkAction,
  type BulkChange,
  type BulkChangeRequest,
  type BulkField,
  bulkActions,
  bulkFields,
  type EditedKind,
  editedKinds,
  MAX_BULK_PART,
  type SelectedRecord,
} from '#contract';
import { Id, Nullable, OneOf, Part, WholeNumber } from '../records/dto/fields.decorator.ts';
import { RevisionNoteDto } from '../records/dto/part.dto.ts';

const partText = { message: `Give a list of 1 to ${MAX_BULK_PART} records, each once.` };

/** What values of a field, and of an account, look like. */
const VALUES: Record<BulkField | 'account', RegExp> = {
  website: /^https?:\/\/[^\s/$.?#][^\s]{0,999}$/,
  confidence: /^(confirmed|likely|unverified)$/,
  field_office: /^(?=.*\S).{1,200}$/,
  languages: /^[a-z]{2,3}$/,
  service_types: /^[a-z]+(-[a-z]+)*$/,
  regions: /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/,
  account: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
};

class BulkChangeDto implements BulkChange {
  @OneOf(bulkActions)
  action!: BulkAction;

  @ValidateBy(
    { name: 'isBulkField', validator: { validate: isField } },
    {
      message: `To set: ${bulkFields.set.join(', ')}; to add or remove: ${bulkFields.list.join(', ')}.`,
    },
  )
  field!: BulkField | null;

  @ValidateBy(
    { name: 'isBulkValue', validator: { validate: isValue } },
    { message: 'It is no value of this field.' },
  )
  value!: string | null;
}

function isField(field: unknown, args?: ValidationArguments): boolean {
  const { action } = (args?.object ?? {}) as BulkChange;
  if (action === 'assign' || action === 'request_verification') return field === null;
  const known: readonly unknown[] = bulkFields[action === 'set' ? 'set' : 'list'];
  return known.includes(field);
}

function isValue(value: unknown, args?: ValidationArguments): boolean {
  const { action, field } = (args?.object ?? {}) as BulkChange;
  if (action === 'request_verification') return value === null;
  if (value === null) return action === 'assign' || field === 'website';
  const pattern = action === 'assign' ? VALUES.account : field && VALUES[field];
  return typeof value === 'string' && pattern instanceof RegExp && pattern.test(value);
}

class SelectedRecordDto implements SelectedRecord {
  @OneOf(editedKinds)
  kind!: EditedKind;

  @Id()
  id!: string;

  @WholeNumber(1, 2_000_000_000)
  version!: number;
}

export class BulkChangeRequestDto implements BulkChangeRequest {
  @Part(() => BulkChangeDto)
  change!: BulkChangeDto;

  @Nullable()
  @Part(() => RevisionNoteDto)
  revision!: RevisionNoteDto | null;

  @IsArray(partText)
  @ArrayMinSize(1, partText)
  @ArrayMaxSize(MAX_BULK_PART, partText)
  @ArrayUnique((record?: SelectedRecord) => record?.id, partText)
  @ValidateNested({ each: true, message: 'Give a list of objects.' })
  @Type(() => SelectedRecordDto)
  records!: SelectedRecordDto[];
}
