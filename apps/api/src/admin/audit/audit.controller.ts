import { Controller, Get, Query, UseGuards } from '@nestjs/common';
import { ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsInt, IsOptional, Matches, Min, ValidateIf } from 'class-validator';
import { AuditRepository } from '#editorial';
import { asJson, type Representation } from '../../http/negotiation/representation.ts';
import {
  anyOf,
  component,
  count,
  enumOf,
  type JsonSchema,
  objectOf,
  text,
} from '../../http/openapi/schema-builder.ts';
import { NumberText } from '../../public/shared/transforms/list.transform.ts';
import { AdminGuard } from '../shared/admin.guard.ts';
import { ApiAdmin } from '../shared/api-admin.decorator.ts';
import { Requires } from '../shared/requires.decorator.ts';

const seqText = { message: 'The number of the last row that was known.' };

class KnownHeadDto {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, description: 'Of a head stored elsewhere.' })
  @NumberText()
  @IsOptional()
  @IsInt(seqText)
  @Min(1, seqText)
  seq?: number;

  @ApiPropertyOptional({ type: String, description: 'Of the same head, in hexadecimal.' })
  @ValidateIf(({ seq, hash }: KnownHeadDto) => seq !== undefined || hash !== undefined)
  @Matches(/^[0-9a-f]{64}$/, { message: 'SHA-256 in hexadecimal, with its seq.' })
  hash?: string;
}

const head = objectOf<{ seq: number; hash: string }>({ seq: count, hash: text('Hexadecimal.') });

const checkComponent = component(
  'AuditCheck',
  anyOf(
    objectOf<{ ok: boolean; rows: number; head: { seq: number; hash: string } }>({
      ok: { const: true } as JsonSchema,
      rows: count,
      head,
    }),
    objectOf<{ ok: boolean; seq: number; reason: string }>({
      ok: { const: false } as JsonSchema,
      seq: { type: 'integer', description: 'Of the first row that is wrong or missing.' },
      reason: enumOf(['changed', 'missing', 'inserted', 'head']) as JsonSchema,
    }),
  ),
  { ok: true, rows: 0, head: { seq: 0, hash: '' } },
);

@ApiTags('Review')
@Controller('v1/admin/audit-check')
@UseGuards(AdminGuard)
export class AuditController {
  constructor(private readonly audit: AuditRepository) {}

  @Get()
  @Requires('read', 'audit')
  @ApiAdmin({
    summary: 'Whether the audit log is whole, and its head, to store elsewhere.',
    response: checkComponent,
  })
  async check(@Query() { seq, hash }: KnownHeadDto): Promise<Representation> {
    return asJson(await this.audit.check(seq !== undefined && hash ? { seq, hash } : undefined));
  }
}
